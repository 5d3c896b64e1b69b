"""The command `praktijkwijzer`: its parts stand in `macros.commands`; here is what they all end in.

Exit codes: 0 fine, 1 problems in the content or site, 2 wrong use.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from macros.commands import content, inbox, links, permanence, site, upkeep
from macros.dutch_arguments import DutchParser
from macros.reasons import why


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # a console without … or → still gets the message
            stream.reconfigure(errors="replace")
    try:
        code: int = options.run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # the reader of our output went away (`| head`): no reason for a traceback
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        where = f" met '{error.filename}'" if error.filename else ""
        print(f"Dat lukte niet{where}: {why(error)}.", file=sys.stderr)
        return 1
    return code


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(prog="praktijkwijzer", description="Controleert en bouwt de Praktijkwijzer Sociaal Werk.")
    parser.add_argument("--project", type=Path, default=Path(), metavar="MAP", help="de map van het project (standaard: hier)")
    commands = parser.add_subparsers(required=True, metavar="commando")
    for group in (content, site, links, inbox, permanence, upkeep):
        group.add(commands)
    completing = commands.add_parser("completion", help="geef het script waarmee een shell opdrachten aanvult met Tab")
    completing.add_argument("shell", choices=["bash", "fish", "powershell", "zsh"], help="de shell")
    completing.set_defaults(run=_completion)
    return parser


def _completion(options: argparse.Namespace) -> int:
    from macros.completing import script

    sys.stdout.write(script(_parser(), options.shell))
    return 0


if __name__ == "__main__":
    sys.exit(main())
