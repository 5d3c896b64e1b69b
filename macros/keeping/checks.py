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


class Kept:
    """Remembers every file of one project as it was at the last check."""

    def __init__(self) -> None:
        """Knowing nothing yet."""
        self._read: dict[str, tuple[bytes, Gelezen]] = {}
        self._judged: dict[tuple[type, str], _Judgement] = {}
        self._ground = b""

    def check(self, files: Mapping[str, bytes], today: datetime.date) -> Checked:
        """What `checking.check` gives for these files on this day."""
        self._ground = _ground(files, today)
        for path in self._read.keys() - files.keys():
            del self._read[path]
        checked = check(files, today, self._read_file, self._judge)
        here = {(read.draft.model, read.draft.slug) for _, read in self._read.values() if read.draft}
        for gone in self._judged.keys() - here:
            del self._judged[gone]
        return checked

    def _read_file(self, path: str, data: bytes) -> Gelezen:
        digest = hashlib.sha256(data).digest()
        known = self._read.get(path)
        if known is None or known[0] != digest:
            known = self._read[path] = (digest, read_file(path, data))
        return known[1]

    def _judge(self, draft: Draft, world: World) -> tuple[Problem, ...]:
        known = self._judged.get((draft.model, draft.slug))
        if known is None or not known.holds(draft, world, self._ground):
            noting = _Noting(world.voorbeelden)
            problems = tuple(entry_problems(draft, replace(world, voorbeelden=noting)))
            known = _Judgement(draft, self._ground, noting.asked, noting.listed, problems)
            self._judged[draft.model, draft.slug] = known
        return known.problems


@dataclass(frozen=True)
class _Judgement:
    """What the rules said of a draft, and all that they looked at to say it."""

    draft: Draft
    ground: bytes
    asked: Mapping[str, Draft | None]
    """The other entries about which they asked; None for what was not there."""
    listed: tuple[str, ...] | None
    """The names of all entries, when they went through those."""
    problems: tuple[Problem, ...]

    def holds(self, draft: Draft, world: World, ground: bytes) -> bool:
        """Whether they would say the same again."""
        return (
            self.draft is draft
            and self.ground == ground
            and all(world.voorbeelden.get(slug) is entry for slug, entry in self.asked.items())
            and (self.listed is None or self.listed == tuple(world.voorbeelden))
        )


class _Noting(Mapping[str, Draft]):
    """The entries, noting about which of them is asked."""

    def __init__(self, entries: Mapping[str, Draft]) -> None:
        self._entries = entries
        self.asked: dict[str, Draft | None] = {}
        self.listed: tuple[str, ...] | None = None

    def __getitem__(self, slug: str) -> Draft:
        self.asked[slug] = self._entries.get(slug)
        return self._entries[slug]

    def __contains__(self, slug: object) -> bool:
        if isinstance(slug, str):
            self.asked[slug] = self._entries.get(slug)
        return slug in self._entries

    def __iter__(self) -> Iterator[str]:
        self.listed = tuple(self._entries)
        return iter(self._entries)

    def __len__(self) -> int:
        self.listed = tuple(self._entries)
        return len(self._entries)


def _ground(files: Mapping[str, bytes], today: datetime.date) -> bytes:
    """What all rules may look at beside the entries: the day, the lists, the knowledge pages and the names and texts of other pages."""
    digest = hashlib.sha256(today.isoformat().encode())
    for path in sorted(files):
        if not path.startswith("voorbeelden/") or path.startswith("voorbeelden/_lijsten/"):
            digest.update(f"\0{path}\0{len(files[path])}\0".encode())
            digest.update(files[path])
    return digest.digest()
