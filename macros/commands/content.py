"""Writing content: `new` asks for an entry, `check` says what is wrong."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.commands.ground import needs_project, stop_on_terminate
from macros.dutch_arguments import fail


def add(commands: Any) -> None:
    """The commands of who writes."""
    composing = commands.add_parser("new", help="maak een nieuw voorbeeld door vragen te beantwoorden")
    composing.add_argument("--verder", type=Path, metavar="BESTAND", help="ga verder met een concept")
    composing.set_defaults(run=_new)

    checking = commands.add_parser("check", help="controleer alle voorbeelden, lijsten, kennispagina's en macro's op pagina's")
    checking.add_argument("bestanden", nargs="*", type=Path, metavar="bestand", help="toon alleen problemen in deze bestanden")
    checking.add_argument("--format", choices=["github", "json", "text"], default="text", help="vorm van de meldingen (standaard: text)")
    checking.add_argument("--strict", action="store_true", help="ook meldingen ('let op') tellen als fout")
    checking.add_argument("--fix", action="store_true", help="herstel eerst wat veilig kan: volgorde, witruimte, regeleinden, synoniemen")
    checking.add_argument("--watch", action="store_true", help="blijf meekijken en toon na elke wijziging wat er veranderde")
    checking.set_defaults(run=_check)


def _new(options: argparse.Namespace) -> int:
    from macros.composing import compose

    needs_project(options)
    if options.verder and not options.verder.is_file():
        fail(f"'{options.verder}' bestaat niet.")
    return compose(options.project, options.verder)


def _check(options: argparse.Namespace) -> int:
    from macros.inspecting import fix, follow, inspect

    needs_project(options)
    wanted = _paths(options.bestanden, options.project)
    if options.watch and (options.fix or options.format != "text"):
        fail("--watch gaat niet samen met --fix of --format.")
    if options.watch:
        stop_on_terminate()
        return follow(options.project, wanted)
    if options.fix:
        fix(options.project, wanted)
    return inspect(options.project, options.format, strict=options.strict, wanted=wanted)


def _paths(wanted: Sequence[Path], project: Path) -> list[str]:
    """Files and folders as they are called in the project."""
    root = project.resolve()
    for path in wanted:
        if not path.exists():
            fail(f"'{path}' bestaat niet.")
    names = [path.resolve().relative_to(root).as_posix() if path.resolve().is_relative_to(root) else str(path) for path in wanted]
    for path, name in zip(wanted, names, strict=True):
        if path.is_file() and not name.startswith("voorbeelden/") and not (name.startswith("docs/") and name.endswith(".md")):
            fail(f"'{path}' hoort niet bij de inhoud. Zet een voorbeeld in de map 'voorbeelden'.")
    return names
