"""The words and the order of the contribution form. A field without words here still appears, under its own name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Indeling:
    """One step: its fields in order, and about how many minutes it takes."""

    id: str
    kop: str
    uitleg: str
    minuten: int
    velden: tuple[str, ...]


VERPLICHT = (
    Indeling(
        "wat", "Wat is het?", "Geef je voorbeeld een naam, en vertel in twee zinnen wat het is.", 2, ("type", "titel", "samenvatting")
    ),
    Indeling(
        "wie-waar",
        "Wie doet het, en waar?",
        "De organisatie die het trekt, zet je bovenaan.",
        3,
        ("organisaties", "landelijk", "plaats", "fase", "gestopt", "start", "einde"),
    ),
    Indeling(
        "onderwerp",
        "Waar gaat het over?",
        "Zo vinden anderen je voorbeeld. Kies er een tot drie per vraag, de belangrijkste eerst.",
        2,
        ("themas", "doelgroepen", "werkvormen"),
    ),
    Indeling(
        "bronnen",
        "Waar staat het?",
        "Noem wat je gelezen hebt: een webpagina, een jaarverslag, een krantenbericht. Straks haal je deze bronnen met één knop aan.",
        3,
        ("bronnen", "peildatum"),
    ),
    Indeling(
        "verhaal",
        "Het verhaal",
        "Schrijf zoals je het een collega vertelt. Zet achter elke zin met een feit de bron.",
        8,
        ("aanleiding", "aanpak", "resultaten", "geleerd"),
    ),
    Indeling(
        "zekerheid",
        "Hoe zeker is dit?",
        "Eerlijk is beter dan mooi: ook zonder onderzoek is je voorbeeld welkom.",
        2,
        ("onderbouwing", "herkomst", "akkoord"),
    ),
)
"""What every entry needs, together some twenty minutes; a new required field joins the last step."""

VERDIEPING = (
    Indeling(
        "cijfers",
        "Cijfers en onderzoek",
        "Getallen zeggen veel, als het jaar en de bron erbij staan.",
        4,
        ("kerncijfers", "onderzoek", "erkenningen"),
    ),
    Indeling("geld", "Geld en mensen", "Wie iets wil overnemen, vraagt hier als eerste naar.", 4, ("kosten", "inzet", "financiering")),
    Indeling(
        "overnemen",
        "Overnemen",
        "Als een ander dit ook wil doen: wat helpt, wat is er nodig, en wat mag anders?",
        5,
        ("werkzame_elementen", "randvoorwaarden", "overdraagbaarheid", "context", "werkwijze", "eigen_aanpassing"),
    ),
    Indeling(
        "verbanden",
        "Verbanden",
        "Waarmee hangt dit samen, en met welke woorden zoekt iemand het?",
        3,
        (
            "zoekwoorden",
            "doelgroep_intermediair",
            "rol_inwoners",
            "netwerkvorm",
            "wetten",
            "beleidskaders",
            "positieve_gezondheid",
            "onderdeel_van",
            "verwant",
            "kennis",
        ),
    ),
    Indeling(
        "contact",
        "Contact en meer",
        "Waar kan een lezer terecht met vragen?",
        2,
        ("contact", "bezoek", "materialen", "beeld", "gecontroleerd", "wijzigingen", "vorige_adressen"),
    ),
)
"""What may be skipped; a new optional field joins the last step."""

LABELS = {
    "type": "Soort",
    "landelijk": "Landelijk",
    "einde": "Einde",
    "themas": "Thema's",
    "doelgroep_intermediair": "Via wie",
    "rol_inwoners": "Rol van inwoners",
    "onderdeel_van": "Onderdeel van",
    "verwant": "Verwante voorbeelden",
    "kennis": "Kennispagina's",
    "url": "Webadres",
    "archief": "Bewaard exemplaar",
    "fte": "Voltijdbanen",
    "uren_per_week": "Uren per week",
    "email": "E-mailadres",
    "alt": "Beschrijving van het beeld",
    "bestand": "Bestandsnaam",
    "door": "Gecontroleerd door",
    "gemeenten": "Gemeente",
    "plaats.plaats": "Dorp of stad",
    "plaats": "Waar",
    "bron": "Bron",
    "jaarband": "Kosten per jaar",
    "vast": "Niet weglaten",
    "aanpassen": "Mag anders",
    "sleutel": "Korte naam",
}
"""Where the name of a field alone would not read well."""

EEN = {
    "organisaties": "organisatie",
    "bronnen": "bron",
    "kerncijfers": "kerncijfer",
    "financiering": "geldbron",
    "erkenningen": "erkenning",
    "materialen": "materiaal",
    "wijzigingen": "wijziging",
    "onderzoek": "onderzoek",
    "werkzame_elementen": "punt",
    "randvoorwaarden": "punt",
    "vast": "punt",
    "aanpassen": "punt",
}
"""What one of many is called."""

KEUZEN = {
    "redactie": "Gemaakt uit openbare bronnen",
    "ingezonden": "Ingezonden door de organisatie zelf",
    "praktijk": "Praktijk",
    "werkwijze": "Werkwijze",
    "en": "Engels",
    "de": "Duits",
    "fr": "Frans",
    "fy": "Fries",
}
"""The few choices that have no list of their own."""

ALLEEN_ALS = {"gestopt": "fase=gestopt", "akkoord": "herkomst=ingezonden", "plaats": "landelijk!=ja", "eigen_aanpassing": "werkwijze"}
"""When a field is asked: only with that answer to another."""

UITLEG = {
    "landelijk": "Gebeurt het door het hele land? Dan hoef je geen gemeente te kiezen.",
    "gemeenten": "De gemeente of gemeenten van nu. Typ een paar letters, en kies.",
    "herkomst": "Wie vult dit in?",
    "sleutel": "Die maken wij zelf. Je ziet haar in je tekst staan als je de bron aanhaalt.",
    "bestand": "De naam van het bestand. Het beeld zelf stuur je mee met je voorstel.",
    "bron": "Waar staat dit? Kies een bron die je al noemde.",
    "kennis": "Kennispagina's van deze site die hierbij horen.",
    "zoekwoorden": "Met welke gewone woorden zou iemand dit zoeken? Zet elk op een eigen regel.",
    "doelgroep_intermediair": "Via wie je de doelgroep bereikt, als dat anderen zijn. Zet elk op een eigen regel.",
    "taal": "Is de titel niet in het Nederlands? Een schermlezer leest hem dan in deze taal voor.",
    "auteurs": "De auteurs van een publicatie, in volgorde. Zet elke naam op een eigen regel.",
}
"""Where the explanation in the model speaks of the file, and a form says it otherwise."""

ZELDEN = {"auteurs", "taal", "archief", "geraadpleegd", "sleutel"}
"""What a row keeps folded: seldom asked, or made by itself."""

VOORBEELDEN = {
    "auteurs": "A. de Vries",
    "datum": "2024-03",
    "dag": "2026-03-15",
    "url": "https://www.movisie.nl/artikel/eenzaamheid",
    "einde": "2027-12",
    "alt": "Twee buren aan een gedekte tafel",
    "maker": "Stichting Welzijn Zwolle",
    "bezoek": "Ja, elke eerste dinsdag. Meld je aan via de website.",
    "inbegrepen": "Loon en huur; de maaltijden betalen de gasten zelf.",
    "titel": "Handleiding Samen eten",
}
"""Good examples where neither the model nor the catalogue has one, by the name of the field or its kind."""
