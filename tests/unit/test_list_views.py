"""Pages that list entries: a term, an organisation, the catalogue, the glossary."""

from __future__ import annotations

from dataclasses import replace

from macros.catalogue import Catalogue, Item
from macros.views.cards import Tag
from macros.views.lists import (
    Bladzijden,
    begrippagina,
    begrippen_per_letter,
    cataloguspagina,
    facet,
    organisatiepagina,
    organisaties_per_letter,
    pages_of,
)


def titles(groups: tuple) -> list[tuple[str, list[str]]]:  # type: ignore[type-arg]
    """Headings and the titles below them."""
    return [(heading, [card.titel for card in cards]) for heading, cards in groups]


def test_page_of_a_term(small: Catalogue) -> None:
    """Methods first, then practices, each in alphabetical order."""
    page = begrippagina(small, "themas", "welzijn-zorg", 1)

    assert (page.titel, page.soort, page.aantal) == ("Welzijn en zorg", "Thema", "2 voorbeelden")
    assert page.details == (("Ook genoemd", "positieve gezondheid"),)
    assert page.hoger == Tag("Thema's", "themas/", "themas")
    assert titles(page.groepen) == [
        ("Werkwijzen", ["Welzijn op Recept: van de dokter naar de buurt"]),
        ("Praktijken", ["Welzijn op Recept in Den Helder"]),
    ]


def test_page_of_a_law_and_a_municipality(small: Catalogue) -> None:
    """Validity, province and what was merged into it are details; synonyms of a municipality are not."""
    with_purmerend = Item("x", small.by_slug["leefgoed"].data.model_copy(update={"plaats": small.by_slug["leefgoed"].data.plaats}))
    catalogue = replace(small, items=(*small.items, with_purmerend))

    assert begrippagina(catalogue, "wetten", "wmo-2015", 1).details == (
        ("Ook genoemd", "Wmo"),
        ("Afkorting", "Wmo 2015"),
        ("Geldt vanaf", "2015"),
    )
    assert [name for name, _ in begrippagina(catalogue, "gemeenten", "meierijstad", 1).details] == ["Provincie", "Thema's"]
    assert begrippagina(catalogue, "gemeenten", "meierijstad", 1).details[0][1] == (
        Tag("Noord-Brabant", "provincies/noord-brabant/", "noord-brabant"),
    )


def test_long_list(small: Catalogue) -> None:
    """Every page knows its neighbours."""
    many = tuple(Item(f"keuken-{number:02}", small.by_slug["leefgoed-keuken"].data) for number in range(97))
    catalogue = replace(small, items=many)

    assert pages_of(many) == 3
    assert [begrippagina(catalogue, "themas", "meedoen-werk", number).bladzijden for number in (1, 2, 3)] == [
        Bladzijden(1, 3, None, "themas/meedoen-werk/pagina/2/"),
        Bladzijden(2, 3, "themas/meedoen-werk/", "themas/meedoen-werk/pagina/3/"),
        Bladzijden(3, 3, "themas/meedoen-werk/pagina/2/", None),
    ]
    assert [len(cards) for number in (2, 5) for _, cards in cataloguspagina(catalogue, number).groepen] == [24, 1]


def test_page_of_the_catalogue(small: Catalogue) -> None:
    """All entries in one group, in Dutch alphabetical order."""
    page = cataloguspagina(small, 1)

    assert titles(page.groepen) == [
        (
            "",
            [
                "De keuken van LeefGoed",
                "De werkplaats van LeefGoed",
                "LeefGoed: samen het gebouw beheren",
                "Taalcafé in Groningen",
                "Welzijn op Recept in Den Helder",
                "Welzijn op Recept in Eemsdelta en Groningen",
                "Welzijn op Recept: van de dokter naar de buurt",
            ],
        )
    ]


def test_page_of_an_organisation(small: Catalogue) -> None:
    """Each entry once, with the role in each."""
    page = organisatiepagina(small, "movactor")

    assert (page.titel, page.inleiding, page.website, page.aantal) == (
        "MOvactor",
        ("Welzijnsorganisatie.", "MOvactor doet mee aan 2 voorbeelden in de catalogus, in Den Helder en het hele land."),
        "https://www.movactor.example",
        "2 voorbeelden",
    )
    assert [(tag.label, role) for tag, role in page.rollen] == [
        ("Welzijn op Recept in Den Helder", "welzijnscoaches"),
        ("Welzijn op Recept: van de dokter naar de buurt", "bedenker van de werkwijze"),
    ]
    assert page.bladzijden == Bladzijden(1, 1, None, None)


def test_glossary(small: Catalogue) -> None:
    """Per letter, in alphabetical order, with the source."""
    assert begrippen_per_letter(small) == (
        ("A", (("algemene-voorziening", "Algemene voorziening", "Hulp waar iedereen zonder indicatie naartoe kan.", ""),)),
        (
            "S",
            (
                (
                    "sociale-basis",
                    "Sociale basis",
                    "Alles wat mensen in een buurt samen doen en voor elkaar doen.",
                    "https://www.kennisbank.example/sociale-basis",
                ),
            ),
        ),
    )


def test_organisations_by_letter(small: Catalogue) -> None:
    """With their number of entries in words."""
    assert [(letter, [(name, number) for name, _, number in rows]) for letter, rows in organisaties_per_letter(small)] == [
        ("B", [("Bibliotheek Stad", "1 voorbeeld")]),
        ("C", [("Coöperatie Dorpszorg 't Noorden", "1 voorbeeld")]),
        ("G", [("Gemeente Meierijstad", "1 voorbeeld")]),
        ("H", [("Huisartsen Kop van Noord-Holland", "1 voorbeeld")]),
        ("M", [("MOvactor", "2 voorbeelden")]),
        ("S", [("Stichting LeefGoed", "3 voorbeelden")]),
    ]


def test_letter_of_a_name_without_one(small: Catalogue) -> None:
    """Digits and other scripts stand together, before A."""
    party = small.items[0].data.organisaties[0]
    named = [
        small.items[0].data.model_copy(update={"organisaties": (party.model_copy(update={"naam": name}),)})
        for name in ("24 uur", "Één", "日本")
    ]
    catalogue = replace(small, items=tuple(Item(f"x-{number}", data) for number, data in enumerate(named)))

    assert [letter for letter, _ in organisaties_per_letter(catalogue)] == ["0–9", "E"]


def test_municipalities_stand_in_alphabetical_order(small: Catalogue) -> None:
    """Other lists keep their own order."""
    assert [found.label for found in facet(small, "gemeenten")] == ["Den Helder", "Eemsdelta", "Groningen", "Meierijstad"]
    assert [found.label for found in facet(small, "provincies")] == ["Groningen", "Noord-Holland", "Noord-Brabant"]
