"""Scripts as browsers get them: lighter, and the same program."""

from __future__ import annotations

import gzip

import pytest

from macros.scripts import lighten
from tests.conftest import PROJECT

SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((PROJECT / "overrides" / "scripts").glob("*.js"))}


@pytest.mark.parametrize(
    ("script", "light"),
    [
        pytest.param("// what\nlet a = 1;\n  // why\n  let b = 2;\n", "let a = 1;\nlet b = 2;\n", id="comments and indentation"),
        pytest.param("/** @type {any} */ let a = 1;\n", "let a = 1;\n", id="type before a statement"),
        pytest.param("/**\n * What.\n * @param {string} a `b`\n */\nf();\n", "f();\n", id="JSDoc over lines"),
        pytest.param('let a = "https://x.example/"; // b\n', 'let a = "https://x.example/"; // b\n', id="an address is no comment"),
        pytest.param("let a = `x   ${b ? `  y` : ''}`;\n", "let a = `x   ${b ? `  y` : ''}`;\n", id="space in a literal in a literal"),
        pytest.param("f()\n\n\ng()\n", "f()\ng()\n", id="lines stay lines"),
    ],
)
def test_lighter(script: str, light: str) -> None:
    """Only what nobody runs goes."""
    assert lighten(script) == light


def test_a_literal_over_lines_is_refused() -> None:
    """Its indentation and what looks like comments in it would be lost."""
    with pytest.raises(ValueError, match="let a"):
        lighten("let a = `x\n  // y`;\n")


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_mark_stands_in_a_text(name: str) -> None:
    """JSDoc begins a line or an expression, never inside quotes."""
    for line in SCRIPTS[name].splitlines():
        before = line.partition("/**")[0]
        assert all(before.count(quote) % 2 == 0 for quote in "\"'`") or "/**" not in line, line
    assert "//" not in "".join(line for line in lighten(SCRIPTS[name]).splitlines(True) if line.lstrip().startswith("//"))


def test_weight() -> None:
    """What is on every page weighs at most 2 kB, selection and comparison together at most 6 kB, compressed one by one."""
    weights = {name: len(gzip.compress(lighten(text).encode(), 9)) for name, text in SCRIPTS.items()}

    assert weights["kies"] <= 2_000
    assert sum(weights[name] for name in ("kies", "voorbeelden", "selectie", "uitvoer", "vergelijken")) <= 6_000, weights
