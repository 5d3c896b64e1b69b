"""The cover of an entry: a drawing of 640 by 280, made from its slug, kind, theme, phase and province.

Nothing else goes in, and of these only what is looked up: an unknown id falls back and never reaches the drawing.
The document works in `<img>` and inline, has no ids, and follows the reader's dark mode by itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from macros.drawings.ground import Ground, fase_lines, provincie_dots
from macros.drawings.palette import BAKSTEEN, OKER, PAPIER_DONKER, PETROL, THEMAS, VLAK, Kleur, kleur, mix
from macros.drawings.scenes import motif
from macros.drawings.shapes import Mark, Spot, Throw, house, person, tree

WIDTH, HEIGHT, GROUND, LIMIT = 640, 280, 226, 2500


def cover(slug: str, soort: str, thema: str, fase: str, provincie: str | None) -> str:
    """The cover as an SVG document of 1.0 to 2.5 kB; the same arguments always give the same text.

    `soort` is `praktijk` (one scene in one place) or `werkwijze` (a motif repeated along a path); `thema`, `fase` and
    `provincie` are vocabulary ids. `provincie` is None for what is nationwide.
    """
    throw = Throw.of(slug)
    if soort == "werkwijze":
        drawn = (
            _document(thema, [*_along_a_path(throw, thema, fase, count), *provincie_dots(provincie)])
            for count in (4 - throw.between(4, 0, 1), 3, 2)
        )
        return next(text for text in drawn if len(text) <= LIMIT)
    return _document(thema, [*_in_one_place(throw, thema, fase), *provincie_dots(provincie)])


def _document(thema: str, marks: list[Mark]) -> str:
    scope = f"pw-o{THEMAS.index(thema) if thema in THEMAS else 'x'}"
    light, dark = tones(kleur(thema))
    groups = groupby(_joined(marks), key=lambda mark: mark.mirror)
    paths = "".join(_turned("".join(path_of(mark, light) for mark in group), mirror) for mirror, group in groups)
    used = sorted({("s" if mark.width else "f", mark.tone) for mark in marks} | {("f", "b")})
    rules = "".join(f".{scope} .{kind}{tone}{{{'stroke' if kind == 's' else 'fill'}:{dark[tone]}}}" for kind, tone in used)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" class="{scope}">'
        f"<style>@media(prefers-color-scheme:dark){{{rules}}}</style>"
        f'<path class="fb" fill="{light["b"]}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>'
        f'<g stroke-linecap="round">{paths}</g></svg>\n'
    )


def _in_one_place(throw: Throw, thema: str, fase: str) -> list[Mark]:
    """A large motif with a few quiet companions round it."""
    x = throw.between(4, 220, 390)
    scale = throw.between(5, 105, 125) / 100
    marks = _sky(throw, x)
    left, right = (
        Spot(max(36, x - 118 * scale - throw.between(6, 40, 70)), GROUND),
        Spot(min(592, x + 118 * scale + throw.between(7, 40, 90)), GROUND),
    )
    marks += _companion(left, throw, 8) + _companion(right, throw, 9)
    mirror = throw.between(0, 0, 1) * 2 * x
    marks += [replace(mark, mirror=mirror) for mark in motif(thema)(Spot(x, GROUND, scale), throw)]
    return [*marks, *fase_lines(fase, Ground(((x, GROUND),), 140))]


def _along_a_path(throw: Throw, thema: str, fase: str, count: int) -> list[Mark]:
    """The same motif two to four times, each at its own place along a winding path."""
    gap = WIDTH // count
    levels = [GROUND - 4 + throw.between(11 + at, 0, 13) * (1 if (at + throw.between(6, 0, 1)) % 2 else -1) for at in range(count)]
    terraces = tuple((gap * at + gap // 2, level) for at, level in enumerate(levels))
    spots = [Spot(x, level, throw.between(7 + at, 54, 66) / 100) for at, (x, level) in enumerate(terraces)]
    repeated = [motif(thema)(spot, throw) for spot in spots]
    marks = [Mark(same[0].tone, "".join(mark.path for mark in same), same[0].width) for same in zip(*repeated, strict=True)]
    return [*_sky(throw, throw.between(12, 150, 400), path=True), *marks, *fase_lines(fase, Ground(terraces, gap // 3))]


def _sky(throw: Throw, x: int, *, path: bool = False) -> list[Mark]:
    """What lies behind: a hill, an arch or roofs far away, and a sun, a moon or a cloud."""
    far = throw.between(10, 2, 3) if path else throw.between(10, 0, 3)
    low, wide = Spot(x, GROUND), throw.between(11, 170, 250)
    behind = {
        0: f"M{x - wide} {GROUND}q{wide}-{throw.between(12, 200, 330)} {wide * 2} 0z",
        1: low.arch(-wide * 0.7, 0, wide * 1.4, 190),
        2: f"M-10 {GROUND}v-40q120-70 250-20t210-10 200-10V{HEIGHT if path else GROUND}H-10z",
        3: low.disc(0, 88, 74 + throw.between(12, 0, 14)),
    }[far]
    marks = [Mark("f", behind)]
    across = throw.between(13, 60, 130) if x > 300 else throw.between(13, 420, 490)
    high, size = throw.between(14, 46, 76), throw.between(3, 18, 30)
    light = throw.between(2, 0, 3)
    if light == 0:
        return [*marks, Mark("s", f"M{across} {high - size}a{size} {size} 0 1 0 {size} {size + 8}a{size} {size} 0 0 1-{size}-{size + 8}z")]
    if light == 1:
        marks.append(Mark("c", f"M{across} {high}h{size * 2}M{across - 30} {high + 16}h{size * 2}", 12))
    else:
        marks.append(Mark("s", Spot(across, high).disc(0, 0, size)))
    return marks


def _companion(spot: Spot, throw: Throw, turn: int) -> list[Mark]:
    """Something small beside the scene: a tree, a house, or one or two people on their way."""
    kind = throw.between(turn, 0, 5)
    if kind < 2:
        return tree(spot, "m", kind, 84 + turn)
    if kind == 2:
        return house(spot, "m", throw.between(turn + 1, 0, 3), 52, 54)
    if kind == 3:
        return [*tree(spot, "m", 2, 92), *person(spot.at(34), "t", 44, 22)]
    return [*person(spot, "t", 56, 26), *(person(spot.at(30), "d", 46, 24) if kind == 4 else [])]


def tones(colour: Kleur) -> tuple[dict[str, str], dict[str, str]]:
    """The ten tones of a drawing, for light and for dark."""
    warm = int(colour.licht[1:3], 16) > int(colour.licht[3:5], 16)
    ground, night = colour.vlak, mix(PAPIER_DONKER, colour.licht, 0.32)
    light = {
        "b": ground,
        "f": mix(ground, colour.licht, 0.14),
        "m": mix(ground, colour.licht, 0.5),
        "t": mix(ground, colour.licht, 0.9),
        "d": colour.diep,
        "s": OKER,
        "r": PETROL if warm else BAKSTEEN,
        "g": mix(ground, OKER, 0.38),
        "c": mix(VLAK, ground, 0.15),
        "w": VLAK,
    }
    dark = {
        "b": night,
        "f": mix(night, colour.donker, 0.1),
        "m": mix(night, colour.donker, 0.32),
        "t": mix(night, colour.donker, 0.55),
        "d": mix(night, colour.donker, 0.9),
        "s": "#dca650",
        "r": "#5fa5a4" if warm else "#d9835a",
        "g": mix(night, "#dca650", 0.4),
        "c": mix(night, colour.donker, 0.22),
        "w": "#f4e6c6",
    }
    return light, dark


def _joined(marks: Iterable[Mark]) -> list[Mark]:
    """Neighbours of one tone and width as one path."""
    groups = groupby(marks, key=lambda mark: (mark.tone, mark.width, mark.dashes, mark.mirror))
    return [Mark(tone, "".join(mark.path for mark in group), *rest) for (tone, *rest), group in groups]


def _turned(paths: str, mirror: int) -> str:
    return f'<g transform="matrix(-1 0 0 1 {mirror} 0)">{paths}</g>' if mirror else paths


def path_of(mark: Mark, colours: dict[str, str]) -> str:
    """One mark as a path, in the light colours; its class is for the dark ones."""
    if not mark.width:
        return f'<path class="f{mark.tone}" fill="{colours[mark.tone]}" d="{mark.path}"/>'
    dashes = f' stroke-dasharray="{mark.dashes}"' if mark.dashes else ""
    return f'<path class="s{mark.tone}" fill="none" stroke="{colours[mark.tone]}" stroke-width="{mark.width}"{dashes} d="{mark.path}"/>'
