"""What the map's search field knows: every municipality, those without entries too: `/kaart/gemeenten.json`.

- `gemeenten`: `[id, name, number of entries]`, and for those without entries also the province, the point on the
  map (x, y in units of the drawing) and the nearest ones that have entries as `[id, kilometres]`;
- `namen`: `[id, name, municipality, kind]`, the other names by which people look for one (views.nearby.Naam).

The pages of municipalities with entries say themselves what is near, so that is not repeated here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import astuple
from typing import Any

from macros import addresses
from macros.catalogue import Catalogue
from macros.geodata import gemeentepunten, vormen
from macros.views.nearby import andere_namen, naaste


def municipality_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and content of the one file."""
    found = {"gemeenten": list(_municipalities(catalogue)), "namen": [astuple(naam) for naam in andere_namen(catalogue)]}
    yield addresses.KAARTGEMEENTEN, json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _municipalities(catalogue: Catalogue) -> Iterator[list[Any]]:
    points = gemeentepunten()
    for key, term in catalogue.lijsten["gemeenten"].items():
        number = len(catalogue.with_term("gemeenten", key))
        if number:
            yield [key, term.label, number]
        elif not term.opvolger and key in points:
            x, y = vormen().project(points[key])
            yield [key, term.label, 0, getattr(term, "provincie", ""), round(x), round(y), naaste(catalogue, key)]
