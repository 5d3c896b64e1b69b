"""One step of a build in a program of its own, MkDocs or Pagefind, and in Dutch why it failed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from macros.reasons import why

_MISSING = re.compile(r"No module named '?([\w.-]+)")
_REFUSED = re.compile(r"^\w*Error: \[Errno (\d+)\] ([^:\n]*)(?:: '([^'\n]*)'.*)?$", re.MULTILINE)


class BuildError(Exception):
    """A step failed; the message is Dutch and says what to do."""


def run_step(command: Sequence[str], project: Path, what: str, settings: Mapping[str, str] | None = None) -> None:
    """Run a command in the folder of a project, with some more settings in its environment. `what` names the step. Raises BuildError."""
    # Material prints an advertisement for its successor, which contributors can do nothing with
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **(settings or {})}
    try:
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as error:
        raise BuildError(f"{what} lukte niet: {why(error)}.") from error
    if done.returncode < 0:
        raise BuildError(f"{what} lukte niet: het programma werd afgebroken (signaal {-done.returncode}). Is het geheugen misschien vol?")
    if done.returncode:
        said = done.stdout + done.stderr
        if missing := _MISSING.search(said):
            remedy = "Installeer de pakketten opnieuw: make clean, en daarna make build."
            raise BuildError(f"{what} lukte niet: het pakket '{missing[1]}' ontbreekt. {remedy}")
        raise BuildError(f"{what} lukte niet:\n{readable(said)}")


def readable(output: str) -> str:
    """What a page author can use of MkDocs' output: no progress, no Python traceback."""
    without_traceback = re.sub(r"^```\n.*?^```\n?", "", f"{output}\n", flags=re.DOTALL | re.MULTILINE)
    without_traceback = re.sub(r"^Traceback \(most recent call last\):\n(?:(?: .*)?\n)*", "", without_traceback, flags=re.MULTILINE)
    lines = [line for line in without_traceback.splitlines() if line.strip() and not line.startswith("INFO")]
    text = _REFUSED.sub(lambda found: _in_dutch(*found.groups()), "\n".join(lines))
    text = text.replace("[macros] - ERROR # _Macro Rendering Error_", "Een macro werkt niet.")
    return re.sub(r"^_(\w+)_: ", r"\1: ", text, flags=re.MULTILINE)


def _in_dutch(number: str, said: str, path: str | None) -> str:
    reason = why(OSError(int(number), said))
    return f"{reason[0].upper()}{reason[1:]}{f': {path}' if path else ''}."
