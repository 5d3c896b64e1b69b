"""The columns that follow from the model, with its own explanations, and how their cells follow from an object.

- A field with one value, or several plain ones, is a column; several values are joined by ` | `.
- A group of fields (`kosten`) is a column for each (`kosten_jaarband`).
- An id has its label in the next column, a written number (`1.250`, `50-60`) its lowest and highest value.
"""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from macros.canonical import order
from macros.catalogue import Catalogue
from macros.model.entry import Praktijk
from macros.model.leaves import Step, step_at
from macros.model.scalars import JaNee, Verwijzing, Waarde
from macros.model.vocabulary import LISTS

Cel = str | bool | int | float | None
Soort = Literal["tekst", "getal", "janee"]

BETWEEN = " | "
"""What stands between the values of a field with several."""


@dataclass(frozen=True)
class Kolom:
    """A column: its name, what it holds, and of what kind."""

    naam: str
    uitleg: str
    soort: Soort = "tekst"


@dataclass(frozen=True)
class Afgeleid:
    """A column, and how its cell follows from an object with the fields of a model."""

    kolom: Kolom
    cel: Callable[[Any], Cel]


def own_columns(catalogue: Catalogue) -> Iterator[Afgeleid]:
    """Those of an entry, but for the fields that have a table of their own."""
    for name in order(Praktijk):
        step = step_at(Praktijk, (name,))
        if step.many and step.model:
            continue
        if step.model:
            for bron in columns_of(catalogue, step.model):
                yield Afgeleid(
                    Kolom(f"{name}_{bron.kolom.naam}", bron.kolom.uitleg, bron.kolom.soort),
                    lambda data, name=name, bron=bron: None if (part := getattr(data, name)) is None else bron.cel(part),  # type: ignore[misc]
                )
        else:
            yield from _field(catalogue, Praktijk, name, step)


def columns_of(catalogue: Catalogue, model: type[BaseModel]) -> Iterator[Afgeleid]:
    """Those of a group of fields."""
    for name in order(model):
        yield from _field(catalogue, model, name, step_at(model, (name,)))


def _field(catalogue: Catalogue, model: type[BaseModel], name: str, step: Step) -> Iterator[Afgeleid]:
    hint = _hints(model)[name]
    uitleg = model.model_fields[name].description or ""
    kinds = (hint, *typing.get_args(hint))
    # what only a practice has is not there in a method
    yield Afgeleid(Kolom(name, uitleg, "janee" if JaNee in kinds else "tekst"), lambda part: cell(getattr(part, name, None)))
    if isinstance(step.kind, Verwijzing) and step.kind.naar in LISTS:
        lijst = catalogue.lijsten[step.kind.naar]
        yield Afgeleid(Kolom(f"{name}_label", f"Hoe lezers '{name}' zien."), lambda part: _labels(lijst.label, getattr(part, name)))
    if Waarde in kinds:
        yield Afgeleid(
            Kolom(f"{name}_van", f"'{name}' als getal; bij een bereik het laagste.", "getal"), lambda part: _number(part, name, 0)
        )
        yield Afgeleid(
            Kolom(f"{name}_tot", f"'{name}' als getal; bij een bereik het hoogste.", "getal"), lambda part: _number(part, name, -1)
        )


@functools.cache
def _hints(model: type[BaseModel]) -> Mapping[str, Any]:
    return typing.get_type_hints(model, include_extras=True)


def cell(value: Any) -> Cel:
    """A value of the model as one cell."""
    if isinstance(value, tuple):
        return joined(value)
    return value  # type: ignore[no-any-return]


def joined(values: Sequence[str]) -> str | None:
    """Several values in one cell; none is an empty cell."""
    return BETWEEN.join(values) or None


def _labels(label: Callable[[str], str], value: str | tuple[str, ...] | None) -> str | None:
    keys = (value,) if isinstance(value, str) else value or ()
    return joined([label(key) for key in keys])


def _number(part: Any, name: str, place: int) -> int | float | None:
    """One end of a number as the model lets people write it: `1.250`, `1,6`, `50-60`."""
    written: str | None = getattr(part, name)
    if written is None:
        return None
    plain = written.split("-")[place].replace(".", "").replace(",", ".")
    return float(plain) if "." in plain else int(plain)
