"""The overview: matrices, gaps in words, and lists of work."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue import Catalogue
from macros.checking import Checked
from macros.render import Renderer
from macros.views.cards import Tag
from macros.views.catalogue import facetten
from macros.views.overview import Cel, Werk, leemten, matrix, werklijsten


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


def test_old_facts_oldest_first(small: Catalogue) -> None:
    """Every stale entry counts, and the oldest come first."""
    found = next(lijst for lijst in werklijsten(small) if lijst.id == "oud")

    assert found.aantal == sum(small.is_stale(item) for item in small.items)
    assert found.eerste[0] == Werk("Taalcafé in Groningen", "voorbeelden/taalcafe-groningen/", "stand 30 juni 2021")


@pytest.mark.parametrize(
    ("until", "listed"),
    [("2027-03", True), ("2027-12-31", False), ("2026-10", False), ("2026", True)],
    ids=["within a year", "later", "past", "this year"],
)
def test_money_that_ends(small_files: dict[str, bytes], small_with: Callable[..., Checked], until: str, listed: bool) -> None:
    """Money that ends within a year from the day of the build is worth a question; what ended has its own notice."""
    path = "voorbeelden/leefgoed-keuken.yml"
    text = small_files[path].decode()
    assert "financiering:" not in text
    catalogue = small_with(
        {path: f"{text}\nfinanciering:\n  - geldbron: gemeente-subsidie\n    bron: brabantkrant-2023\n    tot: {until}\n"}
    ).catalogue
    assert catalogue is not None

    listed_there = [werk.adres for lijst in werklijsten(catalogue) if lijst.id == "geld" for werk in lijst.eerste]

    assert ("voorbeelden/leefgoed-keuken/" in listed_there) is listed


def test_the_number_of_a_work_list_is_that_of_its_selection(small: Catalogue) -> None:
    """The address leads to the choice on the catalogue page that holds exactly as many entries."""
    counts = {(facet.naam, choice.id): choice.aantal for facet in facetten(small) for choice in facet.keuzes}

    for lijst in werklijsten(small):
        naam, _, sleutel = lijst.adres.removeprefix("voorbeelden/?").partition("=")
        assert counts[naam, sleutel] == lijst.aantal


def test_what_is_unknown_is_named(small: Catalogue) -> None:
    """Entries with a part of the story unknown are listed with what it is, the largest holes first."""
    unknown = {
        item.slug for item in small.items if "onbekend" in (item.data.aanleiding, item.data.aanpak, item.data.resultaten, item.data.geleerd)
    }
    found = [lijst for lijst in werklijsten(small) if lijst.id == "onbekend"]

    assert sum(lijst.aantal for lijst in found) == len(unknown)
    assert all(werk.reden.startswith("onbekend: ") for lijst in found for werk in lijst.eerste)
