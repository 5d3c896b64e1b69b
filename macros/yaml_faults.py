"""What PyYAML says about broken YAML → a problem in Dutch, with a remedy."""

from __future__ import annotations

import re

import yaml

from macros.problem import Problem

_QUOTE = "Zet de waarde tussen aanhalingstekens."
_OPEN_QUOTE = (
    "Een aanhalingsteken wordt niet gesloten.",
    "Zet aan het eind hetzelfde aanhalingsteken als aan het begin. "
    "Begint de tekst met 's of 't? Zet er dan dubbele aanhalingstekens (\"…\") omheen.",
)
_NO_COLON = (
    "Achter deze veldnaam ontbreekt een dubbele punt.",
    "Schrijf 'veld: waarde', met een spatie na de dubbele punt. Is het gewone tekst? Spring die twee spaties in.",
)
_FIELD_LINE = re.compile(r" *(?:- )?[a-z_]+:(?: |$)")
_BACKSLASH = (
    "Een backslash (\\) tussen dubbele aanhalingstekens betekent iets bijzonders.",
    "Gebruik enkele aanhalingstekens, of schrijf twee backslashes.",
)
EXPLANATIONS = (
    ("te diep genest", "problem", "Hier zitten te veel niveaus in elkaar.", "Vergelijk het inspringen met een bestaand voorbeeld."),
    (
        "sleutel is geen tekst",
        "problem",
        "Hier staat een haak waar een veldnaam hoort.",
        "Begint een tekst met [ of {? Zet hem dan tussen aanhalingstekens.",
    ),
    # the escapes stand before the quotes: both are said of a quoted scalar
    ("unknown escape character", "problem", *_BACKSLASH),
    ("hexdecimal number", "problem", *_BACKSLASH),
    ("character escape code", "problem", *_BACKSLASH),
    ("while scanning a quoted scalar", "context", *_OPEN_QUOTE),
    ("while parsing a flow", "context", "Een haak [ of { wordt niet goed gesloten.", "Sluit met ] of }, en zet komma's tussen de delen."),
    ("while scanning a simple key", "context", *_NO_COLON),
    (
        "mapping values are not allowed",
        "problem",
        "Hier staat een dubbele punt die YAML als nieuw veld leest.",
        "Zet de hele waarde tussen aanhalingstekens, of controleer het inspringen.",
    ),
    (
        "block sequence entries are not allowed",
        "problem",
        "Hier staat een lijststreepje dat hier niet past.",
        "Zet het streepje op een eigen regel onder de veldnaam.",
    ),
    (
        "sequence entries",
        "problem",
        "Hier staat een lijststreepje dat hier niet past.",
        "Zet het streepje op een eigen regel onder de veldnaam.",
    ),
    ("scanning an alias", "problem", "Een waarde kan niet met * beginnen.", _QUOTE),
    ("scanning an anchor", "problem", "Een waarde kan niet met & beginnen.", _QUOTE),
    (" tag", "context", "Een waarde kan niet met ! beginnen.", _QUOTE),
    ("mapping keys are not allowed", "problem", "Een waarde kan niet met een los vraagteken beginnen.", _QUOTE),
    ("cannot start any token", "problem", "Een waarde kan niet met {teken} beginnen.", _QUOTE),
    ("expected node content", "problem", "Een waarde kan niet met {teken} beginnen.", _QUOTE),
    (
        "block scalar",
        "problem",
        "Achter > of | mag alleen een regeleinde staan.",
        "Zet de tekst op de volgende regel, twee spaties ingesprongen.",
    ),
    (
        "did not find expected '-' indicator",
        "problem",
        "Deze regel hoort bij een lijst, maar begint niet met een streepje.",
        "Controleer het inspringen: elk onderdeel van een lijst begint met '- '.",
    ),
    (
        "did not find expected key",
        "problem",
        "Het inspringen klopt hier niet.",
        "Zet velden die bij elkaar horen even ver naar rechts; lange tekst twee spaties verder.",
    ),
    ("directive", "problem", "Een regel kan niet met % beginnen.", _QUOTE),
    ("YAML document", "problem", "Een regel kan niet met % beginnen.", _QUOTE),
    (
        "document start",
        "problem",
        "Hier eindigt de YAML onverwacht.",
        "Haal een regel met '...' of '---' weg, en controleer het inspringen.",
    ),
)
"""What PyYAML says → which of its two places to point at, what is wrong, and what a contributor can do."""


def explain(error: yaml.MarkedYAMLError, text: str, path: str, first_line: int) -> Problem:
    """The problem at the place where a contributor can mend it; `text` is what was parsed."""
    found = _open_quote(text) or _first_item_without_hyphen(error, text) or _text_without_indent(error, text)
    line, column, message, remedy = found or _as_said(error, text)
    return Problem(path, line + first_line, column + 1, "", message, remedy)


_Explained = tuple[int, int, str, str]
# more than any entry has
_MANY_BRACKETS = 200


def _as_said(error: yaml.MarkedYAMLError, text: str) -> _Explained:
    said = f"{error.context or ''} {error.problem or ''}"
    where, message, remedy = "problem", "Dit is geen geldige YAML.", "Vergelijk deze regel met een bestaand voorbeeld."
    for fragment, *explanation in EXPLANATIONS:
        if fragment in said:
            where, message, remedy = explanation
            break
    mark = (error.context_mark if where == "context" else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    typed = _line(text, line)
    sign = typed[column : column + 1]
    message = message.replace("{teken}", f"'{sign}'")
    if sign == "\t":
        message, remedy = "Hier staat een tab.", "Gebruik spaties: twee per niveau."
    if "expected key" in said or "expected '-'" in said:
        message, remedy = _out_of_line(typed, column) or (message, remedy)
    return line, column, message, remedy


def _out_of_line(typed: str, column: int) -> tuple[str, str] | None:
    """What is wrong with a line that belongs to nothing, when it shows that itself."""
    if typed[:column].strip(" -"):
        return (
            "Hier staat nog iets achter een waarde die al afgesloten was.",
            "Zet de hele waarde tussen dubbele aanhalingstekens, of tussen enkele als er dubbele in de tekst staan.",
        )
    if typed[column:].startswith("- "):
        return "Hier staat een lijststreepje dat hier niet past.", "Zet het recht onder de andere streepjes van de lijst, of haal het weg."
    return None


def _open_quote(text: str) -> _Explained | None:
    """A quoted text that ran on over other fields, up to a quote that was meant for another."""
    found = None
    nested = 0
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            nested += isinstance(token, (yaml.FlowSequenceStartToken, yaml.FlowMappingStartToken))
            if nested > _MANY_BRACKETS:
                break  # the scanner looks back at every open bracket at each step
            if isinstance(token, yaml.ScalarToken) and token.style in ("'", '"') and token.start_mark.line < token.end_mark.line:
                inside = text.split("\n")[token.start_mark.line + 1 : token.end_mark.line + 1]
                if any(_FIELD_LINE.match(line) for line in inside):
                    found = token.start_mark
                    break  # the quotes after it pair up wrongly
    except yaml.YAMLError:
        pass
    return (found.line, found.column, *_OPEN_QUOTE) if found else None


def _first_item_without_hyphen(error: yaml.MarkedYAMLError, text: str) -> _Explained | None:
    """A hyphen that fits nowhere, below a list field whose first item stands there without one."""
    mark = error.problem_mark
    if not mark or not _line(text, mark.line)[mark.column :].startswith("- "):
        return None
    first: tuple[int, str] | None = None
    for number in range(mark.line - 1, -1, -1):
        line = _line(text, number)
        depth = len(line) - len(line.lstrip(" "))
        if line.strip() and depth <= mark.column:
            if first is None or depth == mark.column or not line.rstrip().endswith(":"):
                return None
            break
        if _FIELD_LINE.match(line):
            first = number, line
    if first is None:
        return None
    number, line = first
    key = line.strip().partition(":")[0]
    column = len(line) - len(line.lstrip(" "))
    return number, column, "Hier begint een lijst, maar zonder streepje.", f"Zet er een streepje voor: '- {key}: …'."


def _text_without_indent(error: yaml.MarkedYAMLError, text: str) -> _Explained | None:
    """A colon in a text, above which a line of that text stands at the margin, so that a new value began there."""
    mark = error.problem_mark
    if not mark or "mapping values are not allowed" not in (error.problem or ""):
        return None
    lines = text.split("\n")[: mark.line + 1]
    number = next((number for number in range(mark.line, -1, -1) if lines[number][:1].strip()), mark.line)
    outside = number == mark.line or _FIELD_LINE.match(lines[number]) or lines[number][0] in "#-"
    return None if outside else (number, 0, *_NO_COLON)


def _line(text: str, number: int) -> str:
    return [*text.split("\n"), ""][number]
