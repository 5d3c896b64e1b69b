"""The file with everything that was measured, and the page of the site that is made from it."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any

from tests.bench.engines import engines
from tests.bench.report import page
from tests.sharing import PROJECT

FILE = Path(__file__).parent / "uitslag.json"
PAGE = PROJECT / "docs" / "over" / "snelheid.md"


def kept() -> dict[str, Any]:
    """What was measured so far."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8")) if FILE.is_file() else {"rijen": []}
    return found


def keep(result: dict[str, Any]) -> None:
    """Write the file, and the page made from it."""
    result["machine"] = f"Python {platform.python_version()}, {platform.system()}"
    result["ontbreekt"] = [engine.naam for engine in engines() if engine.missing]
    FILE.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8", newline="\n")
    PAGE.write_text(page(result), encoding="utf-8", newline="\n")
