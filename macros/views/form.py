"""The contribution form as its page shows it: steps with fields, made from the model and the lists.

A field that is new in the model appears by itself: a required one in the last required step, any other
in the last step of all. What a field holds decides how it is asked.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal

from annotated_types import MaxLen
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros import addresses
from macros.canonical import order
from macros.catalogue import Catalogue, Item
from macros.model.entry import KINDS, VERHAAL
from macros.model.leaves import Step, step_at
from macros.model.scalars import ONBEKEND, Datum, Hoogstens, JaNee, Slug, VolledigeDatum, Waarde
from macros.views import form_words as words

_LONG = 60
"""A list with more terms than this is searched, not shown whole."""


@dataclass(frozen=True)
class Veld:
    """One field. `soort` says how it is asked; `lijst` is the list or sort of thing that it names, `velden` what a group holds."""

    naam: str
    soort: str
    label: str
    uitleg: str
    verplicht: bool
    voorbeeld: str = ""
    zo: tuple[str, str, str] | None = None
    """How an entry of the catalogue did this: its text, title and address."""
    tekens: int = 0
    aantal: int = 0
    lijst: str = ""
    lang: bool = False
    keuzen: tuple[tuple[str, str, str], ...] = ()
    velden: tuple[Veld, ...] = ()
    een: str = ""
    als: str = ""
    mag_onbekend: bool = False
    zelden: bool = False


@dataclass(frozen=True)
class Stap:
    """One step of the form."""

    id: str
    kop: str
    uitleg: str
    minuten: int
    velden: tuple[Veld, ...]
    verplicht: bool


def stappen(catalogue: Catalogue, kinds: dict[str, Any] = KINDS) -> tuple[Stap, ...]:
    """All steps, the required ones first; every field of every kind stands in exactly one."""
    fields = {veld.naam: veld for veld in _fields(catalogue, kinds)}
    placed = {name for step in (*words.VERPLICHT, *words.VERDIEPING) for name in step.velden}
    fresh = [veld for name, veld in fields.items() if name not in placed]
    return (
        *_steps(words.VERPLICHT, fields, [veld for veld in fresh if veld.verplicht], verplicht=True),
        *_steps(words.VERDIEPING, fields, [veld for veld in fresh if not veld.verplicht], verplicht=False),
    )


def _steps(plan: Sequence[words.Indeling], fields: dict[str, Veld], fresh: list[Veld], *, verplicht: bool) -> Iterator[Stap]:
    for step in plan:
        inside = (*(fields[name] for name in step.velden if name in fields), *(fresh if step is plan[-1] else ()))
        yield Stap(step.id, step.kop, step.uitleg, step.minuten, inside, verplicht)


def _fields(catalogue: Catalogue, kinds: dict[str, Any]) -> Iterator[Veld]:
    """The fields of all kinds, each once; what only some kinds have is asked only there."""
    yield _kind(kinds)
    for name in dict.fromkeys(name for model in kinds.values() for name in order(model) if name != "type"):
        owners = [kind for kind, model in kinds.items() if name in model.model_fields]
        only = "" if len(owners) == len(kinds) else f"type={owners[0]}"
        condition = ",".join(part for part in (only, words.ALLEEN_ALS.get(name, "")) if part)
        yield _field(catalogue, kinds[owners[0]], (name,), als=condition)


def _kind(kinds: dict[str, Any]) -> Veld:
    choices = tuple(
        (kind, words.KEUZEN.get(kind, kind.capitalize()), model.model_fields["type"].description or "") for kind, model in kinds.items()
    )
    return Veld("type", "keuze", words.LABELS["type"], "Wat voeg je toe?", verplicht=True, keuzen=choices)


@cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return typing.get_type_hints(model, include_extras=True)


def _field(catalogue: Catalogue, model: type[BaseModel], path: tuple[str, ...], als: str = "") -> Veld:
    name = path[-1]
    info, step = model.model_fields[name], step_at(model, (name,))
    soort, lijst = _soort(_hints(model)[name], step, info, top=len(path) == 1)
    known = catalogue.lijsten.get(lijst)
    story = soort in ("tekst", "teksten")
    return Veld(
        name,
        soort,
        words.LABELS.get(".".join(path), words.LABELS.get(name, name.replace("_", " ").capitalize())),
        words.UITLEG.get(name, info.description or ""),
        info.is_required() or (len(path) == 1 and name == "plaats"),
        voorbeeld="" if story or step.model or known else _example(catalogue, path, info, soort),
        zo=_as_done(catalogue, path) if story else None,
        tekens=0 if lijst else _limit(info, Hoogstens),
        aantal=_limit(info, None) if step.many else 0,
        lijst=lijst,
        lang=lijst not in ("", "bron") and (known is None or len(known) > _LONG),
        keuzen=() if lijst else tuple((key, words.KEUZEN.get(key, key), "") for key in _choices(info)),
        velden=tuple(_field(catalogue, step.model, (*path, part)) for part in step.model.model_fields) if step.model else (),
        een=words.EEN.get(name, "regel") if step.many else "",
        als=als,
        mag_onbekend=name in VERHAAL,
        zelden=name in words.ZELDEN,
    )


def _soort(hint: Any, step: Step, info: FieldInfo, *, top: bool) -> tuple[str, str]:
    """How a field is asked, and which list it names."""
    if step.model:
        return ("groepen" if step.many else "groep"), ""
    if step.kind and not isinstance(step.kind, str):
        naar = step.kind.naar
        if naar == "bron":
            return "bron", naar
        return ("keuzes" if step.many else "keuze" if top else "rol"), naar
    if _choices(info):
        return "keuze" if top else "rol", ""
    if isinstance(step.kind, str):
        return {"regel": "regels", "tekst": "teksten"}.get(step.kind, step.kind) if step.many else step.kind, ""
    if step.many:
        return "regels", ""
    kinds = {Datum: "datum", VolledigeDatum: "dag", Waarde: "getal", Slug: "sleutel", JaNee: "janee" if info.default is None else "vink"}
    return next((kind for part in _alternatives(hint) for known, kind in kinds.items() if part == known), "regel"), ""


def _alternatives(hint: Any) -> Iterable[Any]:
    return typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, UnionType) else (hint,)


def _choices(info: FieldInfo) -> tuple[str, ...]:
    """The few values that a field may have, where they are no list of terms."""
    return next((typing.get_args(part) for part in _alternatives(info.annotation) if typing.get_origin(part) is Literal), ())


def _limit(info: FieldInfo, usual: Any) -> int:
    """The most characters, or with no `usual` mark the most items."""
    marks = [*info.metadata, *(mark for part in _alternatives(info.annotation) for mark in getattr(part, "__metadata__", ()))]
    own = [mark.max_length for mark in marks if isinstance(mark, MaxLen)]
    return own[0] if own else next((mark.tekens for mark in marks if usual and isinstance(mark, usual)), 0)


def _example(catalogue: Catalogue, path: tuple[str, ...], info: FieldInfo, soort: str) -> str:
    """A good example in a few words: of the model, else of the catalogue, else one for the kind of field."""
    if info.examples:
        first = info.examples[0]
        return ", ".join(first) if isinstance(first, list) else str(first)
    real = (text for text, _ in _found(catalogue, path) if 3 < len(text) <= 120)
    return words.VOORBEELDEN.get(path[-1]) or next(real, "") or words.VOORBEELDEN.get(soort, "")


def _as_done(catalogue: Catalogue, path: tuple[str, ...]) -> tuple[str, str, str] | None:
    """How the fullest description tells this, when one tells it in a few sentences with a source."""
    fits = [(text, item) for text, item in _found(catalogue, path) if 120 <= len(text) <= 480 and "[@" in text and "\n- " not in text]
    fits = fits or [(text, item) for text, item in _found(catalogue, path) if text != ONBEKEND and len(text) <= 480]
    fits.sort(key=lambda found: (("volledig", "verdiept", "basis").index(found[1].volledigheid), found[1].slug))
    if not fits:
        return None
    text, item = fits[0]
    return " ".join(text.split()), item.data.titel, addresses.voorbeeld(item.slug)


def _found(catalogue: Catalogue, path: tuple[str, ...]) -> Iterator[tuple[str, Item]]:
    """Every text that the catalogue has at a path, with its entry."""
    for item in catalogue.items:
        for text in _texts(item.data, path):
            yield text, item


def _texts(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, tuple):
        for part in value:
            yield from _texts(part, path)
    elif path:
        yield from _texts(getattr(value, path[0], None), path[1:])
    elif isinstance(value, str):
        yield value
