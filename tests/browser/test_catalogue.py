"""The catalogue page, as visitors use it: choose, search, sort, share, go back; and what happens when something is missing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.accessibility import faults
from tests.sharing import Site, serving

CARDS = ".pw-kaarten > li"


def heading(page: Page) -> Locator:
    """The line that says how many there are."""
    return page.locator("#stand")


def number_found(page: Page) -> int:
    """How many entries the page says there are, when its cards are there."""
    expect(page.locator(".pw-cat--wacht")).to_have_count(0)
    expect(page.locator(CARDS).first).to_be_visible()
    return int(re.findall(r"\d+", heading(page).inner_text())[0])


def titles(page: Page) -> list[str]:
    """The titles of the cards that are shown, in their order."""
    number_found(page)
    return page.locator(f"{CARDS} h3").all_inner_texts()


def box(page: Page, name: str) -> Locator:
    """A filter by its label; the count stands behind it."""
    return page.get_by_role("checkbox", name=re.compile(rf"^{re.escape(name)} ?[\d.]+$"))


def facet(page: Page, name: str) -> Locator:
    """A group of filters by its name in the address."""
    return page.locator(f"[data-facet={name}]")


def count(page: Page, name: str) -> int:
    """The number behind a filter."""
    return int(page.locator("label", has=box(page, name)).locator("small").inner_text())


def test_filters_narrow_down_and_can_be_mailed(page: Page, browser: Browser, site: Site) -> None:
    """Four groups narrow the list; another visitor gets the same cards, boxes and chips from the address."""
    page.goto("voorbeelden/")
    assert number_found(page) > 100
    box(page, "Eenzaamheid en ontmoeting").check()
    box(page, "Ouderen").check()
    box(page, "In uitvoering").check()
    facet(page, "provincie").locator("summary").click()
    box(page, "Noord-Holland").check()
    expect(page).to_have_url(re.compile(r"voorbeelden/\?thema=eenzaamheid&doelgroep=ouderen&fase=uitvoering&provincie=noord-holland$"))
    expect(page.locator(".pw-chip")).to_have_count(4)
    found = titles(page)

    assert 0 < len(found) < 20
    other = browser.new_context().new_page()
    other.goto(page.url)
    assert titles(other) == found
    expect(box(other, "Noord-Holland")).to_be_checked()
    expect(box(other, "Noord-Holland")).to_be_visible()
    other.context.close()


def test_within_a_facet_or_between_facets_and(page: Page) -> None:
    """A second value of the same facet adds entries; both stand in the address, parted by a comma."""
    page.goto("voorbeelden/?provincie=zeeland")
    one = number_found(page)
    facet(page, "provincie").get_by_role("button", name="Toon alle").click()
    box(page, "Drenthe").check()
    expect(page).to_have_url(re.compile(r"\?provincie=drenthe,zeeland$"))

    assert number_found(page) > one


def test_counts_tell_the_truth_and_lead_to_something(page: Page) -> None:
    """The number behind a filter is what choosing it gives; what would give nothing can't be chosen."""
    page.goto("voorbeelden/?thema=armoede-schulden")
    number_found(page)
    promised = count(page, "Jongeren")
    assert promised > 0

    box(page, "Jongeren").check()

    expect(heading(page)).to_have_text(re.compile(rf"^{promised} van \d+ voorbeelden$"))
    dead = [int(text) for text in page.locator("label:has(input:disabled) small").all_text_contents()]
    alive = [int(text) for text in page.locator("[data-facet] label:has(input:enabled:not(:checked)) small").all_text_contents()]
    assert dead
    assert set(dead) == {0}
    assert min(alive) > 0


def test_searching_in_the_text_while_typing(page: Page) -> None:
    """Results follow each letter, best first; a filter narrows them; the address follows."""
    page.goto("voorbeelden/")
    page.get_by_label("Zoek in de voorbeelden").press_sequentially("scootmobiel")

    expect(heading(page)).to_contain_text("voorbeelden voor ‘scootmobiel’")
    expect(page).to_have_url(re.compile(r"\?q=scootmobiel$"))
    expect(page.get_by_label("Sorteer")).to_have_value("relevantie")
    assert "scootmobiel" in titles(page)[0].lower()
    all_found = number_found(page)
    box(page, "Vrijwillige inzet").check()
    expect(page).to_have_url(re.compile(r"\?q=scootmobiel&thema=vrijwillige-inzet$"))
    assert 0 < number_found(page) < all_found


def test_letters_typed_before_the_filters_are_there_count(page: Page) -> None:
    """On a slow line the first letters come before the table does, and none of them is lost."""
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    page.route("**/tabel.json", hold)
    page.goto("voorbeelden/")
    field = page.get_by_label("Zoek in de voorbeelden")
    field.press_sequentially("scoot")
    page.wait_for_function("performance.getEntriesByType('resource').length > 0")
    assert waiting

    waiting[0].continue_()
    expect(heading(page)).to_contain_text("voorbeelden voor ‘scoot’")
    field.press_sequentially("mobiel")

    expect(heading(page)).to_contain_text("voorbeelden voor ‘scootmobiel’")
    expect(page).to_have_url(re.compile(r"\?q=scootmobiel$"))


def test_chips_take_choices_away_one_by_one_and_all_at_once(page: Page) -> None:
    """A chip removes its filter and hands the focus on; "Wis alles" leaves nothing chosen."""
    page.goto("voorbeelden/?q=eenzaam&thema=eenzaamheid&provincie=utrecht")
    expect(page.locator(".pw-chip")).to_have_count(3)
    page.get_by_role("button", name="Haal weg: Thema: Eenzaamheid en ontmoeting").click()
    expect(page).to_have_url(re.compile(r"\?q=eenzaam&provincie=utrecht$"))
    expect(page.get_by_role("button", name="Haal weg: Provincie: Utrecht")).to_be_focused()

    page.get_by_role("button", name="Wis alles").first.click()

    expect(page).to_have_url(re.compile(r"/voorbeelden/$"))
    expect(page.locator(".pw-cat__keuzes")).to_be_hidden()
    expect(page.get_by_label("Zoek in de voorbeelden")).to_have_value("")
    expect(heading(page)).to_be_focused()


def test_back_and_forward_go_through_the_choices(page: Page) -> None:
    """Each choice is a step; typing a whole word is one step."""
    page.goto("voorbeelden/")
    whole = number_found(page)
    box(page, "Ouderen").check()
    expect(page).to_have_url(re.compile(r"doelgroep=ouderen$"))
    page.get_by_label("Zoek in de voorbeelden").press_sequentially("eten")
    expect(page).to_have_url(re.compile(r"\?q=eten&doelgroep=ouderen$"))

    page.go_back()
    expect(page.get_by_label("Zoek in de voorbeelden")).to_have_value("")
    expect(box(page, "Ouderen")).to_be_checked()
    page.go_back()
    expect(box(page, "Ouderen")).not_to_be_checked()
    expect(heading(page)).to_have_text(f"{whole} voorbeelden")
    page.go_forward()
    expect(box(page, "Ouderen")).to_be_checked()


def test_back_from_an_entry_to_the_same_place_in_a_longer_list(page: Page) -> None:
    """ "Toon meer" adds the next cards and moves to them; back from an entry they are still there, and so is the visitor."""
    page.goto("voorbeelden/?doelgroep=ouderen")
    assert len(titles(page)) == 24
    page.get_by_role("button", name="Toon meer").click()
    expect(page.locator(CARDS)).to_have_count(48)
    expect(page.locator(f"{CARDS}:nth-child(25) a")).to_be_focused()

    page.locator(f"{CARDS}:nth-child(41) a").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.go_back()

    expect(page.locator(CARDS)).to_have_count(48)
    expect(page.locator(f"{CARDS}:nth-child(41)")).to_be_in_viewport()


def test_orders(page: Page) -> None:
    """By title as the list is made, or the newest facts first; the order stands in the address."""
    page.goto("voorbeelden/?thema=eenzaamheid")
    by_title = titles(page)
    page.get_by_label("Sorteer").select_option("Nieuwste feiten")
    expect(page).to_have_url(re.compile("thema=eenzaamheid&sorteer=nieuwste$"))
    expect(page.locator(f"{CARDS} h3").first).not_to_have_text(by_title[0])
    years = [int(year) for year in re.findall(r"stand (?:\d+ \w+ |\w+ )?(\d{4})", " ".join(page.locator(CARDS).all_inner_texts()))]

    assert len(years) == 24
    assert years == sorted(years, reverse=True)
    page.get_by_label("Sorteer").select_option("Titel")
    expect(page).to_have_url(re.compile("thema=eenzaamheid$"))
    assert titles(page) == by_title


def test_the_list_view(page: Page, browser: Browser) -> None:
    """As a list the same entries stand below each other without pictures; the view stands in the address."""
    page.goto("voorbeelden/?thema=eenzaamheid")
    grid = titles(page)
    page.locator("main").get_by_text("Lijst", exact=True).click()
    expect(page).to_have_url(re.compile("thema=eenzaamheid&weergave=lijst$"))
    expect(page.locator(f"{CARDS} img").first).to_be_hidden()

    assert titles(page) == grid
    page.reload()
    expect(page.get_by_role("radio", name="Lijst")).to_be_checked()
    expect(page.locator(f"{CARDS} img").first).to_be_hidden()


def test_the_map_view(page: Page) -> None:
    """The map shows where the chosen entries are; a province and then a place narrow the list; back goes out again."""
    page.goto("voorbeelden/?thema=eenzaamheid")
    number_found(page)
    page.locator("main").get_by_text("Kaart", exact=True).click()
    expect(page).to_have_url(re.compile("thema=eenzaamheid&weergave=kaart$"))
    country = page.get_by_role("group", name="Kaart van Nederland")
    expect(country).to_be_visible()
    country.get_by_role("link", name=re.compile("^Provincie Utrecht")).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("provincie=utrecht&weergave=kaart$"))
    province = number_found(page)
    expect(page.get_by_role("button", name="Heel Nederland")).to_be_visible()

    place = country.get_by_role("link", name=re.compile("^Zeist: "))
    promised = int(re.findall(r"\d+", place.get_attribute("aria-label") or "")[0])
    place.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("provincie=utrecht&gemeente=zeist&weergave=kaart$"))
    expect(heading(page)).to_have_text(re.compile(rf"^{promised} van"))
    expect(place).to_have_attribute("aria-current", "true")
    page.go_back()
    expect(heading(page)).to_have_text(re.compile(rf"^{province} van"))
    page.get_by_role("button", name="Heel Nederland").click()
    expect(page).to_have_url(re.compile(r"\?thema=eenzaamheid&weergave=kaart$"))


def test_the_map_stays_out_until_it_is_asked_for(page: Page) -> None:
    """Who doesn't choose the map loads none of it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("voorbeelden/?thema=eenzaamheid")
    number_found(page)
    assert [url for url in asked if "landkaart" in url or "kaartmerken" in url] == []

    page.locator("main").get_by_text("Kaart", exact=True).click()
    expect(page.get_by_role("group", name="Kaart van Nederland")).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked if "landkaart" in url and "css" not in url] == [
        "landkaart.js",
        "landkaart.json",
    ]


def test_every_card_can_be_kept(page: Page) -> None:
    """Cards that come later have their button too, and it says whether an entry is kept."""
    page.goto("voorbeelden/?sorteer=nieuwste")
    number_found(page)
    button = page.locator(CARDS).nth(3).get_by_role("button", name=re.compile("^Bewaar"))
    button.click()

    expect(button).to_have_attribute("aria-pressed", "true")
    page.reload()
    expect(page.locator(CARDS).nth(3).get_by_role("button", name=re.compile("^Bewaar"))).to_have_attribute("aria-pressed", "true")


def test_long_facets_open_and_municipalities_can_be_searched(page: Page) -> None:
    """Of a long facet five values show until one asks for all; among many municipalities one types."""
    page.goto("voorbeelden/")
    number_found(page)
    themes = facet(page, "thema").locator("label:visible")
    expect(themes).to_have_count(5)
    facet(page, "thema").get_by_role("button", name=re.compile(r"Toon alle \d+")).click()
    assert themes.count() > 15
    facet(page, "thema").get_by_role("button", name="Toon minder").click()
    expect(themes).to_have_count(5)

    facet(page, "gemeente").locator("summary").click()
    page.get_by_label("Zoek een gemeente").fill("ijss")
    expect(facet(page, "gemeente").locator("label:visible")).not_to_have_count(5)
    page.get_by_label("Zoek een gemeente").fill("meierij")
    expect(facet(page, "gemeente").locator("label:visible")).to_have_count(1)
    box(page, "Meierijstad").check()
    expect(page).to_have_url(re.compile(r"\?gemeente=meierijstad$"))


def test_when_nothing_fits_the_page_says_what_helps(page: Page) -> None:
    """With a question and filters that don't go together, each way out tells how much it gives, and gives it."""
    page.goto("voorbeelden/?q=scootmobiel&thema=nieuwkomers")
    expect(page.get_by_text("Geen voorbeeld past bij alles wat je koos.")).to_be_visible()
    way = page.get_by_role("button", name=re.compile(r"^Zonder ‘Nieuwkomers"))
    promised = int(re.findall(r"\d+", way.inner_text())[-1])
    way.click()

    expect(heading(page)).to_have_text(f"{promised} voorbeelden voor ‘scootmobiel’")
    expect(heading(page)).to_be_focused()
    page.goto("voorbeelden/?q=xqzwy")
    expect(page.get_by_text("Geen voorbeeld gevonden.")).to_be_visible()
    expect(page.get_by_role("link", name="zoek op de hele site")).to_have_attribute("href", re.compile(r"/zoeken/\?q=xqzwy$"))


def test_when_no_single_step_helps_each_part_is_offered_alone(page: Page) -> None:
    """Of three things that exclude each other, each can be kept."""
    page.goto("voorbeelden/?q=scootmobiel&thema=nieuwkomers&fase=geborgd&provincie=limburg,zeeland")
    way = page.get_by_role("button", name=re.compile(r"^Alleen je vraag ‘scootmobiel’: \d+ voorbeelden$"))
    promised = int(re.findall(r"\d+", way.inner_text())[-1])
    way.click()

    expect(heading(page)).to_have_text(f"{promised} voorbeelden voor ‘scootmobiel’")
    expect(page.locator(".pw-chip")).to_have_count(1)


def test_one_result_is_one(page: Page) -> None:
    """The words fit the number."""
    page.goto("voorbeelden/?fase=gestopt&gemeente=amsterdam")

    expect(heading(page)).to_have_text(re.compile(r"^1 van \d+ voorbeelden$"))
    expect(page.get_by_role("button", name="Toon meer")).to_be_hidden()


def test_an_old_or_wrong_address_still_works(page: Page) -> None:
    """Unknown values are left out, and a value may be repeated instead of listed."""
    page.goto("voorbeelden/?thema=eenzaamheid&thema=bestaat-niet&provincie=utrecht&provincie=zeeland&sorteer=xyz&weergave=kubus")

    expect(page.locator(".pw-chip")).to_have_count(3)
    assert number_found(page) > 0
    expect(page.get_by_role("radio", name="Raster")).to_be_checked()


def test_keyboard_alone_is_enough(page: Page) -> None:
    """From the search field by Tab to a filter, Space chooses it, its chip takes it away, and Enter opens an entry."""
    page.goto("voorbeelden/")
    number_found(page)
    page.get_by_label("Zoek in de voorbeelden").focus()
    page.keyboard.press("Tab")
    expect(facet(page, "thema").locator("summary")).to_be_focused()
    page.keyboard.press("Tab")
    expect(facet(page, "thema").locator("input").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("thema=eenzaamheid$"))
    expect(facet(page, "thema").locator("input").first).to_be_focused()
    page.get_by_role("button", name="Haal weg: Thema").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/voorbeelden/$"))
    page.get_by_role("radio", name="Raster").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile("weergave=lijst$"))
    page.locator(f"{CARDS} a").first.focus()
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"/voorbeelden/[a-z0-9-]+/$"))


def test_screen_readers_hear_names_and_the_outcome(page: Page) -> None:
    """Groups and fields have names; the outcome is said once, after typing."""
    page.goto("voorbeelden/")
    number_found(page)
    for name in ("Thema", "Voor wie", "Fase", "Filters", "Weergave"):
        expect(page.get_by_role("group", name=name, exact=True).first).to_be_attached()
    expect(page.get_by_role("search", name="Voorbeelden")).to_be_visible()
    page.get_by_label("Zoek in de voorbeelden").press_sequentially("mantelzorg")

    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ voorbeelden voor ‘mantelzorg’$"))
    box(page, "Ouderen").check()
    expect(page.get_by_role("status")).to_have_text(heading(page).inner_text())


def test_filters_are_a_sheet_on_a_phone(browser: Browser, site: Site) -> None:
    """At 375 px a button opens the filters over the page; they count along, close with Escape, and give the focus back."""
    phone = browser.new_context(base_url=site.address, viewport={"width": 375, "height": 700}, has_touch=True).new_page()
    phone.goto("voorbeelden/")
    number_found(phone)
    expect(box(phone, "Ouderen")).to_be_hidden()
    places = [phone.locator(part).bounding_box() for part in (".pw-cat__open", ".pw-wissel", ".pw-cat__sorteer", ".pw-kaarten")]
    button, switch, sort, cards = (place for place in places if place)
    assert switch["y"] < button["y"] + button["height"] <= sort["y"], "sorting has the line below the button to itself"
    assert switch["x"] + switch["width"] == sort["x"] + sort["width"] == cards["x"] + cards["width"]
    phone.get_by_role("button", name="Filters").tap()
    sheet = phone.get_by_role("dialog", name="Filters")
    expect(sheet).to_be_visible()
    box(phone, "Ouderen").tap()
    promised = count(phone, "Ouderen")
    expect(sheet.get_by_role("button", name=f"Toon {promised} voorbeelden")).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") == 375
    assert faults(phone) == []
    sheet.get_by_role("button", name=f"Toon {promised} voorbeelden").tap()

    expect(sheet).to_be_hidden()
    expect(heading(phone)).to_have_text(re.compile(rf"^{promised} van"))
    expect(phone.get_by_role("button", name="Filters (1)")).to_be_focused()
    phone.keyboard.press("Enter")
    sheet.get_by_role("button", name="Wis alles").tap()
    phone.keyboard.press("Escape")
    expect(phone.get_by_role("button", name="Filters", exact=True)).to_be_focused()
    expect(phone).to_have_url(re.compile("/voorbeelden/$"))
    phone.context.close()


STATES = {
    "many chips": "?thema=eenzaamheid,mantelzorg,ouder-worden&doelgroep=ouderen,alle-inwoners&fase=uitvoering,verspreid",
    "search": "?q=eenzaam",
    "nothing": "?q=scootmobiel&thema=nieuwkomers",
    "list": "?weergave=lijst&sorteer=nieuwste",
    "map": "?weergave=kaart&thema=eenzaamheid",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", STATES.values(), ids=STATES)
def test_axe_finds_nothing_in_any_state(browser: Browser, site: Site, query: str, scheme: str) -> None:
    """With chips, results, no results and as a list, in both modes, with all facets open."""
    page = browser.new_page(base_url=site.address, color_scheme=scheme, viewport={"width": 1280, "height": 900})
    page.goto(f"voorbeelden/{query}")
    expect(page.locator(".pw-cat--wacht")).to_have_count(0)
    if "kaart" in query:
        expect(page.get_by_role("group", name="Kaart van Nederland")).to_be_visible()
    page.locator("[data-facet]").evaluate_all("groups => groups.forEach((group) => { group.open = true; })")

    assert faults(page) == []
    page.close()


def test_without_script_the_list_and_the_ways_are_there(browser: Browser, site: Site) -> None:
    """All cards in pages, links to the facet pages, and no controls that do nothing."""
    page = browser.new_context(base_url=site.address, java_script_enabled=False).new_page()
    page.goto("voorbeelden/")
    expect(page.locator(CARDS)).to_have_count(24)
    for name in ("thema", "doelgroep", "werkvorm", "provincie", "gemeente", "wet"):
        expect(page.locator("main").get_by_role("link", name=name, exact=True)).to_be_visible()
    for control in page.locator("main").locator("input, select, button").all():
        expect(control).to_be_hidden()
    seen = 24
    while page.get_by_role("link", name="Volgende pagina").count():
        page.get_by_role("link", name="Volgende pagina").click()
        seen += page.locator(CARDS).count()

    assert seen == len(list((site.folder / "voorbeelden").glob("*/qr.svg")))
    page.context.close()


@pytest.fixture
def bare(site: Site, tmp_path: Path) -> Path:
    """A copy of the site, to break something in."""
    for name in ("voorbeelden", "assets", "pagefind"):
        ignore = shutil.ignore_patterns("qr.svg") if name == "voorbeelden" else None
        shutil.copytree(site.folder / name, tmp_path / "kaal" / name, ignore=ignore)
    return tmp_path / "kaal"


def test_a_missing_table_is_told_and_the_list_stays(browser: Browser, bare: Path) -> None:
    """Without the table the page says so and is the plain list again."""
    for path in bare.glob("voorbeelden/tabel-*/tabel.json"):
        path.unlink()
    with serving(bare) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/voorbeelden/?thema=eenzaamheid")
        expect(page.get_by_text("De filters zijn niet geladen.")).to_be_visible()
        expect(page.locator(CARDS)).to_have_count(24)
        expect(page.locator(CARDS).first).to_be_visible()
        expect(page.get_by_label("Zoek in de voorbeelden")).to_be_hidden()
        expect(page.get_by_role("link", name="Volgende pagina")).to_be_visible()
        page.close()


def test_a_missing_search_index_leaves_the_filters(browser: Browser, bare: Path) -> None:
    """Without the index a question is told to be impossible, and filters still work."""
    shutil.rmtree(bare / "pagefind")
    with serving(bare) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/voorbeelden/?q=eenzaam&thema=eenzaamheid")
        expect(page.get_by_text("Zoeken in de tekst lukt nu niet.")).to_be_visible()
        expect(page.get_by_role("main")).not_to_contain_text("voor ‘eenzaam’")
        assert number_found(page) > 0
        box(page, "Ouderen").check()
        expect(page.locator(".pw-chip")).to_have_count(3)
        page.close()


def test_rows_of_another_catalogue_are_never_shown(page: Page) -> None:
    """When the site was renewed under an open page, the new index numbers other rows: the page says what to do, and filters still work."""

    def renewed(route: Route) -> None:
        begin = route.fetch().json()
        route.fulfill(json={**begin, "tabel": "00000000"})

    page.route("**/zoek/begin.json", renewed)
    page.goto("voorbeelden/?q=eenzaam&thema=eenzaamheid")
    expect(page.get_by_text("Zoeken in de tekst lukt nu niet.")).to_contain_text("laad de pagina opnieuw")
    expect(page.get_by_role("main")).not_to_contain_text("voor ‘eenzaam’")
    assert number_found(page) > 0


def test_cards_that_are_gone_are_told(browser: Browser, bare: Path) -> None:
    """When the site was renewed under an open page, the page says what to do."""
    for path in bare.glob("voorbeelden/tabel-*/kaarten-*.json"):
        path.unlink()
    with serving(bare) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/voorbeelden/?sorteer=nieuwste")
        expect(page.get_by_text("De voorbeelden laden niet.")).to_be_visible()
        expect(page.get_by_role("link", name="Laad de pagina opnieuw")).to_be_visible()
        page.close()
