"""Every type of page as readers set it: wider spacing, four times as large, with the colours of their system, without motion."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import PAGE_TYPES
from tests.sharing import Site

_LOOKING = Path(__file__).with_name("adapting.js").read_text(encoding="utf-8").partition("\n")[2]
_SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_a_page_keeps_its_content_as_readers_set_it(browser: Browser, site: Site, address: str) -> None:
    """Text spacing (WCAG 1.4.12) cuts nothing off; at 400% nothing sticks over the text (1.4.10); without motion nothing moves by
    itself (2.3.3); with forced colours fields, buttons and the focus keep their lines."""
    page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 1024}, reduced_motion="reduce")
    page.goto(address)
    page.evaluate(f"window.kijk = {_LOOKING}")
    moving = page.evaluate("kijk.moving()")
    usual = set(page.evaluate("kijk.cutOff()"))
    page.evaluate("kijk.spread()")
    cut_off = [("breed", one) for one in page.evaluate("kijk.cutOff()") if one not in usual]
    page.set_viewport_size({"width": 320, "height": 256})
    sideways = page.evaluate(_SIDEWAYS)
    cut_off += [("smal", one) for one in page.evaluate("kijk.cutOff()") if one not in usual]
    page.evaluate("document.adoptedStyleSheets = []")
    stuck = page.evaluate("kijk.stuck()")
    page.set_viewport_size({"width": 1280, "height": 1024})
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    borderless = page.evaluate("kijk.borderless()")
    page.keyboard.press("Tab")
    unseen = page.evaluate("kijk.unseen()")

    assert moving == []
    assert cut_off == []
    assert sideways <= 0
    assert stuck == []
    assert borderless == []
    assert unseen == []
    page.close()
