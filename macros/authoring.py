"""The macros for page authors and for generated pages: the adapter to mkdocs-macros, nothing more.

Each macro looks up views in the catalogue and renders one component. What they take and show is
explained to authors in `docs/meedoen/macros.md`, which a test keeps complete.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.collections import Verzameling
from macros.dates import in_words
from macros.exports.linked_data.vocabularies import SCHEMES, datalijsten
from macros.exports.open_data.attribution import naamsvermelding
from macros.exports.open_data.formats import DOELEN, regels
from macros.forge import forge
from macros.glossary import Woordlinks
from macros.model.messages import suggest
from macros.render import Renderer
from macros.versions.changes import Wijzigingen
from macros.views.cards import FILTERS, SOORTEN, kaarten, tellingen, voorbeelden
from macros.views.catalogue import catalogusvoorpagina
from macros.views.changes import wijzigingenpagina
from macros.views.entry import voorbeeldpagina
from macros.views.fields import veldgroepen
from macros.views.form import stappen
from macros.views.home import LAATSTE, laatste, verzamelingtegel
from macros.views.lists import (
    FACET_NAMES,
    begrippagina,
    begrippen_per_letter,
    cataloguspagina,
    facet,
    organisatiepagina,
    organisaties_per_letter,
)
from macros.views.overview import leemten, matrix
from macros.views.places import landelijk, landkaart, streken
from macros.views.reuse import VORMEN, verwijzing
from macros.views.rules import regelgroepen
from macros.views.styleguide import colour_pairs, sizes
from macros.views.worklists import onderhoudslijsten, werklijsten

_REFERENCE = re.compile(r"<sup[ >].*?</sup>", re.DOTALL)


@dataclass(frozen=True)
class Omgeving:
    """What macros know besides the catalogue: of the site, and of the page on which one is called."""

    site: str = ""
    bewerkadres: Callable[[], str] = str
    verzamelingen: Sequence[Verzameling] = ()
    stijl: str = ""
    formulier: Callable[[], Mapping[str, Any]] = dict
    """How a proposal reaches the editors."""
    bestanden: Mapping[str, int] = field(default_factory=dict)
    """The files that are published as data, with their sizes in bytes."""
    wijzigingen: Wijzigingen = field(default_factory=Wijzigingen)


class Macros:
    """Every public method is a macro; `page_address` tells on which page it is called."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer, page_address: Callable[[], str], omgeving: Omgeving) -> None:
        """The catalogue to show and the components to show it with."""
        self._catalogue = catalogue
        self._renderer = renderer
        self._page_address = page_address
        self._omgeving = omgeving
        self._woordlinks = Woordlinks(catalogue.lijsten["begrippen"])

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

    def landkaart(self, provincie: str = "") -> Markup:
        """De kaart van Nederland met alle voorbeelden, of van één provincie."""
        if provincie:
            _known(provincie, self._catalogue.lijsten["provincies"], "als provincie")
        return self._render("landkaart", kaart=landkaart(self._catalogue, provincie))

    def landkaart_klein(self) -> Markup:
        """Een kleine kaart die naar de pagina met de kaart leidt."""
        return self._render("landkaartklein", kaart=landkaart(self._catalogue, klein=True))

    def wijzigingenpagina(self) -> Markup:
        """Wat er veranderde, per dag (gemaakte pagina's)."""
        return self._render("wijzigingen", pagina=wijzigingenpagina(self._catalogue, self._omgeving.wijzigingen))

    def formulierpagina(self) -> Markup:
        """Het formulier om een voorbeeld in te sturen of aan te vullen (gemaakte pagina's)."""
        return self._render("formulier", stappen=stappen(self._catalogue), **self._omgeving.formulier())

    def organisatielijst(self) -> Markup:
        """Alle organisaties op alfabet (gemaakte pagina's)."""
        return self._render("organisaties", letters=organisaties_per_letter(self._catalogue))

    def voorbeelden(self, thema: str = "", doelgroep: str = "", werkvorm: str = "", soort: str = "", maximaal: int = 6) -> Markup:
        """Kaarten van de voorbeelden die aan alle voorwaarden voldoen, nieuwste feiten eerst."""
        wanted = [("themas", thema), ("doelgroepen", doelgroep), ("werkvormen", werkvorm)]
        for lijst, key in wanted:
            if key:
                _known(key, self._catalogue.lijsten[lijst], f"in de lijst '{lijst}'")
        if soort:
            _known(soort, SOORTEN, "als soort")
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
        rows = laatste(self._catalogue, _known(wat, LAATSTE, "als lijst"), maximaal)
        return self._render("laatste", regels=rows, leeg=LAATSTE[wat])

    def verzamelingen(self, *slugs: str) -> Markup:
        """Tegels van verzamelingen, met een paar tekeningen van hun voorbeelden; zonder namen: alle."""
        known = {collection.slug: collection for collection in self._omgeving.verzamelingen}
        chosen = [known[_known(slug, known, "in docs/verzamelingen/")] for slug in slugs] or self._omgeving.verzamelingen
        return self._render("verzamelingen", tegels=[verzamelingtegel(self._catalogue, collection) for collection in chosen])

    def kerngetallen(self) -> Markup:
        """De catalogus in een paar grote getallen."""
        names = {
            "voorbeelden": "voorbeelden", "werkwijzen": "werkwijzen", "gemeenten": "gemeenten", "organisaties": "organisaties",
            "bronnen": "bronnen", "kennispaginas": "kennispagina’s",
        }  # fmt: skip
        return self._render("kerngetallen", getallen=[(self.aantal(key), name) for key, name in names.items()])

    def staalkaart(self, wat: str = "kleuren") -> Markup:
        """De kleuren of de maten van de site (de pagina over de vormgeving)."""
        _known(wat, {"kleuren": 1, "maten": 1}, "als staalkaart")
        if wat == "kleuren":
            return self._render("kleuren", reeksen=colour_pairs(self._omgeving.stijl))
        return self._render("maten", maten=sizes(self._omgeving.stijl))

    def onderdeel(self, naam: str, van: str) -> Markup:
        """Eén onderdeel van de pagina van een voorbeeld of een term (de pagina over de vormgeving)."""
        lijst, _, key = van.rpartition("/")
        if lijst:
            return self._render(naam, pagina=begrippagina(self._catalogue, lijst, key, 1))
        item = self._catalogue.by_slug[_known(van, self._catalogue.by_slug, "in voorbeelden/")]
        woordlinks = self._woordlinks.page(addresses.to_root(self._page_address()))
        pagina = voorbeeldpagina(self._catalogue, item, woordlinks, self._omgeving.site)
        # the source list isn't there to refer to
        return Markup(_REFERENCE.sub("", self._render(naam, pagina=pagina)))

    def databestanden(self, doel: str) -> Markup:
        """De bestanden met gegevens voor een doel, met hun grootte (de pagina over de gegevens)."""
        return self._render("databestanden", regels=regels(self._catalogue, _known(doel, DOELEN, "als doel"), self._omgeving.bestanden))

    def datalijsten(self) -> Markup:
        """Alle termen van alle lijsten, elk op een eigen adres (de pagina met de lijsten)."""
        return self._render("datalijsten", lijsten=datalijsten(self._catalogue))

    def insluitkeuze(self, slug: str) -> Markup:
        """Kiezen wat een andere site toont, met de code om te plakken (de pagina over insluiten)."""
        catalogue = self._catalogue
        item = catalogue.by_slug[_known(slug, catalogue.by_slug, "in voorbeelden/")]
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
        item = self._catalogue.by_slug[_known(slug, self._catalogue.by_slug, "in voorbeelden/")]
        _known(vorm, dict.fromkeys(VORMEN), "als vorm")
        return self._render("kopieer", tekst=verwijzing(self._catalogue, item, vorm, self._omgeving.site), wat="De verwijzing")

    def zoekveld(self) -> Markup:
        """Een groot zoekveld met een paar voorbeelden van vragen."""
        return self._render(
            "zoekveld", vragen=("eenzame ouderen", "schulden", "huisarts en welzijn", "dementie", "jongeren", "statushouders")
        )

    def voorbeeldkaarten(self, *slugs: str) -> Markup:
        """Kaarten van de genoemde voorbeelden, in deze volgorde."""
        known = self._catalogue.by_slug
        return self._cards([known[_known(slug, known, "in voorbeelden/")] for slug in slugs])

    def voorbeelden_bij_kennis(self, slug: str = "", leeg: str = "") -> Markup:
        """Kaarten van de voorbeelden die naar deze kennispagina verwijzen; `leeg` zegt waarom er geen zijn."""
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
        return self._render("facetlijst", tellingen=tellingen(self._catalogue, _known(lijst, FACET_NAMES, "als lijst met pagina's")))

    def leemtematrix(self, rijen: str = "themas", kolommen: str = "doelgroepen") -> Markup:
        """Een tabel die toont hoeveel voorbeelden bij twee termen tegelijk horen, en waar er geen zijn."""
        _known(rijen, FACET_NAMES, "als lijst met pagina's")
        _known(kolommen, FILTERS, "als lijst om op te filteren")
        return self._render(
            "matrix",
            titel=f"{FACET_NAMES[rijen][0]} en {FACET_NAMES[kolommen][0].lower() if kolommen in FACET_NAMES else kolommen}",
            matrix=matrix(self._catalogue, rijen, kolommen),
        )

    def leemten(self) -> Markup:
        """De leemten in woorden: welke combinaties er nog niet zijn, en waar er het minst van is."""
        return self._render("leemten", leemten=leemten(self._catalogue))

    def werklijsten(self) -> Markup:
        """Lijsten met voorbeelden die aandacht vragen: oud, met één bron, met geld dat afloopt, met veel onbekend."""
        return self._render("werklijsten", lijsten=werklijsten(self._catalogue))

    def onderhoudslijsten(self) -> Markup:
        """Alle lijsten voor wie de catalogus bijhoudt, helemaal."""
        return self._render("onderhoud", lijsten=onderhoudslijsten(self._catalogue))

    def regels(self) -> Markup:
        """De regels waaraan een voorbeeld moet voldoen, met de reden."""
        return self._render("regels", groepen=regelgroepen())

    def velden(self) -> Markup:
        """Alle velden van een voorbeeld, met betekenis, grenzen en een voorbeeld uit de catalogus."""
        return self._render("velden", groepen=veldgroepen(self._catalogue, SCHEMES))

    def begrippenlijst(self) -> Markup:
        """De begrippen met hun uitleg, op alfabet."""
        return self._render("begrippen", letters=begrippen_per_letter(self._catalogue))

    def zoekpagina(self) -> Markup:
        """De zoekpagina."""
        return self._render("zoekpagina", tellingen=tellingen(self._catalogue, "themas"))

    def selectiepagina(self) -> Markup:
        """De eigen selectie van de lezer."""
        return self._render("selectie")

    def vergelijkpagina(self) -> Markup:
        """Voorbeelden naast elkaar."""
        return self._render("vergelijking")

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
        return f"{counts[_known(wat, counts, 'om te tellen')]():,}".replace(",", ".")

    def woordkeus(self, lijst: str) -> Markup:
        """De termen van een lijst met id, uitleg en andere woorden, voor wie een voorbeeld schrijft."""
        terms = self._catalogue.lijsten[_known(lijst, self._catalogue.lijsten, "als lijst")]
        rows = [(key, term.label, term.uitleg, ", ".join(term.synoniemen)) for key, term in terms.items()]
        return self._render("woordkeus", rijen=rows)

    def _cards(self, items: Sequence[Item], leeg: str = "") -> Markup:
        return self._render("kaarten", kaarten=kaarten(self._catalogue, items), leeg=leeg or f"Er zijn {voorbeelden(0)}.")

    def _render(self, component: str, **values: Any) -> Markup:
        address = self._page_address()
        html = str(self._renderer.render(component, basis=addresses.to_root(address), **values))
        return Markup(addresses.shorten(html, address))


def define_macros(env: Any) -> None:
    """Register the macros; the plugin of this package has read the catalogue by then."""
    plugin = env.conf.plugins["praktijkwijzer"]
    omgeving = Omgeving(
        site=str(env.conf.site_url),
        bewerkadres=lambda: env.page.edit_url or "",
        verzamelingen=plugin.collections,
        stijl=plugin.tokens,
        formulier=lambda: {
            "forge": forge(env.conf.repo_url, env.conf.edit_uri),
            "redactie": env.conf.extra.get("redactie") or "",
            "stijl": env.conf.extra["stijl"],
        },
        bestanden=plugin.published,
        wijzigingen=plugin.changes,
    )
    macros = Macros(plugin.catalogue, plugin.renderer, lambda: str(env.page.url), omgeving)
    for name in macro_names():
        env.macro(getattr(macros, name), name)


def macro_names() -> list[str]:
    """The names of all macros, in the order in which they stand here."""
    return [name for name, value in vars(Macros).items() if callable(value) and not name.startswith("_")]


def _known(value: str, choices: Mapping[str, object], where: str) -> str:
    """The value itself when it exists; otherwise an error that a page author understands."""
    if value not in choices:
        raise ValueError(f"'{value}' bestaat niet {where}. {suggest(value, choices)}".strip())
    return value
