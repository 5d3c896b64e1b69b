"""The built site that all test processes look at: made once, beside the first tests, and served until the last.

A build takes as long as hundreds of tests; each process of pytest-xdist used to make its own.
"""

from __future__ import annotations

import contextlib
import fnmatch
import functools
import http.server
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[1]
_PATIENCE = 600
"""Seconds within which a build must be ready, also on a busy machine."""


@dataclass(frozen=True)
class Site:
    """A built site on disk, and the address at which it is served."""

    folder: Path
    address: str


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[int]:
    """Serve a folder on this machine; gives the port."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with Patient(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@contextlib.contextmanager
def hosting(folder: Path, below: str = "/") -> Iterator[str]:
    """Serve a built site as a host that reads its file `_headers`, at the path that it was made for; gives the address."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for line in (folder / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith("/"):
            rule = rules.setdefault(line, [])
        else:
            name, _, value = line.strip().partition(": ")
            rule.append((name, value))

    class Host(_Quiet):
        def translate_path(self, path: str) -> str:
            return super().translate_path("/" + path.removeprefix(below))

        def end_headers(self) -> None:
            path = "/" + self.path.partition("?")[0].removeprefix(below)
            for pattern, told in rules.items():
                if fnmatch.fnmatchcase(path, pattern):
                    for name, value in told:
                        self.send_header(name, value)
            super().end_headers()

    with Patient(("127.0.0.1", 0), functools.partial(Host, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{below}"
        server.shutdown()


class Patient(http.server.ThreadingHTTPServer):
    """A host that goes on."""

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that leaves a page before all of it came is no mistake."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def being_built() -> Iterator[Site]:
    """The real site while it is being built, below a path as on GitHub Pages; `finished` tells when it is there."""
    with tempfile.TemporaryDirectory(prefix="praktijkwijzer-") as served, serving(Path(served)) as port:
        site = Site(Path(served) / "gids", f"http://127.0.0.1:{port}/gids/")
        with _report(site).with_suffix(".bezig").open("wb") as output:
            building = subprocess.Popen(
                [sys.executable, "-m", "macros.cli", "--project", PROJECT, "build", "--uit", site.folder],
                env={**os.environ, "PRAKTIJKWIJZER_ADRES": site.address},
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        threading.Thread(target=_announce, args=(building, site), daemon=True).start()
        yield site
        building.terminate()
        building.wait()


def finished(site: Site) -> Site:
    """Wait until the site is built. Raises AssertionError with what the build said when it failed."""
    end = time.monotonic() + _PATIENCE
    while not (ready := _report(site)).is_file():
        assert time.monotonic() < end, "de site was niet op tijd klaar"
        time.sleep(0.1)
    assert site.folder.is_dir(), ready.read_text(encoding="utf-8")
    return site


def _announce(building: subprocess.Popen[bytes], site: Site) -> None:
    building.wait()
    with contextlib.suppress(FileNotFoundError):
        # the tests may have ended before
        _report(site).with_suffix(".bezig").rename(_report(site))


def _report(site: Site) -> Path:
    return site.folder.with_name("bouw.txt")
