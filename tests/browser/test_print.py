"""On paper: a tidy A4 without navigation, with full addresses and the way back; and charts that fit and can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sharing import Site

ENTRY = "voorbeelden/leefgoed-veghel/"
MONEY = "voorbeelden/nationaal-programma-rotterdam-zuid/"
THEME = "themas/eenzaamheid/"


@pytest.fixture
def paper(page: Page) -> Iterator[Page]:
    """A visitor who prints."""
    page.emulate_media(media="print")
    yield page


@pytest.mark.parametrize(
    ("address", "most"),
    [(ENTRY, 5), (MONEY, 5), (THEME, 12), ("verzamelingen/eenzaamheid/", 10)],
    ids=["entry", "money", "theme", "collection"],
)
def test_prints_on_few_sheets_of_a4(page: Page, address: str, most: int) -> None:
    """The page says A4 itself, and nothing blows it up."""
    page.goto(address)
    document = page.pdf(prefer_css_page_size=True)
    sizes = set(re.findall(rb"/MediaBox \[([^\]]+)\]", document))
    sheets = len(re.findall(rb"/Type /Page\b", document))

    assert [[round(float(side)) for side in size.split()] for size in sizes] == [[0, 0, 595, 842]]
    assert 1 <= sheets <= most


def test_qr_code_is_only_on_paper_and_is_loaded_there(page: Page) -> None:
    """On a screen it is neither shown nor asked for; printing fetches it."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(ENTRY)
    expect(page.locator(".pw-qr")).to_be_hidden()
    assert "qr.svg" not in asked

    with page.expect_response("**/qr.svg") as answer:
        page.pdf()

    assert answer.value.ok
    assert answer.value.headers["content-type"].startswith("image/svg+xml")


def test_permanent_address_and_citation(paper: Page, site: Site) -> None:
    """Who holds the sheet can find the page and name it."""
    paper.goto(ENTRY)
    block = paper.locator(".pw-citaat")

    expect(block).to_be_visible()
    expect(block).to_have_text(
        re.compile(
            r"^Praktijkwijzer Sociaal Werk\. \(20[^)]+\)\. LeefGoed Veghel: .*\. " + re.escape(site.address) + f"{ENTRY}(versie/[0-9-]+/)?$"
        )
    )
    expect(paper.locator(".pw-qr")).to_be_visible()


def test_nothing_to_click_is_left(paper: Page) -> None:
    """No header, menu, footer, way back, related entries or closed tables."""
    for address in (ENTRY, THEME):
        paper.goto(address)
        for gone in ("header.pw-kop", "footer", "nav", ".pw-relaties", ".pw-onbekend", "details", "button"):
            assert paper.locator(gone).filter(visible=True).count() == 0, gone


def test_dark_mode_prints_black_on_white(browser: Browser, site: Site) -> None:
    """Whoever reads in the dark doesn't print a black sheet, or white letters."""
    page = browser.new_page(base_url=site.address, color_scheme="dark")
    page.emulate_media(media="print")
    page.goto(ENTRY)
    read = "names => names.map(name => getComputedStyle(document.querySelector(name))."
    colours = page.evaluate(f"{read}color)", ["body", "h1", ".pw-kern dt"])
    ground = page.evaluate(f"{read}backgroundColor)", ["body", ".pw-citaat"])
    page.close()

    assert colours == ["rgb(0, 0, 0)", "rgb(0, 0, 0)", "rgb(68, 68, 68)"]
    assert ground == ["rgb(255, 255, 255)"] * 2


@pytest.mark.parametrize("letters", ["ours", "of the machine"])
@pytest.mark.parametrize("width", [320, 375, 768, 1440])
@pytest.mark.parametrize("address", [THEME, "provincies/groningen/", MONEY], ids=["theme", "province", "money"])
def test_words_in_charts_stay_inside_and_large_enough(browser: Browser, site: Site, address: str, width: int, letters: str) -> None:
    """No word sticks out of its picture at any width, in ours or the wider letters before those are there; none is below 14 pixels."""
    page = browser.new_page(base_url=site.address, viewport={"width": width, "height": 900})
    if letters == "of the machine":
        page.route("**/*.woff2", lambda route: route.abort())
    # with our own letters twice: on a first visit to a busy machine those of the machine may stand in for them
    for _ in range(2):
        page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    measured = page.locator(".pw-grafiek__beeld text").evaluate_all(
        """words => words.map(word => {
            const own = word.getBoundingClientRect(), picture = word.ownerSVGElement.getBoundingClientRect();
            const inside = own.left >= picture.left - 1 && own.right <= picture.right + 1;
            return [word.textContent, inside, parseFloat(getComputedStyle(word).fontSize)];
        })"""
    )
    page.close()

    assert measured
    assert [word for word, inside, size in measured if not inside or size < 14] == []


def test_table_behind_a_chart_opens_and_leads_on(page: Page) -> None:
    """The numbers can be read as a table, and a row leads to those entries."""
    page.goto(THEME)
    page.get_by_text("Toon als tabel: Waar zijn ze?").click()
    table = page.locator(".pw-grafiek", has_text="Waar zijn ze?").get_by_role("table")
    expect(table).to_be_visible()
    table.get_by_role("link").first.click()

    expect(page).to_have_url(re.compile(r"voorbeelden/\?thema=eenzaamheid&provincie="))


def test_a_chart_says_its_gist(page: Page) -> None:
    """Who doesn't see the picture hears what stands out."""
    page.goto(THEME)
    expect(page.get_by_role("img", name=re.compile(r"^Staafdiagram van \d+ voorbeelden per fase\. Bovenaan: ")).first).to_be_visible()
    page.goto(MONEY)
    expect(page.get_by_role("img", name=re.compile(r"^Tijdlijn\. .*\(voorbij\)"))).to_be_visible()
