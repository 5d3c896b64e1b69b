"""How much each word says about each document: from fields to one weight per word, once, at build time.

The form is BM25F (Robertson and Zaragoza, 2009): frequency per field, weighed and evened out for
length, then saturated. What a word is worth by its rarity the browser adds, for it knows the counts.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from macros.finding.documents import Zoekdocument
from macros.finding.language import VULWOORDEN
from macros.finding.vocabulary import BESIDE, EVERYDAY, Velden, Woorden, read_words

WEIGHTS = {
    "titel": 7.0, "synoniem": 4.0, "plaats": 5.0, "zoekwoord": 5.0, "streek": 4.0, "samenvatting": 3.0, "werkwijze": 2.5,
    "organisatie": 2.5, "term": 2.2, "geleend": 2.0, "verwant": 1.5, "aanpak": 1.0, "aanleiding": 0.8, "rol": 0.8, "resultaten": 0.7,
    "tekst": 0.6, "cijfers": 0.6, "overig": 0.6, "bron": 0.5,
}  # fmt: skip
_SATURATION = 7.0
_LENGTH = 0.2
_PART = (0.45, 0.6)
"""What the head and the tail of a compound say of it: jeugdwerk is work, of a kind."""
_TERM = 0.6
_COMMON = 0.7
"""How much less a common word makes its entry one of its group: `koffie` says less of it than `koffietafel`."""
_ALONE = 0.91
_LOCAL = 0.845
"""A method answers for all places where it is used, so it comes before these; what stands on its own comes between them."""
_ALL = 14.0
"""As `_SATURATION`, for all words of a group together."""
_LEVELS = 40
_MOST = 1500
"""On more documents than this a word is kept only where it says most: who looks for it reads no further."""


@dataclass(frozen=True)
class Gewogen:
    """The words of all documents with their weights (1–40), and on how many documents each is."""

    woorden: Woorden
    gewichten: tuple[Mapping[str, int], ...]
    aantallen: Mapping[str, int]


def weigh(docs: Sequence[Zoekdocument], concepts: Mapping[str, tuple[str, ...]]) -> Gewogen:
    """Weigh all documents. `concepts` gives the names of each concept, which is weighed as a word too."""
    woorden, fields = read_words(docs, concepts)
    lengths = _mean_lengths(fields)
    groups = _groups(woorden.namen)
    counting = _Counting(woorden)
    frequencies = [_frequencies(velden, lengths, counting) for velden in fields]
    rarity = _rarity(Counter(token for frequency in frequencies for token in frequency.keys() & groups.keys()), len(docs))
    levels = []
    # of a large catalogue the frequencies are most of what is held in memory, so each is let go once it is weighed
    for doc, frequency in zip(docs, _handing_out(frequencies), strict=True):
        named = {key: share * _TERM for key, share in doc.termen}
        named |= {key: value / (_ALL + value) for key, value in _grouped(frequency, woorden, groups, rarity).items()}
        levels.append(_levels(frequency, named, _standing(doc), woorden.beside))
    weights = _telling(levels)
    return Gewogen(woorden, weights, Counter(chain.from_iterable(weights)))


def _handing_out(found: list[Mapping[str, float]]) -> Iterator[Mapping[str, float]]:
    found.reverse()
    while found:
        yield found.pop()


def _standing(doc: Zoekdocument) -> float:
    """What a document counts before anything is asked."""
    if doc.soort == "Werkwijze":
        return 1.0
    return _LOCAL if any(name == "werkwijze" for name, _ in doc.velden) else _ALONE


def _mean_lengths(fields: Sequence[Velden]) -> Mapping[str, float]:
    total: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for velden in fields:
        for name, sequence in velden:
            total[name] += len(sequence)
            number[name] += 1
    return {name: max(total[name] / number[name], 1.0) for name in total}


class _Counting(dict[str, tuple[tuple[str, float], ...]]):
    """What each word counts for, worked out when it first comes by: its stem, and in part the two parts of a compound."""

    def __init__(self, woorden: Woorden) -> None:
        super().__init__(dict.fromkeys(VULWOORDEN, ()))
        self.woorden = woorden

    def __missing__(self, word: str) -> tuple[tuple[str, float], ...]:
        parts = self.woorden.samenstellingen.split(word) or ()
        self[word] = ((self.woorden.vormen.stem(word), 1.0), *zip(parts, _PART, strict=False))
        return self[word]


def _frequencies(velden: Velden, lengths: Mapping[str, float], counting: _Counting) -> Mapping[str, float]:
    frequency: dict[str, float] = {}
    for name, sequence in velden:
        share = WEIGHTS[name] / (1 - _LENGTH + _LENGTH * len(sequence) / lengths[name])
        for word in sequence:
            for token, counts in counting[word]:
                frequency[token] = frequency.get(token, 0.0) + share * counts
        for pair in counting.woorden.pairs_in(sequence):
            frequency[pair] = frequency.get(pair, 0.0) + share
    return frequency


def _rarity(numbers: Mapping[str, int], documents: int) -> Mapping[str, float]:
    """Of every word what share of what it could tell it tells: 1 for a word of one document, less the more have it."""
    return {token: math.log(documents / count + 1) / math.log(documents + 1) for token, count in numbers.items()}


def _groups(names: Mapping[str, tuple[tuple[str, ...], ...]]) -> Mapping[str, Sequence[str]]:
    """Every word of a group of everyday words → the groups that hold it."""
    groups: dict[str, list[str]] = defaultdict(list)
    for key, labels in names.items():
        if key.startswith(EVERYDAY):
            for token in dict.fromkeys("_".join(name[:2]) for name in labels):
                groups[token].append(key)
    return groups


def _grouped(
    frequency: Mapping[str, float], woorden: Woorden, groups: Mapping[str, Sequence[str]], rarity: Mapping[str, float]
) -> Mapping[str, float]:
    """The groups of everyday words, each as if it were one word: all its words together; one that many documents hold says less."""
    total: dict[str, float] = defaultdict(float)
    for token in sorted(frequency.keys() & groups.keys()):
        for key in groups[token]:
            total[key] += frequency[token] * woorden.worth(token) * rarity[token] ** _COMMON
    return total


def _levels(frequency: Mapping[str, float], named: Mapping[str, float], standing: float, beside: Collection[str]) -> Mapping[str, int]:
    """Rounded weights of words by their frequency, and of what is named; what rounds to nothing is left out."""
    found = {
        token: round(value / (_SATURATION + value) * (BESIDE if token in beside else 1.0) * standing * _LEVELS)
        for token, value in frequency.items()
    }
    found |= {key: round(value * standing * _LEVELS) for key, value in named.items()}
    return {token: level for token, level in found.items() if level}


def _telling(weights: Sequence[Mapping[str, int]]) -> tuple[Mapping[str, int], ...]:
    """The weights without those of common words where they say little, so that no word makes the index heavy or slow."""
    number = Counter(chain.from_iterable(weights))
    levels: dict[str, Counter[int]] = {token: Counter() for token, times in number.items() if times > _MOST}
    if not levels:
        return tuple(weights)
    for found in weights:
        for token in found.keys() & levels.keys():
            levels[token][found[token]] += 1
    lowest = {token: _lowest(counts) for token, counts in levels.items()}
    return tuple({token: level for token, level in found.items() if level >= lowest.get(token, 0)} for found in weights)


def _lowest(counts: Counter[int]) -> int:
    """The lowest level that is kept: the highest ones are, however many there are."""
    kept = 0
    for level in sorted(counts, reverse=True):
        kept += counts[level]
        if kept > _MOST:
            return min(level + 1, max(counts))
    return 0
