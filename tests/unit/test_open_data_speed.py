"""The exports grow no faster than the catalogue; the seconds for ten thousand entries: `python -m tests.exports.meet`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def measured(project: Path, number: int) -> tuple[float, int]:
    """Seconds of the processor, and MiB of memory that the exports add, in a process of its own."""
    command = [sys.executable, "-m", "tests.exports.meet", str(number)]
    told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True).stdout
    numbers = re.fullmatch(rf"{number} voorbeelden: .* s \((.*) s rekentijd\)\n(\d+) MiB geheugen \((\d+) MiB zonder exports\), .*\n", told)
    assert numbers, told
    return float(numbers[1]), int(numbers[2]) - int(numbers[3])


def test_cost_grows_with_the_catalogue(project: Path) -> None:
    """Three times the entries cost at most three and a half times the work, side by side in one run, and little memory."""
    few = min(measured(project, 400)[0] for _ in range(2))
    many, memory = measured(project, 1200)

    assert many < 3.5 * few
    assert memory < 100
