"""One build, from checked content to a finished site: all of it, or nothing.

Steps: check → MkDocs → search index → link check → put in place. Each works on a folder beside the
old site; only a site that passed everything takes its place, so a failed build changes nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from macros.links import check_site, read_site
from macros.problem import to_text
from macros.project import check_project

Say = Callable[[str], None]

# Both are written by our own components, always in this form.
_INDEX_ONLY = re.compile(rb"<p hidden data-pagefind-[^>]*>[^<]*</p>\n?")
_INDEX_MARKS = re.compile(rb' data-pagefind-[a-z]+(?:="[^"]*")?(?=[ >])')


class BuildError(Exception):
    """A step failed; the message is Dutch and says what to do."""


def build(project: Path, target: Path | None = None, say: Say = print) -> int:
    """Build the site of a project in `target` (default: `site/` in the project). Gives the exit code."""
    project = project.resolve()
    target = (target or project / "site").resolve()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # beside its destination, so that moving it there is a rename and not a copy
        with tempfile.TemporaryDirectory(prefix=".site-", dir=target.parent) as folder:
            fresh = Path(folder) / "site"
            make_site(project, fresh, say)
            put_in_place(fresh, target)
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"De site is niet gemaakt: {error.strerror or error}. De vorige site staat er nog.", file=sys.stderr)
        return 1
    say(f"De site staat in {os.path.relpath(target)}.")
    return 0


def make_site(project: Path, folder: Path, say: Say) -> None:
    """Make and check a whole site in a folder that doesn't exist yet. Raises BuildError."""
    say("De inhoud wordt gecontroleerd …")
    checked = check_project(project)
    if checked.catalogue is None:
        raise BuildError(to_text(checked.errors) + f"\n{len(checked.errors)} fouten: de site is niet gemaakt. De vorige staat er nog.")
    say(f"De pagina's worden gemaakt ({len(checked.catalogue.items)} voorbeelden) …")
    # not --quiet: that hides the warnings that strict mode counts
    _run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)], project, "De pagina's maken")
    say("De zoekindex wordt gemaakt …")
    index_site(folder, project)
    say("De links worden gecontroleerd …")
    if broken := check_site(read_site(folder), site_url(project)):
        lines = "\n".join(str(link) for link in broken[:50])
        raise BuildError(f"{lines}\n\n{len(broken)} links kloppen niet: de site is niet geplaatst. De vorige staat er nog.")


def index_site(folder: Path, project: Path) -> None:
    """Add the Pagefind index to a site.

    `unknown` switches off Pagefind's Dutch stemming, which misranks; `keywords` brings our own.
    """
    options = ["--force-language", "unknown", "--exclude-selectors", "sup", "--quiet"]
    _run([sys.executable, "-m", "pagefind", "--site", str(folder), *options], project, "De zoekindex maken")
    # of its many interfaces we use only the search itself
    for path in (*(folder / "pagefind").glob("*ui*"), folder / "pagefind" / "pagefind-highlight.js"):
        path.unlink(missing_ok=True)
    for page in folder.rglob("*.html"):
        page.write_bytes(without_index_marks(page.read_bytes()))


def without_index_marks(html: bytes) -> bytes:
    """A page without what only the indexer reads: a sixth of its weight, no use to a reader."""
    return _INDEX_MARKS.sub(b"", _INDEX_ONLY.sub(b"", html))


def put_in_place(fresh: Path, target: Path) -> None:
    """Replace a site by a new one; the old one goes only when the new one stands."""
    old = fresh.with_name("oud")
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def site_url(project: Path) -> str:
    """The address for which MkDocs builds, as in mkdocs.yml: the environment's, or its default."""
    del project
    return os.environ.get("PRAKTIJKWIJZER_ADRES") or "https://praktijkwijzer.example/"


def _run(command: list[str], project: Path, what: str) -> None:
    # Material prints an advertisement for its successor, which contributors can do nothing with
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)
    except OSError as error:
        raise BuildError(f"{what} lukte niet: {error.strerror}.") from error
    if done.returncode:
        raise BuildError(f"{what} lukte niet:\n{readable(done.stdout + done.stderr)}")


def readable(output: str) -> str:
    """What a page author can use of MkDocs' output: no progress, no Python traceback."""
    without_traceback = re.sub(r"^```\n.*?^```\n?", "", f"{output}\n", flags=re.DOTALL | re.MULTILINE)
    lines = [line for line in without_traceback.splitlines() if line.strip() and not line.startswith("INFO")]
    text = "\n".join(lines).replace("[macros] - ERROR # _Macro Rendering Error_", "Een macro werkt niet.")
    return re.sub(r"^_(\w+)_: ", r"\1: ", text, flags=re.MULTILINE)
