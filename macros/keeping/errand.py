"""The side of `serve`: asks the workshop, and has a whole build made behind what it showed.

Both are processes of their own, so that changed Python code counts too: then the workshop is closed and a fresh one opened.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from macros.keeping.answers import Answer


class Workshop:
    """A workshop that is opened when it is started and closed when the code that it runs is no longer that of the project."""

    def __init__(self, project: Path, site: Path) -> None:
        """Nothing runs yet."""
        self._project = project
        self._site = site
        self._process: subprocess.Popen[str] | None = None
        self._ready = threading.Event()

    def open(self) -> None:
        """Start it; it takes as long as a check of all content, in which it can't be asked yet."""
        self._ready.clear()
        command = [sys.executable, "-m", "macros.keeping.workshop", str(self._project), str(self._site)]
        pipe = subprocess.PIPE
        # what it would complain of is told by the build that follows
        self._process = subprocess.Popen(
            command, cwd=self._project, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
        )
        threading.Thread(target=self._await, args=(self._process, self._ready), daemon=True).start()

    def open_again(self) -> None:
        """Start it when it was closed or broke down."""
        if self._process is None or self._process.poll() is not None:
            self.open()

    def look(self, tell: Callable[[Answer], object]) -> None:
        """Hear what it sees and shows, as it goes; nothing when it isn't ready, or broke down."""
        process = self._process
        if process is None or not self._ready.is_set() or process.stdin is None:
            return
        try:
            process.stdin.write("\n")
            process.stdin.flush()
            while not (answer := _read(process)).klaar:
                tell(answer)
        except (OSError, ValueError):
            self.close()

    def close(self) -> None:
        """End it."""
        process, self._process = self._process, None
        self._ready = threading.Event()
        if process is not None:
            process.kill()
            process.communicate()

    @staticmethod
    def _await(process: subprocess.Popen[str], ready: threading.Event) -> None:
        try:
            _read(process)
        except (OSError, ValueError):
            return
        ready.set()


class Refresh:
    """A whole build that takes the place of the site; at most one at a time."""

    def __init__(self, project: Path, site: Path) -> None:
        """Nothing runs yet."""
        self._command = [sys.executable, "-m", "macros.cli", "--project", str(project), "build", "--uit", str(site)]
        self._project = project
        self._process: subprocess.Popen[bytes] | None = None

    def run(self) -> bool:
        """Build now; tells whether that went well."""
        self.start(lambda _: None)
        return self.wait()

    def start(self, done: Callable[[bool], object]) -> None:
        """Build behind our back; `done` hears whether it went well, but nothing of a build that was stopped."""
        process = self._process = subprocess.Popen(self._command, cwd=self._project)

        def follow() -> None:
            code = process.wait()
            if self._process is process:
                done(code == 0)

        threading.Thread(target=follow, daemon=True).start()

    def wait(self) -> bool:
        """Wait for the build that runs; tells whether it went well."""
        return self._process is not None and self._process.wait() == 0

    def stop(self) -> None:
        """End the build that runs, which leaves the site as it is."""
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.terminate()
            process.wait()


def _read(process: subprocess.Popen[str]) -> Answer:
    """The next answer. Raises ValueError when there comes none."""
    assert process.stdout is not None
    told = json.loads(process.stdout.readline())
    return Answer(told["fouten"], tuple(told["adressen"]), told["klaar"])
