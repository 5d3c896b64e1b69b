"""Every page that lists entries is introduced in words; nothing is said that the entries don't say."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from macros.addresses import FACETS
from macros.catalogue import Catalogue
from macros.checking import check
from macros.views.introductions import further, introduction, organisation_introduction, partners


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The real catalogue."""
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    return catalogue


@pytest.mark.parametrize("lijst", FACETS)
def test_no_term_without_an_introduction(real: Catalogue, lijst: str) -> None:
    """Each is introduced by at least one whole sentence, and says how many entries there are."""
    for key in real.used_terms(lijst):
        told = introduction(real, lijst, key)

        assert told, key
        assert all(text.strip().endswith(".") and len(text) > 20 for text in told), told
        assert f"{len(real.with_term(lijst, key))} voorbeeld" in " ".join(told)


def test_no_organisation_without_an_introduction(real: Catalogue) -> None:
    """Its name, and in how many entries it takes part."""
    for slug, found in real.organisaties.items():
        number = len({item.slug for item, _ in found.rollen})

        assert f"{found.naam} doet mee aan {number} voorbeeld" in organisation_introduction(real, slug)[-1]


def test_municipality(real: Catalogue) -> None:
    """Its province, code, what merged into it and when, and its entries."""
    about, entries = introduction(real, "gemeenten", "meierijstad")

    assert about == (
        "Meierijstad is een gemeente in de provincie Noord-Brabant (CBS-code GM1948). "
        "Hierin gingen op: in 2017 Schijndel, Sint-Oedenrode en Veghel."
    )
    assert entries == f"Er zijn {len(real.with_term('gemeenten', 'meierijstad'))} voorbeelden uit Meierijstad in de catalogus."


def test_one_and_many(small: Catalogue) -> None:
    """Grammar for one entry, and for entries of the whole country."""
    one = replace(small, items=(small.by_slug["leefgoed"],))

    assert introduction(one, "gemeenten", "meierijstad")[1] == "Er is 1 voorbeeld uit Meierijstad in de catalogus."
    assert introduction(small, "themas", "welzijn-zorg")[-1] == (
        "Er zijn 2 voorbeelden bij dit thema: 1 werkwijze en 1 praktijk, in Den Helder en het hele land."
    )


def test_laws_say_where_the_money_comes_from(real: Catalogue) -> None:
    """Only when an entry says that this law pays."""
    paid = [key for key in real.used_terms("wetten") if "komt er geld uit deze wet" in " ".join(introduction(real, "wetten", key))]

    assert paid == [
        key
        for key in real.used_terms("wetten")
        if any(money.wet == key for item in real.with_term("wetten", key) for money in item.data.financiering)
    ]


def test_where_to_read_on(real: Catalogue) -> None:
    """Knowledge about a theme, municipalities of a province, the others of the province of a municipality."""
    (theme,) = further(real, "themas", "welzijn-zorg")
    (province,) = further(real, "provincies", "zeeland")
    (around,) = further(real, "gemeenten", "meierijstad")

    assert (theme.kop, province.kop, around.kop) == ("Kennis bij dit thema", "Gemeenten in Zeeland", "Andere gemeenten in Noord-Brabant")
    assert all(tag.adres.startswith("kennis/") for tag, _ in theme.tags)
    assert "meierijstad" not in {tag.id for tag, _ in around.tags}
    assert further(real, "wetten", "wmo-2015") == ()


@pytest.mark.parametrize("name", ["utrecht", "groningen"])
def test_a_province_names_the_municipality_of_its_own_name(real: Catalogue, name: str) -> None:
    """It is one of its municipalities; to the page of the municipality itself it is none of the others."""
    (province,) = further(real, "provincies", name)
    (around,) = further(real, "gemeenten", name)

    assert f"gemeenten/{name}/" in {tag.adres for tag, _ in province.tags}
    assert f"gemeenten/{name}/" not in {tag.adres for tag, _ in around.tags}


def test_partners(small: Catalogue) -> None:
    """The other organisations in the same entries, never itself."""
    assert all("movactor" not in {tag.id for tag, _ in group.tags} for group in partners(small, "movactor"))
    assert [tag.label for group in partners(small, "movactor") for tag, _ in group.tags]
