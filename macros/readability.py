"""How easily a Dutch text reads: sentence length and the Flesch-Douma score.

Flesch-Douma (W.H. Douma, 1960): 206.84 - 0.93 x words per sentence - 77 x syllables per word; 100 is
very easy, below 50 is hard. It says nothing about sense or order, so it advises and never blocks.
"""

from __future__ import annotations

import functools
import re

import pyphen

from macros.prose import sentences, to_plain

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def words_per_sentence(text: str) -> float:
    """The average number of words in a sentence; 0 for no text."""
    found = [len(_WORD.findall(sentence)) for sentence in sentences(to_plain(text))]
    return sum(found) / len(found) if found else 0.0


def flesch_douma(text: str) -> float:
    """The score of a text; 100 for a text without words."""
    words = _WORD.findall(to_plain(text))
    if not words:
        return 100.0
    syllables = sum(_syllables(word.lower()) for word in words)
    return 206.84 - 0.93 * words_per_sentence(text) - 77 * syllables / len(words)


@functools.cache
def _hyphenator() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL", left=1, right=1)


@functools.lru_cache(maxsize=20_000)
def _syllables(word: str) -> int:
    return len(_hyphenator().positions(word)) + 1
