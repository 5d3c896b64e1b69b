"""The catalogue as tables: one row per entry, and a tidy table for whatever an entry has more of.

Tables and columns follow from the model, with its own explanations:

- a field with one value, or several plain ones, is a column of `voorbeelden`; several are joined by ` | `;
- a group of fields (`kosten`) is a column for each (`kosten_jaarband`);
- a field with several groups (`bronnen`) is a table of its own, with the entry and the place in its list;
- an id has its label in the next column, a written number (`1.250`, `50-60`) its lowest and highest value.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from macros import addresses
from macros.canonical import order
from macros.catalogue import Catalogue, Item, KennisItem
from macros.citing import work
from macros.citing.styles import apa
from macros.exports.open_data.attribution import naamsvermelding_bij
from macros.model.entry import Praktijk
from macros.model.leaves import Step, step_at
from macros.model.scalars import JaNee, Verwijzing, Waarde
from macros.model.vocabulary import LISTS, Begrip

Cel = str | bool | int | float | None
Soort = Literal["tekst", "getal", "janee"]

BETWEEN = " | "
"""What stands between the values of a field with several."""


@dataclass(frozen=True)
class Kolom:
    """A column: its name, what it holds, and of what kind."""

    naam: str
    uitleg: str
    soort: Soort = "tekst"


@dataclass(frozen=True)
class Tabel:
    """A table; an empty cell is None."""

    naam: str
    uitleg: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Cel, ...], ...]


_VOORBEELD = Kolom("voorbeeld", "De korte naam (slug) van het voorbeeld.")
_VOLGORDE = Kolom("volgorde", "De plaats in de lijst van dit voorbeeld, vanaf 1.", "getal")
_FACETS = ("themas", "doelgroepen", "werkvormen", "wetten", "provincies", "gemeenten", "fasen")
_RELATIES = ("werkwijze", "onderdeel_van", "verwant", "kennis")


def _own_tables() -> Iterator[tuple[str, type[BaseModel]]]:
    for name in order(Praktijk):
        step = step_at(Praktijk, (name,))
        if step.many and step.model:
            yield name, step.model


UITLEG = {
    "voorbeelden": "Elk voorbeeld op één regel.",
    "organisaties": "Wie eraan meedoet, met de rol.",
    "kerncijfers": "De getallen, elk met jaar en bron.",
    "onderzoek": "Wat er onderzocht is en wat eruit kwam.",
    "erkenningen": "Erkenningen door officiële databanken, in hun woorden.",
    "financiering": "Wie betaalt, uit welke wet en tot wanneer.",
    "materialen": "Handleidingen, formulieren en films.",
    "bronnen": "Elke bron met titel, uitgever, datum en adres.",
    "wijzigingen": "Wat er aan een beschrijving veranderde.",
    "trefwoorden": "Per voorbeeld elke term op een eigen regel: handig voor een draaitabel.",
    "relaties": "Waar een voorbeeld naar verwijst: een werkwijze, een groter geheel, verwante voorbeelden, kennis.",
    "lijsten": "Alle vaste lijsten met hun termen en uitleg.",
    "kennis": "De kennispagina's; hun tekst staat in catalogus.json.",
}
"""What is in each table, in the order in which they are made."""


def tabellen(catalogue: Catalogue, site_url: str) -> tuple[Tabel, ...]:
    """All tables, that of the entries first."""
    return (
        _voorbeelden(catalogue, site_url),
        *(_deel(catalogue, name, model) for name, model in _own_tables()),
        _trefwoorden(catalogue),
        _relaties(catalogue),
        _lijsten(catalogue),
        _kennis(catalogue, site_url),
    )


@dataclass(frozen=True)
class _Bron:
    """A column, and how its cell follows from an object with the fields of a model."""

    kolom: Kolom
    cel: Callable[[Any], Cel]


def _voorbeelden(catalogue: Catalogue, site_url: str) -> Tabel:
    columns = list(_own_columns(catalogue))
    made: list[tuple[Kolom, Callable[[Item], Cel]]] = [
        (Kolom("slug", "De korte naam; blijft altijd gelijk."), lambda item: item.slug),
        (Kolom("adres", "Het vaste adres van de pagina."), lambda item: site_url + addresses.voorbeeld(item.slug)),
        *((bron.kolom, lambda item, bron=bron: bron.cel(item.data)) for bron in columns),
        (Kolom("provincies", "De provincies die uit de gemeenten volgen."), lambda item: _joined(catalogue.provincies(item))),
        (Kolom("volledigheid", "Hoeveel er is ingevuld: basis, verdiept of volledig. Geen oordeel."), lambda item: item.volledigheid),
        (Kolom("mogelijk_verouderd", "Of de feiten ouder zijn dan 24 maanden.", "janee"), catalogue.is_stale),
        (Kolom("bronvermelding", "Zo haal je de pagina aan."), lambda item: str(apa(work.voorbeeld(catalogue, item, site_url)))),
        (Kolom("naamsvermelding", "Zet dit erbij als je dit voorbeeld overneemt."), lambda item: naamsvermelding_bij(item, site_url)),
    ]
    rows = tuple(tuple(cell(item) for _, cell in made) for item in catalogue.items)
    return Tabel("voorbeelden", UITLEG["voorbeelden"], tuple(kolom for kolom, _ in made), rows)


def _own_columns(catalogue: Catalogue) -> Iterator[_Bron]:
    for name in order(Praktijk):
        step = step_at(Praktijk, (name,))
        if step.many and step.model:
            continue
        if step.model:
            for bron in _columns(catalogue, step.model):
                yield _Bron(
                    Kolom(f"{name}_{bron.kolom.naam}", bron.kolom.uitleg, bron.kolom.soort),
                    lambda data, name=name, bron=bron: None if (part := getattr(data, name)) is None else bron.cel(part),  # type: ignore[misc]
                )
        else:
            yield from _field(catalogue, Praktijk, name, step)


def _columns(catalogue: Catalogue, model: type[BaseModel]) -> Iterator[_Bron]:
    for name in order(model):
        yield from _field(catalogue, model, name, step_at(model, (name,)))


def _field(catalogue: Catalogue, model: type[BaseModel], name: str, step: Step) -> Iterator[_Bron]:
    hint = _hints(model)[name]
    uitleg = model.model_fields[name].description or ""
    kinds = (hint, *typing.get_args(hint))
    # what only a practice has is not there in a method
    yield _Bron(Kolom(name, uitleg, "janee" if JaNee in kinds else "tekst"), lambda part: _cell(getattr(part, name, None)))
    if isinstance(step.kind, Verwijzing) and step.kind.naar in LISTS:
        lijst = catalogue.lijsten[step.kind.naar]
        yield _Bron(Kolom(f"{name}_label", f"Hoe lezers '{name}' zien."), lambda part: _labels(lijst.label, getattr(part, name)))
    if Waarde in kinds:
        yield _Bron(Kolom(f"{name}_van", f"'{name}' als getal; bij een bereik het laagste.", "getal"), lambda part: _number(part, name, 0))
        yield _Bron(Kolom(f"{name}_tot", f"'{name}' als getal; bij een bereik het hoogste.", "getal"), lambda part: _number(part, name, -1))


@functools.cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return typing.get_type_hints(model, include_extras=True)


def _cell(value: Any) -> Cel:
    if isinstance(value, tuple):
        return _joined(value)
    return value  # type: ignore[no-any-return]


def _joined(values: Sequence[str]) -> str | None:
    return BETWEEN.join(values) or None


def _labels(label: Callable[[str], str], value: str | tuple[str, ...] | None) -> str | None:
    keys = (value,) if isinstance(value, str) else value or ()
    return _joined([label(key) for key in keys])


def _number(part: Any, name: str, place: int) -> int | float | None:
    """One end of a number as the model lets people write it: `1.250`, `1,6`, `50-60`."""
    written: str | None = getattr(part, name)
    if written is None:
        return None
    plain = written.split("-")[place].replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _deel(catalogue: Catalogue, name: str, model: type[BaseModel]) -> Tabel:
    """The table of a field with several groups."""
    columns = tuple(_columns(catalogue, model))
    rows = tuple(
        (item.slug, place, *(bron.cel(part) for bron in columns))
        for item in catalogue.items
        for place, part in enumerate(getattr(item.data, name), 1)
    )
    return Tabel(name, UITLEG[name], (_VOORBEELD, _VOLGORDE, *(bron.kolom for bron in columns)), rows)


def _trefwoorden(catalogue: Catalogue) -> Tabel:
    columns = (
        _VOORBEELD, Kolom("lijst", "De lijst waaruit de term komt."), _VOLGORDE,
        Kolom("term", "De korte naam (id) van de term."), Kolom("label", "Hoe lezers de term zien."),
    )  # fmt: skip
    rows = tuple(
        (item.slug, lijst, place, key, catalogue.lijsten[lijst].label(key))
        for item in catalogue.items
        for lijst in _FACETS
        for place, key in enumerate(catalogue.terms(item, lijst), 1)
    )
    return Tabel("trefwoorden", UITLEG["trefwoorden"], columns, rows)


def _relaties(catalogue: Catalogue) -> Tabel:
    columns = (
        _VOORBEELD, Kolom("relatie", f"De soort relatie: {', '.join(_RELATIES)}."),
        Kolom("naar", "De korte naam waar het voorbeeld naar verwijst."), Kolom("naar_titel", "De titel daarvan."),
    )  # fmt: skip
    rows: list[tuple[Cel, ...]] = []
    for item in catalogue.items:
        for relatie in _RELATIES:
            value = getattr(item.data, relatie, None) or ()
            pages: Mapping[str, Item | KennisItem] = catalogue.kennis_by_slug if relatie == "kennis" else catalogue.by_slug
            rows += [(item.slug, relatie, slug, pages[slug].data.titel) for slug in ((value,) if isinstance(value, str) else value)]
    return Tabel(
        "relaties",
        UITLEG["relaties"],
        columns,
        tuple(rows),
    )


def _lijsten(catalogue: Catalogue) -> Tabel:
    names = tuple(dict.fromkeys(name for model in LISTS.values() for name in model.model_fields))
    fields = {**{name: field for model in LISTS.values() for name, field in model.model_fields.items()}, **Begrip.model_fields}
    columns = tuple(Kolom(name, fields[name].description or "") for name in names)
    rows = tuple(
        (naam, key, *(_cell(getattr(term, name, None)) for name in names))
        for naam in LISTS
        for key, term in catalogue.lijsten[naam].items()
    )
    head = (Kolom("lijst", "De naam van de lijst."), Kolom("id", "De korte naam van de term."))
    return Tabel("lijsten", UITLEG["lijsten"], (*head, *columns), rows)


def _kennis(catalogue: Catalogue, site_url: str) -> Tabel:
    columns = (
        Kolom("slug", "De korte naam."), Kolom("adres", "Het vaste adres."), Kolom("titel", "De titel."),
        Kolom("samenvatting", "De kern."), Kolom("soort", "Wat voor kennis het is."), Kolom("datum", "De datum van het werk zelf."),
        Kolom("uitgever", "Wie het maakte."), Kolom("themas", "De thema's."), Kolom("peildatum", "Van wanneer de feiten zijn."),
    )  # fmt: skip
    rows = tuple(
        (
            page.slug, site_url + addresses.kennis(page.slug), page.data.titel, page.data.samenvatting, page.data.soort,
            page.data.datum, page.data.uitgever, _joined(page.data.themas), page.data.peildatum,
        )
        for page in catalogue.kennis
    )  # fmt: skip
    return Tabel("kennis", UITLEG["kennis"], columns, rows)
