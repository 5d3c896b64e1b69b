"""Makes the generated pages, each as the site shows it; the only place that does, for a whole build and for the workshop of `serve`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from jinja2 import FileSystemLoader

from macros import addresses
from macros.catalogue import Catalogue
from macros.citing import work
from macros.collections import Verzameling
from macros.compacting import compact
from macros.exports.feeds import feed_links
from macros.forge import forge
from macros.making.assets import Assets
from macros.making.shell import Settings, Shell
from macros.page_macros import Macros, Omgeving
from macros.pages import Pagina
from macros.render import Renderer
from macros.versions.changes import Wijzigingen
from macros.views.citation import Kop, kop


class Where(Protocol):
    """A page on which a macro is called: one of MkDocs or one of ours."""

    @property
    def url(self) -> str:
        """Its address."""

    @property
    def edit_url(self) -> str | None:
        """Where it can be edited."""


@dataclass(frozen=True)
class Shown:
    """What the pages are made of: the catalogue, and what is read beside it."""

    catalogue: Catalogue
    verzamelingen: Sequence[Verzameling]
    wijzigingen: Wijzigingen


@dataclass(frozen=True)
class _Here:
    url: str
    edit_url: str


class PageMaker:
    """What every page of a project has around it; `take` says what the pages show."""

    shown: Shown

    def __init__(self, overrides: Path, settings: Settings, assets: Assets) -> None:
        """Read the templates of a project."""
        self.settings = settings
        self.assets = assets
        self.renderer = Renderer(FileSystemLoader(overrides / "components"))
        self._shell = Shell(FileSystemLoader(overrides), settings)
        self._tokens = (overrides / "stijl" / "10-basis.css").read_text(encoding="utf-8")
        self._here = _Here("", "")

    def take(self, shown: Shown) -> None:
        """Make pages of this catalogue from now on."""
        self.shown = shown
        self._feeds = feed_links(shown.catalogue, shown.wijzigingen)
        self._macros = self.macros(lambda: self._here, {})

    def macros(self, page: Callable[[], Where], sizes: Mapping[str, int]) -> Macros:
        """The macros; `page` gives the page on which one is called, and `sizes` tells of the files that are published as data."""
        settings = self.settings
        omgeving = Omgeving(
            site=settings.site_url,
            bewerkadres=lambda: page().edit_url or "",
            verzamelingen=self.shown.verzamelingen,
            stijl=self._tokens,
            formulier=lambda: {
                "forge": forge(settings.repo_url, settings.bewerkpad),
                "redactie": settings.extra.get("redactie") or "",
                "stijl": settings.extra["stijl"],
            },
            bestanden=sizes,
            wijzigingen=self.shown.wijzigingen,
        )
        return Macros(self.shown.catalogue, self.renderer, lambda: str(page().url), omgeving)

    def html(self, pagina: Pagina) -> bytes:
        """A page as it is written on the site, but for the name of the search index, which is made after it."""
        self._here = _Here(pagina.adres, self.settings.edit_url(pagina.bron))
        content = scoped(str(getattr(self._macros, pagina.macro)(*pagina.waarden)))
        whole = self._shell.around(pagina, content, self.told(pagina.adres, pagina.onderdelen))
        return compact(whole.encode("utf-8", errors="xmlcharrefreplace"))

    def told(self, address: str, parts: Sequence[str]) -> Mapping[str, Any]:
        """What the shell of a page says beside what the page knows: for machines that cite it, its feed, its picture, its scripts."""
        return {
            "kop": self._head(address),
            "feed": self._feeds.get(address),
            "deelbeeld": addresses.deelbeeld(address),
            "vooraf": self.assets.ahead(parts),
        }

    def _head(self, address: str) -> Kop | None:
        """What machines read in the head of a page that can be cited."""
        catalogue, site = self.shown.catalogue, self.settings.site_url
        part, _, slug = address.rstrip("/").partition("/")
        if part == "voorbeelden" and slug in catalogue.by_slug:
            return kop(work.voorbeeld(catalogue, catalogue.by_slug[slug], site), "voorbeeld")
        if part == "kennis" and slug in catalogue.kennis_by_slug:
            return kop(work.kennispagina(catalogue.kennis_by_slug[slug], site), "kennispagina")
        collection = next((found for found in self.shown.verzamelingen if part == "verzamelingen" and found.slug == slug), None)
        return kop(work.verzameling(collection, site), "verzameling") if collection else None


def scoped(html: str) -> str:
    """HTML in which the heads of tables say that they are of a column; Markdown gives them no scope."""
    return html.replace("<th>", '<th scope="col">')
