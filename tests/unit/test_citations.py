"""References are numbered as a page first cites them, and its list has the same order."""

from __future__ import annotations

import pytest

from macros.citations import Noot, Noten, names
from macros.model.parts import Bron

BRONNEN = [
    Bron(sleutel="boek", titel="Het <boek>", uitgever="Uitgeverij", soort="rapport", auteurs=("A. de Vries", "B. Jansen"), datum="2020-05"),
    Bron(sleutel="krant", titel="De krant", uitgever="Krant & Co", soort="onbekend-soort", url="https://krant.nl", archief="https://archief.nl"),
    Bron(sleutel="brief", titel="De brief", uitgever="Rijk", soort="rapport"),
]


@pytest.fixture
def noten() -> Noten:
    """The references of one page."""
    return Noten(BRONNEN, {"rapport": "Rapport"})


def test_numbers_follow_first_use(noten: Noten) -> None:
    """A source keeps its number; only its first use can be linked back to."""
    text = "Een [@krant]. Twee [@boek, p. 3; @krant]."

    assert noten.prose(text) == (
        '<p>Een<sup><a href="#bron-1" id="noot-1" aria-label="bron 1">1</a></sup>. '
        'Twee<sup><a href="#bron-2" id="noot-2" aria-label="bron 2, p. 3">2, p. 3</a> '
        '<a href="#bron-1" aria-label="bron 1">1</a></sup>.</p>\n'
    )
    assert [noot.nummer for noot in noten.listed()] == [1, 2]
    assert [noot.titel for noot in noten.listed()] == ["De krant", "Het <boek>"]


def test_key_of_a_field(noten: Noten) -> None:
    """A field that only holds a key is numbered in the same row as the text."""
    noten.inline("Een [@brief].")

    assert noten.cite_key("boek") == '<sup><a href="#bron-2" id="noot-2" aria-label="bron 2">2</a></sup>'
    assert noten.cite_key("brief") == '<sup><a href="#bron-1" aria-label="bron 1">1</a></sup>'


def test_place_is_escaped(noten: Noten) -> None:
    """The place in a source is a contributor's text, in an attribute too."""
    html = noten.prose('Een [@boek, "p." & 3].')

    assert "&amp;amp;" not in html
    assert 'aria-label="bron 1, ' in html
    assert html.count('"') == 6


def test_listed_sources(noten: Noten) -> None:
    """Every part of a source as readers see it."""
    for bron in BRONNEN:
        noten.cite_key(bron.sleutel)

    assert noten.listed() == (
        Noot(1, "A. de Vries en B. Jansen", "Het <boek>", "Uitgeverij", "mei 2020", "Rapport", None, None),
        Noot(2, "", "De krant", "Krant & Co", "zonder datum", "onbekend-soort", "https://krant.nl", "https://archief.nl"),
        Noot(3, "", "De brief", "Rijk", "zonder datum", "Rapport", None, None),
    )


@pytest.mark.parametrize(
    ("people", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")], ids=["none", "one", "two", "three"]
)
def test_names(people: list[str], words: str) -> None:
    """A row of names as Dutch writes it."""
    assert names(people) == words
