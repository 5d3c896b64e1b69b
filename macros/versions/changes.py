"""What changed for readers across all entries: from versions and departures to events, and those in words. Knows no disk."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue
from macros.reading import parse_bytes
from macros.versions.pages import compared, in_sentence
from macros.versions.states import Versie, Vertrek

LISTS = ("themas", "provincies")
"""The lists of which every term has feeds of its own."""
ON_THE_PAGE = 80
IN_THE_FEED = 50
IN_A_SMALL_FEED = 20
_SPARE = 3
"""So many times more are looked at, for a change that only writes the same in another way is not told."""


@dataclass(frozen=True)
class Gebeurtenis:
    """Something that happened to one entry, not yet in words: `nieuw`, `gewijzigd`, `hernoemd`, `samengevoegd` or `verwijderd`."""

    soort: str
    slug: str
    """Its address now; of what left, the one that it had."""
    versie: Versie
    """What it became; of what left, what it was last."""
    eerder: Versie | None
    moment: int
    plaats: tuple[int, int, str]
    """Where it comes among all events, each its own."""
    begin: bool = False


@dataclass(frozen=True)
class Wijziging:
    """One event as readers get it. Titles are as they were then."""

    soort: str
    titel: str
    wat: str
    adres: str
    """The page of now; of what left, what tells so."""
    versie: str
    """The address of the version; empty when there is nothing new to read."""
    kenmerk: str
    """Never changes and belongs to this event alone."""
    moment: int
    begin: bool
    termen: Mapping[str, tuple[str, ...]]
    """Per list of `LISTS` the terms of the entry."""


@dataclass(frozen=True)
class Wijzigingen:
    """The newest events, newest first."""

    alle: tuple[Wijziging, ...] = ()
    begin: int = 0
    """How many entries stood there on the first day."""
    gemis: str = ""
    """Why there is no history, and what to do; empty when there is, or when nothing was published."""

    def bij(self, lijst: str, key: str) -> tuple[Wijziging, ...]:
        """Those of one term, as many as its feeds hold."""
        return tuple(itertools.islice((one for one in self.alle if key in one.termen[lijst]), IN_A_SMALL_FEED))


def events(
    catalogue: Catalogue, versions: Mapping[str, Sequence[Versie]], departures: Sequence[Vertrek], at_start: int
) -> list[Gebeurtenis]:
    """All events, newest first. Nothing of an entry that was emptied on request."""
    emptied = {slug for slug, term in catalogue.verwijderd.items() if term.leeg}
    found: list[Gebeurtenis] = []
    # of what left more than once the last time counts
    departed = {gone.slug: gone for gone in departures}
    order = {name: place for place, name in enumerate(departed)}
    for slug, known in versions.items():
        if slug in emptied:
            continue
        names = {version.slug for version in known} & departed.keys()
        left = {name: departed[name] for name in sorted(names, key=order.__getitem__)}
        own = list(_of_entry(slug, known, left, at_start))
        followed = {event.eerder.slug for event in own if event.soort == "hernoemd" and event.eerder}
        found += own
        found += [_departure(slug, known, gone) for gone in left.values() if gone.slug not in {*catalogue.by_slug, *followed}]
    return sorted(found, key=lambda event: event.plaats, reverse=True)


def _of_entry(slug: str, known: Sequence[Versie], left: Mapping[str, Vertrek], at_start: int) -> Iterator[Gebeurtenis]:
    before: dict[str, Versie] = {}
    for version in known:
        place = (version.volgorde, 1, version.slug)
        old = next((gone.slug for gone in left.values() if gone.van <= version.volgorde < gone.tot and gone.slug in before), None)
        if earlier := before.get(version.slug):
            yield Gebeurtenis("gewijzigd", slug, version, earlier, version.moment, place)
        elif old and old != version.slug:
            yield Gebeurtenis("hernoemd", slug, version, before[old], version.moment, place)
        else:
            yield Gebeurtenis("nieuw", slug, version, None, version.moment, place, version.volgorde < at_start)
        before[version.slug] = version


def _departure(slug: str, known: Sequence[Versie], gone: Vertrek) -> Gebeurtenis:
    last = [version for version in known if version.slug == gone.slug][-1]
    return Gebeurtenis("verwijderd" if slug == gone.slug else "samengevoegd", slug, last, None, gone.moment, (gone.tot, 0, gone.slug))


def candidates(catalogue: Catalogue, found: Sequence[Gebeurtenis]) -> list[Gebeurtenis]:
    """The events that a page or feed may tell: the newest of all and of each term, and what left. Newest first."""
    chosen = {event.plaats: event for event in found[: ON_THE_PAGE * _SPARE]}
    seen: defaultdict[tuple[str, str], int] = defaultdict(int)
    for event in found:
        item = catalogue.by_slug.get(event.slug)
        terms = [(lijst, key) for lijst in LISTS for key in catalogue.terms(item, lijst)] if item else []
        if not item or any(seen[term] < IN_A_SMALL_FEED * _SPARE for term in terms):
            chosen[event.plaats] = event
        for term in terms:
            seen[term] += 1
    return [event for event in found if event.plaats in chosen]


def needed(chosen: Sequence[Gebeurtenis]) -> list[str]:
    """The git ids of the files that telling takes."""
    return sorted({version.blob for event in chosen for version in (event.versie, event.eerder) if version})


def tell(catalogue: Catalogue, event: Gebeurtenis, files: Mapping[str, bytes]) -> Wijziging | None:
    """An event in words; None when readers can't tell the difference, or when the file can't be read."""
    document = parse_bytes(files[event.versie.blob], "voorbeeld.yml")[0]
    if document is None or (what := _what(catalogue, event, files, document.value)) is None:
        return None
    gone = event.soort in ("verwijderd", "samengevoegd")
    version = addresses.versie(event.versie.slug, event.versie.nummer)
    return Wijziging(
        event.soort,
        str(document.value.get("titel", event.slug)),
        what,
        addresses.voorbeeld(event.slug),
        "" if gone else version,
        f"{version}?weg" if gone else version,
        event.moment,
        event.begin,
        {lijst: _terms(catalogue, event.slug, document.value, lijst) for lijst in LISTS},
    )


def _what(catalogue: Catalogue, event: Gebeurtenis, files: Mapping[str, bytes], value: Mapping[str, object]) -> str | None:
    if event.soort == "nieuw":
        return str(value.get("samenvatting", ""))
    if event.soort == "samengevoegd":
        item = catalogue.by_slug.get(event.slug)
        return f"Staat nu bij '{item.data.titel}'." if item else "Staat nu bij een ander voorbeeld."
    if event.soort == "verwijderd":
        stone = catalogue.verwijderd.get(event.slug)
        return stone.uitleg if stone else ""
    difference = compared(files[event.eerder.blob], files[event.versie.blob]) if event.eerder else None
    changed = in_sentence(difference) if difference and difference.wijzigingen else ""
    if event.soort == "hernoemd":
        return f"Heeft een nieuw adres; het oude blijft werken. {changed}".strip()
    return changed or None


def _terms(catalogue: Catalogue, slug: str, value: Mapping[str, object], lijst: str) -> tuple[str, ...]:
    """Those of the entry as it is now; of what left, those that it had and that still exist."""
    if item := catalogue.by_slug.get(slug):
        return catalogue.terms(item, lijst)
    if lijst == "themas":
        return tuple(key for key in catalogue.lijsten[lijst] if key in _strings(value.get("themas")))
    where = value.get("plaats")
    gemeenten = _strings(where.get("gemeenten")) if isinstance(where, dict) else []
    known = catalogue.lijsten["gemeenten"]
    provinces = {str(getattr(known[key], "provincie", "")) for key in gemeenten if key in known}
    return tuple(key for key in catalogue.lijsten[lijst] if key in provinces)


def _strings(held: object) -> list[str]:
    return [item for item in held if isinstance(item, str)] if isinstance(held, list) else []
