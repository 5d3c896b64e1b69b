"""What changed, as a reader meets it: on a first visit, on a later one after the site was made anew, and in a feed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import atoma
import html5lib
import pytest
from playwright.sync_api import Page, expect

from macros.building import build
from tests.browser.accessibility import faults
from tests.conftest import make_small_project
from tests.sharing import serving

_TITLE = 'Samen < 10 & "thuis"'


@dataclass
class Published:
    """A project with a history, and the address of its site."""

    project: Path
    address: str

    def publish(self, moment: str, slug: str, old: str, new: str) -> None:
        """Change an entry and make the site."""
        path = self.project / "voorbeelden" / f"{slug}.yml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.commit(moment)
        assert build(self.project, say=lambda _: None) == 0

    def commit(self, moment: str) -> None:
        environment = {**os.environ, "GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        git = ["git", "-C", str(self.project), "-c", "user.name=a", "-c", "user.email=a@b.nl"]
        subprocess.run([*git, "add", "voorbeelden"], check=True, capture_output=True)
        subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, capture_output=True, env=environment)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """The small site, in which a title changed after the first day."""
    folder = tmp_path_factory.mktemp("wijzigingen")
    project = make_small_project(folder / "project")
    subprocess.run(["git", "init", "-q", "-b", "main", str(project)], check=True)
    (project / "site").mkdir()
    with serving(project) as port, pytest.MonkeyPatch.context() as patch:
        address = f"http://127.0.0.1:{port}/site/"
        patch.setenv("PRAKTIJKWIJZER_ADRES", address)
        patch.setenv("PRAKTIJKWIJZER_ALLE_VERSIES", "ja")
        made = Published(project, address)
        made.commit("2026-11-20T08:00:00Z")
        made.publish("2027-02-03T08:00:00Z", "leefgoed", '"LeefGoed: samen het gebouw beheren"', f"'{_TITLE}'")
        yield made


def test_since_the_last_visit(page: Page, published: Published) -> None:
    """Nothing is kept unasked; then exactly what is new, also after reloading; forgetting leaves nothing behind."""
    page.clock.set_fixed_time("2027-02-04T12:00:00")
    page.goto(f"{published.address}wijzigingen/")
    expect(page.locator(".pw-dag h2")).to_have_text(["3 februari 2027", "22 november 2026"])
    expect(page.locator(".pw-dag li p").first).to_have_text(f"Gewijzigd {_TITLE}")
    expect(page.locator(".pw-dag__wat").first).to_contain_text("Gewijzigd: titel.")
    expect(page.locator(".pw-dag li").last).to_contain_text("De catalogus ging open, met 7 voorbeelden.")
    expect(page.get_by_role("status")).to_contain_text("Wil je hier voortaan zien")
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Onthoud mijn bezoek").click()
    expect(page.get_by_role("status")).to_contain_text("Kom je later terug")

    told = "resultaten: Er kwamen dertig mensen [@stadsblad-2021]."
    published.publish("2027-03-01T08:00:00Z", "taalcafe-groningen", "resultaten: onbekend", told)
    page.clock.set_fixed_time("2027-03-02T12:00:00")
    for _ in range(2):
        page.reload()
        expect(page.get_by_role("status")).to_have_text("Sinds je vorige bezoek, op 4 februari 2027, is er 1 wijziging.")
        expect(page.locator(".pw-nieuw")).to_have_count(1)
        expect(page.locator(".pw-nieuw")).to_contain_text("Gewijzigd: resultaten.")

    page.get_by_role("button", name="Vergeet mijn bezoek").click()
    expect(page.get_by_role("status")).to_contain_text("Je bezoek is vergeten.")
    expect(page.locator(".pw-nieuw, .pw-nieuw__merk")).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("Wil je hier voortaan zien")
    assert page.context.cookies() == []


def test_from_a_change_to_its_version(page: Page, published: Published) -> None:
    """Every line leads to the entry and to the version that never changes."""
    page.goto(f"{published.address}wijzigingen/")
    line = page.locator("li").filter(has_text=_TITLE).first
    line.get_by_role("link", name="Deze versie").click()

    expect(page).to_have_url(f"{published.address}voorbeelden/leefgoed/versie/2027-02-03/")


def test_a_page_names_a_feed_that_can_be_read(page: Page, published: Published) -> None:
    """What a browser or feed reader finds on the pages of the site."""
    for address, number in {"": 8, "wijzigingen/": 8, "themas/eenzaamheid/": 1, "provincies/noord-brabant/": 1}.items():
        page.goto(published.address + address)
        found = page.locator('link[rel=alternate][type="application/atom+xml"]').evaluate("link => link.href")
        feed = atoma.parse_atom_bytes(page.request.get(found).body())
        assert feed.id_ == found
        assert len(feed.entries) >= number
    assert page.locator("link[rel=alternate]").count() == 2
    page.goto(f"{published.address}voorbeelden/leefgoed/")
    assert page.locator("link[rel=alternate]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_changes_are_accessible(page: Page, published: Published, scheme: str) -> None:
    """WCAG 2.2 AA in both modes with marks shown, no scrolling sideways on a small phone, valid HTML."""
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": 320, "height": 700})
    page.add_init_script("localStorage.setItem('pw-wijzigingen', JSON.stringify({ gezien: 0, dag: '2026-01-01' }))")
    page.goto(f"{published.address}wijzigingen/")
    expect(page.locator(".pw-nieuw").first).to_be_visible()
    found = faults(page)
    parser = html5lib.HTMLParser(strict=False)
    parser.parse((published.project / "site" / "wijzigingen" / "index.html").read_bytes(), transport_encoding="utf-8")

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert parser.errors == []
