"""Which motif tells which theme."""

from __future__ import annotations

from collections.abc import Callable

from macros.drawings import company, surroundings
from macros.drawings.shapes import Mark, Spot, Throw

Motif = Callable[[Spot, Throw], list[Mark]]

_MOTIFS: dict[str, Motif] = {
    "eenzaamheid": company.at_a_table,
    "mantelzorg": company.arm_around,
    "vrijwillige-inzet": company.carrying_together,
    "armoede-schulden": surroundings.letters_and_coin,
    "mentale-gezondheid": company.under_arches,
    "welzijn-zorg": surroundings.bridge,
    "ouder-worden": company.bench_and_tree,
    "vervoer-mobiliteit": surroundings.bus_or_bicycle,
    "wonen-samenleven": surroundings.street,
    "bewonersinitiatief": surroundings.garden_bed,
    "opgroeien-opvoeden": company.kite,
    "meedoen-werk": surroundings.workshop,
    "basisvaardigheden": surroundings.open_book,
    "inclusie": company.everyone,
    "nieuwkomers": surroundings.open_door,
    "veiligheid": surroundings.street_lamp,
    "opvang": surroundings.great_roof,
    "leefstijl": company.striding,
    "samenwerking-regie": company.linked,
}


def motif(thema: str) -> Motif:
    """What draws the motif of a theme; a house with two people for a theme without one of its own."""
    return _MOTIFS.get(thema, surroundings.gathering)
