"""The lighter list of pages that goes with the search index."""

from __future__ import annotations

import pytest

from macros.finding.slimming import short_names, slim

PAGES = {"unknown_0a1b2c3": b"een", "unknown_0a1b2c4": b"twee"}
PIECES = ["unknown_fffffff"]


def listed(*names: str) -> bytes:
    """A list as Pagefind writes it: per page its name and how many words it has."""
    return b"pagefind_dcd\x86" + b"".join(b"\x82" + bytes([0x60 + len(name)]) + name.encode() + b"\x18\x61" for name in names)


def test_names_are_short_and_differ() -> None:
    """Four characters for a page; a piece of the index keeps what makes it differ."""
    names = short_names(PAGES, PIECES)

    assert [len(names[name]) for name in PAGES] == [4, 4]
    assert len(set(names.values())) == 3
    assert names["unknown_fffffff"] == "fffffff"


def test_a_changed_page_gets_another_name() -> None:
    """Otherwise a cache would show the old one."""
    before, after = short_names(PAGES, []), short_names({**PAGES, "unknown_0a1b2c3": b"drie"}, [])

    assert before["unknown_0a1b2c3"] != after["unknown_0a1b2c3"]
    assert before["unknown_0a1b2c4"] == after["unknown_0a1b2c4"]


def test_the_list_holds_the_short_names_only() -> None:
    """Nothing else of the list changes, whatever bytes stand beside a name."""
    names = short_names(PAGES, PIECES)

    assert slim(listed(*PAGES, *PIECES), names) == listed(*names.values())


def test_text_that_looks_like_a_name_stays() -> None:
    """Only a text of exactly that length is a name."""
    assert slim(b"\x61unknown_0a1b2c3", {}) == b"\x61unknown_0a1b2c3"


def test_a_name_that_is_not_there_is_refused() -> None:
    """An index with a hole must not be published."""
    with pytest.raises(KeyError):
        slim(listed("unknown_0a1b2c3"), {})


def test_many_pages_have_names_that_differ() -> None:
    """Where four characters fall together, one gets a fifth."""
    many = {f"unknown_{number:07x}": b"" for number in range(20_000)}

    assert len(set(short_names(many, []).values())) == len(many)
