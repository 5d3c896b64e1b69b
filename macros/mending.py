"""What can be put right without knowing the subject: line ends, first line, synonyms, order and spacing.

Text in, text out. Every mend is proven on the spot: the file is read again and must hold the same values, or it
is left as it was. A file that can't be read keeps every byte, so that the messages about it stay true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.canonical import head, write
from macros.document import Document, Loc
from macros.model.entry import KINDS, Praktijk
from macros.model.leaves import walk
from macros.model.messages import validate
from macros.model.scalars import Verwijzing
from macros.model.vocabulary import Lijst
from macros.prose import render
from macros.reading import decode, parse_text

_MARK = b"\xef\xbb\xbf"
_MODELINE = re.compile(r"#\s*yaml-language-server:")
_MAY_BE_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)


@dataclass(frozen=True)
class Mended:
    """The bytes of a file as they should be, and what changed in Dutch; without changes they are what they were."""

    data: bytes
    wijzigingen: tuple[str, ...] = ()


def mend(data: bytes, path: str, lijsten: Mapping[str, Lijst]) -> Mended:
    """Mend one content file. What is wrong otherwise stays for a person."""
    text, problems = decode(data, path)
    if problems:
        return Mended(data)
    changes = list(_line_ends(data))
    if path.startswith("voorbeelden/") and path.count("/") == 1:
        document, problems = parse_text(text, path)
        if document is None or problems:
            return Mended(data)
        text, found = _mend_entry(text, document, lijsten)
        changes += found
    if text and not text.endswith("\n"):
        text += "\n"
        changes.append("de laatste regel afgesloten")
    return Mended(text.encode(), tuple(changes)) if changes else Mended(data)


def _line_ends(data: bytes) -> Iterator[str]:
    if data.startswith(_MARK):
        yield "het onzichtbare merkteken aan het begin verwijderd"
    if b"\r" in data:
        yield "de regeleinden van Windows vervangen"


def _mend_entry(text: str, document: Document, lijsten: Mapping[str, Lijst]) -> tuple[str, list[str]]:
    changes: list[str] = []
    for loc, old, new in _synonyms(document, lijsten):
        replaced = _replaced(text, document, loc, new)
        if replaced is not None:
            text, document = replaced
            changes.append(f"'{loc[0]}': '{old}' is '{new}' geworden")
    first = head(document.value)
    if not text.startswith(first):
        line, _, rest = text.partition("\n")
        text = first + (rest if _MODELINE.match(line) else text)
        changes.append("de eerste regel voor editors toegevoegd")
    ordered = _in_order(text, document)
    if ordered != text:
        changes.append("volgorde en witruimte")
    return ordered, changes


def _synonyms(document: Document, lijsten: Mapping[str, Lijst]) -> Iterator[tuple[Loc, str, str]]:
    """Texts that name a term in other words, with its id; not where the list has that term already."""
    known = list(walk(_model(document.value), document.value))
    for leaf in known:
        lijst = lijsten.get(leaf.kind.naar) if isinstance(leaf.kind, Verwijzing) else None
        if lijst is None or not isinstance(leaf.value, str) or leaf.value in lijst:
            continue
        named = lijst.named(leaf.value)
        beside = {other.value for other in known if other.loc[:-1] == leaf.loc[:-1] and other.loc != leaf.loc}
        if named and not (isinstance(leaf.loc[-1], int) and any(named in (other, lijst.named(str(other))) for other in beside)):
            yield leaf.loc, leaf.value, named


def _replaced(text: str, document: Document, loc: Loc, new: str) -> tuple[str, Document] | None:
    """The text with one value replaced where it stands; None when anything else would change with it."""
    place = document.values[loc]
    lines = text.split("\n")
    line, start = lines[place.line - 1], place.column - 1
    old = _at(document.value, loc)
    for typed in (old, f"'{old}'", f'"{old}"'):
        if not line.startswith(typed, start):
            continue
        lines[place.line - 1] = line[:start] + new + line[start + len(typed) :]
        fresh, problems = parse_text("\n".join(lines), document.path)
        if fresh and not problems and _at(fresh.value, loc) == new and _without(fresh.value, loc) == _without(document.value, loc):
            return "\n".join(lines), fresh
    return None


def _in_order(text: str, document: Document) -> str:
    """The text in the one way of writing, if that keeps all that it says; else as it was.

    An entry that the model refuses waits: a field with a mistake in its name has no place in the order yet.
    """
    entry, _ = validate(_model(document.value), document)
    if entry is None or has_comments(text, document):
        return text
    written = write(document.value)
    back, problems = parse_text(written, document.path)
    return written if back and not problems and _meaning(back.value) == _meaning(document.value) else text


def has_comments(text: str, document: Document) -> bool:
    """Whether there is a comment besides the first line: a `#` with a tail that no value misses when it goes."""
    body = text.index("\n") + 1 if _MODELINE.match(text) else 0
    for found in _MAY_BE_COMMENT.finditer(text, body):
        without, problems = parse_text(text[: found.start()] + text[found.end() :], document.path)
        if without and not problems and without.value == document.value:
            return True
    return False


def _meaning(value: Any) -> Any:
    """Values as readers get them: where a line of running text breaks means nothing."""
    match value:
        case dict():
            return {key: _meaning(part) for key, part in value.items()}
        case list():
            return [_meaning(part) for part in value]
        case str() if "\n" in value.strip():
            return " ".join(render(value, lambda cited: Markup(repr(cited))).split())
        case _:
            return str(value).strip()


def _model(value: Mapping[str, Any]) -> Any:
    return KINDS.get(str(value.get("type")), Praktijk)


def _at(value: Any, loc: Loc) -> Any:
    for step in loc:
        value = value[step]
    return value


def _without(value: Any, loc: Loc) -> Any:
    """The values with the one at a location left blank."""
    if not loc:
        return None
    if isinstance(value, dict):
        return {key: _without(part, loc[1:]) if key == loc[0] else part for key, part in value.items()}
    return [_without(part, loc[1:]) if index == loc[0] else part for index, part in enumerate(value)]
