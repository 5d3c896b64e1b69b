"""How fast and how light the catalogue page answers, with what is there now and with ten thousand entries."""

from __future__ import annotations

import datetime
import gzip
import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.catalogue import Catalogue, Item
from macros.checking import check
from macros.exports.catalogue_files import catalogue_files
from macros.page_macros import Macros, Omgeving
from macros.render import Renderer
from tests.sharing import Site, serving

MANY = 10_000
SHUFFLED = ("themas", "doelgroepen", "werkvormen", "fase", "plaats", "peildatum", "onderbouwing", "financiering", "wetten")

# The time from a click on a filter to the moment that counts, chips and heading are laid out again, in milliseconds.
ANSWER = """async () => {
  const pause = () => new Promise((done) => setTimeout(done, 60));
  const times = [];
  for (const box of [...document.querySelectorAll("[data-facet=thema] input, [data-facet=doelgroep] input")].slice(0, 12)) {
    const start = performance.now();
    box.click();
    document.body.offsetHeight;
    times.push(performance.now() - start);
    await pause();
    box.click();
    await pause();
  }
  return times;
}"""

# The time from a key press to the moment that heading and cards are those of the new question.
TYPED = """async (words) => {
  const field = document.getElementById("zoek-cat");
  const list = document.querySelector(".pw-kaarten");
  const stand = document.getElementById("stand");
  const times = [];
  const channel = new MessageChannel();
  for (const word of words) for (let size = 3; size <= word.length; size++) {
    const start = performance.now();
    field.value = word.slice(0, size);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    while (!stand.textContent.includes(`‘${field.value}’`)) {
      await new Promise((done) => { channel.port1.onmessage = done; channel.port2.postMessage(0); });
    }
    list.offsetHeight;
    times.push(performance.now() - start);
  }
  return times;
}"""


@pytest.fixture(scope="module")
def large(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """Ten thousand entries, mixed from the real ones: each facet of each entry comes from one of them."""
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    chance = random.Random(1)
    items = []
    for number in range(MANY):
        base = chance.choice(catalogue.items)
        mixed = {name: getattr(chance.choice(catalogue.items).data, name) for name in SHUFFLED}
        items.append(Item(f"{base.slug}-{number}", base.data.model_copy(update=mixed)))
    return replace(catalogue, items=tuple(items))


@pytest.fixture(scope="module")
def large_site(site: Site, large: Catalogue, renderer: Renderer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The catalogue page of ten thousand entries with its files, in the shell of the real one; and its address."""
    folder = tmp_path_factory.mktemp("groot")
    shutil.copytree(site.folder / "assets", folder / "assets")
    for path, content in catalogue_files(large, renderer):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    page = (site.folder / "voorbeelden" / "index.html").read_text(encoding="utf-8")
    inside = str(Macros(large, renderer, lambda: "voorbeelden/", Omgeving()).cataloguspagina(1))
    full = re.sub(r"(<main[^>]*>).*(</main>)", lambda found: found[1] + inside + found[2], page, flags=re.DOTALL)
    (folder / "voorbeelden" / "index.html").write_text(full, encoding="utf-8")
    with serving(folder) as port:
        yield folder, f"http://127.0.0.1:{port}/voorbeelden/"


def undisturbed(times: list[float]) -> float:
    """The time that a quarter of the tries needs at most: a machine that is busy with other work makes single tries slow."""
    return sorted(times)[len(times) // 4]


def answer(browser: Browser, address: str) -> float:
    """Milliseconds for a choice."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    expect(page.get_by_role("status")).to_contain_text("voorbeelden")
    times = page.evaluate(ANSWER)
    page.close()
    return undisturbed(times)


def test_a_choice_is_answered_at_once(browser: Browser, site: Site) -> None:
    """With the entries there are, counts, chips and heading stand within 50 ms."""
    assert answer(browser, f"{site.address}voorbeelden/") < 50


def test_a_choice_among_ten_thousand(browser: Browser, large_site: tuple[Path, str]) -> None:
    """With ten thousand entries within 150 ms."""
    assert answer(browser, large_site[1]) < 150


def test_typing_is_followed(browser: Browser, site: Site) -> None:
    """Once search is loaded, results stand within 50 ms after a key."""
    page = browser.new_page(base_url=site.address, viewport={"width": 1280, "height": 900})
    page.goto("voorbeelden/?q=eenzaam")
    expect(page.get_by_role("status")).to_contain_text("‘eenzaam’")
    page.evaluate(TYPED, ["schulden", "mantelzorg", "jongeren"])

    assert undisturbed(page.evaluate(TYPED, ["schulden", "mantelzorg", "jongeren"])) < 50
    page.close()


def test_weights(site: Site, large_site: tuple[Path, str]) -> None:
    """The page stays light at any size, and so do the table, a page of cards and the scripts."""
    folder, _ = large_site
    table = next(folder.glob("voorbeelden/tabel-*/tabel.json"))
    cards = max(len(gzip.compress(path.read_bytes())) for path in table.parent.glob("kaarten-*.json"))
    scripts = sum(len(gzip.compress(path.read_bytes())) for path in site.folder.glob("assets/onderdelen*/catalogus*.js"))

    assert (folder / "voorbeelden" / "index.html").stat().st_size <= 60_000
    assert (site.folder / "voorbeelden" / "index.html").stat().st_size <= 60_000
    assert len(gzip.compress(table.read_bytes())) < 130_000
    # at worst every card of a page lies in another file
    assert 24 * cards < 80_000
    assert scripts <= 8_000
