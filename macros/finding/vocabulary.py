"""The words of all documents together: their forms, the parts of compounds, and names of several words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from macros.finding.documents import Zoekdocument
from macros.finding.language import BIJWOORDEN, VULWOORDEN, Samenstellingen, Woordvormen, parts_of, words

_LONG = {"aanpak", "aanleiding", "resultaten", "tekst", "cijfers", "overig", "verwant", "rol", "bron"}
"""Fields of running text; the others hold names and terms."""

BESIDE = 0.6
_TELLING = 0.12
"""On no larger share of entries may a word be that filler leaves of a name: `kansrijke start` can do with it, `samen iets doen` can't."""
_FEW = 5
"""In a small catalogue no word is common that as few entries have."""
EVERYDAY = "zoekwoorden:"
"""How the key of a group of everyday words begins."""

Velden = Sequence[tuple[str, Sequence[str]]]
"""The fields of a document with their words."""


@dataclass(frozen=True)
class Woorden:
    """All that one needs to know of the words to weigh them and to find them again."""

    vormen: Woordvormen
    stammen: Mapping[str, str]
    """The stem of every word but filler."""
    samenstellingen: Samenstellingen
    alle: frozenset[str]
    paren: frozenset[str]
    """Known pairs of neighbours, as `een_twee`."""
    namen: Mapping[str, tuple[tuple[str, ...], ...]]
    """Per concept the stems of each of its names; of one word after filler the filler too."""
    beside: frozenset[str]
    """Stems of words that say less than the words beside them."""

    def pairs_in(self, sequence: Sequence[str]) -> Sequence[str]:
        """The known pairs of neighbours in a text."""
        known = self._followers
        return [known[one][two] for one, two in _pairs(sequence, self.stammen) if one in known and two in known[one]]

    @cached_property
    def _followers(self) -> Mapping[str, Mapping[str, str]]:
        """The same pairs by their first word, and by their second: most words of a text begin none."""
        followers: dict[str, dict[str, str]] = defaultdict(dict)
        for pair in self.paren:
            one, _, two = pair.partition("_")
            followers[one][two] = pair
        return followers

    def worth(self, stem: str) -> float:
        """What a word counts: less when it mostly tells about the words beside it."""
        return BESIDE if stem in self.beside else 1.0

    def forms(self) -> Mapping[str, tuple[str, ...]]:
        """Per stem all words that have it."""
        forms: dict[str, set[str]] = defaultdict(set)
        for word in self.alle:
            forms[self.stammen[word]].add(word)
        return {stem: tuple(sorted(group)) for stem, group in forms.items()}

    def parts(self) -> Mapping[str, tuple[str, str]]:
        """Per stem of a compound its two parts."""
        found = ((word, self.samenstellingen.split(word)) for word in sorted(self.alle))
        return {self.stammen[word]: parts for word, parts in found if parts}


def read_words(docs: Sequence[Zoekdocument], concepts: Mapping[str, tuple[str, ...]]) -> tuple[Woorden, Sequence[Velden]]:
    """The words of documents and of the names of concepts; beside them the fields of each document in words."""
    # each word is kept once, however often it is read
    same: dict[str, str] = {}
    fields = [tuple((name, [same.setdefault(word, word) for word in words(text)]) for name, text in doc.velden) for doc in docs]
    pages: Counter[str] = Counter()
    for doc in fields:
        pages.update({word for _, found in doc for word in found})
    named = {word for labels in concepts.values() for label in labels for word in words(label)}
    known = frozenset(word for word in {*pages, *named} if word not in VULWOORDEN)
    vormen = Woordvormen(known)
    stems = {word: vormen.stem(word) for word in known}
    common = _common(docs, fields, stems | {word: vormen.stem(word) for word in VULWOORDEN})
    names = {
        key: _everyday(labels, vormen, common) if key.startswith(EVERYDAY) else _names(labels, vormen) for key, labels in concepts.items()
    }
    pairs = {"_".join(pair) for doc in fields for name, found in doc if name not in _LONG for pair in _pairs(found, stems)}
    pairs |= {"_".join(name[:2]) for group in names.values() for name in group if len(name) > 1}
    beside = frozenset(vormen.stem(word) for word in BIJWOORDEN)
    return Woorden(vormen, stems, Samenstellingen(parts_of(pages.items(), named), vormen), known, frozenset(pairs), names, beside), fields


def _names(labels: Sequence[str], vormen: Woordvormen) -> tuple[tuple[str, ...], ...]:
    """The stems of each name; a label of two ideas ("Armoede en schulden") is two names."""
    found: dict[tuple[str, ...], None] = {}
    for label in labels:
        for part in (label, *label.replace(",", " en ").replace(" of ", " en ").split(" en ")):
            if stems := _stems(words(part), vormen):
                found[stems] = None
    return tuple(found)


def _everyday(labels: Sequence[str], vormen: Woordvormen, common: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """The stems of each name of a group of everyday words.

    `werk en mantelzorg` is no name for all work, nor `samen iets doen` for all that people share.
    """
    found: dict[tuple[str, ...], None] = {}
    for label in labels:
        name = words(label)
        stems = _stems(name, vormen)
        if stems and (len(name) == 1 or len(stems) > 1 or stems[0] not in common):
            found[stems] = None
    return tuple(found)


def _common(docs: Sequence[Zoekdocument], fields: Sequence[Velden], stems: Mapping[str, str]) -> set[str]:
    """The stems that many entries have."""
    entries = [velden for doc, velden in zip(docs, fields, strict=True) if doc.is_voorbeeld]
    number: Counter[str] = Counter()
    for velden in entries:
        number.update({stems[word] for word in {word for _, found in velden for word in found}})
    return {stem for stem, times in number.items() if times > max(_FEW, _TELLING * len(entries))}


def _stems(name: Sequence[str], vormen: Woordvormen) -> tuple[str, ...]:
    """The stems of a name without filler; of one word after filler with that: `geen huis` is not `huis`."""
    telling = [place for place, word in enumerate(name) if word not in VULWOORDEN]
    filler = name[telling[0] - 1 : telling[0]] if len(telling) == 1 and telling[0] else ()
    return (*filler, *(vormen.stem(name[place]) for place in telling))


def _pairs(sequence: Sequence[str], stems: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Neighbours, without the filler between them (welzijn op recept) and with what stands before (ONS welzijn)."""
    before = filler = ""
    for word in sequence:
        stem = stems.get(word)
        if stem is None:
            filler = word
            continue
        if before:
            yield before, stem
        if filler:
            yield filler, stem
        before, filler = stem, ""
