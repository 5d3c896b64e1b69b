"""The lighter index: a list of pages that compresses well, and pages with only what a result shows."""

from __future__ import annotations

import gzip
import json

import pytest

from macros.finding.slimming import fragment, short_names, slim

PAGES = ("unknown_0a1b2c3", "unknown_0a1b2c4")
PIECE = "unknown_fffffff"
SIGN = b"pagefind_dcd"


def text(value: str) -> bytes:
    """A text of at most 23 characters in CBOR."""
    return bytes([0x60 + len(value)]) + value.encode()


def listed(pages: list[tuple[str, bytes]], pieces: list[str]) -> bytes:
    """A list as Pagefind writes it: per page its name and how many words it has, per piece its first and last word and its name."""
    rows = (b"\x82" + text(name) + length for name, length in pages)
    return SIGN + b"\x86" + b"".join(rows) + b"".join(b"\x83" + text("qvaq") + text("qvbq") + text(name) for name in pieces)


META = listed([(PAGES[0], b"\x18\x61"), (PAGES[1], b"\x19\x01\x00")], [PIECE])


def test_names_differ_and_end_on_the_mark_of_all_contents() -> None:
    """A number each, and what tells this index from any other."""
    names = short_names(META, [b"een", b"twee"])

    assert [*names] == [*PAGES, PIECE]
    assert len({*names.values()}) == 3
    assert len({name[1:] for name in names.values()}) == 1


def test_another_content_gives_other_names() -> None:
    """Otherwise a cache would show the old one."""
    before, after = short_names(META, [b"een", b"twee"]), short_names(META, [b"een", b"drie"])

    assert not {*before.values()} & {*after.values()}


def test_the_list_holds_short_names_and_one_length() -> None:
    """All pages have the mean length (97 and 256 words); nothing else of the list changes."""
    names = short_names(META, [])

    assert slim(META, names) == listed([(names[page], b"\x18\xb0") for page in PAGES], [names[PIECE]])


@pytest.mark.parametrize(("length", "written"), [(b"\x05", b"\x05"), (b"\x18\x61", b"\x18\x61"), (b"\x19\x01\x00", b"\x19\x01\x00")])
def test_lengths_of_any_size(length: bytes, written: bytes) -> None:
    """Short, longer and longest as CBOR writes numbers."""
    assert slim(listed([(PAGES[0], length)], []), {PAGES[0]: "x"}) == listed([("x", written)], [])


def test_text_that_looks_like_a_name_stays() -> None:
    """Only a text of exactly that length is a name."""
    assert slim(b"\x82\x61unknown_0a1b2c3\x05", {}) == b"\x82\x61unknown_0a1b2c3\x05"


def test_a_name_that_is_not_there_is_refused() -> None:
    """An index with a hole must not be published."""
    with pytest.raises(KeyError):
        slim(META, {})


def test_many_pages_take_few_bytes() -> None:
    """Ten thousand pages with names as Pagefind gives them: less than two bytes a page."""
    pages = [(f"unknown_{number * 2654435761 % 2**28:07x}", b"\x18" + bytes([30 + number * 7919 % 200])) for number in range(10_000)]
    meta = listed(pages, [])
    names = short_names(meta, [])

    assert len({*names.values()}) == 10_000
    assert len(gzip.compress(slim(meta, names))) < 20_000


def test_a_page_has_what_a_result_shows_and_no_words() -> None:
    """The words are in the index; beside it they would be most of what a result weighs."""
    kept = {"url": "/voorbeelden/koffie/", "content": "qvkoffieq qvbuurq", "word_count": 2, "filters": {}, "meta": {}, "anchors": []}
    slimmed = fragment(gzip.compress(SIGN + json.dumps(kept).encode()), {"voorbeelden/koffie": {"title": "Één kop"}})

    content = gzip.decompress(slimmed)
    assert content.startswith(SIGN)
    assert json.loads(content.removeprefix(SIGN)) == {**kept, "content": "", "meta": {"title": "Één kop"}}
