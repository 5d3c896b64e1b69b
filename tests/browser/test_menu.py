"""The menu and the search field on a small screen: below a button, also without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sharing import Site


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def phone(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Page:
    """A page on a phone."""
    context = browser.new_context(base_url=site.address, viewport={"width": 375, "height": 700}, java_script_enabled=request.param)
    page = context.new_page()
    request.addfinalizer(context.close)
    return page


def test_the_header_is_low_and_its_button_opens_the_menu(phone: Page) -> None:
    """One line of header; the button shows the menu, a choice leads on, and the new page starts with it closed."""
    phone.goto("over/")
    menu = phone.get_by_role("navigation", name="Hoofdmenu")
    header = phone.get_by_role("banner").bounding_box()
    assert header is not None
    assert header["height"] <= 72
    expect(menu).to_be_hidden()

    phone.get_by_role("button", name="Zoek en menu").click()
    menu.get_by_role("link", name="Kennis").click()

    expect(phone).to_have_url(re.compile("/kennis/$"))
    expect(menu).to_be_hidden()


def test_searching_from_the_button(phone: Page) -> None:
    """The search field stands in what the button opens."""
    phone.goto("over/")
    phone.get_by_role("button", name="Zoek en menu").click()
    phone.get_by_label("Zoek een voorbeeld").fill("eenzaam")
    phone.get_by_role("button", name="Zoek", exact=True).click()

    expect(phone).to_have_url(re.compile(r"/zoeken/\?q=eenzaam$"))


def test_escape_closes_it_and_a_wide_screen_always_shows_it(browser: Browser, site: Site) -> None:
    """By keyboard: open with Enter, close with Escape, and the focus is back on the button."""
    page = browser.new_page(base_url=site.address, viewport={"width": 375, "height": 700})
    page.goto("over/")
    button = page.get_by_role("button", name="Zoek en menu")
    button.focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("navigation", name="Hoofdmenu")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()

    page.set_viewport_size({"width": 1280, "height": 800})

    expect(menu).to_be_visible()
    expect(button).to_be_hidden()
    page.context.close()


def test_the_not_found_page_helps(browser: Browser, site: Site) -> None:
    """It says so in Dutch, and searches."""
    page = browser.new_page(base_url=site.address)
    page.goto("404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze pagina is er niet")

    page.get_by_label("Wat zocht je?").fill("schulden")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"zoeken/\?q=schulden"))
    page.context.close()
