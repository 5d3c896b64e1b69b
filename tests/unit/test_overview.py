"""The overview: matrices, and gaps in words."""

from __future__ import annotations

from macros.catalogue import Catalogue
from macros.render import Renderer
from macros.views.cards import Tag
from macros.views.overview import Cel, leemten, matrix


def test_matrix(small: Catalogue) -> None:
    """A gap is a zero without a link; a filled cell leads to the catalogue with both filters."""
    table = {row.id: (row, cells) for row, cells in matrix(small, "themas", "werkvormen").rijen}

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
    rows = {row.id: (row.adres, sum(cell.aantal for cell in cells)) for row, cells in matrix(small, "provincies", "themas").rijen}

    assert rows["drenthe"] == ("", 0)
    assert rows["groningen"] == ("provincies/groningen/", 2)


def test_heads_lead_to_the_page_of_the_term_or_else_to_the_selection(small: Catalogue) -> None:
    """Phases have no page of their own."""
    heads = {kolom.id: kolom.adres for kolom in matrix(small, "themas", "fasen").kolommen}

    assert heads["gestopt"] == "voorbeelden/?fase=gestopt"
    assert {kolom.adres for kolom in matrix(small, "themas", "doelgroepen").kolommen if kolom.id == "ouderen"} == {"doelgroepen/ouderen/"}


def test_the_matrix_as_a_table(small: Catalogue, renderer: Renderer) -> None:
    """Left-out end tags give the same table: as many cells in each row as there are columns."""
    from lxml import html

    shown = matrix(small, "themas", "doelgroepen")
    table = html.fromstring(renderer.render("matrix", basis="../", titel="Test", matrix=shown)).find(".//table")

    assert table is not None
    rows = [[cell.tag for cell in row] for row in table.findall(".//tbody/tr")]
    assert rows == [["th"] + ["td"] * len(shown.kolommen)] * len(shown.rijen)


def test_gaps_never_name_what_exists(small: Catalogue) -> None:
    """Both terms have entries, no entry has both, and no term comes more than twice."""
    pairs = leemten(small).paren

    assert pairs
    for thema, doelgroep in pairs:
        assert thema.adres
        assert doelgroep.adres
        assert not [item for item in small.items if thema.id in item.data.themas and doelgroep.id in item.data.doelgroepen]
        assert sum(thema.id == other.id for other, _ in pairs) <= 2


def test_the_thinnest_terms_come_first(small: Catalogue) -> None:
    """A term without any entry is the thinnest, and has no page."""
    thin = dict(leemten(small).dun)["Provincies"]

    assert thin[0] == (Tag("Drenthe", "", "drenthe"), "geen voorbeelden")
