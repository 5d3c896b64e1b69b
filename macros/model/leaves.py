"""Every single text in a raw entry, together with what the model says it is.

The model fails as a whole when one field is wrong, but contributors get every mistake at once; so
rules about single values walk the raw document, led by the model's own annotations.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel

from macros.model.scalars import Mailadres, Regel, Tekst, Verwijzing, Webadres
from macros.reading import Loc


@dataclass(frozen=True)
class Leaf:
    """One text, where it stands, and its kind: a `Verwijzing`, or `tekst`, `regel`, `url`, `mail`, or None."""

    loc: Loc
    value: str
    kind: Verwijzing | str | None


def walk(model: type[BaseModel], value: Mapping[str, Any], loc: Loc = ()) -> Iterator[Leaf]:
    """All texts below a raw mapping, in the order of the file; what the model doesn't know is left out."""
    plan = _plan(model)
    for key, item in value.items():
        if key in plan:
            yield from _walk_value(plan[key], item, (*loc, key))


def model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model of the mapping at a location that `model` itself accepted as far as that mapping."""
    for step in loc:
        if isinstance(step, str):
            model = _plan(model)[step].model or model
    return model


@dataclass(frozen=True)
class _Step:
    kind: Verwijzing | str | None
    model: type[BaseModel] | None


def _walk_value(step: _Step, value: Any, loc: Loc) -> Iterator[Leaf]:
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _walk_value(step, item, (*loc, index))
    elif isinstance(value, dict):
        if step.model:
            yield from walk(step.model, value, loc)
    else:
        yield Leaf(loc, value, step.kind)


@functools.cache
def _plan(model: type[BaseModel]) -> dict[str, _Step]:
    hints = typing.get_type_hints(model, include_extras=True)
    return {name: _step(hints[name]) for name in model.model_fields}


_KINDS = {Tekst: "tekst", Regel: "regel", Webadres: "url", Mailadres: "mail"}


def _step(hint: Any) -> _Step:
    if typing.get_origin(hint) is Annotated:
        if hint in _KINDS:
            return _Step(_KINDS[hint], None)
        marks = [mark for mark in hint.__metadata__ if isinstance(mark, Verwijzing)]
        return _Step(marks[0] if marks else None, None)
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _Step(None, hint)
    # tuple[X, ...], X | None
    inner = [part for part in typing.get_args(hint) if part not in (types.NoneType, Ellipsis)]
    return _step(inner[0]) if inner else _Step(None, None)
