"""What the scripts weigh as browsers get them: without comments and needless space, compressed one by one."""

from __future__ import annotations

import gzip

from rjsmin import jsmin

from tests.conftest import PROJECT

WEIGHTS = {path.stem: len(gzip.compress(jsmin(path.read_bytes()), 9)) for path in sorted((PROJECT / "overrides" / "scripts").glob("*.js"))}


def test_selection_and_comparison() -> None:
    """What is on every page weighs at most 2 kB, selection and comparison together at most 6 kB."""
    assert WEIGHTS["kies"] <= 2_000
    assert sum(WEIGHTS[name] for name in ("kies", "voorbeelden", "selectie", "uitvoer", "vergelijken")) <= 6_000, WEIGHTS
