"""Entries side by side, as visitors compare them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.accessibility import faults
from tests.browser.test_selection import keep
from tests.sharing import Site

TWO = "vergelijken/?v=leefgoed-veghel,welzijn-op-recept"


def heads(page: Page) -> list[str]:
    """The entries that stand side by side."""
    return page.locator("[data-plek=koppen] a").all_inner_texts()


def line(page: Page, name: str) -> Any:
    """The row of a field."""
    return page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=re.compile(f"^{name}\\b")))


def test_from_cards_to_comparison(page: Page) -> None:
    """Two kept on a list lead straight to the comparison: fields in words, with links to terms, and what is unknown as unknown."""
    page.goto("themas/eenzaamheid/")
    for number in (0, 1):
        page.locator("[data-voorbeeld] .pw-kies").nth(number).click()
    page.get_by_role("link", name="Vergelijk", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("Je vergelijkt 2 voorbeelden")

    page.goto(TWO)
    expect(page.get_by_role("status")).to_contain_text("Je vergelijkt 2 voorbeelden")
    assert heads(page) == ["LeefGoed Veghel: een zorgzame wijk op een kloosterterrein", "Welzijn op Recept"]
    expect(line(page, "Soort").get_by_role("cell")).to_have_text(["Praktijk", "Werkwijze"])
    expect(line(page, "Wanneer").get_by_role("cell")).to_have_text(["vanaf 25 september 2019", "onbekend"])
    expect(line(page, "Kosten per jaar").get_by_role("cell")).to_have_text(["onbekend", "onbekend"])
    expect(line(page, "Aanleiding").get_by_role("cell").first).to_contain_text("De zusters Franciscanessen")
    expect(line(page, "Aanleiding").get_by_role("cell").first).not_to_contain_text("[@")
    line(page, "Thema").get_by_role("link", name="Verbinding tussen welzijn en zorg").first.click()
    expect(page).to_have_url(re.compile("/themas/welzijn-zorg/$"))


def test_differences_are_marked(page: Page) -> None:
    """Per field in words; with "Alleen verschillen" what is the same goes away; what not all have stands out among what they share."""
    page.goto(TWO)
    expect(line(page, "Soort").get_by_role("rowheader")).to_contain_text("verschilt")
    expect(line(page, "Kosten per jaar").get_by_role("rowheader")).to_contain_text("gelijk")
    expect(line(page, "Voor wie").get_by_role("rowheader")).to_contain_text("deels gelijk")
    weights = (
        line(page, "Voor wie")
        .locator("td p")
        .evaluate_all("lines => lines.map(line => [line.textContent, getComputedStyle(line).fontWeight])")
    )
    assert {weight for text, weight in weights if text == "Ouderen"} == {"400"}
    assert {weight for text, weight in weights if text != "Ouderen"} == {"600"}

    page.get_by_label("Alleen verschillen").check()
    expect(line(page, "Kosten per jaar")).to_be_hidden()
    expect(line(page, "Voor wie")).to_be_visible()
    page.get_by_label("Alleen verschillen").uncheck()
    expect(line(page, "Kosten per jaar")).to_be_visible()


def test_remove_add_and_back(page: Page) -> None:
    """Columns go and come, the address follows, and the back button leads back."""
    keep(page, "buurtcirkel", "dementalent")
    page.goto(f"{TWO},buurtcirkel")
    expect(page.get_by_role("status")).to_contain_text("3 voorbeelden")
    page.get_by_role("button", name="Haal weg: Welzijn op Recept").click()
    expect(page).to_have_url(re.compile(r"\?v=leefgoed-veghel,buurtcirkel$"))
    expect(page.get_by_role("status")).to_contain_text("2 voorbeelden")
    expect(page.get_by_role("status")).to_be_focused()
    page.get_by_label("Voeg toe uit je selectie").select_option("dementalent")
    page.get_by_role("button", name="Voeg toe").click()
    expect(page.get_by_role("link", name=re.compile("^DemenTalent"))).to_be_visible()
    expect(page).to_have_url(re.compile(r"\?v=leefgoed-veghel,buurtcirkel,dementalent$"))
    page.go_back()
    page.go_back()

    expect(page.get_by_role("link", name="Welzijn op Recept", exact=True)).to_be_visible()
    assert len(heads(page)) == 3


@pytest.mark.parametrize(
    ("query", "said", "columns"),
    [
        ("", "Er is nog niets gekozen om te vergelijken.", 0),
        ("?v=", "Er is nog niets gekozen om te vergelijken.", 0),
        ("?v=buurtcirkel", "Er staat één voorbeeld. Voeg er nog minstens een toe.", 1),
        ("?v=buurtcirkel,buurtcirkel", "Er staat één voorbeeld.", 1),
        ("?v=buurtcirkel,bestaat-niet", "Bestaat niet of niet meer: bestaat-niet.", 1),
        ("?v=buurtcirkel,dementalent,../x,%3Cb%3E", "Je vergelijkt 2 voorbeelden.", 2),
        (
            "?v=buurtcirkel,dementalent,leefgoed-veghel,welzijn-op-recept,moedige-dialoog",
            "Meer dan vier passen er niet naast elkaar: je ziet de eerste vier.",
            4,
        ),
    ],
)
def test_any_number(context: BrowserContext, query: str, said: str, columns: int) -> None:
    """None, one, too many or gone: the page says what is the matter and shows what it can."""
    page = context.new_page()
    page.goto(f"vergelijken/{query}")

    expect(page.get_by_role("status")).to_contain_text(said)
    assert len(heads(page)) == columns
    expect(page.get_by_role("table")).to_have_count(1 if columns else 0)


def test_without_connection(context: BrowserContext) -> None:
    """An entry that can't be loaded is named, the others stand."""
    page = context.new_page()
    page.route("**/leefgoed-veghel/vergelijking.json", lambda route: route.abort())
    page.goto(f"{TWO},buurtcirkel")

    expect(page.get_by_role("status")).to_contain_text("Nu niet te laden: leefgoed-veghel. Probeer het later nog eens.")
    assert len(heads(page)) == 2


def test_hostile_data_stay_text(context: BrowserContext) -> None:
    """Neither a title nor a value nor an address in the data can become an element or run."""
    page = context.new_page()
    attack = "<img src=x onerror=window.geraakt=1>"

    def poison(route: Route) -> None:
        data = route.fetch().json()
        data["titel"] = attack
        data["velden"][1][2] = [attack, [attack, "javascript:window.geraakt=1"]]
        route.fulfill(json=data)

    page.route("**/buurtcirkel/vergelijking.json", poison)
    page.goto("vergelijken/?v=leefgoed-veghel,buurtcirkel")
    expect(page.get_by_role("columnheader", name=attack)).to_be_visible()
    page.locator("td").get_by_role("link", name=attack).click()

    assert page.evaluate("window.geraakt") is None
    assert page.locator("main img").count() == 0


def test_on_a_phone(browser: Browser, site: Site) -> None:
    """Two stand side by side with their names in sight; three stand below each other, each value with its name."""
    page = browser.new_page(base_url=site.address, viewport={"width": 375, "height": 700})
    page.goto(TWO)
    cells = line(page, "Soort").get_by_role("cell")
    expect(cells).to_have_text(["Praktijk", "Werkwijze"])
    left, right = (cell.bounding_box() for cell in cells.all())
    assert left and right
    assert left["y"] == right["y"]
    line(page, "Resultaten").scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader", name=re.compile("Welzijn op Recept"))).to_be_in_viewport()

    page.goto(f"{TWO},buurtcirkel")
    cells = line(page, "Soort").get_by_role("cell")
    expect(cells).to_have_count(3)
    tops = [box["y"] for cell in cells.all() if (box := cell.bounding_box())]
    assert tops == sorted(set(tops))
    names = cells.evaluate_all("cells => cells.map(cell => getComputedStyle(cell, '::before').content)")
    assert "Welzijn op Recept" in names[1]
    page.close()


def test_on_paper(page: Page) -> None:
    """The table without its buttons."""
    page.goto(TWO)
    expect(page.get_by_role("status")).to_contain_text("2 voorbeelden")
    page.emulate_media(media="print")

    expect(page.get_by_role("button")).to_have_count(0)
    expect(line(page, "Soort")).to_be_visible()


def test_without_script(browser: Browser, site: Site) -> None:
    """The page says what it would do and where to go instead."""
    page = browser.new_context(base_url=site.address, java_script_enabled=False).new_page()
    page.goto(TWO)

    expect(page.get_by_text("Vergelijken werkt met JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="hele lijst")).to_be_visible()
    expect(page.get_by_role("table")).to_have_count(0)
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 375), ("dark", 320)])
@pytest.mark.parametrize("number", [1, 2, 4])
def test_axe_and_width(browser: Browser, site: Site, scheme: Any, width: int, number: int) -> None:
    """Any number of columns passes axe in both modes and fits a small screen."""
    page = browser.new_page(base_url=site.address, color_scheme=scheme, viewport={"width": width, "height": 800})
    keep(page, "moedige-dialoog")
    page.goto("vergelijken/?v=" + ",".join(("leefgoed-veghel", "welzijn-op-recept", "buurtcirkel", "dementalent")[:number]))
    expect(page.locator("[data-plek=koppen] a")).to_have_count(number)
    found = faults(page)

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.close()
