"""Signs that look right on the screen but not to YAML: what a word processor or website left behind.

What can be read anyway is put right, so that the other mistakes in the file are found in the same run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.problem import Problem

# Bidirectional and other invisible controls can make a reviewer see another text than the reader gets.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
# U+0085, U+2028 and U+2029 end a line for YAML but not for an editor: line numbers would differ.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
# Symbols of a font: on any other machine an empty box.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_NO_CHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)) + "]"
)
UNSEEN = re.compile("|".join(one.pattern for one in (_INVISIBLE, _CONTROL, _PRIVATE, _NO_CHARACTER)))
"""What no page may hold, also not where a text wrote it as `&#8238;`, which the reader of files doesn't see."""
_CONFLICT = re.compile(r"^(?=(?:<{7}|>{7}) |={7}$)", re.MULTILINE)
_FENCE = re.compile(r"^(?=```)", re.MULTILINE)
_COLUMNS = re.compile(r"^[^\t\n]*\S *\t[^\t\n]*\S *\t", re.MULTILINE)
_TAB_INDENT = re.compile(r"^ *(?:- *)*\t", re.MULTILINE)
_UNREADABLE = (
    (_CONTROL, "Hier staat een onzichtbaar stuurteken.", "Haal het weg: verwijder het teken en typ de tekst opnieuw."),
    (
        _INVISIBLE,
        "Hier staat een onzichtbaar teken dat de leesrichting of breedte verandert.",
        "Haal het weg: typ de tekst opnieuw in plaats van te plakken.",
    ),
    (
        _PRIVATE,
        "Hier staat een teken dat alleen in een symbolenlettertype bestaat, vaak een opsommingsteken uit Word.",
        "Haal het weg. Is het een punt van een opsomming? Typ dan '- '.",
    ),
    (
        _CONFLICT,
        "Hier staan twee versies door elkaar, die git niet kon samenvoegen.",
        "Kies wat blijft, en haal de regels met <<<<<<<, ======= en >>>>>>> weg.",
    ),
    (_FENCE, "Hier staat ``` uit een chat of van een website.", "Haal de regels met ``` boven en onder de tekst weg."),
    (
        _COLUMNS,
        "Hier staan tabs tussen de woorden, vaak uit een geplakte tabel. Op de pagina vallen de kolommen weg.",
        "Schrijf er zinnen van, of een lijst met '- ' voor elke regel.",
    ),
    (_TAB_INDENT, "Deze regel begint met een tab.", "Spring in met spaties: twee per niveau."),
)

_MARKS_OF_UNREADABLE = ("\t", "```", "<<<<<<<", ">>>>>>>", "=======")
_ODD = re.compile(f"[{''.join(one.pattern.strip('[]') for one in (_CONTROL, _INVISIBLE, _PRIVATE))}]")

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BULLETS = "–—−‐‑‒•·▪◦●*"
_SUSPECT = re.compile(rf"[{_SPACES}]|^ *(?:[{_BULLETS}]|-[^\s-])", re.MULTILINE)
_SUSPECT_START = re.compile(rf"\n *(?:[{_BULLETS}]|-[^\s-])")
_SPACE = re.compile(f"[{_SPACES}]")
# At the start of a line, behind its hyphen or field name, or at its end; inside a text it is harmless.
_SPACE_THAT_COUNTS = re.compile(
    rf"^[ {_SPACES}]*(?:[{_BULLETS}-][ {_SPACES}]+)?(?:[a-z0-9_-]+[ {_SPACES}]*:(?=[ {_SPACES}]|$))?[ {_SPACES}]*|[ {_SPACES}]+$"
)
_INLINE_LIST = re.compile(r"^ *(?:- )?[a-z0-9_-]+: *[\[{]")
_BULLET = re.compile(rf"^( *)([{_BULLETS}])(?= |$)")
_TIGHT = re.compile(rf"^( *)(?:-(?=[^\s-])|([{_BULLETS}])(?=[a-z_]+: ))")
_FIELD = re.compile(r"[a-z0-9_-]+:(?: |$)")
_OPENS_BLOCK = re.compile(r"(?P<hyphens> *(?:- +)*)(?P<field>[^\s:#]+ *: +)?[|>][-+0-9]*(?: +#.*)?$")


def mended(text: str, path: str, first_line: int) -> tuple[str | None, list[Problem]]:
    """The text as YAML can read it, or None when it can't, and a problem for each sign that had to go."""
    problems = list(_unreadable(text, path, first_line))
    if problems or not (_SPACE.search(text) or _SUSPECT_START.search(f"\n{text}")):
        return (None if problems else text), problems
    lines = text.split("\n")
    for index, inside in enumerate(_block_lines(lines)):
        line = lines[index]
        if not _SUSPECT.search(line):
            continue
        lines[index], found = _with_plain_spaces(line)
        if not inside:
            lines[index], hyphen = _with_hyphen(lines, index)
            found = hyphen or found
        if found:
            column, message, remedy = found
            problems.append(Problem(path, first_line + index, column, "", message, remedy))
    return "\n".join(lines), problems


def _unreadable(text: str, path: str, first_line: int) -> Iterator[Problem]:
    """The first of each kind on a line."""
    if not _ODD.search(text) and not any(mark in text for mark in _MARKS_OF_UNREADABLE):
        return
    for pattern, message, remedy in _UNREADABLE:
        seen: set[int] = set()
        for match in pattern.finditer(text):
            line = text.count("\n", 0, match.start()) + first_line
            column = match.end() - (text.rfind("\n", 0, match.end()) + 1)
            if line not in seen:
                yield Problem(path, line, max(column, 1), "", message, remedy)
            seen.add(line)


_Found = tuple[int, str, str] | None


def _with_plain_spaces(line: str) -> tuple[str, _Found]:
    """The line with ordinary spaces where YAML looks at them, and the first that was none."""
    pattern = _SPACE if _INLINE_LIST.match(line) else _SPACE_THAT_COUNTS
    plain = pattern.sub(lambda match: _SPACE.sub(" ", match[0]), line)
    if plain == line:
        return line, None
    column = next(index for index, (old, new) in enumerate(zip(line, plain, strict=True)) if old != new) + 1
    return plain, (
        column,
        "Hier staat een bijzondere spatie, vaak geplakt uit Word of van een website.",
        "Vervang die door een gewone spatie.",
    )


def _with_hyphen(lines: list[str], index: int) -> tuple[str, _Found]:
    """The line with an ordinary hyphen and a space where an item of a list may start, or without it before a field."""
    line = lines[index]
    match = _BULLET.match(line) or _TIGHT.match(line)
    if not match:
        return line, None
    indent, sign = match[1], match[2]
    rest = line[match.end() :].strip()
    shown = rest if len(rest) <= 30 else f"{rest[:29].rstrip()}…"
    is_field = _FIELD.match(rest)
    if _may_be_item(lines, index, len(indent)) or (is_field and indent):
        line = f"{indent}- {rest}"
        message = f"Hier staat '{sign}' in plaats van een gewoon streepje." if sign else "Achter het streepje hoort een spatie."
        remedy = f"Typ een minteken en een spatie: '- {shown}'."
    elif is_field:
        line, message, remedy = rest, f"Voor deze veldnaam hoort geen '{sign or '-'}'.", f"Schrijf '{shown}', zonder iets ervoor."
    else:
        return line, None
    return line, (len(indent) + 1, message, remedy)


def _may_be_item(lines: list[str], index: int, indent: int) -> bool:
    """Whether a list can have an item on this line: below its field, or below the item before."""
    for line in reversed(lines[:index]):
        bare = line.strip(" ")
        depth = len(line) - len(line.lstrip(" "))
        if bare and not bare.startswith("#") and depth <= indent:
            return bare.endswith(":") or (depth == indent and bare.startswith("- "))
    return False


def _block_lines(lines: list[str]) -> Iterator[bool]:
    """Per line whether it is text of a block that `|` or `>` opened."""
    outer = -1
    for line in lines:
        depth = len(line) - len(line.lstrip(" "))
        if outer >= 0 and (depth > outer or not line.strip()):
            yield True
            continue
        opened = _OPENS_BLOCK.match(line)
        # the text is deeper than its field, or than the hyphen when it is itself the item
        outer = -1 if not opened else len(opened["hyphens"]) if opened["field"] else depth
        yield False
