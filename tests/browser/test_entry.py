"""The page of an entry as a reader uses it: sources beside their numbers, contents, citing, a short first screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import faults
from tests.sharing import Site

ENTRY = "voorbeelden/leefgoed-veghel/"
METHOD = "voorbeelden/welzijn-op-recept/"
MONEY = "voorbeelden/nationaal-programma-rotterdam-zuid/"


@pytest.fixture
def entry(page: Page) -> Page:
    """A desktop reader of an entry."""
    page.goto(ENTRY)
    return page


@pytest.fixture
def phone(browser: Browser, site: Site) -> Iterator[Page]:
    """A reader with a phone."""
    context = browser.new_context(base_url=site.address, viewport={"width": 375, "height": 812}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def number(page: Page) -> Locator:
    """The first reference to the second source."""
    return page.locator("#n2")


def card(page: Page) -> Locator:
    return page.locator("#noot")


def source(page: Page, number: int = 2) -> re.Pattern[str]:
    """What the list says of a source, without the way back to the text."""
    told = page.locator(f"#b{number}").inner_text().strip()
    assert told.endswith("terug")
    return re.compile("^" + re.escape(told.removesuffix("terug").strip()))


def title(page: Page, number: int = 2) -> str:
    """The title of a source, which is its link."""
    return page.locator(f"#b{number} a").first.inner_text()


def test_pointing_at_a_number_shows_its_source(entry: Page) -> None:
    """Title, publisher, date and link, beside the number; without the way back, which is for the list."""
    number(entry).hover()

    expect(card(entry)).to_be_visible()
    expect(card(entry).locator("span").first).to_have_text(source(entry))
    address = entry.locator("#b2 a").first.get_attribute("href")
    assert address
    expect(card(entry).get_by_role("link", name=title(entry))).to_have_attribute("href", address)
    expect(card(entry).get_by_role("link", name="terug")).to_have_count(0)
    box, anchor = card(entry).bounding_box(), number(entry).bounding_box()
    assert box
    assert anchor
    assert box["y"] - anchor["y"] - anchor["height"] < 8


def test_the_card_can_be_pointed_at_and_goes_when_left(entry: Page) -> None:
    """WCAG 1.4.13: it stays while the pointer is on it, and leaves with the pointer."""
    number(entry).hover()
    card(entry).hover()
    # longer than the time after which it would have gone
    entry.clock.install()
    entry.clock.run_for(2_000)
    expect(card(entry)).to_be_visible()

    entry.locator("h1").hover()
    entry.clock.run_for(2_000)

    expect(card(entry)).to_be_hidden()


def test_escape_closes_the_card_without_moving(entry: Page) -> None:
    """Dismissable while the pointer and the focus stay where they are."""
    number(entry).hover()
    expect(card(entry)).to_be_visible()

    entry.keyboard.press("Escape")

    expect(card(entry)).to_be_hidden()


def test_by_keyboard(entry: Page) -> None:
    """Focus shows the source and names it to a screen reader; Tab goes into the card and out; Escape goes back to the number."""
    entry.locator("#n1").focus()
    # through the card of the number before it: its source and the list
    for _ in range(3):
        entry.keyboard.press("Tab")
    expect(number(entry)).to_be_focused()
    expect(card(entry)).to_be_visible()
    expect(number(entry)).to_have_accessible_description(source(entry))

    entry.keyboard.press("Tab")
    expect(card(entry).get_by_role("link", name=title(entry))).to_be_focused()
    expect(card(entry)).to_be_visible()
    entry.keyboard.press("Escape")

    expect(number(entry)).to_be_focused()
    expect(card(entry)).to_be_hidden()
    expect(number(entry)).to_have_accessible_description("")


def test_tabbing_on_closes_the_card(entry: Page) -> None:
    """Past the card comes the next number, with its own source."""
    number(entry).focus()
    for _ in range(3):
        entry.keyboard.press("Tab")

    following = entry.locator(":focus").inner_text()
    expect(card(entry)).to_contain_text(title(entry, int(following)))
    expect(card(entry)).to_have_count(1)


def test_enter_and_click_still_lead_to_the_list(entry: Page) -> None:
    """The number is a link as before."""
    number(entry).focus()
    entry.keyboard.press("Enter")
    expect(entry).to_have_url(re.compile("#b2$"))
    expect(entry.locator("#b2")).to_be_in_viewport()
    expect(card(entry)).to_be_hidden()

    entry.locator("#n3").click()

    expect(entry).to_have_url(re.compile("#b3$"))
    expect(card(entry)).to_be_hidden()


def test_tapping_shows_the_source_first(phone: Page) -> None:
    """A tap shows the card within the screen, a tap elsewhere closes it, and from the card the list is one tap away."""
    phone.goto(ENTRY)
    number(phone).tap()
    expect(card(phone)).to_be_visible()
    expect(card(phone)).to_contain_text(title(phone))
    box = card(phone).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 375
    assert "#b" not in phone.url

    phone.get_by_role("heading", name="Aanleiding").tap()
    expect(card(phone)).to_be_hidden()
    number(phone).tap()
    card(phone).get_by_role("link", name="Alle bronnen").tap()

    expect(phone).to_have_url(re.compile("#b2$"))
    expect(card(phone)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_open_card(browser: Browser, site: Site, scheme: str) -> None:
    """The page with its card open breaks no rule either."""
    page = browser.new_page(base_url=site.address, color_scheme=scheme)
    page.goto(ENTRY)
    number(page).focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(card(page)).to_be_visible()

    found = faults(page)

    assert found == []
    page.close()


def test_without_popovers_the_card_still_shows(browser: Browser, site: Site) -> None:
    """An older browser shows the same card in the page itself."""
    page = browser.new_page(base_url=site.address)
    page.add_init_script("delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.popover")
    page.goto(ENTRY)
    number(page).hover()

    expect(card(page)).to_be_visible()
    expect(card(page)).to_contain_text(title(page))
    page.close()


def test_knowledge_pages_show_their_sources_too(page: Page) -> None:
    """The same numbers, the same card."""
    page.goto("kennis/sociale-basis/")
    page.locator("sup a").first.hover()

    expect(card(page)).to_be_visible()


def test_copying_the_citation(browser: Browser, site: Site) -> None:
    """The button says what it did, and the clipboard holds the whole citation."""
    context = browser.new_context(base_url=site.address, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(ENTRY)
    page.get_by_role("button", name="Kopieer APA").click()

    expect(page.get_by_role("status")).to_have_text("De verwijzing is gekopieerd.")
    title = "LeefGoed Veghel: een zorgzame wijk op een kloosterterrein"
    copied = page.evaluate("navigator.clipboard.readText()")
    # the date and the end of the address are those of the version, if there is one
    assert re.fullmatch(
        rf"Praktijkwijzer Sociaal Werk\. \(20[^)]+\)\. {title}\. {site.address}voorbeelden/leefgoed-veghel/(versie/[0-9-]+/)?", copied
    )

    for form, start in (("Leidraad", f"‘{title}’, Praktijkwijzer"), ("BibTeX", "@misc{"), ("RIS", "TY  - ELEC"), ("CSL", "[")):
        page.get_by_role("button", name=f"Kopieer {form}").click()
        expect(page.get_by_role("status")).to_have_text(f"De verwijzing ({form}) is gekopieerd.")
        assert page.evaluate("navigator.clipboard.readText()").startswith(start)
    page.get_by_role("button", name="Kopieer adres").click()
    expect(page.get_by_role("status")).to_have_text("Het adres is gekopieerd.")
    assert copied.endswith(page.evaluate("navigator.clipboard.readText()"))
    context.close()


@pytest.mark.parametrize("address", ["kennis/sociale-basis/", "verzamelingen/eenzaamheid/"])
def test_other_pages_can_be_cited_too(page: Page, address: str) -> None:
    """A knowledge page and a collection have the same block; where copying fails, the text is shown and selected."""
    page.goto(address)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Kopieer BibTeX").click()

    expect(page.locator(".pw-vormen__tekst")).to_contain_text("@misc{")
    expect(page.get_by_role("status")).to_contain_text("geselecteerd")
    assert page.evaluate("getSelection().toString()").startswith("@misc{")


def test_when_copying_is_refused(entry: Page) -> None:
    """The citation is selected then, so that one key copies it, and the button says so."""
    entry.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    entry.get_by_role("button", name="Kopieer APA").click()

    expect(entry.get_by_role("status")).to_contain_text("geselecteerd")
    assert entry.evaluate("getSelection().toString()").startswith("Praktijkwijzer Sociaal Werk.")


def test_without_script(browser: Browser, site: Site) -> None:
    """The numbers lead to the list, the citation can be read, and no button stands there that does nothing."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(ENTRY)
    number(page).click()

    expect(page).to_have_url(re.compile("#b2$"))
    expect(page.locator(".pw-citaat")).to_contain_text("Praktijkwijzer Sociaal Werk. (20")
    expect(page.locator("main").get_by_role("button")).to_have_count(0)
    context.close()


def test_contents_beside_a_long_story(entry: Page) -> None:
    """They lead to a part, mark where the reader is, and stay in view."""
    contents = entry.get_by_role("navigation", name="Op deze pagina")
    contents.get_by_role("link", name="Hoe zeker is dit?").click()
    expect(entry).to_have_url(re.compile("#onderbouwing$"))
    expect(entry.get_by_role("heading", name="Hoe zeker is dit?")).to_be_in_viewport()
    expect(contents).to_be_in_viewport()

    expect(contents.locator("[aria-current]")).to_have_text("Hoe zeker is dit?")


def test_on_a_phone_the_story_starts_soon(phone: Page) -> None:
    """The six facts are short there, what can wait comes after the story, and no contents stand in the way."""
    phone.goto(ENTRY)
    story = phone.get_by_role("heading", name="Aanleiding").bounding_box()
    facts = phone.locator(".pw-kern").bounding_box()
    assert story
    assert facts
    assert facts["height"] <= 420
    assert story["y"] <= 1_250

    more = phone.get_by_role("heading", name="Meer feiten").bounding_box()
    assert more
    assert more["y"] > story["y"]
    expect(phone.get_by_role("navigation", name="Op deze pagina")).to_have_count(0)


def test_the_family_leads_from_method_to_practice_and_back(page: Page) -> None:
    """The tree marks the page that one is on and links the others."""
    page.goto(METHOD)
    tree = page.locator(".pw-boom")
    expect(tree.locator("[aria-current=page]")).to_have_text("Welzijn op Recept")
    tree.get_by_role("link", name="Den Helder").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Welzijn op Recept Den Helder")
    expect(tree.locator("[aria-current=page]")).to_have_text("Den Helder")
    tree.get_by_role("link", name="Welzijn op Recept", exact=True).click()
    expect(page).to_have_url(re.compile(f"{METHOD}$"))


def test_what_is_unknown_leads_to_where_it_can_be_filled_in(entry: Page) -> None:
    """With the entry and the field in the address."""
    entry.get_by_role("link", name="wat het kost").click()

    expect(entry).to_have_url(re.compile(r"meedoen/formulier/\?voorbeeld=leefgoed-veghel&veld=kosten#stap-geld$"))
    expect(entry.get_by_role("heading", level=1)).to_have_text(re.compile("^Vul aan: LeefGoed Veghel"))
    expect(entry.get_by_role("combobox", name="Kosten per jaar")).to_be_focused()


def test_numbers_touch_the_word_before_them(entry: Page) -> None:
    """No gap before a reference, also not before the second one of a paragraph."""
    gaps = entry.locator(".pw-voorbeeld__verhaal sup").evaluate_all(
        """numbers => numbers.filter(number => number.previousSibling?.data?.trim()).map(number => {
            const range = document.createRange(), text = number.previousSibling;
            range.setStart(text, text.length - 1);
            range.setEnd(text, text.length);
            return number.getBoundingClientRect().left - range.getBoundingClientRect().right;
        })"""
    )

    assert gaps
    assert [gap for gap in gaps if 0.5 < gap < 20] == []
