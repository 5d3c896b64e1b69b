"""The macros of the pages about the catalogue itself: its looks, fields, rules, data and reuse."""

from __future__ import annotations

import re

from markupsafe import Markup

from macros import addresses
from macros.exports.linked_data.vocabularies import SCHEMES, datalijsten
from macros.exports.open_data.attribution import naamsvermelding
from macros.exports.open_data.formats import DOELEN, regels
from macros.page_macros.context import Basis, known
from macros.views.entry import voorbeeldpagina
from macros.views.fields import veldgroepen
from macros.views.lists import (
    FACET_NAMES,
    begrippagina,
)
from macros.views.reuse import VORMEN, verwijzing
from macros.views.rules import regelgroepen
from macros.views.styleguide import colour_pairs, sizes
from macros.views.worklists import onderhoudslijsten, werklijsten

_REFERENCE = re.compile(r"<sup[ >].*?</sup>", re.DOTALL)


class ForReference(Basis):
    """What stands in a page about how the catalogue is made, kept and reused."""

    def staalkaart(self, wat: str = "kleuren") -> Markup:
        """De kleuren of de maten van de site (de pagina over de vormgeving)."""
        known(wat, ("kleuren", "maten"))
        if wat == "kleuren":
            return self._render("kleuren", reeksen=colour_pairs(self._omgeving.stijl))
        return self._render("maten", maten=sizes(self._omgeving.stijl))

    def onderdeel(self, naam: str, van: str) -> Markup:
        """Eén onderdeel van de pagina van een voorbeeld of een term (de pagina over de vormgeving)."""
        lijst, _, key = van.rpartition("/")
        if lijst:
            return self._render(naam, pagina=begrippagina(self._catalogue, lijst, key, 1))
        item = self._catalogue.by_slug[known(van, self._catalogue.by_slug, "voorbeeld")]
        woordlinks = self._woordlinks.page(addresses.to_root(self._page_address()))
        pagina = voorbeeldpagina(self._catalogue, item, woordlinks, self._omgeving.site)
        # the source list isn't there to refer to
        return Markup(_REFERENCE.sub("", self._render(naam, pagina=pagina)))

    def databestanden(self, doel: str) -> Markup:
        """De bestanden met gegevens voor een doel, met hun grootte (de pagina over de gegevens)."""
        return self._render("databestanden", regels=regels(self._catalogue, known(doel, DOELEN), self._omgeving.bestanden))

    def datalijsten(self) -> Markup:
        """Alle termen van alle lijsten, elk op een eigen adres (de pagina met de lijsten)."""
        return self._render("datalijsten", lijsten=datalijsten(self._catalogue))

    def insluitkeuze(self, slug: str) -> Markup:
        """Kiezen wat een andere site toont, met de code om te plakken (de pagina over insluiten)."""
        catalogue = self._catalogue
        item = catalogue.by_slug[known(slug, catalogue.by_slug, "voorbeeld")]
        groups = [
            (lijst, FACET_NAMES[lijst][0], [(key, catalogue.lijsten[lijst].label(key)) for key in catalogue.used_terms(lijst)])
            for lijst in addresses.FACETS
        ]
        with_which = {
            lijst: " ".join(other for pair in addresses.INGESLOTEN_PAREN if lijst in pair for other in pair if other != lijst)
            for lijst in ("provincies", "doelgroepen", "themas", "werkvormen")
        }
        terms = {lijst: (title, keys) for lijst, title, keys in groups}
        pairs = [(lijst, *terms[lijst], others) for lijst, others in with_which.items()]
        shown = (slug, item.data.titel)
        return self._render("insluitkeuze", groepen=groups, paren=pairs, voorbeeld=shown, site=self._omgeving.site)

    def naamsvermelding(self) -> Markup:
        """De regel die iedereen erbij zet, om te kopiëren (de pagina's over hergebruik)."""
        return self._render("kopieer", tekst=naamsvermelding(self._omgeving.site), wat="De regel")

    def verwijzing(self, slug: str, vorm: str = "literatuurlijst") -> Markup:
        """Hoe je naar een voorbeeld verwijst, om te kopiëren (de pagina over citeren)."""
        item = self._catalogue.by_slug[known(slug, self._catalogue.by_slug, "voorbeeld")]
        known(vorm, VORMEN)
        return self._render("kopieer", tekst=verwijzing(self._catalogue, item, vorm, self._omgeving.site), wat="De verwijzing")

    def regels(self) -> Markup:
        """De regels waaraan een voorbeeld moet voldoen, met de reden."""
        return self._render("regels", groepen=regelgroepen())

    def velden(self) -> Markup:
        """Alle velden van een voorbeeld, met betekenis, grenzen en een voorbeeld uit de catalogus."""
        return self._render("velden", groepen=veldgroepen(self._catalogue, SCHEMES))

    def woordkeus(self, lijst: str) -> Markup:
        """De termen van een lijst met id, uitleg en andere woorden, voor wie een voorbeeld schrijft."""
        terms = self._catalogue.lijsten[known(lijst, self._catalogue.lijsten)]
        rows = [(key, term.label, term.uitleg, ", ".join(term.synoniemen)) for key, term in terms.items()]
        return self._render("woordkeus", rijen=rows)

    def werklijsten(self) -> Markup:
        """Lijsten met voorbeelden die aandacht vragen: oud, met één bron, met geld dat afloopt, met veel onbekend."""
        return self._render("werklijsten", lijsten=werklijsten(self._catalogue))

    def onderhoudslijsten(self) -> Markup:
        """Alle lijsten voor wie de catalogus bijhoudt, helemaal."""
        return self._render("onderhoud", lijsten=onderhoudslijsten(self._catalogue))
