"""YAML parse events → plain values with their places; what YAML may do but we refuse is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from macros.document import Loc, Place, name_of
from macros.problem import Problem

MAX_DEPTH = 12

# PyYAML's type stubs call the marks of an event optional; a parser always gives them.
_Event = Any

Value = str | list[Any] | dict[str, Any]
_Pair = tuple[_Event, str, Loc, Value]

_SMART_QUOTED = re.compile(r"[“”„‘‚].*[“”’‘]", re.DOTALL)
_LOST = re.compile(r"\s+#")
_LIST_LINE = re.compile(r"\s*(?:[-*•]|\d{1,2}[.)])\s")
EMPTY = {"", "~", "null", "Null", "NULL"}
ONE_OF = {
    "bronnen": "bron",
    "organisaties": "organisatie",
    "kerncijfers": "kerncijfer",
    "financiering": "geldbron",
    "onderzoek": "onderzoek",
    "erkenningen": "erkenning",
    "materialen": "materiaal",
    "wijzigingen": "wijziging",
}
"""What one item is called, for each list of groups in an entry."""


class Builder:
    """Builds plain values from parse events, noting places and problems."""

    def __init__(self, path: str, first_line: int, text: str) -> None:
        """`text` is what is parsed; `first_line` is the line of the file where it starts."""
        self.path = path
        self.lines = text.split("\n")
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.values: dict[Loc, Place] = {}
        self.keys: dict[Loc, Place] = {}
        self.fatal = False

    def build(self, events: Iterator[yaml.Event]) -> Value | None:
        """The value of the first document; None when there is none. Raises what the parser raises."""
        value: Value | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event, (), "Er staat meer dan één document in dit bestand ('---').", "Maak er twee bestanden van.")
                    self.fatal = True
                    break
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, events, ())
        return value

    def _node(self, event: _Event, events: Iterator[yaml.Event], loc: Loc) -> Value:
        if isinstance(event, yaml.MappingStartEvent):
            return self._mappings(event, events, loc)[0]
        self._enter(event, loc)
        if isinstance(event, yaml.AliasEvent):
            self._refuse(
                event,
                loc,
                "Hier staat een verwijzing (*): die gebruiken we niet.",
                "Schrijf de tekst voluit, of zet hem tussen aanhalingstekens.",
            )
            return f"*{event.anchor}"
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, loc)
        return self._sequence(events, loc)

    def _enter(self, event: _Event, loc: Loc) -> None:
        if loc not in self.values:
            self.values[loc] = self._place(event)
        if not isinstance(event, yaml.AliasEvent):
            self._check_properties(event, loc)
        if len(loc) > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem="te diep genest", problem_mark=event.start_mark)

    def _scalar(self, event: _Event, loc: Loc) -> str:
        text = str(event.value)
        if not event.style and text in EMPTY:
            self._refuse(event, loc, f"'{name_of(loc)}' is leeg." if loc else "Het bestand is leeg.", "Vul het in, of haal de regel weg.")
        elif not event.style and _SMART_QUOTED.fullmatch(text):
            self._refuse(event, loc, f"'{name_of(loc)}' staat tussen gekrulde aanhalingstekens.", 'Gebruik rechte: "…".')
        else:
            self._check_loss(event, loc)
        return text

    def _check_loss(self, event: _Event, loc: Loc) -> None:
        """What YAML drops without a word: text after a `#`, and the lines of a list in a folded text."""
        first, last = event.start_mark.line, event.end_mark.line
        if not event.style and last < len(self.lines) and _LOST.match(self.lines[last], event.end_mark.column):
            remedy = 'Zet de hele waarde tussen aanhalingstekens ("…"), of haal het deel na # weg.'
            self._refuse(event, loc, "Alles na '#' valt hier weg.", remedy)
        elif event.style == ">" and any(_LIST_LINE.match(line) for line in self.lines[first + 1 : last]):
            message = f"'{name_of(loc)}' heeft een lijst, maar na '>' worden alle regels aan elkaar geplakt."
            self._refuse(event, loc, message, "Schrijf '|' in plaats van '>-'.")
        elif event.style == ">" and "\n" in str(event.value).strip():
            message = f"'{name_of(loc)}' heeft een witregel, maar na '>' vallen alinea's weg."
            self._refuse(event, loc, message, "Schrijf '|' in plaats van '>-'.")

    def _sequence(self, events: Iterator[yaml.Event], loc: Loc) -> list[Any]:
        items: list[Any] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            inner = (*loc, len(items))
            if isinstance(event, yaml.MappingStartEvent):
                items += self._mappings(event, events, inner)
            else:
                items.append(self._node(event, events, inner))
        return items

    def _mappings(self, event: _Event, events: Iterator[yaml.Event], loc: Loc) -> list[dict[str, Any]]:
        """The mapping that starts here; more than one when an item of a list runs on into the next."""
        self._enter(event, loc)
        pairs: list[_Pair] = []
        for key_event in events:
            if isinstance(key_event, yaml.MappingEndEvent):
                break
            key = self._key(key_event, loc)
            inner: Loc = (*loc, key)
            while inner in self.keys:
                inner = (*loc, f"{inner[-1]} (dubbel)")
            self.keys[inner] = self._place(key_event)
            pairs.append((key_event, key, inner, self._node(next(events), events, inner)))
        doubles = [pair for pair in pairs if pair[1] != pair[2][-1]]
        if doubles and _is_second_item(loc, pairs, doubles):
            return self._split(loc, pairs)
        for key_event, key, _, _ in doubles:
            inner = (*loc, key)
            message = f"'{name_of(inner)}' staat er twee keer; ook op regel {self.keys[inner].line}."
            self._refuse(key_event, inner, message, "Haal een van de twee weg.")
        return [{key: value for _, key, inner, value in pairs if key == inner[-1]}]

    def _split(self, loc: Loc, pairs: list[_Pair]) -> list[dict[str, Any]]:
        """The items of a list that miss their hyphen, each from its first double key on."""
        found: list[dict[str, Any]] = [{}]
        for event, key, old, value in pairs:
            if key in found[-1]:
                found.append({})
                one = ONE_OF.get(str(loc[0]), "onderdeel")
                which = "een tweede" if len(found) == 2 else "nog een"
                remedy = f"Zet er een streepje voor, recht onder het vorige: '- {key}: …'."
                self._refuse(event, loc, f"Hier begint {which} {one}, maar zonder streepje.", remedy)
                if isinstance(loc[-1], int):
                    loc = (*loc[:-1], loc[-1] + 1)
                    self.values[loc] = self._place(event)
            found[-1][key] = value
            self._move(old, (*loc, key))
        return found

    def _move(self, old: Loc, new: Loc) -> None:
        for places in (self.values, self.keys):
            for loc in [loc for loc in places if loc[: len(old)] == old]:
                places[*new, *loc[len(old) :]] = places.pop(loc)

    def _key(self, event: _Event, loc: Loc) -> str:
        self._check_properties(event, loc)
        if not isinstance(event, yaml.ScalarEvent):
            raise yaml.MarkedYAMLError(problem="sleutel is geen tekst", problem_mark=event.start_mark)
        if event.value == "<<" and not event.style:
            self._refuse(event, loc, "Hier staat '<<': samenvoegen gebruiken we niet.", "Schrijf de velden voluit.")
        return str(event.value)

    def _check_properties(self, event: _Event, loc: Loc) -> None:
        remedy = "Haal het weg, of zet de tekst tussen aanhalingstekens."
        if event.anchor:
            self._refuse(event, loc, "Hier staat een anker (&): dat gebruiken we niet.", remedy)
        if getattr(event, "tag", None):
            self._refuse(event, loc, "Hier staat een uitroepteken-label (!): dat gebruiken we niet.", remedy)

    def _refuse(self, event: _Event, loc: Loc, message: str, remedy: str) -> None:
        place = self._place(event)
        self.problems.append(Problem(self.path, place.line, place.column, name_of(loc), message, remedy))

    def _place(self, event: _Event) -> Place:
        start, end = event.start_mark, event.end_mark
        # a block ends at the start of the line below it
        last = end.line if end.column else end.line - 1
        first = start.line
        return Place(first + self.first_line, start.column + 1, (last if last > first else first) + self.first_line)


def _is_second_item(loc: Loc, pairs: list[_Pair], doubles: list[_Pair]) -> bool:
    """Whether double keys are a next item of a list: its first key comes again after others, or several do."""
    in_list = bool(loc) and (isinstance(loc[-1], int) or loc[-1] in ONE_OF)
    again = {key for _, key, _, _ in doubles}
    return in_list and (len(again) > 1 or (pairs[0][1] in again and pairs[1][1] not in again))
