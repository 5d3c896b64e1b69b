"""Relations, terms, organisations and completeness of the small world."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from macros.catalogue import Catalogue, Item
from macros.checking import Checked
from macros.model.parts import Overdraagbaarheid


def slugs(items: object) -> list[str]:
    """The slugs of entries, in their order."""
    return [item.slug for item in items]  # type: ignore[attr-defined]


def test_methods_and_practices(small: Catalogue) -> None:
    """A method finds the practices that follow it; a practice has none."""
    assert slugs(small.praktijken_van("welzijn-op-recept")) == ["welzijn-op-recept-den-helder", "welzijn-op-recept-eemsdelta"]
    assert slugs(small.praktijken_van("leefgoed")) == []
    assert [item.slug for item in small.items if not item.is_praktijk] == ["welzijn-op-recept"]


def test_wholes_and_parts(small: Catalogue) -> None:
    """A whole finds its parts."""
    assert slugs(small.onderdelen_van("leefgoed")) == ["leefgoed-keuken", "leefgoed-werkplaats"]
    assert slugs(small.onderdelen_van("leefgoed-keuken")) == []


def test_related_both_ways(small: Catalogue) -> None:
    """It is enough that one of the two names the other."""
    assert slugs(small.verwant(small.by_slug["leefgoed"])) == ["taalcafe-groningen"]
    assert slugs(small.verwant(small.by_slug["taalcafe-groningen"])) == ["leefgoed"]
    assert slugs(small.verwant(small.by_slug["leefgoed-keuken"])) == []


def test_knowledge(small: Catalogue) -> None:
    """A knowledge page finds the entries that name it."""
    assert slugs(small.bij_kennis("wmo-2015")) == ["leefgoed", "welzijn-op-recept"]
    assert slugs(small.bij_kennis("bestaat-niet")) == []
    assert list(small.kennis_by_slug) == ["monitor-sociaal-verwijzen", "wmo-2015"]


def test_worth_a_look(small: Catalogue) -> None:
    """With the reason in words, taken from the whole entry: organisation, money and place too."""
    item = small.by_slug["leefgoed-keuken"]

    assert [(other.slug, reden) for other, reden in small.ook_interessant(item, ["leefgoed"], most=1)] == [
        ("leefgoed-werkplaats", "Van dezelfde organisatie")
    ]


@pytest.mark.parametrize(
    ("slug", "lijst", "terms"),
    [
        ("leefgoed", "themas", ("meedoen-werk", "eenzaamheid", "armoede-schulden")),
        ("leefgoed", "wetten", ("participatiewet", "wmo-2015")),
        ("welzijn-op-recept", "wetten", ("wmo-2015",)),
        ("leefgoed", "fasen", ("geborgd",)),
        ("leefgoed", "provincies", ("noord-brabant",)),
        ("welzijn-op-recept-eemsdelta", "gemeenten", ("eemsdelta", "groningen")),
        ("welzijn-op-recept-eemsdelta", "provincies", ("groningen",)),
        ("welzijn-op-recept", "gemeenten", ()),
        ("welzijn-op-recept", "provincies", ()),
    ],
)
def test_terms(small: Catalogue, slug: str, lijst: str, terms: tuple[str, ...]) -> None:
    """A law may stand in the money too; provinces follow from municipalities, each once."""
    assert small.terms(small.by_slug[slug], lijst) == terms


@pytest.mark.parametrize("lijst", ["themas", "doelgroepen", "werkvormen", "wetten", "provincies", "gemeenten", "fasen"])
def test_with_term_and_terms_agree(small: Catalogue, lijst: str) -> None:
    """Looked up from either side it is the same, in the order of the list and of the catalogue."""
    found = {key: slugs(small.with_term(lijst, key)) for key in small.used_terms(lijst)}

    assert found == {
        key: held for key in small.lijsten[lijst] if (held := [item.slug for item in small.items if key in small.terms(item, lijst)])
    }
    assert slugs(small.with_term(lijst, "bestaat-niet")) == []


def test_organisations(small: Catalogue) -> None:
    """Spellings are merged, and a website comes from the list or from the first entry that gives one."""
    found = {
        organisation.naam: (slug, organisation.website, slugs(item for item, _ in organisation.rollen))
        for slug, organisation in small.organisaties.items()
    }

    assert found == {
        "Bibliotheek Stad": ("bibliotheek-stad", None, ["taalcafe-groningen"]),
        "Coöperatie Dorpszorg 't Noorden": ("cooperatie-dorpszorg-t-noorden", None, ["welzijn-op-recept-eemsdelta"]),
        "Gemeente Meierijstad": ("gemeente-meierijstad", None, ["leefgoed"]),
        "Huisartsen Kop van Noord-Holland": ("huisartsen-kop-van-noord-holland", None, ["welzijn-op-recept-den-helder"]),
        "MOvactor": ("movactor", "https://www.movactor.example", ["welzijn-op-recept-den-helder", "welzijn-op-recept"]),
        "Stichting LeefGoed": (
            "stichting-leefgoed",
            "https://www.leefgoed.example",
            ["leefgoed-keuken", "leefgoed-werkplaats", "leefgoed"],
        ),
    }
    assert list(found) == sorted(found, key=str.casefold)
    assert (small.organisatienaam("Movactor"), small.organisatienaam("Onbekend")) == ("MOvactor", "Onbekend")


def test_organisations_with_one_address_are_one(small_with: Callable[..., Checked], small_files: dict[str, bytes]) -> None:
    """Two spellings that give the same address don't hide each other's entries."""
    other = small_files["voorbeelden/taalcafe-groningen.yml"].decode().replace("Bibliotheek Stad", "MOVACTOR")
    catalogue = small_with({"voorbeelden/taalcafe-groningen.yml": other}).catalogue
    assert catalogue is not None

    assert slugs(item for item, _ in catalogue.organisaties["movactor"].rollen) == [
        "taalcafe-groningen", "welzijn-op-recept-den-helder", "welzijn-op-recept",
    ]  # fmt: skip


FULL = {
    "start": "2020", "geleerd": "A.", "werkzame_elementen": ("A.",), "randvoorwaarden": ("A.",), "context": "A.",
    "overdraagbaarheid": Overdraagbaarheid(vast=("A.",)),
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, "basis", id="only what is required"),
        pytest.param(dict(list(FULL.items())[:4]), "basis", id="four"),
        pytest.param(dict(list(FULL.items())[:5]), "verdiept", id="five"),
        pytest.param({**dict(list(FULL.items())[:5]), "resultaten": "onbekend"}, "basis", id="five, but results unknown"),
        pytest.param({**FULL, "resultaten": "onbekend"}, "verdiept", id="six, but results unknown"),
    ],
)
def test_completeness(small: Catalogue, changes: dict[str, object], expected: str) -> None:
    """Counts what is filled in, minus what is unknown."""
    plain = small.by_slug["leefgoed-keuken"].data

    assert Item("keuken", plain.model_copy(update=changes)).volledigheid == expected


def test_completeness_of_the_small_world(small: Catalogue) -> None:
    """From one extreme to the other."""
    assert {item.slug: item.volledigheid for item in small.items} == {
        "leefgoed": "volledig",
        "leefgoed-keuken": "basis",
        "leefgoed-werkplaats": "basis",
        "taalcafe-groningen": "basis",
        "welzijn-op-recept": "basis",
        "welzijn-op-recept-den-helder": "basis",
        "welzijn-op-recept-eemsdelta": "basis",
    }


def test_stale_on_the_day(small: Catalogue) -> None:
    """The catalogue knows its own day, so that a build can be repeated."""
    item = small.by_slug["welzijn-op-recept-den-helder"]

    assert small.today == datetime.date(2026, 11, 21)
    assert not small.is_stale(item)
    assert replace(small, today=datetime.date(2026, 11, 22)).is_stale(item)


def test_catalogue_is_immutable(small: Catalogue) -> None:
    """Nobody changes what all pages are made of."""
    with pytest.raises(dataclasses.FrozenInstanceError):
        small.items = ()  # type: ignore[misc]
