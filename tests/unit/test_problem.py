"""The three forms of a problem, and their escaping."""

from __future__ import annotations

import json

import pytest

from macros.problem import Problem, to_github, to_json, to_text

FAULT = Problem("voorbeelden/a.yml", 3, 7, "fase", "'fase' is fout.", "Kies een andere.")
NOTICE = Problem("voorbeelden/b.yml", 1, 1, "", "Dit valt op.", level="let op")


def test_text_is_one_line_a_problem() -> None:
    """Path, line and column first, so that editors can jump there; a notice says that it is one."""
    assert to_text([FAULT, NOTICE]) == (
        "voorbeelden/a.yml:3:7: 'fase' is fout. Kies een andere.\nvoorbeelden/b.yml:1:1: let op: Dit valt op.\n"
    )


def test_github_shows_faults_as_errors_and_notices_as_warnings() -> None:
    """A problem of the whole file has a title too."""
    assert to_github([FAULT, NOTICE]) == (
        "::error file=voorbeelden/a.yml,line=3,col=7,title=fase::'fase' is fout. Kies een andere.\n"
        "::warning file=voorbeelden/b.yml,line=1,col=1,title=bestand::Dit valt op.\n"
    )


@pytest.mark.parametrize(
    ("text", "in_property", "in_message"),
    [
        pytest.param("50% erbij", "50%25 erbij", "50%25 erbij", id="percent"),
        pytest.param("a%0Ab", "a%250Ab", "a%250Ab", id="percent that looks escaped"),
        pytest.param("een\ntwee\rdrie", "een%0Atwee%0Ddrie", "een%0Atwee%0Ddrie", id="line ends"),
        pytest.param("a:b,c", "a%3Ab%2Cc", "a:b,c", id="colon and comma"),
        pytest.param("::error file=x::nep", "%3A%3Aerror file=x%3A%3Anep", "::error file=x::nep", id="a command in the text"),
    ],
)
def test_github_escapes(text: str, in_property: str, in_message: str) -> None:
    """Contributors' text can neither end a line nor start a command of its own."""
    found = to_github([Problem(text, 1, 2, text, text)])

    assert found == f"::error file={in_property},line=1,col=2,title={in_property}::{in_message}\n"


def test_json_keeps_every_attribute() -> None:
    """The keys are the names of the attributes; quotes, accents and line ends survive."""
    hostile = Problem('a"b.yml', 1, 2, "käse", "één\ntwee </script>", "\\")

    assert [Problem(**found) for found in json.loads(to_json([FAULT, NOTICE, hostile]))] == [FAULT, NOTICE, hostile]


def test_no_problems() -> None:
    """Nothing wrong is an empty text and an empty JSON array."""
    assert (to_text([]), to_github([]), to_json([])) == ("", "", "[]\n")


def test_problems_sort_by_place() -> None:
    """First the file, then line and column as numbers."""
    places = [("b.yml", 1, 1), ("a.yml", 10, 1), ("a.yml", 2, 11), ("a.yml", 2, 9)]

    assert sorted(Problem(*place, "", "") for place in places) == [Problem(*place, "", "") for place in sorted(places)]
    assert sorted(places) == [("a.yml", 2, 9), ("a.yml", 2, 11), ("a.yml", 10, 1), ("b.yml", 1, 1)]
