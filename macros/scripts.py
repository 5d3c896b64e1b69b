"""Our scripts as they are sent: without the comments that are only for who reads the source."""

from __future__ import annotations

import re

_ON_ITS_OWN_LINES = re.compile(r"^[ \t]*(?://[^\n]*|/\*(?:(?!\*/).)*\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_BEFORE_CODE = re.compile(r"^[ \t]*/\*\*(?:(?!\*/)[^\n])*\*/ ?", re.MULTILINE)
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def lean(script: str) -> str:
    """A script without comments on lines of their own, types before a line of code, indentation and empty lines.

    Nothing within a line is touched, so a comment sign in a text or a pattern is safe. A text over
    several lines would lose its indentation; our scripts have none, which a test watches.
    """
    return _INDENTATION.sub("", _BEFORE_CODE.sub("", _ON_ITS_OWN_LINES.sub("", script)))
