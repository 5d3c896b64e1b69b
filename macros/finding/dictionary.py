"""The dictionary of the search engine: per stem how often it occurs, its forms, and what else to look for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.finding.indexing import concept_code
from macros.finding.language import VULWOORDEN
from macros.finding.shards import shards
from macros.finding.weighing import Gewogen

FACTORS = {
    "zoekwoorden": 80, "themas": 50, "doelgroepen": 50, "werkvormen": 55, "wetten": 70, "beleidskaders": 60,
    "financieringsbronnen": 45, "fasen": 60, "onderbouwing": 40,
}  # fmt: skip
"""What a concept counts, in percents of the word itself, by its list."""
_SIZE = 6000


def concept_codes(gewogen: Gewogen) -> Mapping[str, str]:
    """The index word of every concept."""
    return {key: concept_code(number) for number, key in enumerate(sorted(gewogen.begrippen))}


def dictionary(gewogen: Gewogen) -> Mapping[str, Sequence[str]]:
    """Files of lines, by first letters. A line holds, between bars:

    stem | documents with it | its forms | parts when it is a compound | concepts (code*percents) |
    words that may follow it (stem>code*percents, or stem for a pair that is indexed itself)
    """
    codes = concept_codes(gewogen)
    alone: dict[str, list[str]] = defaultdict(list)
    followed: dict[str, list[str]] = defaultdict(list)
    for key, names in sorted(gewogen.begrippen.items()):
        asked = f"{codes[key]}*{FACTORS[key.partition(':')[0]]}"
        for name in names:
            if len(name) == 1:
                alone[name[0]].append(asked)
            elif key in gewogen.aantallen:
                followed[name[0]].append(f"{'_'.join(name[1:])}>{asked}")
    for pair in sorted(gewogen.paren):
        one, _, two = pair.partition("_")
        if one in VULWOORDEN:
            # the browser looks no filler up, so it stands with the word that it precedes
            followed[two].append(f"{one}<")
        else:
            followed[one].append(two)
    return shards(_lines(gewogen, alone, followed), _SIZE)


def _lines(gewogen: Gewogen, alone: Mapping[str, Sequence[str]], followed: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    for stem, forms in sorted(gewogen.vormen.items(), key=lambda pair: (-gewogen.aantallen.get(pair[0], 0), pair[0])):
        fields = (
            stem,
            str(gewogen.aantallen.get(stem, 0)),
            ",".join(forms),
            ",".join(gewogen.delen.get(stem, ())),
            ",".join(alone.get(stem, ())),
            ",".join(followed.get(stem, ())),
        )
        line = "|".join(fields).rstrip("|")
        for prefix_of in dict.fromkeys((stem, *forms)):
            yield prefix_of, line
