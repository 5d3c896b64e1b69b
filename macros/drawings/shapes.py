"""The vocabulary of the covers: flat shapes, each placed at a spot on the ground and given one tone.

A `Spot` turns local units (x to the right, y upwards from the ground) into path data in whole pixels.
Tones: b background, f far, m middle, t theme, d deep, s sun, r contrast, g glow, c cloud, w window.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """One path: filled with its tone, or a line of `width` pixels; turned round when it has a `mirror`, twice the x of the axis."""

    tone: str
    path: str
    width: int = 0
    dashes: str = ""
    mirror: int = 0


@dataclass(frozen=True)
class Throw:
    """Chance that always falls the same for the same slug."""

    seed: bytes

    @classmethod
    def of(cls, slug: str) -> Throw:
        """The throw that belongs to a slug, whatever characters it holds."""
        return cls(hashlib.sha256(slug.encode("utf-8", "surrogatepass")).digest())

    def between(self, turn: int, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included; each `turn` is its own throw."""
        at = turn * 2 % 30
        return low + int.from_bytes(self.seed[at : at + 2]) % (high - low + 1)


@dataclass(frozen=True)
class Spot:
    """A place on the ground, with a scale."""

    x: float
    y: float
    scale: float = 1

    def at(self, x: float, y: float = 0, scale: float = 1) -> Spot:
        """Another spot, seen from this one."""
        return Spot(self.x + x * self.scale, self.y - y * self.scale, self.scale * scale)

    def size(self, length: float) -> int:
        """A length in pixels, never less than one."""
        return max(1, round(length * self.scale))

    def start(self, x: float, y: float) -> str:
        """Move to a point."""
        return f"M{round(self.x + x * self.scale)} {round(self.y - y * self.scale)}"

    def steps(self, *pairs: float) -> str:
        """Numbers for relative commands, x and y in turn, upwards positive."""
        return " ".join(str(round(value * self.scale * (-1 if index % 2 else 1))) for index, value in enumerate(pairs)).replace(" -", "-")

    def rect(self, x: float, y: float, width: float, height: float) -> str:
        """A rectangle from its lower left corner."""
        return f"{self.start(x, y)}v-{self.size(height)}h{self.size(width)}v{self.size(height)}z"

    def disc(self, x: float, y: float, radius: float) -> str:
        """A full circle round its middle."""
        r = self.size(radius)
        return f"M{round(self.x + x * self.scale) - r} {round(self.y - y * self.scale)}a{r} {r} 0 1 1 0 1z"

    def poly(self, x: float, y: float, *pairs: float) -> str:
        """A closed shape of straight steps."""
        return f"{self.start(x, y)}l{self.steps(*pairs)}z"

    def arch(self, x: float, y: float, width: float, height: float) -> str:
        """An upright shape with a round top: a shoulder, a door, a tree."""
        r = self.size(width / 2)
        side = max(0, self.size(height) - r)
        return f"{self.start(x, y)}v-{side}a{r} {r} 0 0 1 {2 * r} 0v{side}z"

    def bow(self, x: float, y: float, *pairs: float) -> str:
        """An open line bending through one point."""
        return f"{self.start(x, y)}q{self.steps(*pairs)}"


def person(spot: Spot, tone: str, height: float = 66, width: float = 30) -> list[Mark]:
    """A round-shouldered figure without a face."""
    head = width * 0.31
    body = height - head * 2 - 3
    return [Mark(tone, spot.arch(-width / 2, 0, width, body) + spot.disc(0, height - head, head))]


def tree(spot: Spot, tone: str, kind: int = 0, height: float = 110) -> list[Mark]:
    """A tree: round, a poplar, or two crowns."""
    trunk = Mark("d", spot.rect(-3, 0, 6, height * 0.55))
    if kind == 1:
        r, tall = spot.size(height * 0.17), spot.size(height * 0.42)
        return [Mark(tone, f"{spot.start(-height * 0.17, height * 0.57)}a{r} {tall} 0 1 1 0 1z"), trunk]
    crown = spot.disc(0, height * 0.68, height * 0.32)
    if kind == 2:
        crown = spot.disc(-height * 0.14, height * 0.6, height * 0.24) + spot.disc(height * 0.14, height * 0.76, height * 0.24)
    return [Mark(tone, crown), trunk]


def house(spot: Spot, tone: str, gable: int = 0, width: float = 70, height: float = 84) -> list[Mark]:
    """A house with a door and a window; gables: pointed, bell, stepped, one slope."""
    half, step = width / 2, width / 6
    rise, fall = (step * 1.5, 0, step * 1.6, step * 2), (step * 0.1, -step * 2, step * 1.6, -step * 2)
    top = {
        0: f"l{spot.steps(half, half * 0.9, half, -half * 0.9)}",
        1: f"q{spot.steps(*rise)}q{spot.steps(step * 1.4, step * 1.8, step * 2.8, 0)}q{spot.steps(*fall)}",
        2: "".join(f"v-{spot.size(step)}h{spot.size(step)}" for _ in range(3))
        + "".join(f"h{spot.size(step)}v{spot.size(step)}" for _ in range(3)),
        3: f"l{spot.steps(width, half)}V{round(spot.y)}",
    }[gable % 4]
    wall = f"{spot.start(-half, 0)}v-{spot.size(height)}{top}V{round(spot.y)}z"
    windows = spot.rect(-half * 0.5, height * 0.55, width * 0.17, height * 0.24)
    if spot.scale > 0.75:
        windows += spot.rect(half * 0.16, height * 0.55, width * 0.17, height * 0.24)
    return [Mark(tone, wall), Mark("w", windows + spot.arch(-width * 0.11, 0, width * 0.22, height * 0.36))]


def table(spot: Spot, tone: str, width: float = 90, height: float = 42) -> list[Mark]:
    """A table seen from the side."""
    return [
        Mark(
            tone,
            spot.rect(-width / 2, height - 6, width, 6) + spot.rect(-width * 0.36, 0, 5, height) + spot.rect(width * 0.3, 0, 5, height),
        )
    ]


def cup(spot: Spot, tone: str) -> list[Mark]:
    """A cup without a handle."""
    r = spot.size(9)
    return [Mark(tone, f"{spot.start(-9, 15)}h{2 * r}v{spot.size(5)}a{r} {r} 0 0 1-{2 * r} 0z")]


def wheel(spot: Spot, tone: str, radius: float = 24) -> list[Mark]:
    """A wheel as a ring."""
    return [Mark(tone, spot.disc(0, radius, radius - 2), spot.size(5))]
