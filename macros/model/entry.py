"""The two kinds of entry: a `praktijk` (one place, dated) and a `werkwijze` (what recurs).

The field order here is the order in which an entry file is written. Descriptions are Dutch because
contributors read them: in their editor, in the form and in the field reference.
"""

from __future__ import annotations

from typing import Annotated, Literal

from macros.model.parts import (
    Akkoord,
    Beeld,
    Betrokkene,
    Bron,
    Contact,
    Controle,
    Erkenning,
    Financiering,
    Gestopt,
    Inzet,
    Kerncijfer,
    Kosten,
    Materiaal,
    Onderdeel,
    Onderzoek,
    Overdraagbaarheid,
    Plaats,
    Wijziging,
    veld,
)
from macros.model.scalars import Datum, JaNee, Regel, Slug, Tekst, Verwijzing

VERHAAL = ("aanleiding", "aanpak", "resultaten", "geleerd")
"""The narrative fields that may hold the word `onbekend`, in reading order."""


class Voorbeeld(Onderdeel):
    """All that the two kinds share."""

    type: str
    titel: Regel = veld("Zeg wat het is, en waar.", "Scootmobielclub Maashorst", max_length=80)
    samenvatting: Regel = veld(
        "Wat is het, voor wie en wat is het nut? In gewone taal, zonder bronverwijzing.",
        "Mensen met een scootmobiel rijden samen een tocht en drinken onderweg koffie. Zo leren zij elkaar kennen.",
        max_length=280,
    )
    organisaties: tuple[Betrokkene, ...] = veld("Wie doet het? De trekker eerst.", min_length=1, max_length=40)
    plaats: Plaats | None = veld("Waar gebeurt het?", default=None)
    landelijk: JaNee = veld("Vul 'ja' in als het door het hele land gebeurt.", "ja", default=False)
    fase: Annotated[str, Verwijzing("fasen")] = veld("Hoe ver is het?", "uitvoering")
    start: Datum | None = veld("Wanneer begon het?", "2019-09", default=None)
    einde: Datum | None = veld("Wanneer eindigde het, of wanneer eindigt het volgens plan?", default=None)
    gestopt: Gestopt | None = veld("Alleen als de fase 'gestopt' is.", default=None)
    themas: tuple[Annotated[str, Verwijzing("themas")], ...] = veld(
        "Een tot drie thema's, het belangrijkste eerst.", ["eenzaamheid"], min_length=1, max_length=3
    )
    doelgroepen: tuple[Annotated[str, Verwijzing("doelgroepen")], ...] = veld(
        "Een tot drie doelgroepen, de belangrijkste eerst.", ["ouderen"], min_length=1, max_length=3
    )
    doelgroep_intermediair: tuple[Regel, ...] = veld("Via wie je de doelgroep bereikt, als dat anderen zijn.", ["huisartsen"], default=())
    werkvormen: tuple[Annotated[str, Verwijzing("werkvormen")], ...] = veld(
        "Een tot drie werkvormen, de belangrijkste eerst.", ["inloop"], min_length=1, max_length=3
    )
    zoekwoorden: tuple[Regel, ...] = veld(
        "Met welke gewone woorden zou iemand dit zoeken? Ook woorden die nergens anders op de pagina staan.",
        ["niet meer autorijden", "slecht ter been"],
        default=(),
        max_length=40,
    )
    aanleiding: Tekst = veld("Welk probleem zag je, en bij wie? Met bronnen.")
    aanpak: Tekst = veld("Wat doe je, zo dat een ander ermee kan beginnen? Met bronnen.")
    resultaten: Tekst = veld("Wat kwam ervan terecht, goed en slecht? Met bronnen.")
    geleerd: Tekst | None = veld("Wat viel tegen, wat zou je anders doen? Met bronnen.", default=None)
    werkzame_elementen: tuple[Tekst, ...] = veld("Waardoor het werkt, per punt.", default=())
    randvoorwaarden: tuple[Tekst, ...] = veld("Wat er geregeld moet zijn, per punt.", default=())
    overdraagbaarheid: Overdraagbaarheid | None = veld("Wat vast is en wat een ander mag aanpassen.", default=None)
    context: Tekst | None = veld("Hoe de plek is: stad of dorp, soort wijk, omvang.", default=None)
    kerncijfers: tuple[Kerncijfer, ...] = veld("De belangrijkste getallen, elk met jaar en bron.", default=(), max_length=12)
    onderbouwing: tuple[Annotated[str, Verwijzing("onderbouwing")], ...] = veld(
        "Waarop de resultaten steunen, in onze eigen woorden. Dit is geen erkenning.",
        ["praktijkervaring"],
        min_length=1,
    )
    onderzoek: tuple[Onderzoek, ...] = veld("Onderzoek naar dit voorbeeld, ook als er niets uitkwam.", default=())
    erkenningen: tuple[Erkenning, ...] = veld("Erkenning door een officiële databank.", default=())
    kosten: Kosten | None = veld("Wat het per jaar kost.", default=None)
    inzet: Inzet | None = veld("Hoeveel mensen en uren het vraagt.", default=None)
    financiering: tuple[Financiering, ...] = veld("Wie betaalt, uit welke wet, tot wanneer.", default=())
    wetten: tuple[Annotated[str, Verwijzing("wetten")], ...] = veld("Wetten waarmee dit te maken heeft.", default=())
    beleidskaders: tuple[Annotated[str, Verwijzing("beleidskaders")], ...] = veld(
        "Akkoorden en programma's waar dit bij hoort.", default=()
    )
    positieve_gezondheid: tuple[Annotated[str, Verwijzing("positieve-gezondheid")], ...] = veld(
        "Dimensies van Positieve Gezondheid waar dit aan raakt.", default=()
    )
    netwerkvorm: Annotated[str, Verwijzing("netwerkvormen")] | None = veld("Hoe de partijen samenwerken.", default=None)
    rol_inwoners: tuple[Annotated[str, Verwijzing("rollen-inwoners")], ...] = veld("Wat inwoners zelf doen.", default=())
    verwant: tuple[Annotated[str, Verwijzing("voorbeeld")], ...] = veld("Andere voorbeelden die erop lijken.", default=())
    kennis: tuple[Annotated[str, Verwijzing("kennis")], ...] = veld("Kennispagina's die hierbij horen.", default=())
    contact: Contact | None = veld("Waar een lezer met vragen terecht kan.", default=None)
    bezoek: Regel | None = veld("Kun je komen kijken, en hoe vraag je dat?", default=None)
    materialen: tuple[Materiaal, ...] = veld("Handleidingen, formulieren, films.", default=())
    beeld: Beeld | None = veld("Een foto of tekening waarvoor je de rechten hebt.", default=None)
    bronnen: tuple[Bron, ...] = veld("Alle bronnen die je gelezen hebt en aanhaalt.", min_length=1)
    peildatum: Datum = veld("Van wanneer zijn de feiten? De datum van je nieuwste bron, niet die van vandaag.", "2024-03-26")
    herkomst: Literal["redactie", "ingezonden"] = veld(
        "'redactie': gemaakt uit openbare bronnen. 'ingezonden': door de organisatie zelf.", "redactie"
    )
    akkoord: Akkoord | None = veld("Verplicht bij 'ingezonden'.", default=None)
    gecontroleerd: Controle | None = veld("Wanneer iemand alle feiten opnieuw controleerde.", default=None)
    wijzigingen: tuple[Wijziging, ...] = veld("De geschiedenis van deze pagina in woorden, nieuwste eerst.", default=())
    vorige_adressen: tuple[Slug, ...] = veld(
        "Bestandsnamen die dit voorbeeld eerder had, zonder '.yml'. Die adressen blijven hierheen leiden.",
        ["scootmobielclub-uden"],
        default=(),
    )


class Praktijk(Voorbeeld):
    """One organisation or network, in one or more places, dated."""

    type: Literal["praktijk"] = veld("Een praktijk is wat op één plek echt gebeurt of gebeurde.")
    werkwijze: Annotated[str, Verwijzing("werkwijze")] | None = veld("De werkwijze die deze plek volgt.", "welzijn-op-recept", default=None)
    eigen_aanpassing: Tekst | None = veld("Wat deze plek anders doet dan de werkwijze. Met bron.", default=None)
    onderdeel_van: Annotated[str, Verwijzing("voorbeeld")] | None = veld(
        "Het grotere voorbeeld waar dit een deel van is.", "parasolgroep-ijsselmonde", default=None
    )


class Werkwijze(Voorbeeld):
    """What recurs in several places; its practices refer to it."""

    type: Literal["werkwijze"] = veld("Een werkwijze komt op meer plaatsen terug.")


KINDS: dict[str, type[Voorbeeld]] = {"praktijk": Praktijk, "werkwijze": Werkwijze}
