"""What the index holds: the words of every document, each in a form that only our own questions match.

A word of an entry is written `qvmantelzorgq`, of anything else `qwmantelzorgq`: the first letters keep
the two apart, and the last one tells `mantelzorg` from `mantelzorger`, for Pagefind matches beginnings.
No other letter is a q, so that `lhbti` ends before `lhbtiq` does.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence

from macros.finding.documents import Zoekdocument
from macros.finding.pieces import Register

_SIGNS = str.maketrans({**{str(number): f"x{'abcdefghij'[number]}" for number in range(10)}, "_": "x", "q": "xk"})
_LETTERS = "abcdefghijklmnoprstuvwxyz"
"""All but the q, which is written as two others."""
_LOWEST = 1


def code(word: str, kind: str) -> str:
    """A word as it stands in the index; `kind` is `v` for entries and `w` for everything else."""
    return f"q{kind}{word.translate(_SIGNS)}q"


def concept_code(number: int) -> str:
    """The word for a concept, by its number: a stem that no word has, not even the xxx of who must still fill something in."""
    letters = ""
    while True:
        number, rest = divmod(number, len(_LETTERS))
        letters = _LETTERS[rest] + letters
        if not number:
            return f"xq{letters}"


def register(docs: Sequence[Zoekdocument], weights: Sequence[Mapping[str, int]], concepts: Mapping[str, str]) -> Register:
    """The index of documents by the weights of their words; `concepts` gives the index word of what is no word."""
    places: dict[str, dict[str, array[int]]] = {"v": {}, "w": {}}
    for number, (doc, found) in enumerate(zip(docs, weights, strict=True)):
        kind = places["v" if doc.is_voorbeeld else "w"]
        for word, level in found.items():
            if word not in kind:
                kind[word] = array("I")
            kind[word].append(number * 64 + level)
        if not doc.is_voorbeeld:
            # a filter would do, but asking Pagefind for all of one makes it fetch the whole index
            kind.setdefault(f"xxsoort{doc.soort.lower()}", array("I")).append(number * 64 + _LOWEST)
    words: dict[str, Sequence[int]] = {}
    for letter, kind in places.items():
        for word, where in kind.items():
            # nobody asks for a concept that has no names
            if word in concepts or ":" not in word:
                name = code(concepts.get(word, word), letter)
                words[name] = _together(words[name], where) if name in words else where
    return Register([_page(doc) for doc in docs], words)


def _together(one: Sequence[int], other: Sequence[int]) -> Sequence[int]:
    """The places of two words that the index writes alike (`a_b` and `axb`): on a page with both the one that says most."""
    return list({place // 64: place for place in sorted((*one, *other))}.values())


def path(address: str) -> str:
    """Where Pagefind has a document; a term of the glossary has no page of its own."""
    return address.replace("#", "").rstrip("/")


def _page(doc: Zoekdocument) -> Mapping[str, object]:
    """What Pagefind keeps of a document: its address and all that a result shows."""
    return {"url": f"/{path(doc.adres)}/", "content": "", "word_count": 0, "filters": {}, "meta": shown(doc), "anchors": []}


def shown(doc: Zoekdocument) -> Mapping[str, str]:
    """All that a result shows."""
    address = {"adres": doc.adres} if "#" in doc.adres else {}
    return {"title": doc.titel, "samenvatting": doc.samenvatting, "soort": doc.soort, **dict(doc.regel), **address}
