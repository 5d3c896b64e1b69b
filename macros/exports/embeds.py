"""What others show on their own site: a slim page per entry, per term and per pair of terms, for an `iframe`.

Without script, cookie or anything from elsewhere: `overrides/components/insluiten.html` with a stylesheet of its own. A look
is chosen by the part of the address after `#`. There is a page for every term and every pair, also where no entry is:
another site that shows it must not break when the last entry moves on. How many there are follows from the lists, not
from the number of entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.exports.open_data.attribution import LICENTIE_ADRES
from macros.render import Renderer
from macros.views.cards import FILTERS, kaart, plaats_in_words, voorbeelden

LISTED = 6
"""Entries in a list; a link leads to the rest."""


def embed_files(catalogue: Catalogue, renderer: Renderer, stylesheet: str) -> Iterator[tuple[str, str]]:
    """Path and content of every page. `stylesheet` is its path from the root of the site."""
    for item in catalogue.items:
        yield entry_embed(catalogue, item, renderer, stylesheet)
    yield from list_embeds(catalogue, renderer, stylesheet)


def entry_embed(catalogue: Catalogue, item: Item, renderer: Renderer, stylesheet: str) -> tuple[str, str]:
    """Path and content of the page of one entry."""
    path = addresses.ingesloten("voorbeelden", item.slug)
    shown = {"titel": item.data.titel, "kaart": kaart(catalogue, item), "adres": "", "aantal": "", "regels": ()}
    return path, _page(renderer, stylesheet, path, shown)


def list_embeds(catalogue: Catalogue, renderer: Renderer, stylesheet: str) -> Iterator[tuple[str, str]]:
    """Path and content of every page with a list."""
    for path, title, items, rest in _lists(catalogue):
        yield path, _page(renderer, stylesheet, path, {"titel": title, "kaart": None, **_rows(catalogue, items, rest)})


def _page(renderer: Renderer, stylesheet: str, path: str, shown: dict[str, object]) -> str:
    return f"{renderer.render('insluiten', basis=addresses.to_root(path), stijl=stylesheet, licentie=LICENTIE_ADRES, **shown)}\n"


def _lists(catalogue: Catalogue) -> Iterator[tuple[str, str, Sequence[Item], str]]:
    """Of every list its path, its title, its entries and where all of them are."""
    for lijst in addresses.FACETS:
        for key, term in catalogue.lijsten[lijst].items():
            items = catalogue.with_term(lijst, key)
            yield addresses.ingesloten(lijst, key), term.label, items, addresses.term(lijst, key) if items else addresses.VOORBEELDEN
    for first, second in addresses.INGESLOTEN_PAREN:
        both = _pairs(catalogue, first, second)
        for one, term in catalogue.lijsten[first].items():
            for other, also in catalogue.lijsten[second].items():
                items = both.get((one, other), ())
                title = f"{term.label} in {also.label}" if second == "provincies" else f"{term.label} · {also.label}"
                filtered = f"{addresses.VOORBEELDEN}?{FILTERS[first]}={one}&{FILTERS[second]}={other}"
                # without the two together, then all of the first
                instead = addresses.term(first, one) if catalogue.with_term(first, one) else addresses.VOORBEELDEN
                yield addresses.ingesloten_paar(first, one, second, other), title, items, filtered if items else instead


def _pairs(catalogue: Catalogue, first: str, second: str) -> dict[tuple[str, str], list[Item]]:
    found: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in catalogue.items:
        for one in catalogue.terms(item, first):
            for other in catalogue.terms(item, second):
                found[one, other].append(item)
    return found


def _rows(catalogue: Catalogue, items: Sequence[Item], rest: str) -> dict[str, object]:
    newest = sorted(items, key=lambda item: item.data.peildatum, reverse=True)[:LISTED]
    rows = [
        (addresses.voorbeeld(item.slug), item.data.titel, plaats_in_words(catalogue, item), in_words(item.data.peildatum))
        for item in newest
    ]
    return {"regels": rows, "adres": rest, "aantal": voorbeelden(len(items)) if items else ""}
