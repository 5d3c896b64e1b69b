"""The map of the Netherlands: where marks stand, how large they are, and which are drawn together.

All numbers are units of the drawing: 1226 wide, 1448 high, some 216 metres each. When the marks can be chosen, the whole
map is at least `SMALLEST` CSS pixels wide, and the map of a province `SMALLEST_PROVINCE`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Vak = tuple[int, int, int, int]
"""A rectangle of the drawing: left, top, width, height."""

HEEL: Vak = (-40, -40, 1306, 1528)
SMALLEST = 544
SMALLEST_PROVINCE = 288
DIJKEN = "M532 332 612 259 640 249M609 456l24 7 17 16 17 26 2 14-13 24"
"""The Afsluitdijk and the Houtribdijk: too thin for a shape."""

ZEE = "M-40-40H1306V150L1150 250 1000 600 700 900 400 1050 290 1130 280 1165 200 1190 20 1196-40 1205z"
"""Everything on the sea's side of a line through the country: along the border with Belgium and Germany is no water."""

BINNENWATER = "M440 330V230L500 150 590 100 720 70 900 55 1050 30 1150 80 1000 300 700 450 600 640 520 650V450z"
"""The Waddenzee and the IJsselmeer as one surface, to lie behind the land."""

MIDDEN: Mapping[str, tuple[int, int]] = {
    "groningen": (1075, 165), "fryslan": (765, 262), "drenthe": (1046, 372), "overijssel": (965, 610), "flevoland": (672, 596),
    "gelderland": (850, 770), "utrecht": (568, 778), "noord-holland": (470, 500), "zuid-holland": (318, 826), "zeeland": (128, 1090),
    "noord-brabant": (560, 1040), "limburg": (858, 1110),
}  # fmt: skip
"""Where the number of a province stands on a small map."""

_NUMBERS = re.compile(r"-?\d+")


@dataclass(frozen=True)
class Stip:
    """A municipality on the map, with its number of entries."""

    id: str
    x: int
    y: int
    aantal: int


@dataclass(frozen=True)
class Groep:
    """Marks too close to choose one from: the largest stands for all, itself first among `leden`."""

    leden: tuple[Stip, ...]

    @property
    def hoofd(self) -> Stip:
        """The mark that is drawn."""
        return self.leden[0]


def groepen(stippen: Sequence[Stip], shown: Vak = HEEL) -> tuple[Groep, ...]:
    """Marks in groups, so that two groups stand at least 24 pixels apart; the largest marks first."""
    pixels = SMALLEST if shown == HEEL else SMALLEST_PROVINCE
    apart = 24 * (shown[2] if shown == HEEL else max(shown[2:])) / pixels
    waiting = sorted(stippen, key=lambda stip: (-stip.aantal, stip.id))
    found = []
    while waiting:
        near = [stip for stip in waiting if math.hypot(stip.x - waiting[0].x, stip.y - waiting[0].y) < apart]
        found.append(Groep(tuple(near)))
        waiting = [stip for stip in waiting if stip not in near]
    return tuple(found)


def straal(aantal: int) -> int:
    """The radius of a mark that can be chosen: large enough for a finger, and for the number in it."""
    return round(22 + 6 * math.sqrt(aantal))


def schaal(shown: Vak) -> float:
    """How much smaller marks are drawn when only a part of the map is shown, so that they look the same or a little larger."""
    return round(1.25 * max(shown[2] / HEEL[2], shown[3] / HEEL[3]), 3)


def benoemd(schijven: Sequence[tuple[str, int, int, int]], schaal: float) -> frozenset[str]:
    """The names (of name, x, y, radius) with room above their mark, not touching a mark or another name; the first come first."""
    taken: list[tuple[float, float, float, float]] = [(x, y, radius * schaal, radius * schaal) for _, x, y, radius in schijven]
    found = set()
    for naam, middle_x, y, radius in schijven:
        middle_y, wide, high = y - (radius + 18) * schaal, (8 * len(naam) + 6) * schaal, 15 * schaal
        if all(abs(x - middle_x) >= wide + across or abs(y - middle_y) >= high + up for x, y, across, up in taken):
            taken.append((middle_x, middle_y, wide, high))
            found.add(naam)
    return frozenset(found)


def vak(pad: str, rand: float = 0.06) -> Vak:
    """The rectangle around a shape, with a margin."""
    xs, ys = zip(*(point for ring in rings(pad) for point in ring), strict=True)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    edge = round(rand * max(width, height))
    return min(xs) - edge, min(ys) - edge, width + 2 * edge, height + 2 * edge


def rings(pad: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    """The corners of path data as `tools/geodata.py` writes it: `M x y l dx dy … z`, again and again."""
    found = []
    for part in pad.split("z")[:-1]:
        numbers = [int(number) for number in _NUMBERS.findall(part)]
        ring = [(numbers[0], numbers[1])]
        for dx, dy in zip(numbers[2::2], numbers[3::2], strict=True):
            ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        found.append(tuple(ring))
    return tuple(found)


def stippen_pad(stippen: Sequence[Stip]) -> str:
    """All marks as one path of dots, for a map that is only looked at."""
    return "".join(f"M{stip.x} {stip.y}h0" for stip in stippen)
