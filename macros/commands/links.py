"""`links` visits the addresses of sources, or checks the links within a made site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from macros.commands.ground import needs_project, stop_on_terminate
from macros.dutch_arguments import fail
from macros.problem import count


def add(commands: Any) -> None:
    """The one command about links."""
    linking = commands.add_parser("links", help="bezoek de webadressen van de bronnen en onthoud welke nog werken")
    linking.add_argument("--alles", action="store_true", help="bezoek ook wat kort geleden nog werkte")
    linking.add_argument("--fix", action="store_true", help="neem het nieuwe adres over van wat voorgoed verhuisd is")
    linking.add_argument("--rapport", type=Path, default=None, metavar="BESTAND", help="schrijf hier wat aandacht vraagt, in Markdown")
    linking.add_argument(
        "--site", type=Path, default=None, metavar="MAP", help="controleer in plaats daarvan de links binnen een gemaakte site"
    )
    linking.add_argument("--basis", default="/", help="bij --site: het pad waaronder de site staat (standaard: /)")
    linking.set_defaults(run=_links)


def _links(options: argparse.Namespace) -> int:
    return _site_links(options) if options.site else _web_links(options)


def _site_links(options: argparse.Namespace) -> int:
    from macros.links import check_site, read_site

    if not options.site.is_dir():
        fail(f"De map '{options.site}' bestaat niet. Maak eerst de site: praktijkwijzer build.")
    problems = check_site(read_site(options.site), options.basis)
    sys.stdout.write("".join(f"{broken}\n" for broken in problems))
    print(f"{count(len(problems), 'kapotte link', 'kapotte links')}.", file=sys.stderr)
    return 1 if problems else 0


def _web_links(options: argparse.Namespace) -> int:
    from macros.project import today
    from macros.weblinks.memory import DamagedMemoryError
    from macros.weblinks.reporting import report, summary
    from macros.weblinks.running import NoConnectionError, Run, fix, run

    stop_on_terminate()
    needs_project(options)
    try:
        standings, places = run(Run(options.project, today(), alles=options.alles), lambda text: print(text, file=sys.stderr))
    except DamagedMemoryError as fault:
        print(fault, file=sys.stderr)
        return 1
    except NoConnectionError:
        print("Geen enkele site antwoordt. Controleer de internetverbinding; er is niets onthouden.", file=sys.stderr)
        return 1
    if options.fix:
        for old, new in fix(options.project, standings, places):
            print(f"{old}\n  → {new}", file=sys.stderr)
    told = report(standings, places)
    if options.rapport:
        options.rapport.write_text(told, encoding="utf-8")
    else:
        sys.stdout.write(told)
    print(summary(standings, list(places)), file=sys.stderr, end="")
    # a site that falters is no fault of whoever runs this
    return 0
