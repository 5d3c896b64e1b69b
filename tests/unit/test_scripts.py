"""What the scripts weigh as browsers get them: without comments and needless space, compressed one by one."""

from __future__ import annotations

import gzip
import re

import pytest

from macros.scripting import for_browsers
from tests.sharing import PROJECT

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((PROJECT / "overrides" / "scripts").glob("*.js"))}
WEIGHTS = {name: len(gzip.compress(text.encode(), 9)) for name, text in for_browsers(SCRIPTS).items()}

_COMMENTS = re.compile(r"/\*.*?\*/|^\s*//.*$", re.DOTALL | re.MULTILINE)


def nested(script: str) -> list[str]:
    """The beginnings of template literals that stand in another one."""
    code = _COMMENTS.sub("", script)
    inside: list[str] = []
    found = []
    for place, sign in enumerate(code):
        if inside and inside[-1] == "`":
            if sign == "`":
                inside.pop()
            elif sign == "{" and code[place - 1] == "$":
                inside.append("{")
        elif sign == "`":
            if inside:
                found.append(code[place : place + 30])
            inside.append("`")
        elif inside and sign in "{}":
            inside.append("{") if sign == "{" else inside.pop()
    return found


@pytest.mark.parametrize(
    ("script", "expected"),
    [("`a ${b} c` + `d`", []), ("`a ${b ? `c  d` : 1}`", ["`c  d` : 1}`"]), ("`${f({ a: 1 })}` + `b`", []), ("// `a ${`b`}\nf();", [])],
)
def test_nested_is_seen(script: str, expected: list[str]) -> None:
    """The check itself finds what it should."""
    assert nested(script) == expected


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_template_literal_stands_in_another(name: str) -> None:
    """rjsmin takes the inner one for code and silently removes space from its text: `3 voorbeelden` became `3voorbeelden`."""
    assert nested(SCRIPTS[name]) == []


def test_selection_and_comparison() -> None:
    """What is on every page weighs at most 2 kB, selection and comparison together at most 6 kB."""
    assert WEIGHTS["kies.js"] <= 2_000
    assert sum(WEIGHTS[f"{name}.js"] for name in ("kies", "voorbeelden", "selectie", "vergelijken")) <= 6_000, WEIGHTS
