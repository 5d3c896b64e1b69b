"""A word on the terminal when something takes long; nothing in a pipe or a log."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Iterator

_PATIENCE = 0.7


@contextlib.contextmanager
def busy(text: str, patience: float = _PATIENCE) -> Iterator[None]:
    """Show a text with the seconds that pass, and wipe it when the work is done; quick work shows nothing."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    shown = threading.Thread(target=_show, args=(text, done, patience), daemon=True)
    shown.start()
    try:
        yield
    finally:
        done.set()
        shown.join()


def _show(text: str, done: threading.Event, patience: float) -> None:
    seconds = 0
    wait = patience
    while not done.wait(wait):
        line = f"{text} {seconds} s" if seconds else text
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()
        seconds, wait = seconds + 1, 1.0
    if seconds:
        sys.stderr.write(f"\r{' ' * (len(text) + 8)}\r")
        sys.stderr.flush()
