"""Calls of macros in handwritten pages: which there are, what each argument may be, and what is wrong with a call.

A page is read as text and nothing in it is evaluated. What the macros do stands in `macros.page_macros`; a test keeps
the two alike: the same names and arguments, and the same words for what doesn't exist.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from macros.addresses import FACETS
from macros.model.entry import KINDS
from macros.model.messages import suggest
from macros.model.scalars import shorten
from macros.model.vocabulary import LISTS
from macros.problem import Problem
from macros.rules.draft import World

Soort = str | tuple[str, ...]
"""What an argument may be: `tekst`, `getal`, the name of a list, `voorbeeld`, `kennis`, `verzameling`; or one of some words."""

PAGE_MACROS: Mapping[str, Mapping[str, Soort]] = {
    "voorbeelden": {"thema": "themas", "doelgroep": "doelgroepen", "werkvorm": "werkvormen", "soort": tuple(KINDS), "maximaal": "getal"},
    "voorbeeldkaarten": {"*slugs": "voorbeeld"},
    "uitgelicht": {"maximaal": "getal"},
    "laatste": {"wat": ("feiten", "nagekeken"), "maximaal": "getal"},
    "verzamelingen": {"*slugs": "verzameling"},
    "kerngetallen": {},
    "zoekveld": {},
    "voorbeelden_bij_kennis": {"slug": "kennis", "leeg": "tekst"},
    "kennislijst": {},
    "facetlijst": {"lijst": FACETS},
    "leemtematrix": {"rijen": FACETS, "kolommen": (*FACETS, "fasen")},
    "leemten": {},
    "werklijsten": {},
    "onderhoudslijsten": {},
    "regels": {},
    "velden": {},
    "landkaart": {"provincie": "provincies"},
    "landkaart_klein": {},
    "begrippenlijst": {},
    "woordkeus": {"lijst": tuple(LISTS)},
    "aantal": {"wat": ("voorbeelden", "praktijken", "werkwijzen", "gemeenten", "organisaties", "kennispaginas", "bronnen")},
    "mail_of_meld": {},
    "zoekpagina": {},
    "selectiepagina": {},
    "vergelijkpagina": {},
}
"""The macros of page authors. mkdocs-macros has more: `macros_info` shows the building machine, `now` the clock."""

SITE_MACROS: Mapping[str, Mapping[str, Soort]] = {
    "staalkaart": {"wat": ("kleuren", "maten")},
    "onderdeel": {"naam": "tekst", "van": "tekst"},
    "databestanden": {"doel": ("spreadsheet", "programma", "tabellen", "linked data")},
    "datalijsten": {},
    "insluitkeuze": {"slug": "voorbeeld"},
    "naamsvermelding": {},
    "verwijzing": {"slug": "voorbeeld", "vorm": ("voetnoot", "lopend", "literatuurlijst")},
}
"""The macros of one handwritten page each, such as that about the data."""

_WHERE = {"voorbeeld": "in voorbeelden/", "verzameling": "in docs/verzamelingen/", "kennis": "in docs/kennis/"}
_OPENING = re.compile(r"\{\{")
_CALL = re.compile(r"\{\{-?\s*(\w+)\(((?:\"[^\"]*\"|'[^']*'|[^\"'{}])*?)\)\s*-?\}\}")
_VALUE = re.compile(r"\s*(?:(\w+)\s*=\s*)?(?:\"([^\"{}]*)\"|'([^'{}]*)'|(\d+))\s*(?:,|$)")
# a run of marks is taken whole or not at all, so that one without an end is tried once
_CODE = re.compile(r"^( *+)(`{3,}+|~{3,}+).*?^\1\2|(?<!`)(`++).+?(?<!`)\3(?!`)", re.DOTALL | re.MULTILINE)
_HEAD = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)
_SWITCH = re.compile(r"^render_macros: *true *$", re.MULTILINE)


@dataclass(frozen=True)
class _Fault:
    at: int
    message: str
    remedy: str


def page_problems(path: str, text: str, world: World) -> Iterator[Problem]:
    """What is wrong with the calls on a page, each at its place; `path` is relative to the project."""
    head = _HEAD.match(text)
    faults = _wrong_calls(text, world) if head and _SWITCH.search(head[1]) else _calls_that_stay(text)
    for fault in faults:
        line, column = text.count("\n", 0, fault.at) + 1, fault.at - text.rfind("\n", 0, fault.at)
        yield Problem(path, line, column, "", fault.message, fault.remedy)


def _calls_that_stay(text: str) -> Iterator[_Fault]:
    """Calls that readers would see, for the page doesn't ask for macros."""
    if not _CALL.search(text):
        return
    shown = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    if call := next((found for found in _CALL.finditer(shown) if found[1] in {**PAGE_MACROS, **SITE_MACROS}), None):
        remedy = "Zet 'render_macros: true' bovenaan, tussen de regels met '---'."
        yield _Fault(call.start(), f"De macro '{call[1]}' staat op een pagina zonder macro's.", remedy)


def _wrong_calls(text: str, world: World) -> Iterator[_Fault]:
    known = {**PAGE_MACROS, **SITE_MACROS}
    for opening in _OPENING.finditer(text):
        call = _CALL.match(text, opening.start())
        if call is None:
            near = shorten(text[opening.start() : opening.start() + 40].partition("\n")[0], 30)
            yield _Fault(
                opening.start(),
                f"Dit is geen macro zoals wij die lezen: '{near}'.",
                'Schrijf bijvoorbeeld {{ voorbeelden(thema="jeugd") }}.',
            )
        elif call[1] not in known:
            remedy = suggest(call[1], known) or "Welke er zijn, staat in docs/meedoen/macros.md."
            yield _Fault(call.start(1), f"De macro '{call[1]}' bestaat niet.", remedy)
        else:
            yield from _wrong_arguments(call, known[call[1]], world)


def _wrong_arguments(call: re.Match[str], parameters: Mapping[str, Soort], world: World) -> Iterator[_Fault]:
    names = [name for name in parameters if not name.startswith("*")]
    rest = next((name for name in parameters if name.startswith("*")), "")
    at, place = call.start(2), 0
    while at < call.end(2) and call[2].strip():
        value = _VALUE.match(call.string, at, call.end(2))
        if value is None:
            remedy = "Zet tekst tussen aanhalingstekens, en een komma tussen twee waarden."
            yield _Fault(at, f"De waarden van '{call[1]}' zijn niet te lezen: '{shorten(call.string[at : call.end(2)], 30)}'.", remedy)
            return
        name = value[1] or (names[place] if place < len(names) else rest)
        if name not in parameters or (value[1] and name == rest):
            yield _unknown_argument(call[1], value, names)
        else:
            yield from _wrong_value(name, parameters[name], value, world)
        at, place = value.end(), place + 1


def _unknown_argument(macro: str, value: re.Match[str], names: Collection[str]) -> _Fault:
    can = f"Wat wel kan: {', '.join(names)}." if names else "Laat de waarde weg."
    if value[1]:
        return _Fault(value.start(1), f"De macro '{macro}' kent geen '{value[1]}'.", suggest(value[1], names) or can)
    return _Fault(value.end(), f"De macro '{macro}' krijgt te veel waarden.", can)


def _wrong_value(name: str, soort: Soort, value: re.Match[str], world: World) -> Iterator[_Fault]:
    group = next(number for number in (2, 3, 4) if value[number] is not None)
    typed, at = value[group], value.start(group)
    if (group == 4) != (soort == "getal"):
        remedy = "Schrijf een getal, zonder aanhalingstekens." if soort == "getal" else "Zet tekst tussen aanhalingstekens."
        yield _Fault(at, f"'{name}' is geen {'getal' if soort == 'getal' else 'tekst'}.", remedy)
        return
    choices = _choices(soort, world)
    if choices is not None and typed not in choices and (typed or name.startswith("*")):
        yield _Fault(at, *not_there(typed, choices, soort))


def not_there(value: str, choices: Collection[str], soort: Soort) -> tuple[str, str]:
    """The message and the remedy for an argument that is none of the choices."""
    if isinstance(soort, tuple):
        return f"'{value}' kan hier niet.", suggest(value, choices)
    where = _WHERE.get(soort, f"in de lijst '{soort}'")
    return f"'{value}' bestaat niet {where}.", suggest(value, choices)


def _choices(soort: Soort, world: World) -> Collection[str] | None:
    """What an argument may be; None when anything goes, or when it isn't known here."""
    match soort:
        case tuple():
            return soort
        case "voorbeeld":
            return world.voorbeelden
        case "kennis":
            return world.kennis
        case "verzameling":
            return world.verzamelingen or None
    return world.lijsten.get(soort)
