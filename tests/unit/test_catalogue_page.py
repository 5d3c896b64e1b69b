"""The catalogue page: its facets, the table that the browser counts with, and the files beside it."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from macros.catalogue import Catalogue, Item
from macros.checking import check
from macros.exports.catalogue_files import catalogue_files
from macros.render import Renderer
from macros.views.cards import kaart
from macros.views.catalogue import catalogusvoorpagina, facetten, tabel, versie


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The catalogue of this project."""
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    return catalogue


def choices(catalogue: Catalogue, naam: str) -> list[tuple[str, str, int]]:
    """Id, label and number of every value of a facet."""
    facet = next(facet for facet in facetten(catalogue) if facet.naam == naam)
    return [(keuze.id, keuze.label, keuze.aantal) for keuze in facet.keuzes]


def rows(catalogue: Catalogue, naam: str) -> dict[str, list[str]]:
    """What the table says of one facet, read back: slug → ids."""
    column = json.loads(tabel(catalogue))["facetten"][naam]
    cells = column["rijen"].split(" ")
    return {
        item.slug: [column["waarden"][ord(sign) - ord("0")] for sign in cell] for item, cell in zip(catalogue.items, cells, strict=True)
    }


def changed(catalogue: Catalogue, slug: str, **fields: object) -> Catalogue:
    """The catalogue with one entry changed."""
    items = (Item(item.slug, item.data.model_copy(update=fields)) if item.slug == slug else item for item in catalogue.items)
    return replace(catalogue, items=tuple(items))


def test_every_facet_of_the_page(small: Catalogue) -> None:
    """All there is to choose by, in the order of the page, with short names for the address."""
    assert [(facet.naam, facet.titel) for facet in facetten(small)] == [
        ("thema", "Thema"),
        ("doelgroep", "Voor wie"),
        ("werkvorm", "Werkvorm"),
        ("fase", "Fase"),
        ("soort", "Soort"),
        ("provincie", "Provincie"),
        ("gemeente", "Gemeente"),
        ("geld", "Wie betaalt"),
        ("kosten", "Kosten"),
        ("wet", "Wet"),
        ("onderbouwing", "Steunt op"),
        ("jaar", "Jaar van de feiten"),
        ("actueel", "Hoe recent"),
        ("beschrijving", "Hoe uitgebreid"),
        ("aanvullen", "Wat aanvulling vraagt"),
        ("herkomst", "Wie het beschreef"),
    ]


def test_only_values_in_use_and_the_most_used_first(small: Catalogue) -> None:
    """A value without entries is no choice; scales keep their own order; nationwide is a place too."""
    assert choices(small, "thema") == [
        ("eenzaamheid", "Eenzaamheid en ontmoeting", 5),
        ("meedoen-werk", "Meedoen en werk", 3),
        ("armoede-schulden", "Armoede en schulden", 2),
        ("welzijn-zorg", "Welzijn en zorg", 2),
    ]
    assert [key for key, _, _ in choices(small, "fase")] == [key for key in small.lijsten["fasen"] if small.with_term("fasen", key)]
    assert ("landelijk", "Landelijk", 1) in choices(small, "provincie")
    assert [key for key, _, _ in choices(small, "jaar")] == sorted({item.data.peildatum[:4] for item in small.items}, reverse=True)


def test_a_long_facet_waits_behind_a_button(real: Catalogue) -> None:
    """Of more than eight values the first five are shown; a short facet is shown whole."""
    by_name = {facet.naam: facet for facet in facetten(real)}

    assert [keuze.later for keuze in by_name["thema"].keuzes][:6] == [False] * 5 + [True]
    assert by_name["thema"].lang
    assert not by_name["fase"].lang


@pytest.mark.parametrize("naam", ["thema", "doelgroep", "werkvorm", "wet", "gemeente", "fase"])
def test_table_says_what_the_catalogue_says(real: Catalogue, naam: str) -> None:
    """Read back, every cell holds the terms of its entry."""
    lijst = {
        "thema": "themas",
        "doelgroep": "doelgroepen",
        "werkvorm": "werkvormen",
        "wet": "wetten",
        "gemeente": "gemeenten",
        "fase": "fasen",
    }[naam]

    assert rows(real, naam) == {item.slug: list(real.terms(item, lijst)) for item in real.items}


def test_table_of_facts_about_the_description(small: Catalogue) -> None:
    """Kind, payers, costs, evidence, year, freshness, completeness and origin of one entry."""
    leefgoed = {
        naam: rows(small, naam)["leefgoed"] for naam in ("soort", "geld", "onderbouwing", "jaar", "actueel", "beschrijving", "herkomst")
    }
    data = small.by_slug["leefgoed"].data

    assert leefgoed == {
        "soort": ["praktijk"],
        "geld": list(dict.fromkeys(money.geldbron for money in data.financiering)),
        "onderbouwing": list(data.onderbouwing),
        "jaar": [data.peildatum[:4]],
        "actueel": ["nee" if small.is_stale(small.by_slug["leefgoed"]) else "ja"],
        "beschrijving": [small.by_slug["leefgoed"].volledigheid],
        "herkomst": ["redactie"],
    }


def test_days_are_numbers_that_sort(small: Catalogue) -> None:
    """A year counts as its last day; an entry that was never checked again has none."""
    catalogue = changed(small, "leefgoed", peildatum="2024")
    place = [item.slug for item in catalogue.items].index("leefgoed")
    table = json.loads(tabel(catalogue))

    assert (table["peildatum"][place], table["gecontroleerd"][place]) == (20241231, 20261101)
    assert sum(1 for day in table["gecontroleerd"] if day) == 1


def test_one_can_sort_by_checks_only_when_there_are_any(small: Catalogue) -> None:
    """An order that would change nothing is not offered."""
    assert catalogusvoorpagina(small).gecontroleerd
    assert not catalogusvoorpagina(changed(small, "leefgoed", gecontroleerd=None)).gecontroleerd


def test_files_have_the_cards_of_the_lists(real: Catalogue, renderer: Renderer) -> None:
    """Twelve cards a file, in the order of the table, made by the same component."""
    files = dict(catalogue_files(real, renderer))
    folder = catalogusvoorpagina(real).bron
    names = [path.removeprefix(folder) for path in files]
    cards = [card for name in names if name.startswith("kaarten-") for card in json.loads(files[folder + name])]

    assert names == [
        "tabel.json",
        "landkaart.json",
        *(f"kaarten-{number}.json" for number in range(-(-len(real.items) // 12))),
    ]
    assert cards == [renderer.render("kaart", kaart=kaart(real, item), basis="../") for item in real.items]
    assert json.loads(files[f"{folder}tabel.json"])["kaarten_per_bestand"] == 12


def test_what_changes_on_a_card_or_in_the_table_changes_the_folder(small: Catalogue) -> None:
    """An open page never gets cards of another version; the same content keeps its address."""
    versions = [
        versie(catalogue)
        for catalogue in (small, changed(small, "leefgoed", samenvatting="Iets anders."), changed(small, "leefgoed", fase="pilot"))
    ]

    assert len(set(versions)) == 3
    assert versie(small) == versions[0]
