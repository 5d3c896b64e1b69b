"""How much each word says about each document: from fields to one weight per word, once, at build time.

The form is BM25F (Robertson and Zaragoza, 2009): frequency per field, weighed and evened out for
length, then saturated. What a word is worth by its rarity the browser adds, for it knows the counts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from macros.finding.documents import Zoekdocument
from macros.finding.likeness import smoothed
from macros.finding.language import VULWOORDEN, Samenstellingen, parts_of, stem, words

WEIGHTS = {
    "titel": 7.0, "synoniem": 4.0, "plaats": 5.0, "samenvatting": 3.0, "term": 2.2, "werkwijze": 2.5, "zoekwoord": 3.5, "geleend": 2.0, "organisatie": 2.5,
    "streek": 1.6, "rol": 0.8, "aanpak": 1.0, "aanleiding": 0.8, "resultaten": 0.7, "tekst": 0.6, "cijfers": 0.6,
    "verwant": 1.5, "overig": 0.6,
}  # fmt: skip
_LONG = {"aanpak", "aanleiding", "resultaten", "tekst", "cijfers", "overig", "verwant", "rol"}
_SATURATION = 4.0
_LENGTH = 0.45
_PART = {0: 0.45, 1: 0.6}
"""What the head and the tail of a compound say of it: jeugdwerk is work, of a kind."""
_GROUP = 0.75
_TERM = 0.5
_LEVELS = 40


@dataclass(frozen=True)
class Gewogen:
    """The words of all documents with their weights (1–40), and what the dictionary tells the browser."""

    gewichten: tuple[Mapping[str, int], ...]
    vormen: Mapping[str, tuple[str, ...]]
    delen: Mapping[str, tuple[str, str]]
    paren: frozenset[str]
    begrippen: Mapping[str, tuple[tuple[str, ...], ...]]
    aantallen: Mapping[str, int]




def weigh(docs: Sequence[Zoekdocument], concepts: Mapping[str, tuple[str, ...]]) -> Gewogen:
    """Weigh all documents. `concepts` gives the names of each concept."""
    texts = [[(name, words(text)) for name, text in doc.velden] for doc in docs]
    names = {key: _names(labels) for key, labels in concepts.items()}
    vocabulary, pages = _vocabulary(texts)
    compounds = Samenstellingen(parts_of(pages.items(), {word for labels in concepts.values() for label in labels for word in words(label)}))
    pairs = _pairs(texts) | {"_".join(name[:2]) for group in names.values() for name in group if len(name) > 1}
    lengths = _mean_lengths(texts)
    members = _members(names)
    impacts: list[dict[str, float]] = []
    weights = []
    for doc, fields in zip(docs, texts, strict=True):
        frequency = _frequencies(fields, lengths, compounds, pairs)
        impact = {token: value / (_SATURATION + value) for token, value in frequency.items()}
        for key, share in _concepts(doc, impact, members).items():
            impact[key] = max(impact.get(key, 0.0), share)
        impacts.append(impact)
    for impact in smoothed(docs, impacts):
        weights.append({token: max(1, round(value * _LEVELS)) for token, value in sorted(impact.items()) if value * _LEVELS >= 0.5})
    known = {word for group in names.values() for name in group for word in name}
    asked = vocabulary | {word for labels in concepts.values() for label in labels for word in words(label)}
    split = {word: parts for word in asked if (parts := compounds.split(word))}
    counts = Counter(token for found in weights for token in found)
    forms: dict[str, set[str]] = defaultdict(set)
    for word in asked:
        forms[stem(word)].add(word)
    used = {pair for pair in pairs if pair in counts}
    return Gewogen(
        tuple(weights),
        {key: tuple(sorted(group)) for key, group in forms.items() if key in counts or key in known},
        {stem(word): parts for word, parts in sorted(split.items())},
        frozenset(used),
        names,
        counts,
    )


def _names(labels: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """The stems of each name; a label of two ideas ("Armoede en schulden") is two names."""
    found: dict[tuple[str, ...], None] = {}
    for label in labels:
        for part in [label, *label.replace(",", " en ").replace(" of ", " en ").split(" en ")]:
            stems = tuple(stem(word) for word in words(part) if word not in VULWOORDEN)
            if stems:
                found[stems] = None
    return tuple(found)


def _vocabulary(texts: Sequence[Sequence[tuple[str, list[str]]]]) -> tuple[set[str], Counter[str]]:
    pages: Counter[str] = Counter()
    for fields in texts:
        pages.update({word for _, found in fields for word in found})
    return {word for word in pages if word not in VULWOORDEN}, pages


def _pairs(texts: Sequence[Sequence[tuple[str, list[str]]]]) -> set[str]:
    """Pairs of words that stand together in a short field: names, titles, terms."""
    return {pair for fields in texts for name, sequence in fields if name not in _LONG for pair in _pairs_in(sequence)}


def _pairs_in(sequence: Sequence[str]) -> Iterator[str]:
    """Neighbours, with and without the filler between them: ONS welzijn, welzijn (op) recept."""
    telling = [word for word in sequence if word not in VULWOORDEN]
    for one, two in pairwise(telling):
        yield f"{stem(one)}_{stem(two)}"
    for one, two in pairwise(sequence):
        if one in VULWOORDEN and two not in VULWOORDEN:
            yield f"{one}_{stem(two)}"


def _mean_lengths(texts: Sequence[Sequence[tuple[str, list[str]]]]) -> Mapping[str, float]:
    total: Counter[str] = Counter()
    number: Counter[str] = Counter()
    for fields in texts:
        for name, sequence in fields:
            total[name] += len(sequence)
            number[name] += 1
    return {name: max(total[name] / number[name], 1.0) for name in total}


def _frequencies(
    fields: Sequence[tuple[str, list[str]]], lengths: Mapping[str, float], compounds: Samenstellingen, pairs: set[str]
) -> Mapping[str, float]:
    frequency: Counter[str] = Counter()
    for name, sequence in fields:
        share = WEIGHTS[name] / (1 - _LENGTH + _LENGTH * len(sequence) / lengths[name])
        telling = [word for word in sequence if word not in VULWOORDEN]
        for word in telling:
            frequency[stem(word)] += share
            for place, part in enumerate(compounds.split(word) or ()):
                frequency[part] += share * _PART[place]
        for pair in _pairs_in(sequence):
            if pair in pairs:
                frequency[pair] += share
    return frequency


def _members(names: Mapping[str, tuple[tuple[str, ...], ...]]) -> Mapping[str, tuple[str, ...]]:
    """Per group of everyday words, the words and pairs that count as it."""
    groups = {key: group for key, group in names.items() if key.startswith("zoekwoorden:")}
    return {key: tuple(dict.fromkeys("_".join(name[:2]) for name in group)) for key, group in groups.items()}


def _concepts(doc: Zoekdocument, impact: Mapping[str, float], members: Mapping[str, tuple[str, ...]]) -> Mapping[str, float]:
    found = {key: share * _TERM for key, share in doc.termen}
    for key, group in members.items():
        best = max((impact.get(name, 0.0) for name in group), default=0.0)
        if best:
            found[key] = best * _GROUP
    return found
