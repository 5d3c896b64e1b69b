"""What the home page shows of the catalogue beside cards: the latest entries, and collections as tiles."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.collections import Verzameling
from macros.dates import in_words
from macros.views.cards import plaats_in_words, voorbeelden

LAATSTE = {
    "feiten": "Er zijn nog geen voorbeelden.",
    "nagekeken": "Nog geen voorbeeld is nagekeken door wie erbij was.",
}
"""What a list of latest entries can be about, and what it says when it is empty."""


@dataclass(frozen=True)
class Regel:
    """An entry on one line of a list."""

    adres: str
    titel: str
    plaats: str
    datum: str


@dataclass(frozen=True)
class Verzamelingtegel:
    """A collection as a tile, with the covers of its first entries."""

    adres: str
    titel: str
    omschrijving: str
    aantal: str
    omslagen: tuple[str, ...]


def laatste(catalogue: Catalogue, wat: str, most: int) -> tuple[Regel, ...]:
    """The entries with the newest facts, or those that were checked last; newest first."""
    dated = [(_date(item, wat), item) for item in catalogue.items]
    newest = sorted(((date, item) for date, item in dated if date), key=lambda pair: pair[0], reverse=True)
    return tuple(
        Regel(addresses.voorbeeld(item.slug), item.data.titel, plaats_in_words(catalogue, item), in_words(date))
        for date, item in newest[:most]
    )


def _date(item: Item, wat: str) -> str:
    if wat == "feiten":
        return item.data.peildatum
    return item.data.gecontroleerd.datum if item.data.gecontroleerd else ""


def verzamelingtegel(catalogue: Catalogue, collection: Verzameling, most: int = 3) -> Verzamelingtegel:
    """The tile of a collection, with at most so many covers."""
    slugs = [slug for slug in collection.slugs if slug in catalogue.by_slug]
    return Verzamelingtegel(
        addresses.verzameling(collection.slug),
        collection.titel,
        collection.omschrijving,
        voorbeelden(len(slugs)),
        tuple(addresses.omslag(slug) for slug in slugs[:most]),
    )
