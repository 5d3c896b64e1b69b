"""Every single text in a raw entry, together with what the model says it is.

The model fails as a whole when one field is wrong, but contributors get every mistake at once; so
rules about single values walk the raw document, led by the model's own annotations.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, NamedTuple

from pydantic import BaseModel

from macros.document import Loc
from macros.model.scalars import Mailadres, Regel, Tekst, Verwijzing, Webadres


class Leaf(NamedTuple):
    """One text, where it stands, and its kind: a `Verwijzing`, or `tekst`, `regel`, `url`, `mail`, or None."""

    loc: Loc
    value: str
    kind: Verwijzing | str | None


def walk(model: type[BaseModel], value: Mapping[str, Any]) -> list[Leaf]:
    """All texts below a raw mapping, in the order of the file; what the model doesn't know is left out."""
    found: list[Leaf] = []
    _gather_fields(model, value, (), found)
    return found


def references(model: type[BaseModel], value: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every id below a raw mapping, as `walk` gives them, without a look at other texts: the list or kind of page, and the id."""
    for name, step in _referring(model).items():
        if name in value:
            yield from _references(step, value[name], step.many)


def _references(step: Step, value: Any, listless: bool) -> Iterator[tuple[str, str]]:
    if isinstance(value, list):
        for item in value:
            yield from _references(step, item, False)
    elif isinstance(value, dict):
        if step.model:
            yield from references(step.model, value)
    elif isinstance(step.kind, Verwijzing) and not listless:
        yield step.kind.naar, value


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model of the mapping at a location that `model` itself accepted as far as that mapping."""
    for step in loc:
        if isinstance(step, str):
            model = _plan(model)[step].model or model
    return model


@dataclass(frozen=True)
class Step:
    """What a field holds: texts of a kind or groups of fields, and whether it is a list of them."""

    kind: Verwijzing | str | None = None
    model: type[BaseModel] | None = None
    many: bool = False


def step_at(model: type[BaseModel], loc: Loc) -> Step:
    """What the field at a location holds; `loc` ends in the name of a field or in a place in its list."""
    names = [step for step in loc if isinstance(step, str)]
    for name in names[:-1]:
        model = _plan(model)[name].model or model
    return _plan(model).get(names[-1], Step()) if names else Step()


def _gather_fields(model: type[BaseModel], value: Mapping[str, Any], loc: Loc, found: list[Leaf]) -> None:
    plan = _plan(model)
    for key, item in value.items():
        if key in plan:
            _gather(plan[key], item, (*loc, key), found)


def _gather(step: Step, value: Any, loc: Loc, found: list[Leaf]) -> None:
    if isinstance(value, list):
        for index, item in enumerate(value):
            _gather(step, item, (*loc, index), found)
    elif isinstance(value, dict):
        if step.model:
            _gather_fields(step.model, value, loc, found)
    else:
        # "zwolle, kampen" where a list belongs is told as that, and is not also the id of nothing
        listless = step.many and isinstance(step.kind, Verwijzing) and not isinstance(loc[-1], int)
        found.append(Leaf(loc, value, None if listless else step.kind))


@functools.cache
def _referring(model: type[BaseModel]) -> dict[str, Step]:
    """The fields of a model that hold references, or groups that do."""
    return {
        name: step for name, step in _plan(model).items() if isinstance(step.kind, Verwijzing) or (step.model and _referring(step.model))
    }


@functools.cache
def _plan(model: type[BaseModel]) -> dict[str, Step]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: _step(hints[name]) for name in model.model_fields}


_KINDS = {Tekst: "tekst", Regel: "regel", Webadres: "url", Mailadres: "mail"}


def _step(hint: Any) -> Step:
    if typing.get_origin(hint) is Annotated:
        if hint in _KINDS:
            return Step(_KINDS[hint])
        marks = [mark for mark in hint.__metadata__ if isinstance(mark, Verwijzing)]
        return Step(marks[0] if marks else None)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return Step(model=hint)
    # tuple[X, ...], X | None
    inner = [part for part in typing.get_args(hint) if part not in (types.NoneType, Ellipsis)]
    if not inner:
        return Step()
    step = _step(inner[0])
    return replace(step, many=True) if typing.get_origin(hint) is tuple else step
