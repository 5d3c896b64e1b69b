"""The files on their addresses as an API that only answers: OpenAPI 3.1, generated from the list of files and the model."""

from __future__ import annotations

import json
from typing import Any

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.open_data.attribution import LICENTIE_ADRES, NAAM, VERSIE, naamsvermelding
from macros.exports.open_data.formats import Bestand, bestanden
from macros.exports.open_data.schemas import definities


def openapi(catalogue: Catalogue, site_url: str) -> bytes:
    """The description, as JSON. The shapes of entries and pages are in it, so that a program can be generated from it alone."""
    paths = {f"/{addresses.data(file.naam)}": _file(file) for file in bestanden(catalogue)}
    entry = {"oneOf": [{"$ref": f"#/components/schemas/{kind}"} for kind in ("Praktijk", "Werkwijze")]}
    slug = {
        "name": "slug",
        "in": "path",
        "required": True,
        "description": "De korte naam van een voorbeeld.",
        "schema": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        **({"example": catalogue.items[0].slug} if catalogue.items else {}),
    }
    described = {
        "openapi": "3.1.0",
        "info": {
            "title": NAAM,
            "version": VERSIE,
            "summary": "Voorbeelden uit het sociaal werk, als bestanden op vaste adressen.",
            "description": f"Zonder sleutel en zonder limiet van ons. Zet erbij: {naamsvermelding(site_url)}",
            "license": {"name": "CC BY 4.0", "url": LICENTIE_ADRES},
        },
        "servers": [{"url": site_url.rstrip("/")}],
        "externalDocs": {"url": f"{site_url}data/"},
        "paths": {f"/{addresses.gegevens('{slug}')}": _entry(slug, entry), **paths},
        "components": {"schemas": _with_names(definities())},
    }
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(slug: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    answers = {
        "200": {"description": "Het hele voorbeeld.", "content": {"application/json": {"schema": schema}}},
        "404": {"description": "Er is geen voorbeeld met deze naam."},
    }
    return {"get": {"operationId": "voorbeeld", "summary": "Eén voorbeeld", "parameters": [slug], "responses": answers}}


def _file(file: Bestand) -> dict[str, Any]:
    content: dict[str, Any] = {file.media_type: {}}
    return {
        "get": {
            "operationId": file.naam.replace("/", "-").replace(".", "-"),
            "summary": f"{file.titel} ({file.formaat})",
            "description": file.uitleg,
            "responses": {"200": {"description": file.uitleg, "content": content}},
        }
    }


def _with_names(node: Any) -> Any:
    """Definitions that refer to each other where OpenAPI keeps them."""
    if isinstance(node, list):
        return [_with_names(value) for value in node]
    if isinstance(node, dict):
        return {
            key: value.replace("#/$defs/", "#/components/schemas/") if key == "$ref" else _with_names(value) for key, value in node.items()
        }
    return node
