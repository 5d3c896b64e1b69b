"""What to write instead: a list for what was typed without brackets, fields for what was typed as text."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from macros.document import Loc
from macros.model.leaves import Step, model_at, step_at
from macros.model.scalars import Verwijzing, means_unknown, shorten
from macros.naming import slugify

_BETWEEN = re.compile(r"\s*(?:[,;\n]|\ben\b|(?:^|\s)\d{1,2}[.)]\s)\s*")


def as_list(model: type[BaseModel], loc: Loc, found: Any) -> str:
    """The remedy for a field that must be a list and holds something else."""
    step = step_at(model, loc)
    if isinstance(found, str) and means_unknown(found):
        if step.model is None or not _is_required(model, loc):
            return _without(model, loc, step)
        found = None
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
    if isinstance(found, str) and means_unknown(found):
        if not isinstance(loc[-1], int) and not _is_required(model, loc):
            return _without(model, loc, step)
        found = None
    fields = example_fields(step.model, found)
    if isinstance(loc[-1], int):
        return f"Schrijf '- {fields[0]}', en daaronder {quoted_row(fields[1:])}."
    needs_all = any(field.is_required() for field in step.model.model_fields.values())
    return f"Zet op de regels eronder, twee spaties ingesprongen: {quoted_row(fields, 'en' if needs_all else 'of')}."


def as_text(model: type[BaseModel], loc: Loc, found: Any) -> str:
    """The remedy for a text that became a list or a group of fields: in a row of texts mostly by a colon or a second dash."""
    if not isinstance(loc[-1], int):
        return "Schrijf de waarde achter de dubbele punt."
    if isinstance(found, list):
        return "Zet elk onderdeel apart in de lijst, zonder lijst daarbinnen."
    [(key, value), *more] = found.items() if found else [("", "")]
    if key and isinstance(value, str) and not more:
        if step_at(model, loc).kind not in ("regel", "tekst"):
            return f"Schrijf alleen de waarde: '- {shorten(value) or '…'}'."
        return f"Hoort de dubbele punt bij de tekst? Zet er aanhalingstekens om: '- \"{shorten(f'{key}: {value}'.strip())}\"'."
    return "Maak er één tekst van, achter één streepje."


def _is_required(model: type[BaseModel], loc: Loc) -> bool:
    return model_at(model, loc[:-1]).model_fields[str(loc[-1])].is_required()


def _without(model: type[BaseModel], loc: Loc, step: Step) -> str:
    """What to do when somebody doesn't know: a field that may stay away goes, another gets the nearest of its list."""
    if step.kind == Verwijzing("gemeenten") or (step.model and "gemeenten" in step.model.model_fields):
        return "Noem de gemeente. Is het overal? Schrijf dan 'landelijk: ja' in plaats van 'plaats'."
    if not _is_required(model, loc) or not isinstance(step.kind, Verwijzing):
        return "Weet je het niet? Haal het veld weg."
    return f"Kies wat het beste past uit voorbeelden/_lijsten/{step.kind.naar}.yml."


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
