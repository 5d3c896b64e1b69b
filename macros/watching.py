"""Tells which files change, once for changes close together."""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET = 0.3


def watch(project: Path, names: Sequence[str], act: Callable[[frozenset[str]], object]) -> Any:
    """Call `act` with the paths that changed, below some files or folders of a project. Gives the observer, to be stopped."""
    changed: queue.SimpleQueue[str] = queue.SimpleQueue()

    class Notice(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            path = str(event.src_path)
            if event.event_type in {"created", "modified", "moved", "deleted"} and "__pycache__" not in path:
                changed.put(path)

    def work() -> None:
        while True:
            found = {changed.get()}
            fresh = True
            while fresh:
                time.sleep(_QUIET)
                fresh = not changed.empty()
                while not changed.empty():
                    found.add(changed.get())
            act(frozenset(found))

    observer = Observer()
    for name in names:
        path = project / name
        if path.exists():
            observer.schedule(Notice(), str(path), recursive=True)
    observer.start()
    threading.Thread(target=work, daemon=True).start()
    return observer
