"""The small world of `tests/data`, the real project, and what several tests need to look at them."""

from __future__ import annotations

import contextlib
import datetime
import functools
import gzip
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from macros import checking, reading
from macros.building import build
from macros.catalogue import Catalogue
from macros.checking import Checked, check
from macros.files import read_content
from macros.problem import to_text
from macros.render import Renderer
from macros.views.form_words import VERDIEPING, VERPLICHT
from tests.sharing import PROJECT, Site, being_built, finished

_SHARED = pytest.StashKey[Site]()
_OPEN = pytest.StashKey[contextlib.ExitStack]()

SMALL = PROJECT / "tests" / "data" / "valid"


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of this project."""
    return PROJECT


@pytest.fixture(scope="session")
def today() -> datetime.date:
    """The day on which all tests take place."""
    return datetime.date(2026, 11, 21)


@pytest.fixture(scope="session")
def small_files() -> dict[str, bytes]:
    """All files of the small world: path → bytes. Don't change it; make a new dict."""
    files, problems = read_content(SMALL)
    assert problems == []
    return files


@pytest.fixture(scope="session")
def small(small_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The catalogue of the small world."""
    checked = check(small_files, today)
    assert checked.catalogue is not None, to_text(checked.problems)
    return checked.catalogue


@pytest.fixture(scope="session")
def small_with(small_files: dict[str, bytes], today: datetime.date) -> Callable[..., Checked]:
    """Check the small world with some files added, replaced, or left out (None)."""
    return checking_with(small_files, today)


def checking_with(small_files: dict[str, bytes], today: datetime.date) -> Callable[..., Checked]:
    """What checks those files with changes; files that were read before are not parsed again: many tests change one file of twenty."""
    remembered = functools.lru_cache(maxsize=500)(reading.parse_bytes)

    def checked(changes: dict[str, bytes | str | None]) -> Checked:
        files = {**small_files, **{path: text.encode() if isinstance(text, str) else text for path, text in changes.items()}}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checking, "parse_bytes", remembered)
            return checking.check({path: data for path, data in files.items() if data is not None}, today)

    return checked


@pytest.fixture(scope="session")
def real_files() -> dict[str, bytes]:
    """All content files of this project: path → bytes."""
    files, problems = read_content(PROJECT)
    assert problems == []
    return files


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    """The real components."""
    return Renderer(FileSystemLoader(PROJECT / "overrides" / "components"))


PAGE_TYPES = {
    "home": "",
    "catalogue": "voorbeelden/",
    "praktijk": "voorbeelden/leefgoed-veghel/",
    "werkwijze": "voorbeelden/welzijn-op-recept/",
    "stopped entry": "voorbeelden/onvergetelijk-stedelijk-museum-amsterdam/",
    "part of a whole": "voorbeelden/dagbesteding-huizen-van-de-wijk-ijsselmonde/",
    "entry with money": "voorbeelden/nationaal-programma-rotterdam-zuid/",
    "themes": "themas/",
    "theme": "themas/eenzaamheid/",
    "law": "wetten/wmo-2015/",
    "municipalities": "gemeenten/",
    "municipality": "gemeenten/meierijstad/",
    "organisations": "organisaties/",
    "organisation": "organisaties/ons-welzijn/",
    "knowledge": "kennis/",
    "knowledge page": "kennis/seor-meta-analyse-businesscases/",
    "collections": "verzamelingen/",
    "collection": "verzamelingen/eenzaamheid/",
    "search": "zoeken/",
    "province": "provincies/noord-brabant/",
    "selection": "selectie/",
    "comparison": "vergelijken/",
    "overview": "overzicht/",
    "map": "kaart/",
    "changes": "wijzigingen/",
    "glossary": "begrippen/",
    "taking part": "meedoen/",
    "form": "meedoen/formulier/",
    "macros": "meedoen/macros/",
    "words": "meedoen/woordkeus/",
    "rules": "meedoen/regels/",
    "fields": "meedoen/velden/",
    "maintenance": "overzicht/onderhoud/",
    "about": "over/",
    "design": "over/vormgeving/",
    "speed": "over/snelheid/",
    "citing": "citeren/",
    "data": "data/",
    "data lists": "data/lijsten/",
    "embedding": "insluiten/",
    "embedded entry": "insluiten/voorbeelden/leefgoed-veghel.html",
    "embedded list": "insluiten/themas/eenzaamheid.html",
    "embedded pair": "insluiten/themas/eenzaamheid/provincies/utrecht.html",
    "not found": "404.html",
}
"""One address of every type of page."""


def weight(site: Site, address: str) -> int:
    """The bytes of a file of the site as a web host sends it; what Pagefind writes is compressed already."""
    content = (site.folder / address.split("?", maxsplit=1)[0].removeprefix(site.address)).read_bytes()
    return min(len(content), len(gzip.compress(content, 9)))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell each test process where the one site stands that is being built for all of them."""
    if _SHARED not in node.config.stash:
        node.config.stash[_SHARED] = node.config.stash[_OPEN].enter_context(being_built())
    shared = node.config.stash[_SHARED]
    node.workerinput["site"] = (str(shared.folder), shared.address)


def pytest_configure(config: pytest.Config) -> None:
    """Keep what must be closed when the tests are over."""
    config.stash[_OPEN] = contextlib.ExitStack()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close it."""
    config.stash[_OPEN].close()


@pytest.fixture(scope="session")
def site(request: pytest.FixtureRequest) -> Iterator[Site]:
    """The real project, built once, and served below a path as on GitHub Pages. Don't change its files."""
    given = getattr(request.config, "workerinput", {}).get("site")
    if given:
        yield finished(Site(Path(given[0]), given[1]))
        return
    with being_built() as built:
        yield finished(built)


DOCS = {
    "index.md": "---\nrender_macros: true\n---\n# Home\n\n{{ voorbeelden() }}\n\n{{ facetlijst('themas') }}\n",
    "zoeken.md": "---\nrender_macros: true\n---\n# Zoeken\n\n{{ zoekpagina() }}\n",
    "overzicht.md": "---\nrender_macros: true\n---\n# Overzicht\n\n{{ leemtematrix() }}\n",
    "begrippen.md": "---\nrender_macros: true\n---\n# Begrippen\n\n{{ begrippenlijst() }}\n",
    "kennis/index.md": "---\nrender_macros: true\n---\n# Kennis\n\n{{ kennislijst() }}\n",
    "verzamelingen/index.md": "# Verzamelingen\n",
    "meedoen/index.md": "# Meedoen\n\n## Een voorbeeld aanvullen {#aanvullen}\n\n"
    "## Vertellen {#vertellen}\n\n## Waar je mee instemt {#waar-je-mee-instemt}\n",
    "meedoen/velden.md": "# Velden\n\n" + "".join(f"## {step.kop} {{#stap-{step.id}}}\n\n" for step in (*VERPLICHT, *VERDIEPING)),
    "over/index.md": "# Over\n",
    "citeren.md": "# Citeren\n",
    "toegankelijkheid.md": "# Toegankelijkheid\n",
    "privacy.md": "# Privacy\n",
}


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A project of its own with the small world, the real theme and a few plain pages."""
    return make_small_project(tmp_path / "project")


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small project, built once for the tests that only look at it."""
    project = make_small_project(tmp_path_factory.mktemp("klein") / "project")
    assert build(project, say=lambda _: None) == 0
    return project / "site"


def make_small_project(folder: Path) -> Path:
    """Copy the small world and what a site needs into a new folder."""
    shutil.copytree(SMALL, folder)
    shutil.copytree(PROJECT / "overrides", folder / "overrides")
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    # mkdocs-macros wants the package beside mkdocs.yml; the installed one is what it then imports
    (folder / "macros").symlink_to(PROJECT / "macros")
    put_photograph(folder)
    for name, text in DOCS.items():
        path = folder / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def put_photograph(project: Path) -> None:
    """The picture that made-up entries and one of the small world have; as small as a picture can be."""
    picture = project / "docs" / "beeld" / "leefgoed.jpg"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(bytes.fromhex("ffd8ffd9"))
