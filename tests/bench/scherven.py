"""`python -m tests.bench.scherven`: a build in pieces, as several machines would do it, put together again.

Which piece a page belongs to, its address decides. Pages come from processes that know the whole catalogue but make their own piece
only; the search index comes in pieces too, which Pagefind joins in the browser. What comes out must be what one machine makes.
"""

from __future__ import annotations

import argparse
import multiprocessing
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

from playwright.sync_api import sync_playwright

from macros.finding import make_findable
from macros.making.maker import Shown
from macros.pages import pages
from macros.plugin import page_maker
from macros.preloading import with_index
from macros.project import check_project, read_collections, with_past
from macros.versions.past import read_changes
from tests.bench.content import large
from tests.browser.conftest import find_browser
from tests.metering import Line, at_the_end_of
from tests.pagefind_pages import pages_for_pagefind
from tests.sharing import PROJECT

_TOKEN = re.compile(r"[a-z0-9]{4,}")
_ASK = """async ([others, words]) => {
  const pagefind = await import("/stuk-0/pagefind.js");
  await pagefind.options({ baseUrl: "/", noWorker: true });
  await pagefind.init();
  for (const other of others) await pagefind.mergeIndex(other);
  const found = {};
  for (const word of words) {
    const results = (await pagefind.search(word)).results;
    found[word] = (await Promise.all(results.map((result) => result.data()))).map((data) => data.raw_url ?? data.url).sort();
  }
  return found;
}"""


def piece(address: str, pieces: int) -> int:
    """To which piece a page belongs, always the same."""
    return crc32(address.encode()) % pieces


def one_piece(number: int, pieces: int, site: Path) -> tuple[int, list[str], float, float]:
    """Make the generated pages of one piece: how many, which differ from the built site, processor seconds of reading and of making."""
    started = time.process_time()
    catalogue = check_project(PROJECT).catalogue
    assert catalogue is not None
    catalogue, past = with_past(catalogue, PROJECT)
    makes = page_maker(PROJECT)
    makes.take(Shown(catalogue, read_collections(PROJECT), read_changes(PROJECT, catalogue, past)))
    index = sorted(path.name for path in (site / "pagefind").iterdir())
    read = time.process_time()
    mine = [page for page in pages(catalogue) if piece(page.adres, pieces) == number]
    other = [page.adres for page in mine if with_index(makes.html(page), index) != (site / page.adres / "index.html").read_bytes()]
    return len(mine), other, read - started, time.process_time() - read


def pages_in_pieces(pieces: int, site: Path) -> None:
    """Let so many processes make the pages, and say what came of it."""
    started = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(pieces) as pool:
        done = pool.starmap(one_piece, [(number, pieces, site) for number in range(pieces)])
    clock = time.monotonic() - started
    for count, other, read, made in done:
        print(f"stuk van {pieces}: {count} pagina's, {len(other)} anders {other[:3]}, lezen {read:.1f} s, maken {made:.1f} s processortijd")
    print(f"{pieces} tegelijk: {clock:.1f} s op de klok")


def some_words(pages: Mapping[str, str], number: int) -> list[str]:
    """Words as our index has them, from rare to common."""
    spread = Counter(word for html in pages.values() for word in set(_TOKEN.findall(html.partition("<body")[2])))
    ordered = [word for word, _ in sorted(spread.items(), key=lambda pair: (pair[1], pair[0]))]
    return ordered[len(ordered) // 2 :: max(1, len(ordered) // (2 * number))][:number]


def search_in_pieces(pages: Mapping[str, str], pieces: int, words: Sequence[str]) -> tuple[Mapping[str, list[str]], int]:
    """What is found for some words when the index was made in so many pieces, and the bytes that went over the line for it."""
    with tempfile.TemporaryDirectory(prefix="scherven-") as made:
        site = Path(made, "site")
        for number in range(pieces):
            part = Path(made, f"paginas-{number}")
            for name, html in pages.items():
                if piece(name, pieces) == number:
                    path = part / name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(html, encoding="utf-8")
            out = site / f"stuk-{number}"
            command = [
                sys.executable,
                "-m",
                "pagefind",
                "--site",
                str(part),
                "--output-path",
                str(out),
                "--force-language",
                "unknown",
                "--quiet",
            ]
            subprocess.run(command, check=True)
        (site / "index.html").write_text("<!doctype html><title>-</title>", encoding="utf-8")
        line = Line()
        with at_the_end_of(line, site) as host, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"])
            page = browser.new_page()
            page.goto(host)
            found = page.evaluate(_ASK, [[f"/stuk-{number}/" for number in range(1, pieces)], list(words)])
            browser.close()
        return found, sum(size for path, size in line.carried if "/fragment/" not in path)


def main() -> None:
    """Say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aantal", type=int, nargs="?", default=1000)
    parser.add_argument("--site", type=Path, default=PROJECT / "site", help="de gebouwde site van dit project")
    chosen = parser.parse_args()
    for pieces in (1, 2):
        pages_in_pieces(pieces, chosen.site)
    found = pages_for_pagefind(make_findable(large(chosen.aantal)).index)
    words = some_words(found, 20)
    whole, bytes_whole = search_in_pieces(found, 1, words)
    parts, bytes_parts = search_in_pieces(found, 2, words)
    print(f"hetzelfde gevonden: {whole == parts}, {sum(map(len, whole.values()))} treffers op {len(words)} woorden")
    print(f"over de lijn zonder de treffers zelf: {bytes_whole} bytes, in twee stukken {bytes_parts}")


if __name__ == "__main__":
    main()
