"""`trefwoorden`: the words by which people look for a page that don't stand on it.

Pagefind's own Dutch stemming misranks ("geweld" finds Welzijn op Recept) and the tail of a compound
is not found ("werkloosheid" in "jeugdwerkloosheid"). So the index is made without stemming, and
every page brings: other forms of its words, the parts of its compounds, and the synonyms of its terms.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

import snowballstemmer

from macros.naming import fold

_WORD = re.compile(r"[a-z]{4,}")
_JOINTS = ("", "s", "en", "e")
_MIN_PART = 5
_SHORT_HEADS = {"jeugd", "buurt", "wijk", "zorg", "werk", "huis", "geld"}
_MOST_FORMS = 5
_TOO_COMMON = 0.25


class Woordenboek:
    """The words of the whole catalogue, by stem, and the known parts of compounds."""

    def __init__(self, texts: Iterable[str], parts: Iterable[str]) -> None:
        """`texts` is all text of all pages; `parts` are words that compounds may be made of."""
        self._stemmer = snowballstemmer.stemmer("dutch_porter")
        self._stems: dict[str, str] = {}
        count: dict[str, int] = defaultdict(int)
        pages_read = 0
        for text in texts:
            pages_read += 1
            for word in set(words(text)):
                count[word] += 1
        # a word on a quarter of all pages says nothing about one of them
        common = {word for word, pages in count.items() if pages > max(_TOO_COMMON * pages_read, 8)}
        self._parts = {part for text in parts for part in words(text) if len(part) >= _MIN_PART}
        self._parts |= {word for word, pages in count.items() if _MIN_PART <= len(word) <= 12 and pages >= 3}
        forms: dict[str, set[str]] = defaultdict(set)
        for word in {*count, *self._parts}:
            forms[self.stem(word)].add(word)
        self._forms: Mapping[str, tuple[str, ...]] = {
            stem: tuple(sorted(group, key=lambda word: (-count[word], word))[:_MOST_FORMS])
            for stem, group in forms.items()
            if len(group) > 1 and not group & common
        }

    def stem(self, word: str) -> str:
        """The stem after Porter's Dutch algorithm: eenzame, eenzaamheid → eenzam."""
        if word not in self._stems:
            self._stems[word] = str(self._stemmer.stemWord(word))
        return self._stems[word]

    def trefwoorden(self, text: str, terms: Iterable[str]) -> str:
        """The words to add to a page with this text and these synonyms, in alphabetical order."""
        present = set(words(text))
        extra = {word for term in terms for word in words(term)}
        for word in present | extra:
            parts = self.split(word)
            extra.update(parts)
            for stem in {self.stem(word), *(self.stem(part) for part in parts)}:
                extra.update(self._forms.get(stem, ()))
        return " ".join(sorted(extra - present))

    def split(self, word: str) -> tuple[str, ...]:
        """The two known parts of a compound: jeugdwerkloosheid → jeugd, werkloosheid."""
        for cut in range(len(word) - _MIN_PART, 3, -1):
            head, tail = word[:cut], word[cut:]
            if tail in self._parts:
                for joint in _JOINTS:
                    base = head.removesuffix(joint) if joint else head
                    if len(base) >= 4 and (base in self._parts or base in _SHORT_HEADS):
                        return base, tail
        return ()


def words(text: str) -> list[str]:
    """The words of four letters or more, without accents and in lower case."""
    return _WORD.findall(fold(text))


def afkortingen(terms: Iterable[str]) -> str:
    """The abbreviations among synonyms (WoR, lvb, ggz, Wmo 2015), to be found as themselves."""
    return " ".join(
        sorted({word for term in terms if len(term) <= 12 for word in re.findall(r"[a-z]+", fold(term)) if len(word) in (2, 3)})
    )
