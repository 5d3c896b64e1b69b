"""What the rules said the last time, kept on the disk, never changes what a check says."""

from __future__ import annotations

import datetime
import json
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.checking import Checked, check
from macros.keeping import checks, judgements
from macros.keeping.judgements import check_again, fingerprint
from macros.keeping.store import Store
from macros.problem import Problem
from macros.project import check_project
from macros.rules import entry_problems
from macros.rules.draft import Draft, World
from tests.conftest import SMALL
from tests.editing import RIGHT, WRONG, Files

SEEDS = range(max(3, int(os.environ.get("PRAKTIJKWIJZER_FUZZ", "0")) // 500))
STEPS = 12


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world, on a machine that is somebody's own."""
    monkeypatch.delenv("CI", raising=False)
    shutil.copytree(SMALL, tmp_path / "project")
    (tmp_path / "project" / "docs").mkdir(exist_ok=True)
    return tmp_path / "project"


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the entries about which the rules were asked."""
    names: list[str] = []

    def noting(draft: Draft, world: World) -> Iterator[Problem]:
        names.append(draft.slug)
        return entry_problems(draft, world)

    monkeypatch.setattr(checks, "entry_problems", noting)
    return names


def said(checked: Checked) -> tuple[object, ...]:
    """All that others get from a check."""
    catalogue = checked.catalogue
    shown = (catalogue.items, catalogue.kennis, [item.tekst for item in catalogue.items]) if catalogue else None
    return checked.problems, {naam: dict(lijst) for naam, lijst in checked.lijsten.items()}, shown


def put(project: Path, before: Files, after: Files) -> None:
    """Make the files of a project those of another state."""
    for path in before.keys() - after.keys():
        (project / path).unlink()
    for path, data in after.items():
        if before.get(path) != data:
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            (project / path).write_bytes(data)


def kept(project: Path) -> list[Path]:
    """The files of the memory."""
    folder = project / ".cache" / "controle"
    return sorted(folder.iterdir()) if folder.is_dir() else []


@pytest.mark.parametrize("seed", SEEDS)
def test_what_was_kept_changes_nothing(seed: int, project: Path, small_files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    """After any row of edits, right and wrong, new names, removals, changed lists and pages, days that pass, and other code."""
    luck = random.Random(seed)
    start = {path: (project / path).read_bytes() for path in small_files}
    states, day = [start], datetime.date(2026, 11, 21)
    now = start
    for step in range(STEPS):
        edit = luck.choice((*RIGHT, *WRONG))
        # one time in four everything is put back as it was some time before
        states.append(luck.choice(states) if luck.random() < 0.25 else edit(now, luck))
        put(project, now, states[-1])
        now = states[-1]
        day += datetime.timedelta(days=luck.choice((0, 0, 0, 1, 400)))
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())))
        if luck.random() < 0.15:
            _other_code(monkeypatch, step)

        assert said(check_again(project)) == said(
            check_project(project, lambda files, today: check(files, today, judge=checks.entry_problems))
        )
        assert len(kept(project)) == 1


def _other_code(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """From now on there is one rule more, which says something else than before."""

    def more(draft: Draft, world: World) -> Iterator[Problem]:
        yield from entry_problems(draft, world)
        yield draft.document.problem((), f"Regel {step} vindt hier iets van.", level="let op")

    monkeypatch.setattr(checks, "entry_problems", more)
    monkeypatch.setattr(judgements, "fingerprint", lambda: f"{step:064}")


def test_only_what_changed_is_judged_in_another_process(project: Path, judged: list[str]) -> None:
    """The first check asks the rules about everything, the second about nothing, and then about what changed and what names it."""

    def work() -> list[str]:
        judged.clear()
        check_again(project)
        return sorted(judged)

    practice = project / "voorbeelden" / "taalcafe-groningen.yml"
    assert len(work()) == len([*(project / "voorbeelden").glob("*.yml"), *(project / "docs/kennis").glob("*.md")])
    assert work() == []
    practice.write_bytes(practice.read_bytes() + b"# nog iets\n")
    assert work() == ["leefgoed", "taalcafe-groningen"]
    assert work() == []


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: data[:-1], id="cut off"),
        pytest.param(lambda data: data.replace(b"fout", b"let op").replace(b"[]", b"{}", 1), id="changed by hand"),
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"\x80\x04K\x01.", id="of another program"),
    ],
)
def test_a_damaged_memory_is_made_anew(damage: object, project: Path, judged: list[str]) -> None:
    """It isn't believed, and the next check has a whole one again."""
    path = project / "voorbeelden" / "leefgoed.yml"
    path.write_bytes(path.read_bytes().replace(b"themas: [", b"themas: [bestaat-niet, "))
    told = said(check_again(project))
    (memory,) = kept(project)
    whole = memory.read_bytes()
    assert callable(damage)
    memory.write_bytes(damage(whole))
    judged.clear()

    assert said(check_again(project)) == told
    assert len(judged) > 5
    assert memory.read_bytes() == whole


@pytest.mark.parametrize("content", [b"", b"nee", b"[]", b'{"a": {}}', json.dumps({"a": {"file": "", "problems": [1]}}).encode()])
def test_a_memory_of_another_form_is_made_anew(content: bytes, project: Path, judged: list[str]) -> None:
    """Also when its own fingerprint is right."""
    Store(project / ".cache" / "controle").put(fingerprint(), content)

    assert said(check_again(project)) == said(check_project(project))
    assert len(judged) > 5
    judged.clear()
    check_again(project)
    assert judged == []


def test_where_others_come_it_is_not_used(project: Path, judged: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a machine of GitHub or GitLab it isn't read or written."""
    check_again(project)
    before = [path.read_bytes() for path in kept(project)]
    monkeypatch.setenv("CI", "true")
    (project / "voorbeelden" / "taalcafe-groningen.yml").unlink()
    judged.clear()
    check_again(project)

    assert len(judged) > 5
    assert [path.read_bytes() for path in kept(project)] == before


def test_without_a_place_to_keep_it_a_check_goes_on(project: Path) -> None:
    """A file where the folder should be, and an entry whose name is no text."""
    (project / ".cache").write_bytes(b"")
    assert said(check_again(project)) == said(check_project(project))


def test_a_name_that_is_no_text_is_a_problem_alone(project: Path) -> None:
    """It can't be kept; the check says the same as without."""
    source = project / "voorbeelden" / "taalcafe-groningen.yml"
    source.rename(os.fsdecode(os.fsencode(source.parent) + b"/\xff.yml"))

    assert said(check_again(project)) == said(check_project(project)) == said(check_again(project))


def test_every_file_of_code_counts(tmp_path: Path) -> None:
    """Another letter in any module, another name or one file less is another fingerprint."""
    for name in ("een.py", "map/twee.py", "map/drie.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("a = 1\n", encoding="utf-8")
    found = []

    def note() -> None:
        fingerprint.cache_clear()
        found.append(fingerprint(tmp_path))

    note()
    (tmp_path / "map/drie.txt").write_text("anders", encoding="utf-8")
    note()
    (tmp_path / "map/twee.py").write_text("a = 2\n", encoding="utf-8")
    note()
    (tmp_path / "map/twee.py").rename(tmp_path / "map/vier.py")
    note()
    (tmp_path / "een.py").unlink()
    note()
    fingerprint.cache_clear()

    assert found[0] == found[1]
    assert len(set(found)) == 4
