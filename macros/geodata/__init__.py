"""Where provinces and municipalities lie. HERKOMST.md, beside this, tells where both tables come from and under which licence.

The tables are part of the program, as constants are: read once, the same on every day and in every folder.
"""

from __future__ import annotations

import csv
import functools
import heapq
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files

_EARTH = 6371.0


@dataclass(frozen=True)
class Punt:
    """The point of a municipality on the map: the middle of its main place."""

    plaats: str
    breedte: float
    lengte: float

    @functools.cached_property
    def richting(self) -> tuple[float, float, float]:
        """As seen from the middle of the earth: two points are nearer the less these differ."""
        north, east = math.radians(self.breedte), math.radians(self.lengte)
        return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


@dataclass(frozen=True)
class Vormen:
    """The provinces as SVG path data, and the projection in which they are drawn."""

    groot: Mapping[str, str]
    klein: Mapping[str, str]
    projectie: Sequence[float]

    def project(self, punt: Punt) -> tuple[float, float]:
        """Where a point lies in the drawing: Mercator, with north up."""
        across, right, down, top = self.projectie
        height = math.degrees(math.log(math.tan(math.pi / 4 + math.radians(punt.breedte) / 2)))
        return across * punt.lengte + right, down * height + top


@functools.cache
def vormen() -> Vormen:
    """The shapes of the twelve provinces by id."""
    found = json.loads(_read("provincies.json"))
    provincies = found["provincies"]
    return Vormen(
        {key: shape["groot"] for key, shape in provincies.items()},
        {key: shape["klein"] for key, shape in provincies.items()},
        tuple(found["projectie"]),
    )


@functools.cache
def gemeentepunten() -> Mapping[str, Punt]:
    """The point of every municipality of now, by id."""
    rows = csv.DictReader(_read("gemeenten.csv").splitlines())
    return {row["gemeente"]: Punt(row["plaats"], float(row["breedte"]), float(row["lengte"])) for row in rows}


def afstand(een: Punt, ander: Punt) -> float:
    """The distance in kilometres as the crow flies."""
    north, south = math.radians(een.breedte), math.radians(ander.breedte)
    east = math.radians(ander.lengte - een.lengte)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(half))


def dichtbij(een: Punt, anderen: Mapping[str, Punt], most: int) -> list[tuple[float, str]]:
    """The nearest of other points by their ids, nearest first: the distance and the id."""
    x, y, z = een.richting
    # what the angle leaves undecided in its last digits, the distance decides
    cosines = {key: x * u + y * v + z * w for key, ander in anderen.items() for u, v, w in (ander.richting,)}
    likely = heapq.nlargest(2 * most, cosines, key=cosines.__getitem__)
    return sorted((afstand(een, anderen[key]), key) for key in likely)[:most]


def _read(name: str) -> str:
    return files("macros.geodata").joinpath(name).read_text(encoding="utf-8")
