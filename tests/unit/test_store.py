"""Kept files that are not whole, or of someone else, count as never made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.keeping.store import Store


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    """The same bytes, whatever they are; nothing else lies about, and what nobody needs goes."""
    store = Store(tmp_path / "kast" / "beelden")
    (tmp_path / "kast").mkdir()
    for name, content in (("a", b""), ("b", bytes(range(256))), ("c", b"weg")):
        store.put(name, content)
    store.forget_all_but({"a", "b"})

    assert (store.get("a"), store.get("b"), store.get("c"), "c" in store) == (b"", bytes(range(256)), None, False)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["a", "b"]


def test_a_store_without_a_folder_is_empty(tmp_path: Path) -> None:
    """Nothing is made by asking."""
    store = Store(tmp_path / "kast")
    store.forget_all_but(())

    assert (store.get("a"), "a" in store, list(tmp_path.iterdir())) == (None, False, [])


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda whole: whole[:-1], id="cut off"),
        pytest.param(lambda whole: whole[:20], id="cut off in its head"),
        pytest.param(lambda whole: b"", id="empty"),
        pytest.param(lambda whole: whole[:-1] + b"x", id="another byte"),
        pytest.param(lambda whole: whole + b"x", id="something behind it"),
        pytest.param(lambda whole: whole.replace(b"praktijkwijzer-1", b"praktijkwijzer-0"), id="another version"),
        pytest.param(lambda whole: whole[-5:], id="as versions before this one kept it"),
    ],
)
def test_what_is_not_whole_counts_as_never_made(spoil: Callable[[bytes], bytes], tmp_path: Path) -> None:
    """It goes, so that it is made anew, and then it is there again."""
    store = Store(tmp_path / "kast")
    store.put("a", b"goed!")
    path = tmp_path / "kast" / "a"
    path.write_bytes(spoil(path.read_bytes()))

    assert (store.get("a"), path.exists()) == (None, False)
    store.put("a", b"goed!")
    assert store.get("a") == b"goed!"


def test_a_file_under_another_name_is_not_that_file(tmp_path: Path) -> None:
    """The name says what a file was made of."""
    store = Store(tmp_path / "kast")
    store.put("a", b"van a")
    (tmp_path / "kast" / "a").rename(tmp_path / "kast" / "b")

    assert store.get("b") is None
