"""The page with everything that changed, by day."""

from __future__ import annotations

import datetime
import itertools
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue
from macros.dates import in_words
from macros.versions.changes import LISTS, ON_THE_PAGE, Wijziging, Wijzigingen
from macros.views.cards import voorbeelden

SOORTEN = {
    "nieuw": "Nieuw", "gewijzigd": "Gewijzigd", "hernoemd": "Nieuw adres", "samengevoegd": "Samengevoegd", "verwijderd": "Weggehaald",
}  # fmt: skip
"""What happened to an entry, in a word."""


@dataclass(frozen=True)
class Regel:
    """One event on the page."""

    soort: str
    woord: str
    titel: str
    wat: str
    adres: str
    versie: str
    moment: int


@dataclass(frozen=True)
class Dag:
    """All events of a day; `begin` is how many entries were there at once on the first day, else empty."""

    datum: str
    machinedatum: str
    regels: tuple[Regel, ...]
    begin: str = ""
    moment: int = 0
    """Of the beginning."""


@dataclass(frozen=True)
class Wijzigingenpagina:
    """Everything on the page; without days the page says why."""

    dagen: tuple[Dag, ...]
    gemis: str
    meer: int
    """How many events are shown when there were others before these; else 0."""
    feeds: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    """Per list its name and the label and address of every page with a feed."""


def wijzigingenpagina(catalogue: Catalogue, changes: Wijzigingen) -> Wijzigingenpagina:
    """The newest events by day. Of the first day all entries that were there at once are one line."""
    later = [one for one in changes.alle if not one.begin]
    first = next((one for one in changes.alle if one.begin), None)
    shown = later[:ON_THE_PAGE]
    days = [Dag(in_words(day), day, tuple(map(_line, ones))) for day, ones in itertools.groupby(shown, _day)]
    cut = len(later) > ON_THE_PAGE
    if first and not cut:
        began = Dag(in_words(_day(first)), _day(first), (), voorbeelden(changes.begin), first.moment)
        if days and days[-1].machinedatum == began.machinedatum:
            began = Dag(began.datum, began.machinedatum, days.pop().regels, began.begin, began.moment)
        days.append(began)
    followed = [
        (name, tuple((catalogue.lijsten[lijst].label(key), addresses.term(lijst, key)) for key in _used(catalogue, changes, lijst)))
        for lijst, name in zip(LISTS, ("Per thema", "Per provincie"), strict=True)
    ]
    return Wijzigingenpagina(tuple(days), changes.gemis, ON_THE_PAGE if cut else 0, tuple(found for found in followed if found[1]))


def _used(catalogue: Catalogue, changes: Wijzigingen, lijst: str) -> list[str]:
    return [key for key in catalogue.used_terms(lijst) if changes.bij(lijst, key)]


def _line(change: Wijziging) -> Regel:
    wat = change.wat if len(change.wat) <= _LONG else change.wat[:_LONG].rpartition(" ")[0] + " …"
    return Regel(change.soort, SOORTEN[change.soort], change.titel, wat, change.adres, change.versie, change.moment)


_LONG = 240
"""An entry's summary is as long; a list of changed fields may be longer."""


def _day(change: Wijziging) -> str:
    return datetime.datetime.fromtimestamp(change.moment, datetime.UTC).date().isoformat()
