"""The macros that fill a generated page: an entry, a term, the catalogue, the form."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from macros import addresses
from macros.page_macros.context import Basis
from macros.views.cards import tellingen
from macros.views.catalogue import catalogusvoorpagina
from macros.views.changes import wijzigingenpagina
from macros.views.entry import voorbeeldpagina
from macros.views.form import stappen
from macros.views.lists import (
    FACET_NAMES,
    begrippagina,
    cataloguspagina,
    facet,
    organisatiepagina,
)
from macros.views.places import landelijk, landkaart, streken


class ForGenerated(Basis):
    """One macro a kind of generated page; authors don't need them."""

    def voorbeeldpagina(self, slug: str) -> Markup:
        """Een heel voorbeeld (gemaakte pagina's)."""
        item = self._catalogue.by_slug[slug]
        woordlinks = self._woordlinks.page(addresses.to_root(self._page_address()))
        pagina = voorbeeldpagina(self._catalogue, item, woordlinks, self._omgeving.site)
        return self._render("voorbeeld", pagina=replace(pagina, bestand=self._omgeving.bewerkadres()))

    def begrippagina(self, lijst: str, key: str, bladzijde: int = 1) -> Markup:
        """De pagina van een term met zijn voorbeelden (gemaakte pagina's)."""
        return self._render("lijstpagina", pagina=begrippagina(self._catalogue, lijst, key, bladzijde))

    def organisatiepagina(self, slug: str) -> Markup:
        """De pagina van een organisatie (gemaakte pagina's)."""
        return self._render("lijstpagina", pagina=organisatiepagina(self._catalogue, slug))

    def cataloguspagina(self, bladzijde: int = 1) -> Markup:
        """Een bladzijde van de hele catalogus; op de eerste kun je kiezen (gemaakte pagina's)."""
        if bladzijde == 1:
            return self._render("catalogus", pagina=catalogusvoorpagina(self._catalogue))
        return self._render("lijstpagina", pagina=cataloguspagina(self._catalogue, bladzijde))

    def facetpagina(self, lijst: str) -> Markup:
        """Alle termen van een lijst met hun aantal voorbeelden (gemaakte pagina's)."""
        titel, _, uitleg = FACET_NAMES[lijst]
        return self._render(
            "facetpagina", titel=titel, uitleg=uitleg, tellingen=facet(self._catalogue, lijst), beknopt=lijst == "gemeenten"
        )

    def kaartpagina(self) -> Markup:
        """De kaart met alles wat erop staat ook als lijst (gemaakte pagina's)."""
        catalogue = self._catalogue
        return self._render("landkaartpagina", kaart=landkaart(catalogue), streken=streken(catalogue), landelijk=landelijk(catalogue))

    def wijzigingenpagina(self) -> Markup:
        """Wat er veranderde, per dag (gemaakte pagina's)."""
        return self._render("wijzigingen", pagina=wijzigingenpagina(self._catalogue, self._omgeving.wijzigingen))

    def formulierpagina(self) -> Markup:
        """Het formulier om een voorbeeld in te sturen of aan te vullen (gemaakte pagina's)."""
        return self._render("formulier", stappen=stappen(self._catalogue), **self._omgeving.formulier())

    def zoekpagina(self) -> Markup:
        """De zoekpagina."""
        return self._render("zoekpagina", tellingen=tellingen(self._catalogue, "themas"))

    def selectiepagina(self) -> Markup:
        """De eigen selectie van de lezer."""
        return self._render("selectie")

    def vergelijkpagina(self) -> Markup:
        """Voorbeelden naast elkaar."""
        return self._render("vergelijking")
