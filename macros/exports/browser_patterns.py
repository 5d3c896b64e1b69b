r"""The constants of our rules as JSON for the browser: word lists and messages as they are, patterns in the form of JavaScript.

A pattern becomes `{"p": source, "v": flags}`. Python and JavaScript read most of it alike; what differs is
put right here: `\w`, `\d` and `\b` know all letters in Python, and a few signs need another escape under `u`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import ModuleType
from typing import Any

_WORD = r"\p{L}\p{N}_"
_EDGE = f"(?:(?<=[{_WORD}])(?![{_WORD}])|(?<![{_WORD}])(?=[{_WORD}]))"
_ASCII_EDGE = r"\b"
_SYNTAX = "^$\\.*+?()[]{}|/"


def constants(module: ModuleType, names: str) -> dict[str, Any]:
    """The constants of a module with these names, which may have an underscore before them in the module."""
    return {name: as_json(vars(module).get(f"_{name}", vars(module).get(name))) for name in names.split()}


def as_json(value: Any) -> Any:
    """A constant as JSON holds it; TypeError for what it can't."""
    match value:
        case re.Pattern():
            return {"p": to_javascript(value), "v": _flags(value)}
        case str() | int():
            return value
        case set() | frozenset():
            return sorted(as_json(part) for part in value)
        case list() | tuple():
            return [as_json(part) for part in value]
        case Mapping() if all(isinstance(key, str) for key in value):
            return {key: as_json(part) for key, part in value.items()}
    raise TypeError(type(value))


def _flags(pattern: re.Pattern[str]) -> str:
    signs = ((re.IGNORECASE, "i"), (re.MULTILINE, "m"), (re.DOTALL, "s"))
    return "u" + "".join(sign for flag, sign in signs if pattern.flags & flag)


def to_javascript(pattern: re.Pattern[str]) -> str:
    """The source of a pattern as a RegExp with the flag `u` reads it."""
    return _Translation(pattern).translated()


class _Translation:
    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.source = pattern.pattern
        self.ascii = bool(pattern.flags & re.ASCII)
        self.multiline = bool(pattern.flags & re.MULTILINE)
        self.at = 0

    def translated(self) -> str:
        made = ""
        while self.at < len(self.source):
            made += self._next()
        return made

    def _take(self, length: int = 1) -> str:
        self.at += length
        return self.source[self.at - length : self.at]

    def _next(self) -> str:
        if self.source.startswith("(?P<", self.at):
            self._take(4)
            return "(?<"
        sign = self._take()
        if sign == "\\":
            return self._escaped(self._take(), inside=False)
        if sign == "[":
            return self._class()
        if sign == "$" and not self.multiline:
            # Python's also matches before a last line feed
            return r"(?=\n?(?![^]))"
        if sign == "]" or (sign in "{}" and not self._is_counting(sign)):
            return f"\\{sign}"
        return sign

    def _is_counting(self, sign: str) -> bool:
        if sign == "{":
            return bool(re.match(r"\d+(?:,\d*)?\}", self.source[self.at :]))
        return bool(re.search(r"\{\d+(?:,\d*)?\}$", self.source[: self.at]))

    def _escaped(self, sign: str, *, inside: bool) -> str:
        if sign == "w" and not self.ascii:
            return _WORD if inside else f"[{_WORD}]"
        if sign == "d" and not self.ascii:
            return r"\p{Nd}"
        if sign == "b" and not inside:
            return _ASCII_EDGE if self.ascii else _EDGE
        if sign == "A":
            return "(?<![^])"
        if sign == "Z":
            return "(?![^])"
        if sign.isalnum() or sign in _SYNTAX or (inside and sign == "-"):
            return f"\\{sign}"
        return sign

    def _class(self) -> str:
        negated = self.source[self.at] == "^"
        self.at += negated
        inside, no_word, first = "", False, True
        while (sign := self._take()) != "]" or first:
            first = False
            if sign == "\\":
                sign = self._take()
                if sign == "W":
                    no_word = True
                else:
                    inside += self._escaped(sign, inside=True)
            else:
                inside += f"\\{sign}" if sign in "[]" else sign
        if no_word and negated:
            # all but no word: the words without the rest
            return f"(?:(?![{inside}])[{_WORD}])"
        return f"[{'^' if negated else ''}{inside}]"
