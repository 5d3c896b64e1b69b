"""A colour per theme, for light and for dark pages, and the measure of contrast between two colours."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PAPIER, VLAK, INKT = "#fbf6ec", "#fffdf8", "#20302c"
PAPIER_DONKER, VLAK_DONKER, INKT_DONKER = "#151c1a", "#1d2624", "#efe9dd"
OKER, BAKSTEEN, PETROL = "#d99a3d", "#b9582c", "#2f7d80"


@dataclass(frozen=True)
class Kleur:
    """The colour of a theme: `licht` on light pages, `donker` on dark pages, `diep` for the heaviest shapes of a drawing."""

    licht: str
    donker: str
    diep: str

    @property
    def vlak(self) -> str:
        """The tint behind ink on light pages."""
        return mix(PAPIER, self.licht, 0.13)

    @property
    def vlak_donker(self) -> str:
        """The tint behind light text on dark pages."""
        return mix(PAPIER_DONKER, self.donker, 0.14)


# Chosen in OKLCH, with one lightness and a low chroma; neighbours in the list lie far apart in hue.
_KLEUREN = {
    "eenzaamheid": Kleur("#923d17", "#f7b196", "#531d04"),
    "mantelzorg": Kleur("#175c50", "#9dd1c4", "#012e26"),
    "vrijwillige-inzet": Kleur("#803d65", "#ecafd1", "#471d36"),
    "armoede-schulden": Kleur("#7a5b0f", "#dcc18b", "#453202"),
    "mentale-gezondheid": Kleur("#475487", "#b4c2f1", "#232b4c"),
    "welzijn-zorg": Kleur("#973a3f", "#f9adac", "#571c20"),
    "ouder-worden": Kleur("#596423", "#bfcb96", "#30370c"),
    "vervoer-mobiliteit": Kleur("#1a6176", "#99cee0", "#043341"),
    "wonen-samenleven": Kleur("#8a3829", "#f9afa0", "#4c180f"),
    "bewonersinitiatief": Kleur("#31653e", "#a5d1ad", "#14361d"),
    "opgroeien-opvoeden": Kleur("#8a5111", "#ecb88c", "#502b03"),
    "meedoen-werk": Kleur("#565085", "#c1beee", "#2d284a"),
    "basisvaardigheden": Kleur("#6c611a", "#cfc690", "#3d3607"),
    "inclusie": Kleur("#6c4279", "#dab4e6", "#391f42"),
    "nieuwkomers": Kleur("#196768", "#98d0d0", "#043839"),
    "veiligheid": Kleur("#822f44", "#f8acb9", "#45111f"),
    "opvang": Kleur("#3c5473", "#b0c6e3", "#1a2a3d"),
    "leefstijl": Kleur("#496c31", "#b0cf9d", "#273d17"),
    "samenwerking-regie": Kleur("#1d5b7f", "#9bcbeb", "#052f45"),
}
_NEUTRAAL = Kleur("#14584f", "#93d3c0", "#0b332e")
THEMAS = tuple(_KLEUREN)


def kleur(thema: str) -> Kleur:
    """The colour of a theme; the green of the site for a theme without one of its own."""
    return _KLEUREN.get(thema, _NEUTRAAL)


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, 1 to 21, from the relative luminance of WCAG 2.2."""
    lighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(ground: str, colour: str, share: float) -> str:
    """`colour` laid over `ground` for a share of 0 to 1, as `#rrggbb`."""
    pairs = zip(_channels(ground), _channels(colour), strict=True)
    return "#" + "".join(f"{round(under + (over - under) * share):02x}" for under, over in pairs)


def to_css(themas: Iterable[str] = THEMAS) -> str:
    """The stylesheet with `--thema` and `--thema-licht` for each theme, in light and in dark."""
    colours = [(thema, kleur(thema)) for thema in themas]
    light = [_rule("", thema, colour.licht, colour.vlak) for thema, colour in colours]
    dark = [_rule("  ", thema, colour.donker, colour.vlak_donker) for thema, colour in colours]
    head = "/* A colour per theme: --thema for text, lines and signs, --thema-licht behind text. Made by macros.drawings.palette. */\n"
    return f"{head}{''.join(light)}@media (prefers-color-scheme: dark) {{\n{''.join(dark)}}}\n"


def _rule(indent: str, thema: str, colour: str, tint: str) -> str:
    return f"{indent}.pw-thema--{thema} {{ --thema: {colour}; --thema-licht: {tint}; }}\n"


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _channels(colour)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
