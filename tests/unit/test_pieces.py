"""The index that we write is the one that Pagefind would make of the same words."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import cbor2
import pytest

from macros.catalogue import Catalogue
from macros.finding import make_findable
from macros.finding.pieces import Register, files
from tests.pagefind_pages import pages_for_pagefind

SIGN = b"pagefind_dcd"
ENTRY = {"version": "1.5.2", "languages": {}, "include_characters": ["_"]}


def unpacked(content: bytes) -> bytes:
    """What is in a file of the index."""
    plain = gzip.decompress(content)
    assert plain.startswith(SIGN)
    return plain.removeprefix(SIGN)


def listed(made: Mapping[str, bytes]) -> Any:
    """The list of an index."""
    (meta,) = (content for name, content in made.items() if name.endswith(".pf_meta"))
    return cbor2.loads(unpacked(meta))


def words(made: Mapping[str, bytes]) -> dict[str, dict[str, list[int]]]:
    """Word → address → the weights that it has there, as the browser finds them: through the list and its pieces."""
    _, pages, pieces, *_ = listed(made)
    addresses = [json.loads(unpacked(made[f"fragment/{name}.pf_fragment"]))["url"] for name, _ in pages]
    found: dict[str, dict[str, list[int]]] = {}
    for first, last, name in pieces:
        ((*rows,),) = cbor2.loads(unpacked(made[f"index/{name}.pf_index"]))
        for word, places, _ in rows:
            assert first <= word[: len(first)]
            assert word[: len(last)] <= last
            number = 0
            found[word] = {}
            for step, where, _ in places:
                number += step
                found[word][addresses[number]] = [place for place in where if place < 0]
    return found


@pytest.fixture(scope="module")
def index(small: Catalogue) -> Register:
    """The index of the small world."""
    return make_findable(small).index


@pytest.fixture(scope="module")
def made(index: Register) -> Mapping[str, bytes]:
    """Its files."""
    return dict(files(index, ENTRY))


@pytest.fixture(scope="module")
def of_pagefind(index: Register, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """The files that Pagefind itself makes of pages with the same words."""
    folder = tmp_path_factory.mktemp("paginas")
    for name, html in pages_for_pagefind(index).items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    out = folder / "uit"
    options = ["--site", folder / "site", "--output-path", out, "--force-language", "unknown", "--quiet"]
    subprocess.run([sys.executable, "-m", "pagefind", *options], check=True, capture_output=True)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_every_word_has_the_pages_and_weights_that_pagefind_gives_it(made: Mapping[str, bytes], of_pagefind: Mapping[str, bytes]) -> None:
    """All words, read as the browser reads them; this fails when another version of Pagefind writes otherwise."""
    ours, theirs = words(made), words(of_pagefind)

    assert len(ours) > 500
    assert ours == theirs


def test_the_list_is_built_as_that_of_pagefind(made: Mapping[str, bytes], of_pagefind: Mapping[str, bytes]) -> None:
    """Version, pages, pieces, and three lists that we don't use; the first file names the list."""
    ours, theirs = listed(made), listed(of_pagefind)
    entry, first = (json.loads(one["pagefind-entry.json"]) for one in (made, of_pagefind))

    assert [ours[0], *ours[3:]] == [theirs[0], *theirs[3:]]
    assert len(ours[1]) == len(theirs[1])
    assert [ours[2][0][0], ours[2][-1][1]] == [theirs[2][0][0], theirs[2][-1][1]]
    assert entry.keys() == first.keys()
    assert entry["languages"]["unknown"].keys() == first["languages"]["unknown"].keys()
    assert f"pagefind.{entry['languages']['unknown']['hash']}.pf_meta" in made


def test_a_page_has_what_pagefind_keeps_of_it(made: Mapping[str, bytes], of_pagefind: Mapping[str, bytes]) -> None:
    """The same fields, with what a result shows and without the words."""
    ours, theirs = (
        {page["url"]: page for name, content in one.items() if name.startswith("fragment/") for page in [json.loads(unpacked(content))]}
        for one in (made, of_pagefind)
    )

    assert ours.keys() == theirs.keys()
    assert {url: sorted(page) for url, page in ours.items()} == {url: sorted(page) for url, page in theirs.items()}
    assert ours["/voorbeelden/leefgoed/"]["meta"]["title"].startswith("LeefGoed")
    assert {page["content"] for page in ours.values()} == {""}


def test_entries_are_numbered_as_rows_of_the_catalogue(small: Catalogue, made: Mapping[str, bytes]) -> None:
    """The name of a page is a number that counts in its first sign; so the catalogue page needs no list of addresses."""
    _, pages, *_ = listed(made)
    rows = {int(name[:-8][::-1], 36): name for name, _ in pages}
    urls = [json.loads(unpacked(made[f"fragment/{rows[row]}.pf_fragment"]))["url"] for row in range(len(small.items))]

    assert urls == [f"/voorbeelden/{item.slug}/" for item in small.items]


def test_names_differ_and_end_on_a_mark_of_the_contents(index: Register, made: Mapping[str, bytes]) -> None:
    """Another content gives other names; otherwise a cache would show the old one."""
    other = dict(files(replace(index, paginas=[{**index.paginas[0], "meta": {}}, *index.paginas[1:]]), ENTRY))
    names, others = ({Path(name).stem for name in one if "/" in name} for one in (made, other))

    assert len(names) == len(made) - 2
    assert len({name[-8:] for name in names}) == 1
    assert not names & others


def test_the_same_words_in_another_order_give_the_same_index(index: Register, made: Mapping[str, bytes]) -> None:
    """Every build and every machine writes the same bytes."""
    assert dict(files(Register(index.paginas, dict(reversed(index.woorden.items()))), ENTRY)) == made


def test_pieces_end_where_words_differ_soon_and_grow_with_the_whole(made: Mapping[str, bytes]) -> None:
    """Their bounds tell neighbours apart with few letters, and a word is in one piece."""
    _, _, pieces, *_ = listed(made)

    assert len(pieces) > 3
    assert all(before[1] < after[0] for before, after in pairwise(pieces))
    assert sum(len(first) for first, _, _ in pieces) / len(pieces) < 6
    lone = Register([{"url": "/a/"}], {f"qv{'a' * number}q": [64 * 0 + 4] for number in range(1, 9)})
    assert words(dict(files(lone, ENTRY))) == {word: {"/a/": [-25]} for word in lone.woorden}


def test_many_pages_take_few_bytes() -> None:
    """Ten thousand pages in the list: less than two bytes each."""
    many = dict(files(Register([{"url": f"/{number}/"} for number in range(10_000)], {"qvaq": [4]}), ENTRY))
    (meta,) = (content for name, content in many.items() if name.endswith(".pf_meta"))

    assert len({name for name, _ in listed(many)[1]}) == 10_000
    assert len(meta) < 20_000
