"""Hostile files, names of files and pictures are refused, with a place in the file, quickly, and without a traceback."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from macros.checking import Checked
from macros.files import read_content
from tests.conftest import SMALL
from tests.hostile import FILES, PATHS, PICTURES, TEXTS

ENTRY = (SMALL / "voorbeelden" / "leefgoed.yml").read_text(encoding="utf-8")


def test_there_are_enough() -> None:
    """At least two hundred, each once."""
    texts = [text for group in TEXTS.values() for text in group]

    assert len(texts) == len(set(texts))
    assert len(texts) + len(FILES) + len(PATHS) + len(PICTURES) >= 250


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused(small_with: Callable[..., Checked], name: str) -> None:
    """In the place of an entry: problems that say where and what to do, within seconds."""
    started = time.process_time()
    checked = small_with({"voorbeelden/vijand.yml": FILES[name]})

    said = [problem for problem in checked.errors if problem.path == "voorbeelden/vijand.yml"]
    assert checked.catalogue is None
    assert said
    assert all(problem.line >= 1 and problem.message and "Traceback" not in problem.message for problem in said)
    assert all(len(str(problem)) < 2000 for problem in said)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("path", PATHS)
def test_a_hostile_name_of_a_file_is_refused(small_with: Callable[..., Checked], path: str) -> None:
    """A good entry below a name that would lead elsewhere, or can't be an address."""
    checked = small_with({f"voorbeelden/{path}": ENTRY})

    assert checked.catalogue is None
    assert [problem for problem in checked.errors if path in problem.path]


@pytest.mark.parametrize("file", PICTURES)
def test_a_hostile_picture_is_refused(small_with: Callable[..., Checked], file: str) -> None:
    """Another place, another host, a script, or a kind of file that can hold one: SVG and pages are no pictures here."""
    quoted = '"' + file.replace("\\", "\\\\").replace("\x00", "\\0") + '"'
    checked = small_with({"voorbeelden/leefgoed.yml": ENTRY.replace("bestand: leefgoed.jpg", f"bestand: {quoted}")})

    assert checked.catalogue is None
    assert [problem for problem in checked.errors if problem.path == "voorbeelden/leefgoed.yml"]


def test_only_content_is_read(tmp_path) -> None:
    """A link out of the folder of entries is not followed."""
    outside = tmp_path / "geheim.yml"
    outside.write_text(ENTRY, encoding="utf-8")
    folder = tmp_path / "project" / "voorbeelden"
    folder.mkdir(parents=True)
    (folder / "binnen.yml").symlink_to(outside)

    files, problems = read_content(tmp_path / "project")

    assert "voorbeelden/binnen.yml" not in files or problems
