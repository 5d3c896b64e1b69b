"""From the bytes of all content files to a catalogue, or to everything that is wrong with them."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from macros.catalogue import Catalogue, Item, KennisItem
from macros.document import Document, Place, Places
from macros.model.entry import KINDS, Praktijk, Voorbeeld
from macros.model.knowledge import Kennis
from macros.model.messages import nearest, suggest, validate
from macros.model.scalars import shorten
from macros.model.vocabulary import LISTS, MAY_BE_ABSENT, Begrip, Lijst
from macros.naming import sort_key
from macros.problem import Problem
from macros.reading import decode, parse_bytes, parse_text
from macros.rules import catalogue_problems, entry_problems
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


@dataclass(frozen=True)
class Gelezen:
    """What one content file gives by itself; whatever else stands in the catalogue has no part in it."""

    problems: tuple[Problem, ...] = ()
    lijst: Lijst | None = None
    lijst_document: Document | None = None
    draft: Draft | None = None
    """As it was typed, perhaps with mistakes; of an entry or a knowledge page."""
    item: Item | KennisItem | None = None
    """The same without mistakes of its own."""


Read = Callable[[str, bytes], Gelezen]
Judge = Callable[[Draft, World], Iterable[Problem]]


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

    def take(self, read: Gelezen) -> None:
        """Add what a file gave."""
        self.problems += read.problems
        if read.lijst is not None:
            self.lijsten[read.lijst.naam] = read.lijst
        if read.lijst is not None and read.lijst_document is not None:
            self.lijst_documenten[read.lijst.naam] = read.lijst_document
        if read.draft is not None:
            (self.kennis if read.draft.model is Kennis else self.voorbeelden)[read.draft.slug] = read.draft
        if isinstance(read.item, Item):
            self.items.append(read.item)
        elif read.item is not None:
            self.kennis_items.append(read.item)


def read_file(path: str, data: bytes) -> Gelezen:
    """Read one file of the content by itself; of a page that is no content there is nothing to read."""
    if path.startswith("voorbeelden/_lijsten/"):
        return _read_list(path, data)
    if path.startswith("voorbeelden/"):
        return _read_entry(path, data)
    return _read_knowledge(path, data)


def check(files: Mapping[str, bytes], today: datetime.date, read: Read = read_file, judge: Judge = entry_problems) -> Checked:
    """Read and check all content, and handwritten pages when they are given: path (relative, forward slashes) → bytes.

    One broken file hides nothing of the others. `read` and `judge` may remember what they gave before.
    """
    reading = _Reading()
    for path in sorted(files):
        if path.startswith("voorbeelden/") or (path.startswith("docs/kennis/") and path != "docs/kennis/index.md"):
            reading.take(read(path, files[path]))
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
    judged = (problem for draft in world.drafts for problem in judge(draft, world))
    problems = _without_echoes([*reading.problems, *judged, *catalogue_problems(world)])
    if any(problem.level == "fout" for problem in problems):
        return Checked(problems, None, reading.lijsten)
    items = tuple(sorted(reading.items, key=lambda item: sort_key(item.data.titel)))
    kennis = tuple(sorted(reading.kennis_items, key=lambda page: sort_key(page.data.titel)))
    return Checked(problems, Catalogue(items, kennis, reading.lijsten, today), reading.lijsten)


def _read_list(path: str, data: bytes) -> Gelezen:
    naam = path.removeprefix("voorbeelden/_lijsten/").removesuffix(".yml")
    if naam not in LISTS:
        return Gelezen(
            (Problem(path, 1, 1, "", f"De lijst '{naam}' bestaat niet.", suggest(naam, LISTS) or "Haal het bestand weg."),),
        )
    document, problems = parse_bytes(data, path)
    if document is None:
        return Gelezen(tuple(problems), Lijst(naam, {}))
    terms: dict[str, Begrip] = {}
    for key, value in document.value.items():
        if not isinstance(value, dict):
            problems.append(document.problem((key,), f"'{key}' moet uit velden bestaan.", "Zet 'label' en 'uitleg' ingesprongen eronder."))
            continue
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", key):
            problems.append(document.key_problem((key,), f"'{key}' kan geen id zijn.", "Gebruik kleine letters, cijfers en streepjes."))
        term, wrong = validate(LISTS[naam], replace(document, value=value), within=(key,))
        problems += wrong
        if term:
            terms[key] = term
    return Gelezen(tuple(problems), Lijst(naam, terms), document)


def _read_entry(path: str, data: bytes) -> Gelezen:
    slug = path.removeprefix("voorbeelden/").removesuffix(".yml")
    document, problems = parse_bytes(data, path)
    if document is None:
        return Gelezen(tuple(problems))
    kind = document.value.get("type")
    if kind is None:
        problems.append(document.problem((), "Het verplichte veld 'type' ontbreekt.", "Begin met 'type: praktijk' of 'type: werkwijze'."))
    elif not isinstance(kind, str) or kind not in KINDS:
        found = f"'{shorten(kind)}'" if isinstance(kind, str) else "een lijst of groep velden"
        problems.append(
            document.problem(
                ("type",),
                f"'type' moet praktijk of werkwijze zijn, niet {found}.",
                nearest(found, KINDS) or "Schrijf 'type: praktijk' of 'type: werkwijze'.",
            )
        )
    model: type[Voorbeeld] = KINDS.get(kind, Praktijk) if isinstance(kind, str) else Praktijk
    entry, wrong = validate(model, document)
    problems += [problem for problem in wrong if problem.key != "type" and "'type'" not in problem.message]
    return Gelezen(tuple(problems), draft=Draft(slug, model, document), item=Item(slug, entry, document.text) if entry else None)


def _read_knowledge(path: str, data: bytes) -> Gelezen:
    slug = path.removeprefix("docs/kennis/").removesuffix(".md")
    text, problems = decode(data, path)
    if problems:
        return Gelezen(tuple(problems))
    match = _FRONT_MATTER.match(text)
    if match is None:
        remedy = "Kopieer het begin van een andere kennispagina."
        return Gelezen((Problem(path, 1, 1, "", "Bovenaan ontbreken de velden tussen '---' en '---'.", remedy),))
    document, problems = parse_text(match[1], path, first_line=2)
    if document is None:
        return Gelezen(tuple(problems))
    body = text[match.end() :]
    first = text.count("\n", 0, match.end()) + 1
    below = {TEKST: Place(first, 1, first + body.count("\n"))}
    find_places = functools.cache(lambda: Places({**document.values, **below}, document.keys))
    whole = replace(document, text=text, first_line=1, find_places=find_places)
    head, wrong = validate(Kennis, whole)
    return Gelezen((*problems, *wrong), draft=Draft(slug, Kennis, whole, body), item=KennisItem(slug, head, body) if head else None)


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
