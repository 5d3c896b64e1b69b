"""Broken YAML, in a few lines each: where we point, and what we say."""

from __future__ import annotations

import pytest
import yaml

from macros.reading import parse_text
from macros.yaml_faults import explain

QUOTE = "Een aanhalingsteken wordt niet gesloten."
COLON = "Hier staat een dubbele punt die YAML als nieuw veld leest."
NO_COLON = "Achter deze veldnaam ontbreekt een dubbele punt."
HYPHEN = "Hier staat een lijststreepje dat hier niet past."
BACKSLASH = "Een backslash (\\) tussen dubbele aanhalingstekens betekent iets bijzonders."
BRACKET = "Een haak [ of { wordt niet goed gesloten."


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ('titel: "a\\q"\n', 1, 10, BACKSLASH),
        ('titel: "a\\xZZ"\n', 1, 12, BACKSLASH),
        ('titel: "Soep\nfase: pilot\nplaats: "Zwolle"\n', 1, 8, QUOTE),
        ('titel: "Soep\n  en brood\nfase: pilot\n  plaats: "Zwolle\n', 1, 8, QUOTE),
        ('titel: "Soep\n\n  en brood"\nfase: [\n', 5, 1, BRACKET),
        ('titel: "Soep"\nfase: [\nsoort: "a\n  b"\n', 2, 7, BRACKET),
        ("titel: 's avonds\nfase: pilot\n", 1, 8, QUOTE),
        ("a: 'x'\ntitel: 's avonds\nfase: pilot\nsoort: 't is\n  zo: 1\n", 2, 8, QUOTE),
        ("a: 'b\nc: 1\nd: 'e\nf: 2\ng: 'h\n", 1, 4, QUOTE),
        ("bronnen:\n  sleutel: a\n  titel: b\n  - sleutel: c\n", 4, 3, HYPHEN),
        ("bronnen:\n\n    sleutel: a\n    titel: b\n  - sleutel: c\n", 3, 5, "Hier begint een lijst, maar zonder streepje."),
        ("x: 1\nbronnen:\n    sleutel: a\n  - titel: c\n", 3, 5, "Hier begint een lijst, maar zonder streepje."),
        ("fase: x\n  - sleutel: c\n", 2, 12, COLON),
        ("bronnen: y\n  titel: b\n  - sleutel: c\n", 2, 8, COLON),
        ("bronnen:\n  - a: 1\n    b: 2\n   - c: 3\n", 4, 4, HYPHEN),
        ("aanpak: >\n  een\ntwee woorden\n  en nog iets: meer\nfase: pilot\n", 3, 1, NO_COLON),
        ("aanpak: een\ntwee: drie: vier\n", 2, 11, COLON),
        ("# zo\naanpak: een\n  twee: drie\n", 3, 7, COLON),
        ("- een\n  twee: drie\n", 2, 7, COLON),
        ("een twee\n\n  drie: vier\n", 1, 1, NO_COLON),
        ("aanpak: een\nlos\n drie: vier\n", 2, 1, NO_COLON),
        ("# een\n twee\n  drie: vier\n", 3, 7, COLON),
        ("a: [1, 2\nb: 3\n", 1, 4, BRACKET),
        ("a: b]\nc: ]\n", 2, 4, "Een waarde kan niet met ']' beginnen."),
        ("a: @b\n", 1, 4, "Een waarde kan niet met '@' beginnen."),
        ("a: > tekst\n  b\n", 1, 6, "Achter > of | mag alleen een regeleinde staan."),
        ("a:\n  - b\n  c\n", 3, 3, NO_COLON),
        ("a: 1\n   b: 2\n  c: 3\n", 2, 5, COLON),
        ('a: "b" c\n', 1, 8, "Hier staat nog iets achter een waarde die al afgesloten was."),
        ('a: "b"\n  c: 1\n', 2, 3, "Het inspringen klopt hier niet."),
        ("%a\n", 1, 3, "Een regel kan niet met % beginnen."),
        ("a: 1\n...\nb\n", 3, 1, "Hier eindigt de YAML onverwacht."),
        ("a: - b\n", 1, 4, HYPHEN),
        ("a: b - c: d\n", 1, 9, COLON),
    ],
)
def test_where_a_fault_is_and_what_it_is(text: str, line: int, column: int, message: str) -> None:
    """The last thing that is said is what YAML itself couldn't read."""
    document, problems = parse_text(text, "x.yml")

    assert document is None
    assert (problems[-1].line, problems[-1].column, problems[-1].message) == (line, column, message)


@pytest.mark.parametrize("text", ['titel: "Soep\n  en brood: lekker"\n', "a: 'b\n  c: d'\n", "a:\n- b\n c\n", "a: x\n - b\n"])
def test_what_looks_wrong_and_is_not(text: str) -> None:
    """A text over several lines may hold a colon that makes no field of it, and a hyphen."""
    assert parse_text(text, "x.yml")[1] == []


def test_the_hyphen_is_shown_where_it_belongs() -> None:
    """Before the first field of the item that lacks it, as it would be written."""
    (problem,) = parse_text("bronnen:\n    sleutel: a\n    titel: b\n  - sleutel: c\n", "x.yml")[1]

    assert (problem.line, problem.column) == (2, 5)
    assert problem.remedy == "Zet er een streepje voor: '- sleutel: …'."


def test_a_tab_is_named_where_it_stands() -> None:
    mark = yaml.Mark("x", 0, 1, 2, None, None)
    problem = explain(yaml.MarkedYAMLError(problem="found character", problem_mark=mark), "a:\n  \tb", "x.yml", 1)

    assert (problem.line, problem.column, problem.message) == (2, 3, "Hier staat een tab.")


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (yaml.MarkedYAMLError(problem="iets nieuws", problem_mark=yaml.Mark("x", 0, 1, 2, None, None)), (12, 3)),
        (yaml.MarkedYAMLError(context="iets nieuws", context_mark=yaml.Mark("x", 0, 2, 0, None, None)), (13, 1)),
        (yaml.MarkedYAMLError(), (11, 1)),
    ],
    ids=["its own place", "the place of what it is in", "no place at all"],
)
def test_what_nobody_foresaw_is_still_a_problem_with_a_place(error: yaml.MarkedYAMLError, place: tuple[int, int]) -> None:
    """Counted from the line of the file where the text begins; with words that are never wrong."""
    problem = explain(error, "een: 1\ntwee: 2\ndrie: 3\n", "x.yml", 11)

    assert (problem.line, problem.column) == place
    assert (problem.key, problem.message) == ("", "Dit is geen geldige YAML.")
    assert problem.remedy == "Vergelijk deze regel met een bestaand voorbeeld."


def test_a_thousand_open_brackets_cost_nothing() -> None:
    """The search for a quote that runs on stops there: what is behind them is not looked at any more."""
    text = "[" * 199 + "\n'a\nb: 1\n'"
    deep = "[" * 201 + "\n'a\nb: 1\n'"

    assert parse_text(text, "x.yml")[1][-1].message == QUOTE
    assert parse_text(deep, "x.yml")[1][-1].message != QUOTE
