"""How to name where something came from, in the kinds of text that people write with it."""

from __future__ import annotations

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.views.cards import plaats_in_words
from macros.views.citation import in_tekst

VORMEN = ("voetnoot", "lopend", "literatuurlijst")
"""A footnote, a clause within a sentence, a line in a list of references."""


def verwijzing(catalogue: Catalogue, item: Item, vorm: str, site: str) -> str:
    """The reference to an entry as plain text, for a site at this address."""
    address, stand = site + addresses.voorbeeld(item.slug), in_words(item.data.peildatum)
    match vorm:
        case "voetnoot":
            return f"Praktijkwijzer Sociaal Werk, ‘{item.data.titel}’, stand van {stand}, {address}."
        case "lopend":
            return f"‘{item.data.titel}’, {plaats_in_words(catalogue, item)}, stand van {stand} ({address})"
        case _:
            return in_tekst(item, site)
