"""One build at a time in one place: a lock that the operating system lets go when its process ends."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO


class BusyError(Exception):
    """Another process holds the lock."""


@contextlib.contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the lock that a file stands for; the file goes when the work is done. Raises BusyError at once."""
    while True:
        with path.open("a") as file:
            if not _locked(file):
                raise BusyError
            if not _is_same(file, path):
                continue  # whoever had it cleared the file away between our opening and locking
            try:
                yield
            finally:
                # Windows keeps an open file; a leftover lock file does no harm
                with contextlib.suppress(OSError):
                    path.unlink()
            return


def _is_same(file: IO[str], path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _locked(file: IO[str]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _locked(file: IO[str]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
