"""All pages that come from the catalogue: address, title, description, and the macro that fills them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.views.cards import voorbeelden
from macros.views.catalogue import ON_A_PAGE
from macros.views.lists import FACET_NAMES, pages_of


@dataclass(frozen=True)
class Pagina:
    """One generated page: which macro fills it, and with what; only ids and numbers, never contributors' text."""

    adres: str
    titel: str
    omschrijving: str
    macro: str
    waarden: tuple[str | int, ...]
    bron: str
    onderdelen: tuple[str, ...] = ()
    """The script and style of this page beside those of every page: names in overrides/scripts and overrides/stijl/pagina."""


def pages(catalogue: Catalogue) -> Iterator[Pagina]:
    """Every page of the catalogue, each address once."""
    yield from map(entry_page, catalogue.items)
    yield from other_pages(catalogue)


def other_pages(catalogue: Catalogue) -> Iterator[Pagina]:
    """Every page but those of the entries."""
    for number in range(1, pages_of(catalogue.items, ON_A_PAGE) + 1):
        yield Pagina(
            addresses.numbered("voorbeelden/", number),
            _numbered("Alle voorbeelden", number),
            f"De hele catalogus: {voorbeelden(len(catalogue.items))} uit het sociaal werk, op alfabet.",
            "cataloguspagina",
            (number,),
            "voorbeelden/",
            ("catalogus", "kaartbeeld") if number == 1 else (),
        )
    for lijst in addresses.FACETS:
        yield from _facet_pages(catalogue, lijst)
    yield Pagina(
        "kaart/",
        "Kaart",
        "Waar in Nederland de voorbeelden zijn: op de kaart, en per provincie en gemeente in een lijst.",
        "kaartpagina",
        (),
        "voorbeelden/",
        ("kaartbeeld", "landkaart"),
    )
    yield Pagina(
        "wijzigingen/",
        "Wijzigingen",
        "Welke voorbeelden erbij kwamen, veranderden of verdwenen, per dag. Ook te volgen in een feedlezer.",
        "wijzigingenpagina",
        (),
        "voorbeelden/",
        ("wijzigingen",),
    )
    yield Pagina(
        "meedoen/formulier/",
        "Stuur een voorbeeld in",
        "Stuur in ongeveer twintig minuten een voorbeeld in. Stap voor stap, met uitleg, in je eigen browser.",
        "formulierpagina",
        (),
        "voorbeelden/",
        ("formulier",),
    )
    yield Pagina(
        "organisaties/",
        "Organisaties",
        "Alle organisaties die aan de voorbeelden meedoen, op alfabet.",
        "organisatielijst",
        (),
        "voorbeelden/",
    )
    for organisation in catalogue.organisaties.values():
        number = len({item.slug for item, _ in organisation.rollen})
        yield Pagina(
            addresses.organisatie(organisation.slug),
            f"Organisatie: {organisation.naam}",
            f"{organisation.naam}: {voorbeelden(number)} uit het sociaal werk, met de rol in elk.",
            "organisatiepagina",
            (organisation.slug,),
            "voorbeelden/_lijsten/organisaties.yml",
        )


def entry_page(item: Item) -> Pagina:
    """The page of an entry."""
    return Pagina(
        addresses.voorbeeld(item.slug),
        item.data.titel,
        item.data.samenvatting,
        "voorbeeldpagina",
        (item.slug,),
        f"voorbeelden/{item.slug}.yml",
        ("voorbeeld",),
    )


def _facet_pages(catalogue: Catalogue, lijst: str) -> Iterator[Pagina]:
    plural, singular, about = FACET_NAMES[lijst]
    source = f"voorbeelden/_lijsten/{lijst}.yml"
    yield Pagina(f"{lijst}/", plural, about, "facetpagina", (lijst,), source)
    for key in catalogue.used_terms(lijst):
        term = catalogue.lijsten[lijst][key]
        items = catalogue.with_term(lijst, key)
        about = f"{singular} {term.label}: {voorbeelden(len(items))} uit het sociaal werk. {term.uitleg}".strip()
        for number in range(1, pages_of(items) + 1):
            yield Pagina(
                addresses.numbered(addresses.term(lijst, key), number),
                _numbered(_TITLES.get(lijst, "{}").format(term.label), number),
                about[:300],
                "begrippagina",
                (lijst, key, number),
                source,
                ("kaartbeeld",) if lijst == "provincies" and number == 1 else (),
            )


_TITLES = {
    "themas": "Thema: {}",
    "doelgroepen": "Doelgroep: {}",
    "werkvormen": "Werkvorm: {}",
    "provincies": "Voorbeelden in de provincie {}",
    "gemeenten": "Voorbeelden in de gemeente {}",
}
"""Titles that tell a term's page from an organisation or another term of the same name."""


def _numbered(title: str, number: int) -> str:
    return title if number == 1 else f"{title}, pagina {number}"
