"""Text of a contributor inside Markdown that a program posts: as code that it can't end, whatever it holds.

Code is the one form in which a forge makes nothing of it: no mention, link, picture, HTML or command.
"""

from __future__ import annotations

import re


def code(text: str) -> str:
    """Text within a line, on one line, whatever backticks it holds (CommonMark 6.1)."""
    plain = " ".join(text.split()) or "(leeg)"
    edge = " " if "`" in plain else ""
    return f"{(fence := _fence(plain, 1))}{edge}{plain}{edge}{fence}"


def block(text: str, language: str = "") -> str:
    """Lines of text as a block of their own (CommonMark 4.5)."""
    return f"{(fence := _fence(text, 3))}{language}\n{text}\n{fence}\n"


def _fence(text: str, least: int) -> str:
    """More backticks than the longest row in the text."""
    return "`" * max(least, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
