"""Our scripts as browsers get them: modules that come together in one file, with short names and without comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rjsmin import jsmin

from macros.scripting.joining import join
from macros.scripting.naming import shorten

BUNDELS: Mapping[str, Sequence[str]] = {
    "catalogus": ("catalogus-adres", "catalogus-kaarten", "catalogus-keuzes", "catalogus-filters", "catalogus-tabel", "catalogus"),
    "landkaart": ("kaartmerken", "catalogus-landkaart", "gemeentezoeker", "landkaart"),
    "selectie": ("uitvoer", "selectie"),
    "tekst": ("tekst", "bestanden"),
    "zoekkern": ("nederlands", "zoekkern"),
}
"""Modules that are small apart and of use together, by the file in which they go, each after those that it imports."""


def for_browsers(scripts: Mapping[str, str]) -> Mapping[str, str]:
    """Name of a module → its source, to name of a file → its content. Raises ScriptError for what can't be read."""
    return {name: str(jsmin(shorten(source, name))) for name, source in sorted(join(scripts, BUNDELS).items())}
