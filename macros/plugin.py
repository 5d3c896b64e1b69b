"""The MkDocs plugin: hands the catalogue's pages to MkDocs and takes nothing else from it.

With `authoring`, and `keeping.showing` for single pages, the only module that knows MkDocs. Every `on_…` is a few lines that
call plain Python.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from rcssmin import cssmin

from macros import addresses
from macros.catalogue import Catalogue, KennisItem
from macros.citations import Noten
from macros.citing import work
from macros.collections import Verzameling, cards_beside_reasons
from macros.compacting import compact
from macros.content_policy import POLICY, REFERRER, integrity
from macros.dates import in_words, is_stale
from macros.drawings.signs import sign
from macros.exports import site_files
from macros.exports.catalogue_files import catalogue_files
from macros.exports.citations import citation_files
from macros.exports.embeds import embed_files
from macros.exports.feeds import feed_files, feed_links
from macros.exports.security import ContactError, security_files
from macros.glossary import Woordlinks
from macros.history import HistoryError
from macros.pages import Pagina, pages
from macros.preloading import imports
from macros.problem import to_text
from macros.project import check_project, handed_over, read_collections, with_past
from macros.prose import cite_in_markdown
from macros.render import Renderer
from macros.scripting import for_browsers
from macros.scripting.syntax import ScriptError
from macros.versions.changes import Wijzigingen
from macros.versions.past import read_changes
from macros.versions.past import stylesheet as stylesheet_of_versions
from macros.views.cards import tags
from macros.views.citation import Kop, citaat, kop
from macros.views.home import verzamelingtegel

_WITH_GLOSSARY = ("kennis/", "verzamelingen/")
"""Handwritten pages about the field, where the first use of a word leads to the glossary."""


class ReadyPage(Page):
    """A page whose macro gives finished HTML: no front matter to parse, no Markdown to convert."""

    def __init__(self, pagina: Pagina, file: File, config: MkDocsConfig) -> None:
        """Wrap a page of the catalogue for MkDocs."""
        super().__init__(None, file, config)
        self.renew(pagina)

    def renew(self, pagina: Pagina) -> None:
        """Show this page of the catalogue from now on."""
        self._pagina = pagina

    def read_source(self, config: MkDocsConfig) -> None:
        """Take the stub. No contributor's title yet: mkdocs-macros would evaluate braces in it."""
        self.markdown = self._pagina.stub
        self.meta = {"render_macros": True, "waarden": self._pagina.waarden}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take what the macro made as the content."""
        self.content = self.markdown
        pagina = self._pagina
        self.meta = {"titel": pagina.titel, "description": pagina.omschrijving, "heel": True, "onderdelen": pagina.onderdelen}


def ready(pagina: Pagina, config: MkDocsConfig) -> ReadyPage:
    """A page of the catalogue with its file, as MkDocs wants them."""
    file = File.generated(config, pagina.bestand, content=pagina.stub, inclusion=InclusionLevel.NOT_IN_NAV)
    # a list of all entries comes from a folder, which nobody can edit
    file.edit_uri = None if pagina.bron.endswith("/") else f"../{pagina.bron}"
    return ReadyPage(pagina, file, config)


def _fingerprint(*contents: bytes) -> str:
    return hashlib.sha256(b"\0".join(contents)).hexdigest()[:8]


def _scripts(folder: Path) -> Mapping[str, bytes]:
    """Our scripts as browsers get them, by the name of the file."""
    try:
        found = for_browsers({path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))})
    except ScriptError as error:
        raise PluginError(str(error)) from error
    return {name: content.encode() for name, content in found.items()}


def _styles(paths: Iterable[Path]) -> bytes:
    """Stylesheets as one, without comments and needless space."""
    return b"\n".join(cssmin(path.read_bytes()) for path in sorted(paths))


def _is_published(file: File, ours: set[str]) -> bool:
    """Whether a file belongs on the site: of the theme only what is ours, and no stylesheet that is bundled."""
    return file.generated_by is not None or (str(Path(file.src_dir or "")) in ours and not file.src_uri.startswith(("stijl/", "scripts/")))


class PraktijkwijzerPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Reads the catalogue once a build and gives MkDocs its pages."""

    catalogue: Catalogue
    collections: tuple[Verzameling, ...]
    changes: Wijzigingen
    renderer: Renderer

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
        self.prepare(config)
        self.take(catalogue, changes)
        return config

    def prepare(self, config: MkDocsConfig) -> None:
        """Read what is no content: the components, the style, and where the site will be."""
        self._project = Path(config.config_file_path).parent
        self._site = config.site_url or ""
        config.extra["beleid"] = POLICY
        config.extra["verwijzer"] = REFERRER
        self.overrides = self._project / "overrides"
        self.tokens = (self.overrides / "stijl" / "10-basis.css").read_text(encoding="utf-8")
        self.renderer = Renderer(FileSystemLoader(self.overrides / "components"))
        self.published: dict[str, int] = {}
        if not config.repo_url:
            config.edit_uri = None

    def take(self, catalogue: Catalogue, changes: Wijzigingen) -> None:
        """Show this catalogue from now on, with what changed in it for readers."""
        self.catalogue, self.changes = catalogue, changes
        self.collections = read_collections(self._project)
        self._noten: dict[str, Noten] = {}
        self._woordlinks = Woordlinks(catalogue.lijsten["begrippen"])
        self._feeds = feed_links(catalogue, changes)

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Let mkdocs-macros compile the stub that many pages share once; Jinja remembers files only."""
        environment: Any = config.plugins["macros"].env  # type: ignore[attr-defined]  # MkDocs knows plugins by their base only
        environment.from_string = cache(environment.from_string)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the catalogue's pages and our stylesheet; leave out the theme's assets that no page loads."""
        ours = {str(Path(config.docs_dir)), str(self.overrides)}
        for file in [file for file in files if not _is_published(file, ours)]:
            files.remove(file)
        generated = (
            *site_files(self.catalogue, self._site),
            *citation_files(self.catalogue, self.collections, self._site),
            *catalogue_files(self.catalogue, self.renderer),
            *feed_files(self.catalogue, self.changes, self._site),
        )
        for path, content in generated:
            files.append(File.generated(config, path, content=content))
            self.published[path] = len(content)
        for path, content in self._security(config).items():
            # MkDocs leaves out what begins with a dot, unless it is told not to
            files.append(File.generated(config, path, content=content, inclusion=InclusionLevel.INCLUDED))
        for pagina in pages(self.catalogue):
            files.append(ready(pagina, config).file)
        self.add_assets(files, config)
        for path, content in embed_files(self.catalogue, self.renderer, f"{config.extra['onderdelen']}/insluiten.css"):
            files.append(File.generated(config, path, content=compact(content.encode())))
        return files

    def _security(self, config: MkDocsConfig) -> Mapping[str, str]:
        contact = config.extra.get("beveiliging") or config.extra.get("redactie") or ""
        try:
            return security_files(self._site, contact, self.catalogue.today)
        except ContactError as error:
            raise PluginError(str(error)) from error

    def add_assets(self, files: Files, config: MkDocsConfig) -> None:
        """Publish our styles and scripts under addresses that change with their content, so that a browser may keep them for good.

        The scripts share one folder, so that they can import each other by name.
        """
        stylesheet = _styles((self.overrides / "stijl").glob("*.css"))
        config.extra["stijl"] = f"assets/stijl.{_fingerprint(stylesheet)}.css"
        files.append(File.generated(config, config.extra["stijl"], content=stylesheet))
        files.append(File.generated(config, "assets/versie.css", content=stylesheet_of_versions(self.overrides)))
        parts = {**_scripts(self.overrides / "scripts")} | {
            path.name: _styles([path]) for path in sorted((self.overrides / "stijl" / "pagina").glob("*.css"))
        }
        config.extra["onderdelen"] = f"assets/onderdelen.{_fingerprint(*parts.values())}"
        config.extra["kenmerken"] = {name: integrity(content) for name, content in {"": stylesheet, **parts}.items()}
        self._imports = imports({name: content.decode() for name, content in parts.items() if name.endswith(".js")})
        for name, content in parts.items():
            files.append(File.generated(config, f"{config.extra['onderdelen']}/{name}", content=content))

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Give generated pages in the menu the name that mkdocs.yml gives them."""
        for entry in config.nav or []:
            for title, path in entry.items():
                file = files.get_file_from_path(path)
                if file and isinstance(file.page, ReadyPage):
                    file.page.title = title
        return nav

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Number the references of a knowledge page."""
        if (found := self._kennis(page)) is None:
            return markdown
        soorten = {key: term.label for key, term in self.catalogue.lijsten["bronsoorten"].items()}
        noten = self._noten[found.slug] = Noten(found.data.bronnen, soorten, self.catalogue.verloren)
        return cite_in_markdown(markdown, noten.cite)

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the head and the source list of a knowledge page around its text."""
        # Markdown gives the heads of its tables no scope
        html = html.replace("<th>", '<th scope="col">')
        basis = addresses.to_root(page.url)
        if page.url.startswith(_WITH_GLOSSARY) and page.url != "verzamelingen/":
            html = self._woordlinks.page(basis).link(Markup(html))
        if page.url.startswith("verzamelingen/"):
            return self._collection(page, html, basis)
        if (found := self._kennis(page)) is None:
            return html
        data, lijsten = found.data, self.catalogue.lijsten
        page.meta = {"titel": data.titel, "description": data.samenvatting, "heel": True, "onderdelen": ["noten", "citeren"]}
        return self.renderer.render(
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
            citaat=citaat(work.kennispagina(found, self._site), "kennispagina"),
        )

    def _collection(self, page: Page, html: str, basis: str) -> str:
        """A collection with its head and its cards beside their reasons; any other page there as it is."""
        found = next((collection for collection in self.collections if addresses.verzameling(collection.slug) == page.url), None)
        if found is None:
            return html
        page.meta["heel"] = True
        tegel = verzamelingtegel(self.catalogue, found, 5)
        page.meta["onderdelen"] = [*page.meta.get("onderdelen", []), "citeren"]
        cited = citaat(work.verzameling(found, self._site), "verzameling")
        return self.renderer.render("verzameling", basis=basis, tegel=tegel, tekst=Markup(cards_beside_reasons(html)), citaat=cited)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Switch escaping on for our own page templates; MkDocs leaves it off for all."""
        ours = {path.relative_to(self.overrides).as_posix() for path in self.overrides.rglob("*.html")}
        env.autoescape = lambda name: name in ours
        env.auto_reload = False
        return env

    def on_page_context(self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
        """Tell the page template which content is safe HTML, where the picture for links to the page lies, and what to ask for at once."""
        page.content = Markup(page.content or "")
        context["kop"] = self._head(page.url)  # type: ignore[typeddict-unknown-key]
        context["feed"] = self._feeds.get(page.url.removeprefix("./"))  # type: ignore[typeddict-unknown-key]
        context["deelbeeld"] = addresses.deelbeeld(page.url)  # type: ignore[typeddict-unknown-key]
        scripts = {"kies.js", *(f"{name}.js" for name in page.meta.get("onderdelen", ()))}
        # an entry can be read without its scripts, and every byte of its page counts
        found = {needed for name in scripts - {"voorbeeld.js"} for needed in self._imports.get(name, ())}
        context["vooraf"] = sorted(found - scripts)  # type: ignore[typeddict-unknown-key]
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Write every page once, as small as it can be."""
        return compact(output.encode()).decode()

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for what is no page to MkDocs: that nothing was found."""
        return compact(output_content.encode()).decode() if template_name.endswith(".html") else output_content

    def _head(self, address: str) -> Kop | None:
        """What machines read in the head of a page that can be cited."""
        part, _, slug = address.rstrip("/").partition("/")
        if part == "voorbeelden" and slug in self.catalogue.by_slug:
            return kop(work.voorbeeld(self.catalogue, self.catalogue.by_slug[slug], self._site), "voorbeeld")
        if part == "kennis" and slug in self.catalogue.kennis_by_slug:
            return kop(work.kennispagina(self.catalogue.kennis_by_slug[slug], self._site), "kennispagina")
        collection = next((found for found in self.collections if part == "verzamelingen" and found.slug == slug), None)
        return kop(work.verzameling(collection, self._site), "verzameling") if collection else None

    def _kennis(self, page: Page) -> KennisItem | None:
        folder, _, name = page.file.src_uri.rpartition("/")
        return self.catalogue.kennis_by_slug.get(name.removesuffix(".md")) if folder == "kennis" else None
