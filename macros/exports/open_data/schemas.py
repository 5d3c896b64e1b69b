"""JSON Schema (draft 2020-12) of the JSON files, generated from the model.

Unlike the schemas for editors these hold no terms, which may grow within a version, and describe values as they are
written here: yes or no as true or false, dates and numbers as text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros import addresses
from macros.exports.open_data.attribution import NAAM, VERSIE
from macros.model.entry import KINDS
from macros.model.knowledge import Kennis
from macros.model.vocabulary import LISTS
from macros.schema import DRAFT, definitions_of

_TEXT: dict[str, Any] = {"type": "string"}
_URL: dict[str, Any] = {"type": "string", "format": "uri", "pattern": "^https?://"}
_SLUG: dict[str, Any] = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
_LABELS: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": _TEXT}}

ADDED: dict[str, dict[str, Any]] = {
    "slug": {**_SLUG, "description": "De korte naam; blijft altijd gelijk."},
    "adres": {**_URL, "description": "Het vaste adres van de pagina."},
    "citaat": {**_TEXT, "description": "Zo haal je de pagina aan, als gewone tekst."},
    "licentie": {**_URL, "description": "Wat je met de gegevens mag."},
    "naamsvermelding": {**_TEXT, "description": "Zet dit erbij als je dit voorbeeld overneemt."},
    "volledigheid": {"enum": ["basis", "verdiept", "volledig"], "description": "Hoeveel er is ingevuld. Geen oordeel."},
    "mogelijk_verouderd": {"type": "boolean", "description": "Of de feiten ouder zijn dan 24 maanden."},
    "in_woorden": {
        "type": "object",
        "description": "Soort, plaats, fase en peildatum zoals lezers ze zien.",
        "properties": dict.fromkeys(("soort", "plaats", "fase", "peildatum"), _TEXT),
        "required": ["soort", "plaats", "fase", "peildatum"],
        "additionalProperties": False,
    },
    "provincies": {"type": "array", "items": _SLUG, "description": "De provincies die uit de gemeenten volgen."},
    "labels": {**_LABELS, "description": "Per lijst wat lezers zien voor elk id dat hier voorkomt."},
}
"""What the site adds to the fields of an entry."""

_HEAD: dict[str, Any] = {
    "$schema": _URL,
    "naam": {"const": NAAM},
    "versie": {
        "const": VERSIE,
        "description": "Van de vorm van deze gegevens. Verandert er iets wat lezers breekt, dan komt er een map bij.",
    },
    "bijgewerkt": {**_TEXT, "description": "De laatste dag waarop een voorbeeld veranderde of feiten kreeg."},
    "licentie": _URL,
    "naamsvermelding": _TEXT,
}


def schema_files(site_url: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of the schemas: of one entry, of the lists and of the whole."""
    definitions = definities()
    entry: dict[str, Any] = {"oneOf": [_ref(model.__name__) for model in KINDS.values()]}
    lists: dict[str, Any] = {
        "type": "object",
        "properties": {naam: {"type": "object", "additionalProperties": _ref(model.__name__)} for naam, model in LISTS.items()},
        "required": list(LISTS),
    }
    parts = {"voorbeelden": {"type": "array", "items": entry}, "kennis": {"type": "array", "items": _ref("Kennis")}, "lijsten": lists}
    lost = {
        "type": "object",
        "additionalProperties": _TEXT,
        "description": "Webadressen van bronnen die weg zijn, met dat van een bewaard exemplaar.",
    }
    for name, title, body in (
        ("voorbeeld", "Een voorbeeld", entry),
        ("lijsten", "De vaste lijsten", _whole({"lijsten": lists})),
        ("catalogus", "De hele catalogus", _whole({**parts, "verloren_bronnen": lost})),
    ):
        address = addresses.data(f"schema/{name}.schema.json")
        schema = {"$schema": DRAFT, "$id": site_url + address, "title": title, **body, "$defs": _used(definitions, body)}
        yield f"schema/{name}.schema.json", (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()


def definities() -> dict[str, Any]:
    """Every kind of thing in the data, under the name of its model."""
    models: dict[str, type[BaseModel]] = {**KINDS, "kennis": Kennis, **{model.__name__: model for model in LISTS.values()}}
    definitions = {key: value for model in models.values() for key, value in definitions_of(model).items()}
    for definition in definitions.values():
        _as_data(definition)
    for kind in KINDS.values():
        _add(definitions[kind.__name__], ADDED)
    _add(
        definitions["Kennis"],
        {"slug": _SLUG, "adres": _URL, "tekst": {**_TEXT, "description": "De pagina als Markdown."}},
        without="render_macros",
    )
    return definitions


def _whole(parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": {**_HEAD, **parts}, "required": [*_HEAD, *parts], "additionalProperties": False}


def _add(definition: dict[str, Any], added: dict[str, dict[str, Any]], without: str = "") -> None:
    own = {name: value for name, value in definition["properties"].items() if name != without}
    definition["properties"] = {**added, **own}
    definition["required"] = [*added, *(name for name in definition["required"] if name != without)]


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _as_data(node: Any) -> None:
    """Change what people may type into what is written here, in place."""
    if isinstance(node, list):
        for value in node:
            _as_data(value)
    if not isinstance(node, dict):
        return
    if node.get("enum") == ["ja", "nee"]:
        del node["enum"]
        node["type"] = "boolean"
        node.pop("examples", None)
    if "anyOf" in node and {part.get("type") for part in node["anyOf"]} in ({"string", "integer"}, {"string", "number"}):
        node.update(node.pop("anyOf")[0])
    for value in node.values():
        _as_data(value)


def _used(definitions: dict[str, Any], body: Any) -> dict[str, Any]:
    """The definitions that a schema refers to, those of its parts included, in the order of their names."""
    used: dict[str, Any] = {}
    waiting = [body]
    while waiting:
        for name in sorted(_names(waiting.pop()) - used.keys()):
            used[name] = definitions[name]
            waiting.append(definitions[name])
    return dict(sorted(used.items()))


def _names(node: Any) -> set[str]:
    if isinstance(node, list):
        return set().union(*(_names(value) for value in node))
    if isinstance(node, dict):
        own = {node["$ref"].removeprefix("#/$defs/")} if isinstance(node.get("$ref"), str) else set()
        return own.union(*(_names(value) for value in node.values()))
    return set()
