"""The view on the home page: one long street in which the themes stand side by side, each in its own colour."""

from __future__ import annotations

from collections.abc import Sequence

from macros.drawings.cover import path_of, tones
from macros.drawings.palette import kleur
from macros.drawings.scenes import motif
from macros.drawings.shapes import Mark, Spot, Throw, house, person, tree

WIDTH, HEIGHT, GROUND = 1800, 300, 276

_SCENES = (
    ("wonen-samenleven", 150, 1.25, "oud"),
    ("ouder-worden", 372, 1.1, "bank"),
    ("opgroeien-opvoeden", 570, 1.05, "vlieger"),
    ("eenzaamheid", 800, 1.2, "tafel"),
    ("vervoer-mobiliteit", 1026, 1.05, "a"),
    ("bewonersinitiatief", 1215, 1.1, "tuin"),
    ("welzijn-zorg", 1425, 1.05, "brug"),
    ("inclusie", 1640, 1.2, "samen"),
)
"""Theme, place, scale and throw of each scene, from left to right."""
_TREES = (
    (18, 0, 120), (268, 1, 150), (470, 0, 120), (690, 1, 130), (912, 2, 130),
    (1116, 1, 170), (1320, 0, 130), (1532, 1, 160), (1768, 2, 150),
)  # fmt: skip


def panorama() -> str:
    """The street as an SVG document that follows the reader's dark mode."""
    parts: list[tuple[str, Sequence[Mark]]] = [("", _behind())]
    for thema, x, scale, throw in _SCENES:
        parts.append((thema, motif(thema)(Spot(x, GROUND, scale), Throw.of(throw))))
    parts.append(("", [Mark("d", f"M0 {GROUND}h{WIDTH}", 4)]))
    paths, rules = "", ""
    for number, (thema, marks) in enumerate(parts):
        light, dark = tones(kleur(thema))
        paths += f'<g class="g{number}">{"".join(path_of(mark, light) for mark in marks)}</g>'
        used = sorted({("s" if mark.width else "f", mark.tone) for mark in marks})
        rules += "".join(f".g{number} .{kind}{tone}{{{'stroke' if kind == 's' else 'fill'}:{dark[tone]}}}" for kind, tone in used)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f'<style>@media(prefers-color-scheme:dark){{{rules}}}</style><g stroke-linecap="round">{paths}</g></svg>\n'
    )


def _behind() -> list[Mark]:
    """A hill, roofs and trees far away, a sun and clouds."""
    marks = [
        Mark("f", f"M0 {GROUND}V190q220-80 480-20t420-10 460-40 440 60V{GROUND}z"),
        Mark("s", Spot(1540, 66).disc(0, 0, 34)),
        Mark("c", "M250 60h70M214 80h70M1130 44h60M1096 62h76", 14),
    ]
    ground = Spot(0, GROUND)
    for x, kind, height in (
        (268, 1, 150),
        (470, 0, 120),
        (690, 1, 130),
        (912, 2, 130),
        (1116, 1, 170),
        (1320, 0, 130),
        (1532, 1, 160),
        (1768, 2, 150),
        (18, 0, 120),
    ):
        marks += tree(ground.at(x), "m", kind, height)
    for x, gable, wide, height in ((646, 2, 60, 84), (1086, 0, 64, 96), (1344, 1, 60, 100)):
        marks += house(ground.at(x), "m", gable, wide, height)
    for x, tone, height in ((300, "t", 62), (1330, "d", 50), (1748, "t", 60)):
        marks += person(ground.at(x), tone, height, 27)
    return marks
