"""How long all exports take and how much memory they need, with ten thousand entries: `python -m tests.exports.meet [NUMBER]`.

The entries are mixed from the real ones, each facet from another; every number of the table of files is printed.
Everything that the site publishes beside its pages is made, written to a folder and thrown away.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

from macros.exports.data_files import data_files
from macros.exports.entry_data import entry_data, entry_json
from tests.bench.content import large

SITE = "https://gids.example/"


def measure(number: int, folder: Path) -> tuple[float, float, float, float]:
    """Seconds by the clock and of the processor, and MiB of memory at most: before the exports and in all."""
    catalogue = large(number)
    before = _peak()
    start, worked = time.perf_counter(), time.process_time()
    entries = entry_json(catalogue, SITE)
    for files in (entry_data(catalogue, entries), data_files(catalogue, SITE, entries)):
        for path, content in files:
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    return time.perf_counter() - start, time.process_time() - worked, before, _peak()


def _peak() -> float:
    # kilobytes on Linux, bytes on macOS
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as made:
        seconds, worked, first, most = measure(wanted, Path(made))
        size = sum(path.stat().st_size for path in Path(made).rglob("*") if path.is_file())
    print(f"{wanted} voorbeelden: {seconds:.1f} s ({worked:.1f} s rekentijd)")
    print(f"{most:.0f} MiB geheugen ({first:.0f} MiB zonder exports), {size / 2**20:.0f} MiB aan bestanden")
