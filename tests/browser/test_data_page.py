"""What a visitor does who comes to cite or to take data along."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.sharing import Site


def test_a_reference_is_copied(page: Page, site: Site) -> None:
    """The button says what it did, and the clipboard holds the text and nothing else."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("citeren/")
    box = page.locator(".pw-kopieer").first
    box.get_by_role("button", name="Kopieer").click()

    expect(box.get_by_role("status")).to_have_text("De verwijzing is gekopieerd.")
    shown = re.escape(site.address.partition("://")[2])
    expected = rf"‘LeefGoed Veghel: .*’, Praktijkwijzer Sociaal Werk \(online, bijgewerkt .*\), {shown}voorbeelden/leefgoed-veghel/.*"
    assert re.fullmatch(expected, page.evaluate("navigator.clipboard.readText()"))


def test_a_reference_is_selected_where_copying_is_not_allowed(page: Page) -> None:
    """One key then copies it."""
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('niet toegestaan'))")
    page.goto("citeren/")
    box = page.locator(".pw-kopieer").last
    box.get_by_role("button", name="Kopieer").click()

    expect(box.get_by_role("status")).to_have_text("De regel is geselecteerd. Kopieer met Ctrl+C of Cmd+C.")
    assert page.evaluate("getSelection().toString().trim()") == box.locator("p").first.inner_text()


def test_the_workbook_is_downloaded(page: Page) -> None:
    """With one click, under a name that says what it is."""
    page.goto("data/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Werkmap met alle tabellen").click()

    assert waiting.value.suggested_filename == "praktijkwijzer.xlsx"
    assert waiting.value.path().read_bytes()[:2] == b"PK"


def test_every_file_is_there_with_its_size(page: Page, site: Site) -> None:
    """What the page says of a file is so."""
    page.goto("data/")
    for row in page.locator(".pw-bestanden li").all():
        link = row.locator("a")
        size = (site.folder / link.evaluate("link => link.href").removeprefix(site.address)).stat().st_size
        said = re.search(r"([\d,]+) (kB|MB)", str(row.text_content()))
        assert said
        assert abs(float(said[1].replace(",", ".")) * {"kB": 1e3, "MB": 1e6}[said[2]] - size) <= {"kB": 1e3, "MB": 1e5}[said[2]]


def test_the_address_of_a_term_leads_to_its_meaning(page: Page) -> None:
    """As it stands in linked data: its list opens and shows it."""
    page.goto("data/lijsten/#themas.eenzaamheid")

    expect(page.get_by_text("Eenzaamheid en ontmoeting", exact=False).first).to_be_visible()


def test_the_door_on_the_home_page(page: Page) -> None:
    """Who comes to cite or reuse is told how."""
    page.goto("")
    page.get_by_role("link", name="Ik wil citeren of hergebruiken").click()
    expect(page.get_by_role("heading", name="Citeren en hergebruiken")).to_be_visible()
    page.get_by_role("link", name="Alle gegevens").click()

    expect(page.get_by_role("heading", name="Gegevens om mee te werken")).to_be_visible()
