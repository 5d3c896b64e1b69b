"""How to name where something came from, in the kinds of text that people write with it."""

from __future__ import annotations

from macros.catalogue import Catalogue, Item
from macros.citing import work
from macros.citing.styles import apa, leidraad
from macros.dates import in_words
from macros.views.cards import plaats_in_words

VORMEN = ("voetnoot", "lopend", "literatuurlijst")
"""A footnote (Leidraad), a clause within a sentence, a line in a list of references (APA)."""


def verwijzing(catalogue: Catalogue, item: Item, vorm: str, site: str) -> str:
    """The reference to an entry as plain text, for a site at this address."""
    cited = work.voorbeeld(catalogue, item, site)
    match vorm:
        case "voetnoot":
            return str(leidraad(cited))
        case "lopend":
            return f"‘{cited.titel}’, {plaats_in_words(catalogue, item)}, stand van {in_words(item.data.peildatum)} ({cited.adres})"
        case _:
            return str(apa(cited))
