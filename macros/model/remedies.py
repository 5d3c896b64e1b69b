"""What to write instead: a list for what was typed without brackets, fields for what was typed as text."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.document import Loc
from macros.model.leaves import Step, step_at
from macros.model.scalars import Verwijzing, shorten
from macros.naming import slugify

_BETWEEN = re.compile(r"\s*(?:[,;\n]|\ben\b|(?:^|\s)\d{1,2}[.)]\s)\s*")


def as_list(model: type[BaseModel], loc: Loc, found: Any) -> str:
    """The remedy for a field that must be a list and holds something else."""
    step = step_at(model, loc)
    if step.model and isinstance(found, dict) and found:
        return f"Zet een streepje voor het eerste veld van elk onderdeel: '- {next(iter(found))}: …'."
    if step.model:
        first, *rest = example_fields(step.model, found)
        return f"Zet voor elk onderdeel een streepje: '- {first}', en daaronder {quoted_row(rest)}."
    if isinstance(found, str) and isinstance(step.kind, Verwijzing):
        ids = [slugify(part) for part in _BETWEEN.split(found.strip("[] \n")) if part]
        return f"Schrijf '{loc[-1]}: [{shorten(', '.join(ids), 80)}]'."
    if isinstance(found, str) and step.kind == "regel" and "," in found and not re.search(r"[][{}#:\n]", found):
        return f"Schrijf '{loc[-1]}: [{shorten(found, 80)}]'."
    if step.kind == "tekst":
        return "Zet elk onderdeel op een eigen regel, met '- ' ervoor."
    return "Schrijf [een, twee], of elk onderdeel op een eigen regel met '- ' ervoor."


def as_fields(model: type[BaseModel], loc: Loc, found: Any) -> str:
    """The remedy for a group of fields that was typed as a text or as a list."""
    step = step_at(model, loc)
    if step.model is None:
        return "Zet de velden ingesprongen op de regels eronder."
    fields = example_fields(step.model, found)
    if isinstance(loc[-1], int):
        return f"Schrijf '- {fields[0]}', en daaronder {quoted_row(fields[1:])}."
    needs_all = any(field.is_required() for field in step.model.model_fields.values())
    return f"Zet op de regels eronder, twee spaties ingesprongen: {quoted_row(fields, 'en' if needs_all else 'of')}."


def example_fields(model: type[BaseModel], found: Any = None) -> list[str]:
    """The fields that a group can't do without, or may choose from, each with an example or with what was typed."""
    fields = model.model_fields
    required = [name for name, field in fields.items() if field.is_required()]
    wanted = 2 if required in ([], ["bron"]) else len(required)
    chosen = {*required, *[name for name in fields if name not in required][: wanted - len(required)]}
    return [f"{name}: {_example(step_at(model, (name,)), name, field, found)}" for name, field in fields.items() if name in chosen]


def _example(step: Step, name: str, field: FieldInfo, found: Any) -> str:
    typed = found.strip() if isinstance(found, str) and "\n" not in found.strip() and len(found) <= 60 else ""
    if typed and step.kind == "url" and typed.startswith("http"):
        return typed
    if typed and ((step.kind == "mail" and "@" in typed) or name == "naam"):
        return typed
    if typed and step.kind == Verwijzing("gemeenten"):
        return f"[{', '.join(slugify(part) for part in _BETWEEN.split(typed) if part)}]"
    if step.kind == Verwijzing("bron"):
        return "sleutel-van-je-bron"
    example = (field.examples or ["…"])[0]
    shown = f"[{', '.join(example)}]" if isinstance(example, list) else str(example)
    return shown if len(shown) <= 25 else "…"


def quoted_row(parts: list[str], last: str = "en") -> str:
    """Parts between quotes as Dutch writes them in a sentence: `'a', 'b' en 'c'`."""
    quoted = [f"'{part}'" for part in parts]
    return f" {last} ".join(part for part in (", ".join(quoted[:-1]), *quoted[-1:]) if part)
