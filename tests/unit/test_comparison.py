"""Entries as data and field by field: complete, in words, in a fixed order."""

from __future__ import annotations

import json

import pytest

from macros.catalogue import Catalogue
from macros.citing import work
from macros.citing.styles import apa
from macros.exports.comparison import comparison_files
from macros.exports.entry_data import entry_data, entry_json, voorbeeld
from macros.exports.open_data.schemas import ADDED
from macros.model.entry import KINDS
from macros.prose import to_lines
from macros.views.cards import Tag
from macros.views.comparison import velden

SITE = "https://gids.example/"


def fields(catalogue: Catalogue, slug: str) -> dict[str, list[str]]:
    """The fields of an entry that have values, as plain words."""
    return {
        field.naam: [value.label if isinstance(value, Tag) else value for value in field.waarden]
        for field in velden(catalogue, catalogue.by_slug[slug])
        if field.waarden
    }


def test_every_field_of_the_fullest_entry(small: Catalogue) -> None:
    """All of it in words; a figure keeps its year, money its period."""
    found = fields(small, "leefgoed")

    assert {name: found[name] for name in list(found)[1:22]} == {
        "Soort": ["Praktijk"],
        "Fase": ["Geborgd"],
        "Gemeente": ["Meierijstad"],
        "Plaats of wijk": ["Veghel", "De Leest"],
        "Provincie": ["Noord-Brabant"],
        "Wie": ["Stichting LeefGoed", "Gemeente Meierijstad"],
        "Wanneer": ["vanaf september 2016 tot 2030"],
        "Thema": ["Meedoen en werk", "Eenzaamheid en ontmoeting", "Armoede en schulden"],
        "Voor wie": ["Alle inwoners", "Jongeren", "Mensen met geldzorgen"],
        "Bereikt via": ["wijkagenten", "scholen"],
        "Werkvorm": ["Inloop", "Leerwerkplek", "Netwerkoverleg"],
        "Inwoners zijn": ["Mede-eigenaar", "Vrijwilliger"],
        "Samenwerking": ["Netwerk met een trekker"],
        "Kosten per jaar": ["25.000 tot 100.000 euro per jaar (2023). Huur en één betaalde kracht, zonder de uren van vrijwilligers."],
        "Wie betaalt": ["Subsidie van de gemeente, Wet maatschappelijke ondersteuning 2015, vanaf 2020, tot 31 december 2028, structureel"],
        "Inzet": ["24 betaalde uren per week, 0,7 fte, 45 vrijwilligers. Een beheerder en een vaste groep vrijwilligers."],
        "Wet": ["Participatiewet", "Wet maatschappelijke ondersteuning 2015"],
        "Beleid": ["Gezond en Actief Leven Akkoord (GALA)", "Wonen, Ondersteuning en Zorg voor Ouderen (WOZO)"],
        "Kerncijfers": [
            "ruim 300 bezoekers per week: Mensen die in een gewone week binnenlopen (2023)",
            "10–12 organisaties: Organisaties met een vaste kamer (januari 2024)",
        ],
        "Steunt op": ["Ervaring uit de praktijk", "Cijfers over bereik"],
        "Officiële erkenning": found["Officiële erkenning"],
    }


def test_what_is_unknown_has_no_value(small: Catalogue) -> None:
    """`onbekend` in a file and a field that is not there are the same to a reader."""
    found = fields(small, "taalcafe-groningen")

    assert {"Aanpak", "Resultaten", "Kosten per jaar", "Wie betaalt", "Inzet", "Officiële erkenning"} & found.keys() == set()
    assert found["Stand van de feiten"] == ["30 juni 2021 (mogelijk verouderd)"]
    assert fields(small, "welzijn-op-recept")["Gemeente"] == ["Landelijk"]
    assert fields(small, "welzijn-op-recept-den-helder")["Werkwijze"] == [small.by_slug["welzijn-op-recept"].data.titel]
    assert fields(small, "leefgoed-keuken")["Onderdeel van"] == [small.by_slug["leefgoed"].data.titel]


def test_all_entries_have_the_same_fields(small: Catalogue) -> None:
    """So that the page can set them side by side by their place."""
    shapes = {slug: [(field.groep, field.naam, field.leeg) for field in velden(small, item)] for slug, item in small.by_slug.items()}

    assert len({tuple(shape) for shape in shapes.values()}) == 1
    names = [name for _, name, _ in shapes["leefgoed"]]
    assert len(set(names)) == len(names)


def test_comparison_file(small: Catalogue) -> None:
    """Values with a page of their own bring its address; nothing else does."""
    files = dict(comparison_files(small))
    data = json.loads(files["voorbeelden/leefgoed/vergelijking.json"])

    assert list(files) == [f"voorbeelden/{item.slug}/vergelijking.json" for item in small.items]
    assert (data["titel"], data["adres"]) == (small.by_slug["leefgoed"].data.titel, "voorbeelden/leefgoed/")
    assert ["In het kort", "Gemeente", [["Meierijstad", "gemeenten/meierijstad/"]], "onbekend"] in data["velden"]
    assert ["In het kort", "Soort", ["Praktijk"], "onbekend"] in data["velden"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("Een regel die\ndoorloopt [@a-1].\n\nEn nog een.", ("Een regel die doorloopt.", "En nog een."), id="paragraphs"),
        pytest.param("Zo:\n\n- een\n  punt [@a]\n- **twee** [site](https://x.example)", ("Zo:", "• een punt", "• twee site"), id="list"),
        pytest.param("Zo:\n- een\n- twee", ("Zo:", "• een", "• twee"), id="list without an empty line"),
        pytest.param("1. een\n2. twee", ("• een", "• twee"), id="numbers"),
        pytest.param("1 < 2 & {{ y }}", ("1 < 2 & {{ y }}",), id="what looks like code stays text"),
    ],
)
def test_prose_as_lines(text: str, lines: tuple[str, ...]) -> None:
    """Readable without Markdown; references are left to the page."""
    assert to_lines(text) == lines


def test_entry_data(small: Catalogue) -> None:
    """What the site adds stands first; then the entry's own keys in the order of the model, and only those that are filled in."""
    item = small.by_slug["leefgoed-keuken"]
    data = voorbeeld(small, item, SITE)

    own = [name for name in KINDS["praktijk"].model_fields if name in data]
    assert list(data) == [*(name for name in ADDED if name != "labels"), *own, "labels"]
    assert data["adres"] == "https://gids.example/voorbeelden/leefgoed-keuken/"
    assert data["citaat"] == str(apa(work.voorbeeld(small, item, SITE)))
    assert data["in_woorden"]["soort"] == "Praktijk"
    assert (data["onderdeel_van"], data["labels"]["voorbeelden"]["leefgoed"]) == ("leefgoed", small.by_slug["leefgoed"].data.titel)
    assert "kosten" not in data
    assert "landelijk" not in data


def test_entry_data_is_the_entry(small: Catalogue) -> None:
    """The model reads its own export back as the same entry: nothing is lost or changed."""
    files = dict(entry_data(small, entry_json(small, SITE)))
    for item in small.items:
        data = json.loads(files[f"voorbeelden/{item.slug}/voorbeeld.json"])
        own = {name: value for name, value in data.items() if name in type(item.data).model_fields}

        assert type(item.data).model_validate(own) == item.data


def test_every_id_has_its_label(small: Catalogue) -> None:
    """Themes, laws in the money, provinces: a reader of the data needs no other file."""
    data = voorbeeld(small, small.by_slug["leefgoed"], SITE)

    assert data["labels"]["wetten"].keys() == {"participatiewet", "wmo-2015"}
    assert data["labels"]["provincies"] == {"noord-brabant": "Noord-Brabant"}
    assert data["labels"]["financieringsbronnen"].keys() == {money["geldbron"] for money in data["financiering"]}
    assert [data["labels"]["themas"][key] for key in data["themas"]] == [
        "Meedoen en werk", "Eenzaamheid en ontmoeting", "Armoede en schulden"
    ]  # fmt: skip
    assert data["labels"]["kennis"].keys() == set(data["kennis"])
    assert list(data["labels"]) == sorted(data["labels"])
