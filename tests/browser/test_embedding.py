"""Our entries on a site of somebody else: another origin, a real browser, the snippet as it is copied."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.sharing import Site, serving

ENTRY = "voorbeelden/leefgoed-veghel"


def snippet(page: Page) -> str:
    """The code as the chooser shows it."""
    return page.locator(".pw-kopieer code").inner_text()


@pytest.mark.parametrize("scripts", [True, False], ids=["script", "no script"])
def test_the_snippet_works_elsewhere(browser: Browser, site: Site, tmp_path: Path, scripts: bool) -> None:
    """Pasted into a page of another host, it shows the entry, keeps nothing, asks nobody else, and a link leads to us."""
    chooser = browser.new_page(java_script_enabled=scripts)
    chooser.goto(f"{site.address}insluiten/")
    code = snippet(chooser)
    chooser.close()
    text = f"<!doctype html><html lang=nl><title>Gemeente</title><h1>Onze gemeente</h1>{code}</html>"
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    with serving(tmp_path) as port:
        # most sites have no dark colours: the frame keeps to the page that it is on
        context = browser.new_context(color_scheme="dark")
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        host = f"http://localhost:{port}/"
        page.goto(host)
        frame = page.frame_locator("iframe")
        expect(frame.get_by_role("heading")).to_contain_text("LeefGoed Veghel")
        expect(frame.get_by_role("contentinfo")).to_contain_text("Praktijkwijzer Sociaal Werk, CC BY 4.0")
        expect(frame.locator("html")).to_have_css("background-color", "rgb(255, 253, 248)")

        assert [url for url in asked if not url.startswith((host, site.address))] == []
        assert [url for url in asked if url.endswith(".js")] == []
        assert context.cookies() == []
        frame.get_by_role("link", name="LeefGoed Veghel").click()
        page.wait_for_url(f"{site.address}{ENTRY}/")
        context.close()


def test_choosing_a_list(page: Page, site: Site) -> None:
    """Snippet and preview follow; the field for an entry goes away."""
    page.goto("insluiten/")
    page.get_by_label("Welke lijst?").select_option("themas/eenzaamheid")

    expect(page.frame_locator(".pw-proef").get_by_role("heading")).to_have_text("Eenzaamheid en ontmoeting")
    expect(page.get_by_label("Welk voorbeeld?")).to_be_hidden()
    assert f'src="{site.address}insluiten/themas/eenzaamheid.html#licht"' in snippet(page)
    assert f'href="{site.address}themas/eenzaamheid/"' in snippet(page)


def test_choosing_two_terms(page: Page, site: Site) -> None:
    """A theme in a province: the second choice appears with the first, and only offers what goes with it."""
    page.goto("insluiten/")
    second = page.get_by_label("Alleen voorbeelden die ook hierbij horen")
    expect(second).to_be_hidden()
    page.get_by_label("Welke lijst?").select_option("provincies/utrecht")
    second.select_option("themas/eenzaamheid")

    expect(page.frame_locator(".pw-proef").get_by_role("heading")).to_have_text("Eenzaamheid en ontmoeting in Utrecht")
    assert f'src="{site.address}insluiten/themas/eenzaamheid/provincies/utrecht.html#licht"' in snippet(page)
    assert 'title="Eenzaamheid en ontmoeting in Utrecht"' in snippet(page)
    rest = page.frame_locator(".pw-proef").get_by_role("link", name="Bekijk")
    expect(rest).to_have_attribute("href", "../../../../voorbeelden/?thema=eenzaamheid&provincie=utrecht")
    page.get_by_label("Welke lijst?").select_option("gemeenten/amsterdam")
    expect(second).to_be_hidden()
    expect(page.frame_locator(".pw-proef").get_by_role("heading")).to_have_text("Amsterdam")


def test_choosing_an_entry_by_its_address(page: Page, site: Site) -> None:
    """As copied from the address bar, with whatever hangs behind it."""
    page.goto("insluiten/")
    field = page.get_by_label("Welk voorbeeld?")
    field.fill(f"{site.address}voorbeelden/buurtcirkel/?q=x#aanpak")
    field.blur()

    expect(page.frame_locator(".pw-proef").get_by_role("heading")).to_contain_text("Buurtcirkel")
    assert f'src="{site.address}insluiten/voorbeelden/buurtcirkel.html#licht"' in snippet(page)


@pytest.mark.parametrize(
    ("label", "colour"),
    [
        ("Licht of donker", "rgb(29, 38, 36)"),
        ("Altijd licht", "rgb(255, 253, 248)"),
        ("Altijd donker", "rgb(29, 38, 36)"),
        ("Wit en zonder tekening", "rgb(255, 255, 255)"),
    ],
)
def test_looks(page: Page, label: str, colour: str) -> None:
    """The chosen look, whatever the visitor's own setting is."""
    page.emulate_media(color_scheme="light" if label == "Altijd donker" else "dark")
    page.goto("insluiten/")
    page.get_by_label(label).check()

    expect(page.frame_locator(".pw-proef").locator("html")).to_have_css("background-color", colour)


def test_an_entry_that_does_not_exist(browser: Browser, site: Site) -> None:
    """It says so, and the snippet stays what it was."""
    page = browser.new_page(base_url=site.address)
    page.goto("insluiten/")
    before = snippet(page)
    page.get_by_label("Welk voorbeeld?").fill("https://gids.example/voorbeelden/bestaat-niet/")
    page.get_by_label("Welk voorbeeld?").blur()

    expect(page.get_by_role("status").filter(has_text="We kennen dit voorbeeld niet")).to_be_visible()
    assert snippet(page) == before
    page.close()
