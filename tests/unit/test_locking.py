"""One build at a time in one place."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from macros.building import build
from macros.locking import BusyError, alone

HOLDS = """
import sys
from pathlib import Path
from macros.locking import alone

with alone(Path(sys.argv[1])):
    print("vast", flush=True)
    input()
"""


def test_second_is_refused_and_the_next_is_not(tmp_path: Path) -> None:
    """While one works there is no other; afterwards nothing is left."""
    path = tmp_path / ".bezig"
    with alone(path):
        with pytest.raises(BusyError), alone(path):
            pass
        assert path.exists()

    assert not path.exists()
    with alone(path):
        pass


def test_a_file_left_behind_is_no_lock(tmp_path: Path) -> None:
    """After a power cut the file is still there, its process isn't."""
    path = tmp_path / ".bezig"
    path.touch()

    with alone(path):
        pass


def test_lock_ends_with_its_process(tmp_path: Path) -> None:
    """Another process holds it until it is killed."""
    path = tmp_path / ".bezig"
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "vast\n"
        with pytest.raises(BusyError), alone(path):
            pass
        other.kill()
        other.wait()

    with alone(path):
        pass


def test_two_builds_in_one_folder(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second is told in Dutch what to do, and touches nothing."""
    with alone(small_project / ".site-site.bezig"):
        assert build(small_project, say=lambda _: None) == 1

    said = capsys.readouterr().err
    assert said.startswith("Er wordt al een site gemaakt in '")
    assert "--uit" in said
    assert not (small_project / "site").exists()
