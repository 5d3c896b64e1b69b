"""The edge to the disk: finds and reads the content files of a project. Nothing else reads `voorbeelden/`."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.problem import Problem
from macros.reading import most_bytes
from macros.reasons import why

_NO_ENTRIES = {"_lijsten", "_schema", "_links", "_adressen"}
_PAGES = {".md", ".markdown", ".mdown", ".mkdn", ".mkd"}


def read_content(project: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """All content of a project: relative path with forward slashes → bytes.

    What lies in the wrong place, has the wrong extension or can't be read is a problem, never skipped
    silently. Of an oversized file only so much is read as shows that it is too large.
    """
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path in _candidates(project):
        relative = unicodedata.normalize("NFC", path.relative_to(project).as_posix())
        if problem := _misplaced(path, relative, project):
            problems.append(problem)
            continue
        if relative in files:
            remedy = "Geef een van de twee een andere naam, zonder accenten."
            problems.append(
                Problem(relative, 1, 1, "", "Er zijn twee bestanden met deze naam; alleen het accent is anders opgeslagen.", remedy)
            )
            continue
        try:
            with path.open("rb") as stream:
                files[relative] = stream.read(most_bytes(relative) + 1024)
        except OSError as error:
            problems.append(Problem(relative, 1, 1, "", f"Het bestand is niet te lezen: {why(error)}.", "Controleer de rechten."))
    if not any(relative.startswith("voorbeelden/") for relative in files):
        problems.append(Problem("voorbeelden", 1, 1, "", "Hier staan geen voorbeelden.", "Start het commando in de map van het project."))
    problems += _twins(files)
    return files, problems


def read_texts(project: Path) -> dict[str, bytes]:
    """Every content file and handwritten page: relative path with forward slashes → bytes; what can't be read is left out."""
    files, _ = read_content(project)
    return {**read_pages(project), **files}


def read_pages(project: Path) -> dict[str, bytes]:
    """Every page in `docs/`, knowledge pages too."""
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in sorted((project / "docs").rglob("*.md"))}


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file in one step, so that it is never half written; its rights stay."""
    fresh = path.with_name(f".{path.name}.nieuw")
    try:
        fresh.write_bytes(data)
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _candidates(project: Path) -> Iterator[Path]:
    entries = project / "voorbeelden"
    for folder in (entries, entries / "_lijsten"):
        if folder.is_dir():
            # by name: comparing whole paths takes longer than reading the files
            names = sorted(path.name for path in folder.iterdir())
            yield from (folder / name for name in names if name not in _NO_ENTRIES and not name.startswith("."))
    knowledge = project / "docs" / "kennis"
    if knowledge.is_dir():
        # MkDocs makes a page of every one of these, also in a folder, and evaluates its macros
        pages = (path for path in knowledge.rglob("*") if path.suffix.lower() in _PAGES and path != knowledge / "index.md")
        yield from sorted(pages)


def _misplaced(path: Path, relative: str, project: Path) -> Problem | None:
    if path.is_symlink():
        return Problem(relative, 1, 1, "", "Dit is een snelkoppeling.", "Zet het bestand zelf hier neer.")
    if path.is_dir():
        return Problem(relative, 1, 1, "", "Hier hoort geen map.", "Zet het bestand in voorbeelden/.")
    if relative.startswith("docs/"):
        if path.suffix == ".md" and relative.count("/") == 2:
            return None
        return Problem(relative, 1, 1, "", "Een kennispagina hoort hier niet.", f"Noem het bestand 'docs/kennis/{path.stem}.md'.")
    if path.suffix != ".yml":
        kind = f"met '{path.suffix}'" if path.suffix else "zonder extensie"
        return Problem(relative, 1, 1, "", f"Een bestand {kind} hoort hier niet.", f"Noem het '{path.stem.removesuffix('.yml')}.yml'.")
    return None


def _twins(files: dict[str, bytes]) -> Iterator[Problem]:
    """File names that differ only in case are one file on macOS and Windows."""
    seen: dict[str, str] = {}
    for relative in files:
        first = seen.setdefault(relative.casefold(), relative)
        if first != relative:
            yield Problem(
                relative,
                1,
                1,
                "",
                f"De bestandsnaam verschilt alleen in hoofdletters van {first}.",
                "Geef een van de twee een andere naam.",
            )
