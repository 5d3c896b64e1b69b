"""The form's rules in the browser and `praktijkwijzer check` say the same of every file, and write the same file.

The scripts run in an empty page, minified as visitors get them; what they know is what the build exports.
"""

from __future__ import annotations

import base64
import datetime
import functools
import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros import addresses, checking
from macros.canonical import write
from macros.catalogue import Catalogue
from macros.checking import Checked, check
from macros.exports.browser_patterns import to_javascript
from macros.exports.form_knowledge import _TABLES, form_knowledge, knowledge_files
from macros.problem import Problem
from macros.reading import parse_bytes
from macros.scripting import for_browsers, minified
from tests.generating import entries, mutants, tangles
from tests.mutating.mutations import MUTATIONS, company, spoil
from tests.sharing import PROJECT, serving

SCRIPTS = sorted(
    path for path in (PROJECT / "overrides" / "scripts").glob("*.js") if re.match("toets|yaml-|formulier-uitpakken|tekst", path.name)
)
INVALID = sorted((PROJECT / "tests" / "data" / "invalid").glob("*.yml"))
"""The wrong files that are one entry; a folder there is about several files, a `.md` is a knowledge page."""

OTHER_SOURCES = "the sources of all other entries would be heavier than the rest of the form; the pull request tells"
OTHER_NAMES = "the names of all other organisations stay out of the form; the pull request tells, and it is no more than 'let op'"
HYPHENS = "syllables take a dictionary of hyphens that is heavier than the whole form; it is an advice"
DISAGREEMENTS = {
    "organisatie-bijna-gelijk": (OTHER_NAMES, "lijkt op"),
    "samenvatting-met-lange-woorden": (HYPHENS, "Flesch-Douma"),
    "webadres-met-andere-titel": (OTHER_SOURCES, "Deze bron heeft in"),
    "webadres-met-andere-uitgever": (OTHER_SOURCES, "Deze bron heeft in"),
}
"""The wrong files of which the browser says something else: why, and words in every problem that only one of the two tells."""

ONLY_WITH_OTHERS = ("lijkt op", "Flesch-Douma", "Deze bron heeft in", "De titel is dezelfde als", "begint met dezelfde woorden als")
"""What only the check tells, or (a title that exists) tells at the file that comes last."""

EACH = 3
"""How many entries each mutation spoils; tests/unit/test_mutations.py spoils more, without a browser."""

READ_ONCE = functools.cache(parse_bytes)

Told = dict[str, list[dict[str, Any]]]


@pytest.fixture(scope="module")
def engine(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """An empty page that can load the scripts."""
    folder = tmp_path_factory.mktemp("scripts")
    for path in SCRIPTS:
        (folder / path.name).write_text(minified(path.read_text(encoding="utf-8"), path.name), encoding="utf-8")
    (folder / "index.html").write_text("<!doctype html><title>leeg</title>", encoding="utf-8")
    with serving(folder) as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/index.html")
        yield page
        page.close()


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Checked:
    """The real project, checked."""
    return check(real_files, today)


def knowledge(catalogue: Catalogue | None, today: datetime.date) -> dict[str, Any]:
    """What the form gets, with the day that its page adds."""
    assert catalogue is not None
    return {**form_knowledge(catalogue), "vandaag": today.isoformat()}


def told(engine: Page, files: dict[str, bytes], kennis: dict[str, Any]) -> Told:
    """What the browser says of files, by their slug."""
    return told_in_rounds(engine, [(files, {})], kennis)[0]


def told_in_rounds(engine: Page, rounds: list[tuple[dict[str, bytes], dict[str, Any]]], kennis: dict[str, Any]) -> list[Told]:
    """The same for several groups of files, each with what is known otherwise there; what all know goes over once."""
    code = """async ([rounds, kennis]) => {
      const { leesBytes, toetsBestand } = await import("./toets.js");
      return rounds.map(([files, other]) => Object.fromEntries(Object.entries(files).map(([slug, coded]) => {
        const { tekst, problemen } = leesBytes(Uint8Array.from(atob(coded), (sign) => sign.charCodeAt(0)));
        return [slug, problemen.length ? problemen : toetsBestand(tekst, { ...kennis, ...other }, slug)];
      })));
    }"""
    coded = [[{slug: base64.b64encode(data).decode() for slug, data in files.items()}, other] for files, other in rounds]
    found: list[Told] = engine.evaluate(code, [coded, kennis])
    return found


def written(engine: Page, values: list[dict[str, Any]], kennis: dict[str, Any]) -> list[str]:
    """The files that the browser makes of values."""
    code = """async ([values, kennis]) => {
      const { schrijfBestand } = await import("./toets-kern.js");
      return values.map((value) => schrijfBestand(value, kennis));
    }"""
    found: list[str] = engine.evaluate(code, [values, kennis])
    return found


def as_told(problem: Problem, path: str) -> dict[str, Any]:
    """A problem as the browser has it; one with another file keeps its path, so that it equals nothing."""
    other = {} if problem.path == path else {"bestand": problem.path}
    names = ("regel", "kolom", "sleutel", "bericht", "remedie", "niveau")
    values = (problem.line, problem.column, problem.key, problem.message, problem.remedy, problem.level)
    return {**dict(zip(names, values, strict=True)), **other}


def test_every_wrong_file_has_the_same_problems(
    engine: Page, small: Catalogue, today: datetime.date, small_with: Callable[..., Checked]
) -> None:
    """Line, column, field, message, remedy and level of all problems; the few differences are known by name."""
    files = {path.stem: path.read_bytes() for path in INVALID}
    found = told(engine, files, knowledge(small, today))
    differences = {}
    for slug, data in files.items():
        path = f"voorbeelden/{slug}.yml"
        expected = [as_told(problem, path) for problem in small_with({path: data}).problems]
        if found[slug] != expected:
            differences[slug] = [one for one in (*expected, *found[slug]) if one not in expected or one not in found[slug]]

    assert {slug: only for slug, only in differences.items() if slug not in DISAGREEMENTS} == {}
    assert DISAGREEMENTS.keys() - differences.keys() == set(), "these agree by now: take them off the list"
    assert [slug for slug, only in differences.items() if not all(DISAGREEMENTS[slug][1] in one["bericht"] for one in only)] == []
    assert len(files) > 230
    assert len(differences) <= 0.05 * len(files)


def test_every_good_file_is_good(
    engine: Page, small: Catalogue, small_files: dict[str, bytes], today: datetime.date, real: Checked, real_files: dict[str, bytes]
) -> None:
    """The entries of the small world and all real ones."""
    for catalogue, files, problems in ((small, small_files, ()), (real.catalogue, real_files, real.problems)):
        own = {Path(path).stem: data for path, data in files.items() if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path)}
        expected: Told = {slug: [] for slug in own}
        for problem in problems:
            if problem.path.startswith("voorbeelden/") and not any(words in problem.message for words in ONLY_WITH_OTHERS):
                expected.get(Path(problem.path).stem, []).append(as_told(problem, problem.path))

        assert told(engine, own, knowledge(catalogue, today)) == expected


def test_one_fault_is_told_alike(
    engine: Page, small: Catalogue, small_with: Callable[..., Checked], real_files: dict[str, bytes], today: datetime.date
) -> None:
    """Three hundred real entries with a fault that nobody thought of."""
    own = [data.decode() for path, data in sorted(real_files.items()) if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path)]
    files = {f"geval-{number}": text.encode() for number, text in enumerate(mutants(300, own))}
    found = told(engine, files, knowledge(small, today))
    different = {}
    for slug, data in files.items():
        path = f"voorbeelden/{slug}.yml"
        problems = [as_told(problem, path) for problem in small_with({path: data}).problems if problem.path == path]
        both = [[one for one in side if _alone(one)] for side in (problems, found[slug])]
        if both[0] != both[1]:
            different[slug] = both

    assert different == {}


def _alone(one: dict[str, Any]) -> bool:
    """Whether one entry alone can show it. (An advice is told only when nothing else is wrong, with other entries too.)"""
    return one["niveau"] != "advies" and not any(words in one["bericht"] for words in ONLY_WITH_OTHERS)


def test_every_mutation_is_told_alike(engine: Page, real: Checked, real_files: dict[str, bytes], today: datetime.date) -> None:
    """More than two hundred real entries, each with one fault that people make, in the company of what they refer to."""
    own = {path: data for path, data in real_files.items() if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path)}
    lists = {path: data for path, data in real_files.items() if "/_lijsten/" in path}
    kennis = knowledge(real.catalogue, today)
    rounds, ours = [], []
    for name in MUTATIONS:
        spoilt = {path: data for path, (data, _) in spoil(name, EACH, own).items()}
        present = {**lists, **company(spoilt, real_files), **spoilt}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checking, "parse_bytes", READ_ONCE)
            problems = check(present, today).problems
        readable = {Path(path).stem for path, data in present.items() if path.endswith(".md") or READ_ONCE(data, path)[0]}
        rows = {group: [row for row in kennis[group] if row[0] in readable] for group in ("voorbeelden", "kennispaginas")}
        rounds.append(({Path(path).stem: data for path, data in spoilt.items()}, rows))
        ours.append({Path(path).stem: [as_told(problem, path) for problem in problems if problem.path == path] for path in spoilt})
    found = told_in_rounds(engine, rounds, kennis)
    different = {}
    for name, expected, theirs in zip(MUTATIONS, ours, found, strict=True):
        for slug in expected:
            both = [[one for one in side if _alone(one)] for side in (expected[slug], theirs[slug])]
            if both[0] != both[1]:
                different[name, slug] = both

    assert different == {}
    assert sum(map(len, ours)) >= 210


def test_every_entry_is_written_alike(engine: Page, real: Checked, real_files: dict[str, bytes], today: datetime.date) -> None:
    """Opened and saved without a change, every real entry is byte for byte the file that the build would write."""
    own = [data.decode() for path, data in sorted(real_files.items()) if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path)]
    code = """async ([texts, kennis]) => {
      const { schrijfBestand } = await import("./toets-kern.js");
      const { leesBestand } = await import("./toets.js");
      return texts.map((text) => schrijfBestand(leesBestand(text, kennis).waarde, kennis));
    }"""

    values = [document.value for text in own if (document := parse_bytes(text.encode(), "voorbeelden/a.yml")[0])]
    assert len(values) == len(own) > 150
    assert engine.evaluate(code, [own, knowledge(real.catalogue, today)]) == [write(value) for value in values]


def test_tangled_values_are_written_alike(engine: Page, small: Catalogue, today: datetime.date) -> None:
    """Whatever YAML may stumble over."""
    values = list(tangles(400))

    assert written(engine, values, knowledge(small, today)) == [write(value) for value in values]


def test_generated_entries_are_good_in_both(engine: Page, real: Checked, real_files: dict[str, bytes], today: datetime.date) -> None:
    """Two hundred entries made from the model: the browser writes the file that the build writes, and neither finds a fault."""
    assert real.catalogue is not None
    pages = {
        "voorbeeld": [item.slug for item in real.catalogue.items],
        "werkwijze": [item.slug for item in real.catalogue.items if not item.is_praktijk],
        "kennis": [page.slug for page in real.catalogue.kennis],
    }
    values = list(entries(200, real.lijsten, pages))
    kennis = knowledge(real.catalogue, today)
    files = {f"gemaakt-{number}": write(value).encode() for number, value in enumerate(values)}
    checked = check({**real_files, **{f"voorbeelden/{slug}.yml": data for slug, data in files.items()}}, today)
    ours = [
        problem
        for problem in checked.problems
        if Path(problem.path).stem in files and not any(word in problem.message for word in ONLY_WITH_OTHERS)
    ]

    assert [problem for problem in ours if problem.level != "advies"] == []
    assert [text.encode() for text in written(engine, values, kennis)] == list(files.values())
    found = told(engine, files, kennis)
    for slug in files:
        path = f"voorbeelden/{slug}.yml"
        assert found[slug] == [as_told(problem, path) for problem in ours if problem.path == path], slug


def test_an_address_of_before_is_no_new_one(engine: Page, small_with: Callable[..., Checked], today: datetime.date) -> None:
    """What another entry had, what is removed and what is there now are taken; one's own is not."""
    entry = (PROJECT / "tests/data/valid/voorbeelden/leefgoed.yml").read_text(encoding="utf-8")
    gone = "weggehaald:\n  label: Weggehaald\n  uitleg: Op verzoek.\n  datum: 2026-01-05\n"
    world: dict[str, Any] = {
        "voorbeelden/leefgoed.yml": f"{entry}vorige_adressen: [leefgoed-eerst, leefgoed-toen]\n",
        "voorbeelden/_lijsten/verwijderd.yml": gone,
    }
    same = world["voorbeelden/leefgoed.yml"]
    other = (INVALID[0].parent / "adres-van-een-ander.yml").read_text(encoding="utf-8")
    other = other.replace("[leefgoed]", "[leefgoed-eerst, leefgoed-keuken, weggehaald, nergens-van, zelf]")
    kennis = knowledge(small_with(world).catalogue, today)

    found = told(engine, {"leefgoed": same.encode(), "zelf": other.encode()}, kennis)

    expected = small_with({**world, "voorbeelden/zelf.yml": other}).problems
    assert found == {"leefgoed": [], "zelf": [as_told(problem, "voorbeelden/zelf.yml") for problem in expected]}
    assert [one["sleutel"] for one in found["zelf"]] == [f"vorige_adressen[{number}]" for number in (1, 2, 3, 5)]


def test_problems_come_at_their_field(engine: Page, small: Catalogue, today: datetime.date) -> None:
    """What is missing is told at the missing field, what is wrong at the wrong one."""
    value = {
        "type": "praktijk",
        "titel": "x" * 81,
        "organisaties": [{"naam": "Een"}],
        "bronnen": [{"sleutel": "a", "url": "nee"}],
        "start": "2024-13",
    }
    code = """async ([value, kennis]) => {
      const { toetsWaarde } = await import("./toets-kern.js");
      return [...toetsWaarde(value, kennis).perVeld.keys()];
    }"""

    fields = engine.evaluate(code, [value, knowledge(small, today)])

    assert {"titel", "organisaties[1].rol", "bronnen[1].url", "bronnen[1].titel", "start", "samenvatting", "plaats"} <= set(fields)


def test_the_end_of_an_unfinished_form_is_told_field_by_field(engine: Page, small: Catalogue, today: datetime.date) -> None:
    """A file that stops halfway is one problem; a form shows each field that is still to come."""
    code = """async ([value, kennis]) => {
      const { toetsWaarde } = await import("./toets-kern.js");
      return Object.fromEntries([...toetsWaarde(value, kennis).perVeld].map(([field, found]) => [field, found[0].bericht]));
    }"""

    found = engine.evaluate(code, [{"type": "praktijk", "titel": "Buurtkeuken", "landelijk": "ja"}, knowledge(small, today)])

    assert found["peildatum"] == "Het verplichte veld 'peildatum' ontbreekt."
    assert {"samenvatting", "organisaties", "bronnen", "herkomst"} <= found.keys()


def test_patterns_find_the_same(engine: Page, real_files: dict[str, bytes]) -> None:
    """Every exported pattern finds in JavaScript exactly what it finds in Python."""
    texts = [data.decode(errors="ignore") for path, data in sorted(real_files.items()) if path.startswith("voorbeelden/")][::8]
    texts += [path.read_text(encoding="utf-8", errors="ignore") for path in INVALID if path.stat().st_size < 10_000]
    texts = ["".join(sign for sign in text if sign < "\U00010000") for text in texts]
    patterns = {
        f"{module.__name__}.{name}": found
        for module, names in _TABLES.items()
        for name in names.split()
        if isinstance(found := vars(module).get(f"_{name}", vars(module).get(name)), re.Pattern)
    }
    code = """([sources, texts]) => {
      const places = (text, found) => [...text.matchAll(found)].map((match) => `${match.index}+${match[0].length}`).join(" ");
      return Object.fromEntries(Object.entries(sources).map(([name, [source, flags]]) =>
        [name, texts.map((text) => places(text, new RegExp(source, flags)))]));
    }"""
    flags = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL}
    sources = {
        name: [to_javascript(pattern), "gu" + "".join(sign for sign, flag in flags.items() if pattern.flags & flag)]
        for name, pattern in patterns.items()
    }

    found = engine.evaluate(code, [sources, texts])

    assert len(patterns) > 40
    for name, pattern in patterns.items():
        assert found[name] == [" ".join(f"{match.start()}+{len(match[0])}" for match in pattern.finditer(text)) for text in texts], name


def test_checking_is_quick(engine: Page, real: Checked, real_files: dict[str, bytes], today: datetime.date) -> None:
    """The longest entry is checked while somebody types, without their noticing."""
    longest = max((data.decode() for path, data in real_files.items() if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path)), key=len)
    code = """async ([text, kennis]) => {
      const { toetsBestand } = await import("./toets.js");
      const times = [];
      for (let turn = 0; turn < 12; turn++) {
        const begin = performance.now();
        toetsBestand(text, kennis);
        times.push(performance.now() - begin);
      }
      return Math.min(...times);
    }"""

    assert engine.evaluate(code, [longest, knowledge(real.catalogue, today)]) < 50


def test_the_engine_is_light(real: Checked, today: datetime.date) -> None:
    """What the form loads of it, in the two rounds in which it does; tests/browser/test_form.py weighs the whole page."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted(SCRIPTS[0].parent.glob("*.js"))}
    made = {name: len(gzip.compress(text.encode(), 9)) for name, text in for_browsers(sources).items()}
    reader = made.pop("toets.js")
    rules = {name: size for name, size in made.items() if name.startswith("toets")}
    files = knowledge_files(real.catalogue) if real.catalogue else ()
    # the names of other entries come when they are needed: tests/unit/test_form.py
    known = {path: len(gzip.compress(text.encode(), 9)) for path, text in files if not path.startswith("meedoen/formulier/voorbeelden")}

    assert sum(rules.values()) <= 20_500, rules
    assert reader <= 10_000
    # only to who opens a file
    assert known.pop(addresses.FORMULIERLEZEN) <= 5_200
    assert sum(known.values()) <= 23_000, known


def test_packed_lists_are_unpacked(engine: Page, real: Checked, small: Catalogue) -> None:
    """The form begins with the very values that the rules know."""
    code = """async ([known, reader, names]) => {
      const { pakUit, rijen, vulAan } = await import("./formulier-uitpakken.js");
      const made = Object.assign(pakUit(known), reader, { voorbeelden: rijen(names) });
      vulAan(made);
      return made;
    }"""
    for catalogue in (real.catalogue, small):
        assert catalogue is not None
        whole = json.loads(json.dumps(form_knowledge(catalogue)))
        files = dict(knowledge_files(catalogue))
        paths = (addresses.FORMULIERKENNIS, addresses.FORMULIERLEZEN, addresses.formuliervoorbeelden())
        known, reader, names = (json.loads(files[path]) for path in paths)

        expected = {name: whole[name] for name in ("lijsten", "gemeenten", "voorbeelden", "kennispaginas")}
        assert engine.evaluate(code, [known, reader, names]) == {**expected, **reader}


def test_what_the_form_wrote_is_read_back_without_a_reader_of_yaml(
    engine: Page, real: Checked, real_files: dict[str, bytes], today: datetime.date
) -> None:
    """The short road gives the same values, places and problems as the whole reader, for every entry and for tangles; or it passes."""
    code = """async ([values, kennis]) => {
      const { schrijfBestand, toetsWaarde } = await import("./toets-kern.js");
      const { leesDocument } = await import("./toets.js");
      const { leesEigen } = await import("./toets-eigen.js");
      const plain = ({ waarde, plaatsen, sleutels }) => JSON.stringify([waarde, [...plaatsen].sort(), [...sleutels].sort()]);
      const told = (found) => JSON.stringify([...found.perVeld]);
      return values.map((value) => {
        const text = schrijfBestand(value, kennis), own = leesEigen(text);
        if (!own) return "";
        const { document, problemen } = leesDocument(text, kennis);
        if (problemen.length || !document) return `${text}\\n${JSON.stringify(problemen)}`;
        if (plain(own) !== plain(document)) return `${text}\\n${plain(own)}\\n${plain(document)}`;
        const ways = [toetsWaarde(value, kennis), toetsWaarde(value, kennis, "", leesDocument)].map(told);
        return ways[0] === ways[1] ? "same" : `${text}\\n${ways.join("\\n")}`;
      });
    }"""
    texts = [data.decode() for path, data in sorted(real_files.items()) if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path)]
    known = [document.value for text in texts if (document := parse_bytes(text.encode(), "voorbeelden/a.yml")[0])]
    wrong = [document.value for path in INVALID if (document := parse_bytes(path.read_bytes(), "voorbeelden/a.yml")[0])]
    kennis = knowledge(real.catalogue, today)

    found = [engine.evaluate(code, [values, kennis]) for values in (known, wrong, list(tangles(400)))]

    assert [one for ways in found for one in ways if one not in ("same", "")][:1] == []
    # what goes the long road has a no-break space, a loose bullet or the like
    assert [ways.count("same") > share * len(ways) for ways, share in zip(found, (0.9, 0.9, 0.02), strict=True)] == [True, True, True], [
        (ways.count("same"), len(ways)) for ways in found
    ]
