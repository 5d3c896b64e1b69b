"""Tells when files change, once for changes close together."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET = 0.3


def watch(project: Path, names: Sequence[str], act: Callable[[], object]) -> Any:
    """Call `act` after changes to some files or folders of a project. Gives the observer, to be stopped."""
    changed = threading.Event()

    class Notice(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            path = str(event.src_path)
            if event.event_type in {"created", "modified", "moved", "deleted"} and "__pycache__" not in path:
                changed.set()

    def work() -> None:
        while True:
            changed.wait()
            while changed.is_set():
                changed.clear()
                time.sleep(_QUIET)
            act()

    observer = Observer()
    for name in names:
        path = project / name
        if path.exists():
            observer.schedule(Notice(), str(path), recursive=True)
    observer.start()
    threading.Thread(target=work, daemon=True).start()
    return observer
