"""What a visit costs: bytes over the line, compressed as any host does, and nothing that jumps."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route

from tests.metering import Meter, compressing, jumps
from tests.sharing import Site

_FIRST, _LATER = 100_000, 20_000


@pytest.fixture(scope="module")
def compressed(site: Site) -> Iterator[str]:
    """The address of the site on a host that compresses."""
    with compressing(site.folder) as address:
        yield address


def test_a_first_visit_is_light_and_the_next_lighter(browser: Browser, compressed: str) -> None:
    """Everything that an entry page loads, letters too, weighs at most 100 kB; the next entry at most 20 kB."""
    page = browser.new_page(viewport={"width": 375, "height": 800})
    meter = Meter(page)

    first = meter.visit(f"{compressed}voorbeelden/leefgoed-veghel/")
    later = meter.visit(f"{compressed}voorbeelden/welzijn-op-recept/")

    assert {"kop.woff2", "pagina", "woordmerk.svg"} <= set(first)
    assert sum(first.values()) <= _FIRST, first
    assert sum(later.values()) <= _LATER, later
    page.context.close()


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize(
    "address",
    ["", "voorbeelden/", "voorbeelden/leefgoed-veghel/", "themas/eenzaamheid/", "zoeken/", "kaart/", "overzicht/", "kennis/sociale-basis/"],
)
def test_nothing_jumps(browser: Browser, compressed: str, address: str, width: int) -> None:
    """No element moves while a page loads or is read to its end, also when its scripts come late."""
    page = browser.new_page(viewport={"width": width, "height": 800})

    def late(route: Route) -> None:
        time.sleep(0.15)
        route.continue_()

    page.route("**/*.js", late)
    Meter(page).visit(compressed + address)

    assert jumps(page) == 0
    page.context.close()


def test_a_jump_is_noticed(browser: Browser, compressed: str) -> None:
    """The measure can fail: something that pushes the text down counts."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{compressed}over/")
    assert jumps(page) == 0

    # the push by which the first measure proved itself
    assert jumps(page) > 0
    page.context.close()
