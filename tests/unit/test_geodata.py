"""Where provinces and municipalities lie: complete, in the right province, and as far apart as they are."""

from __future__ import annotations

import datetime

import pytest

from macros.catalogue import Catalogue
from macros.checking import check
from macros.drawings.netherlands import HEEL, MIDDEN, rings
from macros.geodata import afstand, gemeentepunten, vormen

MOVED = {"vijfheerenlanden": "zuid-holland"}
"""In which shape a municipality lies that went to another province after the shapes were drawn."""


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    return catalogue


def inside(x: float, y: float, pad: str) -> bool:
    crossed = False
    for ring in rings(pad):
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
                crossed = not crossed
    return crossed


def near(x: float, y: float, pad: str, reach: int = 6) -> bool:
    """Inside, or so close to the coast that the simplified shape may have cut it off (6 units are 1.3 km)."""
    return any(inside(x + dx, y + dy, pad) for dx in (-reach, 0, reach) for dy in (-reach, 0, reach))


def test_every_municipality_of_now_has_a_point(real: Catalogue) -> None:
    """No more and no fewer; if this fails, tools/geodata.py must run again."""
    now = {key for key, term in real.lijsten["gemeenten"].items() if term.geldig_tot is None}

    assert gemeentepunten().keys() == now


def test_points_lie_in_their_province(real: Catalogue) -> None:
    """The projection fits the shapes, and no municipality is matched to a place elsewhere."""
    wrong = {}
    for key, punt in gemeentepunten().items():
        provincie = MOVED.get(key, real.lijsten["gemeenten"][key].provincie)  # type: ignore[attr-defined]
        if not near(*vormen().project(punt), vormen().groot[provincie]):
            wrong[key] = (punt.plaats, provincie)

    assert wrong == {}


def test_all_provinces_have_a_shape_and_a_place_for_their_number(real: Catalogue) -> None:
    """The number of a province on a small map stands within the province, so that a tap on it chooses that province."""
    assert vormen().groot.keys() == vormen().klein.keys() == MIDDEN.keys() == real.lijsten["provincies"].keys()
    for key, (x, y) in MIDDEN.items():
        assert inside(x, y, vormen().groot[key]), key


def test_shapes_fit_the_drawing() -> None:
    """Nothing sticks out of the view."""
    left, top, width, height = HEEL
    points = [point for pad in vormen().groot.values() for ring in rings(pad) for point in ring]

    assert all(left < x < left + width and top < y < top + height for x, y in points)


def test_the_ijsselmeer_is_water() -> None:
    """Maps with the lake as land were rejected: the middle of it lies in no province."""
    assert [key for key, pad in vormen().groot.items() if inside(640, 400, pad)] == []


@pytest.mark.parametrize(
    ("one", "other", "kilometres"), [("den-haag", "rotterdam", 21), ("groningen", "maastricht", 270), ("meierijstad", "maashorst", 8)]
)
def test_distances(one: str, other: str, kilometres: int) -> None:
    """As the crow flies, from main place to main place."""
    points = gemeentepunten()

    assert afstand(points[one], points[other]) == pytest.approx(kilometres, abs=2)
    assert afstand(points[one], points[other]) == pytest.approx(afstand(points[other], points[one]))


def test_a_municipality_that_is_no_place_names_the_place() -> None:
    """The table says whose coordinates they are."""
    points = gemeentepunten()

    assert [points[key].plaats for key in ("meierijstad", "maashorst", "land-van-cuijk", "voorne-aan-zee", "sudwest-fryslan")] == [
        "Veghel",
        "Uden",
        "Cuijk",
        "Hellevoetsluis",
        "Sneek",
    ]
