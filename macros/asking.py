"""A new entry by question and answer: which questions, in which order, and what an answer becomes.

Knows no screen and no disk: the caller shows questions, gives answers and checks. Questions, help and limits
come from the model, so a field that becomes required is asked by itself.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, get_args

from pydantic.fields import FieldInfo

from macros.canonical import order
from macros.model.entry import KINDS, VERHAAL, Praktijk
from macros.model.parts import Betrokkene, Bron, Onderdeel
from macros.model.scalars import ONBEKEND, Verwijzing
from macros.model.vocabulary import Lijst
from macros.naming import fold, slugify
from macros.views.form_words import LABELS

STOP = "."
"""The line that ends a text of several lines."""

_PARTS: dict[str, type[Onderdeel]] = {"organisaties": Betrokkene, "bronnen": Bron}
_SINGLE = {"organisaties": "organisatie", "bronnen": "bron"}
"""What one of them is called; both are 'de'."""


@dataclass(frozen=True)
class Vraag:
    """One question. `choices` are the terms that can be answered, when there is a list."""

    veld: str
    tekst: str
    uitleg: str
    voorbeeld: str = ""
    verplicht: bool = True
    lang: bool = False
    keuzes: Lijst | None = None
    meer: bool = False


_KIND = Vraag(
    "type",
    "Wat wil je toevoegen: praktijk of werkwijze?",
    "Een praktijk gebeurt op één plek. Een werkwijze komt op meer plaatsen terug.",
    "praktijk",
)
_MORE = "Geef de naam of titel, of alleen Enter om door te gaan."
_BY_ITSELF = {"sleutel", "taal", "archief", "geraadpleegd", "auteurs"}
"""Fields of a source that are made or can wait."""
_NATIONAL = "landelijk"

Ask = Callable[[Vraag], str]
Check = Callable[[Mapping[str, Any], str], Sequence[str]]
"""Values and a field (`fase`, `bronnen[1].url`) → what is wrong with that field, as sentences for the contributor."""


def interview(ask: Ask, say: Callable[[str], None], check: Check, lijsten: Mapping[str, Lijst], values: dict[str, Any]) -> None:
    """Ask all that is still missing and put the answers in `values`, which is right after every answer."""
    _Interview(ask, say, check, lijsten).run(values)


@dataclass(frozen=True)
class _Interview:
    ask: Ask
    say: Callable[[str], None]
    check: Check
    lijsten: Mapping[str, Lijst]

    def run(self, values: dict[str, Any]) -> None:
        if "type" not in values:
            self._fill(values, _KIND, str.lower)
        model = KINDS.get(str(values["type"]), Praktijk)
        for field in _fields(model):
            if field in values:
                continue
            if field == "plaats":
                self._fill_place(values)
            elif field in _PARTS:
                self._fill_parts(values, field)
            else:
                question, convert = _question(field, model.model_fields[field], self.lijsten)
                self._fill(values, _with_keys(question, values.get("bronnen", ())) if question.lang else question, convert)

    def _fill(
        self, values: dict[str, Any], question: Vraag, convert: Callable[[str], Any], passes: Callable[[], bool] | None = None
    ) -> None:
        """Ask until the answer passes the check of its field, or the one that is given."""
        field = question.veld
        passes = passes or (lambda: self._passes(values, field))
        while True:
            answer = self.ask(question)
            if not answer.strip() and question.verplicht:
                self.say("Dit veld is verplicht.")
                continue
            if found := convert(answer):
                values[field] = found
            if not found or passes():
                return
            del values[field]

    def _passes(self, values: Mapping[str, Any], field: str) -> bool:
        faults = self.check(values, field)
        for fault in faults:
            self.say(fault)
        return not faults

    def _fill_place(self, values: dict[str, Any]) -> None:
        if "landelijk" in values:
            return
        gemeenten = self.lijsten["gemeenten"]
        uitleg = "De gemeenten van nu, met komma's ertussen. Gebeurt het door het hele land? Antwoord dan: landelijk."
        question = Vraag("plaats", "In welke gemeente?", uitleg, "Meierijstad", keuzes=gemeenten, meer=True)
        self._fill(values, question, lambda answer: place(gemeenten, answer))
        if values["plaats"] == _NATIONAL:
            del values["plaats"]
            values["landelijk"] = "ja"

    def _fill_parts(self, values: dict[str, Any], field: str) -> None:
        """One organisation or source after another, until the contributor has no more."""
        items: list[dict[str, Any]] = []
        while item := self._part(values, field, items):
            values[field] = [*items, item]
            if self._passes(values, field):
                items.append(item)
                if field == "bronnen":
                    self.say(f"In de tekst haal je deze bron aan met [@{item['sleutel']}].")
        values[field] = items

    def _part(self, values: Mapping[str, Any], field: str, others: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        """The fields of one organisation or source, each right before the next is asked; empty when there are no more."""
        item: dict[str, Any] = {}
        one = _SINGLE[field]

        def passes(name: str) -> bool:
            return self._passes({**values, field: [*others, item]}, f"{field}[{len(others) + 1}].{name}")

        for name, info in _PARTS[field].model_fields.items():
            if name in _BY_ITSELF:
                continue
            question, convert = _question(name, info, self.lijsten)
            question = replace(question, tekst=f"{question.tekst} van de {one}")
            if not item and others:
                question = replace(question, tekst=f"Nog een {one}?", uitleg=_MORE, verplicht=False)
            self._fill(item, question, convert, functools.partial(passes, name))
            if not item:
                return item
        return {"sleutel": free_key(item, others), **item} if field == "bronnen" else item


def _fields(model: type[Onderdeel]) -> Iterator[str]:
    """What is asked, sources before the texts that cite them."""
    required = [name for name in order(model) if model.model_fields[name].is_required() or name in ("plaats", *VERHAAL)]
    required.remove("type")
    required.remove("bronnen")
    required.insert(required.index(VERHAAL[0]), "bronnen")
    yield from required


def _question(field: str, info: FieldInfo, lijsten: Mapping[str, Lijst]) -> tuple[Vraag, Callable[[str], Any]]:
    reference = next((mark for mark in _marks(info) if isinstance(mark, Verwijzing)), None)
    lijst = lijsten.get(reference.naar) if reference else None
    example = info.examples[0] if info.examples else ""
    several = "tuple" in str(info.annotation)
    question = Vraag(
        field,
        LABELS.get(field, field.capitalize()),
        info.description or "",
        ", ".join(example) if isinstance(example, list) else str(example),
        verplicht=info.is_required() and field not in VERHAAL,
        lang=field in VERHAAL,
        keuzes=lijst,
        meer=several,
    )
    if lijst and several:
        return question, lambda answer: [to_term(lijst, part) for part in answer.split(",") if part.strip()]
    if lijst:
        return question, lambda answer: to_term(lijst, answer)
    if field in VERHAAL:
        return question, lambda answer: answer.strip() or (ONBEKEND if info.is_required() else "")
    return question, lambda answer: " ".join(answer.split())


def _with_keys(question: Vraag, bronnen: Sequence[Mapping[str, Any]]) -> Vraag:
    """A question for a text, with how one cites the sources that are known by then."""
    keys = ", ".join(f"[@{bron['sleutel']}]" for bron in bronnen)
    return replace(question, uitleg=f"{question.uitleg} Zet achter een feit: {keys}." if keys else question.uitleg)


def _marks(info: FieldInfo) -> Iterator[Any]:
    yield from info.metadata
    for part in get_args(info.annotation):
        yield from getattr(part, "__metadata__", ())


def to_term(lijst: Lijst, answer: str) -> str:
    """The id of the term that an answer names by id, label, synonym or an unmistakable part of these.

    Else the answer itself, for the check to judge.
    """
    if named := lijst.named(answer):
        return named
    found = matching(lijst, answer)
    return found[0] if len(found) == 1 else answer.strip()


def matching(lijst: Lijst, part: str) -> list[str]:
    """The ids of the terms whose id, label or synonym holds a part of a word, in the order of the list."""
    wanted = fold(part.strip())
    return [key for key, term in lijst.items() if any(wanted in fold(text) for text in (key, term.label, *term.synoniemen))]


def place(gemeenten: Lijst, answer: str) -> Any:
    """The field `plaats` for municipalities with commas between, or the word `landelijk`."""
    if fold(answer.strip()) == _NATIONAL:
        return _NATIONAL
    return {"gemeenten": [to_term(gemeenten, part) for part in answer.split(",") if part.strip()]}


def free_key(bron: Mapping[str, Any], others: Sequence[Mapping[str, Any]]) -> str:
    """A key from publisher and year that no other source of this entry has."""
    base = slugify(" ".join(part for part in (str(bron.get("uitgever", "bron")), str(bron.get("datum", ""))[:4]) if part))[:40].strip("-")
    taken = {str(other["sleutel"]) for other in others}
    return next(key for key in itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2))) if key not in taken)
