"""Motifs of a place or a thing with people near it: each about 170 by 130 units, standing on the ground of its spot."""

from __future__ import annotations

from macros.drawings.shapes import Mark, Spot, Throw, house, person, wheel


def letters_and_coin(p: Spot, k: Throw) -> list[Mark]:
    """A pile of letters and a coin, or a purse."""
    if k.between(5, 0, 1):
        return _purse(p, k)
    letters = "".join(p.rect(-78 + k.between(turn, 0, 14), turn * 15, 104, 11) for turn in range(4))
    return [
        Mark("t", letters),
        Mark("w", p.rect(6, 2, 10, 7) + p.rect(6, 32, 10, 7)),
        Mark("s", p.disc(-22, 84, 26)),
        Mark("w", p.disc(-22, 84, 17), p.size(3)),
        *person(p.at(74), "d", 100, 48),
    ]


def _purse(p: Spot, k: Throw) -> list[Mark]:
    r = p.size(20)
    r, wide = p.size(20), p.size(72)
    sides = f"q{p.steps(40, -50, 20, -72)}a{r} {r} 0 0 1-{r} {r}h-{wide}a{r} {r} 0 0 1-{r}-{r}q{p.steps(-20, 22, 20, 72)}z"
    coins = "".join(p.rect(78 + k.between(turn, -4, 4), turn * 11, 36, 9) for turn in range(k.between(2, 2, 4)))
    return [
        Mark("t", f"{p.start(-70, 92)}h{wide}{sides}"),
        Mark("d", p.rect(-72, 90, 76, 8) + p.disc(-42, 104, 8) + p.disc(-26, 104, 8)),
        Mark("s", p.disc(-34, 46, 22) + coins),
        *person(p.at(50), "r", 100, 46),
    ]


def bridge(p: Spot, k: Throw) -> list[Mark]:
    """Two people who meet on a bridge."""
    r = p.size(70)
    deck = f"{p.start(-96, 0)}v-{p.size(30)}q{p.steps(96, 62, 192, 0)}v{p.size(30)}h-{p.size(26)}a{r} {p.size(36)} 0 0 0-{2 * r} 0z"
    side = k.between(1, -8, 8)
    return [
        Mark("t", deck),
        *person(p.at(side - 24, 56), "d", 66, 32),
        *person(p.at(side + 16, 57), "r", 60, 32),
    ]


def bus_or_bicycle(p: Spot, k: Throw) -> list[Mark]:
    """A small bus, or a bicycle with a basket."""
    if k.between(1, 0, 1):
        frame = f"{p.start(-50, 26)}l{p.steps(28, 44, 46, 0, 26, -44)}{p.start(-22, 70)}l{p.steps(22, -44, 24, 44)}"
        bars = f"{p.start(-32, 78)}h{p.size(20)}{p.start(24, 70)}l{p.steps(-4, 16)}h{p.size(18)}"
        return [
            *wheel(p.at(-50), "t", 32),
            *wheel(p.at(52), "t", 32),
            Mark("d", frame + bars, p.size(6)),
            Mark("s", p.rect(34, 58, 28, 20)),
        ]
    r = p.size(14)
    body = f"{p.start(-90, 16)}v-{p.size(64)}a{r} {r} 0 0 1 {r}-{r}h{p.size(136)}l{p.steps(24, -44, 10, -6)}v{p.size(28)}z"
    windows = p.rect(-74, 56, 30, 24) + p.rect(-34, 56, 30, 24) + p.poly(30, 56, 0, 24, 28, 0, 14, -24)
    return [
        Mark("t", body),
        Mark("w", windows),
        Mark("s", p.rect(4, 20, 20, 60)),
        Mark("d", p.disc(-52, 16, 17) + p.disc(56, 16, 17)),
        Mark("b", p.disc(-52, 16, 6) + p.disc(56, 16, 6)),
    ]


def street(p: Spot, k: Throw) -> list[Mark]:
    """Three houses wall to wall."""
    turn = k.between(1, 0, 3)
    return [
        *house(p.at(-62), "m", turn, 62, 76 + k.between(2, 0, 14)),
        *house(p.at(4), "t", turn + 1, 66, 102),
        *house(p.at(68), "r", turn + 2, 58, 62 + k.between(3, 0, 16)),
    ]


def garden_bed(p: Spot, k: Throw) -> list[Mark]:
    """Plants in a tub, and who tends them."""
    stems, leaves = "", ""
    for number, x in enumerate((-52, -14, 24)):
        height = 70 + k.between(number, 0, 40)
        stems += f"{p.start(x, 26)}v-{p.size(height - 26)}"
        leaves += f"{p.start(x, height - 22)}q{p.steps(-26, 2, -26, 28, 26, 0, 26, -28)}zq{p.steps(26, 2, 26, 28, -26, 0, -26, -28)}z"
    return [
        Mark("d", stems, p.size(4)),
        Mark("m", leaves),
        Mark("s", p.disc(-14, 78 + k.between(1, 0, 40), 11)),
        Mark("t", p.poly(-84, 32, 140, 0, -8, -32, -124, 0)),
        *person(p.at(76), "r", 92, 40),
    ]


def workshop(p: Spot, k: Throw) -> list[Mark]:
    """People at work in a hall with a saw-tooth roof."""
    roof = "".join(f"v-{p.size(30)}l{p.steps(56, -30)}" for _ in range(3))
    hall = f"{p.start(-88, 0)}v-{p.size(74)}{roof}V{round(p.y)}z"
    return [
        Mark("t", hall),
        Mark("w", p.rect(-70, 40, 28, 24) + p.rect(-30, 40, 28, 24) + p.rect(36, 0, 34, 58)),
        *person(p.at(54), "r", 54, 26),
        *person(p.at(-50 + k.between(1, 0, 50)), "d", 62, 32),
    ]


def open_book(p: Spot, k: Throw) -> list[Mark]:
    """A book as large as the people who read in it."""
    left = f"{p.start(0, 2)}q{p.steps(-40, 24, -96, 8)}v-{p.size(112)}q{p.steps(56, 16, 96, -12)}z"
    right = f"{p.start(0, 2)}q{p.steps(40, 24, 96, 8)}v-{p.size(112)}q{p.steps(-56, 16, -96, -12)}z"
    lines = p.bow(-78, 104, 30, 6, 60, -7) + p.bow(-78, 86, 30, 6, 60, -7) + p.bow(-78, 68, 16, 4, k.between(1, 28, 56), -3)
    return [
        Mark("t", left),
        Mark("m", right),
        Mark("w", lines + p.bow(22, 94, 26, 10, 54, 8), p.size(6)),
        Mark("s", p.poly(k.between(2, 56, 70), 122, 16, 0, 0, -44, -8, 8, -8, -8)),
        *person(p.at(k.between(4, -8, 8)), "d", 58, 32),
        *person(p.at(k.between(3, 38, 56)), "r", 50, 28),
    ]


def open_door(p: Spot, k: Throw) -> list[Mark]:
    """A lit door and someone with a suitcase."""
    return [
        Mark("t", p.arch(-88, 0, 104, 140)),
        Mark("w", p.arch(-66, 0, 60, 108)),
        Mark("s", p.poly(-66, 0, 60, 0, 50, -24, -86, 0)),
        *person(p.at(k.between(1, 44, 56)), "d", 84, 40),
        Mark("r", p.rect(78, 0, 30, 26) + p.rect(88, 26, 10, 5)),
    ]


def street_lamp(p: Spot, k: Throw) -> list[Mark]:
    """Two people in the light of a street lamp."""
    return [
        Mark("g", p.poly(-58, 138, 24, 0, 40, -138, -104, 0)),
        *house(p.at(66), "t", k.between(1, 0, 3), 72, 80),
        Mark("d", p.rect(-98, 0, 6, 158) + p.rect(-98, 152, 56, 6) + p.poly(-52, 152, 12, 0, 8, -16, -28, 0)),
        *person(p.at(-60), "d", 76, 36),
        *person(p.at(-20), "r", 68, 34),
    ]


def great_roof(p: Spot, k: Throw) -> list[Mark]:
    """A wide roof with people under it."""
    return [
        Mark("m", p.rect(-70, 0, 140, 70)),
        Mark("t", p.poly(-100, 66, 100, 66, 100, -66)),
        Mark("w", p.disc(0, 90, 13)),
        *person(p.at(-38), "d", 52, 30),
        *person(p.at(-2), "r", 46 + k.between(1, 0, 10), 28),
        Mark("s", p.arch(24, 0, 30, 50)),
    ]


def gathering(p: Spot, k: Throw) -> list[Mark]:
    """A house with two people, for any theme."""
    return [*house(p.at(-40), "t", k.between(1, 0, 3), 84, 92), *person(p.at(36), "d", 84, 40), *person(p.at(76), "r", 66, 34)]
