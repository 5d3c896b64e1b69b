"""Single pages of the catalogue, each as a whole build makes it, without making the others.

Knows MkDocs, for the shell around a page is one of its templates; loading its settings and our scripts is done once.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import get_context
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation

from macros.authoring import macros_of
from macros.catalogue import Catalogue
from macros.pages import Pagina, pages
from macros.plugin import PraktijkwijzerPlugin, ReadyPage, ready
from macros.versions.changes import Wijzigingen


class Pages:
    """What every page of a project has around it; `take` says of which catalogue they are."""

    def __init__(self, project: Path) -> None:
        """Read the settings, templates and scripts of a project."""
        self._config: MkDocsConfig = load_config(str(project / "mkdocs.yml"))
        plugin = self._config.plugins["praktijkwijzer"]
        assert isinstance(plugin, PraktijkwijzerPlugin)
        self._plugin = plugin
        # MkDocs sets this around the events of a plugin, which nobody sends here, and asks it of every file that is made
        self._config.plugins._current_plugin = "praktijkwijzer"
        plugin.prepare(self._config)
        self._files = Files(list(get_files(self._config)))
        plugin.add_assets(Files([]), self._config)
        self._environment = plugin.on_env(self._config.theme.get_env(), config=self._config, files=self._files)
        self._nav: Navigation | None = None
        self._in_menu = {path for entry in self._config.nav or () for path in entry.values()}

    def take(self, catalogue: Catalogue, changes: Wijzigingen) -> None:
        """Make pages of this catalogue from now on."""
        self._plugin.take(catalogue, changes)
        if self._nav is None:
            menu = [ready(page, self._config).file for page in pages(catalogue) if page.bestand in self._in_menu]
            self._files = Files([*self._files, *menu])
            nav = get_navigation(self._files, self._config)
            self._nav = self._plugin.on_nav(nav, config=self._config, files=self._files)

    def html(self, pagina: Pagina) -> bytes:
        """A page as MkDocs writes it, before the build makes it smaller."""
        assert self._nav is not None, "take comes first"
        page = self._page(pagina)
        macros = macros_of(self._plugin, self._config, lambda: page)
        page.read_source(self._config)
        page.markdown = str(getattr(macros, pagina.macro)(*pagina.waarden))
        page.render(self._config, self._files)
        page.content = self._plugin.on_page_content(page.content or "", page=page, config=self._config, files=self._files)
        page.active = True
        context = get_context(self._nav, [], self._config, page)
        context = self._plugin.on_page_context(context, page=page, config=self._config, nav=self._nav)
        try:
            html = self._environment.get_template("main.html").render(context)
            return self._config.plugins.on_post_page(html, page=page, config=self._config).encode("utf-8", errors="xmlcharrefreplace")
        finally:
            page.active = False

    def _page(self, pagina: Pagina) -> ReadyPage:
        """A page that is in the menu is the one there, so that the menu tells where its reader is."""
        file = self._files.get_file_from_path(pagina.bestand) if pagina.bestand in self._in_menu else None
        if file is None or not isinstance(file.page, ReadyPage):
            return ready(pagina, self._config)
        file.page.renew(pagina)
        return file.page
