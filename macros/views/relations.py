"""Where a reader can go on from an entry: method, sisters, whole and parts, relatives, the same theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.catalogue import Catalogue, Item
from macros.model.entry import Praktijk
from macros.views.cards import Kaart, kaarten


@dataclass(frozen=True)
class Relatie:
    """A group of related entries with the reason they stand here."""

    kop: str
    kaarten: tuple[Kaart, ...]


def relaties(catalogue: Catalogue, item: Item) -> Iterator[Relatie]:
    """The groups that have entries; an entry stands in the first group it fits."""
    data = item.data
    groups: list[tuple[str, Sequence[Item]]] = []
    if isinstance(data, Praktijk) and data.werkwijze:
        method = catalogue.by_slug[data.werkwijze]
        sisters = [other for other in catalogue.praktijken_van(data.werkwijze) if other.slug != item.slug]
        groups += [("De werkwijze hierachter", (method,)), ("Dezelfde werkwijze op andere plekken", sisters)]
    if isinstance(data, Praktijk) and data.onderdeel_van:
        whole = catalogue.by_slug[data.onderdeel_van]
        others = [other for other in catalogue.onderdelen_van(data.onderdeel_van) if other.slug != item.slug]
        groups += [("Onderdeel van", (whole,)), ("Andere onderdelen", others)]
    groups += [
        ("Praktijken met deze werkwijze", catalogue.praktijken_van(item.slug)),
        ("Onderdelen", catalogue.onderdelen_van(item.slug)),
        ("Verwante voorbeelden", catalogue.verwant(item)),
    ]
    shown: set[str] = {item.slug}
    for heading, items in groups:
        fresh = [other for other in items if other.slug not in shown]
        shown.update(other.slug for other in fresh)
        if fresh:
            yield Relatie(heading, kaarten(catalogue, fresh[:12]))
    # who already has many ways to go on needs no look-alikes
    alike = [other for other in catalogue.vergelijkbaar(item) if other.slug not in shown]
    if alike and len(shown) <= 8:
        yield Relatie("Zelfde thema", kaarten(catalogue, alike))
