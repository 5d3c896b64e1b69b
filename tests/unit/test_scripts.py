"""Scripts as they are sent: lighter, and the same program."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.scripts import lean

SCRIPTS = sorted((Path(__file__).parents[2] / "overrides" / "scripts").glob("*.js"))


def test_comments_on_their_own_lines_and_types_go() -> None:
    """What only a reader of the source needs is left out."""
    script = """// The page.

/**
 * @param {string} text
 */
export function one(text) {
  // why
  /** @type {number} */ let number = 1;
  return `// ${text} /* ${number} */`; // kept
}
"""

    assert lean(script) == "export function one(text) {\nlet number = 1;\nreturn `// ${text} /* ${number} */`; // kept\n}\n"


def test_code_between_two_comments_stays() -> None:
    """A comment ends at its first end sign."""
    assert lean("/* a */\nkeep(1);\n/* b */\n") == "keep(1);\n"
    assert lean("call(/* a */ 1);\n") == "call(/* a */ 1);\n"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_text_runs_over_several_lines(path: Path) -> None:
    """Without texts over several lines, a line that looks like a comment is one."""
    in_code = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith(("//", "*", "/*"))]

    assert [line for line in in_code if line.count("`") % 2] == []
