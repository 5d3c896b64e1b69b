"""The words that Dutch people use most. HERKOMST.md, beside this, tells where they come from and under which licence.

They are part of the program, as constants are: read once, the same on every day and in every folder.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.resources import files


@functools.cache
def gewone_woorden() -> Sequence[str]:
    """Some twenty thousand words in all their forms, by the alphabet, as search folds them; none shorter than four letters."""
    return tuple((files(__name__) / "woorden.txt").read_text(encoding="utf-8").split())
