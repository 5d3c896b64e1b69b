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
    """How many elements had the focus, what was wrong with them there and back, and what never had it."""

    count: int
    faults: list[str]
    missed: list[str]


def journey(page: Page) -> Journey:
    """Press Tab from the top until the focus has left the page: then it begins anew, or is nowhere. Then Shift+Tab, all the way back."""
    page.evaluate(_WATCH)
    _press(page, "Tab", "elements")
    missed = page.evaluate("reis.missed()")
    page.evaluate("reis.turn()")
    _press(page, "Shift+Tab", "back")
    told = page.evaluate("({ count: reis.elements.length, faults: [...reis.faults, ...reis.wayBack()] })")
    return Journey(**told, missed=missed)


def _press(page: Page, key: str, way: str) -> None:
    for pressed in range(_MOST):
        page.keyboard.press(key)
        if pressed % 8 == 7 and page.evaluate(f"reis.ended || (document.activeElement === document.body && reis.{way}.length > 0)"):
            return
    raise AssertionError("de focus komt de pagina niet uit")
