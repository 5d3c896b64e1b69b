"""The map, as visitors use it: by mouse, by keyboard, on a phone, with the back button and without script."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from tests.conftest import Site

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
    """A cell of a matrix leads to the catalogue with both filters; a head leads to the page of its term."""
    page.goto("overzicht/")
    table = page.get_by_role("region", name="Thema's en doelgroepen")
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
