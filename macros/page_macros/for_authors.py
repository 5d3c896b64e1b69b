"""The macros with which an author shows a part of the catalogue in a page."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from markupsafe import Markup

from macros import addresses
from macros.dates import in_words
from macros.page_macros.context import Basis, known
from macros.views.cards import FILTERS, SOORTEN, tellingen
from macros.views.home import LAATSTE, laatste, verzamelingtegel
from macros.views.lists import (
    FACET_NAMES,
    begrippen_per_letter,
    organisaties_per_letter,
)
from macros.views.overview import leemten, matrix
from macros.views.places import landkaart


class ForAuthors(Basis):
    """Cards, lists, maps and numbers, to put in a page of prose."""

    def landkaart(self, provincie: str = "") -> Markup:
        """De kaart van Nederland met alle voorbeelden, of van één provincie."""
        if provincie:
            known(provincie, self._catalogue.lijsten["provincies"], "provincies")
        return self._render("landkaart", kaart=landkaart(self._catalogue, provincie))

    def landkaart_klein(self) -> Markup:
        """Een kleine kaart die naar de pagina met de kaart leidt."""
        return self._render("landkaartklein", kaart=landkaart(self._catalogue, klein=True))

    def organisatielijst(self) -> Markup:
        """Alle organisaties op alfabet (gemaakte pagina's)."""
        return self._render("organisaties", letters=organisaties_per_letter(self._catalogue))

    def voorbeelden(self, thema: str = "", doelgroep: str = "", werkvorm: str = "", soort: str = "", maximaal: int = 6) -> Markup:
        """Kaarten van de voorbeelden die aan alle voorwaarden voldoen, nieuwste feiten eerst."""
        wanted = [("themas", thema), ("doelgroepen", doelgroep), ("werkvormen", werkvorm)]
        for lijst, key in wanted:
            if key:
                known(key, self._catalogue.lijsten[lijst], lijst)
        if soort:
            known(soort, SOORTEN)
        found = [
            item
            for item in self._catalogue.items
            if all(not key or key in self._catalogue.terms(item, lijst) for lijst, key in wanted) and soort in ("", item.data.type)
        ]
        found.sort(key=lambda item: item.data.peildatum, reverse=True)
        return self._cards(found[:maximaal])

    def uitgelicht(self, maximaal: int = 3) -> Markup:
        """Kaarten van voorbeelden die deze week vooraan staan: uitgebreid beschreven, elke week andere, van verschillende thema's."""
        week = "{}-{}".format(*self._catalogue.today.isocalendar())
        rich = [item for item in self._catalogue.items if item.volledigheid != "basis"]
        rich.sort(key=lambda item: hashlib.sha256(f"{week} {item.slug}".encode()).digest())
        first_of_theme = {item.data.themas[0]: item for item in reversed(rich)}
        chosen = [item for item in rich if first_of_theme[item.data.themas[0]] is item]
        return self._cards(chosen[:maximaal])

    def laatste(self, wat: str = "feiten", maximaal: int = 5) -> Markup:
        """Een korte lijst van voorbeelden: met de nieuwste feiten, of het laatst nagekeken."""
        rows = laatste(self._catalogue, known(wat, LAATSTE), maximaal)
        return self._render("laatste", regels=rows, leeg=LAATSTE[wat])

    def verzamelingen(self, *slugs: str) -> Markup:
        """Tegels van verzamelingen, met een paar tekeningen van hun voorbeelden; zonder namen: alle."""
        there = {collection.slug: collection for collection in self._omgeving.verzamelingen}
        chosen = [there[known(slug, there, "verzameling")] for slug in slugs] or self._omgeving.verzamelingen
        return self._render("verzamelingen", tegels=[verzamelingtegel(self._catalogue, collection) for collection in chosen])

    def kerngetallen(self) -> Markup:
        """De catalogus in een paar grote getallen."""
        names = {
            "voorbeelden": "voorbeelden", "werkwijzen": "werkwijzen", "gemeenten": "gemeenten", "organisaties": "organisaties",
            "bronnen": "bronnen", "kennispaginas": "kennispagina’s",
        }  # fmt: skip
        return self._render("kerngetallen", getallen=[(self.aantal(key), name) for key, name in names.items()])

    def zoekveld(self) -> Markup:
        """Een groot zoekveld met een paar voorbeelden van vragen."""
        return self._render(
            "zoekveld", vragen=("eenzame ouderen", "schulden", "huisarts en welzijn", "dementie", "jongeren", "statushouders")
        )

    def voorbeeldkaarten(self, *slugs: str) -> Markup:
        """Kaarten van de genoemde voorbeelden, in deze volgorde."""
        there = self._catalogue.by_slug
        return self._cards([there[known(slug, there, "voorbeeld")] for slug in slugs])

    def voorbeelden_bij_kennis(self, slug: str = "", leeg: str = "") -> Markup:
        """Kaarten van de voorbeelden die naar deze kennispagina verwijzen; `leeg` zegt waarom er geen zijn."""
        if slug:
            known(slug, [page.slug for page in self._catalogue.kennis], "kennis")
        slug = slug or self._page_address().strip("/").rpartition("/")[2]
        return self._cards(self._catalogue.bij_kennis(slug), leeg=leeg or "Nog geen voorbeeld verwijst naar deze pagina.")

    def kennislijst(self) -> Markup:
        """Alle kennispagina's, per soort."""
        soorten = self._catalogue.lijsten["kennissoorten"]
        groups = [
            (
                soorten.label(soort),
                [
                    (
                        addresses.kennis(page.slug),
                        page.data.titel,
                        page.data.samenvatting,
                        in_words(page.data.datum) if page.data.datum else "",
                    )
                    for page in self._catalogue.kennis
                    if page.data.soort == soort
                ],
            )
            for soort in soorten
        ]
        return self._render("kennislijst", groepen=[group for group in groups if group[1]])

    def facetlijst(self, lijst: str) -> Markup:
        """De termen van een lijst (themas, doelgroepen, provincies …) als tegels met aantallen."""
        return self._render("facetlijst", tellingen=tellingen(self._catalogue, known(lijst, FACET_NAMES)))

    def leemtematrix(self, rijen: str = "themas", kolommen: str = "doelgroepen") -> Markup:
        """Een tabel die toont hoeveel voorbeelden bij twee termen tegelijk horen, en waar er geen zijn."""
        known(rijen, FACET_NAMES)
        known(kolommen, FILTERS)
        return self._render(
            "matrix",
            titel=f"{FACET_NAMES[rijen][0]} en {FACET_NAMES[kolommen][0].lower() if kolommen in FACET_NAMES else kolommen}",
            matrix=matrix(self._catalogue, rijen, kolommen),
        )

    def leemten(self) -> Markup:
        """De leemten in woorden: welke combinaties er nog niet zijn, en waar er het minst van is."""
        return self._render("leemten", leemten=leemten(self._catalogue))

    def begrippenlijst(self) -> Markup:
        """De begrippen met hun uitleg, op alfabet."""
        return self._render("begrippen", letters=begrippen_per_letter(self._catalogue))

    def mail_of_meld(self) -> Markup:
        """Eén zin: hoe je de redactie bereikt."""
        reached = self._omgeving.formulier()
        return self._render("redactie", mail=reached["redactie"], melding=reached["forge"].melding)

    def aantal(self, wat: str = "voorbeelden") -> str:
        """Een geteld aantal: voorbeelden, praktijken, werkwijzen, gemeenten, organisaties, kennispaginas of bronnen."""
        catalogue = self._catalogue
        counts: dict[str, Callable[[], int]] = {
            "voorbeelden": lambda: len(catalogue.items),
            "praktijken": lambda: sum(1 for item in catalogue.items if item.is_praktijk),
            "werkwijzen": lambda: sum(1 for item in catalogue.items if not item.is_praktijk),
            "gemeenten": lambda: len(catalogue.used_terms("gemeenten")),
            "organisaties": lambda: len(catalogue.organisaties),
            "kennispaginas": lambda: len(catalogue.kennis),
            "bronnen": lambda: len({bron.url or bron.titel for item in catalogue.items for bron in item.data.bronnen}),
        }
        return f"{counts[known(wat, counts)]():,}".replace(",", ".")
