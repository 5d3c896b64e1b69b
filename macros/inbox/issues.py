"""An issue made with the form → an entry and the texts around it, or what its sender has to change.

Everything from the issue that is told again stands in code, so that it can't become a mention, a link or HTML.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from macros.canonical import write
from macros.checking import check
from macros.inbox.answers import entry, sections
from macros.inbox.form import VRAGEN
from macros.naming import slugify
from macros.problem import Problem
from macros.quoting import code

_VRAGEN = {vraag.id: vraag for vraag in VRAGEN}
_SHOWN = 25
_CITED = re.compile(r"\[@([a-z0-9-]+)\]")
_FIELD = re.compile(r"'([a-z_]+)'")
_ABSENT = re.compile(r"Het (?:verplichte )?veld '(\w+)' ontbreekt\.")
_PARTIAL = re.compile(r"'(\w+)\[(\d+)\]' mist '(\w+)'")
_ROW = re.compile(r"(organisaties|bronnen)\[(\d+)\]")
_UNTITLED = slugify("")


@dataclass(frozen=True)
class Voorstel:
    """What comes of an issue. Without `pad` there is no file, and `antwoord` tells the sender why.

    `titel` is fit for a commit or a request: one line of plain text.
    """

    antwoord: str
    pad: str = ""
    inhoud: bytes = b""
    titel: str = ""
    verzoek: str = ""


def propose(body: str, number: int, files: Mapping[str, bytes], today: datetime.date) -> Voorstel:
    """Read an issue's text beside all content of the catalogue (path → bytes)."""
    answers = sections(body)
    if not answers:
        return Voorstel(_NOT_THE_FORM)
    own = {path: data for path, data in files.items() if path.startswith("voorbeelden/_lijsten/")}
    lijsten = check(own, today).lijsten
    slug = slugify(answers.get("titel", ""))
    path = f"voorbeelden/{slug}.yml"
    values, problems = entry(answers, lijsten, path)
    content = write(values).encode()
    if slug == _UNTITLED and "titel" in values:
        problems.append(Problem(path, 1, 1, "titel", "Er is nog geen titel met letters.", "Zeg wat het is, en waar."))
    if path in files:
        problems.append(Problem(path, 1, 1, "titel", f"Er is al een voorbeeld '{slug}'.", "Geef het jouwe een eigen titel."))
        files = {name: data for name, data in files.items() if name != path}
    found = [one for one in check({**files, path: content}, today).problems if one.path == path]
    told = list(dict.fromkeys(_in_form_words(one, values) for one in (*problems, *found)))
    if faults := [one for one in told if one.level == "fout"]:
        return Voorstel(_refusal(faults))
    left = [name for name in ("geld", "rol") if name in answers]
    titel = " ".join(str(values["titel"]).split())
    return Voorstel(_thanks(told), path, content, f"voorbeelden: voeg {slug} toe"[:72], _request(titel, path, number, left, told))


_NOT_THE_FORM = """\
Dank je wel voor je melding. Hier hoort een voorbeeld in de vorm van het formulier, en die vragen vind ik er niet in terug.

Wil je een voorbeeld aandragen? Open dan een nieuwe melding met het formulier *Een voorbeeld aandragen*.
Was dat niet de bedoeling? Dan hoef je niets te doen: een redacteur leest je bericht.
"""


def _refusal(faults: Sequence[Problem]) -> str:
    number = "is nog één ding" if len(faults) == 1 else f"zijn nog {len(faults)} dingen"
    lines = [
        f"Dank je wel voor je voorbeeld! Er {number} nodig voor ik er een pagina van kan voorstellen:",
        "",
        *_told(faults),
        "",
        "**Zo pas je het aan:** klik bovenaan je melding op de drie puntjes en dan op *Edit* (of *Bewerken*). Verander je antwoord en "
        "laat de regels met `###` staan. Staat een keuze uit een lijst verkeerd? Schrijf dan precies een woord uit het formulier. "
        "Sla je het op, dan probeer ik het meteen opnieuw.",
        "",
        "Kom je er niet uit? Zet je vraag hieronder. Een redacteur helpt je verder.",
    ]
    return "\n".join(lines) + "\n"


def _thanks(advice: Sequence[Problem]) -> str:
    lines = ["Dank je wel! Van je antwoorden is een voorstel voor een pagina gemaakt.", ""]
    if advice:
        lines += ["Dit mag nog beter, maar het hoeft niet:", "", *_told(advice), ""]
    lines += [
        "Een redacteur leest het voorstel en zet het op de site, of stelt je hier een vraag. Wil je zelf nog iets veranderen? Pas dan je "
        "melding aan; het voorstel verandert mee zolang er nog niemand anders aan gewerkt heeft.",
    ]
    return "\n".join(lines) + "\n"


def _request(titel: str, path: str, number: int, left: Sequence[str], advice: Sequence[Problem]) -> str:
    """The text of the pull request, for the editor who judges it."""
    lines = [f"{code(titel)}, gemaakt van de antwoorden in #{number}.", "", f"Bestand: {code(path)}", ""]
    if left:
        lines += ["Dit staat alleen in de melding, want het past niet vanzelf in een veld:", ""]
        lines += [*(f"- {_VRAGEN[name].label}" for name in left), ""]
    if advice:
        lines += ["Wat beter kan:", "", *_told(advice), ""]
    lines += [
        "Kijk na voor je samenvoegt:",
        "",
        "- [ ] De bronnen zijn gelezen, en de tekst zegt niet meer dan zij.",
        "- [ ] Het is eigen tekst, zonder privépersonen, persoonlijke mailadressen of telefoonnummers.",
        "- [ ] De soort van elke bron klopt; waar niets stond, staat `webpagina`.",
        "- [ ] `herkomst: redactie` klopt. Stuurde de organisatie het zelf in? Vraag dan om haar akkoord.",
        "",
        f"Closes #{number}",
    ]
    return "\n".join(lines) + "\n"


def _told(problems: Sequence[Problem]) -> Iterator[str]:
    for one in problems[:_SHOWN]:
        vraag = _VRAGEN.get(re.split(r"[.\[]", one.key)[0])
        yield f"- **{vraag.label if vraag else 'Je antwoorden'}**: {code(f'{one.message} {one.remedy}')}"
    if len(problems) > _SHOWN:
        yield f"- En nog {len(problems) - _SHOWN} andere. Die zie je als deze weg zijn."


def _in_form_words(one: Problem, values: Mapping[str, Any]) -> Problem:
    """A problem in the words of the form: sources have a number there, and a field is a question."""
    if absent := _ABSENT.match(one.message):
        return replace(one, key=absent[1], message="Deze vraag is nog leeg.", remedy="")
    if partial := _PARTIAL.match(one.message):
        message = f"Regel {partial[2]}: hier ontbreekt '{partial[3]}'."
        return replace(one, key=partial[1], message=message, remedy=_VRAGEN[partial[1]].uitleg if partial[1] in _VRAGEN else "")
    number = {str(item["sleutel"]): f"[{index}]" for index, item in enumerate(values.get("bronnen", ()), 1)}
    row = _ROW.match(one.key)

    def said(text: str) -> str:
        text = _CITED.sub(lambda match: number.get(match[1], "[1]"), text)
        return _FIELD.sub(lambda match: f"'{_VRAGEN[match[1]].label}'" if match[1] in _VRAGEN else match[0], text)

    # a village has no question of its own
    remedy = "Schrijf de gemeente van nu." if one.key.startswith("plaats") and "'plaats'" in one.remedy else said(one.remedy)
    return replace(one, message=(f"Regel {row[2]}: " if row else "") + said(one.message), remedy=remedy, line=1, column=1)
