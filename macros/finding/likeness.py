"""Which documents are about the same, and what each may borrow from those nearest to it.

People look for a kind of thing; a page about it needn't hold the words that its sisters use. So a
document gets a share of the words of the few that are most like it. As scores are sums over words,
this is the same as ranking near pages near each other, at no cost in the browser.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.finding.documents import Zoekdocument

_TELLING = 30
"""So many words of a document decide what it is like."""
_COMMON = 400
"""A word on more documents than this finds no neighbours: the cost must not grow with the square."""
_NEIGHBOURS = 5
SHARE = 0.25


def smoothed(docs: Sequence[Zoekdocument], impacts: Sequence[Mapping[str, float]]) -> Iterator[Mapping[str, float]]:
    """The weights of each document, with a share of those of its neighbours."""
    near = neighbours(docs, impacts)
    for number, impact in enumerate(impacts):
        total: dict[str, float] = defaultdict(float, impact)
        for other, share in near[number]:
            for token, value in impacts[other].items():
                total[token] += SHARE * share * value
        yield total


def neighbours(docs: Sequence[Zoekdocument], impacts: Sequence[Mapping[str, float]]) -> Sequence[Sequence[tuple[int, float]]]:
    """Of each entry the entries most like it, with how much (together 1). Other documents have none."""
    numbers = [number for number, doc in enumerate(docs) if doc.is_voorbeeld]
    count = Counter(token for number in numbers for token in impacts[number])
    vectors = {number: _vector(impacts[number], count, len(numbers)) for number in numbers}
    holders: dict[str, list[int]] = defaultdict(list)
    for number, vector in vectors.items():
        for token in vector:
            holders[token].append(number)
    found: list[Sequence[tuple[int, float]]] = [() for _ in docs]
    for number, vector in vectors.items():
        likeness: dict[int, float] = defaultdict(float)
        for token, value in vector.items():
            if len(holders[token]) <= _COMMON:
                for other in holders[token]:
                    likeness[other] += value * vectors[other][token]
        likeness.pop(number, None)
        best = sorted(likeness.items(), key=lambda pair: (-pair[1], pair[0]))[:_NEIGHBOURS]
        found[number] = [(other, value / _NEIGHBOURS) for other, value in best]
    return found


def _vector(impact: Mapping[str, float], count: Mapping[str, int], number: int) -> Mapping[str, float]:
    """The most telling words of a document, with length 1."""
    weighed = {token: value * math.log(number / count[token]) for token, value in impact.items() if count[token] > 1}
    best = sorted(weighed.items(), key=lambda pair: (-pair[1], pair[0]))[:_TELLING]
    length = math.sqrt(sum(value * value for _, value in best)) or 1.0
    return {token: value / length for token, value in best}
