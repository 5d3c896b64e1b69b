"""Pages that list entries: a term, an organisation, the whole catalogue, a facet, the glossary.

The figures on a term's page are in `figures`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.drawings.netherlands import MIDDEN
from macros.drawings.signs import sign, sign_of_list
from macros.naming import sort_key
from macros.views.cards import Kaart, Tag, Telling, in_pages, kaarten, tags, tellingen, voorbeelden
from macros.views.catalogue import ON_A_PAGE
from macros.views.figures import Grafiek, grafieken
from macros.views.introductions import Verder, further, introduction, main_themes, organisation_introduction, partners
from macros.views.nearby import Buur, in_de_buurt
from macros.views.places import Landkaart, landkaart

FACET_NAMES = {
    "themas": ("Thema's", "Thema", "Waar gaat het over? Elk voorbeeld heeft een tot drie thema's."),
    "doelgroepen": ("Doelgroepen", "Doelgroep", "Voor wie is het? Elk voorbeeld heeft een tot drie doelgroepen."),
    "werkvormen": ("Werkvormen", "Werkvorm", "Hoe wordt er gewerkt? Elk voorbeeld heeft een tot drie werkvormen."),
    "wetten": ("Wetten", "Wet", "Met welke wetten hebben de voorbeelden te maken, of uit welke wet worden ze betaald?"),
    "provincies": ("Provincies", "Provincie", "Waar gebeurt het? De provincie volgt uit de gemeente."),
    "gemeenten": ("Gemeenten", "Gemeente", "Gemeenten waar een voorbeeld is. Gemeenten zonder voorbeeld staan er niet bij."),
}
"""Per facet: the plural, the singular, and what it is about."""


A_LIST = 48
"""Cards on a page of a list."""

Details = tuple[tuple[str, str | tuple[Tag, ...]], ...]
"""Short facts: a name, and a text or links."""

Groepen = tuple[tuple[str, tuple[Kaart, ...]], ...]
"""Cards below their headings."""


@dataclass(frozen=True)
class Bladzijden:
    """Where a reader is in a list of several pages."""

    nummer: int
    totaal: int
    vorige: str | None
    volgende: str | None


@dataclass(frozen=True)
class Lijstpagina:
    """A page with cards: what it is about, how many there are, and one page of them."""

    titel: str
    soort: str
    inleiding: tuple[str, ...]
    details: Details
    aantal: str
    groepen: Groepen
    bladzijden: Bladzijden
    hoger: Tag
    website: str | None = None
    rollen: tuple[tuple[Tag, str], ...] = ()
    grafieken: tuple[Grafiek, ...] = ()
    kaart: Landkaart | None = None
    buurt: tuple[Buur, ...] = ()
    verder: tuple[Verder, ...] = ()
    thema_id: str = ""
    teken: Markup = field(default_factory=Markup)


def begrippagina(catalogue: Catalogue, lijst: str, key: str, page: int) -> Lijstpagina:
    """The page of a term: its explanation and figures, then methods, then practices."""
    plural, singular, _ = FACET_NAMES[lijst]
    term = catalogue.lijsten[lijst][key]
    details: list[tuple[str, str | tuple[Tag, ...]]] = []
    if term.synoniemen and lijst != "gemeenten":
        details.append(("Ook genoemd", ", ".join(term.synoniemen)))
    if provincie := getattr(term, "provincie", None):
        details.append(("Provincie", tags(catalogue, "provincies", [provincie])))
    if lijst == "gemeenten":
        details.append(("Thema's", main_themes(catalogue, catalogue.with_term(lijst, key))))
    if afkorting := getattr(term, "afkorting", None):
        details.append(("Afkorting", afkorting))
    if term.geldig_van:
        details.append(("Geldt vanaf", in_words(term.geldig_van)))
    if term.geldig_tot:
        details.append(("Geldt tot", in_words(term.geldig_tot)))
    items = catalogue.with_term(lijst, key)
    methods_first = sorted(items, key=lambda item: item.is_praktijk)
    shown, bladzijden = _bladzijde(methods_first, addresses.term(lijst, key), page)
    plain = Lijstpagina(
        titel=term.label,
        soort=singular,
        inleiding=introduction(catalogue, lijst, key),
        details=tuple(details),
        aantal=voorbeelden(len(items)),
        groepen=_groepen(catalogue, shown),
        bladzijden=bladzijden,
        hoger=Tag(plural, f"{lijst}/", lijst),
        teken=sign_of_list(lijst),
    )
    if lijst == "themas":
        plain = replace(plain, thema_id=key, teken=sign(key))
    if page > 1:
        return plain
    return replace(
        plain,
        grafieken=grafieken(catalogue, lijst, key),
        kaart=landkaart(catalogue, key) if lijst == "provincies" and key in MIDDEN else None,
        buurt=in_de_buurt(catalogue, key) if lijst == "gemeenten" else (),
        verder=further(catalogue, lijst, key),
    )


def cataloguspagina(catalogue: Catalogue, page: int) -> Lijstpagina:
    """A later page of all entries in alphabetical order; the first is in `catalogue`."""
    uitleg = "Alle voorbeelden op alfabet. Een werkwijze komt op meer plaatsen terug; een praktijk is wat op één plek echt gebeurt."
    shown, bladzijden = _bladzijde(catalogue.items, "voorbeelden/", page, ON_A_PAGE)
    return Lijstpagina(
        titel="Alle voorbeelden",
        soort="Catalogus",
        inleiding=(uitleg,),
        details=(),
        aantal=voorbeelden(len(catalogue.items)),
        groepen=(("", kaarten(catalogue, shown)),),
        bladzijden=bladzijden,
        hoger=Tag("Home", "", ""),
    )


def organisatiepagina(catalogue: Catalogue, slug: str) -> Lijstpagina:
    """The page of an organisation: what it does in which entry."""
    organisation = catalogue.organisaties[slug]
    items = tuple(dict.fromkeys(item for item, _ in organisation.rollen))
    roles = tuple((Tag(item.data.titel, addresses.voorbeeld(item.slug), item.slug), rol) for item, rol in organisation.rollen)
    return Lijstpagina(
        titel=organisation.naam,
        soort="Organisatie",
        inleiding=organisation_introduction(catalogue, slug),
        details=(("Thema's", main_themes(catalogue, items)),),
        aantal=voorbeelden(len(items)),
        groepen=_groepen(catalogue, items),
        bladzijden=Bladzijden(1, 1, None, None),
        hoger=Tag("Organisaties", "organisaties/", ""),
        teken=sign_of_list("organisaties"),
        website=organisation.website,
        rollen=roles,
        verder=partners(catalogue, slug),
    )


def begrippen_per_letter(catalogue: Catalogue) -> tuple[tuple[str, tuple[tuple[str, str, str, str], ...]], ...]:
    """The glossary: per letter the id, label, explanation and source of each term."""
    terms = sorted(catalogue.lijsten["begrippen"].items(), key=lambda pair: sort_key(pair[1].label))
    return _per_letter([(term.label, (key, term.label, term.uitleg, str(term.bron or ""))) for key, term in terms])


def organisaties_per_letter(catalogue: Catalogue) -> tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]:
    """All organisations: per letter the name, address and number of entries in words."""
    return _per_letter(
        [
            (found.naam, (found.naam, addresses.organisatie(found.slug), voorbeelden(len({item.slug for item, _ in found.rollen}))))
            for found in catalogue.organisaties.values()
        ]
    )


def facet(catalogue: Catalogue, lijst: str) -> tuple[Telling, ...]:
    """The terms of a facet; municipalities in alphabetical order, other lists in their own."""
    found = tellingen(catalogue, lijst)
    return tuple(sorted(found, key=lambda telling: sort_key(telling.label))) if lijst == "gemeenten" else found


def pages_of(items: Sequence[Item], size: int = A_LIST) -> int:
    """How many pages a list of entries takes."""
    return len(in_pages(items, size))


def _bladzijde(items: Sequence[Item], address: str, page: int, size: int = A_LIST) -> tuple[Sequence[Item], Bladzijden]:
    """The entries on one page of a long list, and the way to the pages beside it."""
    pages = in_pages(items, size)
    earlier = addresses.numbered(address, page - 1) if page > 1 else None
    later = addresses.numbered(address, page + 1) if page < len(pages) else None
    return pages[page - 1], Bladzijden(page, len(pages), earlier, later)


def _groepen(catalogue: Catalogue, shown: Sequence[Item]) -> Groepen:
    """Cards below a heading for each kind that is there."""
    methods = [item for item in shown if not item.is_praktijk]
    practices = [item for item in shown if item.is_praktijk]
    return tuple((heading, kaarten(catalogue, group)) for heading, group in (("Werkwijzen", methods), ("Praktijken", practices)) if group)


def _per_letter(named: Sequence[tuple[str, tuple[str, ...]]]) -> tuple:  # type: ignore[type-arg]
    letters: dict[str, list[tuple[str, ...]]] = {}
    for name, row in named:
        first = sort_key(name)[0][:1].upper()
        letters.setdefault(first if first.isalpha() else "0–9", []).append(row)
    return tuple((letter, tuple(rows)) for letter, rows in letters.items())
