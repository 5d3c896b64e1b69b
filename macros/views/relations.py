"""Where a reader can go on from an entry: first its family, then entries that are worth a look for another reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.catalogue import Catalogue, Item
from macros.model.entry import Praktijk
from macros.views.cards import plaats_in_words

_MOST_FAMILY = 12


@dataclass(frozen=True)
class Naaste:
    """A related entry as a compact card: with its title stands where it is, or why it is worth a look."""

    slug: str
    titel: str
    bij: str


@dataclass(frozen=True)
class Relatie:
    """A group of related entries."""

    kop: str
    naasten: tuple[Naaste, ...]


def relaties(catalogue: Catalogue, item: Item) -> Iterator[Relatie]:
    """The groups that have entries; an entry stands in the first group it fits."""
    shown: set[str] = {item.slug}
    for heading, items in _family(catalogue, item):
        fresh = [other for other in items if other.slug not in shown]
        # its own parts are never "also interesting"; of many sisters the others may be
        shown.update(other.slug for other in (fresh if "nderdelen" in heading else fresh[:_MOST_FAMILY]))
        if fresh:
            yield Relatie(heading, tuple(Naaste(other.slug, other.data.titel, _where(catalogue, other)) for other in fresh[:_MOST_FAMILY]))
    # who has family to show gets fewer
    alike = catalogue.ook_interessant(item, shown, most=4 if len(shown) > 1 else 6)
    if alike:
        yield Relatie("Ook interessant", tuple(Naaste(other.slug, other.data.titel, reden) for other, reden in alike))


def _family(catalogue: Catalogue, item: Item) -> Iterator[tuple[str, Sequence[Item]]]:
    data = item.data
    if isinstance(data, Praktijk) and data.werkwijze:
        yield "De werkwijze hierachter", (catalogue.by_slug[data.werkwijze],)
        yield "Dezelfde werkwijze op andere plekken", catalogue.praktijken_van(data.werkwijze)
    if isinstance(data, Praktijk) and data.onderdeel_van:
        yield "Onderdeel van", (catalogue.by_slug[data.onderdeel_van],)
        yield "Andere onderdelen", catalogue.onderdelen_van(data.onderdeel_van)
    yield "Praktijken met deze werkwijze", catalogue.praktijken_van(item.slug)
    yield "Onderdelen", catalogue.onderdelen_van(item.slug)
    yield "Verwante voorbeelden", catalogue.verwant(item)


def _where(catalogue: Catalogue, item: Item) -> str:
    """Where it is, unless the title says so."""
    known = catalogue.terms(item, "gemeenten")
    said = any(catalogue.lijsten["gemeenten"].label(key) in item.data.titel for key in known)
    return "" if said else plaats_in_words(catalogue, item)
