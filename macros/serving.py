"""The site on your own machine: builds, serves, and shows what changes.

An entry that is edited is shown at once by the workshop of `keeping`; behind it the whole `build` is made, search included,
and takes the place of the site. A page that is open reloads itself after either, and says what is wrong with the content.
"""

from __future__ import annotations

import functools
import http.server
import json
import sys
import tempfile
from collections.abc import Callable, Collection
from http import HTTPStatus
from pathlib import Path
from typing import Any

from macros.keeping.answers import Answer
from macros.keeping.errand import Refresh, Workshop
from macros.reasons import why
from macros.watching import watch

_WATCHED = ("docs", "voorbeelden", "macros", "overrides", "mkdocs.yml")
_CODE = ("macros", "overrides", "mkdocs.yml")
"""What the workshop has read once."""
_RELOAD_PATH = "/_herladen"
_SCRIPT_PATH = "/_herladen.js"
_RELOAD = b'<script src="/_herladen.js"></script>'
# a file, for the policy of our pages lets no script run that stands in the page itself
_SCRIPT = b"""(async () => {
  let seen = null;
  let told = null;
  const tell = text => {
    if (!text) {
      told?.remove();
      told = null;
      return;
    }
    if (!told) {
      told = document.createElement("pre");
      told.setAttribute("role", "alert");
      told.tabIndex = 0;
      Object.assign(told.style, {
        position: "fixed", insetInline: "0", insetBlockEnd: "0", maxBlockSize: "40vh", overflow: "auto", margin: "0", padding: "1rem",
        whiteSpace: "pre-wrap", overflowWrap: "anywhere", font: "1rem/1.5 monospace", background: "#7a1212", color: "#fff",
      });
      document.body.append(told);
    }
    if (told.textContent !== text) told.textContent = text;
  };
  for (;;) {
    try {
      const now = await (await fetch("/_herladen")).json();
      if (seen !== null && now.versie !== seen) location.reload();
      seen = now.versie;
      tell(now.fouten);
    } catch { }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
})();"""
_FAILED = "De site is niet opnieuw gemaakt. Waarom staat in het venster waarin je 'serve' startte."


def serve(project: Path, host: str, port: int) -> int:
    """Serve the site of a project until Ctrl-C. Gives the exit code."""
    project = project.resolve()
    with tempfile.TemporaryDirectory(prefix="praktijkwijzer-", ignore_cleanup_errors=True) as folder:
        site = Path(folder) / "site"
        state = State()
        try:
            # before the build, which takes longer than anyone waits to hear that a port is taken
            server = Server((host, port), functools.partial(Handler, state, directory=str(site)))
        except OSError as error:
            print(f"Poort {port} is niet vrij ({why(error)}). Kies een andere: praktijkwijzer serve --poort {port + 1}", file=sys.stderr)
            return 1
        workshop, refresh = Workshop(project, site), Refresh(project, site)
        with server:
            try:
                workshop.open()
                if not refresh.run():
                    return 1
                _answer_until_stopped(server, watch(project, _WATCHED, functools.partial(_follow, project, state, workshop, refresh)))
            finally:
                refresh.stop()
                workshop.close()
    return 0


def _answer_until_stopped(server: Server, observer: Any) -> None:
    host, port = server.server_address[:2]
    print(f"De site staat op http://{host!s}:{port}/ (stop met Ctrl-C)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        observer.stop()


def _follow(project: Path, state: State, workshop: Workshop, refresh: Refresh, changed: Collection[str]) -> None:
    """Show what can be shown at once, and have the whole site made behind it; of wrong content tell what is wrong."""
    # a build of what is no longer the content would bring the page of before back
    refresh.stop()
    if any(Path(path).is_relative_to(project / name) for path in changed for name in _CODE):
        workshop.close()
    faults: list[str] = []

    def hear(answer: Answer) -> None:
        if answer.fouten:
            faults.append(answer.fouten)
            print(answer.fouten, file=sys.stderr, flush=True)
            state.tell(answer.fouten)
        else:
            state.changed()

    workshop.look(hear)
    if faults:
        return

    def built(well: bool) -> None:
        if well:
            state.changed()
        else:
            state.tell(_FAILED)
        workshop.open_again()

    refresh.start(built)


class State:
    """Counts what is new on the site, so that open pages can see it, and keeps what is wrong with the content."""

    def __init__(self) -> None:
        """As the first build left it."""
        self.version = 0
        self.faults = ""

    def changed(self) -> None:
        """Note that there is something new, and nothing wrong."""
        self.version += 1
        self.faults = ""

    def tell(self, faults: str) -> None:
        """Note what keeps the content from being shown."""
        self.faults = faults


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
            told = {"versie": self._state.version, "fouten": self._state.faults}
            self._answer(json.dumps(told).encode(), "application/json")
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
