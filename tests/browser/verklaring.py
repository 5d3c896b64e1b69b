"""What a run over all types of page finds, for the accessibility statement: `make verklaring`.

Counts what axe and an HTML parser have against each, and where the Tab key comes, there and back. The passage that says so
in `docs/toegankelijkheid.md` is written anew, with the day and what it was measured with; a test reads it.
"""

from __future__ import annotations

import datetime
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import html5lib
from playwright.sync_api import Browser, expect, sync_playwright

from macros.dates import in_words
from tests.browser.accessibility import faults
from tests.browser.conftest import find_browser
from tests.browser.tabbing import journey
from tests.conftest import PAGE_TYPES
from tests.sharing import PROJECT, Site, being_built, finished

STATEMENT = PROJECT / "docs" / "toegankelijkheid.md"
PASSAGE = re.compile(r"De laatste telling was op .*?\n\n(?:\|.*\n)+")


@dataclass(frozen=True)
class Telling:
    """What was found on all types of page together."""

    dag: datetime.date
    soorten: int
    axe: str
    browser: str
    fouten: int
    codefouten: int
    stappen: int
    tabfouten: int

    def __str__(self) -> str:
        """The passage of the statement."""
        rows = (
            ("Wat", "Uitslag"),
            ("---", "---"),
            (f"Soorten pagina's, met axe {self.axe} in Chromium {self.browser}", f"{self.soorten}"),
            ("Fouten die axe vond, licht en donker", f"{self.fouten}"),
            ("Fouten tegen de regels van HTML", f"{self.codefouten}"),
            ("Keren dat de Tab-toets ergens kwam, heen en terug", f"{self.stappen:,}".replace(",", ".")),
            ("Keren dat de focus daar niet goed te zien was, of iets oversloeg", f"{self.tabfouten}"),
        )
        table = "".join(f"| {what} | {found} |\n" for what, found in rows)
        return f"De laatste telling was op {in_words(self.dag.isoformat())}:\n\n{table}"


def count(browser: Browser, site: Site, day: datetime.date) -> Telling:
    """Visit every type of page; in the dark too, and with the Tab key."""
    wrong = broken = steps = lost = 0
    engine = ""
    for address in PAGE_TYPES.values():
        file = site.folder / (address if address.endswith(".html") else f"{address}index.html")
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(file.read_bytes(), transport_encoding="utf-8")
        broken += len(parser.errors)
        for scheme in ("light", "dark"):
            page = browser.new_page(base_url=site.address, color_scheme=scheme, viewport={"width": 1280, "height": 800})
            page.emulate_media(reduced_motion="reduce")
            page.goto(f"{address}?q=eenzaam" if address == "zoeken/" else address)
            if address == "zoeken/":
                expect(page.locator("[data-resultaten] > *").first).to_be_visible()
            wrong += len(faults(page))
            engine = page.evaluate("axe.version")
            if scheme == "light":
                page.goto(address)
                trip = journey(page)
                steps += trip.count * 2
                lost += len(trip.faults) + len(trip.missed)
            page.close()
    return Telling(day, len(PAGE_TYPES), engine, browser.version.partition(".")[0], wrong, broken, steps, lost)


def main(statement: Path = STATEMENT) -> int:
    """Build the site, count, and write the passage."""
    with being_built() as built, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"])
        found = count(browser, finished(built), datetime.date.today())
        browser.close()
    text, replaced = PASSAGE.subn(lambda _: str(found), statement.read_text(encoding="utf-8"))
    if replaced != 1:
        raise SystemExit("De plek voor de telling staat niet één keer in de verklaring.")
    statement.write_text(text, encoding="utf-8", newline="\n")
    print(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
