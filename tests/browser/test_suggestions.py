"""Suggestions under every search field, as visitors use them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessibility import faults
from tests.conftest import weight
from tests.sharing import Site

FIELDS = {
    "header": ("", "Zoek een voorbeeld"),
    "home": ("", "Waar zoek je een voorbeeld van?"),
    "search": ("zoeken/", "Waar zoek je naar?"),
}


@pytest.mark.parametrize(("address", "label"), FIELDS.values(), ids=FIELDS)
def test_names_are_suggested_in_groups(page: Page, address: str, label: str) -> None:
    """After a few letters: themes, entries, organisations, places, each a link in a named group."""
    page.goto(address)

    page.get_by_label(label).press_sequentially("veghe")

    box = page.get_by_role("listbox", name="Voorstellen")
    expect(box.get_by_role("group", name="Voorbeelden").get_by_role("option", name=re.compile("LeefGoed Veghel"))).to_be_visible()
    expect(box.get_by_role("group", name="Plaatsen").get_by_role("option", name=re.compile("Meierijstad"))).to_be_visible()
    expect(page.get_by_label(label)).to_have_attribute("aria-expanded", "true")


def test_arrows_choose_and_enter_goes_there(page: Page) -> None:
    """The field keeps the focus and tells which suggestion is active; Enter follows it."""
    page.goto("over/")
    field = page.get_by_label("Zoek een voorbeeld")
    field.press_sequentially("leefgoed")
    option = page.get_by_role("option", name=re.compile("LeefGoed Veghel"))
    expect(option).to_be_visible()

    while option.get_attribute("aria-selected") != "true":
        page.keyboard.press("ArrowDown")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "?")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/voorbeelden/leefgoed-veghel/$"))


def test_escape_closes_and_enter_searches(page: Page) -> None:
    """Escape leaves the text; without an active suggestion Enter searches."""
    page.goto("")
    field = page.get_by_label("Zoek een voorbeeld")
    field.press_sequentially("eenzaam")
    expect(page.get_by_role("listbox")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("eenzaam")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=eenzaam$"))


def test_a_finger_can_choose(browser: Browser, site: Site) -> None:
    """On a phone a tap follows a suggestion, and nothing sticks out of the window."""
    context = browser.new_context(base_url=site.address, viewport={"width": 375, "height": 700}, has_touch=True)
    page = context.new_page()
    page.goto("voorbeelden/leefgoed-veghel/")
    page.get_by_role("button", name="Zoek en menu").tap()
    page.get_by_label("Zoek een voorbeeld").press_sequentially("mantelzorg")
    option = page.get_by_role("option", name="Mantelzorg en respijtzorg")
    expect(option).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 375

    option.tap()

    expect(page).to_have_url(re.compile("/themas/mantelzorg/$"))
    context.close()


def test_another_name_is_mentioned(page: Page) -> None:
    """Who types a former municipality sees it beside the present one."""
    page.goto("")
    page.get_by_label("Zoek een voorbeeld").press_sequentially("uden")

    expect(page.get_by_role("option", name=re.compile(r"Maashorst\s+Uden"))).to_be_visible()


def test_open_suggestions_are_accessible(page: Page) -> None:
    """Axe finds nothing while the list is open with an active suggestion."""
    page.goto("over/")
    page.get_by_label("Zoek een voorbeeld").press_sequentially("wel")
    expect(page.get_by_role("listbox")).to_be_visible()
    page.keyboard.press("ArrowDown")

    found = faults(page, ".pw-kop")

    assert found == []


def test_first_suggestions_take_a_few_kilobytes_and_only_on_demand(browser: Browser, site: Site) -> None:
    """A page alone loads nothing for search but a few lines among what is on every page; the rest comes when somebody types."""
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("voorbeelden/leefgoed-veghel/")
    page.wait_for_load_state("networkidle")
    before = list(fetched)
    assert [url for url in before if re.search(r"/(zoek|voorstellen|bestanden|nederlands|tekst)[^/]*\.js$|/zoek/|/pagefind/", url)] == []

    page.get_by_label("Zoek een voorbeeld").press_sequentially("we")
    expect(page.get_by_role("listbox")).to_be_visible()

    extra = [url for url in dict.fromkeys(fetched) if re.search(r"/zoek/|/pagefind/|/onderdelen", url) and url not in before]
    context.close()
    assert sum(weight(site, url) for url in extra) < 8_000
