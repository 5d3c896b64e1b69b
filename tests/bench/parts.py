"""What each part of our build costs, and the least that the pages of entries can cost: seconds of processor time.

`python -m tests.bench.parts PROJECT` builds a project once, in a folder that goes, and prints the parts as JSON. Start-up is in
none of them, but that of the programs which a part starts; `per_entry` takes that away by measuring a small project too.
"""

from __future__ import annotations

import contextlib
import functools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import building
from macros.making.maker import Shown
from macros.pages import entry_page
from macros.plugin import page_maker
from macros.project import check_project, read_collections
from macros.versions.changes import Wijzigingen
from tests.bench.content import make_project, values
from tests.bench.engines import Engine, Entries
from tests.bench.measuring import SURROUNDINGS, forget, spent_on
from tests.bench.parts_report import MINIMUM, OWN, PAGES
from tests.sharing import PROJECT

SMALL = 50
"""So many entries has the project of which the cost is taken away, for it is nearly all start-up."""
_STEPS = {"check_again": "Controle", "index_site": "Zoekindex", "_make_lasting": "Eerdere versies", "check_site": "Links nakijken"}


@dataclass(frozen=True)
class Deel:
    """A part of one build: thousandths of a second of processor time for each entry, without what it costs to start."""

    naam: str
    aantal: int
    ronde: int
    ms: float


def measure_parts(aantal: int, rondes: int, ours: Engine, naive: Engine | None) -> Iterator[Deel]:
    """The parts of our build, beside them the minimum and, when it is there, a naive build; in turns."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder)
        entries: Entries = dict(values(make_project(made / "inhoud", 0), aantal))
        sizes: dict[int, Entries] = {aantal: entries, SMALL: dict(list(entries.items())[:SMALL])}
        for engine in filter(None, (ours, naive)):
            for size, chosen in sizes.items():
                engine.prepare(made / f"{engine.naam}-{size}" / "project", chosen)
        for ronde in range(rondes):
            per_entry = functools.partial(_per_entry, aantal, SMALL, ronde)
            own = [made / f"{ours.naam}-{size}" / "project" for size in sizes]
            yield from per_entry(*map(_minimum, own))
            yield from per_entry(*map(_ours, own))
            if naive is not None:
                plain = (made / f"{naive.naam}-{size}" / "project" for size in sizes)
                yield from per_entry(*({naive.naam: spent_on(naive.commands[0], project)[0]} for project in plain))


def _per_entry(many: int, few: int, ronde: int, large: dict[str, float], small: dict[str, float]) -> Iterator[Deel]:
    for naam, cpu in large.items():
        yield Deel(naam, many, ronde, round((cpu - small[naam]) * 1000 / (many - few), 3))


def _minimum(project: Path) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as site:
        program = Path(__file__).with_name("minimum.py")
        return {MINIMUM: spent_on((sys.executable, program, project / "voorbeelden", site), project)[0]}


def _ours(project: Path) -> dict[str, float]:
    forget(project)
    command = [sys.executable, "-m", "tests.bench.parts", project]
    done = subprocess.run(command, cwd=PROJECT, env={**os.environ, **SURROUNDINGS}, stdout=subprocess.PIPE, check=True)
    parts: dict[str, float] = json.loads(done.stdout)
    return parts


def parts_of(project: Path) -> dict[str, float]:
    """Build a project, and tell what each part took; `PAGES` is all that is no other part."""
    spent: dict[str, float] = defaultdict(float)

    def noting(name: str, action: Callable[..., Any]) -> Callable[..., Any]:
        def act(*arguments: Any, **more: Any) -> Any:
            with _noted(spent, name):
                return action(*arguments, **more)

        return act

    kept = {step: getattr(building, step) for step in (*_STEPS, "read_site")}
    for step, action in kept.items():
        setattr(building, step, noting(_STEPS.get(step, "Links nakijken"), action))
    try:
        with tempfile.TemporaryDirectory() as folder, _noted(spent, "alles"):
            building.make_site(project, Path(folder, "site"), lambda _: None)
    finally:
        for step, action in kept.items():
            setattr(building, step, action)
    whole = spent.pop("alles")
    spent[PAGES] = whole - sum(spent.values())
    with _noted(spent, OWN), tempfile.TemporaryDirectory() as folder:
        _entry_pages(project, Path(folder))
    return spent


def _entry_pages(project: Path, site: Path) -> None:
    """What the minimum does, as we do it: check the entries, and write the page of each."""
    catalogue = check_project(project).catalogue
    assert catalogue is not None
    maker = page_maker(project)
    maker.take(Shown(catalogue, read_collections(project), Wijzigingen()))
    for item in catalogue.items:
        path = site / item.slug / "index.html"
        path.parent.mkdir()
        path.write_bytes(maker.html(entry_page(item)))


@contextlib.contextmanager
def _noted(spent: dict[str, float], name: str) -> Iterator[None]:
    before = _cpu()
    try:
        yield
    finally:
        spent[name] += _cpu() - before


def _cpu() -> float:
    """Of this process and of those that it started and that have ended."""
    used = os.times()
    return time.process_time() + used.children_user + used.children_system


if __name__ == "__main__":
    project = Path(sys.argv[1]).resolve()
    with contextlib.redirect_stdout(sys.stderr):
        found = parts_of(project)
    print(json.dumps(found))
