"""Search with a thousand entries: as light and as quick as with two hundred. `make scale` measures ten thousand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.bench.content import large
from tests.relevance.groot import first_result, key_presses, with_index_of
from tests.sharing import Site, serving


@pytest.fixture(scope="module")
def many(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The search page with the index of a thousand entries, and its address."""
    folder = with_index_of(large(1000), site.folder, tmp_path_factory.mktemp("groot") / "gids")
    with serving(folder) as port:
        yield folder, f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize("word", ["mantelzorg", "schulden", "wijkteam"])
def test_a_first_result_stays_light(browser: Browser, many: tuple[Path, str], word: str) -> None:
    """A word typed letter by letter, from an empty cache: at most 135 kB here, so that ten thousand stay below 185 kB.

    What grows with every entry is the list of pages: two bytes each, and the pieces of the index with the root of all.
    """
    spent = first_result(browser, *many, word)

    assert sum(spent.values()) <= 135_000, spent
    assert spent["pagefind .pf_meta"] <= 10_500, spent


def test_a_key_press_is_answered_at_once(browser: Browser, many: tuple[Path, str]) -> None:
    """Once search is loaded, results stand well within 150 ms after a key; half of the tries, for other work disturbs some."""
    times = key_presses(browser, many[1])

    assert len(times) > 30
    assert times[len(times) // 2] < 100
