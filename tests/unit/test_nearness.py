"""Which entries are most like which."""

from __future__ import annotations

from macros.finding.documents import Zoekdocument
from macros.finding.nearness import NEAREST, nearest


def doc(address: str, soort: str = "Praktijk") -> Zoekdocument:
    """A document of which only address and kind count."""
    return Zoekdocument(address, soort, "", "", ())


def test_entries_with_the_same_telling_words_are_near() -> None:
    """What both say much of counts; what is said in passing, or by every entry, doesn't."""
    docs = [doc("a/"), doc("b/"), doc("c/"), doc("d/")]
    weights = [
        {"fiets": 30, "zorg": 20, "dorp": 5},
        {"fiets": 25, "zorg": 20},
        {"schuld": 30, "zorg": 20, "dorp": 5},
        {"schuld": 30, "zorg": 20, "fiets": 4},
    ]

    assert nearest(docs, weights) == [(1,), (0,), (3,), (2,)]


def test_pages_that_are_no_entries_have_no_place() -> None:
    """Neither as the one nor as the other, nor do they count in the numbers."""
    docs = [doc("a/"), doc("themas/fietsen/", "Thema"), doc("b/"), doc("c/")]

    assert nearest(docs, [{"fiets": 30}, {"fiets": 30}, {"schuld": 30}, {"schuld": 30}]) == [(), (2,), (1,)]


def test_no_more_than_a_few_and_always_the_same() -> None:
    """The likest few; of those that are as much alike the first by address."""
    docs = [doc(f"{letter}/") for letter in "hgfedcbaz"]
    found = nearest(docs, [{"fiets": 30}] * 8 + [{"schuld": 30}])

    assert found[0] == (7, 6, 5, 4, 3)
    assert len(found[7]) == NEAREST


def test_a_very_large_catalogue_goes_without() -> None:
    """There the words themselves fill the first results."""
    docs = [doc(f"{number}/") for number in range(601)]

    assert nearest(docs, [{"fiets": 30}] * len(docs)) == ()
