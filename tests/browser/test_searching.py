"""The search page, as visitors use it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.conftest import weight
from tests.sharing import Site, serving

RESULTS = "[data-resultaten] > li"


def results(page: Page) -> list[str]:
    """The titles found, in their order, when the search has ended."""
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"\d+ resulta"))
    expect(page.locator(RESULTS).first).to_be_visible()
    return page.locator("[data-resultaten] h2").all_inner_texts()


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


def test_a_kind_narrows_down_and_stands_in_the_address(page: Page, browser: Browser, site: Site) -> None:
    """The choice of kind keeps its promise of numbers, and its address gives another visitor the same."""
    page.goto("zoeken/?q=eenzaamheid")
    results(page)
    label = page.locator("label", has_text="Verzamelingen")
    promised = label.locator("[data-aantal]").inner_text()

    label.click()

    expect(page).to_have_url(re.compile(r"\?q=eenzaamheid&soort=verzamelingen$"))
    expect(page.get_by_role("status")).to_have_text(re.compile(f"^{promised} result.* voor ‘eenzaamheid’"))
    found = results(page)
    assert "Eenzaamheid" in found
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert results(other) == found
    other.context.close()
    page.go_back()
    expect(page.get_by_role("radio", name=re.compile("^Alles"))).to_be_checked()
    page.go_forward()
    expect(page.get_by_role("radio", name=re.compile("^Verzamelingen"))).to_be_checked()
    assert results(page) == found


def test_everything_can_be_found(page: Page) -> None:
    """Entries, knowledge and collections as results; themes, organisations, places and terms as direct links."""
    page.goto("zoeken/?q=eenzaamheid")
    results(page)
    kinds = page.locator("[data-soorten] label:visible").all_inner_texts()
    assert {re.sub(r"\W*\d+$", "", kind) for kind in kinds} >= {
        "Alles",
        "Voorbeelden",
        "Kennis",
        "Verzamelingen",
        "Onderwerpen en begrippen",
    }
    expect(page.get_by_role("navigation", name="Direct naar").get_by_role("link", name="Eenzaamheid en ontmoeting")).to_be_visible()

    for query, name, address in (
        ("ons welzijn", "ONS welzijn", "organisaties/ons-welzijn/"),
        ("meierijstad", "Meierijstad", "gemeenten/meierijstad/"),
        ("lumpsum", "Bekostiging", "begrippen/#bekostiging"),
    ):
        page.goto(f"zoeken/?q={query}")
        link = page.get_by_role("navigation", name="Direct naar").get_by_role("link", name=name, exact=True)
        expect(link).to_have_attribute("href", re.compile(f"/{re.escape(address)}$"))


def test_results_say_what_where_and_when(page: Page) -> None:
    """A result shows kind, theme, summary, place, phase and date, and warns when the facts are old."""
    page.goto("zoeken/?q=leefgoed")
    results(page)
    card = page.locator(".pw-kaart", has=page.locator("a[href$='/leefgoed-veghel/']"))

    for text in (
        "Praktijk",
        "Wonen en samenleven in de wijk",
        "Rond een oud klooster",
        "Veghel (Meierijstad)",
        "In uitvoering",
    ):
        expect(card).to_contain_text(text)
    expect(card).to_contain_text(re.compile(r"stand (\d+ )?([a-z]+ )?20\d\d"))
    expect(card.locator("h2 mark")).to_have_text("LeefGoed")
    page.goto("zoeken/?q=eenzaam")
    expect(page.locator(".pw-kaart").filter(has_text="mogelijk verouderd").first).to_be_visible()


def test_a_result_shows_where_it_was_found(page: Page) -> None:
    """When neither title nor summary holds the word, a sentence of the page that does."""
    page.goto("zoeken/?q=rabobank")
    results(page)

    expect(page.locator("[data-vindplaats] mark").first).to_have_text(re.compile("rabobank", re.IGNORECASE))


def test_show_more_gives_the_rest(page: Page) -> None:
    """The first dozen comes at once; the button adds the next and moves to it."""
    page.goto("zoeken/?q=eenzaamheid")
    results(page)
    expect(page.locator(RESULTS)).to_have_count(12)

    page.get_by_role("button", name="Toon meer").click()

    expect(page.locator(RESULTS)).to_have_count(24)
    expect(page.locator(f"{RESULTS}:nth-child(13) a")).to_be_focused()


def test_nothing_found_helps_on(page: Page) -> None:
    """A search for nonsense says so, offers the word that does find something, and themes."""
    page.goto("zoeken/?q=qqqqzzzz+eenzaamheid&soort=plaatsen")
    expect(page.get_by_role("link", name="Zoek in alle soorten resultaten")).to_be_visible()
    page.goto("zoeken/?q=qqqqzzzz")
    expect(page.get_by_role("status")).to_have_text("0 resultaten voor ‘qqqqzzzz’")
    expect(page.get_by_text("Niets gevonden")).to_be_visible()

    page.get_by_role("link", name="Armoede en schulden").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Armoede en schulden")


def test_a_spelling_mistake_is_understood_and_told(page: Page) -> None:
    """The results are those of the right word, and the page says so."""
    page.goto("zoeken/?q=eenzaamheit")

    expect(page.get_by_role("status")).to_contain_text("voor ‘eenzaamheid’")
    expect(page.get_by_text("We vonden geen ‘eenzaamheit’")).to_be_visible()
    assert results(page)


def test_an_ordinary_word_is_no_mistake(page: Page) -> None:
    """Who must 'opgeven' doesn't mean 'openen'; a little niece is a niece, though."""
    page.goto("zoeken/?q=koffie drinken zonder opgeven")
    expect(page.get_by_role("status")).to_contain_text("resultaten")
    expect(page.get_by_text("We vonden geen")).to_have_count(0)

    page.goto("zoeken/?q=mijn nichtje is zwanger")
    expect(page.get_by_role("status")).to_contain_text("resultaten voor")
    assert results(page)


FIRST = {
    "geweld": "geweld|Filomena|Oranje Huis",
    "schulden": "schuld|geld|Jongeren Perspectief Fonds",
    "schuldhulpverlening": "schuld",
    "eenzaamheidsaanpak": "eenzaam|maatje|netwerk|VanHarte|75-plussers",
    "eenzame ouderen": "75-plussers|Oma|ouderen|Eenzaamheid",
    "mantelzorgers ontlasten": "respijt|logeer",
    "jeugdwerk": "jongeren",
    "dagbesteding": "dagbesteding|dagvoorziening|dagzorg",
    "Uden": "Maashorst",
    "scootmobiel": "scootmobiel",
    "social prescribing": "Welzijn op Recept",
    "wor": "Welzijn op Recept",
    "WOR huisarts": "Welzijn op Recept",
    # Klooster&Buren calls itself a coöperatie of villages
    "cooperatie": "coöperatie|corporatie|Klooster&Buren",
    "duofiets": "fietsmaatjes",
    # no page has this word; the list of everyday words knows what it is about
    "deurwaarderskantoor": "schuld|vroeg|geld",
    "projecten in Friesland": "Friesland|Lauwers|Fryslân",
}


@pytest.mark.parametrize(("query", "pattern"), FIRST.items(), ids=FIRST)
def test_dutch_questions_find_what_people_mean(page: Page, query: str, pattern: str) -> None:
    """Word forms, synonyms, abbreviations, compounds and former municipalities bring the right page first."""
    page.goto(f"zoeken/?q={query}&soort=voorbeelden")

    assert re.search(pattern, results(page)[0], re.IGNORECASE)


def test_typing_searches_by_itself(page: Page) -> None:
    """Results follow while typing, without a button, and the address follows too."""
    page.goto("zoeken/")
    expect(page.get_by_role("heading", name="Of kies een thema")).to_be_visible()

    page.get_by_label("Waar zoek je naar?").press_sequentially("scootmobiel")

    expect(page.get_by_role("status")).to_contain_text("scootmobiel’")
    expect(page).to_have_url(re.compile(r"\?q=scootmobiel$"))
    expect(page.get_by_role("heading", name="Of kies een thema")).to_be_hidden()


def test_keyboard_alone_is_enough(page: Page) -> None:
    """Skip link, search, kind and result work with nothing but keys."""
    page.goto("")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()

    page.get_by_label("Zoek een voorbeeld").focus()
    page.keyboard.type("eenzaamheid")
    page.keyboard.press("Enter")
    results(page)
    page.get_by_label("Waar zoek je naar?").focus()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name=re.compile("^Alles"))).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("soort=voorbeelden"))
    results(page)
    page.locator("[data-resultaten] a").first.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("/voorbeelden/"))


def test_screen_readers_hear_names_and_changes(page: Page) -> None:
    """Search landmarks, the choice of kind and the status have names and roles."""
    page.goto("zoeken/?q=eenzaam")
    results(page)

    expect(page.get_by_role("search", name="De hele site")).to_be_visible()
    expect(page.get_by_role("search", name="Voorbeelden en kennis")).to_be_visible()
    expect(page.get_by_role("group", name="Soort resultaat")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text(re.compile(r"\d+ resultaten voor ‘eenzaam’"))


def test_an_old_address_with_filters_leads_to_the_catalogue(page: Page) -> None:
    """Filters on theme and place moved to the page of all entries."""
    page.goto("zoeken/?thema=eenzaamheid&q=koffie")

    expect(page).to_have_url(re.compile(r"/voorbeelden/\?thema=eenzaamheid&q=koffie$"))


def test_without_javascript_the_page_points_the_way(browser: Browser, site: Site) -> None:
    """The lists are one click away."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto("zoeken/?q=eenzaam")

    page.get_by_role("main").get_by_role("link", name="hele lijst").first.click()

    expect(page).to_have_url(re.compile("/voorbeelden/$"))
    context.close()


def test_a_missing_index_is_told(browser: Browser, site: Site, tmp_path: Path) -> None:
    """Without the index the page says so and leaves its links usable."""
    shutil.copytree(site.folder, tmp_path / "kaal", ignore=shutil.ignore_patterns("pagefind", "gemeenten", "organisaties"))
    with serving(tmp_path / "kaal") as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/zoeken/?q=eenzaam")
        expect(page.get_by_text("De zoekindex is niet geladen")).to_be_visible()
        page.get_by_role("main").get_by_role("link", name="thema").last.click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.close()


def test_a_first_result_needs_few_bytes(browser: Browser, site: Site) -> None:
    """Typed letter by letter, from an empty cache to the results of the whole word: scripts, index and all."""
    for word in ("mantelzorg", "eenzaamheid", "geweld"):
        context = browser.new_context(base_url=site.address)
        page = context.new_page()
        page.goto("zoeken/")
        fetched: set[str] = set()
        page.on("request", lambda request, fetched=fetched: fetched.add(request.url))
        page.reload()
        page.get_by_label("Waar zoek je naar?").press_sequentially(word, delay=120)
        expect(page.get_by_role("status")).to_contain_text(f"‘{word}’")
        expect(page.locator(RESULTS).first).to_be_visible()
        found = [url for url in fetched if re.search(r"/(pagefind|zoek|assets/onderdelen[^/]*)/", url)]
        context.close()

        assert sum(weight(site, url) for url in found) < 130_000
