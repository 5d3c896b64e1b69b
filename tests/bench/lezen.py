"""`make bench-lezen`: what visitors wait for, on our site and on what others make of as many entries, added to the results of `make bench`.

Built sites are kept in `.cache/bench/sites`: of ten thousand entries some take a quarter of an hour.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.bench.content import grown, make_project, real, values
from tests.bench.engines import NODE, TOOLS, Command, Engine, engines, keep_drawings
from tests.bench.measuring import SURROUNDINGS, as_row
from tests.bench.report import OURS
from tests.bench.results import keep, kept
from tests.bench.visiting import WORD, Bezoek, Finding, Reading, Vondst, Zoekindex, finds, visits, weigh_index
from tests.browser.conftest import find_browser

SITES = TOOLS / "sites"
_OUR_PAGES = {
    "voorpagina": ("", ""),
    "catalogus": ("voorbeelden/", "voorbeelden/"),
    "voorbeeld": ("voorbeelden/leefgoed-veghel/", "voorbeelden/welzijn-op-recept/"),
    "zoeken": ("zoeken/", "zoeken/"),
    "kaart": ("kaart/", "kaart/"),
}
_THEIR_PAGES = {"voorpagina": ("", ""), "voorbeeld": ("voorbeelden/voorbeeld-00001/", "voorbeelden/voorbeeld-00002/")}
_FIRST = "eerste resultaat"
_FINDING: Mapping[str, Mapping[str, Finding]] = {
    OURS: {
        _FIRST: Finding("zoeken/", "[data-resultaten] a", "#zoekvlak input[type=search]"),
        "tellingen bij de filters": Finding(f"voorbeelden/?q={WORD}", f"#stand:has-text('voor ‘{WORD}’')"),
    },
    "Material met lunr": {_FIRST: Finding("", ".md-search-result__item a", ".md-search__input", "label[for=__search]")},
    "Zensical": {_FIRST: Finding("", "a[role=option]", "input[role=combobox]", "label[for=__search]")},
    "Starlight": {_FIRST: Finding("", ".pagefind-ui__result a", ".pagefind-ui__search-input", "button[data-open-modal]")},
}
_INDEX = {OURS: ("pagefind", "zoek"), "Material met lunr": ("search/search_index.json",), "Zensical": ("search.json",)}
_NOT_VISITED = ("Hugo zonder zoeken", "Material met macro’s en Pagefind")
"""Their pages are those of a program beside them."""


def main() -> None:
    """Build what is not there yet, visit, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("aantallen", type=int, nargs="*", default=[len(real().items), 1000], help="zoveel voorbeelden, elk apart gemeten")
    parser.add_argument("--rondes", type=int, default=3)
    parser.add_argument("--alleen", nargs="+", help="alleen deze programma's, zoals ze in de uitslag heten")
    chosen = parser.parse_args()
    result = kept()
    there = [engine for engine in engines() if not engine.missing and engine.naam not in _NOT_VISITED]
    there = [engine for engine in there if not chosen.alleen or engine.naam in chosen.alleen]
    for aantal in chosen.aantallen:
        sites = [_reading(engine, aantal) for engine in there]
        measured = [as_row(found) for found in _visited(sites, chosen.rondes)]
        names = {site.naam for site in sites}
        result["rijen"] = [row for row in result["rijen"] if not _replaced(row, aantal, names)] + measured
        keep(result)


def _replaced(row: Mapping[str, object], aantal: int, names: set[str]) -> bool:
    ours = {kind.__name__.lower() for kind in (Bezoek, Vondst, Zoekindex)}
    return row["soort"] in ours and row["aantal"] == aantal and row["naam"] in names


def _visited(sites: list[Reading], rondes: int) -> Iterator[Bezoek | Vondst | Zoekindex]:
    """In turns, so that a busy minute of the machine is not one site's bad luck."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"])
        for ronde in range(rondes):
            for site in sites:
                for found in (*visits(browser, site, ronde), *finds(browser, site, ronde), *(() if ronde else weigh_index(site))):
                    print(*as_row(found).values(), flush=True)
                    yield found


def _reading(engine: Engine, aantal: int) -> Reading:
    pages = _OUR_PAGES if engine.naam == OURS else _THEIR_PAGES
    index = _INDEX.get(engine.naam, ("pagefind",))
    return Reading(engine.naam, _built(engine, aantal), aantal, pages, _FINDING.get(engine.naam, {}), index)


def _built(engine: Engine, aantal: int) -> Path:
    """The site of so many entries; ours is this one, with made-up entries beside its own."""
    site = SITES / str(aantal) / engine.naam
    if site.is_dir():
        return site
    print(f"{engine.naam} maakt een site van {aantal} voorbeelden …", flush=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    # Node looks for modules in the folders around a project
    with tempfile.TemporaryDirectory(prefix="werk-", dir=NODE) as made:
        project = Path(made, "project")
        if engine.naam == OURS:
            keep_drawings(grown(project, aantal))
        else:
            engine.prepare(project, dict(values(make_project(Path(made, "inhoud"), 0), aantal)))
        for command in engine.commands:
            _run(command, project)
        shutil.move(project / engine.site, site)
    return site


def _run(command: Command, project: Path) -> None:
    subprocess.run(list(command), cwd=project, env={**os.environ, **SURROUNDINGS}, stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    main()
