"""Measures of a search engine's answers, for questions of which we know what people want to find."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

DEPTH = 10


@dataclass(frozen=True)
class Maten:
    """Means over all questions: the first good hit, the order, how much is found, and how often nothing is."""

    mrr: float
    ndcg: float
    recall: float
    zonder: float


def measure(wanted: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]) -> Maten:
    """Of every question the wanted entries, best first, against those found, best first."""
    number = len(wanted)
    return Maten(
        sum(reciprocal_rank(best, found[question]) for question, best in wanted.items()) / number,
        sum(ndcg(best, found[question]) for question, best in wanted.items()) / number,
        sum(recall(best, found[question]) for question, best in wanted.items()) / number,
        sum(not found[question] for question in wanted) / number,
    )


def reciprocal_rank(wanted: Sequence[str], found: Sequence[str]) -> float:
    """One divided by the place of the first wanted entry among the first ten."""
    return next((1 / place for place, slug in enumerate(found[:DEPTH], 1) if slug in wanted), 0.0)


def ndcg(wanted: Sequence[str], found: Sequence[str]) -> float:
    """How near the order is to the best one: the first wanted entry counts most, the last least."""
    gain = {slug: (len(wanted) - place) / len(wanted) for place, slug in enumerate(wanted)}
    best = sum(value / math.log2(place + 1) for place, value in enumerate(list(gain.values())[:DEPTH], 1))
    return sum(gain.get(slug, 0) / math.log2(place + 1) for place, slug in enumerate(found[:DEPTH], 1)) / best


def recall(wanted: Sequence[str], found: Sequence[str]) -> float:
    """Which part of the wanted entries, at most ten, stands among the first ten."""
    return len(set(wanted) & set(found[:DEPTH])) / min(DEPTH, len(wanted))
