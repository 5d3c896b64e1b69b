"""Rules about fields of one entry that depend on each other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

from macros.dates import last_day
from macros.document import Loc, name_of
from macros.model.scalars import ONBEKEND
from macros.problem import Problem
from macros.rules.draft import Draft, World

_BEGUN = ("pilot", "uitvoering", "geborgd", "verspreid", "gestopt")
_RUNNING = ("idee", "voorbereiding", "pilot", "uitvoering", "geborgd")


_INDENTED_FIELD = re.compile(r"\n +([a-z_]+):(?=[ \n]|\Z)")


def place_or_nationwide(draft: Draft, world: World) -> Iterator[Problem]:
    """Een voorbeeld heeft een plaats, of is landelijk; niet allebei."""
    if draft.slug not in world.voorbeelden:
        return
    has_place, nationwide = "plaats" in draft.document.value, draft.text("landelijk") == "ja"
    if has_place and nationwide:
        yield draft.document.key_problem(("landelijk",), "'plaats' en 'landelijk: ja' kunnen niet samen.", "Haal een van de twee weg.")
    elif not has_place and not nationwide:
        yield draft.document.problem((), "Het veld 'plaats' ontbreekt.", "Voeg 'plaats' met 'gemeenten' toe, of 'landelijk: ja'.")


def no_field_is_swallowed(draft: Draft, world: World) -> Iterator[Problem]:
    """Een veld staat niet ingesprongen in de tekst van het veld ervoor."""
    for match in _INDENTED_FIELD.finditer(draft.document.text):
        name = match[1]
        if name not in draft.model.model_fields or name in draft.document.value:
            continue
        line = draft.document.text.count("\n", 0, match.start(1)) + draft.document.first_line
        for leaf in draft.of_kind("tekst"):
            place = draft.document.values.get(leaf.loc)
            if place and place.line < line <= place.end_line:
                message = f"'{name}' staat te ver naar rechts: het is nu een deel van '{name_of(leaf.loc)}'."
                yield Problem(draft.document.path, line, match.start(1) - match.start(), name, message, "Spring de regel minder in.")


def stopped_has_reason(draft: Draft, world: World) -> Iterator[Problem]:
    """De fase is 'gestopt' als het veld 'gestopt' er is, en andersom."""
    stopped, phase = "gestopt" in draft.document.value, draft.text("fase")
    if stopped and phase and phase != "gestopt":
        yield draft.document.problem(
            ("fase",), f"'fase' is '{phase}', maar het veld 'gestopt' is ingevuld.", "Maak er 'fase: gestopt' van, of haal 'gestopt' weg."
        )
    elif phase == "gestopt" and not stopped:
        yield draft.document.problem(
            ("fase",), "'fase' is 'gestopt', maar de reden ontbreekt.", "Voeg 'gestopt' toe met 'reden' en, als je die weet, 'datum'."
        )


def submitted_is_agreed(draft: Draft, world: World) -> Iterator[Problem]:
    """Wat een organisatie zelf instuurt heeft een akkoord en vertelt wat er geleerd is."""
    if draft.text("herkomst") != "ingezonden":
        return
    if "akkoord" not in draft.document.value:
        yield draft.document.problem(
            ("herkomst",), "'akkoord' ontbreekt, maar is verplicht bij 'herkomst: ingezonden'.", "Voeg 'akkoord' toe met 'datum' en 'rol'."
        )
    learned = draft.text("geleerd").strip()
    if "geleerd" not in draft.document.value or learned == ONBEKEND:
        where, what = (("geleerd",), "is 'onbekend'") if learned else (("herkomst",), "ontbreekt")
        yield draft.document.problem(
            where,
            f"'geleerd' {what}, maar is verplicht bij 'herkomst: ingezonden'.",
            "Schrijf wat tegenviel, of wat je anders zou doen.",
        )


def adaptation_has_method(draft: Draft, world: World) -> Iterator[Problem]:
    """Een eigen aanpassing hoort bij een werkwijze."""
    if "eigen_aanpassing" in draft.document.value and "werkwijze" not in draft.document.value:
        yield draft.document.key_problem(
            ("eigen_aanpassing",), "'eigen_aanpassing' staat er zonder 'werkwijze'.", "Noem de werkwijze, of zet de tekst in 'aanpak'."
        )


def contact_leads_somewhere(draft: Draft, world: World) -> Iterator[Problem]:
    """Contact bestaat uit een algemeen postvak of een website."""
    contact = draft.document.value.get("contact")
    if isinstance(contact, dict) and not {"email", "website"} & contact.keys():
        yield draft.document.problem(
            ("contact",), "'contact' heeft een 'email' of een 'website' nodig.", "Vul er een in, of haal 'contact' weg."
        )


def facts_are_not_from_the_future(draft: Draft, world: World) -> Iterator[Problem]:
    """De peildatum en de datum van een bron, controle, akkoord of wijziging liggen niet in de toekomst."""
    dated: list[tuple[Loc, Any]] = [(("peildatum",), draft.text("peildatum"))]
    dated += [((key, "datum"), draft.mapping(key).get("datum", "")) for key in ("gecontroleerd", "akkoord")]
    for key in ("bronnen", "wijzigingen"):
        dated += [((*loc, "datum"), item.get("datum", "")) for loc, item in draft.items(key)]
    for loc, value in dated:
        if isinstance(value, str) and _first_day(value) > world.today:
            yield draft.document.problem(
                loc, f"'{loc[-1]}' ligt in de toekomst: {value}.", "Vul de datum van de feiten zelf in, niet later dan vandaag."
            )


def periods_run_forward(draft: Draft, world: World) -> Iterator[Problem]:
    """Een einde ligt niet voor het begin: bij start en einde, en bij financiering van en tot."""
    pairs: list[tuple[Loc, dict[str, Any], str, str]] = [((), draft.document.value, "start", "einde")]
    pairs += [(loc, item, "van", "tot") for loc, item in draft.items("financiering")]
    for loc, fields, first, last in pairs:
        begin, end = fields.get(first), fields.get(last)
        if isinstance(begin, str) and isinstance(end, str) and _last_day(end) < _first_day(begin):
            yield draft.document.problem(
                (*loc, last), f"'{last}' ({end}) ligt voor '{first}' ({begin}).", "Wissel ze om, of verbeter de datum."
            )


def phase_fits_dates(draft: Draft, world: World) -> Iterator[Problem]:
    """De fase past bij start en einde: wat op de peildatum nog moest beginnen liep niet, en wat voorbij was ook niet."""
    phase, facts = draft.text("fase"), draft.text("peildatum")
    start, end = draft.text("start"), draft.text("einde")
    if start and end and _last_day(end) < _first_day(start):
        return  # one of the two is wrong
    if phase in _BEGUN and start and _first_day(start) > min(_last_day(facts), world.today):
        message = f"'start' ({start}) ligt na de peildatum, maar 'fase' is '{phase}'."
        yield draft.document.problem(("fase",), message, "Maak er 'voorbereiding' van, of verbeter de datum.")
    elif phase in _RUNNING and end and _last_day(end) < _first_day(facts):
        message = f"'einde' ({end}) ligt voor de peildatum, maar 'fase' is '{phase}'."
        yield draft.document.problem(("fase",), message, "Maak er 'gestopt' van met een reden, of verbeter de datum.")
    elif phase in _RUNNING and end and _last_day(end) < world.today:
        message = f"'einde' ({end}) is voorbij, maar 'fase' is '{phase}'."
        yield draft.document.problem(("fase",), message, "Kijk na of het nog loopt.", level="advies")


def recognition_is_official(draft: Draft, world: World) -> Iterator[Problem]:
    """Een erkenning verwijst naar een pagina op het eigen domein van die databank."""
    for loc, item in draft.items("erkenningen"):
        databank = world.lijsten["databanken"].get(str(item.get("databank")))
        url = item.get("url")
        if databank is None or not isinstance(url, str):
            continue
        host = url.split("/")[2].partition(":")[0].lower() if url.count("/") >= 2 else ""
        domains: tuple[str, ...] = getattr(databank, "domeinen", ())
        if not any(host == domain or host.endswith(f".{domain}") for domain in domains):
            yield draft.document.problem(
                (*loc, "url"),
                f"Het adres van een erkenning moet op {' of '.join(domains)} staan, niet op '{host}'.",
                "Geef de pagina van de databank zelf, of haal de erkenning weg.",
            )


def lists_name_once(draft: Draft, world: World) -> Iterator[Problem]:
    """Een lijst noemt hetzelfde niet twee keer."""
    for key, value in draft.document.value.items():
        if not isinstance(value, list):
            continue
        seen: set[str] = set()
        for index, item in enumerate(value):
            if isinstance(item, str) and item in seen:
                yield draft.document.problem((key, index), f"'{key}' noemt '{item[:60]}' twee keer.", "Haal er een weg.")
            elif isinstance(item, str):
                seen.add(item)


def _first_day(value: str) -> datetime.date:
    """The earliest day that a date can mean; what is no date is reported by the model, not here."""
    try:
        return datetime.date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return datetime.date.min


def _last_day(value: str) -> datetime.date:
    try:
        return last_day(value)
    except ValueError:
        return datetime.date.max
