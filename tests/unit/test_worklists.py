"""The lists of work: why an entry is on one, and that its number is that of the selection it leads to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from macros.catalogue import Catalogue
from macros.checking import Checked
from macros.views.catalogue import facetten
from macros.views.worklists import Werk, werklijsten


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
