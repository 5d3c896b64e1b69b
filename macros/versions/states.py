"""From git's log to the published states of every entry: pure, so that any history can be tried."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_COMMIT = re.compile(r"@([0-9a-f]+) (\d+)")
_CHANGE = re.compile(r":\d+ (\d+) [0-9a-f]+ ([0-9a-f]+) [A-Z]\d*\t(voorbeelden/(?:_lijsten/)?[a-z0-9-]+)\.yml")
_ORDINARY_FILE = "100"


@dataclass(frozen=True)
class Versie:
    """One published state of an entry."""

    slug: str
    nummer: str
    """Its part of the address: the day it was published, and from the second of a day on a number: `2027-01-04-2`."""
    blob: str
    """The git id of its file."""
    lijsten: Mapping[str, str] = field(default_factory=dict)
    """The lists as they were: name → git id."""
    volgorde: int = 0
    """Its place among all versions of all entries."""
    moment: int = 0
    """When it was published, in seconds since 1970 (UTC)."""

    @property
    def datum(self) -> str:
        """The day it was published: `2027-01-04`."""
        return self.nummer[:10]


@dataclass(frozen=True)
class Vertrek:
    """An entry left the main line."""

    slug: str
    moment: int
    van: int
    tot: int
    """Versions with a place from `van` to `tot` came in the same change: under one of these it may go on."""


@dataclass(frozen=True)
class Gepubliceerd:
    """What a history says was ever readable."""

    versies: Mapping[str, tuple[Versie, ...]]
    """By slug, oldest first."""
    vertrekken: tuple[Vertrek, ...] = ()
    begin: int = 0
    """How many versions stood there on the first day."""


@dataclass
class _World:
    """What stands on the main line at one moment of its history."""

    begin: datetime.datetime
    begun: bool = False
    moment: int = 0
    at_start: int = 0
    departures: list[Vertrek] = field(default_factory=list)
    entries: dict[str, str] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    number: int = 0
    versions: defaultdict[str, list[Versie]] = field(default_factory=lambda: defaultdict(list))

    def publish(self, slug: str, blob: str, day: str) -> None:
        """Note a state, unless it is what readers see already."""
        earlier = self.versions[slug]
        if earlier and earlier[-1].blob == blob:
            return
        same_day = sum(1 for version in earlier if version.datum == day)
        earlier.append(Versie(slug, f"{day}-{same_day + 1}" if same_day else day, blob, self.lists, self.number, self.moment))
        self.number += 1

    def leave(self, slugs: list[str], since: int) -> None:
        """Note which entries one change took away; `since` is the place of its first version."""
        self.departures += [Vertrek(slug, self.moment, since, self.number) for slug in sorted(slugs)]

    def start(self) -> None:
        """From here on all is published: first what stands there now, on the first day."""
        self.begun = True
        self.moment = int(self.begin.timestamp())
        for slug, blob in sorted(self.entries.items()):
            self.publish(slug, blob, self.begin.date().isoformat())
        self.at_start = self.number


def published(log: str, begin: datetime.datetime, today: datetime.date) -> Gepubliceerd:
    """The published states of every entry that ever was, and which entries left.

    `log` is what `history.log_of_entries` gives. What changed before `begin` was a draft: of that only the
    last state counts, as published on the first day. A day has several versions when a file changed more than
    once, and an entry that went away and came back has its states of both times.
    """
    world = _World(begin)
    for moment, changes in _commits(log):
        if not world.begun and moment >= begin:
            world.start()
        changed = {path.rpartition("/")[2] for path, _ in changes if "/_lijsten/" not in path}
        before, since = changed & world.entries.keys(), world.number
        world.moment = int(moment.timestamp())
        for path, blob in changes:
            _apply(world, path, blob, moment.date().isoformat())
        if world.begun:
            world.leave([slug for slug in before if slug not in world.entries], since)
    if not world.begun and today >= begin.date():
        world.start()
    known = {slug: tuple(found) for slug, found in sorted(world.versions.items()) if found}
    return Gepubliceerd(known, tuple(world.departures), world.at_start)


def _apply(world: _World, path: str, blob: str | None, day: str) -> None:
    name = path.rpartition("/")[2]
    if "/_lijsten/" in path:
        # a new dictionary: versions of before keep theirs
        world.lists = {key: value for key, value in world.lists.items() if key != name} | ({name: blob} if blob else {})
    elif blob is None:
        world.entries.pop(name, None)
    else:
        world.entries[name] = blob
        if world.begun:
            world.publish(name, blob, day)


def _commits(log: str) -> Iterator[tuple[datetime.datetime, list[tuple[str, str | None]]]]:
    """Each commit: when, and its changes as path and git id (None: gone). Lists come before entries, which use them."""
    for moment, changes in _as_written(log):
        yield moment, sorted(changes, key=lambda change: "/_lijsten/" not in change[0])


def _as_written(log: str) -> Iterator[tuple[datetime.datetime, list[tuple[str, str | None]]]]:
    moment: datetime.datetime | None = None
    changes: list[tuple[str, str | None]] = []
    for line in log.splitlines():
        if found := _COMMIT.fullmatch(line):
            if moment:
                yield moment, changes
            moment, changes = datetime.datetime.fromtimestamp(int(found[2]), datetime.UTC), []
        elif found := _CHANGE.fullmatch(line):
            # a link to another file was never an entry
            blob = found[2] if found[1].startswith(_ORDINARY_FILE) else None
            changes.append((found[3], blob))
    if moment:
        yield moment, changes


def blob_id(content: bytes, like: str) -> str:
    """The git id of a file's content, by the kind of hash that the id `like` has."""
    made = hashlib.sha1 if len(like) == 40 else hashlib.sha256
    return made(b"blob %d\0" % len(content) + content).hexdigest()


def with_former(found: Mapping[str, tuple[Versie, ...]], former: Mapping[str, str]) -> dict[str, tuple[Versie, ...]]:
    """The versions by what is now the slug of each entry: oldest first. `former` is old → new.

    Their addresses don't change: a version keeps the slug under which it was published.
    """
    joined: dict[str, tuple[Versie, ...]] = {}
    for slug in found:
        now, steps = slug, 0
        while now in former and steps < len(former):
            now, steps = former[now], steps + 1
        joined[now] = (*joined.get(now, ()), *found[slug])
    return {slug: tuple(sorted(joined[slug], key=lambda version: version.volgorde)) for slug in sorted(joined)}
