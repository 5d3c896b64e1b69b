"""The scripts of search: one and the same Dutch as at build time, light, fast, and good answers."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page

from macros.finding.language import VULWOORDEN, regular, words
from tests.conftest import weight
from tests.relevance.machines import answers
from tests.relevance.maten import measure
from tests.relevance.meet import HALVES, read_questions
from tests.sharing import PROJECT, Site

SEARCH = ("bestanden", "voorstellen", "zoekbegin", "zoeken", "zoekkern")
FINDING = (*SEARCH, "catalogus", "landkaart", "kies", "selectie", "vergelijken")
"""All files of search, catalogue, map, selection and comparison."""
FLOORS = {
    "afstemmen": (0.96, 0.92, 0.97, 0.01),
    "oefenen": (0.955, 0.915, 0.985, 0.01),
    "oefenen2": (0.93, 0.86, 0.91, 0.01),
    "oefenen3": (0.88, 0.845, 0.92, 0.01),
    "keuring": (0.86, 0.79, 0.855, 0.015),
    "controle": (0.945, 0.88, 0.905, 0.02),
}
"""MRR, nDCG, recall and the share without results below (above) which search may not fall."""


def module(page: Page, name: str) -> str:
    """The address of one of our scripts."""
    page.goto("zoeken/")
    return str(page.eval_on_selector("script[src*='/zoeken.']", f"script => new URL('{name}.js', script.src).href"))


def test_browser_and_build_have_the_same_stems(page: Page) -> None:
    """Every word of all content has one stem in both; the exceptions stand in the dictionary alone."""
    paths = [*(PROJECT / "voorbeelden").rglob("*.yml"), *(PROJECT / "docs").rglob("*.md")]
    vocabulary = sorted({word for path in paths for word in words(path.read_text(encoding="utf-8")) if len(word) > 3})
    wanted = [regular(word) for word in vocabulary]

    found = page.evaluate(
        "async ([url, all]) => { const { stem } = await import(url); return all.map(stem); }", [module(page, "zoekkern"), vocabulary]
    )

    assert [trio for trio in zip(vocabulary, wanted, found, strict=True) if trio[1] != trio[2]] == []


@pytest.mark.parametrize("text", ["Één café, m.b.v. oma's!", "re-integratie van 65-plussers", "GGZ/Wmo; 't Hof", "İß x"])
def test_browser_and_build_have_the_same_words(page: Page, text: str) -> None:
    """Accents, apostrophes and hyphens are treated alike."""
    found = page.evaluate("async ([url, text]) => (await import(url)).words(text).flat()", [module(page, "zoekkern"), text])

    assert found == words(text)


def test_browser_and_build_have_the_same_names_of_files(page: Page, site: Site) -> None:
    """The browser reads back what the build wrote by what each name adds: every small file, and every word that says nothing."""
    found = page.evaluate(
        """async (url) => {
          const sets = Object.entries(await (await import(url)).laadBegin()).filter(([, value]) => value instanceof Set);
          return Object.fromEntries(sets.map(([name, value]) => [name, [...value]]));
        }""",
        module(page, "bestanden"),
    )
    folders = {name: sorted(path.stem for path in (site.folder / "zoek" / name).iterdir()) for name in ("woorden", "gewoon", "namen")}

    assert found == {**folders, "vulwoorden": sorted(VULWOORDEN)}


def test_the_scripts_are_light(site: Site) -> None:
    """All code for finding together weighs at most 25 kB compressed, of which search itself at most 10 kB."""
    (folder,) = (site.folder / "assets").glob("onderdelen.*")
    sizes = {name: weight(site, (folder / f"{name}.js").relative_to(site.folder).as_posix()) for name in FINDING}

    assert sum(sizes[name] for name in SEARCH) < 10_000, sizes
    assert sum(sizes.values()) <= 25_000, sizes


def test_no_code_for_finding_is_forgotten(site: Site) -> None:
    """Whatever the pages for finding load is counted in the files above."""
    (folder,) = (site.folder / "assets").glob("onderdelen.*")
    loaded = [
        name
        for page in ("zoeken", "voorbeelden", "kaart", "selectie", "vergelijken", "overzicht")
        for name in re.findall(rf"{folder.name}/([a-z-]+)\.js", (site.folder / page / "index.html").read_text(encoding="utf-8"))
    ]
    found: set[str] = set()
    while loaded:
        name = loaded.pop()
        if name not in found:
            found.add(name)
            loaded += re.findall(r'"\./([a-z-]+)\.js"', (folder / f"{name}.js").read_text(encoding="utf-8"))

    # what finds the likest name belongs to the check of a form
    assert found - {"toets-gelijkenis"} == {*FINDING}


def test_an_answer_is_there_at_once(page: Page) -> None:
    """Warm, a question is answered well within the time that somebody notices."""
    url = module(page, "zoekkern")
    ask = """async ([url, questions]) => {
      const { zoek } = await import(url);
      for (const question of questions) await zoek(question);
      const times = [];
      for (const question of questions) { const begin = performance.now(); await zoek(question); times.push(performance.now() - begin); }
      return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
    }"""

    assert page.evaluate(ask, [url, list(read_questions("afstemmen"))[:20]]) < 50


def test_an_aborted_question_says_so(page: Page) -> None:
    """Whoever asks can take it back."""
    outcome = page.evaluate(
        "async (url) => (await import(url)).zoek('eenzaam', { signal: AbortSignal.abort() }).catch((error) => error.name)",
        module(page, "zoekkern"),
    )

    assert outcome == "AbortError"


def test_search_stays_good(page: Page, site: Site) -> None:
    """The questions of the benchmark are answered as well as they were; see `make relevance`."""
    wanted = {half: read_questions(half) for half in HALVES}
    questions = list(dict.fromkeys(question for half in wanted.values() for question in half))
    assert page.context.browser is not None
    found = answers(page.context.browser, site.folder, site.address, questions, only_ours=True)["wij"]

    for half, (mrr, ndcg, recall, nothing) in FLOORS.items():
        measured = measure(wanted[half], found)
        figures = json.dumps({"helft": half, **vars(measured)})
        assert measured.mrr >= mrr, figures
        assert measured.ndcg >= ndcg, figures
        assert measured.recall >= recall, figures
        assert measured.zonder <= nothing + 1e-9, figures
