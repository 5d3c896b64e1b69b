"""What a screen reader is told: the browser's accessibility tree of every type of page, as people have read and approved it.

The trees stand in `namen/`, one file a page, to be read: role, name and state, in the order of the page. They are those of
the small world, which changes only along with a test; of pages that people write, only the controls. After a change on
purpose `PRAKTIJKWIJZER_NAMEN=schrijf` writes them anew; read then what changed before you commit it.
"""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.sharing import Site, serving

APPROVED = Path(__file__).with_name("namen")
SMALL_PAGES = {
    "catalogus": "voorbeelden/",
    "praktijk": "voorbeelden/leefgoed/",
    "werkwijze": "voorbeelden/welzijn-op-recept/",
    "themas": "themas/",
    "thema": "themas/eenzaamheid/",
    "wet": "wetten/wmo-2015/",
    "gemeenten": "gemeenten/",
    "gemeente": "gemeenten/meierijstad/",
    "organisaties": "organisaties/",
    "organisatie": "organisaties/stichting-leefgoed/",
    "kennis": "kennis/",
    "kennispagina": "kennis/wmo-2015/",
    "provincie": "provincies/noord-brabant/",
    "overzicht": "overzicht/",
    "kaart": "kaart/",
    "begrippen": "begrippen/",
    "formulier": "meedoen/formulier/",
    "ingesloten-voorbeeld": "insluiten/voorbeelden/leefgoed.html",
    "ingesloten-lijst": "insluiten/themas/eenzaamheid.html",
    "niet-gevonden": "404.html",
}
REAL_PAGES = {
    "zoeken": "zoeken/",
    "selectie": "selectie/",
    "vergelijken": "vergelijken/",
    "citeren": "citeren/",
    "gegevens": "data/",
    "insluiten": "insluiten/",
    "wijzigingen": "wijzigingen/",
}
_PATIENCE = 15
"""Seconds that the scripts of a page may need on a busy machine."""
_CONTROLS = ("button", "textbox", "searchbox", "combobox", "checkbox", "radio", "group", "status", "table", "columnheader", "iframe")


@pytest.fixture(scope="module")
def small_address(small_site: Path) -> Iterator[str]:
    """Where the small world is served."""
    with serving(small_site) as port:
        yield f"http://127.0.0.1:{port}/"


def tree(page: Page, within: str) -> str:
    """Role, name and state of all in a part of the page; addresses are no part of what is said."""
    said = page.locator(within).aria_snapshot()
    return re.sub(r"^ *- /(?:url|placeholder): .*\n", "", said + "\n", flags=re.MULTILINE)


def same_as_approved(page: Page, name: str, says: Callable[[], str]) -> None:
    """Compare what a page says, once its scripts are done, with the file; or write the file when that was asked for."""
    path = APPROVED / f"{name}.txt"
    if os.environ.get("PRAKTIJKWIJZER_NAMEN") == "schrijf":
        page.wait_for_load_state("networkidle")
        path.parent.mkdir(exist_ok=True)
        path.write_text(says(), encoding="utf-8")
    approved = path.read_text(encoding="utf-8")
    until = time.monotonic() + _PATIENCE
    while (found := says()) != approved and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert found == approved


@pytest.mark.parametrize("name", SMALL_PAGES)
def test_a_page_says_what_was_approved(browser: Browser, small_address: str, name: str) -> None:
    page = browser.new_page(base_url=small_address, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(SMALL_PAGES[name])
    if name == "catalogus":
        same_as_approved(page, "kop-en-voet", lambda: tree(page, "header.pw-kop") + tree(page, "footer.pw-voet"))

    same_as_approved(page, name, lambda: tree(page, "body" if name.startswith("ingesloten") else "main"))
    page.close()


@pytest.mark.parametrize("name", REAL_PAGES)
def test_controls_say_what_was_approved(browser: Browser, site: Site, name: str) -> None:
    page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page.goto(REAL_PAGES[name])

    def controls() -> str:
        lines = tree(page, "main").replace(site.address, "https://praktijkwijzer.example/").splitlines()
        return "\n".join([*(line for line in lines if re.match(rf" *- '?(?:{'|'.join(_CONTROLS)})\b", line)), ""])

    same_as_approved(page, name, controls)
    page.close()


def test_every_control_has_a_name() -> None:
    """Nothing that one can operate, and no picture or part that is announced, goes without one; and no name is said in English."""
    nameless = re.compile(rf"^ *- (?:link|img|region|navigation|search|{'|'.join(_CONTROLS[:6])})(?: \[[^\]]*\])*:?$", re.MULTILINE)
    english = re.compile(r'"(?:Search|Close|Next|Previous|Back|Skip|Main|Toggle|Loading|Results)\b')
    texts = {path.stem: path.read_text(encoding="utf-8") for path in APPROVED.glob("*.txt")}

    assert texts.keys() == SMALL_PAGES.keys() | REAL_PAGES.keys() | {"kop-en-voet"}
    assert {name: found for name, text in texts.items() if (found := nameless.findall(text))} == {}
    assert {name: found for name, text in texts.items() if (found := english.findall(text))} == {}
