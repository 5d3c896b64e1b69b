"""The values of a YAML text in which nothing is wrong, without their places.

Nearly every file is like that, and `Builder` does four times the work: it notes where each value stands. So a file is read
here first; at the least doubt there is no answer, and `Builder` reads it again and tells what is wrong, and where.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml import MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from macros.yaml_values import EMPTY, MAX_DEPTH

# wider than what `Builder` refuses: a comment behind something, in which a value may have ended
_MAYBE_LOST = re.compile(r"[^\S\n]#")
# lines of a list that YAML put behind each other
_MAYBE_LIST = re.compile(r"(?:^|\s)(?:[-*•]|\d{1,2}[.)])(?:\s|$)")
_SMART_QUOTES = frozenset("“”„‘‚")

_Take = Callable[[], Any]


class _DoubtError(Exception):
    """This is for `Builder`."""


def plain_values(text: str, loader: type) -> dict[str, Any] | None:
    """The mapping that is all of a text, by one of PyYAML's loaders; None when it is none, or when anything in it might be wrong."""
    if _MAYBE_LOST.search(text):
        return None
    parser = loader(text)
    take: _Take = parser.get_event
    try:
        take()  # the stream starts
        take()  # and the document
        first = take()
        if type(first) is not MappingStartEvent or first.anchor or first.tag:
            return None
        found = _mapping(take, 0)
        take()  # the document ends
        return found if type(take()) is yaml.StreamEndEvent else None
    except (_DoubtError, yaml.YAMLError):
        return None


def _mapping(take: _Take, depth: int) -> dict[str, Any]:
    """The fields of the mapping that has just started; `depth` is how many levels it lies in others."""
    found: dict[str, Any] = {}
    while type(event := take()) is ScalarEvent:
        key = event.value
        if event.anchor or event.tag or key in found or key == "<<":
            raise _DoubtError
        event = take()
        found[key] = _scalar(event) if type(event) is ScalarEvent else _group(event, take, depth + 1)
    if type(event) is not MappingEndEvent or depth >= MAX_DEPTH:
        raise _DoubtError
    return found


def _group(event: Any, take: _Take, depth: int) -> Any:
    """The list or mapping that an event starts."""
    if event.anchor or depth >= MAX_DEPTH:
        raise _DoubtError
    if type(event) is MappingStartEvent and not event.tag:
        return _mapping(take, depth)
    if type(event) is not SequenceStartEvent or event.tag:
        raise _DoubtError
    items = []
    while type(event := take()) is not SequenceEndEvent:
        items.append(_scalar(event) if type(event) is ScalarEvent else _group(event, take, depth + 1))
    return items


def _scalar(event: Any) -> str:
    text: str = event.value
    style = event.style
    if event.anchor or event.tag:
        raise _DoubtError
    if not style and (text in EMPTY or text[0] in _SMART_QUOTES):
        raise _DoubtError
    if style == ">" and ("\n" in text.strip() or _MAYBE_LIST.search(text)):
        raise _DoubtError
    return text
