"""One build, from checked content to a finished site: all of it, or nothing.

Steps: check → MkDocs → search index → link check → put in place. Each works on a folder beside the
old site; only a site that passed everything takes its place, so a failed build changes nothing.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from jinja2 import FileSystemLoader

from macros.addressbook import pages_in, read_moved, read_published, write_stand_ins
from macros.catalogue import Catalogue
from macros.content_policy import to_headers
from macros.exports.pictures import Picture, pictures
from macros.history import HistoryError
from macros.keeping.judgements import check_again
from macros.links import check_site, read_site
from macros.locking import BusyError, alone
from macros.permanence import permanence
from macros.problem import Problem, count, to_text
from macros.project import hand_over, read_collections, with_past
from macros.rasterising import Rasteriser
from macros.reasons import why
from macros.render import Renderer
from macros.searching import index_site
from macros.steps import BuildError, run_step
from macros.versions.past import write_versions

Say = Callable[[str], None]

_SIGN_OF_A_SITE = Path("pagefind", "pagefind-entry.json")


def build(project: Path, target: Path | None = None, say: Say = print) -> int:
    """Build the site of a project in `target` (default: `site/` in the project). Gives the exit code."""
    project = project.resolve()
    target = (target or project / "site").resolve()
    try:
        check_target(project, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        with alone(target.with_name(f".site-{target.name}.bezig")):
            restore(target)
            # beside its destination, so that moving it there is a rename and not a copy
            with tempfile.TemporaryDirectory(prefix=f".site-{target.name}.", dir=target.parent, ignore_cleanup_errors=True) as folder:
                fresh = Path(folder) / "site"
                make_site(project, fresh, say)
                put_in_place(fresh, target)
    except BusyError:
        print(
            f"Er wordt al een site gemaakt in '{_shown(target)}'. Wacht tot die klaar is, of kies bij --uit een andere map.",
            file=sys.stderr,
        )
        return 1
    except BuildError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"De site is niet gemaakt: {why(error)}. De vorige site staat er nog.", file=sys.stderr)
        return 1
    say(f"De site staat in {_shown(target)}.")
    return 0


def check_target(project: Path, target: Path) -> None:
    """Refuse to replace anything but an empty folder or a site of before. Raises BuildError."""
    if any(target.is_relative_to(project / name) for name in ("docs", "macros", "overrides", "tests", "voorbeelden")):
        raise BuildError(f"'{_shown(target)}' ligt tussen de bronbestanden. Kies bij --uit een andere map.")
    if target.exists() and not (target.is_dir() and (not any(target.iterdir()) or (target / _SIGN_OF_A_SITE).is_file())):
        raise BuildError(f"In '{_shown(target)}' staat iets anders dan een site van dit programma. Kies bij --uit een nieuwe of lege map.")


def restore(target: Path) -> None:
    """Put a site back that a power cut left out of place, between the two renames of `put_in_place`, and clear up after it.

    Only for who holds the lock: what builds of this site left behind is then nobody's work any more.
    """
    names = re.compile(rf"\.site-{re.escape(target.name)}\.[a-z0-9_]{{8}}")
    left = [path for path in target.parent.glob(".site-*") if names.fullmatch(path.name) and path.is_dir()]
    old = sorted((path / "oud" for path in left if (path / "oud").is_dir()), key=lambda path: path.stat().st_mtime)
    if old and not target.exists():
        old[-1].rename(target)
    for path in left:
        shutil.rmtree(path, ignore_errors=True)


def _shown(path: Path) -> str:
    try:
        return os.path.relpath(path)
    except ValueError:
        # on Windows there is no way from one drive to another
        return str(path)


def make_site(project: Path, folder: Path, say: Say) -> None:
    """Make and check a whole site in a folder that doesn't exist yet. Raises BuildError."""
    say("De inhoud wordt gecontroleerd …")
    checked = check_again(project)
    if checked.catalogue is None:
        raise BuildError(refusal(checked.errors))
    say(f"De pagina's worden gemaakt ({len(checked.catalogue.items)} voorbeelden) …")
    with Rasteriser(Pictures(project, checked.catalogue), project / ".cache" / "beelden") as rasteriser:
        checked_once = hand_over(checked.catalogue, folder.with_name("gecontroleerd"))
        # not --quiet: that hides the warnings that strict mode counts
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
        run_step(command, project, "De pagina's maken", checked_once)
        rasteriser.write(folder)
    say("De zoekindex wordt gemaakt …")
    index_site(folder, project, checked.catalogue)
    _make_lasting(project, folder, checked.catalogue, say)
    say("De links worden gecontroleerd …")
    if broken := check_site(read_site(folder), site_url(folder)):
        lines = "\n".join(str(link) for link in broken[:50])
        number = count(len(broken), "kapotte link", "kapotte links")
        raise BuildError(f"{lines}\n\n{number}: de site is niet geplaatst. De vorige staat er nog.")


def refusal(errors: Sequence[Problem]) -> str:
    """Why there is no new site when the content is wrong: every fault, and how many there are."""
    return f"{to_text(errors)}\n{count(len(errors), 'fout', 'fouten')}: de site is niet gemaakt. De vorige staat er nog."


def _make_lasting(project: Path, folder: Path, catalogue: Catalogue, say: Say) -> None:
    """What keeps every address that was ever published alive: versions, redirects, and pages of what was removed."""
    _, past = with_past(catalogue, project)
    if past.gemis and os.environ.get("PRAKTIJKWIJZER_ALLE_VERSIES"):
        raise BuildError(f"{past.gemis} Zonder geschiedenis verdwijnen eerdere versies van de site.")
    if past.gemis:
        say(f"Let op: eerdere versies ontbreken op deze site. {past.gemis}")
    renderer = Renderer(FileSystemLoader(project / "overrides" / "components"))
    found = permanence(catalogue, pages_in(folder), read_published(project), past.slugs, read_moved(project))
    if found.fouten:
        raise BuildError("\n".join(found.fouten))
    emptied = {address.split("/")[1]: stone for address, stone in found.stenen.items() if stone.leeg}
    try:
        write_versions(project, folder, replace(past, geleegd=emptied), renderer, site_url(folder))
    except HistoryError as error:
        raise BuildError(str(error)) from error
    write_stand_ins(folder, found, renderer, site_url(folder))
    folders = (path.name for path in folder.iterdir() if path.is_dir())
    (folder / "_headers").write_text(to_headers(folders), encoding="utf-8", newline="\n")


@dataclass(frozen=True)
class Pictures:
    """The pictures of a site, made anew whenever someone goes through them: together they weigh more than the texts."""

    project: Path
    catalogue: Catalogue

    def __iter__(self) -> Iterator[Picture]:
        """One by one."""
        assets = self.project / "overrides" / "assets"
        drawn = ((assets / name).read_text(encoding="utf-8") for name in ("woordmerk.svg", "icoon.svg"))
        return pictures(self.catalogue, read_collections(self.project), *drawn)


def put_in_place(fresh: Path, target: Path) -> None:
    """Replace a site by a new one; the old one goes only when the new one stands."""
    old = fresh.with_name("oud")
    if target.exists():
        target.rename(old)
    try:
        fresh.rename(target)
    except BaseException:
        # Ctrl-C too: the old site lies in a folder that is about to be cleared
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def site_url(folder: Path) -> str:
    """The address for which a site was made: the one that its home page says is its own."""
    found = re.search(rb'<link rel="?canonical"? href="([^"]+)"', (folder / "index.html").read_bytes())
    return found[1].decode() if found else "/"
