"""The script by which a shell completes the command: made from the same arguments, so a new option is in it at once.

shtab writes it; a Tab then starts no Python.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

import shtab


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """What a shell has to read; arguments that name a file or folder complete as such."""
    for action in _actions(parser):
        if action.metavar == "MAP":
            action.complete = shtab.DIRECTORY
        elif str(action.metavar).lower() == "bestand":
            action.complete = shtab.FILE
    made: str = shtab.complete(parser, shell)
    return made if made.endswith("\n") else f"{made}\n"


def _actions(parser: argparse.ArgumentParser) -> Iterator[Any]:
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _actions(command)
