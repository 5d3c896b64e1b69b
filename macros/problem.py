"""A problem in the content as a value, and the three forms in which people and machines read it.

Every reader and rule yields `Problem`; nobody raises or prints for bad content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["fout", "let op", "advies"]
"""`fout` stops publication; `let op` does so only with `--strict`; `advies` never does."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in one place of one file.

    `path` is relative to the project, with forward slashes. `line` and `column` count from 1.
    `key` is the field as the contributor knows it (`bronnen[2].url`), or empty for the whole file.
    `message` and `remedy` are Dutch sentences.
    """

    path: str
    line: int
    column: int
    key: str
    message: str
    remedy: str = ""
    level: Level = "fout"

    def __str__(self) -> str:
        prefix = "" if self.level == "fout" else f"{self.level}: "
        return f"{self.path}:{self.line}:{self.column}: {prefix}{_sentences(self)}"


def to_text(problems: Iterable[Problem]) -> str:
    """One line a problem: path, line, column, message and remedy."""
    return "".join(f"{problem}\n" for problem in problems)


def to_github(problems: Iterable[Problem]) -> str:
    """Workflow commands that GitHub shows at the line in a pull request.

    Escaping follows the toolkit of GitHub Actions (`command.ts`): % first, then line ends; `:` and
    `,` too within properties.
    """
    return "".join(_github_line(problem) for problem in problems)


def to_json(problems: Iterable[Problem]) -> str:
    """A JSON array with one object a problem; its keys are the attribute names."""
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"


def count(number: int, one: str, more: str) -> str:
    """A number with its noun: `1 fout`, `2 fouten`."""
    return f"{number} {one if number == 1 else more}"


def _sentences(problem: Problem) -> str:
    return " ".join(part for part in (problem.message, problem.remedy) if part)


def _github_line(problem: Problem) -> str:
    command = {"fout": "error", "let op": "warning", "advies": "notice"}[problem.level]
    properties = ",".join(
        f"{name}={_escape_property(str(value))}"
        for name, value in (
            ("file", problem.path),
            ("line", problem.line),
            ("col", problem.column),
            ("title", problem.key or "bestand"),
        )
    )
    return f"::{command} {properties}::{_escape_text(_sentences(problem))}\n"


def _escape_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_text(text).replace(":", "%3A").replace(",", "%2C")
