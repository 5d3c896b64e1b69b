"""Earlier versions as readers meet them: from the page of today, by way of the list, to what stood there, and back."""

from __future__ import annotations

import gzip
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pytest
from playwright.sync_api import Page, expect

from macros.building import build
from tests.browser.accessibility import faults
from tests.conftest import make_small_project
from tests.sharing import Site, serving

_PAGES = ("voorbeelden/leefgoed/versie/2026-11-22/", "voorbeelden/leefgoed/versie/2027-02-03/", "voorbeelden/leefgoed/versies/")


def _commit(project: Path, moment: str) -> None:
    environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    git = ["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@b.nl"]
    subprocess.run([*git, "add", "voorbeelden"], check=True, capture_output=True)
    subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, capture_output=True, env=environment)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small site, of which one entry was published twice."""
    project = make_small_project(tmp_path_factory.mktemp("versies") / "project")
    subprocess.run(["git", "init", "-q", "-b", "main", str(project)], check=True)
    _commit(project, "2026-11-22T08:00:00Z")
    entry = project / "voorbeelden" / "leefgoed.yml"
    entry.write_text(entry.read_text().replace("Bewoners hebben zelf de sleutel", "Bewoners delen de sleutel met de school"))
    _commit(project, "2027-02-03T08:00:00Z")
    with serving(project / "site") as port, pytest.MonkeyPatch.context() as patch:
        address = f"http://127.0.0.1:{port}/"
        patch.setenv("PRAKTIJKWIJZER_ADRES", address)
        patch.setenv("PRAKTIJKWIJZER_ALLE_VERSIES", "ja")
        assert build(project, say=lambda _: None) == 0
        yield Site(project / "site", address)


def test_from_today_to_then_and_back(page: Page, published: Site) -> None:
    """The citation names the version; the list leads to the earlier one, which tells what changed since."""
    page.goto(f"{published.address}voorbeelden/leefgoed/")
    expect(page.locator(".pw-citaat")).to_contain_text("(2027, 3 februari).")
    expect(page.locator(".pw-citaat")).to_contain_text(f"{published.address}voorbeelden/leefgoed/versie/2027-02-03/")

    page.get_by_role("link", name="Alle versies").click()
    expect(page.locator("main li").first).to_contain_text("3 februari 2027 (nu). Gewijzigd: wat volgens de bronnen helpt.")
    page.get_by_role("link", name="22 november 2026").click()
    expect(page.get_by_text("Dit is een eerdere versie.")).to_be_visible()
    expect(page.locator("article")).to_contain_text("Bewoners hebben zelf de sleutel")
    page.locator("summary").click()
    expect(page.locator("del")).to_contain_text("Bewoners hebben zelf de sleutel")
    expect(page.locator("ins")).to_contain_text("Bewoners delen de sleutel met de school")
    page.get_by_role("link", name="pagina van nu").click()
    expect(page).to_have_url(f"{published.address}voorbeelden/leefgoed/")


@pytest.mark.parametrize("address", _PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_versions_are_accessible(page: Page, published: Site, address: str, scheme: str) -> None:
    """WCAG 2.2 AA in both modes, no scrolling sideways on a small phone, valid HTML, nothing from elsewhere."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto(published.address + address)
    for summary in page.locator("summary").all():
        summary.click()
    found = faults(page)
    html = (published.folder / address / "index.html").read_bytes()
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html, transport_encoding="utf-8")

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert parser.errors == []
    assert re.findall(rb'(?:src|rel="stylesheet" href)="(?!\.\./)', html) == []


def test_versions_are_in_no_search_and_no_sitemap(published: Site) -> None:
    """Only the page of today is found."""
    assert b"/versie" not in (published.folder / "sitemap.xml").read_bytes()
    pages = [gzip.decompress(path.read_bytes()) for path in (published.folder / "pagefind" / "fragment").iterdir()]
    assert pages
    assert [page for page in pages if b"/versie" in page] == []
