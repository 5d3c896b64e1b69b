"""Searching and filtering, as visitors do it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import Site, serving


def results(page: Page) -> list[str]:
    """The titles found, in their order, when the search has ended."""
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"\d+ resulta"))
    expect(page.locator("[data-resultaten] > *").first).to_be_visible()
    return page.locator("[data-resultaten] h2").all_inner_texts()


def number_found(page: Page) -> int:
    """How many results the page says there are."""
    results(page)
    return int(re.findall(r"\d+", page.get_by_role("status").inner_text())[0])


def test_search_from_the_header_and_go_on_to_the_method(page: Page) -> None:
    """A visitor searches on the home page, opens an entry, goes on to its method, and back to the results."""
    page.goto("")
    page.get_by_label("Zoek een voorbeeld").fill("welzijn op recept den helder")
    page.get_by_role("search", name="De hele site").get_by_role("button", name="Zoek").click()

    page.get_by_role("link", name="Welzijn op Recept Den Helder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Welzijn op Recept Den Helder")
    page.get_by_role("link", name="Welzijn op Recept", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Welzijn op Recept")

    page.go_back()
    page.go_back()
    expect(page.get_by_label("Waar zoek je naar?")).to_have_value("welzijn op recept den helder")
    assert "Welzijn op Recept Den Helder" in results(page)


def test_filters_narrow_down_and_stand_in_the_address(page: Page, browser: Browser, site: Site) -> None:
    """Theme, target group, province and phase narrow the results; the address gives another visitor the same."""
    page.goto("zoeken/?q=eenzaam")
    all_found = number_found(page)
    page.get_by_role("checkbox", name=re.compile("^Eenzaamheid en ontmoeting")).check()
    for group, choice in (("Doelgroep", "Ouderen"), ("Provincie", "Noord-Brabant"), ("Fase", "In uitvoering")):
        page.locator("summary", has_text=group).click()
        page.get_by_role("checkbox", name=re.compile(f"^{choice} ")).check()
    expect(page).to_have_url(re.compile("thema=eenzaamheid&doelgroep=ouderen&provincie=noord-brabant&fase=uitvoering$"))
    expect(page.locator(".pw-keuze")).to_have_count(4)
    found = results(page)

    assert 0 < len(found) < all_found
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert results(other) == found
    other.context.close()


def test_counts_tell_the_truth(page: Page) -> None:
    """The number behind a filter is the number of results it gives; a filter that gives none can't be chosen."""
    page.goto("zoeken/?q=schulden")
    results(page)
    label = page.locator("label", has=page.locator("input[value=armoede-schulden]"))
    expect(label.locator("[data-aantal]")).not_to_have_text("")
    promised = int(label.locator("[data-aantal]").inner_text())

    label.click()

    expect(page.get_by_role("status")).to_have_text(f"{promised} resultaten voor ‘schulden’")
    for box in page.locator("label[data-leeg] input").all():
        expect(box).to_be_disabled()


def test_two_values_of_one_filter_add_up(page: Page) -> None:
    """Within a group, more choices give more results."""
    page.goto("zoeken/?provincie=zeeland")
    one = number_found(page)
    page.goto("zoeken/?provincie=zeeland&provincie=drenthe")
    two = number_found(page)

    assert two > one > 0


def test_a_chosen_filter_can_be_taken_away(page: Page) -> None:
    """The button of a chosen filter removes it, and the back button brings it back."""
    page.goto("zoeken/?q=eenzaam&provincie=zeeland")
    results(page)

    page.get_by_role("button", name="Haal het filter Zeeland weg").click()
    expect(page).to_have_url(re.compile(r"\?q=eenzaam$"))
    page.go_back()

    expect(page.locator("input[value=zeeland]")).to_be_checked()


def test_results_say_where_and_what(page: Page) -> None:
    """A result shows kind, summary, place and phase, and warns when the facts are old."""
    page.goto("zoeken/?q=leefgoed")
    results(page)
    card = page.locator(".pw-kaart", has=page.locator("a[href$='/leefgoed-veghel/']"))

    for text in ("Praktijk", "Rond een oud klooster", "Veghel (Meierijstad)", "In uitvoering", "mogelijk verouderd"):
        expect(card).to_contain_text(text)


def test_show_more_gives_the_rest(page: Page) -> None:
    """The first dozen comes at once; the button adds the next and moves to it."""
    page.goto("zoeken/?thema=eenzaamheid")
    assert len(results(page)) == 12

    page.get_by_role("button", name="Toon meer").click()

    expect(page.locator("[data-resultaten] > li")).to_have_count(24)
    expect(page.locator("[data-resultaten] > li:nth-child(13) a")).to_be_focused()


def test_nothing_found_helps_on(page: Page) -> None:
    """A search for nonsense says so and says what to do."""
    page.goto("zoeken/?q=qqqqxxxx&provincie=zeeland")

    expect(page.get_by_role("status")).to_have_text("0 resultaten voor ‘qqqqxxxx’")
    expect(page.get_by_text("Niets gevonden")).to_be_visible()


QUERIES = {
    "geweld": "geweld",
    "huiselijk geweld": "geweld",
    "schulden": "schuld|geldzorg|Immerloo|Moedige",
    "schuldhulpverlening": "schuld|geld|Immerloo|Perspectief|Eropaf|Moedige|Financieel",
    "eenzame ouderen": "",
    "mantelzorgers": "",
    "dementie": "dement|geheugen|odense|onvergetelijk",
    "statushouders": "statushouder|nieuwkomer|Einstein|BuZinezz|SIB|impact",
    "scootmobiel": "scootmobiel",
    "welzijn op recept": "Welzijn op Recept",
    "wor": "Welzijn op Recept",
    "duofiets": "fietsmaatjes",
    "thuislozen": "",
}


@pytest.mark.parametrize(("query", "pattern"), QUERIES.items(), ids=QUERIES)
def test_dutch_queries_find_what_people_mean(page: Page, query: str, pattern: str) -> None:
    """Word forms, synonyms, abbreviations and compounds lead to the right entries; the best stands first."""
    page.goto(f"zoeken/?q={query}")

    assert re.search(pattern, results(page)[0], re.IGNORECASE)


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("eenzame", "scootmobielclub-maashorst"),
        ("werkloosheid", "basisbaan-groningen"),
        ("Uden", "scootmobielclub-maashorst"),
        ("Schijndel", "leefgoed-veghel"),
        ("social prescribing", "welzijn-op-recept"),
    ],
)
def test_words_that_do_not_stand_on_the_page(page: Page, query: str, slug: str) -> None:
    """Our own search words find an entry by another form, a compound's part, a synonym or a former municipality."""
    page.goto(f"zoeken/?q={query}")
    results(page)
    while page.get_by_role("button", name="Toon meer").is_visible():
        shown = page.locator("[data-resultaten] > li").count()
        page.get_by_role("button", name="Toon meer").click()
        expect(page.locator("[data-resultaten] > li")).not_to_have_count(shown)

    expect(page.locator(f"[data-resultaten] a[href$='/voorbeelden/{slug}/']")).to_be_visible()


def test_typing_searches_by_itself(page: Page) -> None:
    """Results follow while typing, without a button, and the address follows too."""
    page.goto("zoeken/")
    results(page)

    page.get_by_label("Waar zoek je naar?").press_sequentially("scootmobiel")

    expect(page.get_by_role("status")).to_contain_text("scootmobiel’")
    expect(page).to_have_url(re.compile(r"\?q=scootmobiel$"))


def test_keyboard_alone_is_enough(page: Page) -> None:
    """Skip link, search, filter and result work with nothing but keys."""
    page.goto("")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    page.get_by_label("Zoek een voorbeeld").focus()
    page.keyboard.type("eenzaam")
    page.keyboard.press("Enter")
    results(page)
    page.get_by_label("Waar zoek je naar?").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    expect(page.locator("input[value=eenzaamheid]")).to_be_focused()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("thema=eenzaamheid"))
    results(page)
    page.locator("[data-resultaten] a").first.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/voorbeelden/"))


def test_screen_readers_hear_names_and_changes(page: Page) -> None:
    """Search landmarks, filter groups and the status have names and roles."""
    page.goto("zoeken/?q=eenzaam")
    results(page)

    expect(page.get_by_role("search", name="De hele site")).to_be_visible()
    expect(page.get_by_role("search", name="Voorbeelden en kennis")).to_be_attached()
    expect(page.get_by_role("group", name="Thema")).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("^Eenzaamheid en ontmoeting"))).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ resultaten voor ‘eenzaam’"))


def test_filters_are_folded_on_a_phone(browser: Browser, site: Site) -> None:
    """At 375 px results come first; the filters open with one tap."""
    phone = browser.new_context(base_url=site.address, viewport={"width": 375, "height": 700}).new_page()
    phone.goto("zoeken/?q=eenzaam")
    results(phone)
    expect(phone.locator("input[value=eenzaamheid]")).to_be_hidden()

    phone.locator("summary", has_text="Filters").click()

    expect(phone.locator("input[value=eenzaamheid]")).to_be_visible()
    phone.context.close()


def test_a_missing_index_is_told(browser: Browser, site: Site, tmp_path: Path) -> None:
    """Without the index the page says so and leaves its links usable."""
    shutil.copytree(site.folder, tmp_path / "kaal", ignore=shutil.ignore_patterns("pagefind", "voorbeelden", "gemeenten", "organisaties"))
    with serving(tmp_path / "kaal") as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/zoeken/?q=eenzaam")
        expect(page.get_by_text("De zoekindex is niet geladen")).to_be_visible()
        expect(page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Voorbeelden")).to_be_visible()
        page.close()
