"""`make scale`: what search costs with ten thousand entries: bytes until the first result, and time from key press to results.

The entries are mixed from the real ones. Words are typed letter by letter in the real browser on the search page
of a built site, of which only the index is replaced; beside it stands what Material's lunr would load first.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from macros.building import build
from macros.catalogue import Catalogue
from macros.finding.documents import documents
from macros.searching import index_site
from tests.bench.content import large
from tests.browser.conftest import find_browser
from tests.relevance.machines import MATERIAL, lunr_index
from tests.sharing import PROJECT, serving

WORDS = ("mantelzorg", "eenzaamheid", "geweld", "schulden", "dementie", "wijkteam")
_COUNTED = re.compile(r"/(pagefind|zoek|assets/onderdelen[^/]*)/(.*)")
_PAUSE = 400
"""After so many milliseconds without a key the page searches for what it is, a whole word or not."""
_FIELD = "#zoekvlak input[type=search]"

# Milliseconds from a key press to the moment that the results of what was typed are laid out.
_TYPED = """async ([words, pause]) => {
  const field = document.querySelector("#zoekvlak input[type=search]");
  const list = document.querySelector("[data-resultaten]");
  const status = document.querySelector("#zoekvlak [role=status]");
  const times = [];
  const channel = new MessageChannel();
  const turn = () => new Promise((done) => { channel.port1.onmessage = done; channel.port2.postMessage(0); });
  for (const word of words) for (let size = 3; size <= word.length; size++) {
    const start = performance.now();
    field.value = word.slice(0, size);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    const shown = () => status.textContent.includes(`‘${field.value}’`) && list.children.length;
    while (!shown() && performance.now() - start < 2000) await turn();
    list.offsetHeight;
    // letters that begin no word show nothing until the typing stops
    if (performance.now() - start < pause) times.push(performance.now() - start);
    await new Promise((done) => setTimeout(done, 30));
  }
  return times;
}"""


def with_index_of(catalogue: Catalogue, site: Path, folder: Path) -> Path:
    """A copy of a built site without the pages of entries, with the search index of another catalogue."""
    skipped = shutil.ignore_patterns("pagefind", "zoek", "data", "gemeenten", "organisaties", "versie", "insluiten")
    shutil.copytree(site, folder, ignore=skipped)
    shutil.rmtree(folder / "voorbeelden")
    page = folder / "zoeken" / "index.html"
    page.write_text(_without_index(page.read_text(encoding="utf-8")), encoding="utf-8")
    index_site(folder, PROJECT, catalogue)
    return folder


def _without_index(page: str) -> str:
    """A built search page as it was before it had an index: with places for the names of one (macros/preloading.py)."""
    return re.sub(r"pagefind\.unknown_\w+\.pf_meta", "pf_meta", re.sub(r"\?ts=\w+", "?ts=pf_tag", page))


def first_result(browser: Browser, site: Path, address: str, word: str) -> Mapping[str, int]:
    """Bytes, compressed and by kind of file, from an empty cache to the results of a word that is typed letter by letter."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    fetched: dict[str, None] = {}
    page.on("request", lambda request: fetched.setdefault(request.url))
    page.goto("zoeken/")
    page.locator(_FIELD).press_sequentially(word, delay=120)
    page.wait_for_function(
        "word => document.querySelector('#zoekvlak [role=status]').textContent.includes(`‘${word}’`)"
        " && document.querySelector('[data-resultaten] a')",
        arg=word,
    )
    urls = dict.fromkeys(url.partition("?")[0] for url in fetched)
    context.close()
    spent: Counter[str] = Counter()
    for url in urls:
        if found := _COUNTED.search(url):
            part, rest = found.groups()
            kind = part.partition("/")[0] if part != "pagefind" else f"pagefind {Path(rest).suffix or rest}"
            spent[kind if part != "zoek" else f"zoek {rest.partition('/')[0]}"] += compressed(site / url.removeprefix(address))
    return spent


def compressed(path: Path) -> int:
    """What a file weighs on its way: what is gzip already goes as it is."""
    content = path.read_bytes()
    return len(content) if content[:2] == b"\x1f\x8b" else len(gzip.compress(content, 9))


def key_presses(browser: Browser, address: str) -> Sequence[float]:
    """Milliseconds from each key press to its results, after every word was typed once."""
    page = browser.new_page(base_url=address)
    page.goto("zoeken/")
    page.evaluate(_TYPED, [WORDS, _PAUSE])
    times: list[float] = page.evaluate(_TYPED, [WORDS, _PAUSE])
    page.close()
    return sorted(times)


def lunr_bytes(catalogue: Catalogue) -> int:
    """What lunr loads before it answers anything: its index with all texts, its worker and its Dutch."""
    index = lunr_index(
        {"location": doc.adres, "title": doc.titel, "text": "\n".join(text for _, text in doc.velden)} for doc in documents(catalogue)
    )
    code = [
        *MATERIAL.glob("workers/search.*.min.js"),
        *(MATERIAL / "lunr" / f"min/lunr.{name}.min.js" for name in ("stemmer.support", "nl")),
    ]
    return len(gzip.compress(json.dumps(index).encode(), 6)) + sum(compressed(path) for path in code)


def main() -> None:
    """Build, index, type, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aantal", type=int, nargs="?", default=10_000, help="zoveel voorbeelden")
    parser.add_argument("--site", type=Path, help="een site die er al is, in plaats van een nieuwe te maken")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="groot-") as made:
        site = chosen.site.resolve() if chosen.site else Path(made) / "gids"
        if not chosen.site and build(PROJECT, site, say=lambda _: None):
            raise SystemExit(1)
        catalogue = large(chosen.aantal)
        folder = with_index_of(catalogue, site, Path(made) / "groot")
        with serving(folder) as port, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"])
            address = f"http://127.0.0.1:{port}/"
            spent = {word: first_result(browser, folder, address, word) for word in WORDS}
            times = key_presses(browser, address)
            browser.close()
    print(f"{chosen.aantal} voorbeelden; bytes tot het eerste resultaat, per letter getikt, zonder cache")
    for word, parts in spent.items():
        print(f"  {word:12}{sum(parts.values()):9,}   {', '.join(f'{kind} {number:,}' for kind, number in sorted(parts.items()))}")
    print(f"  {'lunr':12}{lunr_bytes(catalogue):9,}   voor elk woord")
    print(f"van toets tot resultaten ({len(times)} keer): de helft binnen {times[len(times) // 2]:.0f} ms, de traagste {times[-1]:.0f} ms")


if __name__ == "__main__":
    main()
