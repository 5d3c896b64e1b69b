"""Whatever goes wrong during a build: the previous site stands, a Dutch message says why, and nothing half is left.

Every fault below is let loose on a build of the small project. Only MkDocs is played, by handing over the pages that it
made before, so that forty builds take little time; the check, the index, the versions, the links and the place are real.
"""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from macros import building, history, searching
from macros.building import build
from macros.locking import alone
from macros.steps import run_step

ENTRY = Path("voorbeelden", "leefgoed.yml")
MADE_LATER = ("pagefind", "zoek", "_headers", "_redirects")


@dataclass
class Bench:
    """A project with a site of before, and everything by which a fault is let loose on it and taken back."""

    project: Path
    made: Path
    patch: pytest.MonkeyPatch
    kept: dict[Path, bytes | None] = field(default_factory=dict)

    def put(self, path: Path | str, data: bytes | None) -> None:
        """Write a file of the project, or take it away."""
        target = self.project / path
        self.kept.setdefault(target, target.read_bytes() if target.is_file() else None)
        target.unlink(missing_ok=True)
        if data is not None:
            target.write_bytes(data)

    def take_back(self) -> None:
        """The project as it was."""
        for path, data in self.kept.items():
            path.unlink(missing_ok=True)
            if data is not None:
                path.write_bytes(data)
        self.kept.clear()

    def entry(self) -> bytes:
        return (self.project / ENTRY).read_bytes()

    def instead_of(self, program: str, code: str) -> None:
        """Let a bit of Python, or what it does to a folder, take the place of MkDocs or Pagefind."""
        played = building.run_step

        def other(command: list[str], *rest: Any) -> None:
            if program in command:
                run_step([sys.executable, *(["-m", code.split()[1]] if code.startswith("-m") else ["-c", code]), *command[3:]], *rest)
            else:
                played(command, *rest)

        for owner in (building, searching):
            self.patch.setattr(owner, "run_step", other)

    def after(self, program: str, do: Callable[[Path], None]) -> None:
        """Spoil what MkDocs or Pagefind has just written in a folder."""
        played = building.run_step

        def other(command: list[str], *rest: Any) -> None:
            played(command, *rest)
            if program in command:
                do(Path(command[command.index("--output-path" if program == "pagefind" else "--site-dir") + 1]))

        for owner in (building, searching):
            self.patch.setattr(owner, "run_step", other)

    def refuse(self, owner: Any, name: str, number: int, where: str = "") -> None:
        """Let the system refuse a call, for paths in which `where` occurs."""
        real = getattr(owner, name)

        def refused(*arguments: Any, **options: Any) -> Any:
            if where in str(arguments[0] if arguments else ""):
                raise OSError(number, os.strerror(number), str(arguments[0]) if arguments else None)
            return real(*arguments, **options)

        self.patch.setattr(owner, name, refused)


Fault = Callable[[Bench], Any]
FAULTS: dict[str, tuple[Fault, str]] = {
    # what is wrong with files
    "entry that may not be read": (lambda b: b.refuse(Path, "open", errno.EACCES, "leefgoed.yml"), "niet te lezen: de rechten staan"),
    "disk that fails while reading": (
        lambda b: b.refuse(Path, "open", errno.EIO, "leefgoed.yml"),
        "niet te lezen: de schijf werkt niet goed",
    ),
    "names that differ in case": (lambda b: b.put("voorbeelden/Leefgoed.yml", b.entry()), "alleen in hoofdletters van"),
    "names that differ in their accent": (
        lambda b: [b.put(f"voorbeelden/{unicodedata.normalize(form, 'café')}.yml", b.entry()) for form in ("NFC", "NFD")],
        "alleen het accent is anders opgeslagen",
    ),
    "entry in UTF-16": (lambda b: b.put(ENTRY, b.entry().decode().encode("utf-16")), r"leefgoed\.yml:1:.*UTF-8"),
    "entry cut off": (lambda b: b.put(ENTRY, b.entry()[: len(b.entry()) // 2]), r"leefgoed\.yml:\d+:\d+: "),
    "entry of nothing": (lambda b: b.put(ENTRY, b""), r"leefgoed\.yml:1:1: .*leeg"),
    "entry of zeros, as after a crash": (lambda b: b.put(ENTRY, bytes(4096)), r"leefgoed\.yml:1:"),
    "entry of a megabyte": (lambda b: b.put(ENTRY, b.entry() + b"# x\n" * 250_000), r"leefgoed\.yml:.*KiB"),
    "list that is gone": (lambda b: b.put("voorbeelden/_lijsten/themas.yml", None), "themas"),
    # clocks
    "clock in 1970": (lambda b: b.patch.setenv("SOURCE_DATE_EPOCH", "0"), "in de toekomst"),
    # git
    "git missing while all versions are asked": (
        lambda b: (b.patch.setenv("PRAKTIJKWIJZER_ALLE_VERSIES", "ja"), b.refuse(history.subprocess, "run", errno.ENOENT, "'git', '-C'")),
        "Zonder geschiedenis verdwijnen eerdere versies",
    ),
    # MkDocs
    "MkDocs missing": (lambda b: b.instead_of("mkdocs", "-m mkdocs_is_weg"), "het pakket 'mkdocs_is_weg' ontbreekt.*make clean"),
    "MkDocs killed": (lambda b: b.instead_of("mkdocs", "import os; os.kill(os.getpid(), 9)"), r"afgebroken \(signaal 9\)"),
    "MkDocs on a full disk": (
        lambda b: b.instead_of("mkdocs", "open('x.html', 'w').close(); raise OSError(28, 'No space left on device', 'x.html')"),
        "De pagina's maken lukte niet:\nDe schijf is vol: x.html",
    ),
    "MkDocs stopping halfway": (
        lambda b: b.after("mkdocs", lambda site: (site / "index.html").unlink()),
        "een bestand of map is er niet meer",
    ),
    "MkDocs that leaves a page out": (
        lambda b: b.after("mkdocs", lambda site: (site / "begrippen" / "index.html").unlink()),
        "kapotte link",
    ),
    # Pagefind
    "Pagefind missing": (lambda b: b.instead_of("pagefind", "-m pagefind_is_weg"), "het pakket 'pagefind_is_weg' ontbreekt"),
    "Pagefind failing": (
        lambda b: b.instead_of("pagefind", "import sys; sys.exit('Geen index vandaag')"),
        "De zoekindex maken lukte niet:\nGeen index vandaag",
    ),
    "Pagefind killed": (lambda b: b.instead_of("pagefind", "import os; os.kill(os.getpid(), 15)"), r"afgebroken \(signaal 15\)"),
    "Pagefind writing nothing": (lambda b: b.instead_of("pagefind", "pass"), "wat Pagefind schreef, is niet heel"),
    "Pagefind without its engine": (
        lambda b: b.after("pagefind", lambda made: (made / "wasm.unknown.pagefind").unlink()),
        "wat Pagefind schreef, is niet heel",
    ),
    "Pagefind writing half a file": (
        lambda b: b.after("pagefind", lambda made: cut(made / "pagefind-entry.json")),
        "wat Pagefind schreef, is niet heel",
    ),
    # the disk of the site
    "full disk at the start": (lambda b: b.refuse(tempfile, "mkdtemp", errno.ENOSPC), "de schijf is vol. De vorige site staat er nog"),
    "full disk at Pagefind's files": (lambda b: b.refuse(Path, "write_bytes", errno.ENOSPC, "/pagefind/"), "de schijf is vol. De vorige"),
    "full disk in the index": (lambda b: b.refuse(Path, "write_text", errno.ENOSPC, "/zoek/"), "de schijf is vol. De vorige site"),
    "full disk at the last file": (lambda b: b.refuse(Path, "write_text", errno.ENOSPC, "_headers"), "de schijf is vol. De vorige site"),
    "quota used up by pictures": (lambda b: b.refuse(Path, "write_bytes", errno.EDQUOT, ".png"), "geen ruimte meer. De vorige site"),
    "folder that is only to read": (lambda b: b.refuse(Path, "open", errno.EROFS, ".bezig"), "alleen om te lezen. De vorige site"),
    "old site that may not move": (
        lambda b: b.refuse(Path, "rename", errno.EACCES, "/project/site"),
        "rechten staan het niet toe. De vorige",
    ),
    "new site that can't take its place": (lambda b: b.refuse(Path, "rename", errno.EIO, "/site"), "de schijf werkt niet goed. De vorige"),
}
"""Kind of fault → how it comes about, and what the message says."""

HARMLESS: dict[str, tuple[Fault, str]] = {
    "Windows line endings": (lambda b: b.put(ENTRY, b.entry().replace(b"\n", b"\r\n")), ""),
    "byte order mark": (lambda b: b.put(ENTRY, b"\xef\xbb\xbf" + b.entry()), ""),
    "clock in 2099": (lambda b: b.patch.setenv("SOURCE_DATE_EPOCH", "4070908800"), ""),
    "moment that is none": (lambda b: b.patch.setenv("SOURCE_DATE_EPOCH", "gisteren"), ""),
    "git missing": (lambda b: b.refuse(history.subprocess, "run", errno.ENOENT, "'git', '-C'"), "Het programma git ontbreekt"),
    "git damaged": (lambda b: b.put(".git", b"onzin"), "Git kon dit niet geven"),
}
"""Kind of fault → how it comes about, and what is said of it; the site is made all the same."""


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:30])


@pytest.fixture(scope="module")
def standing(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A project with its site, and beside it what MkDocs made of it."""
    folder = tmp_path_factory.mktemp("fouten")
    project = folder / "project"
    shutil.copytree(small_site.parent, project, symlinks=True)
    made = folder / "gemaakt"
    shutil.copytree(small_site, made, ignore=lambda where, _: MADE_LATER if Path(where) == small_site else ())
    return project, made


@pytest.fixture
def bench(standing: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    """MkDocs is played; Pagefind is not."""
    project, made = standing

    def played(command: list[str], *rest: Any) -> None:
        if "mkdocs" in command:
            shutil.copytree(made, command[-1])
        else:
            run_step(command, *rest)

    monkeypatch.setattr(building, "run_step", played)
    found = Bench(project, made, monkeypatch)
    yield found
    monkeypatch.undo()
    found.take_back()


def state(project: Path) -> dict[str, tuple[int, ...]]:
    """Every file of the site that stands, by what changes when anyone touches it."""
    return {
        path.relative_to(project).as_posix(): (found.st_ino, found.st_mtime_ns, found.st_size)
        for path in sorted((project / "site").rglob("*"))
        if path.is_file() and (found := path.stat())
    }


def left_over(project: Path) -> list[str]:
    return sorted(path.name for path in project.iterdir() if path.name.startswith(".site-"))


@pytest.mark.parametrize("kind", FAULTS)
def test_the_previous_site_stands(kind: str, bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """Not a byte of it was touched, the message is Dutch and says what happened, and no folder is left."""
    before = state(bench.project)
    let_loose, said = FAULTS[kind]
    let_loose(bench)

    assert build(bench.project, say=lambda _: None) == 1

    bench.patch.undo()
    told = capsys.readouterr().err
    assert re.search(said, told), told
    assert not re.search(r"Traceback|Errno|Error\b", told), told
    assert state(bench.project) == before
    assert left_over(bench.project) == []


@pytest.mark.parametrize("kind", HARMLESS)
def test_the_site_is_made_all_the_same(kind: str, bench: Bench) -> None:
    """What is no reason to stop stops nothing, and is told where a reader misses something."""
    let_loose, said = HARMLESS[kind]
    let_loose(bench)
    told: list[str] = []

    code = build(bench.project, say=told.append)

    bench.patch.undo()
    assert code == 0, told
    assert re.search(said, "\n".join(told)), told
    assert not re.search(r"Traceback|Errno|Error\b", "\n".join(told))
    assert (bench.project / "site" / "voorbeelden" / "leefgoed" / "index.html").is_file()


def test_there_are_enough_kinds() -> None:
    assert len({*FAULTS, *HARMLESS}) + len(MOMENTS) >= 20


def test_two_builds_at_once(bench: Bench, capsys: pytest.CaptureFixture[str]) -> None:
    """The second is sent away, and takes nothing of the first with it."""
    before = state(bench.project)
    working = bench.project / ".site-site.abcdefgh"
    working.mkdir()
    with alone(bench.project / ".site-site.bezig"):
        assert build(bench.project, say=lambda _: None) == 1

    assert "Er wordt al een site gemaakt" in capsys.readouterr().err
    assert state(bench.project) == before
    assert working.is_dir()
    working.rmdir()


def test_an_interrupt_leaves_nothing(bench: Bench) -> None:
    """Ctrl-C while Pagefind is busy."""
    before = state(bench.project)

    def interrupt(_: Path) -> None:
        raise KeyboardInterrupt

    bench.after("pagefind", interrupt)
    with pytest.raises(KeyboardInterrupt):
        build(bench.project, say=lambda _: None)

    assert state(bench.project) == before
    assert left_over(bench.project) == []


KILLER = """
import json, os, shutil, signal, sys
from pathlib import Path
from macros import building, searching

project, made, *moments = sys.argv[1:]
project, made = Path(project), Path(made)
site = project / "site"

def killing(owner, name, which, early):
    real = getattr(owner, name)
    def wrapped(*arguments, **options):
        if early and which in str(arguments[0]):
            os.kill(os.getpid(), signal.SIGKILL)
        result = real(*arguments, **options)
        if which in str(arguments[0]):
            os.kill(os.getpid(), signal.SIGKILL)
        return result
    setattr(owner, name, wrapped)

step = building.run_step
def played(command, *rest):
    shutil.copytree(made, command[-1]) if "mkdocs" in command else step(command, *rest)
building.run_step = searching.run_step = played

for moment in moments:
    where, name, which, when = moment.split(",")
    child = os.fork()
    if not child:
        whole = {"building": building, "searching": searching}
        if where in whole or name == "write_bytes":
            killing(whole.get(where, Path), name, which, when == "voor")
            building.build(project, say=lambda _: None)
        else:
            fresh = project / ".site-site.abcdefgh" / "site"
            shutil.copytree(site, fresh)
            killing({"path": Path, "shutil": shutil}[where], name, which, when == "voor")
            building.put_in_place(fresh, site)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    stood = (site / "index.html").is_file()
    # what the next build does before anything else
    building.restore(site)
    left = sorted(path.name for path in project.glob(".site-*") if path.is_dir())
    print(json.dumps([os.WTERMSIG(status), stood, (site / "index.html").is_file(), left]), flush=True)
"""
MOMENTS = {
    "while the content is checked": "building,check_again,,na",
    "while MkDocs works": "building,run_step,mkdocs,na",
    "while Pagefind works": "searching,run_step,pagefind,na",
    "at Pagefind's files": "path,write_bytes,/pagefind/,voor",
    "before the old site moves": "path,rename,/project/site,voor",
    "between the old site and the new": "path,rename,/project/site,na",
    "before the old site is cleared": "shutil,rmtree,oud,voor",
}


def test_killed_at_any_moment(standing: tuple[Path, Path]) -> None:
    """SIGKILL leaves no time to clear up: the site stands, or the next build puts it back first and clears the rest."""
    project, made = standing
    before = state(project)
    done = subprocess.run(
        [sys.executable, "-c", KILLER, project, made, *MOMENTS.values()], capture_output=True, text=True, check=True, cwd=project
    )
    told = dict(zip(MOMENTS, map(json.loads, done.stdout.splitlines()), strict=True))

    assert {moment: signal for moment, (signal, *_) in told.items() if signal != 9} == {}
    assert [moment for moment, (_, stood, *_) in told.items() if not stood] == ["between the old site and the new"]
    assert {moment: rest for moment, (_, _, *rest) in told.items() if rest != [True, []]} == {}
    # the last one came after a new site took its place
    assert {name: size for name, (*_, size) in state(project).items()} == {name: size for name, (*_, size) in before.items()}


@pytest.mark.parametrize(
    "settings",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"TZ": "Pacific/Kiritimati"},
    ],
    ids=["language C", "Turkish", "the other side of the world"],
)
def test_language_and_time_zone_of_the_machine_change_nothing(settings: dict[str, str], bench: Bench) -> None:
    """The same faults at the same places, in Dutch, also where the console has no letters with accents."""
    bench.put(ENTRY, bench.entry().replace(b"fase: ", b"fase: geIInd\nFASE: "))
    environment = {"PATH": os.environ["PATH"], "SOURCE_DATE_EPOCH": "1795219200"}

    def told(more: dict[str, str]) -> str:
        command = [sys.executable, "-m", "macros.cli", "--project", str(bench.project), "check"]
        done = subprocess.run(command, env={**environment, **more}, capture_output=True, check=False)
        assert done.returncode == 1, done.stderr
        return (done.stdout + done.stderr).decode()

    plain = told({"LC_ALL": "C.UTF-8"})
    assert "geIInd" in plain
    assert told(settings) in (plain, plain.encode("ascii", "replace").decode())
