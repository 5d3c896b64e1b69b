"""Which part of our build takes what, and how near it comes to the minimum: the words and tables on the page about speed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from tests.bench.tables import names, number, table, thousands

MINIMUM = "Het minimum"
PAGES = "Alle pagina's en bestanden"
OWN = "Alleen de pagina's van voorbeelden"
NAIVE = "Material met macro’s en Pagefind"
_FROM_MINIMUM, _FROM_NAIVE = 1.2, 17
"""What we set out to reach: at most so many times the minimum, and at most such a part of a naive build."""

Row = Mapping[str, Any]


def parts(rows: Sequence[Row]) -> str:
    """What was measured of the parts, at the largest number; nothing when it never was."""
    found = [row for row in rows if row["soort"] == "deel"]
    if not found:
        return ""
    most = max(row["aantal"] for row in found)
    found = [row for row in found if row["aantal"] == most]
    spent = {naam: median(row["ms"] for row in found if row["naam"] == naam) for naam in names(found)}
    ours = [naam for naam in spent if naam not in (MINIMUM, OWN, NAIVE)]
    where = table("delen van ons programma", ("Deel", "Per voorbeeld (ms)"), [(naam, number(spent[naam], 1)) for naam in ours])
    compared = [
        (_told(naam), number(spent[naam], 1), f"{_spread(found, naam, MINIMUM)} keer")
        for naam in (MINIMUM, OWN, PAGES, NAIVE)
        if naam in spent
    ]
    near = table("het minimum", ("Wat", "Per voorbeeld (ms)", "Vergeleken met het minimum"), compared)
    return f"""
## Waar de tijd blijft

Bij {thousands(most)} voorbeelden. Dit is de rekentijd die er voor elk voorbeeld bij komt. Het opstarten telt niet mee.

{where}

## Hoe dicht wij bij het minimum komen

Voor de pagina van een voorbeeld moet elk programma in Python minstens drie dingen doen: het bestand lezen, de tekst in een pagina
zetten en die pagina schrijven. Dat minimum meten wij ook, in dezelfde rondes. Het opstarten en de zoekindex tellen nergens mee.

{near}

Wij maken voor een voorbeeld meer dan één pagina. Daarom staat het er twee keer: alleen onze pagina's van voorbeelden, met hun
controle, en alle pagina's en bestanden samen.

{_goals(found, spent)}"""


def _goals(found: Sequence[Row], spent: Mapping[str, float]) -> str:
    asked = [("het minimum", f"hoogstens {number(_FROM_MINIMUM, 1)} keer", MINIMUM, _FROM_MINIMUM)]
    asked += [("Material met macro’s", f"hoogstens een {_FROM_NAIVE}e deel", NAIVE, 1 / _FROM_NAIVE)]
    rows = [
        (what, goal, f"{_spread(found, PAGES, other, 2)} keer", "ja" if spent[PAGES] / spent[other] <= most else "nee")
        for what, goal, other, most in asked
        if {PAGES, other} <= spent.keys()
    ]
    return "Dit namen wij ons voor, voor alle pagina's en bestanden samen:\n\n" + table(
        "doelen per voorbeeld", ("Vergeleken met", "Doel", "Gemeten", "Gehaald"), rows
    )


def _told(naam: str) -> str:
    """Its Pagefind is not counted here."""
    return naam.removesuffix(" en Pagefind")


def _spread(found: Sequence[Row], naam: str, other: str, decimals: int = 1) -> str:
    """How many times one costs the other: the middle of all rounds, the lowest and the highest."""
    base = {row["ronde"]: row["ms"] for row in found if row["naam"] == other}
    ratios = [row["ms"] / base[row["ronde"]] for row in found if row["naam"] == naam and base.get(row["ronde"])]
    if not ratios:
        return "–"
    middle, low, high = (number(value, decimals) for value in (median(ratios), min(ratios), max(ratios)))
    return middle if low == high else f"{middle} ({low}–{high})"
