"""One mapping read from a file, with the place of every key and value in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from macros.problem import Problem

Loc = tuple[str | int, ...]
"""The path of keys and list positions (from 0): `("bronnen", 0, "url")`."""


class Place(NamedTuple):
    """A spot in a file: line and column from 1, and the last line of the value that starts there."""

    line: int
    column: int
    end_line: int


@dataclass(frozen=True)
class Places:
    """Where each value and each key of a mapping stands."""

    values: Mapping[Loc, Place] = field(default_factory=dict)
    keys: Mapping[Loc, Place] = field(default_factory=dict)


@dataclass(frozen=True)
class Document:
    """One mapping read from a file, and where each key and value stands."""

    path: str
    value: dict[str, Any]
    text: str = ""
    first_line: int = 1
    find_places: Callable[[], Places] = field(default=Places, compare=False, repr=False)
    """Where everything stands; asked only of a file in which something is wrong, for it takes a second reading."""

    @property
    def values(self) -> Mapping[Loc, Place]:
        """The place of every value."""
        return self.find_places().values

    @property
    def keys(self) -> Mapping[Loc, Place]:
        """The place of every key."""
        return self.find_places().keys

    def problem(self, loc: Loc, message: str, remedy: str = "", *, near: str = "", level: Any = "fout") -> Problem:
        """A problem with the value at `loc`, at the line that holds `near` when that is given."""
        place = self._place(loc, near)
        return Problem(self.path, place.line, place.column, name_of(loc), message, remedy, level)

    def key_problem(self, loc: Loc, message: str, remedy: str = "") -> Problem:
        """A problem with the key itself at `loc`."""
        place = self.keys.get(loc) or self._place(loc, "")
        return Problem(self.path, place.line, place.column, name_of(loc), message, remedy)

    def _place(self, loc: Loc, near: str) -> Place:
        while loc and loc not in self.values:
            loc = loc[:-1]
        place = self.values.get(loc, Place(self.first_line, 1, self.first_line))
        return (self._find(place, near) if near else None) or place

    def _find(self, place: Place, near: str) -> Place | None:
        lines = self.text.split("\n")
        for number in range(place.line, place.end_line + 1):
            column = lines[number - self.first_line].find(near) if number - self.first_line < len(lines) else -1
            if column >= 0:
                return Place(number, column + 1, number)
        return None


def name_of(loc: Loc) -> str:
    """The location as contributors read it, counting from 1: `bronnen[1].url`."""
    parts = ""
    for step in loc:
        parts += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if parts else step
    return parts
