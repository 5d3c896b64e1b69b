"""The dictionary of the search engine: per stem how often it occurs, its forms, and what else to look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.finding.indexing import concept_code
from macros.finding.language import VULWOORDEN
from macros.finding.shards import shards
from macros.finding.weighing import Gewogen
from macros.woordenschat import gewone_woorden

FACTORS = {
    "zoekwoorden": 80, "themas": 50, "doelgroepen": 50, "werkvormen": 55, "wetten": 70, "beleidskaders": 60,
    "financieringsbronnen": 45, "fasen": 60, "onderbouwing": 40,
}  # fmt: skip
"""What a concept counts, in percents of the word itself, by its list."""
_SIZE = 6600


def concept_codes(gewogen: Gewogen) -> Mapping[str, str]:
    """The index word of every concept."""
    return {key: concept_code(number) for number, key in enumerate(sorted(gewogen.woorden.namen))}


def dictionary(gewogen: Gewogen) -> Mapping[str, Sequence[str]]:
    """Files of lines, by first letters. A line holds, between bars:

    stem | documents with it | its forms | parts when it is a compound | concepts (code*percents) |
    words that may follow it (stem>code*percents, or stem for a pair that is indexed itself), and filler before it (filler<, likewise)
    """
    alone, followed = _names(gewogen)
    for pair in sorted(gewogen.woorden.paren & gewogen.aantallen.keys()):
        one, _, two = pair.partition("_")
        if one in VULWOORDEN:
            if not any(name.startswith(f"{one}<") for name in followed[two]):
                followed[two].append(f"{one}<")
        else:
            followed[one].append(two)
    return shards(_lines(gewogen, alone, followed), _SIZE)


def ordinary(gewogen: Gewogen) -> Mapping[str, Sequence[str]]:
    """Files of words that people use but no page has, by first letters: who types one of these made no spelling mistake."""
    stem = gewogen.woorden.vormen.stem
    return shards(((word, word) for word in gewone_woorden() if stem(word) not in gewogen.aantallen), _SIZE)


def _names(gewogen: Gewogen) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """By stem: the concepts that it names, and those that it names together with the words after it."""
    codes = concept_codes(gewogen)
    alone: dict[str, list[str]] = defaultdict(list)
    followed: dict[str, list[str]] = defaultdict(list)
    for key, names in sorted(gewogen.woorden.namen.items()):
        if key not in gewogen.aantallen:
            continue
        percents = FACTORS[key.partition(":")[0]]
        for first, *rest in names:
            if first in VULWOORDEN and rest:
                # the browser looks no filler up, so it stands with the word that it precedes
                followed[rest[0]].append(f"{first}<>{codes[key]}*{percents}")
            elif rest:
                followed[first].append(f"{'_'.join(rest)}>{codes[key]}*{percents}")
            else:
                alone[first].append(f"{codes[key]}*{round(percents * gewogen.woorden.worth(first))}")
    return alone, followed


def _lines(gewogen: Gewogen, alone: Mapping[str, Sequence[str]], followed: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    forms, parts, count = gewogen.woorden.forms(), gewogen.woorden.parts(), gewogen.aantallen
    # a word that no page has, but that ends a name, must be known for the name to be seen
    tails = {word for names in followed.values() for name in names for word in name.partition(">")[0].rstrip("<").split("_")}
    for stem in sorted(forms, key=lambda stem: (-count.get(stem, 0), stem)):
        if stem not in count and not (stem in alone or stem in followed or stem in parts or stem in tails):
            continue
        fields = (stem, str(count.get(stem, 0)), forms[stem], parts.get(stem, ()), alone.get(stem, ()), followed.get(stem, ()))
        line = "|".join(field if isinstance(field, str) else ",".join(field) for field in fields).rstrip("|")
        for prefix_of in dict.fromkeys((stem, *forms[stem])):
            yield prefix_of, line
