"""Every type of page with nothing but a keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.tabbing import journey
from tests.conftest import PAGE_TYPES
from tests.sharing import Site

_OPENERS = "[popovertarget], [aria-haspopup], main [aria-expanded], main summary"
_OPENED = (
    """(el) => !!(el.closest("details")?.open || document.querySelector(":popover-open, dialog[open]") || el.ariaExpanded === "true")"""
)


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_the_tab_key_comes_everywhere(browser: Browser, site: Site, address: str) -> None:
    """From the top through all of the page: nothing is left out or holds the focus, the order is that of reading, and each element
    shows that it has the focus, where it can be seen."""
    page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(address)

    found = journey(page)

    assert found.faults == []
    assert found.missed == []
    assert found.count >= 3
    page.close()


@pytest.mark.parametrize(
    "address", ["", "voorbeelden/", "voorbeelden/leefgoed-veghel/", "meedoen/formulier/", "kaart/", "meedoen/woordkeus/"]
)
def test_the_first_stop_leads_to_the_content(browser: Browser, site: Site, address: str) -> None:
    """The skip link appears at the first Tab; after Enter the next Tab is in the content, or past it where that has no links."""
    page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(address)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Naar de inhoud")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")

    first = "[...document.querySelectorAll('main :is(a[href], button, input, select, summary, [tabindex]), footer a')]"
    assert page.evaluate(f"{first}.find((el) => el.checkVisibility() && el.tabIndex >= 0) === document.activeElement")
    page.close()


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_what_opens_closes_again(browser: Browser, site: Site, address: str) -> None:
    """On a phone's width: Enter opens menus, sheets and folds; Escape, or Enter once more for a fold, closes them; the focus is
    then where it was. Of folds that are alike the first two stand for all."""
    file = site.folder / (f"{address}index.html" if address.endswith("/") or not address else address)
    text = file.read_text(encoding="utf-8").partition("<main")[2]
    if address and not any(mark in text for mark in ("<summary", "aria-haspopup", "aria-expanded")):
        # the menu alone, which is the same on every page
        return
    page = browser.new_page(base_url=site.address, viewport={"width": 375, "height": 700}, reduced_motion="reduce")
    page.goto(address)
    tried: dict[str, int] = {}
    for opener in page.locator(_OPENERS).filter(visible=True).all():
        kind = opener.evaluate("el => el.tagName + el.className + el.parentElement.className")
        tried[kind] = tried.get(kind, 0) + 1
        if tried[kind] > 2 or not opener.is_visible() or opener.evaluate("el => el.role === 'combobox'"):
            continue
        opener.focus()
        before = opener.evaluate(_OPENED)
        page.keyboard.press("Enter")
        assert opener.evaluate(_OPENED) != before, kind
        over = page.locator(":popover-open, dialog[open]").count()
        if over:
            page.keyboard.press("Tab")
            assert page.evaluate("document.querySelector(':popover-open, dialog[open]').contains(document.activeElement)"), kind
        page.keyboard.press("Escape" if over else "Enter")
        assert opener.evaluate(_OPENED) == before, kind
        expect(opener).to_be_focused()
    page.close()


def test_the_journey_notices_what_is_wrong(browser: Browser) -> None:
    """A page with every fault that it looks for: the tests above can fail."""
    page = browser.new_page(viewport={"width": 800, "height": 600})
    page.set_content(
        """<style>:focus-visible { outline: 3px solid red } .kaal { outline: none } .weg { position: fixed; left: -99px }
        .dek { position: fixed; inset: 200px 0 0 0; background: white }</style>
        <a href="#1" style="margin-left: 300px">een</a> <button tabindex="1">zes</button><br>
        <a class="kaal" href="#2" style="margin-left: 300px">twee</a> <a class="weg" href="#3">drie</a>
        <p style="margin: 250px 0 0 300px"><a href="#4">vier</a></p><div class="dek"></div>
        <a href="#5" style="position: absolute; inset: 40px auto auto 0">vijf</a>"""
    )

    found = journey(page)

    assert [re.sub(r":.*?“(\w+)”.*", r" \1", fault) for fault in found.faults] == [
        "terug zes", "geen rand twee", "buiten beeld drie", "bedekt vier", "omhoog naar links vier",
        # and on the way back, by Shift+Tab
        "bedekt vier", "buiten beeld drie", "geen rand twee",
    ]  # fmt: skip
    page.close()
