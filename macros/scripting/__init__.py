"""Our scripts as browsers get them: what comes together anyway in one file, with short names and without comments."""

from __future__ import annotations

from collections.abc import Mapping

from rjsmin import jsmin

from macros.scripting.bundling import bundles
from macros.scripting.naming import shorten

IN_ONE_FILE = ("catalogus.js", "formulier.js", "kies.js", "landkaart.js", "selectie.js", "toets-kern.js", "toets.js", "zoekkern.js")
"""Scripts of so many parts that each is put together with those that nobody else needs."""


def for_browsers(sources: Mapping[str, str]) -> dict[str, str]:
    """File name → source, to file name → what is published. Raises ScriptError for what can't be read."""
    return {name: str(jsmin(shorten(source, name))) for name, source in bundles(sources, IN_ONE_FILE).items()}
