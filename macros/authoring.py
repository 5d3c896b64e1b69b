"""Hands the macros to mkdocs-macros."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from macros.forge import forge
from macros.page_macros import Macros, Omgeving, macro_names


def define_macros(env: Any) -> None:
    """Register the macros; the plugin of this package has read the catalogue by then."""
    macros = macros_of(env.conf.plugins["praktijkwijzer"], env.conf, lambda: env.page)
    for name in macro_names():
        env.macro(getattr(macros, name), name)


def macros_of(plugin: Any, config: Any, page: Callable[[], Any]) -> Macros:
    """The macros for the catalogue that the plugin of this package holds; `page` gives the page of MkDocs on which one is called."""
    omgeving = Omgeving(
        site=str(config.site_url),
        bewerkadres=lambda: page().edit_url or "",
        verzamelingen=plugin.collections,
        stijl=plugin.tokens,
        formulier=lambda: {
            "forge": forge(config.repo_url, config.edit_uri),
            "redactie": config.extra.get("redactie") or "",
            "stijl": config.extra["stijl"],
        },
        bestanden=plugin.published,
        wijzigingen=plugin.changes,
    )
    return Macros(plugin.catalogue, plugin.renderer, lambda: str(page().url), omgeving)
