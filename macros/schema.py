"""JSON Schemas for editors, generated from the model and the vocabularies.

One for each kind of entry, for knowledge pages and for each list. Draft 2020-12 as pydantic writes
it, without its generated English titles, with the terms of the lists filled in and explained in
`markdownEnumDescriptions` (what yaml-language-server and VS Code show).
"""

from __future__ import annotations

import json
import typing
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel

from macros.model.entry import KINDS
from macros.model.knowledge import Kennis
from macros.model.scalars import Verwijzing
from macros.model.vocabulary import LISTS, Lijst

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def definitions_of(model: type[BaseModel]) -> dict[str, Any]:
    """A model and the models of its parts, each under its own name, without the terms of lists."""
    schema = _schema(model, {}, as_definition=True)
    definitions: dict[str, Any] = schema["$defs"]
    return definitions


def schemas(lijsten: Mapping[str, Lijst]) -> dict[str, bytes]:
    """File name → UTF-8 JSON, the same bytes for the same model and lists."""
    made = {f"{kind}.schema.json": _schema(model, lijsten) for kind, model in KINDS.items()}
    made["kennis.schema.json"] = _schema(Kennis, lijsten)
    for naam, model in LISTS.items():
        terms = {"type": "object", "additionalProperties": {"$ref": f"#/$defs/{model.__name__}"}}
        made[f"lijst-{naam}.schema.json"] = {**_schema(model, lijsten, as_definition=True), **terms}
    return {name: (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode() for name, schema in sorted(made.items())}


def _schema(model: type[BaseModel], lijsten: Mapping[str, Lijst], *, as_definition: bool = False) -> dict[str, Any]:
    schema = model.model_json_schema()
    definitions: dict[str, Any] = schema.pop("$defs", {})
    models = {definition.__name__: definition for definition in _models(model)}
    for name, definition in {**definitions, model.__name__: schema}.items():
        _fill_terms(models[name], definition, lijsten)
        _tidy(definition)
    if as_definition:
        definitions[model.__name__] = schema
        schema = {}
    return {"$schema": DRAFT, **schema, **({"$defs": definitions} if definitions else {})}


def _models(model: type[BaseModel]) -> typing.Iterator[type[BaseModel]]:
    yield model
    for hint in typing.get_type_hints(model, include_extras=True).values():
        for part in _parts(hint):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from _models(part)


def _parts(hint: Any) -> typing.Iterator[Any]:
    yield hint
    if typing.get_origin(hint) is not Annotated:
        for part in typing.get_args(hint):
            yield from _parts(part)


def _fill_terms(model: type[BaseModel], schema: dict[str, Any], lijsten: Mapping[str, Lijst]) -> None:
    hints = typing.get_type_hints(model, include_extras=True)
    for name, prop in schema.get("properties", {}).items():
        marks = [
            mark
            for part in _parts(hints[name])
            if typing.get_origin(part) is Annotated
            for mark in part.__metadata__
            if isinstance(mark, Verwijzing)
        ]
        if marks and marks[0].naar in lijsten:
            _text_of(prop).update(_terms(lijsten[marks[0].naar]))


def _text_of(prop: dict[str, Any]) -> dict[str, Any]:
    """The part of a property that describes its single text: itself, its items or its alternative."""
    if "items" in prop:
        return _text_of(prop["items"])
    for alternative in prop.get("anyOf", ()):
        if alternative.get("type") != "null":
            return _text_of(alternative)
    return prop


def _terms(lijst: Lijst) -> dict[str, Any]:
    current = {key: term for key, term in lijst.items() if not (lijst.naam == "gemeenten" and term.geldig_tot)}
    return {
        "enum": list(current),
        "markdownEnumDescriptions": [f"**{term.label}** {term.uitleg}".strip() for term in current.values()],
    }


def _tidy(node: Any) -> None:
    """Drop what confuses an editor: generated titles, `null` and defaults that nobody writes."""
    if isinstance(node, dict):
        if isinstance(node.get("title"), str):
            del node["title"]
        if "description" in node and "properties" in node:
            # the English docstring of a model is for us, not for contributors
            del node["description"]
        node.pop("default", None)
        if "anyOf" in node:
            node["anyOf"] = [part for part in node["anyOf"] if part != {"type": "null"}]
            if len(node["anyOf"]) == 1:
                node.update(node.pop("anyOf")[0])
        for value in node.values():
            _tidy(value)
    elif isinstance(node, list):
        for value in node:
            _tidy(value)
