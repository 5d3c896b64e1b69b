"""All that is made from the catalogue, in pieces that can be made apart from each other and in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from macros.catalogue import Item
from macros.compacting import compact
from macros.exports import beside_entry, of_all_entries, of_catalogue
from macros.exports.catalogue_files import catalogue_files
from macros.exports.citations import entry_citations, other_citations
from macros.exports.embeds import entry_embed, list_embeds
from macros.exports.feeds import feed_files
from macros.making.maker import PageMaker
from macros.pages import Pagina, entry_page, other_pages

Made = Iterator[tuple[str, bytes | str]]
"""Path on the site and content of files, one at a time."""
Piece = Callable[[], Made]

_ENTRIES, _PAGES = 20, 50
"""In a piece: few enough that the last ones are done at about the same time everywhere."""


class WrongPieceError(Exception):
    """Something can't be made; the message says what."""


def pieces(maker: PageMaker) -> Sequence[Piece]:
    """Everything, what takes longest first."""
    catalogue, site = maker.shown.catalogue, maker.settings.site_url
    others, items = list(other_pages(catalogue)), catalogue.items
    # what all pages share is worked out here, and not by everyone who takes a piece
    for _ in _pages(maker, [*map(entry_page, items[:1]), *others[-1:]]):
        pass
    return [
        partial(of_all_entries, catalogue, site),
        partial(_lists_to_embed, maker),
        partial(catalogue_files, catalogue, maker.renderer),
        partial(of_catalogue, catalogue, site),
        partial(feed_files, catalogue, maker.shown.wijzigingen, site),
        partial(other_citations, catalogue, maker.shown.verzamelingen, site),
        *(partial(_pages, maker, others[start : start + _PAGES]) for start in range(0, len(others), _PAGES)),
        *(partial(_entries, maker, items[start : start + _ENTRIES]) for start in range(0, len(items), _ENTRIES)),
    ]


def _pages(maker: PageMaker, pages: Sequence[Pagina]) -> Made:
    for page in pages:
        try:
            html = maker.html(page)
        except Exception as error:
            raise WrongPieceError(f"De pagina '{page.adres}' maken lukte niet: {type(error).__name__}: {error}") from error
        yield f"{page.adres}index.html", html


def _entries(maker: PageMaker, items: Sequence[Item]) -> Made:
    """Every file of some entries, those of one after another: they share what they show."""
    catalogue, site = maker.shown.catalogue, maker.settings.site_url
    for item in items:
        yield from _pages(maker, [entry_page(item)])
        yield from beside_entry(catalogue, item, site)
        yield from entry_citations(catalogue, item, site)
        path, html = entry_embed(catalogue, item, maker.renderer, _stylesheet(maker))
        yield path, compact(html.encode())


def _lists_to_embed(maker: PageMaker) -> Made:
    for path, html in list_embeds(maker.shown.catalogue, maker.renderer, _stylesheet(maker)):
        yield path, compact(html.encode())


def _stylesheet(maker: PageMaker) -> str:
    return f"{maker.assets.folder}/insluiten.css"
