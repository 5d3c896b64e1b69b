"""Praktijkwijzer Sociaal Werk: from YAML entries to a static, searchable, citable site.

Data flows one way: reading → model → rules → catalogue → pages, rendering → site. mkdocs-macros finds
`define_env` here; everything else is imported from its own module.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give page authors their macros (called by mkdocs-macros)."""
    from macros.authoring import define_macros

    define_macros(env)
