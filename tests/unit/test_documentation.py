"""What contributors can use is explained to them."""

from __future__ import annotations

import re
from pathlib import Path

from macros.authoring import macro_names


def test_every_macro_is_documented(project: Path) -> None:
    """Each macro stands in docs/meedoen/macros.md, and nothing there is no macro."""
    text = (project / "docs" / "meedoen" / "macros.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)\(", text, re.MULTILINE)

    assert sorted(documented) == sorted(macro_names())
