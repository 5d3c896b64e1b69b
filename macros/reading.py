"""YAML as contributors write it → `Document`: plain texts with the place of each of them.

YAML 1.1 guesses (`NO` is false, `0363` is 243, `12:30` is 750), so nothing is guessed here: every
scalar stays the text that was typed and the model converts it. Whatever is wrong becomes a
`Problem`; no input raises.
"""

from __future__ import annotations

import functools

import yaml

from macros.characters import mended
from macros.document import Document, Places
from macros.problem import Problem
from macros.yaml_faults import explain
from macros.yaml_plain import plain_values
from macros.yaml_values import Builder

MAX_BYTES = 64 * 1024
# The C parser is an order of magnitude faster; a source build of PyYAML may lack it.
_Loader: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def most_bytes(path: str) -> int:
    """How large a file may be. A list has as many words as people use, and is written by those who keep the catalogue."""
    return 2 * MAX_BYTES if path.startswith("voorbeelden/_lijsten/") else MAX_BYTES


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The bytes of a file as text with plain line feeds; with a problem the text is empty."""
    if len(data) > (most := most_bytes(path)):
        return "", [Problem(path, 1, 1, "", f"Het bestand is groter dan {most // 1024} KiB.", "Maak de teksten korter.")]
    message = "Het bestand is geen UTF-8."
    remedy = "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."
    if data.count(b"\0") > len(data) // 4:
        # UTF-16: every other byte is empty
        return "", [Problem(path, 1, 1, "", message, remedy)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        return "", [Problem(path, line, column, "", message, remedy)]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def parse_bytes(data: bytes, path: str) -> tuple[Document | None, list[Problem]]:
    """Read the bytes of one file. Without a document there is at least one problem."""
    text, problems = decode(data, path)
    return (None, problems) if problems else parse_text(text, path)


def parse_text(text: str, path: str, *, first_line: int = 1) -> tuple[Document | None, list[Problem]]:
    """Read one YAML mapping. `first_line` is the file's line where the text starts (front matter)."""
    readable, problems = mended(text, path, first_line)
    if readable is None:
        return None, problems
    find_places = functools.cache(lambda: _places(readable, path, first_line))
    plain = plain_values(readable, _Loader)
    if plain is not None:
        return Document(path, plain, readable, first_line, find_places), problems
    builder = Builder(path, first_line, readable)
    try:
        value = builder.build(yaml.parse(readable, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        fault = explain(error, readable, path, first_line)
        # what was read from the fault on was read wrongly
        return None, [*problems, *(problem for problem in builder.problems if problem.line < fault.line), fault]
    except yaml.YAMLError:
        message, remedy = "Dit is geen geldige YAML.", "Vergelijk met een bestaand voorbeeld."
        return None, [*problems, *builder.problems, Problem(path, first_line, 1, "", message, remedy)]
    problems += builder.problems
    if builder.fatal or not isinstance(value, dict):
        if not problems:
            message = "Het bestand is leeg." if value in (None, "") else "Het bestand moet uit velden bestaan ('titel: …')."
            problems.append(Problem(path, first_line, 1, "", message, "Begin met een kopie van een bestaand voorbeeld."))
        return None, problems
    return Document(path, value, readable, first_line, find_places), problems


def _places(text: str, path: str, first_line: int) -> Places:
    """Where everything stands in a text that can be read."""
    builder = Builder(path, first_line, text)
    builder.build(yaml.parse(text, Loader=_Loader))
    return Places(builder.values, builder.keys)
