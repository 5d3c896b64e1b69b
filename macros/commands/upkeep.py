"""Who keeps the catalogue true: `schema`, `gecontroleerd`, `stats` and `verzoek`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any

from macros.commands.ground import needs_project
from macros.dutch_arguments import fail

_NO_SITE = "https://praktijkwijzer.example/"
"""What stands in for the address of the site where nobody told it."""


def add(commands: Any) -> None:
    """The commands of who keeps the catalogue true."""
    schema = commands.add_parser(
        "schema", help="schrijf JSON Schema's en meldingsformulier opnieuw, na een wijziging van het model of een lijst"
    )
    schema.set_defaults(run=_schema)

    confirming = commands.add_parser("gecontroleerd", help="zet in een voorbeeld dat de feiten opnieuw gecontroleerd zijn")
    confirming.add_argument("voorbeelden", nargs="+", metavar="bestand", help="de naam of het bestand van een voorbeeld")
    confirming.add_argument("--door", required=True, metavar="ROL", help="de functie van wie controleerde, geen naam")
    confirming.add_argument("--datum", default=None, metavar="JJJJ-MM-DD", help="de dag van de controle (standaard: vandaag)")
    confirming.set_defaults(run=_confirm)

    counting = commands.add_parser("stats", help="toon wat onderhoud vraagt: oud, onbekend, één bron, geld dat afloopt")
    counting.add_argument("--format", choices=["json", "text"], default="text", help="de vorm (standaard: text)")
    counting.set_defaults(run=_stats)

    requesting = commands.add_parser("verzoek", help="schrijf een mail die een organisatie vraagt of haar voorbeelden nog kloppen")
    requesting.add_argument("organisatie", help="de naam van de organisatie")
    site = os.environ.get("PRAKTIJKWIJZER_ADRES", _NO_SITE)
    requesting.add_argument("--site", default=site, metavar="ADRES", help="het adres van de site, met een / aan het eind")
    requesting.set_defaults(run=_request)


def _schema(options: argparse.Namespace) -> int:
    from macros.files import write_whole
    from macros.inbox.form import FILE, template
    from macros.inspecting import report
    from macros.project import check_project
    from macros.schema import schemas

    needs_project(options)
    checked = check_project(options.project)
    if checked.catalogue is None:
        return report(checked, "text", strict=False)
    folder: Path = options.project / "voorbeelden" / "_schema"
    folder.mkdir(exist_ok=True)
    for name, content in schemas(checked.catalogue.lijsten).items():
        write_whole(folder / name, content)
    forms = options.project / ".github" / "ISSUE_TEMPLATE"
    if forms.is_dir():
        write_whole(forms / FILE, template(checked.catalogue.lijsten))
    return 0


def _confirm(options: argparse.Namespace) -> int:
    from macros.confirming import confirm

    needs_project(options)
    return confirm(options.project, [Path(name).name.removesuffix(".yml") for name in options.voorbeelden], options.door, options.datum)


def _stats(options: argparse.Namespace) -> int:
    from macros.inspecting import report
    from macros.project import check_project
    from macros.upkeep import to_json, to_text
    from macros.views.worklists import onderhoudslijsten

    needs_project(options)
    checked = check_project(options.project)
    if checked.catalogue is None:
        return report(checked, "text", strict=False)
    form = to_json if options.format == "json" else to_text
    sys.stdout.write(form(onderhoudslijsten(checked.catalogue), len(checked.catalogue.items)))
    return 0


def _request(options: argparse.Namespace) -> int:
    from macros.inspecting import report
    from macros.project import check_project
    from macros.requesting import organisations_like, request

    needs_project(options)
    checked = check_project(options.project)
    if checked.catalogue is None:
        return report(checked, "text", strict=False)
    mail = request(checked.catalogue, options.organisatie, options.site)
    if mail is None:
        like = organisations_like(checked.catalogue, options.organisatie)
        fail(f"'{options.organisatie}' staat niet in de catalogus." + (f" Bedoel je: {', '.join(like[:10])}?" if like else ""))
    sys.stdout.write(mail)
    if options.site == _NO_SITE:
        print(
            "\nDe links in deze mail werken nog niet: zeg het adres van de site met --site, of zet PRAKTIJKWIJZER_ADRES.", file=sys.stderr
        )
    return 0
