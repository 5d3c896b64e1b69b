"""What macros know, and how they render a component; without MkDocs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.collections import Verzameling
from macros.glossary import Woordlinks
from macros.render import Renderer
from macros.rules.macro_calls import Soort, not_there
from macros.versions.changes import Wijzigingen
from macros.views.cards import kaarten, voorbeelden


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


class Basis:
    """What every macro needs; `page_address` tells on which page it is called."""

    def __init__(self, catalogue: Catalogue, renderer: Renderer, page_address: Callable[[], str], omgeving: Omgeving) -> None:
        """The catalogue to show and the components to show it with."""
        self._catalogue = catalogue
        self._renderer = renderer
        self._page_address = page_address
        self._omgeving = omgeving
        self._woordlinks = Woordlinks(catalogue.lijsten["begrippen"])

    def _cards(self, items: Sequence[Item], leeg: str = "") -> Markup:
        return self._render("kaarten", kaarten=kaarten(self._catalogue, items), leeg=leeg or f"Er zijn {voorbeelden(0)}.")

    def _render(self, component: str, **values: Any) -> Markup:
        address = self._page_address()
        html = str(self._renderer.render(component, basis=addresses.to_root(address), **values))
        return Markup(addresses.shorten(html, address))


def known(value: str, choices: Collection[str], soort: Soort = ()) -> str:
    """The value itself when it is one of some words, or there is one of its sort; else an error, as `praktijkwijzer check` words it."""
    if value not in choices:
        raise ValueError(" ".join(not_there(value, choices, soort)).strip())
    return value
