"""The files beside an entry's page: its cover drawing, the QR code of its address, and the file it is written in."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.drawings.cover import cover
from macros.qr import qr_svg


def entry_files(catalogue: Catalogue, item: Item, site_url: str) -> Iterator[tuple[str, bytes | str]]:
    """Path and content of the files of one entry."""
    provincie = next(iter(catalogue.provincies(item)), None)
    yield addresses.omslag(item.slug), cover(item.slug, item.data.type, item.data.themas[0], item.data.fase, provincie)
    address = addresses.voorbeeld(item.slug)
    yield f"{address}qr.svg", qr_svg(f"{site_url}{address}")
    yield addresses.bron(item.slug), item.tekst
