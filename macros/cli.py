"""The command `praktijkwijzer`: arguments, printing and exit codes; no logic of its own.

Exit codes: 0 fine, 1 problems in the content or site, 2 wrong use.
"""

from __future__ import annotations

import argparse
import io
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from macros.dutch_arguments import DutchParser, fail
from macros.problem import count
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


def _check(options: argparse.Namespace) -> int:
    from macros.inspecting import fix, follow, inspect

    _needs_project(options)
    wanted = _paths(options.bestanden, options.project)
    if options.watch and (options.fix or options.format != "text"):
        fail("--watch gaat niet samen met --fix of --format.")
    if options.watch:
        _stop_on_terminate()
        return follow(options.project, wanted)
    if options.fix:
        fix(options.project, wanted)
    return inspect(options.project, options.format, strict=options.strict, wanted=wanted)


def _needs_project(options: argparse.Namespace) -> None:
    if not (options.project / "voorbeelden").is_dir():
        fail(f"In '{options.project}' staat geen map 'voorbeelden'. Start het commando in de map van het project.")


def _paths(wanted: Sequence[Path], project: Path) -> list[str]:
    """Files and folders as they are called in the project."""
    root = project.resolve()
    for path in wanted:
        if not path.exists():
            fail(f"'{path}' bestaat niet.")
    names = [path.resolve().relative_to(root).as_posix() if path.resolve().is_relative_to(root) else str(path) for path in wanted]
    for path, name in zip(wanted, names, strict=True):
        if path.is_file() and not name.startswith(("voorbeelden/", "docs/kennis/")):
            fail(f"'{path}' hoort niet bij de inhoud. Zet een voorbeeld in de map 'voorbeelden'.")
    return names


def _schema(options: argparse.Namespace) -> int:
    from macros.files import write_whole
    from macros.inbox.form import FILE, template
    from macros.inspecting import report
    from macros.project import check_project
    from macros.schema import schemas

    _needs_project(options)
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


def _build(options: argparse.Namespace) -> int:
    from macros.building import build

    _stop_on_terminate()
    return build(options.project, options.uit)


def _serve(options: argparse.Namespace) -> int:
    from macros.serving import serve

    _stop_on_terminate()
    if not 0 <= options.poort <= 65535:
        fail(f"Poort {options.poort} bestaat niet. Kies een getal van 1 tot en met 65535.")
    return serve(options.project, options.adres, options.poort)


def _stop_on_terminate() -> None:
    """Let `kill` do what Ctrl-C does: end the running step and clear the half-made site."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


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

    _stop_on_terminate()
    _needs_project(options)
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


def _new(options: argparse.Namespace) -> int:
    from macros.composing import compose

    _needs_project(options)
    if options.verder and not options.verder.is_file():
        fail(f"'{options.verder}' bestaat niet.")
    return compose(options.project, options.verder)


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

    _needs_project(options)
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

    _needs_project(options)
    sys.stdout.write(report_on(options.project, options.zip, run=options.uitvoer, built=options.gemaakt))
    return 0


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

    _needs_project(options)
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


def _confirm(options: argparse.Namespace) -> int:
    from macros.confirming import confirm

    _needs_project(options)
    return confirm(options.project, [Path(name).name.removesuffix(".yml") for name in options.voorbeelden], options.door, options.datum)


def _stats(options: argparse.Namespace) -> int:
    from macros.inspecting import report
    from macros.project import check_project
    from macros.upkeep import to_json, to_text
    from macros.views.worklists import onderhoudslijsten

    _needs_project(options)
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

    _needs_project(options)
    checked = check_project(options.project)
    if checked.catalogue is None:
        return report(checked, "text", strict=False)
    mail = request(checked.catalogue, options.organisatie, options.site)
    if mail is None:
        like = organisations_like(checked.catalogue, options.organisatie)
        fail(f"'{options.organisatie}' staat niet in de catalogus." + (f" Bedoel je: {', '.join(like[:10])}?" if like else ""))
    sys.stdout.write(mail)
    return 0


def _completion(options: argparse.Namespace) -> int:
    from macros.completing import script

    sys.stdout.write(script(_parser(), options.shell))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = DutchParser(prog="praktijkwijzer", description="Controleert en bouwt de Praktijkwijzer Sociaal Werk.")
    parser.add_argument("--project", type=Path, default=Path(), metavar="MAP", help="de map van het project (standaard: hier)")
    commands = parser.add_subparsers(required=True, metavar="commando")

    composing = commands.add_parser("new", help="maak een nieuw voorbeeld door vragen te beantwoorden")
    composing.add_argument("--verder", type=Path, metavar="BESTAND", help="ga verder met een concept")
    composing.set_defaults(run=_new)

    checking = commands.add_parser("check", help="controleer alle voorbeelden, lijsten en kennispagina's")
    checking.add_argument("bestanden", nargs="*", type=Path, metavar="bestand", help="toon alleen problemen in deze bestanden")
    checking.add_argument("--format", choices=["github", "json", "text"], default="text", help="vorm van de meldingen (standaard: text)")
    checking.add_argument("--strict", action="store_true", help="ook meldingen ('let op') tellen als fout")
    checking.add_argument("--fix", action="store_true", help="herstel eerst wat veilig kan: volgorde, witruimte, regeleinden, synoniemen")
    checking.add_argument("--watch", action="store_true", help="blijf meekijken en toon na elke wijziging wat er veranderde")
    checking.set_defaults(run=_check)

    building = commands.add_parser("build", help="maak de site, met zoekindex en linkcontrole")
    building.add_argument("--uit", type=Path, default=None, metavar="MAP", help="waar de site komt (standaard: site)")
    building.set_defaults(run=_build)

    serving = commands.add_parser("serve", help="maak de site, toon haar en volg wijzigingen")
    serving.add_argument("--adres", default="127.0.0.1", help="waarop geluisterd wordt (standaard: 127.0.0.1)")
    serving.add_argument("--poort", type=int, default=8000, help="de poort (standaard: 8000)")
    serving.set_defaults(run=_serve)

    linking = commands.add_parser("links", help="bezoek de webadressen van de bronnen en onthoud welke nog werken")
    linking.add_argument("--alles", action="store_true", help="bezoek ook wat kort geleden nog werkte")
    linking.add_argument("--fix", action="store_true", help="neem het nieuwe adres over van wat voorgoed verhuisd is")
    linking.add_argument("--rapport", type=Path, default=None, metavar="BESTAND", help="schrijf hier wat aandacht vraagt, in Markdown")
    linking.add_argument(
        "--site", type=Path, default=None, metavar="MAP", help="controleer in plaats daarvan de links binnen een gemaakte site"
    )
    linking.add_argument("--basis", default="/", help="bij --site: het pad waaronder de site staat (standaard: /)")
    linking.set_defaults(run=_links)

    comparing = commands.add_parser("diff", help="vertel in Markdown wat er voor lezers verandert sinds een eerdere stand")
    comparing.add_argument("basis", help="de stand om mee te vergelijken: een tak, label of commit, zoals origin/main")
    comparing.set_defaults(run=_diff)

    _add_inbox(commands)
    _add_permanence(commands)

    schema = commands.add_parser(
        "schema", help="schrijf JSON Schema's en meldingsformulier opnieuw, na een wijziging van het model of een lijst"
    )
    schema.set_defaults(run=_schema)

    _add_upkeep(commands)

    completing = commands.add_parser("completion", help="geef het script waarmee een shell opdrachten aanvult met Tab")
    completing.add_argument("shell", choices=["bash", "fish", "powershell", "zsh"], help="de shell")
    completing.set_defaults(run=_completion)
    return parser


def _add_inbox(commands: Any) -> None:
    """The commands that the workflows for issues and contributions call."""
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


def _add_permanence(commands: Any) -> None:
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


def _add_upkeep(commands: Any) -> None:
    """The commands of who keeps the catalogue true."""
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
    site = os.environ.get("PRAKTIJKWIJZER_ADRES", "https://praktijkwijzer.example/")
    requesting.add_argument("--site", default=site, metavar="ADRES", help="het adres van de site, met een / aan het eind")
    requesting.set_defaults(run=_request)


if __name__ == "__main__":
    sys.exit(main())
