"""What the scripts weigh as browsers get them: without comments and needless space, compressed one by one."""

from __future__ import annotations

import gzip

from macros.scripting import for_browsers
from tests.sharing import PROJECT

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((PROJECT / "overrides" / "scripts").glob("*.js"))}
WEIGHTS = {name: len(gzip.compress(text.encode(), 9)) for name, text in for_browsers(SCRIPTS).items()}


def test_selection_and_comparison() -> None:
    """What is on every page weighs at most 2 kB, selection and comparison together at most 6 kB."""
    assert WEIGHTS["kies.js"] <= 2_000
    assert sum(WEIGHTS[f"{name}.js"] for name in ("kies", "selectie", "vergelijken")) <= 6_000, WEIGHTS
