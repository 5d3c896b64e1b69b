"""The one way to write an entry as YAML, so that a form, a command and a person leave the same file.

Works on the plain values of `reading.Document` (texts, lists and mappings): reading what is written here
gives the same values back, whatever the texts hold. Comments are not values; who has a file with comments
must not write it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from pydantic import BaseModel

from macros.model.entry import KINDS, Praktijk, Voorbeeld

WIDTH = 100
"""Columns of a line of running text."""

_AFTER = "gestopt"
# a text that may stand between brackets as it is: an id, a few words
_SHORT = re.compile(r"[^\W_](?:[^\n\t,:#\[\]{}'\"]{0,38}[^\s,:#\[\]{}'\".!?])?")
# what YAML reads as something else at the start of a plain text (YAML 1.1, 5.3 and 9.1)
_INDICATOR = re.compile(r"[-?:](?:\s|$)|[\[\]{},#&*!|>'\"%@`=“”„‘‚]|---|\.\.\.")
_INSIDE = re.compile(r":(?:\s|$)|\s#|[\t\n]")
_NOTHING = {"", "~", "null", "Null", "NULL", "<<"}
_ITEM = re.compile(r"(?:[-*+•]|\d{1,9}[.)])\s+")
# a citation or a link is one word: broken over two lines a person no longer sees it whole
_WORD = re.compile(r"(?:\[[^\]\n]{0,300}\](?:\([^)\s]{0,2000}\))?|\S)+")


def write(value: Mapping[str, Any]) -> str:
    """A whole entry file, first line included. `value` is a mapping as `parse_bytes` gives it."""
    model = KINDS.get(str(value.get("type", "")), Praktijk)
    return head(value) + "".join(f"{line}\n" for line in _mapping(value, model, 0))


def head(value: Mapping[str, Any]) -> str:
    """The first line of an entry file, by which an editor finds the schema."""
    kind = str(value.get("type", ""))
    return f"# yaml-language-server: $schema=_schema/{kind if kind in KINDS else 'praktijk'}.schema.json\n"


def order(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model in the order of the file: what only a practice has follows its phase."""
    names = tuple(model.model_fields)
    if not issubclass(model, Voorbeeld):
        return names
    own = tuple(name for name in names if name not in Voorbeeld.model_fields)
    shared = tuple(Voorbeeld.model_fields)
    cut = shared.index(_AFTER) + 1
    return (*shared[:cut], *own, *shared[cut:])


def _mapping(value: Mapping[str, Any], model: type[BaseModel] | None, indent: int) -> Iterator[str]:
    known = order(model) if model else ()
    for key in sorted(value, key=lambda key: known.index(key) if key in known else len(known)):
        part = _part(model, key)
        match value[key]:
            case dict() as inside:
                yield f"{' ' * indent}{key}:"
                yield from _mapping(inside, part, indent + 2)
            case list() as items:
                yield from _sequence(key, items, part, indent)
            case text:
                yield from _scalar(f"{' ' * indent}{key}:", str(text), indent)


def _sequence(key: str, items: Sequence[Any], part: type[BaseModel] | None, indent: int) -> Iterator[str]:
    lead = f"{' ' * indent}{key}:"
    if not all(isinstance(item, str) and _SHORT.fullmatch(item) and item not in _NOTHING for item in items):
        yield lead
        for item in items:
            yield from _item(item, part, indent + 2)
    elif len(line := f"{lead} [{', '.join(items)}]") <= WIDTH:
        yield line
    else:
        yield lead
        yield from _short_items(items, " " * (indent + 2))


def _short_items(items: Sequence[str], margin: str) -> Iterator[str]:
    """Short texts between brackets, over several lines."""
    lines = [f"{margin}[{items[0]}"]
    for item in items[1:]:
        if len(lines[-1]) + len(item) + 3 <= WIDTH:
            lines[-1] += f", {item}"
        else:
            lines[-1] += ","
            lines.append(f"{margin} {item}")
    yield from lines[:-1]
    yield f"{lines[-1]}]"


def _item(item: Any, part: type[BaseModel] | None, indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    match item:
        case dict() if item:
            lines = list(_mapping(item, part, indent + 2))
            yield f"{dash} {lines[0][indent + 2 :]}"
            yield from lines[1:]
        case dict():
            yield f"{dash} {{}}"
        case list():
            yield f"{dash} [{', '.join(_inline(str(one)) for one in item)}]"
        case text:
            yield from _scalar(dash, str(text), indent)


def _scalar(lead: str, text: str, indent: int) -> Iterator[str]:
    """A text after its key or dash: on the same line if it fits, else as a block."""
    text = "\n".join(line.rstrip() for line in text.strip().split("\n"))
    line = f"{lead} {_inline(text)}"
    fits = len(line) <= WIDTH or "  " in text or " " not in text
    # a list of one item is a list too: folded it would be text
    if "\n" in text or (not fits and _ITEM.match(text)):
        yield f"{lead} |"
        yield from (f"{' ' * (indent + 2)}{line}" if line else "" for line in _paragraphs(text, WIDTH - indent - 2))
    elif fits:
        yield line
    else:
        yield f"{lead} >-"
        yield from (f"{' ' * (indent + 2)}{line}" for line in _wrap(text, WIDTH - indent - 2))


def _inline(text: str) -> str:
    """A text on one line, in quotes only where YAML needs them."""
    if text in _NOTHING or _INDICATOR.match(text) or _INSIDE.search(text) or text != text.strip():
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        return f'"{escaped}"'
    return text


def _paragraphs(text: str, width: int) -> Iterator[str]:
    """Markdown of several lines, each paragraph and list item wrapped anew; what it means stays the same."""
    block: list[str] = []
    for line in text.split("\n"):
        if (not line or _ITEM.match(line.lstrip())) and block:
            yield from _rewrapped(block, width)
            block = []
        if line:
            block.append(line)
        else:
            yield ""
    if block:
        yield from _rewrapped(block, width)


def _rewrapped(block: Sequence[str], width: int) -> Iterator[str]:
    lead = block[0][: len(block[0]) - len(block[0].lstrip())]
    marker = found[0] if (found := _ITEM.match(block[0].lstrip())) else ""
    joined = " ".join(line.strip() for line in block)[len(marker) :]
    hanging = lead + " " * len(marker)
    for number, line in enumerate(_wrap(joined, width - len(hanging))):
        yield f"{hanging if number else lead + marker}{line}"


def _wrap(text: str, width: int) -> list[str]:
    """Greedy lines of at most `width` columns; no line begins with what Markdown or YAML reads as something else."""
    units: list[str] = []
    for word in _WORD.findall(text):
        if units and _starts_something(word):
            units[-1] += f" {word}"
        else:
            units.append(word)
    lines = units[:1]
    for unit in units[1:]:
        if len(lines[-1]) + 1 + len(unit) <= width:
            lines[-1] += f" {unit}"
        else:
            lines.append(unit)
    return lines


def _starts_something(word: str) -> bool:
    return bool(_ITEM.match(f"{word} ")) or word[0] in "#>|=+" or word.startswith(("---", "***", "___", "~~~", "```"))


def _part(model: type[BaseModel] | None, key: str) -> type[BaseModel] | None:
    """The model of the values of a field, when they are mappings."""
    if model is None or key not in model.model_fields:
        return None
    pending: list[Any] = [model.model_fields[key].annotation]
    while pending:
        found = pending.pop()
        if isinstance(found, type) and issubclass(found, BaseModel):
            return found
        pending.extend(get_args(found))
    return None
