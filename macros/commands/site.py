"""Making the site: `build` and `serve`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from macros.commands.ground import stop_on_terminate
from macros.dutch_arguments import fail


def add(commands: Any) -> None:
    """The commands that make pages."""
    building = commands.add_parser("build", help="maak de site, met zoekindex en linkcontrole")
    building.add_argument("--uit", type=Path, default=None, metavar="MAP", help="waar de site komt (standaard: site)")
    building.set_defaults(run=_build)

    serving = commands.add_parser("serve", help="maak de site, toon haar en volg wijzigingen")
    serving.add_argument("--adres", default="127.0.0.1", help="waarop geluisterd wordt (standaard: 127.0.0.1)")
    serving.add_argument("--poort", type=int, default=8000, help="de poort (standaard: 8000)")
    serving.set_defaults(run=_serve)


def _build(options: argparse.Namespace) -> int:
    from macros.building import build

    stop_on_terminate()
    return build(options.project, options.uit)


def _serve(options: argparse.Namespace) -> int:
    from macros.serving import serve

    stop_on_terminate()
    if not 0 <= options.poort <= 65535:
        fail(f"Poort {options.poort} bestaat niet. Kies een getal van 1 tot en met 65535.")
    return serve(options.project, options.adres, options.poort)
