"""The figures on a term's page: how far its entries are, where they are, or what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.catalogue import Catalogue, Item
from macros.charts import Staaf, bars
from macros.model.scalars import ONBEKEND
from macros.views.cards import FILTERS

_LEAST = 4
"""With fewer entries the cards themselves are the picture."""
_MOST_ABOVE = 8
"""How many long labels a chart shows; its table shows all."""

_KOPPEN = {"fasen": "Hoe ver zijn ze?", "provincies": "Waar zijn ze?", "themas": "Waar gaan ze over?"}
_NAMEN = {"fasen": "Fase", "provincies": "Provincie", "themas": "Thema"}


@dataclass(frozen=True)
class Grafiek:
    """One chart with the same numbers as rows, and what must be said with it."""

    id: str
    kop: str
    naam: str
    beeld: Markup
    rijen: tuple[Staaf, ...]
    noot: str


def grafieken(catalogue: Catalogue, lijst: str, key: str) -> tuple[Grafiek, ...]:
    """The charts of a term: by phase and by province, or by theme when the term is a province; none with few entries."""
    items = catalogue.with_term(lijst, key)
    if lijst == "gemeenten" or len(items) < _LEAST:
        return ()
    second = "themas" if lijst == "provincies" else "provincies"
    return tuple(_grafiek(catalogue, by, items, f"{FILTERS[lijst]}={key}") for by in ("fasen", second))


def _grafiek(catalogue: Catalogue, lijst: str, items: Sequence[Item], query: str) -> Grafiek:
    counts = dict.fromkeys(catalogue.lijsten[lijst], 0)
    for item in items:
        for key in catalogue.terms(item, lijst):
            counts[key] += 1
    terms = catalogue.lijsten[lijst]
    # a phase without entries says something too; unknown is no phase
    rows = [
        Staaf(terms.label(key), number, f"voorbeelden/?{query}&{FILTERS[lijst]}={key}" if number else "")
        for key, number in counts.items()
        if number or (lijst == "fasen" and key != ONBEKEND)
    ]
    national = sum(1 for item in items if not item.data.plaats)
    if lijst == "provincies" and national:
        rows.append(Staaf("Landelijk", national))
    # phases keep their own order: from idea to stopped
    if lijst != "fasen":
        rows.sort(key=lambda row: -row.aantal)
    shown = rows[:_MOST_ABOVE] if lijst == "themas" else rows
    beeld = bars(_kern(lijst, rows, len(items)), shown)
    double = sum(row.aantal for row in rows) > len(items)
    return Grafiek(lijst, _KOPPEN[lijst], _NAMEN[lijst], beeld, tuple(rows), _noot(lijst, len(rows) - len(shown), double=double))


def _kern(lijst: str, rows: Sequence[Staaf], total: int) -> str:
    first, *others = (f"{row.label} ({row.aantal})" for row in sorted(rows, key=lambda row: -row.aantal)[:3] if row.aantal)
    after = f" Daarna {' en '.join(others)}." if others else ""
    return f"Staafdiagram van {total} voorbeelden per {_NAMEN[lijst].lower()}. Bovenaan: {first}.{after}"


def _noot(lijst: str, left: int, *, double: bool) -> str:
    """What a reader could get wrong: bars that add up to more than there are, and bars that are left out."""
    parts = []
    if double:
        each = {"provincies": "elke provincie waar het is", "themas": "elk thema dat het heeft"}[lijst]
        parts.append(f"Een voorbeeld telt mee bij {each}.")
    if left:
        parts.append(f"Nog {left} {'ander thema staat' if left == 1 else 'andere thema’s staan'} in de tabel.")
    return " ".join(parts)
