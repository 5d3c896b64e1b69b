"""What is near a municipality, and by which names people look for one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue
from macros.geodata import dichtbij, gemeentepunten
from macros.naming import slugify
from macros.views.cards import Tag, voorbeelden

NEAREST = 5
"""How many municipalities with entries are named beside one."""

_FOREIGN = {"The Hague"}
"""Main places that GeoNames doesn't name in Dutch."""


@dataclass(frozen=True)
class Buur:
    """A municipality with entries near another: how far, and how many entries."""

    gemeente: Tag
    afstand: str
    aantal: str


@dataclass(frozen=True)
class Naam:
    """Another name by which people look for a municipality: `vroeger` (it was one itself), `plaats` (its main place) or `ook`."""

    id: str
    naam: str
    gemeente: str
    soort: str


def in_de_buurt(catalogue: Catalogue, gemeente: str, most: int = NEAREST) -> tuple[Buur, ...]:
    """The nearest other municipalities with entries, nearest first."""
    return tuple(
        Buur(
            Tag(catalogue.lijsten["gemeenten"].label(key), addresses.term("gemeenten", key), key),
            f"{km} km verderop",
            voorbeelden(len(catalogue.with_term("gemeenten", key))),
        )
        for key, km in naaste(catalogue, gemeente, most)
    )


def naaste(catalogue: Catalogue, gemeente: str, most: int = NEAREST) -> tuple[tuple[str, int], ...]:
    """The same as ids and whole kilometres, one at least."""
    points = gemeentepunten()
    if gemeente not in points:
        return ()
    others = {key: points[key] for key in catalogue.used_terms("gemeenten") if key in points and key != gemeente}
    return tuple((key, max(1, round(km))) for km, key in dichtbij(points[gemeente], others, most))


def andere_namen(catalogue: Catalogue) -> tuple[Naam, ...]:
    """What a municipality of now is also called, was called or has as its main place; what is a municipality itself comes first."""
    lijst = catalogue.lijsten["gemeenten"]
    found: dict[str, Naam] = {}
    for naam in (*_former(catalogue), *_also(catalogue), *_places(catalogue)):
        if naam.id not in lijst or lijst[naam.id].opvolger:
            found.setdefault(naam.id, naam)
    return tuple(found[key] for key in sorted(found))


def _former(catalogue: Catalogue) -> Iterator[Naam]:
    for key, term in catalogue.lijsten["gemeenten"].items():
        if term.opvolger:
            yield Naam(key, term.label, _now(catalogue, key), "vroeger")


def _also(catalogue: Catalogue) -> Iterator[Naam]:
    for key, term in catalogue.lijsten["gemeenten"].items():
        for name in term.synoniemen:
            yield Naam(slugify(name), name, _now(catalogue, key), "vroeger" if term.opvolger else "ook")


def _places(catalogue: Catalogue) -> Iterator[Naam]:
    lijst = catalogue.lijsten["gemeenten"]
    labels = sorted((term.label, key) for key, term in lijst.items())
    for key, punt in gemeentepunten().items():
        # Alphen is the main place of Alphen-Chaam, but who types it may well mean Alphen aan den Rijn
        elsewhere = any(other != key for other in _beginning(labels, punt.plaats))
        if key in lijst and punt.plaats not in {lijst[key].label, *_FOREIGN} and not elsewhere:
            yield Naam(slugify(punt.plaats), punt.plaats, key, "plaats")


def _beginning(labels: Sequence[tuple[str, str]], text: str) -> Iterator[str]:
    """Of sorted labels with their ids the ids of those that begin with a text."""
    for label, key in labels[bisect_left(labels, (text, "")) :]:
        if not label.startswith(text):
            return
        yield key


def _now(catalogue: Catalogue, key: str) -> str:
    """The municipality of now that an earlier one became, by as many steps as it took."""
    while following := catalogue.lijsten["gemeenten"][key].opvolger:
        key = following
    return key
