"""The shell around a page: head, header and footer, from the template that MkDocs fills for handwritten pages.

The template asks for a page, a menu and settings, and doesn't care whose they are.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urljoin

from jinja2 import BaseLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from macros import addresses
from macros.pages import Pagina


@dataclass(frozen=True)
class Settings:
    """Of the site as a whole: from mkdocs.yml, and the addresses of our styles and scripts."""

    site_name: str
    site_description: str
    site_url: str
    repo_url: str
    bewerkpad: str
    """From the repository to its page for editing in `docs/`; nothing where nobody can edit."""
    menu: tuple[tuple[str, str], ...]
    """Name and address of every page in the main menu."""
    extra: Mapping[str, Any]

    def edit_url(self, source: str) -> str:
        """Where a file of the project can be edited; a list of all entries comes from a folder, which nobody can edit."""
        if not self.bewerkpad or source.endswith("/"):
            return ""
        return urljoin(f"{self.repo_url.rstrip('/')}/", f"{self.bewerkpad}../{source}")


@dataclass(frozen=True)
class Blad:
    """A generated page as the template knows pages."""

    url: str
    content: Markup
    meta: Mapping[str, Any]
    canonical_url: str
    edit_url: str
    is_homepage: bool = False


@dataclass(frozen=True)
class _Keuze:
    """A page in the main menu as the template knows it."""

    title: str
    url: str
    is_homepage: bool
    active: bool


class Shell:
    """Puts pages in their shell."""

    def __init__(self, loader: BaseLoader, settings: Settings) -> None:
        """`loader` finds `main.html` and its parts."""
        environment = Environment(loader=loader, autoescape=True, auto_reload=False)
        environment.filters["url"] = _from_page
        self._settings = settings
        self._template = environment.get_template("main.html")
        self._header = environment.get_template("partials/header.html")
        self._header_at = cache(self._make_header)
        self._flat = all(address.count("/") <= 1 for _, address in settings.menu)

    def around(self, pagina: Pagina, content: str, told: Mapping[str, object]) -> str:
        """A whole page. `told` is what its head says beside what `pagina` knows."""
        settings = self._settings
        meta = {"titel": pagina.titel, "description": pagina.omschrijving, "heel": True, "onderdelen": pagina.onderdelen}
        canonical = f"{settings.site_url}{pagina.adres}" if settings.site_url else ""
        page = Blad(pagina.adres, Markup(content), meta, canonical, settings.edit_url(pagina.bron))
        base = addresses.to_root(pagina.adres).rstrip("/")
        return self._template.render(page=page, config=settings, base_url=base, kopbalk=self._header_at(self._place(pagina.adres)), **told)

    def _place(self, address: str) -> str:
        """An address for all with the same header: a menu of first parts sees of a page only its own first part and how deep it lies."""
        part, _, rest = address.partition("/")
        return f"{part}/{'-/' * rest.count('/')}" if self._flat else address

    def _make_header(self, address: str) -> Markup:
        settings = self._settings
        page = Blad(address, Markup(), {}, "", "")
        menu = [_Keuze(title, url, not url, url == address) for title, url in settings.menu]
        return Markup(self._header.render(page=page, nav=menu, config=settings, begin=addresses.to_root(address)))


@pass_context
def _from_page(context: Context, address: str) -> str:
    """The way from a page to another address, as MkDocs writes it."""
    return f"{posixpath.relpath(address or '.', context['page'].url)}/"
