"""What Pagefind indexes: per document a page with its words, each in a form that only our own questions match.

A word of an entry is written `qvmantelzorgq`, of anything else `qwmantelzorgq`: the first letters keep
the two apart and away from natural words, and the last one tells `mantelzorg` from `mantelzorger`,
for Pagefind matches beginnings. Words of one weight share an element with that weight.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from macros.finding.documents import Zoekdocument

_DIGITS = str.maketrans({**{str(number): f"x{'abcdefghij'[number]}" for number in range(10)}, "_": "x"})


_LOWEST = 1


def code(word: str, kind: str) -> str:
    """A word as it stands in the index; `kind` is `v` for entries and `w` for everything else."""
    return f"q{kind}{word.translate(_DIGITS)}q"


def concept_code(number: int) -> str:
    """The word for a concept, by its number: a stem that no word has, not even the xxx of who must still fill something in."""
    letters = ""
    while True:
        number, rest = divmod(number, 26)
        letters = "abcdefghijklmnopqrstuvwxyz"[rest] + letters
        if not number:
            return f"xq{letters}"


def page(doc: Zoekdocument, weights: Mapping[str, int], concepts: Mapping[str, str]) -> str:
    """The page of a document for Pagefind: its words alone, for all other text would be indexed too."""
    levels: dict[int, list[str]] = defaultdict(list)
    kind = "v" if doc.is_voorbeeld else "w"
    for word, level in weights.items():
        levels[level].append(code(concepts.get(word, word), kind))
    if not doc.is_voorbeeld:
        # a filter would do, but asking Pagefind for all of one makes it fetch the whole index
        levels[_LOWEST].append(code(f"xxsoort{doc.soort.lower()}", kind))
    body = "".join(f'<p data-pagefind-weight="{level / 4}">{" ".join(found)}</p>' for level, found in sorted(levels.items()))
    return f'<!doctype html><html lang="nl"><body data-pagefind-body>{body}</body></html>'


def shown(doc: Zoekdocument) -> Mapping[str, str]:
    """All that a result shows."""
    address = {"adres": doc.adres} if "#" in doc.adres else {}
    return {"title": doc.titel, "samenvatting": doc.samenvatting, "soort": doc.soort, **dict(doc.regel), **address}
