"""What PyYAML says about broken YAML → a problem in Dutch, with a remedy."""

from __future__ import annotations

import yaml

from macros.problem import Problem

EXPLANATIONS = (
    ("te diep genest", "problem", "Hier zitten te veel niveaus in elkaar.", "Vergelijk het inspringen met een bestaand voorbeeld."),
    (
        "sleutel is geen tekst",
        "problem",
        "Hier staat een haak waar een veldnaam hoort.",
        "Begint een tekst met [ of {? Zet hem dan tussen aanhalingstekens.",
    ),
    (
        "while scanning a quoted scalar",
        "context",
        "Een aanhalingsteken wordt niet gesloten.",
        "Zet aan het eind hetzelfde aanhalingsteken als aan het begin. "
        "Begint de tekst met 's of 't? Zet er dan dubbele aanhalingstekens (\"…\") omheen.",
    ),
    (
        "unknown escape character",
        "problem",
        "Een backslash (\\) tussen dubbele aanhalingstekens betekent iets bijzonders.",
        "Gebruik enkele aanhalingstekens, of schrijf twee backslashes.",
    ),
    ("while parsing a flow", "context", "Een haak [ of { wordt niet goed gesloten.", "Sluit met ] of }, en zet komma's tussen de delen."),
    (
        "while scanning a simple key",
        "context",
        "Achter deze veldnaam ontbreekt een dubbele punt.",
        "Schrijf 'veld: waarde', met een spatie na de dubbele punt. Is het gewone tekst? Spring die twee spaties in.",
    ),
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
    ("scanning an alias", "problem", "Een waarde kan niet met * beginnen.", "Zet de waarde tussen aanhalingstekens."),
    ("scanning an anchor", "problem", "Een waarde kan niet met & beginnen.", "Zet de waarde tussen aanhalingstekens."),
    (
        "cannot start any token",
        "problem",
        "Een waarde kan niet met dit teken beginnen (@, %, ` of een tab).",
        "Zet de waarde tussen aanhalingstekens, en spring in met spaties.",
    ),
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
    ("directive", "problem", "Een regel kan niet met % beginnen.", "Zet de waarde tussen aanhalingstekens."),
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
    said = f"{error.context or ''} {error.problem or ''}"
    where, message, remedy = "problem", "Dit is geen geldige YAML.", "Vergelijk deze regel met een bestaand voorbeeld."
    for fragment, *explanation in EXPLANATIONS:
        if fragment in said:
            where, message, remedy = explanation
            break
    mark = (error.context_mark if where == "context" else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if ("expected key" in said or "expected '-'" in said) and text.split("\n")[line][:column].strip(" -"):
        message = "Hier staat nog iets achter een waarde die al afgesloten was."
        remedy = "Zet de hele waarde tussen dubbele aanhalingstekens, of tussen enkele als er dubbele in de tekst staan."
    return Problem(path, line + first_line, column + 1, "", message, remedy)
