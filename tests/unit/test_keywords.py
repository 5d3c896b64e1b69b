"""`trefwoorden` bring other forms, parts of compounds and synonyms to a page."""

from __future__ import annotations

import pytest

from macros.keywords import Woordenboek, words

TEXTS = [
    "Eenzame mensen komen bij elkaar.",
    "Tegen eenzaamheid helpt een praatje, zegt de coach.",
    "Jeugdwerkloosheid daalt in de stad.",
    "Mensen met schulden krijgen schuldhulpverlening.",
    "Café Één in Den Helder",
]
PARTS = ["werkloosheid", "schuldhulpverlening", "schulden", "eenzaamheid", "jeugd"]


@pytest.fixture(scope="module")
def woordenboek() -> Woordenboek:
    """A small dictionary."""
    return Woordenboek(TEXTS, PARTS)


@pytest.mark.parametrize(
    ("text", "terms", "wanted"),
    [
        pytest.param("eenzame ouderen", [], "eenzaamheid", id="another form of a word"),
        pytest.param("de eenzaamheid", [], "eenzame", id="and the other way round"),
        pytest.param("jeugdwerkloosheid", [], "werkloosheid", id="the tail of a compound"),
        pytest.param("jeugdwerkloosheid", [], "jeugd", id="the head of a compound"),
        pytest.param("schulden", ["schuldhulpverlening"], "schuldhulpverlening", id="a synonym of a term"),
        pytest.param("schuldhulpverlening", ["schulden"], "schulden", id="the plain word for it"),
        pytest.param("samen", ["Café-avond"], "cafe", id="without accents"),
    ],
)
def test_trefwoorden(woordenboek: Woordenboek, text: str, terms: list[str], wanted: str) -> None:
    """The word by which somebody looks is there, though the page doesn't hold it."""
    assert wanted in woordenboek.trefwoorden(text, terms).split()


def test_what_the_page_holds_is_not_repeated(woordenboek: Woordenboek) -> None:
    """Only what isn't there already, in alphabetical order, each once."""
    found = woordenboek.trefwoorden("Eenzame mensen en eenzaamheid, jeugdwerkloosheid", ["eenzaamheid"]).split()

    assert found == sorted(set(found))
    assert {"eenzame", "eenzaamheid", "mensen", "jeugdwerkloosheid"} & set(found) == set()


def test_unrelated_words_stay_away(woordenboek: Woordenboek) -> None:
    """ "Geweld" must not lead to Welzijn op Recept: the flaw of Pagefind's own stems."""
    assert "geweld" not in woordenboek.trefwoorden("welzijn op recept geldt", ["Welzijn op Recept"]).split()
    assert woordenboek.trefwoorden("zon maan", []) == ""


@pytest.mark.parametrize(
    ("word", "parts"),
    [("jeugdwerkloosheid", ("jeugd", "werkloosheid")), ("werkloosheid", ()), ("xyzwerkloosheid", ()), ("kat", ()), ("", ())],
)
def test_split(woordenboek: Woordenboek, word: str, parts: tuple[str, ...]) -> None:
    """Only into words that are known."""
    assert woordenboek.split(word) == parts


def test_words() -> None:
    """Four letters or more, folded."""
    assert words("Één café in 2024, m.b.v. de ÁLLERbeste!") == ["cafe", "allerbeste"]


def test_same_dictionary_whatever_the_order() -> None:
    """The same catalogue gives the same bytes."""
    one, other = Woordenboek(TEXTS, PARTS), Woordenboek(reversed(TEXTS), reversed(PARTS))

    assert [one.trefwoorden(text, PARTS) for text in TEXTS] == [other.trefwoorden(text, PARTS) for text in TEXTS]
