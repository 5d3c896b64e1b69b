"""What comes in: `diff` tells readers what changes, and the workflows for issues and contributions call the rest."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from macros.commands.ground import needs_project
from macros.dutch_arguments import fail


def add(commands: Any) -> None:
    """The commands about proposals."""
    comparing = commands.add_parser("diff", help="vertel in Markdown wat er voor lezers verandert sinds een eerdere stand")
    comparing.add_argument("basis", help="de stand om mee te vergelijken: een tak, label of commit, zoals origin/main")
    comparing.set_defaults(run=_diff)

    issue = commands.add_parser("melding", help="maak een voorbeeld van een melding die met het formulier van GitHub gemaakt is")
    issue.add_argument("bestand", type=Path, help="de melding zoals GitHub haar geeft, als JSON")
    issue.add_argument("--uit", type=Path, required=True, metavar="MAP", help="waar het antwoord en het voorstel komen")
    issue.set_defaults(run=_issue)

    handing = commands.add_parser("bijdrage", help="schrijf op welke inhoud verschilt van een eerdere stand, als gegevens voor 'verslag'")
    handing.add_argument("basis", help="de stand om mee te vergelijken: een tak, label of commit, zoals origin/main")
    handing.add_argument("--uit", type=Path, required=True, metavar="BESTAND", help="waar de gegevens komen, als JSON")
    handing.set_defaults(run=_contribution)

    reporting = commands.add_parser("verslag", help="maak van de gegevens van 'bijdrage' een verslag, zonder die te vertrouwen")
    reporting.add_argument("zip", type=Path, help="het zip-bestand met die gegevens")
    reporting.add_argument("--uitvoer", required=True, metavar="ADRES", help="het webadres van de uitvoer met de voorvertoning")
    reporting.add_argument("--gemaakt", action="store_true", help="de site is met deze bijdrage gemaakt")
    reporting.set_defaults(run=_report)


def _diff(options: argparse.Namespace) -> int:
    from macros.comparing import compare, other_files, to_markdown
    from macros.files import read_texts
    from macros.history import HistoryError, files_at

    try:
        before = files_at(options.project, options.basis)
    except HistoryError as error:
        fail(str(error))
    after = read_texts(options.project)
    sys.stdout.write(to_markdown(compare(before, after), other_files(before, after)))
    return 0


def _issue(options: argparse.Namespace) -> int:
    from macros.inbox.running import answer_issue

    needs_project(options)
    path = answer_issue(options.project, options.bestand, options.uit)
    print(f"Voorstel: {path}." if path else "Hiervan komt nog geen voorstel; in antwoord.md staat waarom.", file=sys.stderr)
    return 0


def _contribution(options: argparse.Namespace) -> int:
    from macros.history import HistoryError
    from macros.inbox.running import hand_over

    try:
        hand_over(options.project, options.basis, options.uit)
    except HistoryError as error:
        fail(str(error))
    return 0


def _report(options: argparse.Namespace) -> int:
    from macros.inbox.running import report_on

    needs_project(options)
    sys.stdout.write(report_on(options.project, options.zip, run=options.uitvoer, built=options.gemaakt))
    return 0
