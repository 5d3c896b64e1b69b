"""Pictures that must be pixels, as SVG to rasterise: the ones that other sites show with a link, and the icons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.collections import Verzameling
from macros.drawings.cover import cover
from macros.drawings.sharing import app_icon, entry_picture, quilt_picture, sign_picture
from macros.views.cards import SOORTEN, plaats_in_words, voorbeelden


@dataclass(frozen=True)
class Picture:
    """One picture: where it stands on the site, what it shows, and how wide it becomes."""

    path: str
    svg: str
    width: int = 1200


def pictures(catalogue: Catalogue, collections: Sequence[Verzameling], wordmark: str, mark: str) -> Iterator[Picture]:
    """All pictures of a site. `wordmark` and `mark` are our own SVG files."""
    for item in catalogue.items:
        kind, place = SOORTEN[item.data.type], plaats_in_words(catalogue, item)
        yield _for(addresses.voorbeeld(item.slug), entry_picture(kind, item.data.titel, place, _cover(catalogue, item), wordmark))
    themas = catalogue.lijsten["themas"]
    for key in catalogue.used_terms("themas"):
        line = f"Thema · {voorbeelden(len(catalogue.with_term('themas', key)))}"
        yield _for(addresses.term("themas", key), sign_picture(line, themas.label(key), key, wordmark))
    for page in catalogue.kennis:
        line = f"Kennis · {catalogue.lijsten['kennissoorten'].label(page.data.soort)}"
        yield _for(addresses.kennis(page.slug), sign_picture(line, page.data.titel, page.data.themas[0], wordmark))
    for collection in collections:
        items = [catalogue.by_slug[slug] for slug in collection.slugs if slug in catalogue.by_slug]
        yield _for(
            addresses.verzameling(collection.slug),
            _quilt(catalogue, f"Verzameling · {voorbeelden(len(items))}", collection.titel, items, wordmark),
        )
    first_of_theme = {item.data.themas[0]: item for item in reversed(catalogue.items)}
    line = f"{voorbeelden(len(catalogue.items))} uit het sociaal werk"
    yield _for("", _quilt(catalogue, line, "Wat deden anderen, en wat leerden ze ervan?", list(first_of_theme.values()), wordmark))
    yield Picture("favicon.ico", mark, 32)
    yield Picture("apple-touch-icon.png", app_icon(mark), 180)
    for width in (192, 512):
        yield Picture(f"assets/icoon-{width}.png", mark, width)


def _for(address: str, svg: str) -> Picture:
    return Picture(addresses.deelbeeld(address), svg)


def _quilt(catalogue: Catalogue, line: str, titel: str, items: Sequence[Item], wordmark: str) -> str:
    return quilt_picture(line, titel, [_cover(catalogue, item) for item in items[:3]], wordmark)


def _cover(catalogue: Catalogue, item: Item) -> str:
    provincie = next(iter(catalogue.provincies(item)), None)
    return cover(item.slug, item.data.type, item.data.themas[0], item.data.fase, provincie)
