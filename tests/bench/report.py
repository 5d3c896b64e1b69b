"""From the results of a measurement to the page that tells them: tables, and beside each a picture of the same numbers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

from macros.charts import Staaf, bars
from tests.bench.parts_report import parts as told_parts
from tests.bench.reading_report import reading
from tests.bench.tables import names, number, table, thousands

OURS = "Praktijkwijzer"
_ASKED = {"Hugo en Pagefind": 1.2, "Material met lunr": 0.7, "Zensical": 0.6, "Material met macro’s en Pagefind": 0.3, "Starlight": 0.2}
"""How much of the processor time of others our whole build may take at a thousand entries: what we set out to reach."""

Row = Mapping[str, Any]

_HEAD = """---
title: Snelheid
description: Hoeveel rekentijd, geheugen en ruimte het maken van de site kost, naast andere programma's, en waar we ons doel niet halen.
onderdelen: [snelheid]
---

# Snelheid

Hier lees je wat het kost om deze site te maken. We zetten ons programma naast andere die websites maken, met dezelfde
voorbeelden. Ook waar wij het verliezen, staat het er.
{ .pw-inleiding }

De voorbeelden zijn niet echt. Een programma verzint ze met woorden uit onze echte teksten: even lang, met alle velden,
bronnen en verwijzingen. Bij hetzelfde aantal komen er altijd dezelfde voorbeelden uit.

## Hoe je dit leest

- **Rekentijd** is hoe lang de processor bezig is. De klok zegt minder: op onze computer werkt ook ander werk. Alle
  getallen zijn de middelste van een paar rondes.
- **Verhouding** is de rekentijd gedeeld door die van ons in dezelfde ronde. 0,5 betekent: de helft van die van ons. Tussen haakjes
  staan de laagste en de hoogste ronde.
- **Geheugen** is dat van het grootste onderdeel van het programma.
- De tekeningen voor gedeelde links zijn er al. Die maakt ons programma één keer en bewaart het daarna.

Het werk is niet gelijk. De andere programma's maken per voorbeeld één kale pagina en een zoekindex. Wij maken ook pagina's
per thema, gemeente en organisatie, bestanden met gegevens, QR-codes, pagina's om in te sluiten en een kaart. Ook
controleren wij alle velden en alle links. Kijk daarom ook naar het aantal bestanden.
"""

_FOOT = """

## Zelf meten

```sh
make bench                                      # 100 en 1.000 voorbeelden
make bench AANTALLEN="100 1000 10000" RONDES=5  # ook 10.000, op een rustige computer
make bench AANTALLEN=5000 RONDES=1 ALLEEN='"Praktijkwijzer" "Hugo en Pagefind"'  # een paar programma's
```

De andere programma's zet `make bench-anderen` klaar, in `.cache/bench`. De uitslag staat in `tests/bench/uitslag.json`. Deze pagina
wordt daarvan gemaakt; een test houdt die twee gelijk.
"""


def page(result: Mapping[str, Any]) -> str:
    """The page in Markdown."""
    runs = [row for row in result["rijen"] if row["soort"] == "run"]
    sites = [row for row in result["rijen"] if row["soort"] == "site"]
    counts = sorted({row["aantal"] for row in runs})
    parts = [_HEAD]
    parts += [_cost(aantal, *([row for row in rows if row["aantal"] == aantal] for rows in (runs, sites))) for aantal in counts]
    if len(counts) > 1:
        parts.append(_growth(counts[0], counts[-1], runs))
    parts.append(_goals(runs))
    if told := told_parts(result["rijen"]):
        parts.append(told)
    parts.append(_weights([row for row in sites if row["aantal"] == counts[-1]]))
    parts.append(reading(result["rijen"]))
    parts.append(_missing(result, counts, runs))
    return "\n".join(parts) + _FOOT


def _cost(aantal: int, runs: Sequence[Row], sites: Sequence[Row]) -> str:
    rounds = max(row["ronde"] for row in runs) + 1
    made = {row["naam"]: row for row in sites}
    per_entry = {naam: round(_middle(runs, naam, "cpu") * 1000 / aantal) for naam in names(runs)}
    time = [
        (
            naam,
            number(_middle(runs, naam, "cpu"), 2),
            thousands(per_entry[naam]),
            _spread(_ratios(runs, naam)),
            number(_middle(runs, naam, "klok"), 1),
        )
        for naam in names(runs)
    ]
    room = [
        (
            naam,
            f"{_middle(runs, naam, 'geheugen'):.0f}",
            number(made[naam]["bytes"] / 1e6, 1),
            thousands(made[naam]["bestanden"]),
        )
        for naam in names(runs)
        if naam in made
    ]
    title = f"{thousands(aantal)} voorbeelden"
    tables = (
        table(f"rekentijd bij {title}", ("Programma", "Rekentijd (s)", "Per voorbeeld (ms)", "Verhouding", "Klok (s)"), time),
        table(f"ruimte bij {title}", ("Programma", "Geheugen (MiB)", "Site (MB)", "Bestanden"), room),
    )
    words = f"In {rounds} {'ronde' if rounds == 1 else 'rondes'}."
    shown = _chart(f"Rekentijd per voorbeeld, in duizendste seconden, bij {title}", per_entry)
    return f"\n## {title}\n\n{words}\n\n{shown}\n\n{tables[0]}\n\n{tables[1]}"


def _growth(few: int, many: int, runs: Sequence[Row]) -> str:
    def exponent(naam: str, what: str) -> str:
        less, more = (_middle([row for row in runs if row["aantal"] == aantal], naam, what) for aantal in (few, many))
        return number(math.log(more / less) / math.log(many / few), 2)

    both = [naam for naam in names(runs) if {few, many} <= {row["aantal"] for row in runs if row["naam"] == naam}]
    rows = [(naam, exponent(naam, "cpu"), exponent(naam, "geheugen")) for naam in both]
    words = (
        f"Van {thousands(few)} naar {thousands(many)} voorbeelden. Bij 1 kost elk voorbeeld evenveel, hoeveel er ook zijn. "
        "Onder 1 telt vooral wat elke keer hetzelfde kost. Boven 1 wordt elk voorbeeld duurder naarmate er meer zijn."
    )
    return f"\n## Hoe het groeit\n\n{words}\n\n{table('groei', ('Programma', 'Rekentijd', 'Geheugen'), rows)}"


def _goals(runs: Sequence[Row]) -> str:
    thousand = [row for row in runs if row["aantal"] == 1000]
    rows = []
    for naam, most in _ASKED.items():
        ratios = [1 / ratio for ratio in _ratios(thousand, naam)]
        reached = "niet gemeten" if not ratios else "ja" if median(ratios) <= most else "nee"
        rows.append((naam, f"hoogstens {number(most, 1)} keer", f"{_spread(ratios)} keer" if ratios else "–", reached))
    words = (
        "Dit namen wij ons voor bij 1.000 voorbeelden: zoveel rekentijd mag ons programma kosten, vergeleken met een ander. "
        "Waar *nee* staat, zijn wij zwaarder. Dat komt vooral door alles wat wij méér maken en nakijken."
    )
    return f"\n## Wat we wilden halen\n\n{words}\n\n{table('doelen', ('Vergeleken met', 'Doel', 'Gemeten', 'Gehaald'), rows)}"


def _weights(sites: Sequence[Row]) -> str:
    rows = [(row["naam"], thousands(row["pagina"]), thousands(row["pagina_gzip"])) for row in sites]
    words = (
        "De pagina van één voorbeeld, gemiddeld, zonder opmaak en beelden. De andere programma's laten onze bronnenlijst, feiten en "
        "verwante voorbeelden weg."
    )
    return f"\n## Hoe zwaar een pagina is\n\n{words}\n\n{table('gewicht van een pagina', ('Programma', 'Bytes', 'Ingepakt'), rows)}"


def _missing(result: Mapping[str, Any], counts: Sequence[int], runs: Sequence[Row]) -> str:
    absent = [f"- {naam}: hier niet te krijgen." for naam in result["ontbreekt"]]
    for aantal in counts:
        there = {row["naam"] for row in runs if row["aantal"] == aantal}
        absent += [f"- {naam}: niet bij {thousands(aantal)} voorbeelden." for naam in names(runs) if naam not in there]
    absent += [f"- {thousands(aantal)} voorbeelden: nog niet." for aantal in (1000, 5000, 10_000) if aantal not in counts]
    listed = "\n".join(absent) or "Niets."
    return f"\n## Wat we niet maten\n\n{listed}\n\nGemeten met {result['machine']}."


def _middle(runs: Sequence[Row], naam: str, what: str) -> float:
    return median(row[what] for row in runs if row["naam"] == naam)


def _ratios(runs: Sequence[Row], naam: str) -> list[float]:
    """Of each round."""
    ours = {row["ronde"]: row["cpu"] for row in runs if row["naam"] == OURS}
    return [row["cpu"] / ours[row["ronde"]] for row in runs if row["naam"] == naam and row["ronde"] in ours]


def _spread(ratios: Sequence[float]) -> str:
    if not ratios:
        return "–"
    middle = number(median(ratios), 2)
    return middle if min(ratios) == max(ratios) else f"{middle} ({number(min(ratios), 2)}–{number(max(ratios), 2)})"


def _chart(kern: str, numbers: Mapping[str, int]) -> str:
    return f'<figure class="pw-grafiek"><figcaption>{kern}</figcaption>{bars(kern, [Staaf(*pair) for pair in numbers.items()])}</figure>'
