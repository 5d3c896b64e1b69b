"""What a build costs, counted: bytes, templates and steps of the interpreter, which are the same on every machine."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from macros import addresses
from macros.catalogue import Catalogue
from macros.page_macros import Macros, Omgeving
from macros.project import check_project, hand_over, handed_over
from macros.render import Renderer
from tests.bench.content import make_project
from tests.bench.engines import as_markdown, engines
from tests.bench.report import page
from tests.sharing import PROJECT

FEW, MANY = 20, 80
HEAVIER, HARDER = 1.1, 1.15
"""Four times as many entries may make one page this much heavier, and a byte of it this much more work: it has more relatives to show."""
STEPS = 6.0
"""Instructions of Python for each byte of an entry's page; 5.9 when this bar was set."""


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Catalogue]:
    """The same made-up world, small and four times as large."""
    made = {count: check_project(make_project(tmp_path_factory.mktemp("meting") / "project", count)) for count in (FEW, MANY)}
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


def test_the_page_says_what_was_measured() -> None:
    """Made from the file of results, and every program that we compare with is in it."""
    result = json.loads((PROJECT / "tests" / "bench" / "uitslag.json").read_text(encoding="utf-8"))
    text = (PROJECT / "docs" / "over" / "snelheid.md").read_text(encoding="utf-8")

    assert text == page(result)
    assert [engine.naam for engine in engines() if engine.naam not in text] == []
