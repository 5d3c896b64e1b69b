"""The issue form for a new entry: its questions in one place, from which its file is made and its answers are read.

Help, choices and limits come from the model and the lists. A question asks in one text what the web form asks in
several fields; see `macros.inbox.answers` for how an answer is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from macros.model.entry import KINDS, Voorbeeld
from macros.model.vocabulary import Lijst

LABEL = "nieuw voorbeeld"
"""The label of issues that this form makes."""

FILE = "1-nieuw-voorbeeld.yml"
"""The file of the form, in .github/ISSUE_TEMPLATE."""


@dataclass(frozen=True)
class Vraag:
    """One question. `id` is the field of the model it fills; `lijst` names the list to choose from."""

    id: str
    label: str
    uitleg: str = ""
    voorbeeld: str = ""
    lang: bool = False
    verplicht: bool = True
    lijst: str = ""
    meer: bool = False


_UP_TO_THREE = "Kies er een tot drie. De volgorde is die van de lijst."
_CITE = "Zet achter elke zin met een feit het nummer van de bron, zoals [1]. Heb je maar één bron? Dan hoeft dat alleen bij getallen."

VRAGEN = (
    Vraag("type", "Wat is het?", "Een praktijk gebeurt op één plek. Een werkwijze komt op meer plaatsen terug."),
    Vraag("titel", "Titel", "Zeg wat het is, en waar. Hoogstens 80 tekens.", "Samen eten in de Kerkbuurt"),
    Vraag(
        "samenvatting",
        "Samenvatting",
        "Wat is het, voor wie en wat is het nut? Twee of drie korte zinnen, hoogstens 280 tekens, zonder nummers van bronnen.",
        lang=True,
    ),
    Vraag(
        "organisaties",
        "Wie doet het, en wie werkt mee?",
        "Per regel een organisatie, met een dubbele punt en dan wat zij doet. De trekker eerst.",
        "Stichting Voorbeeld: trekker\nGemeente Zwolle: betaalt",
        lang=True,
    ),
    Vraag("plaats", "In welke gemeente?", "De gemeenten van nu, met komma's ertussen. Of schrijf landelijk.", "Zwolle"),
    Vraag("fase", "Hoe ver is het?", lijst="fasen"),
    Vraag("start", "Wanneer begon het?", "Een jaar, maand of dag.", "maart 2024", verplicht=False),
    Vraag("gestopt", "Waarom stopte het?", "Alleen als het gestopt is. Met het nummer van de bron.", lang=True, verplicht=False),
    Vraag("themas", "Over welke thema's gaat het?", _UP_TO_THREE, lijst="themas", meer=True),
    Vraag("doelgroepen", "Voor wie is het?", _UP_TO_THREE, lijst="doelgroepen", meer=True),
    Vraag("werkvormen", "Welke werkvormen gebruik je?", _UP_TO_THREE, lijst="werkvormen", meer=True),
    Vraag(
        "bronnen",
        "Waar staat dit?",
        "Per regel een bron: titel; uitgever; datum; webadres, met puntkomma's ertussen. De eerste regel is bron [1], de tweede bron [2].",
        "Buren koken voor elkaar; De Stentor; 26 maart 2024; https://…",
        lang=True,
    ),
    Vraag("aanleiding", "Welk probleem zag je, en bij wie?", _CITE, lang=True, verplicht=False),
    Vraag("aanpak", "Wat doe je precies?", _CITE, lang=True),
    Vraag("resultaten", "Wat kwam ervan terecht, goed en slecht?", _CITE, lang=True, verplicht=False),
    Vraag("geleerd", "Wat viel tegen, wat zou je anders doen?", _CITE, lang=True, verplicht=False),
    Vraag("onderbouwing", "Waarop steunen de resultaten?", "Eerlijk is beter dan mooi. Meer keuzes mag.", lijst="onderbouwing", meer=True),
    Vraag(
        "peildatum",
        "Van wanneer zijn de feiten?",
        "Laat je dit leeg, dan nemen we de datum van je nieuwste bron.",
        "maart 2024",
        verplicht=False,
    ),
    Vraag(
        "geld", "Wie betaalt, hoeveel en tot wanneer?", "Een redacteur zet dit bij het voorbeeld, met de bron.", lang=True, verplicht=False
    ),
    Vraag("rol", "Werk je er zelf mee?", "Noem dan je functie en organisatie, niet je naam.", verplicht=False),
)
"""In the order of the form; what an entry requires and has no question here is made by `macros.inbox.answers`."""

_INTRO = """\
Wat je hier schrijft, is openbaar. Zet er geen namen, mailadressen of telefoonnummers van privépersonen in.
Met het verzenden ga je akkoord met publicatie onder CC BY 4.0.

Weet je iets niet en is de vraag niet verplicht? Laat haar dan leeg. Na het verzenden krijg je hier antwoord: een
voorstel voor de pagina, of wat er nog aan moet gebeuren. Je kunt je melding dan gewoon aanpassen.
"""


def template(lijsten: Mapping[str, Lijst]) -> bytes:
    """The file of the form, as GitHub wants it: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema."""
    form = {
        "name": "Een voorbeeld aandragen",
        "description": "Ken je een praktijk of werkwijze die anderen op ideeën brengt? Wat je niet weet, laat je leeg.",
        "title": "Voorbeeld: ",
        "labels": [LABEL],
        "body": [{"type": "markdown", "attributes": {"value": _INTRO}}, *_questions(lijsten)],
    }
    text = yaml.dump(form, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000)
    return f"# Gemaakt door 'praktijkwijzer schema'; de vragen staan in macros/inbox/form.py.\n{text}".encode()


def choices(vraag: Vraag, lijsten: Mapping[str, Lijst]) -> dict[str, str]:
    """What can be chosen: the text in the form → the value in the entry."""
    if vraag.id == "type":
        return {kind: kind for kind in KINDS}
    if not vraag.lijst or vraag.lijst not in lijsten:
        return {}
    return {term.label: key for key, term in lijsten[vraag.lijst].items() if not term.geldig_tot}


def _questions(lijsten: Mapping[str, Lijst]) -> Iterator[dict[str, Any]]:
    for vraag in VRAGEN:
        field = Voorbeeld.model_fields.get(vraag.id)
        uitleg = vraag.uitleg or (field.description if field else "")
        attributes: dict[str, Any] = {"label": vraag.label, **({"description": uitleg} if uitleg not in ("", vraag.label) else {})}
        options = list(choices(vraag, lijsten))
        if options:
            attributes |= {"multiple": True, "options": options} if vraag.meer else {"options": options}
        elif vraag.voorbeeld:
            attributes["placeholder"] = vraag.voorbeeld
        kind = "dropdown" if options else "textarea" if vraag.lang else "input"
        yield {"type": kind, "id": vraag.id, "attributes": attributes, "validations": {"required": vraag.verplicht}}


class _Dumper(yaml.SafeDumper):
    """Writes a text of several lines as such, and indents the items of a list."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


def _lines(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _lines)
