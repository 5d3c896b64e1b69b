"""Where the catalogue is rich or poor: matrices, and the gaps in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue
from macros.views.cards import FILTERS, Tag, voorbeelden

MANY = 6
"""From how many entries a cell of a matrix stands out."""

_FEW = 3


@dataclass(frozen=True)
class Cel:
    """One cell of a matrix: how many entries have both terms, and where to see them; no address at zero."""

    aantal: int
    adres: str

    @property
    def veel(self) -> bool:
        """Whether there are many."""
        return self.aantal >= MANY


@dataclass(frozen=True)
class Matrix:
    """How many entries two terms share: columns with short names, rows with a cell for each column."""

    kolommen: tuple[Tag, ...]
    rijen: tuple[tuple[Tag, tuple[Cel, ...]], ...]


@dataclass(frozen=True)
class Leemten:
    """The gaps in words: pairs of a theme and a target group without any entry, and the terms with the fewest."""

    paren: tuple[tuple[Tag, Tag], ...]
    dun: tuple[tuple[str, tuple[tuple[Tag, str], ...]], ...]


def matrix(catalogue: Catalogue, rows: str, columns: str) -> Matrix:
    """For each term of one list, how many entries also have each term of the other."""
    lijsten = catalogue.lijsten
    return Matrix(
        tuple(_tag(catalogue, columns, key, lijsten[columns][key].kort or lijsten[columns].label(key)) for key in lijsten[columns]),
        tuple(
            (_tag(catalogue, rows, key, lijsten[rows].label(key)), tuple(_cells(catalogue, rows, key, columns))) for key in lijsten[rows]
        ),
    )


def leemten(catalogue: Catalogue, most: int = 6) -> Leemten:
    """Where one would expect entries and there are none, and the terms with the fewest."""
    lijsten = catalogue.lijsten
    dun = []
    for lijst, name in (("themas", "Thema's"), ("doelgroepen", "Doelgroepen"), ("provincies", "Provincies")):
        number = {key: len(catalogue.with_term(lijst, key)) for key in lijsten[lijst]}
        fewest = sorted(number, key=lambda key: number[key])[:_FEW]
        dun.append((name, tuple((_tag(catalogue, lijst, key, lijsten[lijst].label(key)), voorbeelden(number[key])) for key in fewest)))
    return Leemten(
        tuple(
            (
                _tag(catalogue, "themas", thema, lijsten["themas"].label(thema)),
                _tag(catalogue, "doelgroepen", groep, lijsten["doelgroepen"].label(groep)),
            )
            for thema, groep in _unexpected(catalogue, most)
        ),
        tuple(dun),
    )


def _unexpected(catalogue: Catalogue, most: int) -> Sequence[tuple[str, str]]:
    """Themes and target groups that never go together, though the group does go with themes like it; most surprising first.

    Two themes are alike when they go with the same groups: so parenting and older people is no surprise. The square and
    the root keep large groups from winning everywhere; each theme and each group comes twice at most.
    """
    themas, groups = catalogue.used_terms("themas"), catalogue.used_terms("doelgroepen")
    count = {thema: Counter(key for item in catalogue.with_term("themas", thema) for key in item.data.doelgroepen) for thema in themas}
    expected = {}
    for thema, groep in ((thema, groep) for thema in themas for groep in groups if not count[thema][groep]):
        alike = {other: _likeness(count[thema], count[other], without=groep) for other in themas if other != thema}
        total = sum(weight**2 * count[other][groep] for other, weight in alike.items())
        expected[thema, groep] = total / math.sqrt(len(catalogue.with_term("doelgroepen", groep)))
    found: list[tuple[str, str]] = []
    for pair in sorted(expected, key=lambda pair: (-expected[pair], pair)):
        if all([part for other in found for part in other].count(part) < 2 for part in pair):
            found.append(pair)
    return found[:most]


def _likeness(one: Counter[str], other: Counter[str], without: str) -> float:
    """The cosine of two lists of numbers, 0 to 1, one term left out."""
    shared = sum(number * other[key] for key, number in one.items() if key != without)
    sizes = [math.sqrt(sum(number**2 for key, number in counts.items() if key != without)) for counts in (one, other)]
    return shared / (sizes[0] * sizes[1]) if shared else 0.0


def _tag(catalogue: Catalogue, lijst: str, key: str, label: str) -> Tag:
    """A term with the page about it, or for a list without pages the selection of its entries; no address without entries."""
    if not catalogue.with_term(lijst, key):
        return Tag(label, "", key)
    return Tag(label, addresses.term(lijst, key) if lijst in addresses.FACETS else f"voorbeelden/?{FILTERS[lijst]}={key}", key)


def _cells(catalogue: Catalogue, rows: str, row: str, columns: str) -> Iterable[Cel]:
    count = dict.fromkeys(catalogue.lijsten[columns], 0)
    for item in catalogue.with_term(rows, row):
        for key in catalogue.terms(item, columns):
            count[key] += 1
    for key, number in count.items():
        yield Cel(number, f"voorbeelden/?{FILTERS[rows]}={row}&{FILTERS[columns]}={key}" if number else "")
