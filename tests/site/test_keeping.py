"""What the workshop of `serve` shows of an edit is what a whole build makes of it, byte for byte."""

from __future__ import annotations

import os
import random
import re
import shutil
from pathlib import Path

import pytest

from macros.building import build, refusal
from macros.files import read_texts
from macros.keeping.answers import Answer
from macros.keeping.workshop import Workshop
from macros.pages import pages
from macros.project import check_project
from tests.editing import RIGHT, WRONG, Edit, Files, with_line

SEEDS = range(1 + int(os.environ.get("PRAKTIJKWIJZER_FUZZ", "0")) // 5000)
STEPS = 10


def put(project: Path, before: Files, after: Files) -> None:
    """Make the files of a project those of `after`."""
    for path in before.keys() - after.keys():
        (project / path).unlink()
    for path, content in after.items():
        if before.get(path) != content:
            (project / path).write_bytes(content)


def contents(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def differing(one: Files, other: Files) -> list[str]:
    """The paths of what is not the same."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))


def restyled(project: Path, luck: random.Random) -> None:
    """Change a component, and the style that has its address from its content."""
    component = project / "overrides" / "components" / luck.choice(("voorbeeld.html", "kaart.html", "kruimels.html", "loshoofd.html"))
    component.write_text(f"{component.read_text()}<p>Nummer {luck.randrange(100)}</p>\n")
    style = project / "overrides" / "stijl" / "10-basis.css"
    style.write_text(f"{style.read_text()}p {{ order: {luck.randrange(100)} }}\n")


@pytest.mark.parametrize("seed", SEEDS)
def test_pages_are_those_of_a_cold_build(seed: int, small_project: Path, small_site: Path, tmp_path: Path) -> None:
    """After any row of edits, new names, removals, changed lists and components; what is wrong is told, and touches nothing."""
    luck = random.Random(seed)
    site = tmp_path / "getoond"
    shutil.copytree(small_site, site)
    workshop = Workshop(small_project, site)
    now = good = read_texts(small_project)
    edits: list[Edit | None] = [*luck.choices(RIGHT, k=STEPS), *luck.choices(WRONG, k=STEPS // 2), None]
    luck.shuffle(edits)
    for edit in edits:
        if edit is None:
            # `serve` opens a fresh workshop then
            restyled(small_project, luck)
            workshop = Workshop(small_project, site)
            continue
        before, served = now, contents(site)
        now = edit(now, luck)
        put(small_project, before, now)
        checked = check_project(small_project)
        if checked.catalogue is not None:
            assert all(not answer.fouten for answer in workshop.look())
            good = now
        else:
            assert list(workshop.look()) == [Answer(refusal(checked.errors))]
            assert differing(contents(site), served) == []
            # mostly put back; else what is wrong adds up
            if luck.random() < 0.8:
                put(small_project, now, good)
                now = good
    last = min(path for path in good if re.fullmatch(r"voorbeelden/[^/]+\.yml", path))
    ended = with_line(good, last, "titel", "titel: Het laatste woord\n")
    put(small_project, now, ended)
    shown = [address for answer in workshop.look() for address in answer.adressen]

    cold = tmp_path / "koud"
    catalogue = check_project(small_project).catalogue
    assert catalogue is not None
    for item in catalogue.items:
        # a photograph goes by the name of its entry
        (small_project / "docs" / "beeld" / f"{item.slug}.jpg").write_bytes(b"\xff\xd8\xff\xd9")
    assert build(small_project, cold, say=lambda _: None) == 0
    built = contents(cold)
    assert [page.adres for page in pages(catalogue) if workshop.page(page) != built[f"{page.adres}index.html"]] == []
    assert shown[0] == f"{last[:-4]}/"
    assert hash((site / shown[0] / "index.html").read_bytes()) == hash(built[f"{shown[0]}index.html"])
