"""`make bench`: our build beside those of others, on the same made-up entries; the results go to a file and to a page of the site.

Other programs are installed in `.cache/bench` by `make bench-anderen`; what is not there is named in the page. A quiet machine with
two gigabytes of memory free does ten thousand entries in some hours: `make bench AANTALLEN="100 1000 5000 10000" RONDES=5`.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Any

from tests.bench.engines import Engine, engines
from tests.bench.measuring import Run, Site, as_row, measure
from tests.bench.parts import measure_parts
from tests.bench.parts_report import NAIVE
from tests.bench.report import OURS
from tests.bench.results import keep, kept


def main() -> None:
    """Measure, keep, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aantallen", type=int, nargs="*", default=[100, 1000], help="zoveel voorbeelden, elk apart gemeten")
    parser.add_argument("--rondes", type=int, default=3, help="zo vaak elk, om de beurt")
    parser.add_argument("--delen", type=int, default=1000, help="bij dit aantal ook de delen van onze bouw, en het minimum")
    parser.add_argument("--alleen", nargs="+", help="alleen deze programma's, zoals ze in de uitslag heten")
    parser.add_argument("--pagina", action="store_true", help="niet meten, alleen de pagina opnieuw maken van de uitslag")
    chosen = parser.parse_args()
    result = kept()
    known = [engine for engine in engines() if not chosen.alleen or engine.naam in chosen.alleen]
    for aantal in () if chosen.pagina else chosen.aantallen:
        there = [engine for engine in known if not engine.missing]
        names = {engine.naam for engine in there}
        # what visitors wait for is measured by `lezen`
        mine = {(kind.__name__.lower(), aantal) for kind in (Run, Site)}
        result["rijen"] = [row for row in result["rijen"] if (row["soort"], row["aantal"]) not in mine or row["naam"] not in names]
        for found in measure(there, aantal, chosen.rondes):
            print(*as_row(found).values(), flush=True)
            result["rijen"].append(as_row(found))
            # hours of measuring are not lost when it stops halfway
            if isinstance(found, Site):
                keep(result)
        keep(result)
    if chosen.delen in chosen.aantallen and not chosen.pagina:
        _parts(result, chosen.delen, chosen.rondes, {engine.naam: engine for engine in known if not engine.missing})
    if chosen.pagina:
        keep(result)


def _parts(result: dict[str, Any], aantal: int, rondes: int, there: Mapping[str, Engine]) -> None:
    """Measure the parts of our build, when it is among the chosen."""
    if OURS not in there:
        return
    found = []
    for part in measure_parts(aantal, rondes, there[OURS], there.get(NAIVE)):
        found.append(as_row(part))
        print(*found[-1].values(), flush=True)
    result["rijen"] = [row for row in result["rijen"] if row["soort"] != "deel"] + found
    keep(result)


if __name__ == "__main__":
    main()
