"""What the search fields suggest while somebody types: names of things, by the first letters of each of their words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from macros.finding.documents import Zoekdocument
from macros.finding.language import VULWOORDEN, words
from macros.finding.shards import shards
from macros.naming import sort_key

_SIZE = 3500
_KEEP = 40
_GROUPS = (
    ("Thema", "Doelgroep", "Werkvorm", "Wet"),
    ("Provincie", "Gemeente"),
    ("Begrip",),
    ("Verzameling",),
    ("Werkwijze", "Praktijk"),
    ("Kennis",),
    ("Organisatie",),
)
"""The kinds that are suggested, in groups; `voorstellen.js` names the groups, in this order."""

_RANK = {kind: (number, place) for number, group in enumerate(_GROUPS) for place, kind in enumerate(group)}


def suggestions(docs: Sequence[Zoekdocument]) -> Mapping[str, Sequence[str]]:
    """Files of lines `group|name|address|also`, by first letters; `also` is the other name by which it was found."""
    found = sorted(_lines(docs))
    return shards(((key, line) for _, key, line in found), _SIZE, _KEEP)


def _lines(docs: Sequence[Zoekdocument]) -> Iterator[tuple[tuple[int, tuple[int, int], str], str, str]]:
    for doc in docs:
        if doc.soort not in _RANK:
            continue
        rank = _RANK[doc.soort]
        for name, also in _names(doc):
            line = "|".join((str(rank[0]), doc.titel.replace("|", "/"), doc.adres, also)).rstrip("|")
            telling = [word for word in words(name) if word not in VULWOORDEN] or words(name)
            for place, word in enumerate(dict.fromkeys(telling)):
                # a name that starts with the letters comes before one that holds them further on
                yield (min(place, 1) + (2 if also else 0), rank, sort_key(doc.titel)[0]), word, line


def _names(doc: Zoekdocument) -> Iterator[tuple[str, str]]:
    yield doc.titel, ""
    for name, text in doc.velden:
        if name == "synoniem":
            for other in filter(None, text.split(". ")):
                yield other, other.replace("|", "/")
        elif name == "plaats" and doc.is_voorbeeld:
            yield text, ""
