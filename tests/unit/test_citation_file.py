"""`CITATION.cff` is one that GitHub, Zenodo and Zotero read: the Citation File Format 1.2.0, and it says what we publish."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

# What the schema of the format asks of the keys that we use or shall use; any other key is refused, as there.
_TEXT = {"type": "string", "minLength": 1}
_DOI = {"type": "string", "pattern": r"^10\.\d{4,9}(\.\d+)?/\S+$"}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["authors", "cff-version", "message", "title"],
    "additionalProperties": False,
    "properties": {
        "cff-version": {"const": "1.2.0"},
        "message": _TEXT,
        "type": {"enum": ["dataset", "software"]},
        "title": _TEXT,
        "abstract": _TEXT,
        "authors": {
            "type": "array",
            "minItems": 1,
            "uniqueItems": True,
            "items": {
                "type": "object",
                "required": ["name"],
                "properties": {"name": _TEXT, "website": _TEXT},
                "additionalProperties": False,
            },
        },
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": _TEXT},
        "license": {"const": "CC-BY-4.0"},
        "version": _TEXT,
        "date-released": {"type": "string", "pattern": r"^\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])$"},
        "doi": _DOI,
        "identifiers": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["type", "value"],
                "properties": {"type": {"const": "doi"}, "value": _DOI, "description": _TEXT},
                "additionalProperties": False,
            },
        },
        "url": {"type": "string", "format": "uri", "pattern": "^https?://"},
        "repository-code": {"type": "string", "format": "uri", "pattern": "^https?://"},
    },
}


@pytest.fixture
def citation(project: Path) -> dict[str, Any]:
    """The file, every value as it was typed."""
    found: dict[str, Any] = yaml.load((project / "CITATION.cff").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def test_keeps_the_format(citation: dict[str, Any]) -> None:
    """What tools require is there, and nothing that they don't know."""
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(citation)] == []


@pytest.mark.parametrize("key", ["authors", "cff-version", "message", "title"])
def test_schema_can_refuse(citation: dict[str, Any], key: str) -> None:
    """Without what is required it is refused."""
    assert not Draft202012Validator(SCHEMA).is_valid({name: value for name, value in citation.items() if name != key})


def test_version_is_that_of_the_project(citation: dict[str, Any], project: Path) -> None:
    """A release changes both."""
    published = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]

    assert citation["version"] == published
