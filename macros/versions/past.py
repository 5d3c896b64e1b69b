"""What was published before, read from the repository and put on the site; the edge between git, disk and the pure part."""

from __future__ import annotations

import datetime
import functools
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from macros import addresses, history
from macros.catalogue import Catalogue
from macros.keeping.store import Store
from macros.permanence import Steen
from macros.reading import parse_bytes
from macros.versions.changes import Wijzigingen, candidates, events, needed, tell
from macros.versions.frozen import Labels, labels_of
from macros.versions.pages import Reeks, pages_of
from macros.versions.states import Versie, Vertrek, blob_id, published, with_former

if TYPE_CHECKING:
    # a check makes no page, and needs not wait for the templates
    from macros.render import Renderer

_SINCE = re.compile(r"^  gepubliceerd_vanaf:\s*[\"']?([0-9T:Z+-]*)", re.MULTILINE)
_CACHE = Path(".cache", "versies")
_TEXT = "utf-8"
_AT_ONCE = 500
"""Entries whose files are in memory together."""
_SHALLOW = "Deze kopie van het project is ondiep: de geschiedenis ontbreekt. Haal haar op met 'git fetch --unshallow'."


@dataclass(frozen=True)
class Verleden:
    """Everything that was ever published, by what is now the slug."""

    versies: Mapping[str, tuple[Versie, ...]] = field(default_factory=dict)
    geleegd: Mapping[str, Steen] = field(default_factory=dict)
    """What is left of entries that were removed with all their versions, by slug."""
    vertrekken: tuple[Vertrek, ...] = ()
    """The entries that left, oldest first."""
    begin: int = 0
    """How many versions stood there on the first day."""
    gemis: str = ""
    """Why the history can't be read, and what to do; empty when it can."""

    @property
    def slugs(self) -> frozenset[str]:
        """Every slug under which an entry was ever published."""
        return frozenset(version.slug for known in self.versies.values() for version in known)


def published_since(project: Path) -> datetime.datetime | None:
    """The moment from which changes count as published; None while everything is a draft. Raises HistoryError for nonsense."""
    settings = project / "mkdocs.yml"
    found = _SINCE.search(settings.read_text(encoding=_TEXT)) if settings.is_file() else None
    if not found or not found[1]:
        return None
    try:
        moment = datetime.datetime.fromisoformat(found[1])
    except ValueError as error:
        raise history.HistoryError(
            f"In mkdocs.yml is 'gepubliceerd_vanaf: {found[1]}' geen datum. Schrijf bijvoorbeeld 2027-01-04, of laat het leeg."
        ) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)


def read_past(project: Path, former: Mapping[str, str], today: datetime.date) -> Verleden:
    """All versions. Without a whole history there are none, for dates would be wrong and versions would vanish."""
    try:
        begin = published_since(project)
        if begin is None:
            return Verleden()
        if not history.is_whole(project):
            return Verleden(gemis=_SHALLOW)
        found = published(history.log_of_entries(project), begin, today)
    except history.HistoryError as error:
        return Verleden(gemis=str(error))
    return Verleden(with_former(found.versies, former), vertrekken=found.vertrekken, begin=found.begin)


def current(project: Path, past: Verleden) -> dict[str, Versie]:
    """The version that readers see, of every entry whose file is as it was last published."""
    found = {}
    for slug, known in past.versies.items():
        path = project / "voorbeelden" / f"{slug}.yml"
        if known[-1].slug == slug and path.is_file() and blob_id(path.read_bytes(), known[-1].blob) == known[-1].blob:
            found[slug] = known[-1]
    return found


def read_changes(project: Path, catalogue: Catalogue, past: Verleden) -> Wijzigingen:
    """What changed for readers, newest first, as far as pages and feeds tell it. Raises HistoryError."""
    chosen = candidates(catalogue, events(catalogue, past.versies, past.vertrekken, past.begin))
    files = history.blobs(project, needed(chosen))
    return Wijzigingen(tuple(told for event in chosen if (told := tell(catalogue, event, files))), past.begin, past.gemis)


def write_versions(project: Path, site: Path, past: Verleden, renderer: Renderer, site_url: str) -> int:
    """Put the pages of all versions in a site; gives how many versions were made anew.

    What an entry's versions look like is kept in `.cache/versies`, under a name that follows from all that they are
    made of. Only what is not kept is read from git. The cache can be thrown away. Of an emptied entry nothing
    is shown any more.
    """
    store = Store(project / _CACHE)
    files = {slug: _current(project, slug) for slug in past.versies}
    names = {slug: _name(project, slug, known, files[slug], f"{site_url} {past.geleegd.get(slug)}") for slug, known in past.versies.items()}
    missing = {}
    for slug, known in past.versies.items():
        kept = store.get(names[slug])
        if kept is None:
            # never made, not whole any more, or cleared away by another build at the same time
            missing[slug] = known
            continue
        _write(site, json.loads(kept))
    for reeks in (replace(found, steen=past.geleegd.get(found.slug)) for found in read_series(project, missing, files)):
        pages = {path: _as_text(content) for path, content in pages_of(reeks, renderer, site_url)}
        _write(site, pages)
        store.put(names[reeks.slug], json.dumps(pages).encode(_TEXT))
    store.forget_all_but(set(names.values()))
    return sum(len(known) for known in missing.values())


def read_series(project: Path, wanted: Mapping[str, tuple[Versie, ...]], files: Mapping[str, bytes | None]) -> Iterator[Reeks]:
    """The versions of some entries with their files; `files` holds what stands there now. Raises HistoryError."""
    lists = history.blobs(project, sorted({blob for known in wanted.values() for version in known for blob in version.lijsten.values()}))

    @functools.cache
    def of_list(name: str, blob: str) -> Mapping[str, str]:
        return labels_of({name: lists[blob]}, _parsed)[name]

    def labels(version: Versie) -> Labels:
        return {name: of_list(name, blob) for name, blob in version.lijsten.items()}

    # all files of all versions at once could be a gigabyte
    for start in range(0, len(wanted), _AT_ONCE):
        some = list(wanted.items())[start : start + _AT_ONCE]
        contents = history.blobs(project, sorted({version.blob for _, known in some for version in known}))
        for slug, known in some:
            yield Reeks(slug, known, contents, labels, files.get(slug))


def _parsed(content: bytes) -> Mapping[str, object]:
    document = parse_bytes(content, "lijst.yml")[0]
    return document.value if document else {}


def _current(project: Path, slug: str) -> bytes | None:
    path = project / "voorbeelden" / f"{slug}.yml"
    return path.read_bytes() if path.is_file() else None


def _name(project: Path, slug: str, known: tuple[Versie, ...], now: bytes | None, site_url: str) -> str:
    """What decides how the versions of an entry look, as a file name."""
    parts = [
        _fingerprint(project),
        site_url,
        slug,
        hashlib.sha256(now).hexdigest() if now is not None else "weg",
        *(f"{version.slug} {version.nummer} {version.blob} {sorted(version.lijsten.items())}" for version in known),
    ]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32] + ".json"


@functools.cache
def _fingerprint(project: Path) -> str:
    """The code and components that make the pages."""
    here = Path(__file__).parent
    beside = ("prose.py", "comparing.py", "addresses.py", "yaml_values.py", "permanence.py", "content_policy.py")
    sources = [*here.glob("*.py"), *(here.parent / name for name in beside)]
    components = project / "overrides" / "components"
    parts = [*sources, *components.glob("ver*.html"), components / "loshoofd.html"]
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sorted(parts))).hexdigest()


def _as_text(content: str | bytes) -> str:
    """Bytes as text that gives the same bytes back, whatever they were."""
    return content.decode(_TEXT, "surrogateescape") if isinstance(content, bytes) else content


def _write(site: Path, pages: Mapping[str, str]) -> None:
    for path, content in pages.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode(_TEXT, "surrogateescape"))


def stylesheet(overrides: Path) -> bytes:
    """The stylesheet of the versions, whose address never changes: letters and tokens of the site, and their own part."""
    parts = (overrides / "stijl" / name for name in ("05-letters.css", "10-basis.css", "los/versie.css"))
    return b"".join(path.read_bytes() for path in parts)


def address_of(version: Versie) -> str:
    """The address of a version."""
    return addresses.versie(version.slug, version.nummer)
