"""Hands the macros to mkdocs-macros."""

from __future__ import annotations

from typing import Any

from macros.forge import forge
from macros.page_macros import Macros, Omgeving, macro_names


def define_macros(env: Any) -> None:
    """Register the macros; the plugin of this package has read the catalogue by then."""
    plugin = env.conf.plugins["praktijkwijzer"]
    omgeving = Omgeving(
        site=str(env.conf.site_url),
        bewerkadres=lambda: env.page.edit_url or "",
        verzamelingen=plugin.collections,
        stijl=plugin.tokens,
        formulier=lambda: {
            "forge": forge(env.conf.repo_url, env.conf.edit_uri),
            "redactie": env.conf.extra.get("redactie") or "",
            "stijl": env.conf.extra["stijl"],
        },
        bestanden=plugin.published,
        wijzigingen=plugin.changes,
    )
    macros = Macros(plugin.catalogue, plugin.renderer, lambda: str(env.page.url), omgeving)
    for name in macro_names():
        env.macro(getattr(macros, name), name)
