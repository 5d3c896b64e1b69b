"""What the printed page of an entry says beyond the screen: its address and its year."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Item


@dataclass(frozen=True)
class Druk:
    """The permanent address in full, and the year to cite."""

    adres: str
    jaar: str


def druk(item: Item, site: str) -> Druk:
    """For a site at this address (ending in `/`). The year is that of the last thing that happened to the page."""
    data = item.data
    dates = [data.peildatum, *(change.datum for change in data.wijzigingen), *([data.gecontroleerd.datum] if data.gecontroleerd else [])]
    return Druk(site + addresses.voorbeeld(item.slug), max(date[:4] for date in dates))
