"""References are numbered as a page first cites them, and its list has the same order."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from macros.citations import Noot, Noten, in_its_language, names
from macros.model.parts import Bron
from macros.prose import Citation

BRONNEN = [
    Bron(sleutel="boek", titel="Het <boek>", uitgever="Uitgeverij", soort="rapport", auteurs=("A. de Vries", "B. Jansen"), datum="2020-05"),
    Bron(
        sleutel="krant",
        titel="De krant",
        uitgever="Krant & Co",
        soort="onbekend-soort",
        url="https://krant.nl",
        archief="https://archief.nl",
    ),
    Bron(sleutel="brief", titel="De brief", uitgever="Rijk", soort="rapport"),
]


@pytest.fixture
def noten() -> Noten:
    """The references of one page."""
    return Noten(BRONNEN, {"rapport": "Rapport"})


def links(html: str) -> list[tuple[str, bool]]:
    """The text of each reference, and whether it can be linked back to; a reference leads to its own number."""
    found = list(lxml_html.fragment_fromstring(html, create_parent="div").iter("a"))
    assert [link.get("href", "").lstrip("#bron-") for link in found] == [str(link.text).split(",")[0] for link in found]
    return [(str(link.text), "id" in link.attrib) for link in found]


def test_numbers_follow_first_use(noten: Noten) -> None:
    """A source keeps its number; only its first use can be linked back to."""
    html = noten.prose("Een [@krant]. Twee [@boek, p. 3; @krant].")

    assert links(html) == [("1", True), ("2, p. 3", True), ("1", False)]
    assert [noot.nummer for noot in noten.listed()] == [1, 2]
    assert [noot.titel for noot in noten.listed()] == ["De krant", "Het <boek>"]


def test_a_reference_is_written_short(noten: Noten) -> None:
    """A long entry has hundreds: no more signs than a browser needs, and nothing else around them."""
    two = noten.cite((Citation("krant"), Citation("boek", "p. 3")))

    assert two == "<sup><a href=#b1 id=n1>1</a> <a href=#b2 id=n2>2, p. 3</a></sup>"
    assert noten.cite_key("krant") == "<sup><a href=#b1>1</a></sup>"


def test_a_lost_source_leads_to_its_copy() -> None:
    """To the copy that was found, unless the entry names one; a source without an address is not lost."""
    lost = {"https://weg.nl": "https://archief.nl/weg", "https://krant.nl": "https://archief.nl/anders"}
    weg = Bron(sleutel="weg", titel="Weg", uitgever="Weg", soort="rapport", url="https://weg.nl")
    noten = Noten([*BRONNEN, weg], {}, lost)
    noten.prose("[@weg; @krant; @brief]")

    assert [(noot.archief, noot.verloren) for noot in noten.listed()] == [
        ("https://archief.nl/weg", True),
        ("https://archief.nl", True),
        (None, False),
    ]


def test_a_title_keeps_its_language() -> None:
    """For who reads aloud; a Dutch one is as the page, and nothing in it becomes HTML."""
    noten = Noten([Bron(sleutel="a", titel="A <b>", uitgever="B", soort="rapport", taal="en"), BRONNEN[0]], {})
    noten.prose("[@a; @boek]")

    assert [(noot.titel, noot.taal) for noot in noten.listed()] == [("A <b>", "en"), ("Het <boek>", "")]
    assert in_its_language("A <b>", "en") == Markup("<span lang=en>A &lt;b&gt;</span>")
    assert in_its_language("Het <boek>", "") == Markup("Het &lt;boek&gt;")


def test_key_of_a_field(noten: Noten) -> None:
    """A field that only holds a key is numbered in the same row as the text."""
    noten.inline("Een [@brief].")

    assert links(noten.cite_key("boek") + noten.cite_key("brief")) == [("2", True), ("1", False)]


def test_place_is_escaped(noten: Noten) -> None:
    """The place in a source is a contributor's text."""
    assert links(noten.prose('Een [@boek, "p." & <3].')) == []
    assert links(noten.prose('Een [@boek, "p." & 3].')) == [("1, “p.” & 3", True)]


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
    ("people", "words"),
    [([], ""), (["A"], "A"), (["A", "B"], "A en B"), (["A", "B", "C"], "A, B en C")],
    ids=["none", "one", "two", "three"],
)
def test_names(people: list[str], words: str) -> None:
    """A row of names as Dutch writes it."""
    assert names(people) == words
