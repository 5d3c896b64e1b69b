"""The MkDocs plugin: has MkDocs make the handwritten pages, and everything that comes from the catalogue made beside them.

With `authoring` the only module that knows MkDocs. Every `on_…` is a few lines that call plain Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_build_date
from mkdocs.utils.templates import TemplateContext

from macros import addresses
from macros.catalogue import Catalogue, KennisItem
from macros.citations import Noten
from macros.citing import work
from macros.collections import cards_beside_reasons
from macros.compacting import compact
from macros.content_policy import POLICY, REFERRER
from macros.dates import in_words, is_stale
from macros.drawings.signs import sign
from macros.exports.security import ContactError, security_files
from macros.glossary import Woordlinks
from macros.history import HistoryError
from macros.making.assets import Assets
from macros.making.maker import PageMaker, Shown, scoped
from macros.making.pieces import WrongPieceError, pieces
from macros.making.shell import Settings
from macros.making.writing import write_pieces
from macros.pages import pages
from macros.problem import to_text
from macros.project import check_project, handed_over, read_collections, with_past
from macros.prose import cite_in_markdown
from macros.scripting.syntax import ScriptError
from macros.versions.past import read_changes
from macros.versions.past import stylesheet as stylesheet_of_versions
from macros.views.cards import tags
from macros.views.citation import citaat
from macros.views.home import verzamelingtegel

_WITH_GLOSSARY = ("kennis/", "verzamelingen/")
"""Handwritten pages about the field, where the first use of a word leads to the glossary."""


class SiteFiles(Files):
    """The files of MkDocs, and beside them what is on the site already, so that a handwritten page or the menu can lead there."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        """Take over the files that MkDocs has."""
        super().__init__(list(files))
        self._config = config
        self._made: dict[str, File] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """A file, also when we made it: a page by the name that its Markdown would have."""
        found = super().get_file_from_path(path) or self._made.get(path)
        # what leads out of the site is none of ours
        if found is None and not path.startswith(".."):
            file = File.generated(self._config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            if Path(file.abs_dest_path).is_file():
                found = self._made[path] = file
        return found


@dataclass(frozen=True)
class _Listed:
    """A page of ours as the template of the site map knows files: under the name `page` too."""

    canonical_url: str
    update_date: str
    is_link: bool = False

    @property
    def page(self) -> _Listed:
        return self


def settings_of(config: MkDocsConfig, assets: Assets) -> Settings:
    """What the shell of a page says of the site, from mkdocs.yml."""
    menu = [
        (title, path.removesuffix(".md").removesuffix("index").rstrip("/")) for entry in config.nav or () for title, path in entry.items()
    ]
    return Settings(
        config.site_name or "",
        config.site_description or "",
        config.site_url or "",
        config.repo_url or "",
        (config.edit_uri or "") if config.repo_url else "",
        tuple((title, f"{address}/" if address else "") for title, address in menu),
        {**config.extra, **assets.named, "beleid": POLICY, "verwijzer": REFERRER},
    )


def page_maker(project: Path) -> PageMaker:
    """What makes the pages of a project, without a build."""
    config = load_config(str(project / "mkdocs.yml"))
    return _maker(project, config)


def _maker(project: Path, config: MkDocsConfig) -> PageMaker:
    overrides = project / "overrides"
    try:
        assets = Assets(overrides)
    except ScriptError as error:
        raise PluginError(str(error)) from error
    return PageMaker(overrides, settings_of(config, assets), assets)


def _is_published(file: File, ours: set[str]) -> bool:
    """Whether a file belongs on the site: of the theme only what is ours, and no stylesheet that is bundled."""
    return file.generated_by is not None or (str(Path(file.src_dir or "")) in ours and not file.src_uri.startswith(("stijl/", "scripts/")))


class PraktijkwijzerPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Reads the catalogue once a build, and puts everything that comes from it on the site before MkDocs makes its pages."""

    maker: PageMaker
    sizes: dict[str, int]
    """Of the files that are published as data."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check all content; a build with errors stops here, with the errors as its message."""
        project = Path(config.config_file_path).parent
        if (catalogue := handed_over()) is None:
            checked = check_project(project)
            if checked.catalogue is None:
                raise PluginError("De inhoud heeft fouten:\n" + to_text(checked.errors))
            catalogue = checked.catalogue
        catalogue, past = with_past(catalogue, project)
        try:
            changes = read_changes(project, catalogue, past)
        except HistoryError as error:
            raise PluginError(str(error)) from error
        self.maker = _maker(project, config)
        self.maker.take(Shown(catalogue, read_collections(project), changes))
        self._overrides = project / "overrides"
        self._noten: dict[str, Noten] = {}
        self._woordlinks = Woordlinks(catalogue.lijsten["begrippen"])
        self.sizes = {}
        config.extra.update(self.maker.settings.extra)
        if not config.repo_url:
            config.edit_uri = None
        return config

    @property
    def catalogue(self) -> Catalogue:
        """What the site shows."""
        return self.maker.shown.catalogue

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Make all that comes from the catalogue; leave out the theme's assets that no page loads, and what we made ourselves."""
        site = Path(config.site_dir)
        try:
            write_pieces(site, pieces(self.maker))
        except WrongPieceError as error:
            raise PluginError(str(error)) from error
        data = site / addresses.DATA
        self.sizes.update({path.relative_to(site).as_posix(): path.stat().st_size for path in data.rglob("*") if path.is_file()})
        ours = {str(Path(config.docs_dir)), str(self._overrides)}
        for file in [file for file in files if not _is_published(file, ours) or Path(file.abs_dest_path).is_file()]:
            files.remove(file)
        for path, content in self.maker.assets.files.items():
            files.append(File.generated(config, path, content=content))
        files.append(File.generated(config, "assets/versie.css", content=stylesheet_of_versions(self._overrides)))
        for path, text in self._security(config).items():
            # MkDocs leaves out what begins with a dot, unless it is told not to
            files.append(File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED))
        return SiteFiles(files, config)

    def _security(self, config: MkDocsConfig) -> Mapping[str, str]:
        contact = config.extra.get("beveiliging") or config.extra.get("redactie") or ""
        try:
            return security_files(self.maker.settings.site_url, contact, self.catalogue.today)
        except ContactError as error:
            raise PluginError(str(error)) from error

    def on_template_context(self, context: TemplateContext, *, template_name: str, config: MkDocsConfig) -> TemplateContext:
        """Name our pages too in the map of the site."""
        if template_name == "sitemap.xml" and (site := self.maker.settings.site_url):
            made = [_Listed(f"{site}{pagina.adres}", get_build_date()) for pagina in pages(self.catalogue)]
            context["pages"] = [*context["pages"], *made]  # type: ignore[list-item]
        return context

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Number the references of a knowledge page."""
        if (found := self._kennis(page)) is None:
            return markdown
        soorten = {key: term.label for key, term in self.catalogue.lijsten["bronsoorten"].items()}
        noten = self._noten[found.slug] = Noten(found.data.bronnen, soorten, self.catalogue.verloren)
        return cite_in_markdown(markdown, noten.cite)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the head and the source list of a knowledge page around its text."""
        html = scoped(html)
        basis = addresses.to_root(page.url)
        if page.url.startswith(_WITH_GLOSSARY) and page.url != "verzamelingen/":
            html = self._woordlinks.page(basis).link(Markup(html))
        if page.url.startswith("verzamelingen/"):
            return self._collection(page, html, basis)
        if (found := self._kennis(page)) is None:
            return html
        data, lijsten = found.data, self.catalogue.lijsten
        page.meta = {"titel": data.titel, "description": data.samenvatting, "heel": True, "onderdelen": ["noten", "citeren"]}
        return self.maker.renderer.render(
            "kennispagina",
            basis=basis,
            data=data,
            soort=lijsten["kennissoorten"].label(data.soort),
            datum=in_words(data.datum) if data.datum else "",
            peildatum=in_words(data.peildatum),
            verouderd=is_stale(data.peildatum, self.catalogue.today),
            themas=tags(self.catalogue, "themas", data.themas),
            verwant=[(addresses.kennis(slug), self.catalogue.kennis_by_slug[slug].data.titel) for slug in data.verwant],
            noten=self._noten[found.slug].listed(),
            inhoud=[(link.id, link.title) for top in page.toc for link in (top, *top.children) if link.level == 2],
            teken=sign(data.themas[0]),
            tekst=Markup(html),
            citaat=citaat(work.kennispagina(found, self.maker.settings.site_url), "kennispagina"),
        )

    def _collection(self, page: Page, html: str, basis: str) -> str:
        """A collection with its head and its cards beside their reasons; any other page there as it is."""
        found = next(
            (collection for collection in self.maker.shown.verzamelingen if addresses.verzameling(collection.slug) == page.url), None
        )
        if found is None:
            return html
        page.meta["heel"] = True
        tegel = verzamelingtegel(self.catalogue, found, 5)
        page.meta["onderdelen"] = [*page.meta.get("onderdelen", []), "citeren"]
        cited = citaat(work.verzameling(found, self.maker.settings.site_url), "verzameling")
        return self.maker.renderer.render("verzameling", basis=basis, tegel=tegel, tekst=Markup(cards_beside_reasons(html)), citaat=cited)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Switch escaping on for our own page templates; MkDocs leaves it off for all."""
        ours = {path.relative_to(self._overrides).as_posix() for path in self._overrides.rglob("*.html")}
        env.autoescape = lambda name: name in ours
        env.auto_reload = False
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """Tell the page template which content is safe HTML, and what the shell says of every page."""
        page.content = Markup(page.content or "")
        told: Any = self.maker.told(page.url.removeprefix("./"), page.meta.get("onderdelen", ()))
        context.update(told)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Write every page once, as small as it can be."""
        return compact(output.encode()).decode()

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for what is no page to MkDocs: that nothing was found."""
        return compact(output_content.encode()).decode() if template_name.endswith(".html") else output_content

    def _kennis(self, page: Page) -> KennisItem | None:
        folder, _, name = page.file.src_uri.rpartition("/")
        return self.catalogue.kennis_by_slug.get(name.removesuffix(".md")) if folder == "kennis" else None
