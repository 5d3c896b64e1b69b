"""The picture that other sites show with a link to a page: 1200 by 630, a drawing above and the title below.

One SVG document each, to be rasterised. Titles are the only free text in any drawing: escaped, and
broken into lines here, because SVG can't.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from macros.drawings.palette import INKT, OKER, PAPIER, VLAK, kleur, mix
from macros.drawings.signs import sign

WIDTH, HEIGHT = 1200, 630
_ROOM, _MARGIN, _FOOT, _LEADING = 1080, 60, 96, 1.16
_SIZES = ((58, 1), (52, 2), (44, 2), (38, 3), (32, 4))
"""Sizes of a title, and how many lines it may take at each."""
_QUILT = 350
_WIDE = {**dict.fromkeys("iljI.,:;'’!()|", 0.3), **dict.fromkeys("ftr-–/ ", 0.42), **dict.fromkeys("mwMWÖ—%@", 0.9)}
_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)
_NIGHT = re.compile(r"@media[^}]*\{(?:[^{}]*\{[^}]*\})*\}")
_FRAME = re.compile(r"<svg [^>]*>|</svg>")


def entry_picture(kind: str, titel: str, place: str, cover: str, wordmark: str) -> str:
    """An entry: its own cover, its kind and its place."""
    return _document(f'<g transform="translate(0 -30) scale(1.875)">{_inside(cover)}</g>', 404, f"{kind} · {place}", titel, wordmark)


def quilt_picture(line: str, titel: str, covers: Sequence[str], wordmark: str) -> str:
    """Several entries: the middles of up to three covers, side by side."""
    shown = tuple(covers[:3])
    across = WIDTH // max(len(shown), 1)
    left, wide = 305 - across * 0.4, across * 0.8
    patches = "".join(
        f'<svg x="{at * across}" width="{across}" height="{_QUILT}" viewBox="{left:g} 0 {wide:g} 280">{_inside(cover)}</svg>'
        for at, cover in enumerate(shown)
    )
    return _document(patches, _QUILT, line, titel, wordmark)


def sign_picture(line: str, titel: str, thema: str, wordmark: str) -> str:
    """A theme or a subject: the sign of its theme, large, on the tint of its colour."""
    colour = kleur(thema)
    ground = mix(PAPIER, colour.licht, 0.16)
    drawn = _FRAME.sub("", sign(thema)).replace("currentColor", colour.licht).replace('"1.75"', '"1.25"')
    hill = f'<path fill="{mix(PAPIER, colour.licht, 0.28)}" d="M-10 400Q340 150 700 330T1210 250V440H-10z"/>'
    sun = f'<circle cx="1010" cy="120" r="52" fill="{OKER}"/>'
    disc = f'<circle cx="600" cy="212" r="150" fill="{VLAK}"/><g transform="translate(480 92) scale(10)">{drawn}</g>'
    return _document(f'<path fill="{ground}" d="M0 0h{WIDTH}v{HEIGHT}H0z"/>{hill}{sun}{disc}', 400, line, titel, wordmark)


def app_icon(mark: str) -> str:
    """The mark without round corners: a phone rounds them itself, and would show black behind ours."""
    return mark.replace(' rx="9"', "", 1)


def _document(drawing: str, top: int, line: str, titel: str, wordmark: str) -> str:
    size, lines = _fitted(titel, HEIGHT - top)
    first = top + (HEIGHT - top - _FOOT - len(lines) * size * _LEADING) / 2 + size * 0.95 + 6
    text = Markup('<text x="{}" y="{}" font-size="{}" class="kop">{}</text>')
    title = Markup("").join(text.format(_MARGIN, round(first + at * size * _LEADING), size, words) for at, words in enumerate(lines))
    below = Markup('<text x="{}" y="{}" font-size="30" class="regel">{}</text>').format(_MARGIN, HEIGHT - 44, _short(line))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"<style>.kop{{font-family:Fraunces;font-weight:600;fill:{INKT}}}"
        f'.regel{{font-family:"Source Sans 3 ExtraLight";fill:#52605b}}</style>'
        f'{drawing}<path fill="{VLAK}" d="M0 {top}h{WIDTH}V{HEIGHT}H0z"/>{title}{below}'
        f'<g transform="translate(852 {HEIGHT - 88}) scale(.135)">{_NIGHT.sub("", _FRAME.sub("", wordmark))}</g></svg>'
    )


def _inside(cover: str) -> str:
    return _FRAME.sub("", _STYLE.sub("", cover))


def _fitted(titel: str, height: int) -> tuple[int, list[str]]:
    """The largest size at which a title fits, and its lines."""
    for size, most in _SIZES:
        lines = list(_lines(titel, size))
        if len(lines) <= most and len(lines) * size * _LEADING <= height - _FOOT:
            return size, lines
    return size, lines[:most]


def _lines(titel: str, size: int) -> Iterator[str]:
    line = ""
    for word in titel.split():
        longer = f"{line} {word}".strip()
        if line and _width(longer) * size > _ROOM:
            yield line
            line = word
        else:
            line = longer
    yield line


def _short(line: str) -> str:
    """Beside the wordmark there is room for about fifty characters."""
    return line if len(line) <= 52 else f"{line[:51].rsplit(' ', 1)[0].rstrip(',')} …"


def _width(text: str) -> float:
    """The width of a line in Fraunces, in em, rather too wide than too narrow."""
    return sum(_WIDE.get(letter, 0.76 if letter.isupper() else 0.59) for letter in text)
