"""Hands the macros to mkdocs-macros."""

from __future__ import annotations

from typing import Any

from macros.page_macros import macro_names


def define_macros(env: Any) -> None:
    """Register the macros; the plugin of this package has read the catalogue by then, and counted its files when a page calls one."""
    plugin = env.conf.plugins["praktijkwijzer"]
    macros = plugin.maker.macros(lambda: env.page, plugin.sizes)
    for name in macro_names():
        env.macro(getattr(macros, name), name)
