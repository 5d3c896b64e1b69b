"""From what was measured of visits to the part of the page that tells it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from tests.bench.tables import number, table, thousands

Row = Mapping[str, Any]
_MOST = 180_000
"""Bytes to a first result of one whole word at ten thousand entries: what we set out to stay under."""


def reading(rows: Sequence[Row]) -> str:
    """What visitors wait for, for each number of entries that was measured; nothing when none was."""
    seen = [row for row in rows if row["soort"] == "bezoek"]
    found = [row for row in rows if row["soort"] == "vondst"]
    indexes = [row for row in rows if row["soort"] == "zoekindex"]
    counts = sorted({row["aantal"] for row in seen})
    if not counts:
        return ""
    parts = [_VISITING, *(_visits(aantal, [row for row in seen if row["aantal"] == aantal]) for aantal in counts)]
    return "\n\n".join([*parts, _SEARCHING, _finds(found, indexes)])


_HEADS = (
    *("Programma", "Pagina", "Eerste: kB", "Bestanden", "Tekst na (s)", "Grootste na (s)"),
    *("Volgende: kB", "Tekst na (s)", "Traagste antwoord (ms)", "Verspringt"),
)
_VISITING = """
## Waar een bezoeker op wacht

We bezoeken de sites met een echte browser, zo breed als een telefoon. De verbinding is traag: een antwoord begint na
0,15 seconde en er komt 1,6 megabit per seconde door. De processor doet alsof hij vier keer zo langzaam is. Bij *eerste* is er nog
niets bewaard. Bij *volgende* opent de bezoeker daarna nog een pagina van dezelfde soort; bij een voorbeeld is dat een ander
voorbeeld. Kilobytes en bestanden zijn geteld en overal gelijk. De seconden hangen ook van de computer af."""

_SEARCHING = """## Waar een zoeker op wacht

Met een leeg geheugen, op dezelfde trage verbinding. Iemand opent de pagina en vult één heel woord in: *mantelzorg*. Geteld is alles
wat tot het eerste resultaat over de lijn kwam. Daarnaast staat het zonder de pagina, haar opmaak en haar letters: dan blijven scripts en
de zoekindex over. Hugo en Eleventy brengen zelf geen zoekveld mee."""


def _visits(aantal: int, rows: Sequence[Row]) -> str:
    lines = [_line(naam, pagina, rows) for naam, pagina in dict.fromkeys((row["naam"], row["pagina"]) for row in rows)]
    title = f"{thousands(aantal)} voorbeelden"
    return f"### Bij {title}\n\n{table(f'bezoeken bij {title}', _HEADS, lines)}"


def _line(naam: str, pagina: str, rows: Sequence[Row]) -> tuple[str, ...]:
    first, later = ([row for row in rows if (row["naam"], row["pagina"], row["keer"]) == (naam, pagina, keer)] for keer in (1, 2))

    def middle(visits: Sequence[Row], what: str) -> float:
        return median(row[what] for row in visits)

    return (
        naam,
        pagina,
        number(middle(first, "bytes") / 1000, 1),
        thousands(round(middle(first, "verzoeken"))),
        number(middle(first, "fcp") / 1000, 1),
        number(middle(first, "lcp") / 1000, 1),
        number(middle(later, "bytes") / 1000, 1),
        number(middle(later, "fcp") / 1000, 1),
        thousands(round(middle([*first, *later], "inp"))),
        number(max(row["cls"] for row in (*first, *later)), 2),
    )


def _finds(rows: Sequence[Row], indexes: Sequence[Row]) -> str:
    heads = ("Programma", "Voorbeelden", "Wat", "kB", "Zonder de pagina zelf", "Na (s)", "Hele index (kB)", "Index per voorbeeld (bytes)")
    lines = list(_found(rows, {(row["naam"], row["aantal"]): row["bytes"] for row in indexes}))
    goal = f"Ons doel bij 10.000 voorbeelden: hoogstens {_MOST // 1000} kB tot het eerste resultaat, zonder de pagina zelf."
    return f"{table('zoeken', heads, lines)}\n\n{goal}"


def _found(rows: Sequence[Row], indexes: Mapping[tuple[str, int], int]) -> Iterator[tuple[str, ...]]:
    for aantal, naam, waarvan in sorted({(row["aantal"], row["naam"], row["waarvan"]) for row in rows}):
        same = [row for row in rows if (row["aantal"], row["naam"], row["waarvan"]) == (aantal, naam, waarvan)]
        whole = indexes[naam, aantal]
        yield (
            naam,
            thousands(aantal),
            waarvan,
            number(median(row["bytes"] for row in same) / 1000, 1),
            number(median(row["zoeken"] for row in same) / 1000, 1),
            number(median(row["tijd"] for row in same) / 1000, 1),
            thousands(round(whole / 1000)),
            thousands(round(whole / aantal)),
        )
