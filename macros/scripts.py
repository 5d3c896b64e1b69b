"""Our scripts as browsers get them: without comments and indentation, a quarter of their weight.

No parser is needed, as our scripts keep to three habits that are checked here or by a test: a comment
stands on lines of its own or is JSDoc, JSDoc marks stand in no text, and no template literal goes over
several lines. Names and statements stay as they are, so an error in a browser can be found again.
"""

from __future__ import annotations

import re

_JSDOC = re.compile(r"/\*\*.*?\*/[ \n]?", re.DOTALL)
_COMMENT = re.compile(r"^\s*//.*\n", re.MULTILINE)
_INDENTATION = re.compile(r"\n\s*")


def lighten(script: str) -> str:
    """The script without what only its authors read. Raises ValueError for a template literal over several lines."""
    code = _COMMENT.sub("", _JSDOC.sub("", script))
    for line in code.splitlines():
        if line.count("`") % 2:
            raise ValueError(f"a template literal must end on its own line: {line.strip()}")
    return _INDENTATION.sub("\n", code).strip() + "\n"
