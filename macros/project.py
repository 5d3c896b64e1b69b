"""A project on disk, on a given day: the one place where content, clock and rules come together."""

from __future__ import annotations

import contextlib
import datetime
import gc
import os
import pickle
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from macros.catalogue import Catalogue
from macros.checking import Checked, check
from macros.collections import Verzameling, parse_collection
from macros.files import read_content, read_pages
from macros.history import blobs
from macros.permanence import vanished, what_to_do
from macros.problem import Problem
from macros.versions.pages import values
from macros.versions.past import Verleden, current, read_past
from macros.weblinks.memory import DamagedMemoryError, read_lost

Check = Callable[[Mapping[str, bytes], datetime.date], Checked]

_HANDED_OVER = "PRAKTIJKWIJZER_GECONTROLEERD"


def check_project(project: Path, check: Check = check) -> Checked:
    """Read and check everything below a project folder; `check` may remember what it gave before."""
    files, problems = read_content(project)
    pages = {path: data for path, data in read_pages(project).items() if not path.startswith("docs/kennis/") or path.endswith("/index.md")}
    with _without_clearing():
        checked = check({**pages, **files}, today())
    try:
        lost = read_lost(project)
    except DamagedMemoryError as error:
        problems, lost = [*problems, error.problem], {}
    catalogue = None if problems or checked.catalogue is None else replace(checked.catalogue, verloren=lost)
    return Checked(tuple(sorted([*problems, *checked.problems])), catalogue, checked.lijsten)


@contextlib.contextmanager
def _without_clearing() -> Iterator[None]:
    """Python looks again and again for what nobody holds; of a check nearly everything is kept, so that takes longer than it gives."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def hand_over(catalogue: Catalogue, path: Path) -> Mapping[str, str]:
    """Keep a checked catalogue for one step of the same build, in a folder of that build alone; gives the setting that names it."""
    with path.open("wb") as file:
        pickle.dump(catalogue, file, pickle.HIGHEST_PROTOCOL)
    return {_HANDED_OVER: str(path)}


def handed_over() -> Catalogue | None:
    """The catalogue that this build has checked already; None for who runs a step by hand."""
    path = os.environ.get(_HANDED_OVER)
    if not path:
        return None
    with Path(path).open("rb") as file:
        found = pickle.load(file)
    return found if isinstance(found, Catalogue) else None


def with_vanished(checked: Checked, project: Path) -> Checked:
    """The same, with a fault for every entry that was published and is gone without a trace, as far as the history is here."""
    former = checked.catalogue.vorige_adressen if checked.catalogue else _former(project)
    past = read_past(project, former, today())
    here = {path.stem for path in (project / "voorbeelden").glob("*.yml")}
    removed: Collection[str] = checked.lijsten.get("verwijderd", {})
    lost = []
    for slug in vanished({*here, *former, *removed}, past.slugs):
        remedy = what_to_do(slug, _renamed(project, past, slug, here - past.slugs))
        lost.append(Problem(f"voorbeelden/{slug}.yml", 1, 1, "", "Dit voorbeeld was gepubliceerd en is weg.", remedy))
    return replace(checked, problems=tuple(sorted([*checked.problems, *lost])), catalogue=None if lost else checked.catalogue)


def _former(project: Path) -> dict[str, str]:
    """Old slug → slug, also when something else is wrong with the content."""
    read = {path.stem: values(path.read_bytes()) for path in sorted((project / "voorbeelden").glob("*.yml"))}
    told = {slug: held.get("vorige_adressen") for slug, held in read.items() if held}
    return {str(old): slug for slug, olds in told.items() if isinstance(olds, list) for old in olds}


def _renamed(project: Path, past: Verleden, slug: str, fresh: Collection[str]) -> str | None:
    """The new entry that has the title of one that is gone: only its file was given another name."""
    last = next(version for known in past.versies.values() for version in reversed(known) if version.slug == slug)
    title = (values(blobs(project, [last.blob])[last.blob]) or {}).get("titel")
    same = (new for new in sorted(fresh) if (values((project / "voorbeelden" / f"{new}.yml").read_bytes()) or {}).get("titel") == title)
    return next(same, None)


def with_past(catalogue: Catalogue, project: Path) -> tuple[Catalogue, Verleden]:
    """A catalogue that knows which version of each entry readers see, and everything that was published before."""
    past = read_past(project, catalogue.vorige_adressen, today())
    return replace(catalogue, versies={slug: version.nummer for slug, version in current(project, past).items()}), past


def read_collections(project: Path) -> tuple[Verzameling, ...]:
    """The collections of a project, by file name."""
    pages = sorted((project / "docs" / "verzamelingen").glob("*.md"))
    found = (parse_collection(path.stem, path.read_text(encoding="utf-8")) for path in pages if path.stem != "index")
    return tuple(collection for collection in found if collection)


def today() -> datetime.date:
    """The day for which the site is made: `SOURCE_DATE_EPOCH` where it is set, for builds that repeat.

    See https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # ten digits reach the year 2286; anything else is no moment to build for
    if epoch.isdecimal() and len(epoch) <= 10:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
