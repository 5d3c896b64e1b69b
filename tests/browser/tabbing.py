"""A visitor who only has the Tab key: where the focus comes, in what order, and whether one can see it there.

A listener in the page looks at every element as it gets the focus; the test only presses keys.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

_WATCH = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
_MOST = 900


@dataclass(frozen=True)
class Journey:
    """How many elements had the focus, what was wrong with them, and what never had it."""

    count: int
    faults: list[str]
    missed: list[str]


def journey(page: Page) -> Journey:
    """Press Tab from the top until the focus has left the page: then it begins anew, or is nowhere."""
    page.evaluate(_WATCH)
    for pressed in range(_MOST):
        page.keyboard.press("Tab")
        if pressed % 8 == 7 and page.evaluate("reis.ended || (document.activeElement === document.body && reis.elements.length > 0)"):
            break
    else:
        raise AssertionError("de focus komt de pagina niet uit")
    return Journey(**page.evaluate("({ count: reis.elements.length, faults: reis.faults, missed: reis.missed() })"))
