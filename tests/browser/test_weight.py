"""What a visit costs: bytes over the line, compressed as any host does, and nothing that jumps."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.conftest import Site

_FIRST, _LATER = 100_000, 20_000
_TEXT = {".html", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest"}

_SHIFTS = """() => new Promise(done => {
  let total = 0;
  const add = list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value; };
  new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(total), 0));
})"""


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves like an ordinary host: text compressed, everything kept for ten minutes."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = path.read_bytes()
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Cache-Control", "max-age=600")
        if path.suffix in _TEXT:
            body = gzip.compress(body, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def compressed(site: Site) -> Iterator[str]:
    """The address of the site on a host that compresses."""
    handler = functools.partial(_Compressing, directory=str(site.folder.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/{site.folder.name}/"
        server.shutdown()


class _Meter:
    """Counts what comes over the line, headers included; what the browser has kept costs nothing."""

    def __init__(self, page: Page) -> None:
        self._page, self._names, self._sizes = page, {}, {}
        session = page.context.new_cdp_session(page)
        session.on("Network.requestWillBeSent", lambda event: self._names.update({event["requestId"]: event["request"]["url"]}))
        session.on("Network.loadingFinished", lambda event: self._sizes.update({event["requestId"]: event["encodedDataLength"]}))
        session.send("Network.enable")

    def visit(self, address: str) -> dict[str, int]:
        """Bytes per resource of a visit that reads the page to its end."""
        self._names.clear()
        self._sizes.clear()
        self._page.goto(address)
        for _ in range(40):
            self._page.mouse.wheel(0, 900)
            if self._page.evaluate("scrollY + innerHeight >= document.documentElement.scrollHeight - 1"):
                break
            self._page.wait_for_load_state("networkidle")
        self._page.wait_for_load_state("networkidle")
        return {self._names[key].rpartition("/")[2] or "pagina": round(size) for key, size in self._sizes.items() if key in self._names}


def test_a_first_visit_is_light_and_the_next_lighter(browser: Browser, compressed: str) -> None:
    """Everything that an entry page loads, letters too, weighs at most 100 kB; the next entry at most 20 kB."""
    page = browser.new_page(viewport={"width": 375, "height": 800})
    meter = _Meter(page)

    first = meter.visit(f"{compressed}voorbeelden/leefgoed-veghel/")
    later = meter.visit(f"{compressed}voorbeelden/welzijn-op-recept/")

    assert {"kop.woff2", "pagina", "woordmerk.svg"} <= set(first)
    assert sum(first.values()) <= _FIRST, first
    assert sum(later.values()) <= _LATER, later
    page.context.close()


@pytest.mark.parametrize("width", [375, 1280])
@pytest.mark.parametrize(
    "address",
    ["", "voorbeelden/", "voorbeelden/leefgoed-veghel/", "themas/eenzaamheid/", "zoeken/", "kaart/", "overzicht/", "kennis/sociale-basis/"],
)
def test_nothing_jumps(browser: Browser, compressed: str, address: str, width: int) -> None:
    """No element moves while a page loads or is read to its end, also when its scripts come late."""
    page = browser.new_page(viewport={"width": width, "height": 800})

    def late(route: Route) -> None:
        time.sleep(0.15)
        route.continue_()

    page.route("**/*.js", late)
    _Meter(page).visit(compressed + address)

    assert page.evaluate(_SHIFTS) == 0
    page.context.close()


def test_a_jump_is_noticed(browser: Browser, compressed: str) -> None:
    """The measure can fail: something that pushes the text down counts."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(f"{compressed}over/")
    page.evaluate("""() => new Promise(done => {
      const block = document.createElement("div");
      block.textContent = "x ".repeat(4000);
      document.querySelector("main").prepend(block);
      requestAnimationFrame(() => requestAnimationFrame(done));
    })""")

    assert page.evaluate(_SHIFTS) > 0
    page.context.close()
