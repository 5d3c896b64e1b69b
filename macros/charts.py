"""Pictures of numbers as inline SVG: horizontal bars, and a timeline of periods.

Widths are percentages and heights are in em, without a viewBox: a picture fills its place at any
width while its words keep the size of the text around them. Colours come from the stylesheet.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_BESIDE = 8
"""Labels up to this many em stand beside their bars, wider ones above them."""
_LINE = 19.4
"""How many em of a line of words fit on a screen of 320 pixels."""
_WIDTHS = {
    letter: width for letters, width in (("ijl|", 0.28), (" ,.:;'", 0.33), ("tfrIJ()/-–", 0.42), ("mwMW%@", 0.98)) for letter in letters
}
_WIDTH = 0.65
"""How many em a letter takes in the widest letters that stand in for ours, those of DejaVu Sans."""


@dataclass(frozen=True)
class Staaf:
    """One bar: what is counted, how many there are, and where to see them."""

    label: str
    aantal: int
    adres: str = ""


@dataclass(frozen=True)
class Looptijd:
    """One period: in words, and as days as far as they are known."""

    tekst: str
    van: datetime.date | None
    tot: datetime.date | None
    loopt: bool = False
    afgelopen: bool = False


def bars(kern: str, staven: Sequence[Staaf]) -> Markup:
    """Horizontal bars, the longest as wide as there is room for; `kern` says in words what they show."""
    most = max(staaf.aantal for staaf in staven)
    beside = all(_width(staaf.label) <= _BESIDE for staaf in staven)
    parts: list[Markup] = []
    top = 0.0
    for staaf in staven:
        lines = [staaf.label] if beside else _wrapped(staaf.label)
        left, room = (46, 41) if beside else (0, 85)
        if beside:
            parts.append(Markup(f'<text x="44%" y="{_number(top + 1.15)}em" text-anchor="end">{escape(staaf.label)}</text>'))
        else:
            parts.append(_lines(lines, top + 1.1))
            top += 1.25 * len(lines) + 0.1
        width = staaf.aantal / most * room
        if width:
            place = f'x="{left}%" y="{_number(top + 0.3)}em" width="{_number(width)}%" height="{1.15 if beside else 0.8}em"'
            parts.append(Markup(f'<rect class="pw-staaf" {place} rx="2"/>'))
        place = f'x="{_number(left + width)}%" dx=".45em" y="{_number(top + (1.2 if beside else 1))}em"'
        parts.append(Markup(f'<text class="pw-getal" {place}>{staaf.aantal}</text>'))
        top += 1.75 if beside else 1.6
    return _svg(kern, top, parts)


def _width(text: str) -> float:
    return sum(_WIDTHS.get(letter, _WIDTH) for letter in text)


def _wrapped(text: str) -> list[str]:
    """The text in lines that fit; a word that is too long for any line has one of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and _width(f"{lines[-1]} {word}") <= _LINE:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def timeline(kern: str, looptijden: Sequence[Looptijd], today: datetime.date) -> Markup:
    """Periods over the years, with a line at `today`; an unknown begin or end fades away."""
    axis = _Axis(looptijden, today)
    rows: list[Markup] = []
    top = 1.8
    for looptijd in looptijden:
        lines = _wrapped(looptijd.tekst)
        rows.append(_lines(lines, top + 1))
        top += 1.25 * len(lines) + 0.15
        rows += _period(looptijd, axis, top, today)
        top += 1.5
    fades = [fade for name, fade in _FADES.items() if any(f"#{name})" in row for row in rows)]
    return _svg(kern, top + 1.5, [*fades, *_years(axis, top), *_now(axis.at(today), top), *rows])


def _years(axis: _Axis, bottom: float) -> Iterator[Markup]:
    for year, x in axis.years():
        place = _number(x)
        yield Markup(f'<line class="pw-jaar" x1="{place}%" x2="{place}%" y1="1.6em" y2="{_number(bottom)}em"/>')
        # further to the right there is no room for four digits
        if x < 90:
            yield Markup(f'<text class="pw-jaartal" x="{place}%" y="{_number(bottom + 1.1)}em">{year}</text>')


def _now(x: float, bottom: float) -> Iterator[Markup]:
    anchor = "start" if x < 12 else "end" if x > 88 else "middle"
    place = _number(x)
    yield Markup(f'<line class="pw-nu" x1="{place}%" x2="{place}%" y1="1.4em" y2="{_number(bottom)}em"/>')
    yield Markup(f'<text class="pw-nu" x="{place}%" y="1.1em" text-anchor="{anchor}">vandaag</text>')


_FADES = {
    "pw-uit": Markup('<linearGradient id="pw-uit"><stop offset=".1"/><stop offset="1" stop-opacity="0"/></linearGradient>'),
    "pw-in": Markup('<linearGradient id="pw-in"><stop stop-opacity="0"/><stop offset=".9"/></linearGradient>'),
}


class _Axis:
    """From the first of January of one year to that of another, wide enough for all that is shown."""

    def __init__(self, looptijden: Sequence[Looptijd], today: datetime.date) -> None:
        known = [day.year for looptijd in looptijden for day in (looptijd.van, looptijd.tot) if day] + [today.year]
        begins = [looptijd.tot.year - 3 for looptijd in looptijden if looptijd.tot and not looptijd.van]
        ends = [today.year + 3] if any(not looptijd.tot for looptijd in looptijden) else []
        self._first = datetime.date(min(known + begins), 1, 1)
        self._last = datetime.date(max([year + 1 for year in known] + ends), 1, 1)

    def at(self, day: datetime.date) -> float:
        """Where a day stands, as a percentage of the width."""
        return (day - self._first) / (self._last - self._first) * 100

    def years(self) -> Iterator[tuple[int, float]]:
        """At most seven round years with their places."""
        span = self._last.year - self._first.year
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if span / step <= 7)
        for year in range(self._first.year + -self._first.year % step, self._last.year, step):
            yield year, self.at(datetime.date(year, 1, 1))


def _period(looptijd: Looptijd, axis: _Axis, top: float, today: datetime.date) -> Iterator[Markup]:
    start = axis.at(looptijd.van) if looptijd.van else 0
    end = axis.at(looptijd.tot + datetime.timedelta(days=1)) if looptijd.tot else 100
    if looptijd.van and looptijd.tot:
        yield _span("pw-staaf pw-staaf--voorbij" if looptijd.afgelopen else "pw-staaf", start, end, top)
    elif looptijd.tot:
        yield _span("pw-voorbij" if looptijd.afgelopen else "", start, end, top, "pw-in")
    elif looptijd.loopt and looptijd.van and looptijd.van < today:
        yield _span("pw-staaf", start, axis.at(today), top)
        yield _span("", axis.at(today), end, top, "pw-uit")
    else:
        yield _span("", start, end, top, "pw-uit")


def _span(name: str, start: float, end: float, top: float, fade: str = "") -> Markup:
    look = (f' class="{name}"' if name else "") + (f' fill="url(#{fade})"' if fade else "")
    place = f'x="{_number(start)}%" y="{_number(top + 0.1)}em" width="{_number(max(end - start, 1))}%"'
    return Markup(f'<rect{look} {place} height=".8em"/>')


def _lines(lines: Sequence[str], first: float) -> Markup:
    spans = "".join(f'<tspan x="0" dy="1.25em">{escape(line)}</tspan>' for line in lines[1:])
    return Markup(f'<text y="{_number(first)}em">{escape(lines[0])}{spans}</text>')


def _svg(kern: str, height: float, parts: Sequence[Markup]) -> Markup:
    shown = f'aria-label="{escape(kern)}" width="100%" height="{_number(height)}em"'
    return Markup(f'<svg class="pw-grafiek__beeld" role="img" {shown}>{Markup().join(parts)}</svg>')


def _number(value: float) -> str:
    """At most two decimals, for few bytes: `12.50` → `12.5`, `3.0` → `3`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
