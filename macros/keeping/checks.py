"""The same answer as `checking.check`, without doing again what cannot have changed.

What a file gives by itself is kept by its bytes. What the rules say of it is kept as long as all that they looked at is the
same: they are given a catalogue that notes what is asked of it, so no rule has to tell on what it depends.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from macros.checking import Checked, Gelezen, check, read_file
from macros.problem import Problem
from macros.rules import entry_problems
from macros.rules.draft import Draft, World


@dataclass(frozen=True)
class Judgement:
    """What the rules said of one file, and all that they looked at to say it, as fingerprints."""

    file: str
    ground: str
    asked: Mapping[str, str | None]
    """The other entries about which they asked; None for what was not there."""
    listed: str | None
    """The names of all entries, when they went through those."""
    problems: tuple[Problem, ...]


class Kept:
    """Remembers every file of one project as it was at the last check."""

    def __init__(self, judged: Mapping[str, Judgement] | None = None) -> None:
        """Knowing nothing yet, or what the rules said in another process: path → what they said."""
        self.judged: dict[str, Judgement] = dict(judged or {})
        self._read: dict[str, tuple[str, Gelezen]] = {}
        self._ground = ""
        self._names = ""

    def check(self, files: Mapping[str, bytes], today: datetime.date) -> Checked:
        """What `checking.check` gives for these files on this day."""
        self._ground, self._names = _ground(files, today), ""
        for path in self._read.keys() - files.keys():
            del self._read[path]
        checked = check(files, today, self._read_file, self._judge)
        here = {read.draft.document.path for _, read in self._read.values() if read.draft}
        for gone in self.judged.keys() - here:
            del self.judged[gone]
        return checked

    def _read_file(self, path: str, data: bytes) -> Gelezen:
        digest = hashlib.sha256(data).hexdigest()
        known = self._read.get(path)
        if known is None or known[0] != digest:
            known = self._read[path] = (digest, read_file(path, data))
        return known[1]

    def _judge(self, draft: Draft, world: World) -> tuple[Problem, ...]:
        path = draft.document.path
        known = self.judged.get(path)
        if known is None or not self._holds(known, path, world):
            noting = _Noting(world.voorbeelden)
            problems = tuple(entry_problems(draft, replace(world, voorbeelden=noting)))
            asked = {slug: self._digest(slug) for slug in sorted(noting.asked)}
            listed = self._listed(world) if noting.listed else None
            known = self.judged[path] = Judgement(self._read[path][0], self._ground, asked, listed, problems)
        return known.problems

    def _holds(self, known: Judgement, path: str, world: World) -> bool:
        """Whether the rules would say the same again."""
        return (
            known.file == self._read[path][0]
            and known.ground == self._ground
            and all(self._digest(slug) == digest for slug, digest in known.asked.items())
            and known.listed in (None, self._listed(world))
        )

    def _digest(self, slug: str) -> str | None:
        """The fingerprint of the file of an entry; None when there is none."""
        known = self._read.get(f"voorbeelden/{slug}.yml")
        return known[0] if known else None

    def _listed(self, world: World) -> str:
        """The fingerprint of the names of all entries."""
        if not self._names:
            self._names = hashlib.sha256("\0".join(world.voorbeelden).encode("utf-8", "surrogatepass")).hexdigest()
        return self._names


class _Noting(Mapping[str, Draft]):
    """The entries, noting about which of them is asked."""

    def __init__(self, entries: Mapping[str, Draft]) -> None:
        self._entries = entries
        self.asked: set[str] = set()
        self.listed = False

    def __getitem__(self, slug: str) -> Draft:
        self.asked.add(slug)
        return self._entries[slug]

    def __contains__(self, slug: object) -> bool:
        if isinstance(slug, str):
            self.asked.add(slug)
        return slug in self._entries

    def __iter__(self) -> Iterator[str]:
        self.listed = True
        return iter(self._entries)

    def __len__(self) -> int:
        self.listed = True
        return len(self._entries)


def _ground(files: Mapping[str, bytes], today: datetime.date) -> str:
    """What all rules may look at beside the entries: the day, the lists, the knowledge pages and the names and texts of other pages."""
    digest = hashlib.sha256(today.isoformat().encode())
    for path in sorted(files):
        if not path.startswith("voorbeelden/") or path.startswith("voorbeelden/_lijsten/"):
            digest.update(f"\0{path}\0{len(files[path])}\0".encode())
            digest.update(files[path])
    return digest.hexdigest()
