"""The catalogue page: what a visitor can choose by, and the table with which the browser counts.

The page carries the labels; the table says per entry which of them hold. Both come from the one list
of facets below, so a box and its count can't drift apart.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import last_day
from macros.views.cards import FILTERS, SOORTEN, Kaart, kaarten
from macros.views.worklists import AAN_TE_VULLEN, aan_te_vullen

ON_A_PAGE = 24
"""Cards on a page of the catalogue, and what "Toon meer" adds."""

CARDS_IN_A_FILE = 12
"""Few enough that a choice scattered over a large catalogue stays light."""

_LONG = 8
_FIRST = 5


@dataclass(frozen=True)
class Keuze:
    """One value of a facet and the number of entries that have it; `later` when it waits behind "Toon alle"."""

    id: str
    label: str
    aantal: int
    later: bool


@dataclass(frozen=True)
class Facet:
    """A group of choices. `naam` is its name in the address; `bekend` how many entries say anything about it."""

    naam: str
    titel: str
    keuzes: tuple[Keuze, ...]
    open: bool
    bekend: int

    @property
    def lang(self) -> bool:
        """Whether most choices wait behind a button."""
        return any(keuze.later for keuze in self.keuzes)


@dataclass(frozen=True)
class _Soort:
    """Where the values of a facet come from, their labels, and whether the most used stands first."""

    titel: str
    waarden: Callable[[Catalogue, Item], Iterable[str]]
    labels: Callable[[Catalogue], Mapping[str, str]]
    gewoonste_eerst: bool = True


def _lijst(titel: str, lijst: str, *, gewoonste_eerst: bool = True) -> _Soort:
    """A facet that is a vocabulary on which the catalogue can be looked up."""
    return _Soort(titel, lambda catalogue, item: catalogue.terms(item, lijst), lambda catalogue: _labels(catalogue, lijst), gewoonste_eerst)


def _labels(catalogue: Catalogue, lijst: str) -> Mapping[str, str]:
    return {key: term.label for key, term in catalogue.lijsten[lijst].items()}


def _vast(titel: str, waarde: Callable[[Catalogue, Item], str], labels: Mapping[str, str]) -> _Soort:
    """A facet of which every entry has one value, with labels of its own."""
    return _Soort(titel, lambda catalogue, item: (waarde(catalogue, item),), lambda _: labels, gewoonste_eerst=False)


def _provincies(catalogue: Catalogue, item: Item) -> Iterable[str]:
    return catalogue.provincies(item) if item.data.plaats else ("landelijk",)


def _jaren(catalogue: Catalogue) -> Mapping[str, str]:
    years = {item.data.peildatum[:4] for item in catalogue.items}
    return {year: year for year in sorted(years, reverse=True)}


_SOORTEN: dict[str, _Soort] = {
    FILTERS["themas"]: _lijst("Thema", "themas"),
    FILTERS["doelgroepen"]: _lijst("Voor wie", "doelgroepen"),
    FILTERS["werkvormen"]: _lijst("Werkvorm", "werkvormen"),
    FILTERS["fasen"]: _lijst("Fase", "fasen", gewoonste_eerst=False),
    "soort": _vast("Soort", lambda _, item: item.data.type, SOORTEN),
    FILTERS["provincies"]: _Soort(
        "Provincie", _provincies, lambda catalogue: {**_labels(catalogue, "provincies"), "landelijk": "Landelijk"}
    ),
    FILTERS["gemeenten"]: _lijst("Gemeente", "gemeenten"),
    "geld": _Soort(
        "Wie betaalt",
        lambda _, item: dict.fromkeys(money.geldbron for money in item.data.financiering),
        lambda catalogue: _labels(catalogue, "financieringsbronnen"),
    ),
    "kosten": _Soort(
        "Kosten",
        lambda _, item: (item.data.kosten.jaarband,) if item.data.kosten else (),
        lambda catalogue: _labels(catalogue, "kostenbanden"),
        gewoonste_eerst=False,
    ),
    FILTERS["wetten"]: _lijst("Wet", "wetten"),
    "onderbouwing": _Soort(
        "Steunt op", lambda _, item: item.data.onderbouwing, lambda catalogue: _labels(catalogue, "onderbouwing"), gewoonste_eerst=False
    ),
    "jaar": _Soort("Jaar van de feiten", lambda _, item: (item.data.peildatum[:4],), _jaren, gewoonste_eerst=False),
    "actueel": _vast(
        "Hoe recent",
        lambda catalogue, item: "nee" if catalogue.is_stale(item) else "ja",
        {"ja": "Jonger dan twee jaar", "nee": "Mogelijk verouderd"},
    ),
    "beschrijving": _vast(
        "Hoe uitgebreid", lambda _, item: item.volledigheid, {"volledig": "Volledig", "verdiept": "Verdiept", "basis": "Basis"}
    ),
    "aanvullen": _Soort("Wat aanvulling vraagt", aan_te_vullen, lambda _: AAN_TE_VULLEN),
    "herkomst": _vast(
        "Wie het beschreef",
        lambda _, item: item.data.herkomst,
        {"ingezonden": "De organisatie zelf", "redactie": "De redactie, uit openbare bronnen"},
    ),
}
"""Every facet in the order of the page, by its name in the address."""

_OPEN = {FILTERS["themas"], FILTERS["doelgroepen"], FILTERS["fasen"]}


def facetten(catalogue: Catalogue) -> tuple[Facet, ...]:
    """The facets with the values that some entry has."""
    return tuple(_facet(catalogue, naam, soort) for naam, soort in _SOORTEN.items())


def _facet(catalogue: Catalogue, naam: str, soort: _Soort) -> Facet:
    per_item = [tuple(soort.waarden(catalogue, item)) for item in catalogue.items]
    counts = Counter(key for keys in per_item for key in keys)
    used = [(key, label) for key, label in soort.labels(catalogue).items() if counts[key]]
    if soort.gewoonste_eerst:
        used.sort(key=lambda pair: -counts[pair[0]])
    long = len(used) > _LONG
    choices = (Keuze(key, label, counts[key], long and place >= _FIRST) for place, (key, label) in enumerate(used))
    return Facet(naam, soort.titel, tuple(choices), naam in _OPEN, sum(1 for keys in per_item if keys))


@dataclass(frozen=True)
class Cataloguspagina:
    """The first page of the catalogue: its facets, its first cards, and the address of the files that the script reads."""

    facetten: tuple[Facet, ...]
    kaarten: tuple[Kaart, ...]
    totaal: int
    gecontroleerd: bool
    """Whether any entry was checked again, so that one can sort by it."""
    bron: str
    volgende: str | None


def catalogusvoorpagina(catalogue: Catalogue) -> Cataloguspagina:
    """What the first page of the catalogue shows, with and without script."""
    total = len(catalogue.items)
    return Cataloguspagina(
        facetten(catalogue),
        kaarten(catalogue, catalogue.items[:ON_A_PAGE]),
        total,
        any(item.data.gecontroleerd for item in catalogue.items),
        addresses.catalogusmap(versie(catalogue)),
        addresses.numbered("voorbeelden/", 2) if total > ON_A_PAGE else None,
    )


def tabel(catalogue: Catalogue) -> str:
    """The table as JSON. One row per entry, in alphabetical order; a column is one string or one list.

    In the column of a facet every value is one sign, its place among `waarden` counted from `0`
    (U+0030); rows are parted by a space. A day is a number: 20240326, and 0 when there is none.
    Municipalities bring their labels, because a page with hundreds of boxes would be heavy.
    """
    columns: dict[str, object] = {}
    for facet in facetten(catalogue):
        keys = [keuze.id for keuze in facet.keuzes]
        sign = {key: chr(ord("0") + place) for place, key in enumerate(keys)}
        values = _SOORTEN[facet.naam].waarden
        rows = " ".join("".join(sign[key] for key in values(catalogue, item)) for item in catalogue.items)
        labels = {"labels": [keuze.label for keuze in facet.keuzes]} if facet.naam == FILTERS["gemeenten"] else {}
        columns[facet.naam] = {"waarden": keys, **labels, "rijen": rows}
    table = {
        "aantal": len(catalogue.items),
        "kaarten_per_bestand": CARDS_IN_A_FILE,
        "facetten": columns,
        "peildatum": [_day(item.data.peildatum) for item in catalogue.items],
        "gecontroleerd": [_day(item.data.gecontroleerd.datum) if item.data.gecontroleerd else 0 for item in catalogue.items],
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def versie(catalogue: Catalogue) -> str:
    """A fingerprint of the table and of all that cards show; rows of one version never meet cards of another."""
    shown = [tabel(catalogue), *map(repr, kaarten(catalogue, catalogue.items))]
    return hashlib.sha256("\n".join(shown).encode()).hexdigest()[:8]


def _day(value: str) -> int:
    day = last_day(value)
    return day.year * 10_000 + day.month * 100 + day.day
