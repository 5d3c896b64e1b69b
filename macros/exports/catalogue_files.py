"""What the script of the catalogue page reads: its table, the map, and the cards in small files."""

from __future__ import annotations

import json
from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue
from macros.render import Renderer
from macros.views.cards import in_pages, kaart
from macros.views.catalogue import CARDS_IN_A_FILE, tabel, versie
from macros.views.places import landkaart


def catalogue_files(catalogue: Catalogue, renderer: Renderer) -> Iterator[tuple[str, str]]:
    """Path and content. The cards are those of the lists: the same component, for a page one level deep."""
    folder = addresses.catalogusmap(versie(catalogue))
    yield f"{folder}tabel.json", tabel(catalogue)
    yield (
        f"{folder}landkaart.json",
        json.dumps(renderer.render("cataloguskaart", kaart=landkaart(catalogue), basis="../"), ensure_ascii=False),
    )
    for number, items in enumerate(in_pages(catalogue.items, CARDS_IN_A_FILE)):
        cards = [str(renderer.render("kaart", kaart=kaart(catalogue, item), basis="../")) for item in items]
        yield f"{folder}kaarten-{number}.json", _json(cards)


def _json(value: list[str]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
