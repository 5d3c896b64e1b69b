"""Which entries are most like which, by their own words: what is found for one says something of the others.

Only words that say much of an entry count, and none that nearly every entry has; in a large
catalogue the words themselves fill the first results, and nothing is worked out.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.finding.documents import Zoekdocument

NEAREST = 5
_LEAST = 10
"""From this weight (of 40) on a word says much of an entry."""
_MOST_ENTRIES = 600
"""Beyond these the file would weigh more than seven kilobytes, which every first result waits for."""


def nearest(docs: Sequence[Zoekdocument], gewichten: Sequence[Mapping[str, int]]) -> Sequence[Sequence[int]]:
    """Per entry, in their order, the numbers of the few entries most like it, the likest first."""
    number = sum(1 for doc in docs if doc.is_voorbeeld)
    if number > _MOST_ENTRIES:
        return ()
    # sums of the same in another order would differ in their last digit
    entries = [
        {word: level for word, level in sorted(found.items()) if level >= _LEAST}
        for doc, found in zip(docs, gewichten, strict=True)
        if doc.is_voorbeeld
    ]
    having: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for entry, evened in enumerate(_evened(entries)):
        for word, value in evened.items():
            having[word].append((entry, value))
    alike: list[dict[int, float]] = [defaultdict(float) for _ in entries]
    for group in having.values():
        for entry, value in group:
            others = alike[entry]
            for other, its in group:
                others[other] += value * its
    addresses = [doc.adres for doc in docs if doc.is_voorbeeld]
    return [_best(entry, others, addresses) for entry, others in enumerate(alike)]


def _evened(entries: Sequence[Mapping[str, int]]) -> Iterator[Mapping[str, float]]:
    """Weights by rarity, so long that every entry has as much to compare."""
    number = Counter(word for found in entries for word in found)
    for levels in entries:
        values: dict[str, float] = {word: level * math.log(len(entries) / number[word]) for word, level in levels.items()}
        length = math.hypot(*values.values())
        yield {word: value / length for word, value in values.items() if value}


def _best(entry: int, others: Mapping[int, float], addresses: Sequence[str]) -> Sequence[int]:
    # equally alike: by address, so that every build gives the same
    ranked = sorted((-round(value, 9), addresses[other], other) for other, value in others.items() if other != entry)
    return tuple(other for _, _, other in ranked[:NEAREST])
