"""The design as it is: colours with their contrast, type and spacing, read from the stylesheet itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from macros.drawings.palette import contrast

PAIRS = (
    ("inkt", "papier", "tekst op de pagina"),
    ("inkt", "vlak", "tekst op een kaart"),
    ("inkt", "groen-licht", "tekst op een groen vlak"),
    ("inkt", "geel", "tekst op een geel vlak"),
    ("zacht", "papier", "bijzaken op de pagina"),
    ("zacht", "vlak", "bijzaken op een kaart"),
    ("zacht", "groen-licht", "bijzaken op een groen vlak"),
    ("groen", "papier", "link op de pagina"),
    ("groen", "vlak", "link op een kaart"),
    ("groen", "groen-licht", "link op een groen vlak"),
    ("op-groen", "groen", "tekst op een knop"),
    ("oranje", "papier", "waarschuwing op de pagina"),
    ("oranje", "vlak", "waarschuwing op een kaart"),
)
"""Every colour that is read, with what lies behind it and what the two are for."""

_PROPERTY = re.compile(r"--([a-z-]+):\s*([^;]+);")
_SIZE = re.compile(r"^(body|h1|h2|h3) \{[^}]*?(?:font-size: |font: )([^;]+);", re.MULTILINE)


@dataclass(frozen=True)
class Kleurpaar:
    """A colour on another, in one mode, with their contrast."""

    naam: str
    waarvoor: str
    voor: str
    achter: str
    contrast: str


def tokens(css: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The custom properties of a stylesheet in light and in dark: name → value."""
    light, _, dark = css.partition("prefers-color-scheme: dark")
    found = dict(_PROPERTY.findall(light))
    return found, {**found, **dict(_PROPERTY.findall(dark))}


def colour_pairs(css: str) -> tuple[tuple[str, tuple[Kleurpaar, ...]], ...]:
    """The pairs in light and in dark, each with its contrast to one decimal, rounded down."""
    return tuple(
        (mode, tuple(_pair(values, *pair) for pair in PAIRS)) for mode, values in zip(("licht", "donker"), tokens(css), strict=True)
    )


def sizes(css: str) -> tuple[tuple[str, str], ...]:
    """What the type is set in: element and size as in the stylesheet, then the spacing."""
    light, _ = tokens(css)
    spacing = tuple((f"--{name}", light[name]) for name in ("ruimte", "rond"))
    return (*((element, size.partition("/")[0].strip()) for element, size in _SIZE.findall(css)), *spacing)


def _pair(values: Mapping[str, str], voor: str, achter: str, waarvoor: str) -> Kleurpaar:
    ratio = int(contrast(values[voor], values[achter]) * 10) / 10
    return Kleurpaar(f"{voor} op {achter}", waarvoor, values[voor], values[achter], f"{ratio:.1f}".replace(".", ","))
