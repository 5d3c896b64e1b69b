"""Which entries are most like which, by their own words: what is found for one says something of the others.

Only words that say much of an entry count, and none that nearly every entry has; in a large
catalogue the words themselves fill the first results, and nothing is worked out.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from macros.finding.documents import Zoekdocument

NEAREST = 5
_LEAST = 10
"""From this weight (of 40) on a word says much of an entry."""
_MOST_ENTRIES = 600
"""Beyond these the file would weigh more than seven kilobytes, which every first result waits for."""


def nearest(docs: Sequence[Zoekdocument], gewichten: Sequence[Mapping[str, int]]) -> Mapping[str, Sequence[str]]:
    """The address of every entry → those of the few most like it, the likest first."""
    entries = {
        doc.adres: {word: level for word, level in found.items() if level >= _LEAST}
        for doc, found in zip(docs, gewichten, strict=True)
        if doc.is_voorbeeld
    }
    if len(entries) > _MOST_ENTRIES:
        return {}
    having: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for address, evened in _evened(entries).items():
        for word, value in evened.items():
            having[word].append((address, value))
    alike: dict[str, dict[str, float]] = {address: defaultdict(float) for address in entries}
    for group in having.values():
        for address, value in group:
            others = alike[address]
            for other, its in group:
                others[other] += value * its
    return {address: _best(address, others) for address, others in alike.items()}


def _evened(entries: Mapping[str, Mapping[str, int]]) -> Mapping[str, Mapping[str, float]]:
    """Weights by rarity, so long that every entry has as much to compare."""
    number = Counter(word for found in entries.values() for word in found)
    evened = {}
    for address, levels in entries.items():
        values: dict[str, float] = {word: level * math.log(len(entries) / number[word]) for word, level in levels.items()}
        length = math.hypot(*values.values())
        evened[address] = {word: value / length for word, value in values.items() if value}
    return evened


def _best(address: str, others: Mapping[str, float]) -> Sequence[str]:
    # equally alike: by address, so that every build gives the same
    ranked = sorted((-round(value, 9), other) for other, value in others.items() if other != address)
    return tuple(other for _, other in ranked[:NEAREST])
