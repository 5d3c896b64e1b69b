"""What keeps every published address and version true: `hernoem`, `verwijder`, `adressen` and `verify`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.commands.ground import needs_project
from macros.dutch_arguments import fail
from macros.problem import count


def add(commands: Any) -> None:
    """The commands that keep every published address and version true."""
    renaming = commands.add_parser("hernoem", help="geef een voorbeeld een andere bestandsnaam; het oude adres blijft werken")
    renaming.add_argument("oud", help="de bestandsnaam van nu, zonder .yml")
    renaming.add_argument("nieuw", help="de nieuwe bestandsnaam, zonder .yml")
    renaming.set_defaults(run=_rename)

    removing = commands.add_parser("verwijder", help="haal een voorbeeld weg; op het adres blijft staan waarom")
    removing.add_argument("slug", metavar="voorbeeld", help="de bestandsnaam, zonder .yml")
    removing.add_argument("--reden", required=True, help="waarom, in een zin voor lezers")
    removing.add_argument("--opvolger", default="", metavar="VOORBEELD", help="het voorbeeld dat ervoor in de plaats komt")
    removing.add_argument("--leeg", action="store_true", help="op verzoek: maak ook alle eerdere versies leeg")
    removing.set_defaults(run=_remove)

    listing = commands.add_parser("adressen", help="leg vast welke adressen gepubliceerd zijn, na het maken van de site")
    listing.set_defaults(run=_addresses)

    verifying = commands.add_parser("verify", help="ga na of een versie van een voorbeeld is wat er gepubliceerd is")
    verifying.add_argument("wat", metavar="adres-of-bestand", help="het adres van een versie, een bewaarde pagina of een voorbeeld.yml")
    verifying.set_defaults(run=_verify)


def _rename(options: argparse.Namespace) -> int:
    from macros.moving import MovingError, rename

    try:
        changed = rename(options.project, options.oud, options.nieuw)
    except MovingError as error:
        fail(str(error))
    return _moved(changed, f"'{options.oud}' heet nu '{options.nieuw}'; het oude adres leidt erheen.")


def _remove(options: argparse.Namespace) -> int:
    from macros.moving import Afscheid, MovingError, remove
    from macros.project import today

    try:
        changed, named = remove(options.project, options.slug, Afscheid(today(), options.reden, options.opvolger, options.leeg))
    except MovingError as error:
        fail(str(error))
    if named:
        print("Hier staat het voorbeeld nog. Haal het daar weg, of laat het staan als je er iets anders mee bedoelt:")
        print("".join(f"  {place}\n" for place in named), end="")
    return _moved(changed, f"'{options.slug}' is weg; op het adres staat waarom.")


def _moved(changed: Sequence[str], said: str) -> int:
    print(f"{said} Veranderd:")
    print("".join(f"  {name}\n" for name in changed) + "Kijk het na met: praktijkwijzer check.")
    return 0


def _addresses(options: argparse.Namespace) -> int:
    from macros.addressbook import PUBLISHED, add_published

    site = options.project / "site"
    if not site.is_dir():
        fail("Maak eerst de site: praktijkwijzer build.")
    fresh = add_published(options.project, site)
    print(f"{count(len(fresh), 'adres', 'adressen')} toegevoegd aan {PUBLISHED.as_posix()}.")
    return 0


def _verify(options: argparse.Namespace) -> int:
    from jinja2 import FileSystemLoader

    from macros.history import HistoryError
    from macros.inspecting import report
    from macros.project import check_project, with_past
    from macros.render import Renderer
    from macros.versions.verifying import Archief, from_web, local

    needs_project(options)
    checked = check_project(options.project)
    if checked.catalogue is None:
        return report(checked, "text", strict=False)
    past = with_past(checked.catalogue, options.project)[1]
    if past.gemis:
        fail(past.gemis)
    what: str = options.wat
    try:
        renderer = Renderer(FileSystemLoader(options.project / "overrides" / "components"))
        emptied = {slug for slug, term in checked.catalogue.verwijderd.items() if term.leeg}
        archive = Archief(options.project, past, renderer, emptied)
    except HistoryError as error:
        fail(str(error))
    if Path(what).is_file():
        verdict = archive.file(Path(what).read_bytes())
    else:
        verdict = archive.address(what, from_web if what.startswith(("http://", "https://")) else local(options.project / "site"))
    print(("Dit klopt." if verdict.klopt else "Dit klopt niet.") + f"\n{verdict.waarom}")
    return 0 if verdict.klopt else 1
