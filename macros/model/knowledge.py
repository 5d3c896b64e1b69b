"""The head of a knowledge page: a study, law, model, programme or concept that entries rest on."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import WithJsonSchema

from macros.model.parts import Bron, Onderdeel, veld
from macros.model.scalars import Datum, Regel, Verwijzing


class Kennis(Onderdeel):
    """The front matter of `docs/kennis/<id>.md`; the text below it is Markdown."""

    titel: Regel = veld("Wat het is.", max_length=110)
    samenvatting: Regel = veld("De kern in gewone taal, zonder bronverwijzing.", max_length=280)
    soort: Annotated[str, Verwijzing("kennissoorten")] = veld("Wat voor kennis het is.", "onderzoek")
    datum: Datum | None = veld("De datum van het onderzoek, de wet of het programma zelf.", default=None)
    uitgever: Regel | None = veld("Wie het maakte.", default=None)
    themas: tuple[Annotated[str, Verwijzing("themas")], ...] = veld("Een tot drie thema's.", min_length=1, max_length=3)
    verwant: tuple[Annotated[str, Verwijzing("kennis")], ...] = veld("Andere kennispagina's.", default=())
    bronnen: tuple[Bron, ...] = veld("Alle bronnen die je aanhaalt.", min_length=1)
    peildatum: Datum = veld("Van wanneer de feiten zijn.")
    render_macros: Annotated[Literal["true"], WithJsonSchema({"const": True})] = veld("Altijd true: zo werken de macro's op de pagina.")
