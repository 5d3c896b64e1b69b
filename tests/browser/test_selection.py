"""Keeping entries and what one can do with them, as visitors do it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.accessibility import faults
from tests.sharing import Site

THREE = ("leefgoed-veghel", "welzijn-op-recept", "buurtcirkel")


def keep(page: Page, *slugs: str, **notes: str) -> None:
    """A visitor who kept these entries before."""
    kept = [{"slug": slug, "titel": slug, "notitie": notes.get(slug.replace("-", "_"), "")} for slug in slugs]
    page.goto("over/")
    page.evaluate("kept => localStorage.setItem('pw-selectie', JSON.stringify(kept))", kept)


def titles(page: Page) -> list[str]:
    """The entries of the selection, in their order."""
    return page.locator("[data-plek=lijst] h2").all_inner_texts()


def kept(page: Page) -> list[dict[str, Any]]:
    """What the browser keeps."""
    found: list[dict[str, Any]] = json.loads(page.evaluate("localStorage.getItem('pw-selectie') ?? '[]'"))
    return found


def row(page: Page, title: str | re.Pattern[str]) -> Any:
    """The row of an entry."""
    return page.locator("[data-plek=lijst] > li", has=page.get_by_role("link", name=title))


def downloaded(page: Page, button: str) -> str:
    """The text of the file behind a button."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    return Path(waiting.value.path()).read_text(encoding="utf-8")


def test_from_list_to_selection_and_back_to_nothing(page: Page, context: BrowserContext) -> None:
    """Keep on a list and on an entry's page, order, note, export, share, wipe, and put back."""
    page.goto("themas/eenzaamheid/")
    card = page.locator("[data-voorbeeld]").first
    first = card.locator("h3").inner_text()
    card.get_by_role("button", name=f"Bewaar {first}").click()
    expect(card.get_by_role("button", name=f"Bewaar {first}", pressed=True)).to_be_visible()
    page.goto("voorbeelden/leefgoed-veghel/")
    page.get_by_role("button", name="Bewaar LeefGoed Veghel").click()
    page.get_by_role("link", name="Mijn selectie (2)").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn selectie")
    leefgoed = row(page, re.compile("^LeefGoed"))
    expect(leefgoed).to_contain_text("Veghel (Meierijstad)")
    leefgoed.get_by_role("button", name="Omhoog").click()
    expect(page.get_by_role("status")).to_contain_text("op plaats 1 van 2")
    assert titles(page)[0].startswith("LeefGoed")
    leefgoed.get_by_label("Notitie", exact=True).fill('Bellen over de huur;\nmet "Jan"')
    page.reload()
    expect(row(page, re.compile("^LeefGoed")).get_by_label("Notitie", exact=True)).to_have_value('Bellen over de huur;\nmet "Jan"')

    text = downloaded(page, "Bronvermeldingen")
    assert re.search(
        r"^1\. Praktijkwijzer Sociaal Werk\. \(\d{4}.*\)\. LeefGoed Veghel.*/voorbeelden/leefgoed-veghel/(versie/[0-9-]+/)?$",
        text,
        re.MULTILINE,
    )
    assert '   Notitie: Bellen over de huur;\n   met "Jan"\n' in text
    address = page.get_by_label("Het adres van deze selectie").input_value()
    assert "leefgoed-veghel," in address
    assert "Bellen" not in address

    page.get_by_role("button", name="Wis mijn selectie").click()
    expect(page.get_by_text("Je hebt nog niets bewaard")).to_be_visible()
    assert kept(page) == []
    page.get_by_role("button", name="Zet terug").click()
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(2)
    assert kept(page)[0]["notitie"] == 'Bellen over de huur;\nmet "Jan"'


def test_export_as_data(page: Page) -> None:
    """JSON holds each entry whole with its note; the table opens in a Dutch spreadsheet and can't run a formula there."""
    keep(page, *THREE, leefgoed_veghel='=HYPERLINK("https://x.example")', buurtcirkel="  @som")
    page.goto("selectie/")
    expect(page.locator("[data-plek=onder]").last).not_to_be_empty()

    data = json.loads(downloaded(page, "Alle gegevens"))
    table = downloaded(page, "Tabel")

    assert [one["slug"] for one in data["voorbeelden"]] == list(THREE)
    assert data["voorbeelden"][0]["aanleiding"].startswith("De zusters")
    assert data["voorbeelden"][0]["notitie"].startswith("=HYPERLINK")
    assert data["licentie"] == "CC BY 4.0"
    assert table.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(table.removeprefix("\ufeff")), delimiter=";"))
    assert [line["slug"] for line in rows] == list(THREE)
    assert rows[0]["plaats"] == "Veghel (Meierijstad)"
    assert rows[0]["themas"].startswith("Wonen en samenleven in de wijk, ")
    assert [line["notitie"] for line in rows] == ['\'=HYPERLINK("https://x.example")', "", "'  @som"]


def test_a_shared_address_changes_nothing_until_taken_over(page: Page) -> None:
    """Somebody else's selection shows beside one's own, without notes; taking it over adds to it, each entry once."""
    keep(page, "dementalent", "buurtcirkel", dementalent="van mij")
    page.goto(f"selectie/?v={','.join(THREE)}")

    expect(page.get_by_role("heading", level=1)).to_have_text("Een gedeelde selectie")
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(3)
    expect(page.get_by_role("textbox", name="Notitie", exact=True)).to_have_count(0)
    expect(page.get_by_role("button", name="Haal weg")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile("^LeefGoed"))).to_be_visible()
    assert [one["slug"] for one in kept(page)] == ["dementalent", "buurtcirkel"]
    page.get_by_role("button", name="Neem over").click()

    expect(page).to_have_url(re.compile(r"/selectie/$"))
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(4)
    assert [one["slug"] for one in kept(page)] == ["dementalent", "buurtcirkel", "leefgoed-veghel", "welzijn-op-recept"]
    assert kept(page)[0]["notitie"] == "van mij"


def test_by_keyboard(page: Page) -> None:
    """From card to selection, moving and removing without a mouse; the focus stays where the reader is."""
    keep(page, *THREE)
    page.goto("themas/eenzaamheid/")
    button = page.locator("[data-voorbeeld] .pw-kies").first
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("link", name="Mijn selectie (4)")).to_be_visible()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "false")

    page.goto("selectie/")
    expect(row(page, "Welzijn op Recept")).to_be_visible()
    row(page, "Welzijn op Recept").get_by_role("button", name="Omlaag").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("op plaats 3 van 3")
    # down is not possible any more, so the way up has the focus
    expect(row(page, "Welzijn op Recept").get_by_role("button", name="Omhoog")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Zet terug")).to_be_focused()
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(2)
    page.keyboard.press("Enter")
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(3)
    assert [one["slug"] for one in kept(page)] == ["leefgoed-veghel", "buurtcirkel", "welzijn-op-recept"]


def test_two_tabs_share_one_selection(page: Page, context: BrowserContext) -> None:
    """What one tab keeps, the other shows at once."""
    page.goto("voorbeelden/leefgoed-veghel/")
    other = context.new_page()
    other.goto("selectie/")
    expect(other.get_by_text("Je hebt nog niets bewaard")).to_be_visible()

    page.get_by_role("button", name="Bewaar LeefGoed Veghel").click()
    expect(row(other, re.compile("^LeefGoed"))).to_be_visible()
    other.get_by_role("button", name="Haal weg").click()

    expect(page.get_by_role("button", name="Bewaar LeefGoed Veghel", pressed=False)).to_be_visible()
    expect(page.get_by_role("navigation", name="Mijn selectie")).to_be_hidden()


def test_choosing_what_to_compare(page: Page) -> None:
    """With five kept nothing is chosen yet; two to four ticked lead to the comparison."""
    keep(page, *THREE, "dementalent", "moedige-dialoog")
    page.goto("selectie/")
    expect(page.get_by_text("Vink twee tot vier voorbeelden aan")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Vergelijk deze"))).to_have_count(0)
    for title in (re.compile("^Buurtcirkel"), "Welzijn op Recept"):
        row(page, title).get_by_label("Vergelijk").check()
    page.get_by_role("link", name="Vergelijk deze 2").click()

    expect(page).to_have_url(re.compile(r"/vergelijken/\?v=welzijn-op-recept,buurtcirkel$"))


def test_an_entry_that_is_gone(context: BrowserContext) -> None:
    """It keeps its title and note, says that it is gone, and can be taken away; nothing else suffers."""
    page = context.new_page()
    keep(page, "bestaat-niet", "buurtcirkel", bestaat_niet="jammer")
    page.goto("selectie/")
    gone = page.locator("[data-plek=lijst] > li").first

    expect(gone).to_contain_text("Dit voorbeeld bestaat niet of niet meer")
    expect(gone.get_by_label("Notitie", exact=True)).to_have_value("jammer")
    expect(gone.get_by_label("Vergelijk")).to_be_hidden()
    assert "1. bestaat-niet (niet gevonden)" in downloaded(page, "Bronvermeldingen")
    gone.get_by_role("button", name="Haal weg").click()
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(1)


def test_without_connection(context: BrowserContext) -> None:
    """Titles and notes are still there when the data can't be loaded."""
    page = context.new_page()
    keep(page, "buurtcirkel", buurtcirkel="mijn notitie")
    page.route("**/voorbeeld.json", lambda route: route.abort())
    page.goto("selectie/")

    expect(page.get_by_text("De gegevens zijn nu niet te laden")).to_be_visible()
    expect(page.get_by_label("Notitie", exact=True)).to_have_value("mijn notitie")


def test_storage_blocked(browser: Browser, site: Site) -> None:
    """Where the browser lets a site keep nothing, keeping says so, and a shared selection still shows."""
    context = browser.new_context(base_url=site.address)
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('dicht', 'SecurityError'); } })"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("voorbeelden/leefgoed-veghel/")
    page.get_by_role("button", name="Bewaar LeefGoed Veghel").click()
    expect(page.get_by_role("alert")).to_contain_text("laat deze site niets onthouden")
    expect(page.get_by_role("button", name="Bewaar LeefGoed Veghel", pressed=False)).to_be_visible()
    page.goto("selectie/")
    expect(page.get_by_text("Daarom kun je hier nu niets bewaren")).to_be_visible()
    page.goto("selectie/?v=buurtcirkel")
    expect(page.get_by_role("link", name=re.compile("^Buurtcirkel"))).to_be_visible()
    page.get_by_role("button", name="Neem over").click()
    expect(page.get_by_text("Daarom kun je hier nu niets bewaren")).to_be_visible()

    assert errors == []
    context.close()


@pytest.mark.parametrize("stored", ["geen json", '{"a":1}', "[1, null, {}]", '[{"slug": "../../x"}, {"slug": 3}]'])
def test_spoiled_storage(page: Page, stored: str) -> None:
    """What another program left there is passed over."""
    page.goto("over/")
    page.evaluate("text => localStorage.setItem('pw-selectie', text)", stored)
    page.goto("selectie/")

    expect(page.get_by_text("Je hebt nog niets bewaard")).to_be_visible()


def test_hostile_titles_stay_text(page: Page) -> None:
    """Neither what was kept, nor what the data say, nor the address can put an element on the page."""
    attack = "<img src=x onerror=window.geraakt=1>"

    def poison(route: Route) -> None:
        data = route.fetch().json()
        data["titel"] = data["samenvatting"] = data["citaat"] = data["in_woorden"]["plaats"] = attack
        route.fulfill(json=data)

    page.route("**/buurtcirkel/voorbeeld.json", poison)
    page.goto("over/")
    page.evaluate("titel => localStorage.setItem('pw-selectie', JSON.stringify([{slug: 'buurtcirkel', titel, notitie: titel}]))", attack)
    page.goto("selectie/")
    expect(page.get_by_role("link", name=attack)).to_be_visible()
    page.goto(f"selectie/?v=buurtcirkel,{attack},../x,a%2Fb")
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(1)
    expect(page.get_by_role("link", name=attack)).to_be_visible()

    assert page.locator("main img:not([src$='assets/panorama.svg'])").count() == 0
    assert page.evaluate("window.geraakt") is None


def test_on_paper(page: Page) -> None:
    """Titles, notes and citations, without buttons."""
    keep(page, *THREE, buurtcirkel="Voor het overleg van dinsdag")
    page.goto("selectie/")
    expect(row(page, re.compile("^Buurtcirkel"))).to_be_visible()
    page.emulate_media(media="print")

    expect(page.get_by_text("Notitie: Voor het overleg van dinsdag")).to_be_visible()
    expect(page.get_by_text("Praktijkwijzer Sociaal Werk. (").first).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_without_script(browser: Browser, site: Site) -> None:
    """The page says what it would do and where to go instead; no card has a button that does nothing."""
    page = browser.new_context(base_url=site.address, java_script_enabled=False).new_page()
    page.goto("selectie/")
    expect(page.get_by_text("Een selectie bewaren werkt met JavaScript")).to_be_visible()
    expect(page.get_by_text("Wis mijn selectie")).to_be_hidden()
    page.get_by_role("link", name="hele lijst").click()

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.get_by_role("button", name="Bewaar").count() == 0
    page.context.close()


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 375), ("dark", 320)])
def test_axe_and_width(browser: Browser, site: Site, scheme: Any, width: int) -> None:
    """Cards with kept entries and a filled selection pass axe and fit a small screen; buttons are large enough."""
    page = browser.new_page(base_url=site.address, color_scheme=scheme, viewport={"width": width, "height": 800})
    keep(page, *THREE)
    for address in ("selectie/", "selectie/?v=buurtcirkel,dementalent", "themas/eenzaamheid/", "voorbeelden/leefgoed-veghel/"):
        page.goto(address)
        expect(page.get_by_role("link", name=re.compile("LeefGoed|DemenTalent|Mijn selectie")).first).to_be_visible()
        if address == "selectie/":
            page.get_by_role("button", name="Haal weg").last.click()
            expect(page.get_by_role("button", name="Zet terug")).to_be_visible()
            page.get_by_role("button", name="Zet terug").click()
        found = faults(page)
        assert found == [], address
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0, address
        for button in page.locator(".pw-kies:visible, .pw-selectie button:visible").all():
            box = button.bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 24
    page.close()


def test_nothing_is_kept_without_asking(page: Page) -> None:
    """Looking around, even at a shared selection, leaves nothing in the browser."""
    for address in ("themas/eenzaamheid/", "voorbeelden/leefgoed-veghel/", "selectie/", f"selectie/?v={','.join(THREE)}"):
        page.goto(address)
    expect(page.locator("[data-plek=lijst] > li")).to_have_count(3)

    assert page.evaluate("localStorage.length") == 0


def test_citations_for_reference_managers(page: Page) -> None:
    """BibTeX, RIS and CSL-JSON of the whole selection, as others' software reads them, and the Leidraad line by line."""
    keep(page, *THREE)
    page.goto("selectie/")
    expect(page.locator("[data-plek=onder]").last).not_to_be_empty()
    keys = [f"voorbeeld-{slug}" for slug in THREE]
    library = bibtexparser.parse_string(downloaded(page, "BibTeX"))

    assert (library.failed_blocks, [entry.key for entry in library.entries]) == ([], keys)
    assert [one["id"] for one in rispy.loads(downloaded(page, "RIS"))] == keys
    assert [one["id"] for one in json.loads(downloaded(page, "CSL"))] == keys
    assert downloaded(page, "Leidraad").count("(online, bijgewerkt") == len(THREE)
    expect(page.get_by_text("Het bestand is klaar.")).to_be_visible()
