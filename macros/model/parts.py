"""The parts an entry is made of: an organisation, a place, a source, a figure, a sum of money."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from macros.model.scalars import (
    Datum,
    JaNee,
    Mailadres,
    Regel,
    Slug,
    Tekst,
    Verwijzing,
    VolledigeDatum,
    Waarde,
    Webadres,
)

BronSleutel = Annotated[Slug, Verwijzing("bron")]


class Onderdeel(BaseModel):
    """What all models share: frozen, and no key that the model doesn't know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def veld(uitleg: str, voorbeeld: Any = None, **options: Any) -> Any:
    """A field with its Dutch explanation and, where it helps, a good example."""
    if voorbeeld is not None:
        options["examples"] = [voorbeeld]
    return Field(description=uitleg, **options)


class Betrokkene(Onderdeel):
    """An organisation and what it does in this practice."""

    naam: Regel = veld("De naam zoals de organisatie die zelf schrijft.", "MOvactor", max_length=120)
    rol: Regel = veld("Wat de organisatie in deze praktijk doet.", "welzijnsorganisatie, projectleiding")
    website: Webadres | None = veld("De website van de organisatie.", "https://www.movactor.nl", default=None)


class Plaats(Onderdeel):
    """Where a practice takes place; the province follows from the municipality."""

    gemeenten: tuple[Annotated[str, Verwijzing("gemeenten")], ...] = veld(
        "De gemeente of gemeenten van nu, als id uit de lijst.", ["meierijstad"], min_length=1, max_length=60
    )
    plaats: Regel | None = veld("Dorp of stad, als die anders heet dan de gemeente.", "Veghel", default=None)
    wijk: Regel | None = veld("Wijk of buurt.", "Overvecht", default=None)


class Bron(Onderdeel):
    """A source that the contributor really read."""

    sleutel: Slug = veld("Korte naam waarmee je de bron in de tekst aanhaalt.", "movactor-2017")
    titel: Regel = veld("De titel zoals de bron die geeft.", "Kennisnetwerk Welzijn op Recept opgericht")
    uitgever: Regel = veld("De organisatie die de bron uitgaf.", "MOvactor")
    soort: Annotated[str, Verwijzing("bronsoorten")] = veld("Wat voor bron het is.", "webpagina")
    taal: Literal["en", "de", "fr", "fy"] | None = veld(
        "De taal van de titel, als dat niet het Nederlands is: en, de, fr of fy (Fries).", "en", default=None
    )
    auteurs: tuple[Regel, ...] = veld("De auteurs van een publicatie, in volgorde.", default=())
    datum: Datum | None = veld("De datum van de bron zelf. Onbekend? Laat weg.", "2017-02-20", default=None)
    url: Webadres | None = veld("Het adres van de bron.", default=None)
    archief: Webadres | None = veld("Het adres van een bewaard exemplaar, als de bron weg is.", default=None)
    geraadpleegd: VolledigeDatum | None = veld("De dag waarop de bron gelezen is.", "2026-11-21", default=None)


class Kerncijfer(Onderdeel):
    """One figure with its unit, year and source."""

    waarde: Waarde = veld("Het getal, op zijn Nederlands geschreven.", "1.250")
    nuance: Annotated[str, Verwijzing("nuances")] | None = veld("Hoe precies het getal is: ruim, ongeveer, bijna …", "ruim", default=None)
    eenheid: Regel = veld("Wat er geteld is.", "deelnemers", max_length=60)
    omschrijving: Regel = veld("Wat het getal betekent.", "Inwoners die meededen sinds de start", max_length=160)
    jaar: Datum = veld("Jaar of datum waar het getal over gaat.", "2017")
    bron: BronSleutel = veld("De sleutel van de bron.", "movactor-2017")


class Kosten(Onderdeel):
    """What the whole practice costs in a year, as a band."""

    jaarband: Annotated[str, Verwijzing("kostenbanden")] = veld("De kosten per jaar, in een klasse.", "25k-100k")
    inbegrepen: Regel | None = veld("Wat in dit bedrag zit en wat niet.", default=None)
    jaar: Datum = veld("Het jaar waar het bedrag over gaat.", "2023")
    bron: BronSleutel = veld("De sleutel van de bron.")


class Inzet(Onderdeel):
    """The people it takes."""

    uren_per_week: Waarde | None = veld("Betaalde uren per week.", "16", default=None)
    fte: Waarde | None = veld("Betaalde voltijdbanen.", "1,5", default=None)
    vrijwilligers: Waarde | None = veld("Aantal vrijwilligers.", "40", default=None)
    toelichting: Regel | None = veld("Wie dat zijn en wat zij doen.", default=None)
    jaar: Datum | None = veld("Het jaar waar dit over gaat.", default=None)
    bron: BronSleutel = veld("De sleutel van de bron.")


class Financiering(Onderdeel):
    """Who pays, under which law and until when."""

    geldbron: Annotated[str, Verwijzing("financieringsbronnen")] = veld("Waar het geld vandaan komt.", "gemeente-subsidie")
    wet: Annotated[str, Verwijzing("wetten")] | None = veld("De wet waaruit betaald wordt.", "wmo-2015", default=None)
    van: Datum | None = veld("Vanaf wanneer.", "2023", default=None)
    tot: Datum | None = veld("Tot wanneer.", "2026-12-31", default=None)
    structureel: JaNee | None = veld("Is het geld structureel?", "nee", default=None)
    toelichting: Regel | None = veld("Bedrag, voorwaarden of afspraken.", default=None)
    bron: BronSleutel = veld("De sleutel van de bron.")


class Overdraagbaarheid(Onderdeel):
    """What must stay and what may change when others do this."""

    vast: tuple[Tekst, ...] = veld("Wat je niet moet weglaten.", default=())
    aanpassen: tuple[Tekst, ...] = veld("Wat je naar je eigen plek mag aanpassen.", default=())


class Erkenning(Onderdeel):
    """Recognition by an official databank, in its own wording."""

    databank: Annotated[str, Verwijzing("databanken")] = veld("De databank die erkent.", "movisie")
    niveau: Annotated[str, Verwijzing("erkenningen")] = veld("Het officiële niveau.", "goed-onderbouwd")
    datum: Datum | None = veld("De datum van de erkenning.", default=None)
    url: Webadres = veld("Het adres op de site van de databank zelf.")


class Onderzoek(Onderdeel):
    """A study of this practice and what came out, nil results included."""

    uitkomst: Tekst = veld("Wat er onderzocht is en wat eruit kwam, ook als er niets uitkwam.")
    jaar: Datum | None = veld("Het jaar van het onderzoek.", "2019", default=None)
    bron: BronSleutel = veld("De sleutel van de bron.")


class Gestopt(Onderdeel):
    """When and why a practice stopped."""

    datum: Datum | None = veld("Wanneer het stopte. Onbekend? Laat weg.", "2019", default=None)
    reden: Tekst = veld("Waarom het stopte, met bron.")


class Contact(Onderdeel):
    """Whom to ask: never a person's own mailbox or telephone."""

    email: Mailadres | None = veld("Een algemeen postvak, nooit dat van een persoon.", "info@voorbeeld.nl", default=None)
    website: Webadres | None = veld("De pagina waar mensen contact kunnen leggen.", default=None)


class Materiaal(Onderdeel):
    """Something a reader can use: a manual, a form, a film."""

    titel: Regel = veld("De naam van het materiaal.")
    url: Webadres = veld("Waar het te vinden is.")


class Beeld(Onderdeel):
    """A picture with its rights."""

    bestand: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9._-]*\.(jpg|jpeg|png|webp)$")] = veld(
        "De bestandsnaam in docs/beeld/.", "leefgoed.jpg"
    )
    alt: Regel = veld("Wat er te zien is, voor wie het beeld niet ziet.")
    maker: Regel = veld("Wie het maakte, zoals die genoemd wil worden.")
    licentie: Regel = veld("De licentie.", "CC BY 4.0")


class Controle(Onderdeel):
    """The last time somebody checked the facts."""

    datum: VolledigeDatum = veld("De dag van de controle.", "2026-11-21")
    door: Regel = veld("De rol van wie controleerde, geen naam.", "redactie")


class Akkoord(Onderdeel):
    """The organisation's own consent to publish."""

    datum: VolledigeDatum = veld("De dag van het akkoord.", "2026-11-21")
    rol: Regel = veld("De functie van wie akkoord gaf, geen naam.", "teamleider")


class Wijziging(Onderdeel):
    """One line of the history that readers see."""

    datum: VolledigeDatum = veld("De dag van de wijziging.", "2026-11-21")
    tekst: Regel = veld("Wat er veranderde, voor lezers.", "Cijfers van 2025 toegevoegd.")
