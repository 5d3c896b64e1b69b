"""`python -m tests.bench.editing 1000`: what one edit costs until its page is there, beside a whole build of the same entries.

The build is measured as a program of its own; the edit in the workshop of `serve`, which is open by then. Drawings for shared
links are there already, as in the other measures.
"""

from __future__ import annotations

import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from macros.keeping.workshop import Workshop
from tests.bench.content import make_project, values
from tests.bench.engines import Entries, engines
from tests.bench.measuring import _cost

EDITS = 5


def main(aantal: int) -> None:
    """Build once, edit some entries, and tell what each cost in seconds of processor time and by the clock."""
    with tempfile.TemporaryDirectory() as made:
        project = Path(made, "project")
        entries: Entries = dict(values(make_project(Path(made, "inhoud"), 0), aantal))
        ours = next(engine for engine in engines() if engine.naam == "Praktijkwijzer")
        ours.prepare(project, entries)
        cold, clock, _ = _cost(ours, project)
        print(f"whole build      {cold:8.2f} {clock:8.2f}", flush=True)
        began = time.process_time(), time.monotonic()
        workshop = Workshop(project, project / "site")
        print(f"open a workshop  {time.process_time() - began[0]:8.2f} {time.monotonic() - began[1]:8.2f}", flush=True)
        spent: dict[str, list[tuple[float, float]]] = {"the page": [], "pages that name": []}
        for path in sorted((project / "voorbeelden").glob("*.yml"))[:: max(1, aantal // EDITS)][:EDITS]:
            path.write_text(re.sub("(?m)^titel: .*$", f"titel: Anders dan {path.stem}", path.read_text(encoding="utf-8")), encoding="utf-8")
            looking = workshop.look()
            for found in spent.values():
                began = time.process_time(), time.monotonic()
                assert next(looking).adressen
                found.append((time.process_time() - began[0], time.monotonic() - began[1]))
            assert list(looking) == []
        for what, costs in spent.items():
            cpu, waited = (statistics.median(part) for part in zip(*costs, strict=True))
            print(f"{what:16} {cpu:8.3f} {waited:8.3f}   {cpu / cold:.2%} of the whole build")


if __name__ == "__main__":
    main(int(sys.argv[1]))
