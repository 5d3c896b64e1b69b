"""From the bytes of all content files to a catalogue, or to everything that is wrong with them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from macros.catalogue import Catalogue, Item, KennisItem
from macros.document import Document, Place
from macros.model.entry import KINDS, Praktijk, Voorbeeld
from macros.model.knowledge import Kennis
from macros.model.messages import nearest, suggest, validate
from macros.model.scalars import shorten
from macros.model.vocabulary import LISTS, MAY_BE_ABSENT, Begrip, Lijst
from macros.naming import sort_key
from macros.problem import Problem
from macros.reading import decode, parse_bytes, parse_text
from macros.rules import apply
from macros.rules.draft import TEKST, Draft, World

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass
class Checked:
    """What came of reading: a catalogue when nothing is wrong, and all problems, sorted."""

    problems: tuple[Problem, ...]
    catalogue: Catalogue | None
    lijsten: Mapping[str, Lijst] = field(default_factory=dict)
    """The vocabularies, also when something else is wrong."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop publication."""
        return tuple(problem for problem in self.problems if problem.level == "fout")


@dataclass
class _Reading:
    """What is gathered while reading; drafts stay raw, valid ones become models too."""

    problems: list[Problem] = field(default_factory=list)
    lijsten: dict[str, Lijst] = field(default_factory=dict)
    lijst_documenten: dict[str, Document] = field(default_factory=dict)
    voorbeelden: dict[str, Draft] = field(default_factory=dict)
    kennis: dict[str, Draft] = field(default_factory=dict)
    paginas: dict[str, str] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)
    kennis_items: list[KennisItem] = field(default_factory=list)


def check(files: Mapping[str, bytes], today: datetime.date) -> Checked:
    """Read and check all content, and handwritten pages when they are given: path (relative, forward slashes) → bytes.

    One broken file hides nothing of the others.
    """
    reading = _Reading()
    for path in sorted(files):
        if path.startswith("voorbeelden/_lijsten/"):
            _read_list(path, files[path], reading)
        elif path.startswith("voorbeelden/"):
            _read_entry(path, files[path], reading)
        elif path.startswith("docs/kennis/") and path != "docs/kennis/index.md":
            _read_knowledge(path, files[path], reading)
        else:
            # of a page that is no content only the calls of macros are looked at
            reading.paginas[path] = files[path].decode("utf-8", errors="replace").replace("\r\n", "\n")
    for naam in LISTS.keys() - reading.lijsten.keys():
        reading.lijsten[naam] = Lijst(naam, {})
        if naam in MAY_BE_ABSENT:
            continue
        reading.problems.append(
            Problem(f"voorbeelden/_lijsten/{naam}.yml", 1, 1, "", f"De lijst '{naam}' ontbreekt.", "Zet het bestand terug.")
        )
    world = World(reading.voorbeelden, reading.kennis, reading.lijsten, today, reading.lijst_documenten, reading.paginas)
    problems = _without_echoes([*reading.problems, *apply(world)])
    if any(problem.level == "fout" for problem in problems):
        return Checked(problems, None, reading.lijsten)
    items = tuple(sorted(reading.items, key=lambda item: sort_key(item.data.titel)))
    kennis = tuple(sorted(reading.kennis_items, key=lambda page: sort_key(page.data.titel)))
    return Checked(problems, Catalogue(items, kennis, reading.lijsten, today), reading.lijsten)


def _read_list(path: str, data: bytes, reading: _Reading) -> None:
    naam = path.removeprefix("voorbeelden/_lijsten/").removesuffix(".yml")
    if naam not in LISTS:
        reading.problems.append(
            Problem(path, 1, 1, "", f"De lijst '{naam}' bestaat niet.", suggest(naam, LISTS) or "Haal het bestand weg.")
        )
        return
    document, problems = parse_bytes(data, path)
    reading.problems += problems
    if document is None:
        reading.lijsten[naam] = Lijst(naam, {})
        return
    terms: dict[str, Begrip] = {}
    for key, value in document.value.items():
        if not isinstance(value, dict):
            reading.problems.append(
                document.problem((key,), f"'{key}' moet uit velden bestaan.", "Zet 'label' en 'uitleg' ingesprongen eronder.")
            )
            continue
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key):
            reading.problems.append(
                document.key_problem((key,), f"'{key}' kan geen id zijn.", "Gebruik kleine letters, cijfers en streepjes.")
            )
        term, problems = validate(LISTS[naam], replace(document, value=value), within=(key,))
        reading.problems += problems
        if term:
            terms[key] = term
    reading.lijsten[naam] = Lijst(naam, terms)
    reading.lijst_documenten[naam] = document


def _read_entry(path: str, data: bytes, reading: _Reading) -> None:
    slug = path.removeprefix("voorbeelden/").removesuffix(".yml")
    document, problems = parse_bytes(data, path)
    reading.problems += problems
    if document is None:
        return
    kind = document.value.get("type")
    if kind is None:
        reading.problems.append(
            document.problem((), "Het verplichte veld 'type' ontbreekt.", "Begin met 'type: praktijk' of 'type: werkwijze'.")
        )
    elif not isinstance(kind, str) or kind not in KINDS:
        found = f"'{shorten(kind)}'" if isinstance(kind, str) else "een lijst of groep velden"
        reading.problems.append(
            document.problem(
                ("type",),
                f"'type' moet praktijk of werkwijze zijn, niet {found}.",
                nearest(found, KINDS) or "Schrijf 'type: praktijk' of 'type: werkwijze'.",
            )
        )
    model: type[Voorbeeld] = KINDS.get(kind, Praktijk) if isinstance(kind, str) else Praktijk
    reading.voorbeelden[slug] = Draft(slug, model, document)
    entry, problems = validate(model, document)
    reading.problems += [problem for problem in problems if problem.key != "type" and "'type'" not in problem.message]
    if entry:
        reading.items.append(Item(slug, entry, document.text))


def _read_knowledge(path: str, data: bytes, reading: _Reading) -> None:
    slug = path.removeprefix("docs/kennis/").removesuffix(".md")
    text, problems = decode(data, path)
    if problems:
        reading.problems += problems
        return
    match = _FRONT_MATTER.match(text)
    if match is None:
        reading.problems.append(
            Problem(path, 1, 1, "", "Bovenaan ontbreken de velden tussen '---' en '---'.", "Kopieer het begin van een andere kennispagina.")
        )
        return
    document, problems = parse_text(match[1], path, first_line=2)
    reading.problems += problems
    if document is None:
        return
    body = text[match.end() :]
    first = text.count("\n", 0, match.end()) + 1
    places = {**document.values, TEKST: Place(first, 1, first + body.count("\n"))}
    whole = replace(document, text=text, values=places, first_line=1)
    reading.kennis[slug] = Draft(slug, Kennis, whole, body)
    head, problems = validate(Kennis, whole)
    reading.problems += problems
    if head:
        reading.kennis_items.append(KennisItem(slug, head, body))


def _without_echoes(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sorted, each once, without what only distracts from something else.

    An empty value is told as empty and not as wrong too, a field that stands in the wrong place not as
    missing; advice on style waits until a file is right.
    """
    empty = {(problem.path, problem.line, problem.key) for problem in problems if problem.message.endswith("is leeg.")}
    wrong = {problem.path for problem in problems if problem.level == "fout"}
    misplaced = {(problem.path, _named(problem)) for problem in problems if "te ver naar rechts" in problem.message}
    kept = {
        problem
        for problem in problems
        if not (problem.message.endswith("ontbreekt.") and (problem.path, _named(problem)) in misplaced)
        and ((problem.path, problem.line, problem.key) not in empty or problem.message.endswith("is leeg."))
        and (problem.level != "advies" or problem.path not in wrong)
    }
    return tuple(sorted(kept))


def _named(problem: Problem) -> str:
    """The first field between quotes in a message."""
    return problem.message.split("'")[1] if "'" in problem.message else ""
