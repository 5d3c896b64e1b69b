"""Runs generators beside each other and keeps what it costs: processor time, clock, memory, and what comes out."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

from tests.bench.content import make_project, values
from tests.bench.engines import NODE, TOOLS, Command, Engine, Entries

_COST = Path(__file__).with_name("cost.py")
# nobody's build may ask anything of another machine; every program of Python keeps what it compiled, as on a machine of a user
SURROUNDINGS = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "ASTRO_TELEMETRY_DISABLED": "1", "PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True)
class Run:
    """One build: seconds of processor time of all its programs, seconds by the clock, and MiB of the largest program."""

    naam: str
    aantal: int
    ronde: int
    cpu: float
    klok: float
    geheugen: int


@dataclass(frozen=True)
class Site:
    """What a build leaves, which is the same every time: bytes, files, and the mean bytes of an entry's page, plain and compressed."""

    naam: str
    aantal: int
    bytes: int
    bestanden: int
    pagina: int
    pagina_gzip: int


def measure(chosen: Sequence[Engine], aantal: int, rondes: int) -> Iterator[Run | Site]:
    """All generators on the same entries, in turns, so that a busy minute of the machine is not one generator's bad luck."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    # Node looks for modules in the folders around a project
    with tempfile.TemporaryDirectory(prefix="werk-", dir=NODE if NODE.is_dir() else TOOLS) as made:
        entries: Entries = dict(values(make_project(Path(made, "inhoud"), 0), aantal))
        for number, engine in enumerate(chosen):
            engine.prepare(Path(made, str(number), "project"), entries)
        for ronde in range(rondes):
            for number, engine in enumerate(chosen):
                project = Path(made, str(number), "project")
                shutil.rmtree(project / engine.site, ignore_errors=True)
                forget(project)
                yield Run(engine.naam, aantal, ronde, *_cost(engine, project))
                if ronde == 0:
                    yield _weighed(engine, project, aantal)


def forget(project: Path) -> None:
    """Take away what our check remembers, so that every build asks the rules everything."""
    shutil.rmtree(project / ".cache" / "controle", ignore_errors=True)


def _cost(engine: Engine, project: Path) -> tuple[float, float, int]:
    cpu, clock, peak = 0.0, 0.0, 0
    for command in engine.commands:
        spent, waited, most = spent_on(command, project)
        cpu, clock, peak = cpu + spent, clock + waited, max(peak, most)
    return round(cpu, 2), round(clock, 2), peak


def spent_on(command: Command, folder: Path) -> tuple[float, float, int]:
    """What a command costs in a folder: seconds of processor time, seconds by the clock, and MiB."""
    watched = [sys.executable, "-I", "-S", _COST, *command]
    done = subprocess.run(watched, cwd=folder, env={**os.environ, **SURROUNDINGS}, stdout=subprocess.PIPE, check=True)
    code, spent, waited, most = json.loads(done.stdout)
    if code:
        raise SystemExit(f"{[str(part) for part in command]} stopte met {code}")
    return spent, waited, most


def _weighed(engine: Engine, project: Path, aantal: int) -> Site:
    site = project / engine.site
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    pages = [path.read_bytes() for path in site.glob(engine.pages)]
    assert len(pages) == aantal, f"{engine.naam}: {len(pages)} pagina's"
    packed = [len(gzip.compress(page, 9, mtime=0)) for page in pages]
    return Site(engine.naam, aantal, sum(sizes), len(sizes), round(fmean(map(len, pages))), round(fmean(packed)))


def as_row(found: Any) -> dict[str, object]:
    """For the file of results: the fields of what was found, and its kind."""
    return {"soort": type(found).__name__.lower(), **asdict(found)}
