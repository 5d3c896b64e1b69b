"""JSON Schemas for editors, generated from the model and the vocabularies.

One for each kind of entry, for knowledge pages and for each list. Draft 2020-12 as pydantic writes
it, without its generated English titles, with the terms of the lists filled in. What editors show is
Dutch as far as yaml-language-server (and so VS Code) lets us: `markdownEnumDescriptions`,
`markdownDescription` and `errorMessage` are its own keywords. It has one message for a whole object, which would not
say which field is missing or unknown; so each required field is asked in a part of its own, and names are a list. Only
a key that is there twice is told in English: by the parser inside the server, before it looks at any schema, and the
translations that the server brings are German, French, Japanese, Korean and Chinese.
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

_LIST = "Dit is een lijst. Schrijf [een, twee], of zet elk punt op een eigen regel met een streepje ervoor."
_DATE = "Schrijf een datum als 2024-03-26, 2024-03 of 2024."
_PATTERNS = {
    r"^\d{4}(-\d{2}(-\d{2})?)?$": _DATE,
    r"^\d{4}-\d{2}-\d{2}$": "Schrijf een hele datum, zoals 2024-03-26.",
    "^https?://": "Schrijf een webadres dat met https:// begint.",
    r"^[\d.,-]+$": "Schrijf een getal, zoals 70, 1.250 of 1,6, of een bereik, zoals 50-60.",
    r"^[a-z0-9][a-z0-9._-]*\.(jpg|jpeg|png|webp)$": "Schrijf een bestandsnaam, zoals leefgoed.jpg.",
    r"^PV\d\d$": "Schrijf een CBS-code, zoals PV30.",
    r"^GM\d{4}$": "Schrijf een CBS-code, zoals GM1948.",
}
_UNKNOWN = "Dit veld bestaat hier niet. Kijk of je het goed schreef; met Ctrl+spatie kun je kiezen."
_GROUP = "Hier horen velden, elk op een eigen regel en twee spaties naar rechts."
_FEW = 5
"""As many choices fit in a message."""


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
        if lijsten:
            _speak_dutch(definition)
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


def _speak_dutch(node: Any) -> None:
    """Give every value the message for when it is wrong, and every field its example in words.

    An `examples` would be typed for the contributor as if it were the answer.
    """
    if isinstance(node, list):
        for part in node:
            _speak_dutch(part)
        return
    if not isinstance(node, dict):
        return
    if isinstance(examples := node.get("examples"), list):
        first = examples[0]
        written = "[" + ", ".join(first) + "]" if isinstance(first, list) else str(first)
        # of a field with alternatives the server shows the plain description only
        node["description" if "anyOf" in node else "markdownDescription"] = f"{node['description']}\n\nBijvoorbeeld: `{written}`"
        del node["examples"]
    for part in list(node.values()):
        _speak_dutch(part)
    if message := _message(node):
        node["errorMessage"] = message
    if isinstance(node.get("properties"), dict):
        _name_fields(node)
    _name_limits(node)


def _name_fields(node: dict[str, Any]) -> None:
    """Ask each required field by itself, and list the names, so that a message says which one; offer all required ones at once."""
    required = node.pop("required", [])
    if node.pop("additionalProperties", True) is False:
        node["propertyNames"] = {"enum": list(node["properties"]), "errorMessage": _UNKNOWN}
    node["errorMessage"] = _GROUP
    if required:
        node["allOf"] = [{"required": [name], "errorMessage": f"Het veld '{name}' ontbreekt nog."} for name in required]
        node["defaultSnippets"] = [
            {"label": "alle verplichte velden", "body": {name: f"${at}" for at, name in enumerate(required, start=1)}}
        ]


def _name_limits(node: dict[str, Any]) -> None:
    """Say in words how long a text or a list may be: for its own keywords the editor has only English."""
    parts: list[dict[str, Any]] = []
    if node.get("type") == "string" and (node.keys() & {"minLength", "maxLength"}):
        least, most = node.pop("minLength", 0), node.pop("maxLength", "")
        said = (f"Vul dit in, met hoogstens {most} tekens." if least else f"Schrijf hoogstens {most} tekens.") if most else "Vul dit in."
        parts = [{"pattern": f"^[\\s\\S]{{{least},{most}}}$", "errorMessage": said}]
    if node.get("type") == "array":
        least, most = node.pop("minItems", 0), node.pop("maxItems", 0)
        if least:
            parts.append({"contains": {}, "minContains": least, "errorMessage": f"Noem er ten minste {least}."})
        if most:
            parts.append({"contains": {}, "minContains": 0, "maxContains": most, "errorMessage": f"Noem er hoogstens {most}."})
    if parts:
        node["allOf"] = [*node.get("allOf", []), *parts]


def _message(node: Mapping[str, Any]) -> str:
    """What a contributor reads when the value is wrong; nothing where yaml-language-server itself is more precise."""
    choices = node.get("enum") or ([node["const"]] if "const" in node else [])
    if isinstance(choices, list) and choices:
        few = " of ".join(map(str, choices)) if len(choices) <= _FEW else "een woord uit de lijst; met Ctrl+spatie kun je kiezen"
        return f"Schrijf {few}."
    match node.get("type"):
        case "array":
            return _LIST
        case "integer":
            return _DATE
        case "number":
            return _PATTERNS[r"^[\d.,-]+$"]
        case "string" if node.get("format") == "email":
            return "Schrijf een mailadres, zoals info@voorbeeld.nl."
        case "string":
            return _PATTERNS[node["pattern"]] if "pattern" in node else "Hier hoort tekst."
    return ""
