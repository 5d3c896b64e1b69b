"""The catalogue as tables: one row per entry, and a tidy table for whatever an entry has more of.

A field with several groups (`bronnen`) is a table of its own, with the entry and the place in its list; all else of an
entry stands in `voorbeelden`. Columns follow from the model.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from macros import addresses
from macros.canonical import order
from macros.catalogue import Catalogue, Item, KennisItem
from macros.citing import work
from macros.citing.styles import apa
from macros.exports.open_data.attribution import naamsvermelding_bij
from macros.exports.open_data.columns import Cel, Kolom, cell, columns_of, joined, own_columns
from macros.model.entry import Praktijk
from macros.model.leaves import step_at
from macros.model.vocabulary import LISTS, Begrip


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


def _voorbeelden(catalogue: Catalogue, site_url: str) -> Tabel:
    columns = list(own_columns(catalogue))
    made: list[tuple[Kolom, Callable[[Item], Cel]]] = [
        (Kolom("slug", "De korte naam; blijft altijd gelijk."), lambda item: item.slug),
        (Kolom("adres", "Het vaste adres van de pagina."), lambda item: site_url + addresses.voorbeeld(item.slug)),
        *((bron.kolom, lambda item, bron=bron: bron.cel(item.data)) for bron in columns),
        (Kolom("provincies", "De provincies die uit de gemeenten volgen."), lambda item: joined(catalogue.provincies(item))),
        (Kolom("volledigheid", "Hoeveel er is ingevuld: basis, verdiept of volledig. Geen oordeel."), lambda item: item.volledigheid),
        (Kolom("mogelijk_verouderd", "Of de feiten ouder zijn dan 24 maanden.", "janee"), catalogue.is_stale),
        (Kolom("bronvermelding", "Zo haal je de pagina aan."), lambda item: str(apa(work.voorbeeld(catalogue, item, site_url)))),
        (Kolom("naamsvermelding", "Zet dit erbij als je dit voorbeeld overneemt."), lambda item: naamsvermelding_bij(item, site_url)),
    ]
    rows = tuple(tuple(fill(item) for _, fill in made) for item in catalogue.items)
    return Tabel("voorbeelden", UITLEG["voorbeelden"], tuple(kolom for kolom, _ in made), rows)


def _deel(catalogue: Catalogue, name: str, model: type[BaseModel]) -> Tabel:
    """The table of a field with several groups."""
    columns = tuple(columns_of(catalogue, model))
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
        (naam, key, *(cell(getattr(term, name, None)) for name in names)) for naam in LISTS for key, term in catalogue.lijsten[naam].items()
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
            page.data.datum, page.data.uitgever, joined(page.data.themas), page.data.peildatum,
        )
        for page in catalogue.kennis
    )  # fmt: skip
    return Tabel("kennis", UITLEG["kennis"], columns, rows)
