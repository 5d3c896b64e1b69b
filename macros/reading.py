"""YAML as contributors write it → `Document`: plain texts with the place of each of them.

YAML 1.1 guesses (`NO` is false, `0363` is 243, `12:30` is 750), so nothing is guessed here: every
scalar stays the text that was typed and the model converts it. Whatever is wrong becomes a
`Problem`; no input raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.problem import Problem
from macros.yaml_faults import explain

MAX_BYTES = 64 * 1024
_MAX_DEPTH = 12
# The C parser is an order of magnitude faster; a source build of PyYAML may lack it.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# PyYAML's type stubs call the marks of an event optional; a parser always gives them.
_Event = Any

Loc = tuple[str | int, ...]
Value = str | list[Any] | dict[str, Any]

# Bidirectional and other invisible controls can make a reviewer see another text than the reader gets.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# U+0085, U+2028 and U+2029 end a line for YAML but not for an editor: line numbers would differ.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)
_SMART_QUOTED = re.compile(r"[“”„‘‚].*[“”’‘]", re.DOTALL)
_LOST = re.compile(r"\s+#")
_LIST_LINE = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s")
_EMPTY = {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Place:
    """A spot in a file: line and column from 1, and the last line of the value that starts there."""

    line: int
    column: int
    end_line: int


@dataclass(frozen=True)
class Document:
    """One mapping read from a file, and where each key and value stands.

    A location is the path of keys and list positions (from 0): `("bronnen", 0, "url")`.
    """

    path: str
    value: dict[str, Any]
    text: str = ""
    values: Mapping[Loc, Place] = field(default_factory=dict)
    keys: Mapping[Loc, Place] = field(default_factory=dict)
    first_line: int = 1

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


def parse_bytes(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    """Read the bytes of one file. Without a document there is at least one problem."""
    if len(data) > MAX_BYTES:
        return None, [Problem(path, 1, 1, "", "Het bestand is groter dan 64 KiB.", "Maak de teksten korter.")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        remedy = "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."
        return None, [Problem(path, line, column, "", "Het bestand is geen UTF-8.", remedy)]
    return parse_text(text, path)


def parse_text(text: str, path: str, *, first_line: int = 1) -> tuple[Document | None, list[Problem]]:
    """Read one YAML mapping. `first_line` is the file's line where the text starts (front matter)."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems = list(_check_characters(text, path, first_line))
    if problems:
        return None, problems
    builder = _Builder(path, first_line, text)
    try:
        value = builder.build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, explain(error, text, path, first_line)]
    except yaml.YAMLError:
        return None, [
            *builder.problems,
            Problem(path, first_line, 1, "", "Dit is geen geldige YAML.", "Vergelijk met een bestaand voorbeeld."),
        ]
    if builder.fatal or not isinstance(value, dict):
        if not builder.problems:
            message = "Het bestand is leeg." if value in (None, "") else "Het bestand moet uit velden bestaan ('titel: …')."
            builder.problems.append(Problem(path, first_line, 1, "", message, "Begin met een kopie van een bestaand voorbeeld."))
        return None, builder.problems
    return Document(path, value, text, builder.values, builder.keys, first_line), builder.problems


def _check_characters(text: str, path: str, first_line: int) -> Iterator[Problem]:
    checks = (
        (_CONTROL, "Hier staat een onzichtbaar stuurteken.", "Haal het weg: verwijder het teken en typ de tekst opnieuw."),
        (
            _INVISIBLE,
            "Hier staat een onzichtbaar teken dat de leesrichting of breedte verandert.",
            "Haal het weg: typ de tekst opnieuw in plaats van te plakken.",
        ),
        (_TAB_INDENT, "Deze regel begint met een tab.", "Spring in met spaties: twee per niveau."),
    )
    for pattern, message, remedy in checks:
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + first_line
            column = match.end() - (text.rfind("\n", 0, match.end()) + 1)
            yield Problem(path, line, max(column, 1), "", message, remedy)


class _Builder:
    """Builds plain values from parse events, noting places and what YAML may do but we refuse."""

    def __init__(self, path: str, first_line: int, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.fatal = False

    def build(self, events: Iterator[yaml.Event]) -> Value | None:
        value: Value | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, (), "Er staat meer dan één document in dit bestand ('---').", "Maak er twee bestanden van.")
                    self.fatal = True
            elif isinstance(event, yaml.NodeEvent):
                built = self._node(event, events, ())
                value = built if documents == 1 else value
        return value

    def _node(self, event: _Event, events: Iterator[yaml.Event], loc: Loc) -> Value:
        if loc not in self.values:
            self.values[loc] = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event,
                loc,
                "Hier staat een verwijzing (*): die gebruiken we niet.",
                "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.",
            )
            return f"*{event.anchor}"
        self._check_properties(event, loc)
        if len(loc) > _MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem="te diep genest", problem_mark=event.start_mark)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, loc)
        return self._mapping(events, loc)

    def _scalar(self, event: _Event, loc: Loc) -> str:
        text = str(event.value)
        if not event.style and text in _EMPTY:
            self._refuse(event, loc, f"'{name_of(loc)}' is leeg." if loc else "Het bestand is leeg.", "Vul het in, of haal de regel weg.")
        elif not event.style and _SMART_QUOTED.fullmatch(text):
            self._refuse(event, loc, f"'{name_of(loc)}' staat tussen gekrulde aanhalingstekens.", 'Gebruik rechte: "…".')
        else:
            self._check_loss(event, loc)
        end = event.end_mark.line + self.first_line - (event.end_mark.column == 0)
        place = self.values[loc]
        self.values[loc] = Place(place.line, place.column, max(place.line, end))
        return text

    def _check_loss(self, event: _Event, loc: Loc) -> None:
        """What YAML drops without a word: text after a `#`, and the lines of a list in a folded text."""
        first, last = event.start_mark.line, event.end_mark.line
        if not event.style and last < len(self.lines) and _LOST.match(self.lines[last], event.end_mark.column):
            self._refuse(
                event, loc, "Alles na '#' valt hier weg.", 'Zet de hele waarde tussen aanhalingstekens ("…"), of haal het deel na # weg.'
            )
        elif event.style == ">" and any(_LIST_LINE.match(line) for line in self.lines[first + 1 : last]):
            self._refuse(
                event,
                loc,
                f"'{name_of(loc)}' heeft een lijst, maar na '>' worden alle regels aan elkaar geplakt.",
                "Schrijf '|' in plaats van '>-'.",
            )
        elif event.style == ">" and "\n" in str(event.value).strip():
            self._refuse(
                event, loc, f"'{name_of(loc)}' heeft een witregel, maar na '>' vallen alinea's weg.", "Schrijf '|' in plaats van '>-'."
            )

    def _sequence(self, events: Iterator[yaml.Event], loc: Loc) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, events, (*loc, len(items))))
        return items

    def _mapping(self, events: Iterator[yaml.Event], loc: Loc) -> dict[str, Any]:
        mapping: dict[str, Any] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, loc)
            inner = (*loc, key)
            if key in mapping:
                first = self.keys[inner].line
                self._refuse(event, inner, f"'{name_of(inner)}' staat er twee keer; ook op regel {first}.", "Haal een van de twee weg.")
                self._node(next(events), events, (*loc, f"{key} (dubbel)"))
                continue
            self.keys[inner] = self._place(event)
            mapping[key] = self._node(next(events), events, inner)
        return mapping

    def _key(self, event: _Event, loc: Loc) -> str:
        self._check_properties(event, loc)
        if not isinstance(event, yaml.ScalarEvent):
            raise yaml.MarkedYAMLError(problem="sleutel is geen tekst", problem_mark=event.start_mark)
        if event.value == "<<" and not event.style:
            self._refuse(event, loc, "Hier staat '<<': samenvoegen gebruiken we niet.", "Schrijf de velden voluit.")
        return str(event.value)

    def _check_properties(self, event: _Event, loc: Loc) -> None:
        if getattr(event, "anchor", None):
            self._refuse(
                event, loc, "Hier staat een anker (&): dat gebruiken we niet.", "Haal het weg, of zet de tekst tussen aanhalingstekens."
            )
        if getattr(event, "tag", None):
            self._refuse(
                event,
                loc,
                "Hier staat een uitroepteken-label (!): dat gebruiken we niet.",
                "Haal het weg, of zet de tekst tussen aanhalingstekens.",
            )

    def _refuse(self, event: _Event, loc: Loc, message: str, remedy: str) -> None:
        place = self._place(event)
        self.problems.append(Problem(self.path, place.line, place.column, name_of(loc), message, remedy))

    def _place(self, event: _Event) -> Place:
        line = event.start_mark.line + self.first_line
        return Place(line, event.start_mark.column + 1, line)
