"""What a visitor waits for: pages of built sites in the real browser, over a slow line and on a slow processor.

The line is that of Lighthouse for phones: an answer begins after 150 ms, and 1.6 megabits a second come through. It lies
in the host and not in the browser, so that what workers load is slowed down and counted too.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.metering import Line, at_the_end_of, jumps

WAIT, SPEED, SLOWER = 0.15, 1.6e6 / 8, 4
"""Seconds, bytes a second, and how many times slower the processor is."""
WORD = "mantelzorg"
_WIDE, _HIGH = 390, 844
_SEEN = {"", ".html", ".css", ".woff2", ".svg", ".png", ".ico"}
"""What a page is that nobody searches on."""
_PATIENCE = 120_000
_WATCH = """
window.gezien = { lcp: 0, inp: 0 };
new PerformanceObserver((list) => { for (const entry of list.getEntries()) gezien.lcp = entry.startTime; })
  .observe({ type: "largest-contentful-paint", buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.interactionId) gezien.inp = Math.max(gezien.inp, entry.duration);
}).observe({ type: "event", durationThreshold: 16, buffered: true });
"""


@dataclass(frozen=True)
class Finding:
    """How a word is found: the page, a result there, and the field, and what opens that; no field where the address asks."""

    adres: str
    result: str
    field: str = ""
    opens: str = ""


@dataclass(frozen=True)
class Reading:
    """What is visited of a site: a name for each page, its address, and the address of another of the same kind."""

    naam: str
    folder: Path
    aantal: int
    pages: Mapping[str, tuple[str, str]]
    finding: Mapping[str, Finding] = field(default_factory=dict)
    """What can be found, and how."""
    index: tuple[str, ...] = ()
    """The files and folders with what only searching needs."""


@dataclass(frozen=True)
class Bezoek:
    """One visit: bytes and answers over the line; milliseconds to the first text, the largest, and of the slowest answer to a key or a tap.

    `keer` 1 has nothing kept, 2 is another page of the same kind right after it. An `inp` of 0 is less than 16 ms.
    """

    naam: str
    aantal: int
    pagina: str
    keer: int
    ronde: int
    bytes: int
    verzoeken: int
    fcp: int
    lcp: int
    inp: int
    cls: float


@dataclass(frozen=True)
class Vondst:
    """A first result for one whole word with nothing kept: bytes over the line, those of scripts and data, and milliseconds."""

    naam: str
    aantal: int
    waarvan: str
    ronde: int
    bytes: int
    zoeken: int
    tijd: int


@dataclass(frozen=True)
class Zoekindex:
    """The bytes of all that only searching needs, on disk."""

    naam: str
    aantal: int
    bytes: int


def weigh_index(site: Reading) -> Iterator[Zoekindex]:
    """What the search of a site weighs altogether."""
    found = [path for name in site.index for path in (site.folder / name, *(site.folder / name).rglob("*")) if path.is_file()]
    if found:
        yield Zoekindex(site.naam, site.aantal, sum(path.stat().st_size for path in found))


def visits(browser: Browser, site: Reading, ronde: int) -> Iterator[Bezoek]:
    """Every page of a site, first with nothing kept, then another of its kind."""
    line = Line(WAIT, SPEED)
    with at_the_end_of(line, site.folder) as host:
        for pagina, addresses in site.pages.items():
            with _visitor(browser) as context:
                for keer, address in enumerate(addresses, start=1):
                    line.carried.clear()
                    page = _slow_page(context)
                    page.goto(host + address)
                    _come_to_rest(page, line)
                    answers = [size for _, size in line.carried]
                    # before anything is touched: what moves after that was asked for
                    jumped = round(jumps(page), 4)
                    yield Bezoek(site.naam, site.aantal, pagina, keer, ronde, sum(answers), len(answers), *_used(page), jumped)
                    page.close()


def finds(browser: Browser, site: Reading, ronde: int) -> Iterator[Vondst]:
    """The first result of a word; where a site has them, the numbers beside its filters too."""
    for waarvan, finding in site.finding.items():
        line = Line(WAIT, SPEED)
        with at_the_end_of(line, site.folder) as host, _visitor(browser) as context:
            page = _slow_page(context)
            start = time.monotonic()
            page.goto(host + finding.adres)
            if finding.opens:
                page.locator(finding.opens).first.click()
            if finding.field:
                page.locator(finding.field).first.fill(WORD)
            page.locator(finding.result).first.wait_for(state="attached")
            spent = round((time.monotonic() - start) * 1000)
            carried = list(line.carried)
            for_finding = sum(size for path, size in carried if Path(path.partition("?")[0]).suffix not in _SEEN)
            yield Vondst(site.naam, site.aantal, waarvan, ronde, sum(size for _, size in carried), for_finding, spent)


def _come_to_rest(page: Page, line: Line) -> None:
    """Wait until nothing came for a second; not for what is asked elsewhere, which never comes here."""
    before = -1
    while before != len(line.carried):
        before = len(line.carried)
        page.wait_for_timeout(1000)


def _used(page: Page) -> tuple[int, int, int]:
    """Use the page as a reader does, and what it then says: first and largest text, and the slowest answer, in milliseconds."""
    page.mouse.wheel(0, 600)
    for _ in range(3):
        page.keyboard.press("Tab")
    # in the margin, where no link is
    page.mouse.click(2, 300)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    fcp, lcp, inp = page.evaluate("[performance.getEntriesByName('first-contentful-paint')[0].startTime, gezien.lcp, gezien.inp]")
    return round(fcp), round(lcp), round(inp)


@contextmanager
def _visitor(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody with a phone who was never here, and who leaves in the end."""
    context = browser.new_context(viewport={"width": _WIDE, "height": _HIGH}, has_touch=True)
    context.set_default_timeout(_PATIENCE)
    context.add_init_script(_WATCH)
    yield context
    context.close()


def _slow_page(context: BrowserContext) -> Page:
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    return page
