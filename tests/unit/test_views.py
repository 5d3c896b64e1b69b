"""What cards, tags, counts and tables show of the small world."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.catalogue import Catalogue
from macros.model.parts import Plaats
from macros.views.cards import Cel, Kaart, Tag, Telling, in_pages, kaarten, matrix, plaats_in_words, tags, tellingen, voorbeelden


def test_card(small: Catalogue) -> None:
    """Everything on a card is ready to print."""
    assert kaarten(small, [small.by_slug["taalcafe-groningen"]]) == (
        Kaart(
            adres="voorbeelden/taalcafe-groningen/",
            titel="Taalcafé in Groningen",
            samenvatting="Samen koffie drinken en de taal oefenen. Dat deden nieuwe en oude Groningers met elkaar.",
            soort="Praktijk",
            plaats="Groningen",
            fase="Gestopt",
            thema="Eenzaamheid en ontmoeting",
            thema_id="eenzaamheid",
            omslag="voorbeelden/taalcafe-groningen/omslag.svg",
            peildatum="30 juni 2021",
            verouderd=True,
            slug="taalcafe-groningen",
        ),
    )


@pytest.mark.parametrize(
    ("where", "words"),
    [
        pytest.param(None, "Landelijk", id="nationwide"),
        pytest.param(Plaats(gemeenten=("assen",)), "Assen", id="municipality"),
        pytest.param(Plaats(gemeenten=("assen",), wijk="Noord"), "Assen, Noord", id="neighbourhood"),
        pytest.param(Plaats(gemeenten=("meierijstad",), plaats="Veghel"), "Veghel (Meierijstad)", id="village"),
        pytest.param(
            Plaats(gemeenten=("meierijstad",), plaats="Veghel", wijk="Zuid"), "Veghel (Meierijstad)", id="village and neighbourhood"
        ),
        pytest.param(Plaats(gemeenten=("assen",), plaats="Assen"), "Assen", id="place of the same name"),
        pytest.param(Plaats(gemeenten=("assen", "eemsdelta")), "Assen en Eemsdelta", id="two"),
        pytest.param(Plaats(gemeenten=("assen", "eemsdelta", "groningen")), "Assen, Eemsdelta en Groningen", id="three"),
        pytest.param(Plaats(gemeenten=("assen", "eemsdelta", "groningen", "purmerend")), "Assen en 3 andere gemeenten", id="many"),
    ],
)
def test_place_in_words(small: Catalogue, where: Plaats | None, words: str) -> None:
    """Short enough for a card."""
    item = small.by_slug["leefgoed"]

    assert plaats_in_words(small, type(item)(item.slug, item.data.model_copy(update={"plaats": where}))) == words


def test_tags_and_counts(small: Catalogue) -> None:
    """Labels and addresses of terms, and how many entries each has."""
    assert tags(small, "wetten", ["wmo-2015"]) == (Tag("Wet maatschappelijke ondersteuning 2015", "wetten/wmo-2015/", "wmo-2015"),)
    assert tellingen(small, "wetten") == (
        Telling("wmo-2015", "Wet maatschappelijke ondersteuning 2015", "", "wetten/wmo-2015/", 2, Markup()),
        Telling("participatiewet", "Participatiewet", "", "wetten/participatiewet/", 1, Markup()),
    )


def test_matrix(small: Catalogue) -> None:
    """A gap is a zero without a link; a filled cell leads to the search page with both filters."""
    table = {row.id: (row, cells) for row, cells in matrix(small, "themas", "werkvormen")}

    assert table["welzijn-zorg"] == (
        Tag("Welzijn en zorg", "themas/welzijn-zorg/", "welzijn-zorg"),
        (
            Cel(0, ""),
            Cel(0, ""),
            Cel(2, "voorbeelden/?thema=welzijn-zorg&werkvorm=sociaal-verwijzen"),
            Cel(0, ""),
        ),
    )


def test_matrix_keeps_terms_without_entries(small: Catalogue) -> None:
    """A row of zeros is what the table is for; such a term has no page to link to."""
    rows = {row.id: (row.adres, sum(cell.aantal for cell in cells)) for row, cells in matrix(small, "provincies", "themas")}

    assert rows["drenthe"] == ("", 0)
    assert rows["groningen"] == ("provincies/groningen/", 2)


@pytest.mark.parametrize(
    ("number", "words"), [(0, "geen voorbeelden"), (1, "1 voorbeeld"), (2, "2 voorbeelden"), (1000, "1000 voorbeelden")]
)
def test_numbers_in_words(number: int, words: str) -> None:
    """Dutch singular and plural."""
    assert voorbeelden(number) == words


@pytest.mark.parametrize(("number", "sizes"), [(0, [0]), (1, [1]), (48, [48]), (49, [48, 1]), (96, [48, 48])])
def test_in_pages(small: Catalogue, number: int, sizes: list[int]) -> None:
    """An empty list is one empty page; a full page brings no empty one after it."""
    items = [small.items[0]] * number

    assert [len(page) for page in in_pages(items)] == sizes
