"""What axe finds wrong on a page: every rule for WCAG 2.2 AA that a program can check, and its best practices."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

OF_COLOURS_AND_LETTERS = ("color-contrast", "link-in-text-block", "target-size")
"""The rules whose outcome can change when only colours and letters do."""


def faults(page: Page, within: str | None = None, only: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    """Each broken rule with the first elements that break it; `within` is a selector, `only` names rules."""
    which: Any = {"type": "rule", "values": list(only)} if only else _ALL
    # axe would also describe all that is right, which takes longer than looking for what is wrong
    found = Axe().run(page, within, {"runOnly": which, "resultTypes": ["violations"]})
    return [(fault["id"], [node["target"] for node in fault["nodes"]][:3]) for fault in found.response["violations"]]
