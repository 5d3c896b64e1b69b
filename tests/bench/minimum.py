"""The least that any program in Python must do for the pages of entries: read each file, put its text in a page, write the page.

A program of its own: `python minimum.py VOORBEELDEN SITE`. PyYAML's C loader, one compiled template of Jinja, and nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

_TEMPLATE = """<!doctype html><html lang=nl><head><meta charset=utf-8><title>{{ titel }}</title><link rel=stylesheet href=/stijl.css></head>
<body><main><h1>{{ titel }}</h1>
{% for naam, tekst in velden %}<h2>{{ naam }}</h2><p>{{ tekst }}</p>
{% endfor %}</main></body></html>
"""


def make(entries: Path, site: Path) -> None:
    """Write a page for every entry in a folder."""
    template = Environment(autoescape=True).from_string(_TEMPLATE)
    for path in sorted(entries.glob("*.yml")):
        value = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        page = site / path.stem / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(template.render(titel=value["titel"], velden=_fields("", value)), encoding="utf-8")


def _fields(name: str, value: Any) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield from _fields(key, part)
    elif isinstance(value, list):
        for part in value:
            yield from _fields(name, part)
    else:
        yield name, value


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
