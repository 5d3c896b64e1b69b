"""The two things a cover tells exactly: the phase, as the line of the ground, and the province, as one of twelve dots."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from macros.drawings.shapes import Mark

_DASHES = {"idee": "14 16", "voorbereiding": "34 14", "gestopt": "230 12 90 16 50 20 26 24 12 28 5 32 2 999"}
# The twelve capitals, roughly where they lie, in pixels from the corner.
_DOTS = {
    "groningen": (66, 6),
    "fryslan": (46, 8),
    "drenthe": (68, 23),
    "overijssel": (62, 40),
    "flevoland": (44, 32),
    "gelderland": (54, 55),
    "utrecht": (36, 49),
    "noord-holland": (27, 31),
    "zuid-holland": (18, 53),
    "zeeland": (2, 73),
    "noord-brabant": (34, 70),
    "limburg": (56, 83),
}
_CORNER = (544, 24)


@dataclass(frozen=True)
class Ground:
    """A path through terraces, one for each thing that stands on it: (middle, level) in pixels, from left to right."""

    terraces: tuple[tuple[int, int], ...]
    half: int

    def line(self, drop: int = 0) -> str:
        """The whole width, `drop` pixels lower."""
        path, before = f"M-10 {self.terraces[0][1] + drop}", self.terraces[0][1] + drop
        for (x, _), (after, level) in pairwise(self.terraces):
            path += f"H{x + self.half}C{(x + after) // 2} {before} {(x + after) // 2} {level + drop} {after - self.half} {level + drop}"
            before = level + drop
        return f"{path}H650"


def fase_lines(fase: str, ground: Ground) -> list[Mark]:
    """The ground of a phase; a pilot stands on a short piece, and what spread fans out."""
    x, y = ground.terraces[0]
    if fase == "pilot":
        return [Mark("d", "".join(f"M{at - ground.half} {level}h{ground.half * 2}" for at, level in ground.terraces), 4)]
    if fase == "geborgd":
        return [Mark("d", ground.line() + ground.line(11), 4)]
    if fase == "verspreid":
        low = max(level for _, level in ground.terraces)
        fan = "".join(f"M{x} {y}C{x + 110} {low + drop} 420 {low + drop} 650 {low + drop * 2}" for drop in (7, 14, 21))
        return [Mark("d", ground.line(), 4), Mark("d", fan, 2)]
    if fase == "uitvoering":
        return [Mark("d", ground.line(), 4)]
    return [Mark("d", ground.line(), 4, _DASHES[fase])] if fase in _DASHES else [Mark("d", ground.line(), 5, "0 13")]


def provincie_dots(provincie: str | None) -> list[Mark]:
    """Twelve dots in the shape of the country: all of them full for nationwide, else only the province's own."""
    places = {name: f"M{_CORNER[0] + x} {_CORNER[1] + y}h0" for name, (x, y) in _DOTS.items()}
    rings = "".join(places.values())
    if provincie is None:
        return [Mark("t", rings, 10)]
    own = [Mark("d", places[provincie], 13)] if provincie in places else []
    return [Mark("t", rings, 10), Mark("b", "".join(at for name, at in places.items() if name != provincie), 6), *own]
