"""`check` with --fix and --watch, the word on the terminal, and completion in a real shell."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from macros.cli import main
from macros.waiting import busy

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world as a project, on a fixed day."""
    shutil.copytree(DATA / "valid", tmp_path / "project")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    return tmp_path / "project"


def test_fix_mends_only_the_files_that_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What changed is told; the others keep their bytes, and nothing is left beside them."""
    entries = sorted((folder / "voorbeelden").glob("*.yml"))
    assert main(["--project", str(folder), "check", "--fix"]) == 0
    capsys.readouterr()
    good = {path: path.read_bytes() for path in entries}
    for path in entries:
        path.write_bytes(good[path].replace(b"\n", b"\r\n"))
    names = {path.name for path in (folder / "voorbeelden").iterdir()}

    assert main(["--project", str(folder), "check", "--fix", str(entries[0])]) == 0

    said = f"voorbeelden/{entries[0].name}: de regeleinden van Windows vervangen.\n1 bestand hersteld.\n\nAlles klopt.\n"
    assert capsys.readouterr() == ("", said)
    assert entries[0].read_bytes() == good[entries[0]]
    assert b"\r" in entries[1].read_bytes()
    assert {path.name for path in (folder / "voorbeelden").iterdir()} == names


def test_fix_twice_finds_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--project", str(folder), "check", "--fix"])
    capsys.readouterr()

    assert main(["--project", str(folder), "check", "--fix"]) == 0
    assert capsys.readouterr() == ("", "Er viel niets te herstellen.\n\nAlles klopt.\n")


def test_watch_tells_what_a_change_did(folder: Path) -> None:
    """A new mistake is shown, one that only moved is not, a mended one is told as solved; Ctrl-C ends it tidily."""
    entry = folder / "voorbeelden" / "leefgoed.yml"
    good = entry.read_text(encoding="utf-8")
    wrong = re.sub(r"(?m)^peildatum: .*$", "peildatum: morgen", good)
    command = [sys.executable, "-m", "macros.cli", "--project", str(folder), "check", "--watch"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        try:
            said = Said(process)
            said.wait_for("Ik kijk mee")
            entry.write_text(wrong, encoding="utf-8")
            said.wait_for("Nog 1 fout, 0 meldingen.")
            assert "'peildatum' moet een datum zijn" in said.text
            entry.write_text(re.sub(r"(?m)^peildatum:", "\n\npeildatum:", wrong), encoding="utf-8")
            said.wait_for("Nog 1 fout, 0 meldingen.", times=2)
            entry.write_text(good, encoding="utf-8")
            said.wait_for("Opgelost: voorbeelden/leefgoed.yml: 'peildatum' moet een datum zijn")
            said.wait_for("Alles klopt.", times=2)
            # what Ctrl-C does; a test that runs in the background can't receive that itself
            process.terminate()
            assert process.wait(timeout=20) == 0
            said.wait_for("Gestopt.")
        finally:
            process.kill()
    assert "Traceback" not in said.text
    assert said.text.count("'peildatum' moet een datum zijn") == 2


class Said:
    """What a process says, gathered while it runs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.text = ""
        self._more = threading.Condition()
        threading.Thread(target=self._gather, args=(process.stdout,), daemon=True).start()

    def _gather(self, stream: io.TextIOBase) -> None:
        for line in stream:
            with self._more:
                self.text += line
                self._more.notify_all()

    def wait_for(self, part: str, times: int = 1) -> None:
        with self._more:
            assert self._more.wait_for(lambda: self.text.count(part) >= times, timeout=30), (part, self.text)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_long_work_shows_on_a_terminal_and_is_wiped(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    with busy("Controleren …", patience=0.0):
        end = time.monotonic() + 10
        while "Controleren …" not in screen.getvalue() and time.monotonic() < end:
            threading.Event().wait(0.01)

    assert screen.getvalue().startswith("\rControleren …")
    assert screen.getvalue().endswith(" \r")


def test_quick_work_and_pipes_show_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for screen, patience in ((Terminal(), 60.0), (io.StringIO(), 0.0)):
        monkeypatch.setattr(sys, "stderr", screen)
        with busy("Controleren …", patience=patience):
            pass
        assert screen.getvalue() == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_a_script_with_every_command(capsys: pytest.CaptureFixture[str], shell: str) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out

    assert [name for name in ("new", "check", "build", "serve", "links", "diff", "schema", "--watch") if name.lstrip("-") not in said] == []


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        (["che"], {"check"}),
        (["check", "--form"], {"--format"}),
        (["check", "--format", "g"], {"github"}),
        (["completion", "f"], {"fish"}),
        (["check", "voorbeelden/leefgoed-w"], {"voorbeelden/leefgoed-werkplaats.yml"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bash_completes(folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], choices: set[str]) -> None:
    """A real bash, asked as it asks itself when Tab is pressed."""
    main(["completion", "bash"])
    script = capsys.readouterr().out
    typed = ["praktijkwijzer", *words]
    ask = (
        f"COMP_WORDS=({shlex.join(typed)}); COMP_CWORD={len(words)}; "
        f"_shtab_praktijkwijzer praktijkwijzer {shlex.join([typed[-1], typed[-2]])}; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(["bash", "-c", f"{script}\n{ask}"], capture_output=True, text=True, check=False, cwd=folder)

    assert set(done.stdout.split()) == choices, done.stderr
