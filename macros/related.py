"""Which other entries are worth a look from one entry, and why in words.

Knows no catalogue: it gets what counts of each entry, and gives slugs with reasons. An inverted index
per reason, of which only the nearest entries are weighed, keeps the cost per entry the same in a large
catalogue. Relations that contributors wrote down themselves (method, whole, parts, relatives) are not
made here; the caller passes them over.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_NEAREST = 7
"""How many entries on either side are weighed, of all that share a reason's key."""

_BEST = 7
"""How many entries of one reason stay in the running."""


@dataclass(frozen=True)
class Kenmerken:
    """What counts of an entry when it is compared: ids, the most important first."""

    slug: str
    soort: str
    fase: str
    themas: tuple[str, ...]
    doelgroepen: tuple[str, ...]
    werkvormen: tuple[str, ...]
    gemeenten: tuple[str, ...] = ()
    provincies: tuple[str, ...] = ()
    organisaties: tuple[str, ...] = ()
    geldbronnen: tuple[str, ...] = ()
    betaald_uit: tuple[str, ...] = ()
    werkwijze: str | None = None
    netwerkvorm: str | None = None
    onderzocht: bool = False


Keys = Callable[[Kenmerken], Iterable[object]]
Test = Callable[[Kenmerken, Kenmerken], bool]


@dataclass(frozen=True)
class Reden:
    """Why one entry is worth a look from another: both have a key in common, and the pair passes the test."""

    tekst: str
    gewicht: int
    keys: Keys
    test: Test = lambda van, naar: True
    naar: Callable[[Kenmerken], bool] = lambda naar: True


def _apart(van: Iterable[str], naar: Iterable[str]) -> bool:
    return set(van).isdisjoint(naar)


def _same_subject(van: Kenmerken, naar: Kenmerken) -> bool:
    return not (_apart(van.themas, naar.themas) and _apart(van.doelgroepen, naar.doelgroepen) and _apart(van.werkvormen, naar.werkvormen))


def _few(places: Sequence[str]) -> Sequence[str]:
    """Places that say something about an entry; one that is nearly everywhere is in no place in particular."""
    return places if len(places) <= 3 else ()


def _question(item: Kenmerken) -> Iterable[object]:
    return [(item.themas[0], item.doelgroepen[0])]


REDENEN = (
    Reden(
        "Zelfde werkwijze in een andere gemeente",
        4,
        lambda k: [k.werkwijze] if k.werkwijze else [],
        lambda a, b: _apart(a.gemeenten, b.gemeenten),
    ),
    Reden("Van dezelfde organisatie", 3, lambda k: k.organisaties[:1]),
    Reden("Met dezelfde partners", 1, lambda k: k.organisaties[:12], lambda a, b: len({*a.organisaties} & {*b.organisaties}) > 1),
    Reden(
        "Zelfde doelgroep, andere financiering",
        3,
        lambda k: [(thema, k.doelgroepen[0]) for thema in k.themas] if k.geldbronnen else (),
        lambda a, b: _apart(a.geldbronnen, b.geldbronnen),
    ),
    Reden("Zelfde thema en doelgroep, andere werkvorm", 3, _question, lambda a, b: _apart(a.werkvormen, b.werkvormen)),
    Reden(
        "Zelfde werkvorm, in dezelfde provincie",
        2,
        lambda k: [(werkvorm, provincie) for werkvorm in k.werkvormen for provincie in _few(k.provincies)],
        lambda a, b: _apart(a.gemeenten, b.gemeenten),
    ),
    Reden("In dezelfde gemeente", 1, lambda k: _few(k.gemeenten), _same_subject),
    Reden(
        "Zelfde werkvorm, andere doelgroep",
        2,
        lambda k: [(k.themas[0], k.werkvormen[0]), k.werkvormen[0]],
        lambda a, b: _apart(a.doelgroepen, b.doelgroepen),
    ),
    Reden("Een werkwijze voor dezelfde vraag", 2, _question, lambda a, b: a.soort != b.soort, lambda b: b.soort == "werkwijze"),
    Reden("Zelfde thema, met onderzoek", 1, lambda k: k.themas[:1], lambda a, b: not a.onderzocht, lambda b: b.onderzocht),
    Reden("Zelfde thema, maar gestopt", 3, lambda k: k.themas[:1], lambda a, b: a.fase != b.fase, lambda b: b.fase == "gestopt"),
    Reden("Betaald uit dezelfde wet", 1, lambda k: k.betaald_uit, _same_subject),
    Reden("Zelfde vorm van samenwerken", 0, lambda k: [k.netwerkvorm] if k.netwerkvorm else [], _same_subject),
    Reden("Zelfde thema en doelgroep", 0, lambda k: [(thema, doelgroep) for thema in k.themas for doelgroep in k.doelgroepen]),
    Reden("Zelfde thema", -2, lambda k: k.themas),
    Reden("Zelfde doelgroep", -2, lambda k: k.doelgroepen),
    Reden("Zelfde werkvorm", -2, lambda k: k.werkvormen),
)
"""All reasons, the most telling first."""


class Verwanten:
    """The index over all entries; made once, then asked per entry."""

    def __init__(self, items: Sequence[Kenmerken]) -> None:
        """`items` may come in any order; their order has no influence."""
        # much alike stands close together, so that the nearest few of a long list are also the best few
        self._items = sorted(items, key=lambda item: (item.themas, item.doelgroepen, item.werkvormen, item.slug))
        self._places = {item.slug: place for place, item in enumerate(self._items)}
        self._terms = [frozenset(_terms(item)) for item in self._items]
        self._families = [item.werkwijze or item.slug for item in self._items]
        self._numbers = {key: number for number, key in enumerate(dict.fromkeys(item.themas[0] for item in self._items))}
        self._themes = [self._numbers[item.themas[0]] for item in self._items]
        number = Counter(term for terms in self._terms for term in terms)
        self._weights = {term: round(100 * math.log(len(items) / count)) for term, count in number.items()}
        index: dict[tuple[int, object], list[int]] = defaultdict(list)
        self._lists: list[list[list[list[int]]]] = []
        """Of every entry, for every reason, the places of the entries with each of its keys."""
        for place, item in enumerate(self._items):
            self._lists.append([])
            for which, reden in enumerate(REDENEN):
                lists = [index[which, key] for key in dict.fromkeys(reden.keys(item))]
                self._lists[place].append(lists)
                if reden.naar(item):
                    for places in lists:
                        places.append(place)

    def voor(self, slug: str, without: Collection[str], most: int = 6) -> tuple[tuple[str, str], ...]:
        """Up to `most` other entries with the reason for each, none of `without`.

        The most alike first, but another reason and another theme before more of the same. No reason
        stands there more than twice, no two entries follow the same method, and a reason that says
        little only fills up to four.
        """
        found = self._candidates(self._places[slug], {self._places[other] for other in (slug, *without)})
        families, themes = self._families, self._themes
        chosen: list[tuple[str, str]] = []
        # what more of the same costs
        for_reason, for_theme = [0] * len(REDENEN), [0] * len(self._numbers)
        while len(chosen) < most and found:
            best, place, which = -math.inf, 0, 0
            for (other, why), score in found.items():
                worth = score - for_reason[why] - for_theme[themes[other]]
                if worth > best:
                    best, place, which = worth, other, why
            chosen.append((self._items[place].slug, REDENEN[which].tekst))
            for_reason[which] += 400
            for_theme[themes[place]] += 100
            family, lowest = families[place], 0 if len(chosen) >= 4 else -math.inf
            left = [spent < 800 and reden.gewicht >= lowest for spent, reden in zip(for_reason, REDENEN, strict=True)]
            found = {pair: score for pair, score in found.items() if left[pair[1]] and families[pair[0]] != family}
        return tuple(chosen)

    def _candidates(self, here: int, without: set[int]) -> dict[tuple[int, int], int]:
        """Place and reason with their weight, of each reason the best few; the nearest first, so that they win when all else is equal."""
        item, terms, weigh = self._items[here], self._terms[here], self._weights.__getitem__
        items, all_terms = self._items, self._terms
        alike: dict[int, int] = {}
        found: dict[tuple[int, int], int] = {}
        for which, reden in enumerate(REDENEN):
            fitting: dict[int, int] = {}
            test = reden.test
            for places in self._lists[here][which]:
                for place in self._nearest(places, here):
                    if place not in fitting and place not in without and test(item, items[place]):
                        if place not in alike:
                            alike[place] = sum(map(weigh, terms & all_terms[place]))
                        fitting[place] = alike[place]
            for place in sorted(fitting, key=fitting.__getitem__, reverse=True)[:_BEST]:
                found[place, which] = reden.gewicht * 100 + fitting[place]
        return found

    @staticmethod
    def _nearest(places: list[int], here: int) -> list[int]:
        """The entries after this one, then those before it, in a circle: nobody is left out."""
        start = bisect_left(places, here)
        if len(places) <= 2 * _NEAREST:
            return places[start:] + places[:start]
        after = places[start : start + _NEAREST + 1]
        before = [places[start - step] for step in range(1, _NEAREST + 1)]
        return after + places[: _NEAREST + 1 - len(after)] + before


@lru_cache(maxsize=1)
def index_of(items: tuple[Kenmerken, ...]) -> Verwanten:
    """The index over all entries; that of the last time when it is asked for the same, as after an edit of a text."""
    return Verwanten(items)


def _terms(item: Kenmerken) -> Iterator[tuple[str, str]]:
    for name in ("themas", "doelgroepen", "werkvormen", "gemeenten", "provincies", "organisaties", "geldbronnen", "betaald_uit"):
        for key in getattr(item, name):
            yield name, key
