"""The map, as visitors use it: by mouse, by keyboard, on a phone, with the back button and without script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.accessibility import faults
from tests.sharing import Site

TOUCH = {"width": 375, "height": 800}

REDRAW = """async (module) => {
    const { toonAantallen } = await import(module);
    const svg = document.querySelector(".pw-landkaart");
    const marks = () => [...svg.querySelectorAll("[data-provincie] > a:not([data-lid])")];
    const looks = () => marks().map((link) => [
        link.getAttribute("aria-label"), link.querySelector("circle").getAttribute("r"), link.querySelector("text")?.textContent ?? "",
    ].join());
    const before = looks();
    const own = new Map(marks().flatMap((link) => {
        const id = link.getAttribute("href").split("/").at(-2);
        const members = (link.dataset.bij?.split(";") ?? []).map((part) => part.split("|"));
        const number = link.dataset.aantal ?? link.getAttribute("aria-label").match(/\\d+$/)[0];
        return [[id, Number(number)], ...members.map((part) => [part[0], Number(part[4])])];
    }));
    toonAantallen(svg, own);
    const same = looks();
    toonAantallen(svg, new Map([["rotterdam", ["a", "b", "c"]], ["schiedam", ["c"]], ["assen", 1]]));
    const left = marks().filter((link) => link.style.display !== "none").map((link) => link.getAttribute("aria-label"));
    return { before, same, left, zeeland: svg.querySelector("[data-telling=zeeland]").style.display };
}"""
"""Draw a map again with its own numbers, then with those of a small selection."""


def on_map(page: Page, name: str) -> Locator:
    """The mark of a municipality, shown or not."""
    return page.locator(".pw-landkaart [data-provincie] > a").and_(
        page.get_by_role("link", name=re.compile(f"^{name}"), include_hidden=True)
    )


def test_choose_a_place_go_on_nearby_and_back(page: Page) -> None:
    """A click on a mark shows the entries beside the map; what is near goes on; back undoes each step."""
    page.goto("kaart/")
    on_map(page, "Leeuwarden").click()
    expect(page).to_have_url(re.compile(r"\?plaats=leeuwarden$"))
    panel = page.locator("[data-keuze]")
    expect(panel.get_by_role("heading", name="Leeuwarden", exact=True)).to_be_focused()
    expect(panel.locator(".pw-kaart").first).to_be_visible()
    expect(panel.get_by_role("link", name="Kies verder in de catalogus")).to_have_attribute(
        "href", re.compile(r"/voorbeelden/\?gemeente=leeuwarden$")
    )

    near = panel.locator(".pw-buurt a").first
    name = near.inner_text()
    expect(panel.get_by_text(re.compile(r"\d+ km verderop")).first).to_be_visible()
    near.click()
    expect(panel.get_by_role("heading", name=name, exact=True)).to_be_visible()

    page.go_back()
    expect(panel.get_by_role("heading", name="Leeuwarden", exact=True)).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Kies een provincie")).to_be_visible()


def test_a_card_in_the_panel_is_a_real_one(page: Page) -> None:
    """Its picture loads and its link leads to the entry, though both come from another page."""
    page.goto("kaart/?plaats=meierijstad")
    card = page.locator("[data-keuze] .pw-kaart", has_text="LeefGoed Veghel")
    card.scroll_into_view_if_needed()
    expect(card.locator("img")).to_have_js_property("complete", True)
    assert card.locator("img").evaluate("image => image.naturalWidth") > 0

    card.get_by_role("link").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("LeefGoed Veghel")


def test_by_keyboard(page: Page) -> None:
    """Enter on a province shows it; Escape shows the whole country again, with the focus in the page."""
    page.goto("kaart/")
    province = page.locator("a.pw-landkaart__provincie[href$='zeeland/']")
    province.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-keuze]").get_by_role("heading", name="Zeeland", exact=True)).to_be_focused()
    expect(province).to_have_attribute("aria-current", "true")

    page.keyboard.press("Escape")

    expect(page.get_by_role("heading", name="Kies een provincie")).to_be_visible()
    expect(page.locator("[data-begin] a").first).to_be_focused()


def test_on_a_phone_a_province_opens_and_shows_its_places(browser: Browser, site: Site) -> None:
    """A small map shows numbers per province; a tap on one brings the marks of that province, large enough for a finger."""
    page = browser.new_page(base_url=site.address, viewport=TOUCH, has_touch=True, reduced_motion="reduce")
    page.goto("kaart/")
    expect(on_map(page, "Goes")).to_be_hidden()

    badge = page.locator("[data-telling=zeeland]").bounding_box()
    assert badge
    page.touchscreen.tap(badge["x"] + badge["width"] / 2, badge["y"] + badge["height"] / 2)

    expect(page).to_have_url(re.compile(r"\?provincie=zeeland$"))
    place = on_map(page, "Hulst")
    expect(place).to_be_visible()
    box = place.locator("circle").bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 23.5
    page.close()


def test_without_script_marks_and_provinces_are_links(browser: Browser, site: Site) -> None:
    """The map leads to the pages, and the list below has everything."""
    page = browser.new_context(base_url=site.address, java_script_enabled=False).new_page()
    page.goto("kaart/")
    expect(page.get_by_role("button", name="Heel Nederland")).to_be_hidden()
    expect(page.locator("#lijst").get_by_role("link", name="LeefGoed Veghel").first).to_be_visible()

    on_map(page, "Leeuwarden").click()

    expect(page).to_have_url(re.compile("/gemeenten/leeuwarden/$"))
    expect(page.get_by_role("heading", name="In de buurt")).to_be_visible()
    page.context.close()


def test_other_numbers_on_the_map(page: Page) -> None:
    """Given its own entries, the script draws what the server drew; given a selection, the rest disappears and nothing counts double."""
    page.goto("kaart/")
    module = page.locator("script[src$='landkaart.js']").evaluate("node => node.src")
    found = page.evaluate(REDRAW, module)

    alone = [(was, now) for was, now in zip(found["before"], found["same"], strict=True) if "omgeving" not in was]
    assert [was for was, _ in alone] == [now for _, now in alone]
    assert sorted(found["left"])[0] == "Assen: 1"
    assert any(re.match(r"Rotterdam( en omgeving)?: 3", label) for label in found["left"])
    assert found["zeeland"] == "none"


def test_the_overview_leads_to_a_selection(page: Page) -> None:
    """A cell of a matrix leads to the catalogue with both filters; a head leads to the page of its term. Where it fits, all is in view."""
    page.goto("overzicht/")
    table = page.get_by_role("region", name="Thema's en doelgroepen")
    assert table.evaluate("box => box.scrollHeight === box.clientHeight && box.scrollWidth === box.clientWidth")
    assert table.locator("td a").first.get_attribute("href") == "../voorbeelden/?thema=eenzaamheid&doelgroep=alle-inwoners"

    table.get_by_role("link", name="Ouderen", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Ouderen")


def test_a_work_list_leads_to_all_of_its_entries(page: Page) -> None:
    """The number beside the head is the number that the catalogue page then shows."""
    page.goto("overzicht/")
    for name in ("De feiten zijn ouder dan twee jaar", "Alles steunt op één bron"):
        link = page.get_by_role("heading", name=name).get_by_role("link")
        number = link.locator("span").inner_text()

        link.click()

        expect(page.get_by_role("status")).to_contain_text(f"{number} ")
        page.go_back()


def test_ones_own_municipality_without_entries(page: Page) -> None:
    """It says so, names the nearest that have some, asks for one, and marks the place; the file is fetched only now."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("kaart/")
    assert not [url for url in asked if url.endswith("gemeenten.json")]

    page.get_by_label("Zoek je gemeente").press_sequentially("aalsmeer")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"\?plaats=aalsmeer$"))
    panel = page.locator("[data-keuze]")
    expect(panel.get_by_role("heading", name="Aalsmeer", exact=True)).to_be_focused()
    expect(panel).to_contain_text("Uit Aalsmeer hebben we nog geen voorbeeld.")
    expect(panel.get_by_role("link", name="Voeg het toe")).to_have_attribute("href", re.compile("/meedoen/formulier/$"))
    expect(page.locator(".pw-landkaart__hier")).to_have_count(1)
    near = panel.get_by_role("listitem")
    expect(near.first).to_have_text(re.compile(r"\d+ km verderop, \d+ voorbeeld"))
    assert len([url for url in asked if url.endswith("gemeenten.json")]) == 1

    name = near.first.get_by_role("link").inner_text()
    near.first.get_by_role("link").click()
    expect(panel.get_by_role("heading", name=name, exact=True)).to_be_focused()
    expect(page.locator(".pw-landkaart__hier")).to_have_count(0)
    page.go_back()
    expect(panel.get_by_role("heading", name="Aalsmeer", exact=True)).to_be_visible()


def test_an_earlier_municipality_leads_to_that_of_now(page: Page) -> None:
    """Whoever types the old name, or arrives with it in the address, sees what it belongs to now, and its entries."""
    page.goto("kaart/")
    page.get_by_label("Zoek je gemeente").fill("sint-oedenrode")
    page.get_by_role("button", name="Zoek").last.click()

    panel = page.locator("[data-keuze]")
    expect(panel.get_by_role("heading", name="Meierijstad", exact=True)).to_be_focused()
    expect(panel).to_contain_text("Sint-Oedenrode hoort nu bij de gemeente Meierijstad.")
    expect(panel.locator(".pw-kaart").first).to_be_visible()

    page.goto("kaart/?plaats=drachten")
    expect(panel).to_contain_text("Drachten ligt in de gemeente Smallingerland.")


def test_a_name_half_or_wrong_is_asked_back(page: Page) -> None:
    """Several that begin so are a question, a typing error too; what is like nothing is said in words."""
    page.goto("kaart/")
    field, status = page.get_by_label("Zoek je gemeente"), page.locator(".pw-gemeentezoeker [role=status]")
    for typed, answer in (
        ("bergen", "Bedoel je Bergen (Limburg)"),
        ("aalsmer", "Bedoel je Aalsmeer?"),
        ("xyzzy", "We kennen geen gemeente ‘xyzzy’."),
    ):
        field.fill(typed)
        field.press("Enter")
        expect(status).to_contain_text(answer)

    field.fill("aalsmer")
    field.press("Enter")
    status.get_by_role("link", name="Aalsmeer").click()
    expect(page.locator("[data-keuze]").get_by_role("heading", name="Aalsmeer", exact=True)).to_be_focused()


def test_the_field_offers_all_names(page: Page) -> None:
    """The list below the field holds the municipalities of now and the earlier ones, once somebody goes there."""
    page.goto("kaart/")
    page.get_by_label("Zoek je gemeente").focus()

    for name in ("Aalsmeer", "Meierijstad", "Uden", "Den Bosch"):
        expect(page.locator(f"datalist option[value='{name}']")).to_have_count(1)


def test_the_field_without_its_table(browser: Browser, site: Site) -> None:
    """When the file can't be had, the form does what it does without script: it leads to the list of municipalities."""
    for script in (True, False):
        page = browser.new_context(base_url=site.address, java_script_enabled=script).new_page()
        page.route("**/kaart/gemeenten.json", lambda route: route.abort())
        page.goto("kaart/")
        page.get_by_label("Zoek je gemeente").fill("Aalsmeer")
        page.keyboard.press("Enter")

        expect(page).to_have_url(re.compile(r"/gemeenten/\?gemeente=Aalsmeer$"))
        expect(page.get_by_role("heading", name="Gemeenten", exact=True)).to_be_visible()
        page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answer(browser: Browser, site: Site, scheme: Any) -> None:
    """Neither in that of a municipality without entries nor in a question back; nothing is wider than the smallest screen."""
    for query, typed in (("?plaats=aalsmeer", ""), ("", "bergen")):
        page = browser.new_page(base_url=site.address, viewport={"width": 320, "height": 800}, color_scheme=scheme)
        page.goto(f"kaart/{query}")
        if typed:
            page.get_by_label("Zoek je gemeente").fill(typed)
            page.keyboard.press("Enter")
            expect(page.get_by_text("Bedoel je")).to_be_visible()
        else:
            expect(page.get_by_text("Het dichtstbij")).to_be_visible()

        found = faults(page)

        assert found == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.close()
