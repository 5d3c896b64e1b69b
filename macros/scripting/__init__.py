"""Our scripts as browsers get them: what comes together anyway in one file, with short names and without comments."""

from __future__ import annotations

from collections.abc import Mapping

import minify

from macros.scripting.bundling import bundles, housed
from macros.scripting.syntax import ScriptError

IN_ONE_FILE = (
    "catalogus.js",
    "formulier.js",
    "kies.js",
    "landkaart.js",
    "selectie.js",
    "toets-kern.js",
    "toets.js",
    "vergelijken.js",
    "voorstellen.js",
    "zoeken.js",
    "zoekkern.js",
)
"""Scripts of so many parts that each is put together with those that nobody else needs."""
HOMES = {
    "elementen.js": "kies.js",
    "toets-document.js": "toets-kern.js",
    "toets-tabel.js": "toets-kern.js",
}
"""Where a module lives that several files want: one for each request would cost more than the module."""
COPIED = ("tekst.js", "toets-gelijkenis.js", "voorbeelden.js")
"""Modules so small, and without anything to remember, that each file has its own."""


def for_browsers(sources: Mapping[str, str]) -> dict[str, str]:
    """File name → source, to file name → what is published. Raises ScriptError for what can't be read."""
    return {name: minified(source, name) for name, source in bundles(housed(sources, HOMES), IN_ONE_FILE, COPIED).items()}


def minified(source: str, name: str) -> str:
    """A module with short names and without comments; what it exports keeps its name. Raises ScriptError for what is no JavaScript."""
    try:
        return str(minify.string("application/javascript", source))
    except minify.MinifyError as error:
        raise ScriptError(f"{name}: dit is geen JavaScript ({error})") from error
