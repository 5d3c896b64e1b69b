"""One sign per theme, and one per other list with pages, drawn with a single line on a grid of 24 by 24.

The signs take the colour of the text around them and say nothing to a screen reader: the theme's name stands beside them.
"""

from __future__ import annotations

from markupsafe import Markup

_CUPS = (
    "M4.8 11h5.4v4a2.7 2.7 0 0 1-5.4 0zM4.8 12.3H4a1.5 1.5 0 0 0 0 3.2h.8M13.8 11h5.4v4a2.7 2.7 0 0 1-5.4 0z"
    "M19.2 12.3h.8a1.5 1.5 0 0 1 0 3.2h-.8"
    "M7.5 8c-1.3-1.4 1.3-2.4 0-3.8M16.5 8c-1.3-1.4 1.3-2.4 0-3.8M3 21h18"
)
_HAND_UNDER_FIGURE = (
    "M9.8 4.5a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0M8 12.5v-.3a4 4 0 0 1 8 0v.3"
    "M3 15.5h3.5l2 1h4a1.4 1.4 0 0 1 0 2.8H10M13.9 18.2l4.4-2.4a1.5 1.5 0 0 1 1.6 2.5L14 21.3H8l-1.8-1H3"
)
_RAISED_HAND = (
    "M8 13V6.5a1.5 1.5 0 0 1 3 0V11M11 10.5V4.8a1.5 1.5 0 0 1 3 0V11M14 11V6.5a1.5 1.5 0 0 1 3 0V14.5a6.2 6.2 0 0 1-6.2 6.5"
    "c-2.4 0-3.8-1-5-3L3.7 14.3a1.4 1.4 0 0 1 2.3-1.6L8 15"
)
_PURSE = "M4 7.5h13.5a2.5 2.5 0 0 1 2.5 2.5v8a2.5 2.5 0 0 1-2.5 2.5h-11A2.5 2.5 0 0 1 4 18zM4 7.5l10-4v4M20 12h-4.2a2 2 0 0 0 0 4H20"
_HEAD_WITH_SPROUT = (
    "M8.5 21v-3H7a2 2 0 0 1-2-2v-2.5l-1.6-.6L5 9.6A7.2 7.2 0 1 1 16.6 15.6L17 21"
    "M12 14V9.5M12 10.5c0-2.2 1.4-3.5 3.6-3.5c0 2.2-1.4 3.5-3.6 3.5M12 12c0-1.7-1-2.7-2.8-2.7c0 1.7 1 2.7 2.8 2.7"
)
_HEART_WITH_CROSS = "M12 20.7C6 16.7 3 13.2 3 9.3A4.7 4.7 0 0 1 12 7a4.7 4.7 0 0 1 9 2.3c0 3.9-3 7.4-9 11.4zM12 10v5.4M9.3 12.7h5.4"
_BENCH_AND_TREE = "M2.5 15.5h10M4 15.5V20.5M11 15.5V20.5M2.5 12h10M17.5 20.5V11M13.5 7.5a4 4.5 0 1 1 8 0a4 4.5 0 1 1-8 0M15 20.5h5"
_BICYCLE = (
    "M2.2 16a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0M14.4 16a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0"
    "M5.9 16l3.3-6.5h6.3L12 16H5.9M12 16L8.4 7M7 7h2.8M18.1 16L15 6.5h3"
)
_TWO_HOUSES = "M2.8 20.5v-8.2L7.4 8.5l4.6 3.8v8.2zM12 12.3V8.2L16.6 3.5L21.2 8.2v12.3H12M7.4 20.5v-4M16.6 20.5v-4M16.6 10.5v1.5"
_SPROUT = "M12 20.5V11.5M12 15c0-3.6-2.5-5.7-6.8-5.7c0 3.9 2.5 5.7 6.8 5.7M12 11.5c0-4.3 2.8-7 7.3-7c0 4.6-2.8 7-7.3 7M5 20.5h14"
_TALL_AND_SMALL = (
    "M6 5.5a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0M4 20.5v-6a4.5 4.5 0 0 1 9 0v6"
    "M15.1 12a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0M13 20.5M20.5 20.5v-1a3.5 3.5 0 0 0-4.4-3.4"
)
_TOOLBOX = "M3.5 9.5h17v10.5h-17zM8.5 9.5V7A2 2 0 0 1 10.5 5h3A2 2 0 0 1 15.5 7v2.5M3.5 14h6.5M14 14h6.5M10 12.5h4v3.2h-4z"
_BOOK = (
    "M12 7c-2-1.7-5-2.2-8.7-2v13.5c3.7-.2 6.7.3 8.7 2c2-1.7 5-2.2 8.7-2V5c-3.7-.2-6.7.3-8.7 2zM12 7v13.5"
    "M6.3 9.3l2.7.5M6.3 13l2.7.5M15 9.8l2.7-.5"
)
_THREE_TOGETHER = (
    "M9.4 6.5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0M7.8 20.5v-5a4.2 4.2 0 0 1 8.4 0v5"
    "M3 10.2a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0M17.2 10.2a1.9 1.9 0 1 0 3.8 0a1.9 1.9 0 1 0-3.8 0"
    "M2.5 20.5v-3a3 3 0 0 1 2.3-2.9M21.5 20.5v-3a3 3 0 0 0-2.3-2.9"
)
_SIGNPOST = "M12 3v18M12 4.8h6.3L21 7.3l-2.7 2.5H12M12 11.5H5.7L3 14l2.7 2.5H12M8.5 21h7"
_SHIELD_WITH_HOUSE = "M12 3l8 2.8v5.7c0 4.7-3.2 7.7-8 9.7c-4.8-2-8-5-8-9.7V5.8zM9 16v-4.4l3-2.6l3 2.6V16z"
_ROOF_OVER_BED = "M2.8 11L12 3.8L21.2 11M4.5 21v-7.5M4.5 19h15M19.5 21v-2.5a3 3 0 0 0-3-3H10V19M7.2 15.8v.1"
_APPLE = (
    "M12 8.3C10 6.6 5.9 6.6 4.6 10.3C3.2 14.5 6.5 20.8 9.4 20.8c1.1 0 1.6-.5 2.6-.5s1.5.5 2.6.5c2.9 0 6.2-6.3 4.8-10.5"
    "C18.1 6.6 14 6.6 12 8.3zM12 8.3c0-2.3.8-4 2.8-5.1"
)
_KNOT = (
    "M9.7 4.8a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M2.6 18a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0"
    "M16.8 18a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0M9.9 13.4a2.1 2.1 0 1 0 4.2 0a2.1 2.1 0 1 0-4.2 0"
    "M12 7.1v4.2M6.9 16.8l3.2-2.2M17.1 16.8l-3.2-2.2"
)
_SCALES = "M12 4v16.5M7.5 20.5h9M4.5 7h15M4.5 7L2 13.5a2.7 2.7 0 0 0 5 0zM19.5 7L17 13.5a2.7 2.7 0 0 0 5 0z"
_STEPS = "M3 20.5h5v-4.7h5v-4.7h5V6.4h3.5M3 13.5l8-7.6M7.6 5.6H11.4V9.4"
_PIN = "M12 21C8 15.9 5.5 12.4 5.5 9.2a6.5 6.5 0 0 1 13 0c0 3.2-2.5 6.7-6.5 11.8zM9.7 9.2a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0-4.6 0"
_HOUSE = "M3 11.5L12 4l9 7.5M5.5 9.5V20.5h13V9.5M10 20.5v-4.7a2 2 0 0 1 4 0v4.7"
_NEUTRAL = "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0"

_SIGNS = {
    "eenzaamheid": _CUPS,
    "mantelzorg": _HAND_UNDER_FIGURE,
    "vrijwillige-inzet": _RAISED_HAND,
    "armoede-schulden": _PURSE,
    "mentale-gezondheid": _HEAD_WITH_SPROUT,
    "welzijn-zorg": _HEART_WITH_CROSS,
    "ouder-worden": _BENCH_AND_TREE,
    "vervoer-mobiliteit": _BICYCLE,
    "wonen-samenleven": _TWO_HOUSES,
    "bewonersinitiatief": _SPROUT,
    "opgroeien-opvoeden": _TALL_AND_SMALL,
    "meedoen-werk": _TOOLBOX,
    "basisvaardigheden": _BOOK,
    "inclusie": _THREE_TOGETHER,
    "nieuwkomers": _SIGNPOST,
    "veiligheid": _SHIELD_WITH_HOUSE,
    "opvang": _ROOF_OVER_BED,
    "leefstijl": _APPLE,
    "samenwerking-regie": _KNOT,
}

_OF_LISTS = {
    "doelgroepen": _THREE_TOGETHER,
    "gemeenten": _PIN,
    "organisaties": _HOUSE,
    "werkvormen": _STEPS,
    "wetten": _SCALES,
}


def sign(thema: str) -> Markup:
    """The sign of a theme as inline SVG, decoration only; a dot in a circle for a theme without a sign of its own."""
    return _drawn(_SIGNS.get(thema, _NEUTRAL))


def sign_of_list(lijst: str) -> Markup:
    """The sign that every page of a list has in common; nothing for a list whose pages show something else."""
    return _drawn(_OF_LISTS[lijst]) if lijst in _OF_LISTS else Markup()


def _drawn(path: str) -> Markup:
    return Markup(
        '<svg class="pw-teken" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}" fill="none" stroke="currentColor" '
        'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"/></svg>'
    ).format(path)


def has_sign(thema: str) -> bool:
    """Whether a theme has a sign of its own."""
    return thema in _SIGNS
