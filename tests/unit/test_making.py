"""Everything that is made comes on the disk as it is made, whoever makes it; and what goes wrong is told and stops all."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest

from macros.making.pieces import Made, Piece, WrongPieceError
from macros.making.writing import write_pieces

PIECES = 40


def several(number: int) -> Made:
    """The files of one piece: text and bytes, in a folder of their own and in one that all share."""
    yield f"deel-{number}/a/tekst.txt", f"é {number}\n"
    yield f"samen/{number}.bin", bytes([number, 13, 10])
    yield f"{number}.txt", ""


def everything() -> list[Piece]:
    return [partial(several, number) for number in range(PIECES)]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def processes() -> list[int]:
    """With how many it can be done here."""
    return [1, 2, 4] if sys.platform == "linux" else [1]


@pytest.mark.parametrize("number", processes())
def test_every_file_is_written_once(number: int, tmp_path: Path) -> None:
    """The same bytes, with as many processes as there are; texts in UTF-8 and with the line ends that they have."""
    write_pieces(tmp_path / "site", everything(), number)

    expected = {name: text for piece in everything() for name, text in piece()}
    assert contents(tmp_path / "site") == {name: text.encode() if isinstance(text, str) else text for name, text in expected.items()}


def test_nothing_is_held(tmp_path: Path) -> None:
    """A file is on the disk before the next one is made."""

    def one_by_one() -> Made:
        for number in range(5):
            assert len(contents(tmp_path)) == number
            yield f"{number}.txt", "x"

    write_pieces(tmp_path, [one_by_one], 1)


def test_a_piece_is_large(tmp_path: Path) -> None:
    """More than the system writes at once through a pipe, and over what was there."""
    (tmp_path / "x.bin").write_bytes(bytes(2**22))
    write_pieces(tmp_path, [lambda: iter([("x.bin", bytes(2**20))])], 1)

    assert (tmp_path / "x.bin").stat().st_size == 2**20


def both_busy(there: Callable[[], None]) -> Piece:
    """A piece that does something in a process that helps; the first one waits until it has one of these too."""
    owner, begun = os.getpid(), get_context("fork").Event()

    def piece() -> Made:
        if os.getpid() == owner:
            assert begun.wait(30)
        else:
            begun.set()
            there()
        yield "samen.txt", ""

    return piece


def refused() -> None:
    raise OSError(28, "No space left on device", "x.html")


def wrong() -> None:
    raise ValueError("geen getal")


def told() -> None:
    raise WrongPieceError("De pagina 'x/' maken lukte niet")


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize(
    ("there", "expected", "said"),
    [
        (refused, OSError, "No space left on device"),
        (wrong, WrongPieceError, "ValueError: geen getal"),
        (told, WrongPieceError, "De pagina 'x/' maken lukte niet"),
        (killed, WrongPieceError, r"afgebroken \(signaal 9\)\. Is het geheugen misschien vol"),
    ],
)
def test_what_goes_wrong_elsewhere_goes_wrong_here(there: Callable[[], None], expected: type[Exception], said: str, tmp_path: Path) -> None:
    """The error of a helper is ours; also when its end is all that it tells."""
    with pytest.raises(expected, match=said):
        write_pieces(tmp_path, [both_busy(there)] * 4, 2)


def test_nobody_goes_on_after_an_error(tmp_path: Path) -> None:
    """What was not begun stays undone, and no process is left."""

    def failing() -> Made:
        raise OSError(28, "No space left on device")
        yield

    with pytest.raises(OSError, match="No space"):
        write_pieces(tmp_path, [failing, *everything()], 1)
    assert contents(tmp_path) == {}
    assert active_children() == []


def test_a_helper_ends_with_whom_it_helps(tmp_path: Path) -> None:
    """Who is killed leaves nobody behind: the helper makes its piece and no more."""
    reading, writing = os.pipe()
    begun = get_context("fork").Event()
    middle = os.fork()
    if not middle:
        os.close(reading)
        owner = os.getpid()

        def piece() -> Made:
            if os.getpid() == owner:
                begun.wait(30)
                os.kill(owner, signal.SIGKILL)
            begun.set()
            while os.getppid() == owner:
                yield "wacht.txt", ""
            yield f"{len(contents(tmp_path))}.txt", ""

        write_pieces(tmp_path / "site", [piece] * 9, 2)
    os.close(writing)
    # both have it open, so there is an end to it when both are gone
    assert os.read(reading, 1) == b""
    os.close(reading)
    assert os.waitpid(middle, 0)[1] == signal.SIGKILL
    assert sorted(contents(tmp_path / "site")) == ["1.txt", "wacht.txt"]
