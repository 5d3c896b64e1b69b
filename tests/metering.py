"""A host that compresses, and a meter for what comes over the line from it."""

from __future__ import annotations

import functools
import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.sharing import Patient

_JUMPS = """() => new Promise((done, fail) => {
  const seen = [];
  const painted = () => performance.getEntriesByName("first-contentful-paint").length;
  let pushed = 0;
  new PerformanceObserver(list => {
    seen.push(...list.getEntries().filter(entry => !entry.hadRecentInput));
    const mine = seen.find(entry => pushed && entry.startTime >= pushed);
    if (mine) done(seen.filter(entry => entry.startTime < pushed).reduce((total, entry) => total + entry.value, 0));
  }).observe({ type: "layout-shift", buffered: true });
  const push = () => requestAnimationFrame(() => {
    if (!painted()) return push();
    scrollTo({ top: 0, behavior: "instant" });
    requestAnimationFrame(() => requestAnimationFrame(() => {
      const block = document.createElement("div");
      block.style.blockSize = "300px";
      pushed = performance.now();
      document.querySelector("main").prepend(block);
    }));
  });
  push();
  setTimeout(() => fail(new Error("the browser does not tell of a push that was certain")), 20000);
})"""
_PIECE = 4096
"""Bytes that go over a line at a time, so that answers that come together share it."""
_TEXT = {".html", ".css", ".js", ".svg", ".json", ".xml", ".webmanifest"}


@dataclass
class Line:
    """What lies between a host and a visitor: how long a question is under way, and how much comes through; keeps what came."""

    wait: float = 0.0
    """Seconds between a question and the first byte of its answer."""
    speed: float = 0.0
    """Bytes a second for all answers together; 0: no limit."""
    carried: list[tuple[str, int]] = field(default_factory=list)
    """Path and bytes of every answer, head included, to pages and workers alike."""
    _one: threading.Lock = field(default_factory=threading.Lock)

    def carry(self, path: str, size: int) -> Iterator[slice]:
        """The pieces of an answer, each at the moment that it arrives."""
        self.carried.append((path, size))
        for start in range(0, size, _PIECE):
            if self.speed:
                with self._one:
                    time.sleep(min(_PIECE, size - start) / self.speed)
            yield slice(start, start + _PIECE)


class _Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves like an ordinary host: text compressed, everything kept for ten minutes."""

    protocol_version = "HTTP/1.1"
    line: Line

    def __init__(self, *arguments: Any, line: Line, **more: Any) -> None:
        self.line = line
        super().__init__(*arguments, **more)

    def do_GET(self) -> None:
        time.sleep(self.line.wait)
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
        head = len(b"".join(self._headers_buffer)) + len(b"\r\n")
        self.end_headers()
        for piece in self.line.carry(self.path, head + len(body)):
            self.wfile.write(body[piece])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def compressing(folder: Path) -> Iterator[str]:
    """The address of a site, below a path, on a host that compresses."""
    with at_the_end_of(Line(), folder.parent) as address:
        yield f"{address}{folder.name}/"


@contextmanager
def at_the_end_of(line: Line, folder: Path) -> Iterator[str]:
    """The address of a site on a host that compresses, at the other end of a line."""
    handler = functools.partial(_Compressing, directory=str(folder), line=line)
    with Patient(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def jumps(page: Page) -> float:
    """How far things moved on a page by themselves (the layout shift score), from its start until now.

    The browser tells of shifts when it finds the time. So this pushes the text down itself, at the end,
    and waits until the browser tells that: then all that came before has been told.
    """
    return float(page.evaluate(_JUMPS))


class Meter:
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
        return self.so_far()

    def so_far(self) -> dict[str, int]:
        """Bytes per resource since the visit began; what is asked for again and was kept adds nothing."""
        found: dict[str, int] = {}
        for key, size in self._sizes.items():
            address = self._names.get(key, "data:")
            if not address.startswith("data:"):
                name = address.rpartition("/")[2] or "pagina"
                found[name] = found.get(name, 0) + round(size)
        return found
