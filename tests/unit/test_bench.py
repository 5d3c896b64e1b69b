"""What a build costs, counted: bytes, templates and steps of the interpreter, which are the same on every machine."""

from __future__ import annotations

import datetime
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from jinja2 import FileSystemLoader
from markupsafe import escape

from macros import addresses, building
from macros.catalogue import Catalogue
from macros.checking import check, read_file
from macros.files import read_content
from macros.model.entry import KINDS
from macros.model.leaves import walk
from macros.page_macros import Macros, Omgeving
from macros.problem import Problem
from macros.project import check_project, hand_over, handed_over
from macros.reading import parse_bytes
from macros.render import Renderer
from macros.rules import entry_problems
from macros.rules.draft import Draft, World
from tests.bench.content import make_project
from tests.bench.engines import as_markdown, engines
from tests.bench.minimum import make as make_least
from tests.bench.parts import _STEPS
from tests.bench.parts_report import MINIMUM, NAIVE, OWN, PAGES, parts
from tests.bench.report import page
from tests.sharing import PROJECT

FEW, MANY = 20, 80
TODAY = datetime.date(2026, 11, 21)
HEAVIER, HARDER = 1.1, 1.15
"""Four times as many entries may make one page this much heavier, and a byte of it this much more work: it has more relatives to show."""
READ, JUDGED = 3.5, 10.0
"""Instructions of Python for each byte of an entry, to read it and to ask the rules about it; 3.2 and 9.1 when this bar was set."""
STEPS = 6.0
"""Instructions of Python for each byte of an entry's page; 5.9 when this bar was set."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """The same made-up world, small and four times as large."""
    return {count: make_project(tmp_path_factory.mktemp("meting") / "project", count) for count in (FEW, MANY)}


@pytest.fixture(scope="module")
def catalogues(projects: dict[int, Path]) -> dict[int, Catalogue]:
    """What is in them."""
    made = {count: check_project(project) for count, project in projects.items()}
    assert {count: checked.errors for count, checked in made.items() if checked.errors} == {}
    return {count: checked.catalogue for count, checked in made.items() if checked.catalogue}


def shown(catalogue: Catalogue, renderer: Renderer) -> Callable[[], list[str]]:
    """What makes the pages of ten entries."""
    where = [""]
    macros = Macros(catalogue, renderer, lambda: where[0], Omgeving(site="https://gids.example/"))

    def pages() -> list[str]:
        found = []
        for item in catalogue.items[:10]:
            where[0] = addresses.voorbeeld(item.slug)
            found.append(str(macros.voorbeeldpagina(item.slug)))
        return found

    # what is worked out once for all pages is no cost of these
    pages()
    return pages


def steps(action: Callable[[], object]) -> int:
    """How many instructions of Python an action takes."""
    taken = 0

    def count(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal taken
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += event == "opcode"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        action()
    finally:
        sys.settrace(before)
    return taken


def test_one_page_costs_the_same_in_a_larger_catalogue(catalogues: dict[int, Catalogue], renderer: Renderer) -> None:
    """Bytes of the page of an entry, and the instructions that making it takes, by the byte: its text is another in each."""
    made = {count: shown(catalogue, renderer) for count, catalogue in catalogues.items()}
    size = {count: sum(len(html.encode()) for html in pages()) for count, pages in made.items()}
    work = {count: steps(pages) / size[count] for count, pages in made.items()}

    assert size[MANY] / size[FEW] < HEAVIER
    assert work[MANY] / work[FEW] < HARDER
    assert work[MANY] < STEPS


def checking(project: Path) -> tuple[float, float]:
    """The instructions for each byte of ten entries of a project: to read them, and to ask all rules about them."""
    files, _ = read_content(project)
    worlds: list[World] = []

    def noting(draft: Draft, world: World) -> Iterator[Problem]:
        worlds.append(world)
        return entry_problems(draft, world)

    # what is worked out once for all entries is no cost of these
    assert check(files, TODAY, judge=noting).errors == ()
    some = [path for path in sorted(files) if path.startswith("voorbeelden/voorbeeld-")][:10]
    size = sum(len(files[path]) for path in some)
    drafts: list[Draft] = []
    reading = steps(lambda: drafts.extend(found for path in some if (found := read_file(path, files[path]).draft)))
    judging = steps(lambda: [list(entry_problems(draft, worlds[0])) for draft in drafts])
    assert len(drafts) == 10
    return reading / size, judging / size


def test_a_check_costs_the_same_in_a_larger_catalogue(projects: dict[int, Path]) -> None:
    """Other entries would be another text to read, but not another kind of work."""
    found = {count: checking(project) for count, project in projects.items()}

    for reading, judging in found.values():
        assert reading < READ
        assert judging < JUDGED


def test_an_entry_is_one_template(catalogues: dict[int, Catalogue], monkeypatch: pytest.MonkeyPatch) -> None:
    """A page is one call of the renderer, and no template is looked for on the disk twice."""
    calls: Counter[str] = Counter()
    loader = FileSystemLoader(PROJECT / "overrides" / "components")
    fresh = Renderer(loader)
    render, source = Renderer.render, FileSystemLoader.get_source

    def counted(self: Renderer, component: str, **values: Any) -> Any:
        calls["pagina"] += 1
        return render(self, component, **values)

    def read(self: Any, environment: Any, name: str) -> Any:
        calls[name] += 1
        return source(self, environment, name)

    monkeypatch.setattr(Renderer, "render", counted)
    monkeypatch.setattr(FileSystemLoader, "get_source", read)
    pages = shown(catalogues[MANY], fresh)
    assert calls["voorbeeld.html"] == 1
    calls.clear()
    pages()

    assert calls == {"pagina": 10}


def test_what_was_checked_is_not_checked_again(catalogues: dict[int, Catalogue], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A step in a process of its own gets the same catalogue; by hand there is none to get."""
    assert handed_over() is None

    for name, value in hand_over(catalogues[FEW], tmp_path / "gecontroleerd").items():
        monkeypatch.setenv(name, value)
    assert handed_over() == catalogues[FEW]


def test_the_same_number_gives_the_same_entries(tmp_path: Path) -> None:
    """Byte for byte, so that two measurements are of the same thing."""
    one, other = (make_project(tmp_path / name, 12) / "voorbeelden" for name in ("een", "twee"))

    assert {path.name: path.read_bytes() for path in one.glob("*.yml")} == {path.name: path.read_bytes() for path in other.glob("*.yml")}


def test_others_get_the_text_without_our_citations() -> None:
    """What a reader of their page sees is text alone."""
    value = {
        "samenvatting": "Kort.", "aanpak": "Samen eten [@bron, p. 3].", "overdraagbaarheid": {"vast": ["een kok [@bron]"]},
        "organisaties": [{"naam": "Buurthuis", "rol": "kookt"}], "bronnen": [{"titel": "B", "url": "https://b.nl/", "uitgever": "C"}],
    }  # fmt: skip

    assert as_markdown(value) == (
        "Kort.\n\n## Aanpak\n\nSamen eten.\n\n## Overdraagbaarheid\n\n- een kok\n\n"
        "## Organisaties\n\n- Buurthuis: kookt\n\n## Bronnen\n\n1. [B](https://b.nl/), C\n"
    )


def test_the_minimum_shows_every_text(tmp_path: Path) -> None:
    """What our pages are held against is no less than the text of an entry."""
    project = make_project(tmp_path / "project", 3)
    make_least(project / "voorbeelden", tmp_path / "site")

    for path in (project / "voorbeelden").glob("*.yml"):
        document, _ = parse_bytes(path.read_bytes(), path.name)
        assert document is not None
        page = (tmp_path / "site" / path.stem / "index.html").read_text(encoding="utf-8")
        leaves = walk(KINDS[document.value["type"]], document.value)
        texts = [str(escape(leaf.value)) for leaf in leaves if leaf.kind in ("tekst", "regel")]
        assert len(texts) > 10
        assert [text for text in texts if text not in page] == []


def test_the_parts_are_those_of_the_build() -> None:
    """What is timed by its name has that name."""
    assert [step for step in _STEPS if not callable(getattr(building, step, None))] == []


def test_the_parts_are_told() -> None:
    """The middle of the rounds, and the ratio of each round to the minimum in the same round."""
    measured = {
        MINIMUM: (1.0, 2.0, 1.0),
        OWN: (3.0, 6.0, 4.0),
        PAGES: (1.0, 2.4, 1.1),
        NAIVE: (17.0, 34.0, 19.0),
        "Links nakijken": (2.0, 2.5, 2.2),
    }
    rows = [
        {"soort": "deel", "naam": naam, "aantal": 1000, "ronde": ronde, "ms": ms}
        for naam, all_ms in measured.items()
        for ronde, ms in enumerate(all_ms)
    ]
    told = parts([*rows, {"soort": "run", "naam": "Zensical", "aantal": 1000, "ronde": 0, "cpu": 9.0}])

    assert "Bij 1.000 voorbeelden." in told
    assert "| Links nakijken | 2,2 |" in told
    assert "| Het minimum | 1,0 | 1,0 keer |" in told
    assert "| Alleen de pagina's van voorbeelden | 4,0 | 3,0 (3,0–4,0) keer |" in told
    assert "| Material met macro’s | 19,0 | 17,0 (17,0–19,0) keer |" in told
    assert "| het minimum | hoogstens 1,2 keer | 1,10 (1,00–1,20) keer | ja |" in told
    assert "| Material met macro’s | hoogstens een 17e deel | 0,06 (0,06–0,07) keer | ja |" in told
    assert parts([]) == ""


def test_the_page_says_what_was_measured() -> None:
    """Made from the file of results, and every program that we compare with is in it."""
    result = json.loads((PROJECT / "tests" / "bench" / "uitslag.json").read_text(encoding="utf-8"))
    text = (PROJECT / "docs" / "over" / "snelheid.md").read_text(encoding="utf-8")

    assert text == page(result)
    assert [engine.naam for engine in engines() if engine.naam not in text] == []
