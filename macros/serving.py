"""The site on your own machine: builds, serves, and builds again when something changes.

Every build is the whole `build`, search included, in a process of its own, so that changed Python
code counts too. A page that is open reloads itself after a build.
"""

from __future__ import annotations

import functools
import http.server
import subprocess
import sys
import tempfile
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import Any

from macros.reasons import why
from macros.watching import watch

_WATCHED = ("docs", "voorbeelden", "macros", "overrides", "mkdocs.yml")
_RELOAD_PATH = "/_herladen"
_SCRIPT_PATH = "/_herladen.js"
_RELOAD = b'<script src="/_herladen.js"></script>'
# a file, for the policy of our pages lets no script run that stands in the page itself
_SCRIPT = b"""(async () => {
  let seen = null;
  for (;;) {
    try {
      const now = await (await fetch("/_herladen")).text();
      if (seen !== null && now !== seen) location.reload();
      seen = now;
    } catch { }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
})();"""


def serve(project: Path, host: str, port: int) -> int:
    """Serve the site of a project until Ctrl-C. Gives the exit code."""
    project = project.resolve()
    with tempfile.TemporaryDirectory(prefix="praktijkwijzer-", ignore_cleanup_errors=True) as folder:
        site = Path(folder) / "site"
        if not _build(project, site):
            return 1
        state = State()
        handler = functools.partial(Handler, state, directory=str(site))
        try:
            server = Server((host, port), handler)
        except OSError as error:
            print(f"Poort {port} is niet vrij ({why(error)}). Kies een andere: praktijkwijzer serve --poort {port + 1}", file=sys.stderr)
            return 1

        def rebuild() -> None:
            if _build(project, site):
                state.changed()

        observer = watch(project, _WATCHED, rebuild)
        print(f"De site staat op http://{host}:{server.server_address[1]}/ (stop met Ctrl-C)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nGestopt.")
        finally:
            server.server_close()
            observer.stop()
    return 0


class State:
    """Counts the builds, so that open pages can see that there is a new one."""

    def __init__(self) -> None:
        self.version = 0

    def changed(self) -> None:
        """Note a new build."""
        self.version += 1


class Server(http.server.ThreadingHTTPServer):
    """As the standard server, without a word about visitors that hang up."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report a mistake of ours; a page that is left while it loads is none."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files without caching, and adds a reloading script to pages."""

    def __init__(self, state: State, *arguments: Any, **options: Any) -> None:
        """As the standard handler, with the state of the builds."""
        self._state = state
        super().__init__(*arguments, **options)

    def do_GET(self) -> None:
        """Answer the reload question, or serve a file."""
        self._serve(super().do_GET)

    def do_HEAD(self) -> None:
        """As GET, without the body."""
        self._serve(super().do_HEAD)

    def _serve(self, standard: Callable[[], None]) -> None:
        if self.path == _RELOAD_PATH:
            self._answer(str(self._state.version).encode(), "text/plain")
            return
        if self.path == _SCRIPT_PATH:
            self._answer(_SCRIPT, "text/javascript")
            return
        found = Path(self.translate_path(self.path))
        if "\0" in str(found):
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        # an address without its last slash is left to the standard handler, which redirects
        page = found / "index.html" if found.is_dir() and self.path.split("?")[0].endswith("/") else found
        if page.suffix == ".html" and page.is_file():
            self._answer(page.read_bytes() + _RELOAD, "text/html; charset=utf-8")
        else:
            standard()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show our own page for an address that doesn't exist."""
        missing = Path(self.directory) / "404.html"
        if code == HTTPStatus.NOT_FOUND and missing.is_file():
            self._answer(missing.read_bytes(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)
        else:
            super().send_error(code, message, explain)

    def end_headers(self) -> None:
        """Let nothing be cached: the next build may differ."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing about requests; contributors look for messages about their content."""

    def _answer(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def _build(project: Path, site: Path) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "macros.cli", "--project", str(project), "build", "--uit", str(site)],
        check=False,
        cwd=project,
    )
    return done.returncode == 0
