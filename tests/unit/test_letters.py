"""The letters of the site hold what is written here."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.sharing import PROJECT
from tools.letters import signs, slim

LETTERS = sorted((PROJECT / "overrides" / "assets" / "letters").glob("*.woff2"))


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_every_letter_of_every_text_is_there(path: Path, real_files: dict[str, bytes]) -> None:
    """In names, texts and our own pages; a sign from far away (an arrow, a fraction) comes from the system."""
    texts = [data.decode() for name, data in real_files.items() if name.endswith((".yml", ".md"))]
    texts += [page.read_text(encoding="utf-8") for page in (PROJECT / "docs").rglob("*.md")]
    used = {sign for text in texts for sign in text if unicodedata.category(sign)[0] in "LN"} | set("€–’‘“”…·")

    known = set(map(chr, TTFont(path).getBestCmap()))

    assert used - set("¹²³") <= known
    assert set(signs(path)) - set("↑↓") - known == set()


@pytest.mark.parametrize("path", LETTERS, ids=[path.stem for path in LETTERS])
def test_nothing_else_is_in_them(path: Path, tmp_path: Path) -> None:
    """Making them smaller once more changes nothing."""
    again = tmp_path / path.name
    again.write_bytes(path.read_bytes())
    slim(again)

    assert again.read_bytes() == path.read_bytes()
