"""Motifs in which people stand in the middle: each about 170 by 130 units, standing on the ground of its spot."""

from __future__ import annotations

from macros.drawings.shapes import Mark, Spot, Throw, cup, person, table, tree, wheel


def at_a_table(p: Spot, k: Throw) -> list[Mark]:
    """Two or three people with coffee, sometimes under a lamp."""
    company = k.between(1, 0, 2)
    lower = k.between(2, 0, 10)
    cups = [*cup(p.at(-22, 46), "w"), *cup(p.at(22, 46), "s")]
    if company == 1:
        behind = [*person(p.at(-60), "d", 92 - lower, 42), *person(p.at(-12), "r", 84 + lower, 42), *person(p.at(40), "s", 78 + lower, 38)]
        return [*behind, Mark("t", p.rect(-96, 36, 180, 10) + p.rect(-84, 0, 8, 40) + p.rect(64, 0, 8, 40)), *cups]
    lamp = [] if company else [Mark("g", p.poly(-12, 142, 24, 0, 34, -96, -92, 0)), Mark("d", p.poly(-8, 158, 16, 0, 10, -18, -36, 0))]
    return [*lamp, *person(p.at(-62), "d", 92 - lower, 46), *person(p.at(62), "r", 82 + lower, 46), *table(p, "t", 104, 46), *cups]


def arm_around(p: Spot, k: Throw) -> list[Mark]:
    """A tall figure with an arm round a smaller one."""
    tall = 122 + k.between(1, 0, 12)
    return [
        *person(p.at(-22), "t", tall, 62),
        *person(p.at(30), "s", 84 + k.between(2, 0, 10), 48),
        Mark("t", p.bow(-32, 66, 34, -26, 84, -12), p.size(13)),
    ]


def carrying_together(p: Spot, k: Throw) -> list[Mark]:
    """Two people who carry a tree on a plank."""
    return [
        *person(p.at(-70), "d", 88 - k.between(1, 0, 8), 40),
        *person(p.at(70), "r", 80 + k.between(1, 0, 8), 40),
        Mark("t", p.rect(-84, 44, 168, 8)),
        *tree(p.at(0, 52), "m", k.between(2, 0, 2), 84),
        Mark("s", p.poly(-20, 76, 40, 0, -6, -24, -28, 0)),
    ]


def under_arches(p: Spot, k: Throw) -> list[Mark]:
    """Someone at rest under wide arches."""
    bend = "".join(f"{p.start(-size, 0)}a{p.size(size)} {p.size(size)} 0 0 1 {2 * p.size(size)} 0" for size in (92, 68))
    return [
        Mark("m", bend, p.size(13)),
        Mark("s", p.disc(k.between(1, -8, 8), 84, 15)),
        *person(p, "t", 58, 44),
    ]


def bench_and_tree(p: Spot, k: Throw) -> list[Mark]:
    """Two people on a bench by a tree."""
    return [
        *tree(p.at(62), "m", k.between(1, 0, 2), 160),
        *person(p.at(-56, 20), "d", 70, 38),
        *person(p.at(-12, 20), "r", 64 + k.between(2, 0, 6), 38),
        Mark("t", p.rect(-92, 20, 124, 12) + p.rect(-82, 0, 8, 24) + p.rect(16, 0, 8, 24)),
    ]


def kite(p: Spot, k: Throw) -> list[Mark]:
    """A grown-up and a child, with a kite or at a swing."""
    if k.between(5, 0, 1):
        return _swing(p, k)
    x = k.between(1, 62, 84)
    return [
        Mark("d", p.bow(12, 44, x - 30, 4, x - 12, 66), p.size(2)),
        Mark("s", p.poly(x - 22, 120, 26, 34, 20, -30, -34, -32)),
        *person(p.at(-44), "t", 118, 54),
        *person(p.at(8), "r", 66, 34),
        Mark("t", p.bow(-24, 54, 12, -18, 30, -20), p.size(9)),
    ]


def _swing(p: Spot, k: Throw) -> list[Mark]:
    x = k.between(1, -8, 22)
    ropes = f"{p.start(-4, 134)}L{p.start(x - 12, 30)[1:]}{p.start(20, 134)}L{p.start(x + 14, 30)[1:]}"
    return [
        Mark("m", f"{p.start(-50, 0)}l{p.steps(16, 134, 84, 0, 16, -134)}", p.size(7)),
        Mark("d", ropes, p.size(3)),
        *person(p.at(x + 1, 30), "r", 58, 32),
        Mark("s", p.rect(x - 18, 24, 38, 7)),
        *person(p.at(-78), "t", 112, 50),
    ]


def everyone(p: Spot, k: Throw) -> list[Mark]:
    """Four people of all sizes, one in a wheelchair."""
    heights = [76 + k.between(turn, 0, 40) for turn in range(4)]
    return [
        *person(p.at(-66), "t", heights[0], 42),
        *person(p.at(-24), "s", heights[1], 46),
        *person(p.at(62), "d", heights[2], 46),
        *person(p.at(20, 14), "r", 66, 38),
        *wheel(p.at(14), "d", 22),
    ]


def striding(p: Spot, k: Throw) -> list[Mark]:
    """Two people out walking, with a ball."""
    marks: list[Mark] = []
    for number, (x, tone) in enumerate(((-58, "d"), (4, "r"))):
        lift = k.between(number, 0, 8)
        marks.append(Mark(tone, f"{p.start(x - 20, 3)}l{p.steps(18, 36, 20, -36)}", p.size(9)))
        marks += person(p.at(x, 30 + lift / 2), tone, 82, 38)
    return [*tree(p.at(78), "m", k.between(2, 0, 2), 140), *marks, Mark("s", p.disc(46, 12 + k.between(3, 0, 34), 12))]


def linked(p: Spot, k: Throw) -> list[Mark]:
    """Two circles that overlap, with someone in the middle; or two people who build."""
    if k.between(1, 0, 1):
        return _building_together(p, k)
    r, half = p.size(66), p.size(58)
    lens = f"{p.start(0, 80)}m0-{half}a{r} {r} 0 0 1 0 {2 * half}a{r} {r} 0 0 1 0-{2 * half}z"
    return [
        Mark("m", p.disc(-32, 80, 66) + p.disc(32, 80, 66)),
        Mark("g", lens),
        *person(p.at(-68), "t", 82 + k.between(2, 0, 8), 42),
        *person(p.at(68), "d", 82 + k.between(3, 0, 8), 42),
        *person(p, "r", 92, 46),
    ]


def _building_together(p: Spot, k: Throw) -> list[Mark]:
    return [
        Mark("t", p.rect(-46, 0, 44, 40) + p.rect(-20 + k.between(4, -12, 12), 84, 40, 36)),
        Mark("m", p.rect(2, 0, 44, 40)),
        Mark("s", p.rect(-22 + k.between(2, -14, 14), 41, 44, 40)),
        *person(p.at(-76), "d", 88, 42),
        *person(p.at(78), "r", 80 + k.between(3, 0, 10), 42),
    ]
