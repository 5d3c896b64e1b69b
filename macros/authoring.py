"""The macros for page authors and for generated pages: the adapter to mkdocs-macros, nothing more.

Each macro looks up views in the catalogue and renders one component. What they take and show is
explained to authors in `docs/meedoen/macros.md`, which a test keeps complete.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.glossary import Woordlinks
from macros.model.messages import suggest
from macros.render import Renderer
from macros.views.cards import FILTERS, SOORTEN, Tag, kaarten, matrix, tags, tellingen, voorbeelden
from macros.views.entry import voorbeeldpagina
from macros.views.lists import (
    FACET_NAMES,
    begrippagina,
    begrippen_per_letter,
    cataloguspagina,
    facet,
    organisatiepagina,
    organisaties_per_letter,
)


class Macros:
    """Every public method is a macro; `page_address` tells on which page it is called."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer, page_address: Callable[[], str], site: str = "") -> None:
        """The catalogue to show, the components to show it with, where, and the address of the site."""
        self._catalogue = catalogue
        self._renderer = renderer
        self._page_address = page_address
        self._site = site
        self._woordlinks = Woordlinks(catalogue.lijsten["begrippen"])

    def voorbeeldpagina(self, slug: str) -> Markup:
        """Een heel voorbeeld (gemaakte pagina's)."""
        item = self._catalogue.by_slug[slug]
        woordlinks = self._woordlinks.page(addresses.to_root(self._page_address()))
        return self._render("voorbeeld", pagina=voorbeeldpagina(self._catalogue, item, woordlinks, self._site))

    def begrippagina(self, lijst: str, key: str, bladzijde: int = 1) -> Markup:
        """De pagina van een term met zijn voorbeelden (gemaakte pagina's)."""
        return self._render("lijstpagina", pagina=begrippagina(self._catalogue, lijst, key, bladzijde))

    def organisatiepagina(self, slug: str) -> Markup:
        """De pagina van een organisatie (gemaakte pagina's)."""
        return self._render("lijstpagina", pagina=organisatiepagina(self._catalogue, slug))

    def cataloguspagina(self, bladzijde: int = 1) -> Markup:
        """Een bladzijde van de hele catalogus (gemaakte pagina's)."""
        return self._render("lijstpagina", pagina=cataloguspagina(self._catalogue, bladzijde))

    def facetpagina(self, lijst: str) -> Markup:
        """Alle termen van een lijst met hun aantal voorbeelden (gemaakte pagina's)."""
        titel, _, uitleg = FACET_NAMES[lijst]
        return self._render(
            "facetpagina", titel=titel, uitleg=uitleg, tellingen=facet(self._catalogue, lijst), beknopt=lijst == "gemeenten"
        )

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

    def zoekveld(self) -> Markup:
        """Een groot zoekveld met een paar voorbeelden van vragen."""
        return self._render(
            "zoekveld", vragen=("eenzame ouderen", "schulden", "huisarts en welzijn", "dementie", "jongeren", "statushouders")
        )

    def voorbeeldkaarten(self, *slugs: str) -> Markup:
        """Kaarten van de genoemde voorbeelden, in deze volgorde."""
        known = self._catalogue.by_slug
        return self._cards([known[_known(slug, known, "in voorbeelden/")] for slug in slugs])

    def voorbeelden_bij_kennis(self, slug: str = "") -> Markup:
        """Kaarten van de voorbeelden die naar deze kennispagina verwijzen."""
        slug = slug or self._page_address().strip("/").rpartition("/")[2]
        return self._cards(self._catalogue.bij_kennis(slug), leeg="Nog geen voorbeeld verwijst naar deze pagina.")

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
        lijsten = self._catalogue.lijsten
        columns = [Tag(term.label, "", key) for key, term in lijsten[kolommen].items()]
        return self._render(
            "matrix",
            titel=f"{FACET_NAMES[rijen][0]} en {FACET_NAMES[kolommen][0].lower() if kolommen in FACET_NAMES else kolommen}",
            kolommen=columns,
            rijen=matrix(self._catalogue, rijen, kolommen),
        )

    def begrippenlijst(self) -> Markup:
        """De begrippen met hun uitleg, op alfabet."""
        return self._render("begrippen", letters=begrippen_per_letter(self._catalogue))

    def zoekpagina(self) -> Markup:
        """De zoekpagina."""
        return self._render("zoekpagina", themas=self._terms("themas"))

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
        return self._render("woordkeus", naam=lijst, rijen=rows)

    def _terms(self, lijst: str) -> Sequence[Tag]:
        return tags(self._catalogue, lijst, self._catalogue.used_terms(lijst))

    def _cards(self, items: Sequence[Item], leeg: str = "") -> Markup:
        return self._render("kaarten", kaarten=kaarten(self._catalogue, items), leeg=leeg or f"Er zijn {voorbeelden(0)}.")

    def _render(self, component: str, **values: Any) -> Markup:
        return self._renderer.render(component, basis=addresses.to_root(self._page_address()), **values)


def define_macros(env: Any) -> None:
    """Register the macros; the plugin of this package has read the catalogue by then."""
    plugin = env.conf.plugins["praktijkwijzer"]
    macros = Macros(plugin.catalogue, plugin.renderer, lambda: str(env.page.url), str(env.conf.site_url))
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
