"""The words of the field reference: where a field appears on the page, when it is required, and how a value is written."""

from __future__ import annotations

PLEK = {
    "type": ("Boven de titel, als soort", ""),
    "titel": ("De titel, ook op kaarten en in zoekresultaten", ""),
    "samenvatting": ("Onder de titel, ook op kaarten en in zoekresultaten", ""),
    "organisaties": ("Wie doen mee", "wie"),
    "landelijk": ("In het kort", "kern"),
    "plaats": ("In het kort", "kern"),
    "fase": ("In het kort", "kern"),
    "start": ("In het kort", "kern"),
    "einde": ("In het kort", "kern"),
    "gestopt": ("In het kort", "kern"),
    "doelgroepen": ("In het kort", "kern"),
    "peildatum": ("In het kort", "kern"),
    "themas": ("Boven de titel, de andere bij de feiten", ""),
    "werkvormen": ("Meer feiten", "feiten"),
    "doelgroep_intermediair": ("Meer feiten", "feiten"),
    "wetten": ("Meer feiten", "feiten"),
    "beleidskaders": ("Meer feiten", "feiten"),
    "netwerkvorm": ("Meer feiten", "feiten"),
    "rol_inwoners": ("Meer feiten", "feiten"),
    "positieve_gezondheid": ("Meer feiten", "feiten"),
    "zoekwoorden": ("Nergens: het helpt alleen bij het zoeken", ""),
    "aanleiding": ("Aanleiding", "aanleiding"),
    "aanpak": ("Aanpak", "aanpak"),
    "eigen_aanpassing": ("Anders dan de werkwijze", "eigen-aanpassing"),
    "context": ("De plek", "context"),
    "resultaten": ("Resultaten", "resultaten"),
    "kerncijfers": ("Kerncijfers", "cijfers"),
    "geleerd": ("Wat er geleerd is", "geleerd"),
    "werkzame_elementen": ("Wat volgens de bronnen helpt", "werkzame-elementen"),
    "randvoorwaarden": ("Wat ervoor nodig is", "randvoorwaarden"),
    "overdraagbaarheid": ("Wat je niet moet weglaten", "vast"),
    "onderbouwing": ("Hoe zeker is dit?", "onderbouwing"),
    "onderzoek": ("Onderzoek", "onderzoek"),
    "erkenningen": ("Officiële erkenning", "erkenning"),
    "kosten": ("Geld en mensen", "geld"),
    "inzet": ("Geld en mensen", "geld"),
    "financiering": ("Geld en mensen", "geld"),
    "contact": ("Meer weten", "contact"),
    "bezoek": ("Meer weten", "contact"),
    "materialen": ("Meer weten", "contact"),
    "beeld": ("Naast de titel, in plaats van de tekening", ""),
    "werkwijze": ("Zo hangt het samen", "familie"),
    "onderdeel_van": ("Zo hangt het samen", "familie"),
    "verwant": ("Verder kijken", "verder"),
    "kennis": ("Verder kijken", "verder"),
    "bronnen": ("Bronnen", "bronnen"),
    "herkomst": ("Over deze pagina", "verantwoording"),
    "akkoord": ("Over deze pagina", "verantwoording"),
    "gecontroleerd": ("Over deze pagina", "verantwoording"),
    "wijzigingen": ("Wijzigingen", "wijzigingen"),
    "vorige_adressen": ("Nergens: het houdt oude links heel", ""),
}
"""Which part of an entry's page a field fills: the heading there and its anchor, or a place in words."""

VERPLICHT_ALS = {
    "plaats": "verplicht, behalve bij 'landelijk: ja'",
    "gestopt": "verplicht bij 'fase: gestopt'",
    "akkoord": "verplicht bij 'herkomst: ingezonden'",
    "geleerd": "verplicht bij 'herkomst: ingezonden'",
    "eigen_aanpassing": "alleen samen met 'werkwijze'",
}
"""What the rules ask beyond the model."""

SOORT = {
    "regel": "Eén regel tekst",
    "regels": "Een lijst van korte teksten",
    "tekst": "Tekst in alinea's, met de bron achter elke zin met een feit: [@sleutel]",
    "teksten": "Een lijst van punten, elk met zijn bron: [@sleutel]",
    "url": "Een webadres dat met https:// begint",
    "mail": "Een mailadres",
    "datum": "Een jaar, een maand of een dag: 2024, 2024-03 of 2024-03-26",
    "dag": "Een hele datum: 2024-03-26",
    "getal": "Een getal, zoals 70, 1.250 of 1,6, of een bereik, zoals 50-60",
    "sleutel": "Kleine letters, cijfers en streepjes",
    "janee": "ja of nee",
    "vink": "ja of nee",
    "bron": "De sleutel van een van je bronnen",
    "groep": "Een groep velden",
    "groepen": "Een lijst van groepen: elke groep begint met een streepje",
}
"""How the value of each kind of field is written."""

ANDERE = {
    "voorbeeld": ("De bestandsnaam van een ander voorbeeld, zonder '.yml'", "voorbeelden/"),
    "werkwijze": ("De bestandsnaam van een werkwijze, zonder '.yml'", "voorbeelden/?soort=werkwijze"),
    "kennis": ("De naam van een kennispagina, zoals die in haar adres staat", "kennis/"),
}
"""What a field names that is no term of a list, and where to find it."""
