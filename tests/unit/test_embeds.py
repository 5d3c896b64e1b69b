"""The pages that others show on their own site: every term and every pair of terms, with entries or without."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest
from jinja2 import FileSystemLoader

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.embeds import LISTED, embed_files
from macros.render import Renderer


@pytest.fixture(scope="module")
def renderer(project: Path) -> Renderer:
    return Renderer(FileSystemLoader(project / "overrides" / "components"))


def made(catalogue: Catalogue, renderer: Renderer) -> dict[str, lxml.html.HtmlElement]:
    """The pages by path."""
    return {path: lxml.html.fromstring(page) for path, page in embed_files(catalogue, renderer, "assets/x.css")}


def test_pairs_hold_what_has_both(small: Catalogue, renderer: Renderer) -> None:
    """Exactly the entries with the two terms, the newest facts first, and a way to all of them."""
    pages = made(small, renderer)

    for first, second in addresses.INGESLOTEN_PAREN:
        for one in small.lijsten[first]:
            for other in small.lijsten[second]:
                page = pages.pop(addresses.ingesloten_paar(first, one, second, other))
                wanted = [item for item in small.items if one in small.terms(item, first) and other in small.terms(item, second)]
                shown = [link.text for link in page.cssselect("li a")]
                assert set(shown) <= {item.data.titel for item in wanted}
                assert len(shown) == min(LISTED, len(wanted))
                rest = page.cssselect("main > p a")[0]
                assert ("Bekijk andere voorbeelden" in rest.text) == (not wanted)
                assert ("?" in rest.get("href")) == bool(wanted)
                assert page.cssselect("footer a[rel=license]")
    assert {path.count("/") for path in pages} == {2}


def test_what_is_shown_elsewhere_never_breaks(small: Catalogue, renderer: Renderer) -> None:
    """When entries go, every page that is not of an entry stays; it says that there is nothing now."""
    before = made(small, renderer)
    after = made(replace(small, items=()), renderer)

    assert {path for path in before if not path.startswith("insluiten/voorbeelden/")} == set(after)
    assert {page.cssselect("main p")[0].text for page in after.values()} == {"Er is nu geen voorbeeld dat hierbij past."}


def test_the_number_of_lists_does_not_grow(small: Catalogue, renderer: Renderer) -> None:
    """Ten times the entries, and as many lists."""
    items = tuple(replace(item, slug=f"{item.slug}-{number}") for number in range(10) for item in small.items)
    lists = {path for path in made(small, renderer) if not path.startswith("insluiten/voorbeelden/")}

    assert {path for path in made(replace(small, items=items), renderer) if not path.startswith("insluiten/voorbeelden/")} == lists
