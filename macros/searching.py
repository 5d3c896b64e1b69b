"""The search of a site on disk: the index and all beside it, and the part of Pagefind that answers in the browser."""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from macros.catalogue import Catalogue
from macros.finding import make_findable
from macros.finding.handwritten import handwritten
from macros.finding.pieces import files
from macros.preloading import with_index
from macros.scripting import minified
from macros.steps import BuildError, run_step

_OURS = ("pagefind.js", "wasm.unknown.pagefind")
_TABLE = "tabel-"
_SOME_PAGE = '<!doctype html><html lang="nl"><body>pagina</body></html>'


def index_site(folder: Path, project: Path, catalogue: Catalogue) -> None:
    """Add search to a site that is made: the index, what goes beside it, and what answers questions from it."""
    written = _handwritten_pages(folder, project)
    tables = sorted(path.name.removeprefix(_TABLE) for path in folder.glob(f"voorbeelden/{_TABLE}*"))
    found = make_findable(catalogue, tuple(handwritten(written)), *tables[:1])
    index = folder / "pagefind"
    for name in ("fragment", "index"):
        (index / name).mkdir(parents=True)
    for name, content in files(found.index, _put_engine(index, project)):
        (index / name).write_bytes(content)
    for name in {name.rpartition("/")[0] for name in found.bestanden}:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, text in found.bestanden.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    names = sorted(path.name for path in index.iterdir())
    for address, page in written.items():
        if (named := with_index(page, names)) != page:
            (folder / address / "index.html").write_bytes(named)


def _put_engine(index: Path, project: Path) -> dict[str, object]:
    """Put Pagefind's half in the browser beside the index; gives what its first file says. Raises BuildError.

    Pagefind brings it only with an index of its own, so it gets one page to read. `unknown` is a language without
    Pagefind's Dutch stemming, which misranks; `finding` brings our own.
    """
    with tempfile.TemporaryDirectory(prefix="praktijkwijzer-index-") as work:
        made = Path(work, "gemaakt")
        Path(work, "index.html").write_text(_SOME_PAGE, encoding="utf-8")
        command = [sys.executable, "-m", "pagefind", "--site", work, "--output-path", str(made), "--force-language", "unknown", "--quiet"]
        run_step(command, project, "De zoekindex maken")
        try:
            entry = json.loads((made / "pagefind-entry.json").read_bytes())
            script, engine = ((made / name).read_bytes() for name in _OURS)
        except (FileNotFoundError, ValueError) as error:
            raise BuildError("De zoekindex maken lukte niet: wat Pagefind schreef, is niet heel. Probeer het nog eens.") from error
    (index / _OURS[0]).write_bytes(minified(script.decode("utf-8"), _OURS[0]).encode("utf-8"))
    (index / _OURS[1]).write_bytes(engine)
    return dict(entry)


def _handwritten_pages(folder: Path, project: Path) -> dict[str, bytes]:
    """Address → HTML of the pages that are written by hand, but for those that the catalogue knows."""
    pages = {}
    for path in (project / "docs").rglob("*.md"):
        address = path.relative_to(project / "docs").with_suffix("").as_posix().removesuffix("index").rstrip("/")
        html = folder / address / "index.html"
        if address and html.is_file() and not address.startswith("kennis/"):
            pages[f"{address}/"] = html.read_bytes()
    return pages
