"""Puts what is made on the disk, file by file, on all cores where that is safe; nothing is held longer than it takes to write it.

Who works are copies of this process, so that they know what it knows and nothing has to be told. Each takes the next piece
that nobody took. Copying is safe on Linux, where Python knows how; elsewhere one process makes everything.
"""

from __future__ import annotations

import gc
import os
import signal
import struct
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess
from pathlib import Path

from macros.making.pieces import Made, Piece, WrongPieceError

_NUMBER = struct.Struct("I")
_WORTH_IT = 8
"""Pieces for which one more process is worth the copying."""


def write_pieces(folder: Path, pieces: Sequence[Piece], processes: int | None = None) -> None:
    """Make and write everything in the folder of a site, with so many processes in all; default: as many as fit.

    Raises OSError when the disk refuses, and WrongPieceError when something can't be made; then the folder is of no use.
    """
    cores = os.cpu_count() or 1 if sys.platform == "linux" else 1
    more = (processes or min(cores, 1 + len(pieces) // _WORTH_IT)) - 1
    with _numbers(len(pieces)) as taken, _helpers(folder, pieces, taken, more) as helpers:
        _work(folder, pieces, taken)
        for process, answers in helpers:
            try:
                error = answers.recv()
            except EOFError:
                process.join()
                raise WrongPieceError(_ended(process)) from None
            if error:
                raise error


@contextmanager
def _numbers(count: int) -> Iterator[int]:
    """A pipe in which the numbers of all pieces are; who reads one has it to itself."""
    reading, writing = os.pipe()
    try:
        os.write(writing, b"".join(map(_NUMBER.pack, range(count))))
        os.close(writing)
        yield reading
    finally:
        os.close(reading)


@contextmanager
def _helpers(folder: Path, pieces: Sequence[Piece], taken: int, count: int) -> Iterator[list[tuple[ForkProcess, Connection]]]:
    """Processes that work beside this one, each with the end of a pipe on which it tells how it went."""
    helpers: list[tuple[ForkProcess, Connection]] = []
    # what is there stays: without this every process would soon have a copy of all of it
    gc.freeze()
    try:
        for _ in range(count):
            hearing, telling = get_context("fork").Pipe(duplex=False)
            process = get_context("fork").Process(target=_help, args=(folder, pieces, taken, telling, os.getpid()), daemon=True)
            process.start()
            telling.close()
            helpers.append((process, hearing))
        yield helpers
        for process, _ in helpers:
            process.join()
    finally:
        gc.unfreeze()
        for process, hearing in helpers:
            process.kill()
            process.join()
            hearing.close()


def _help(folder: Path, pieces: Sequence[Piece], taken: int, telling: Connection, parent: int) -> None:
    # Ctrl-C is for the process that we help, which then ends us
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _work(folder, pieces, taken, parent)
    except OSError as error:
        telling.send(error)
    except Exception as error:
        traceback.print_exc()
        telling.send(error if isinstance(error, WrongPieceError) else WrongPieceError(f"{type(error).__name__}: {error}"))
    else:
        telling.send(None)


def _work(folder: Path, pieces: Sequence[Piece], taken: int, parent: int = 0) -> None:
    """Write piece after piece, as long as there are any and as long as the process that we help is there."""
    write = Writer(folder)
    try:
        while (number := os.read(taken, _NUMBER.size)) and (not parent or os.getppid() == parent):
            write(pieces[_NUMBER.unpack(number)[0]]())
    except BaseException:
        # nobody needs the rest any more
        while os.read(taken, 2**16):
            pass
        raise


class Writer:
    """Writes new files in a folder; remembers which folders it made there."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not be there."""
        self._folder = str(folder)
        self._made: set[str] = set()

    def __call__(self, files: Made) -> None:
        """Write files as they come."""
        for path, content in files:
            parent = path.rpartition("/")[0]
            if parent not in self._made:
                Path(self._folder, parent).mkdir(parents=True, exist_ok=True)
                self._made.add(parent)
            _write(f"{self._folder}/{path}", content if isinstance(content, bytes) else content.encode())


def _write(path: str, content: bytes) -> None:
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        written = 0
        while written < len(content):
            written += os.write(number, content[written:] if written else content)
    finally:
        os.close(number)


def _ended(process: ForkProcess) -> str:
    """What to say of a process that ended before it was done."""
    return f"Een deel van het programma werd afgebroken (signaal {-(process.exitcode or 0)}). Is het geheugen misschien vol?"
