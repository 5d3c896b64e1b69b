"""The edge to the disk: every file in a content folder is read, or is a problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.files import read_content
from macros.problem import Problem, to_text
from macros.reading import MAX_BYTES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one entry, one list and one knowledge page."""
    for path in ("voorbeelden/een.yml", "voorbeelden/_lijsten/themas.yml", "docs/kennis/wet.md"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(b"a: b\n")
    return tmp_path


def test_content_is_found(folder: Path) -> None:
    """Relative paths with forward slashes; schemas, hidden files and other pages are no content."""
    for path in ("voorbeelden/_schema/a.json", "voorbeelden/.DS_Store", "docs/kennis/index.md", "docs/kennis/plaatje.png", "docs/over.md"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(b"x")

    assert read_content(folder) == (
        {"voorbeelden/een.yml": b"a: b\n", "voorbeelden/_lijsten/themas.yml": b"a: b\n", "docs/kennis/wet.md": b"a: b\n"},
        [],
    )


@pytest.mark.parametrize(
    ("path", "message"),
    [
        pytest.param("voorbeelden/twee.yaml", "Een bestand met '.yaml' hoort hier niet. Noem het 'twee.yml'.", id="yaml"),
        pytest.param("voorbeelden/twee.YML", "Een bestand met '.YML' hoort hier niet. Noem het 'twee.yml'.", id="capitals"),
        pytest.param("voorbeelden/twee.yml.txt", "Een bestand met '.txt' hoort hier niet. Noem het 'twee.yml'.", id="Notepad"),
        pytest.param("voorbeelden/twee", "Een bestand zonder extensie hoort hier niet. Noem het 'twee.yml'.", id="no extension"),
        pytest.param("voorbeelden/twee.md", "Een bestand met '.md' hoort hier niet. Noem het 'twee.yml'.", id="Markdown"),
        pytest.param("voorbeelden/twee.docx", "Een bestand met '.docx' hoort hier niet. Noem het 'twee.yml'.", id="Word"),
    ],
)
def test_misplaced_files(folder: Path, path: str, message: str) -> None:
    """Nothing is skipped in silence: a contributor would never know why the entry is not on the site."""
    (folder / path).write_bytes(b"a: b\n")

    files, problems = read_content(folder)
    assert to_text(problems) == f"{path}:1:1: {message}\n"
    assert path not in files


@pytest.mark.parametrize("path", ["docs/kennis/diep/wet.md", "docs/kennis/wet.markdown", "docs/kennis/wet.MD"])
def test_pages_that_mkdocs_would_find_too(folder: Path, path: str) -> None:
    """MkDocs makes a page of them and evaluates their macros, so none goes unchecked."""
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_bytes(b"x")

    files, problems = read_content(folder)
    assert to_text(problems) == f"{path}:1:1: Een kennispagina hoort hier niet. Noem het bestand 'docs/kennis/wet.md'.\n"
    assert path not in files


def test_folder_among_the_entries(folder: Path) -> None:
    """Entries lie in one folder."""
    (folder / "voorbeelden/concepten").mkdir()

    assert read_content(folder)[1] == [
        Problem("voorbeelden/concepten", 1, 1, "", "Hier hoort geen map.", "Zet het bestand in voorbeelden/.")
    ]


def test_links_are_not_followed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A link could bring a file of the building machine onto the site."""
    secret = tmp_path_factory.mktemp("elders") / "geheim.yml"
    secret.write_bytes(b"geheim: ja\n")
    (folder / "voorbeelden/link.yml").symlink_to(secret)

    files, problems = read_content(folder)
    assert to_text(problems) == "voorbeelden/link.yml:1:1: Dit is een snelkoppeling. Zet het bestand zelf hier neer.\n"
    assert "voorbeelden/link.yml" not in files


def test_broken_link(folder: Path) -> None:
    """A link to nowhere is told too."""
    (folder / "voorbeelden/link.yml").symlink_to(folder / "nergens.yml")

    assert [problem.path for problem in read_content(folder)[1]] == ["voorbeelden/link.yml"]


def test_twins(folder: Path) -> None:
    """Names that differ only in case would be one file on macOS and Windows."""
    (folder / "voorbeelden/Een.yml").write_bytes(b"a: b\n")

    assert to_text(read_content(folder)[1]) == (
        "voorbeelden/een.yml:1:1: De bestandsnaam verschilt alleen in hoofdletters van voorbeelden/Een.yml. "
        "Geef een van de twee een andere naam.\n"
    )


def test_name_with_separate_accents(folder: Path) -> None:
    """macOS may write é as e with an accent; the path is the composed form."""
    (folder / "voorbeelden/cafe\u0301.yml").write_bytes(b"a: b\n")

    assert "voorbeelden/café.yml" in read_content(folder)[0]


def test_large_file_is_not_read_whole(folder: Path) -> None:
    """Only so much that the check sees it is too large."""
    (folder / "voorbeelden/groot.yml").write_bytes(b"#" * 10 * MAX_BYTES)

    assert MAX_BYTES < len(read_content(folder)[0]["voorbeelden/groot.yml"]) < 2 * MAX_BYTES


@pytest.mark.parametrize("place", [".", "bestaat-niet"])
def test_no_project(tmp_path: Path, place: str) -> None:
    """Somebody in the wrong folder is told so."""
    assert read_content(tmp_path / place) == (
        {},
        [Problem("voorbeelden", 1, 1, "", "Hier staan geen voorbeelden.", "Start het commando in de map van het project.")],
    )
