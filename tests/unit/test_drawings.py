"""Signs, colours and covers: the same every time, different from each other, readable and harmless."""

from __future__ import annotations

import datetime
import itertools
import re
from pathlib import Path

import pytest
from lxml import etree

from macros.catalogue import Catalogue
from macros.checking import check
from macros.drawings import palette
from macros.drawings.cover import LIMIT, cover
from macros.drawings.palette import contrast, kleur, mix, to_css
from macros.drawings.shapes import Throw
from macros.drawings.signs import has_sign, sign
from macros.problem import to_text

FASEN = ("idee", "voorbereiding", "pilot", "uitvoering", "geborgd", "verspreid", "gestopt", "onbekend")
HOSTILE = (
    '"><script>alert(1)</script>',
    "{{ 7*7 }}",
    "</style><svg onload=x>",
    "../../etc/passwd",
    "url(https://x.nl)",
    "",
    "\ud800",
    "日本\x00",
)
ALLOWED = {
    "svg": {"viewBox", "width", "height", "class"},
    "style": set(),
    "g": {"stroke-linecap", "transform"},
    "path": {"class", "fill", "stroke", "stroke-width", "stroke-dasharray", "d"},
}
VALUES = {
    "viewBox": r"0 0 640 280",
    "width": r"640",
    "height": r"280",
    "class": r"pw-o(\d+|x)|[fs][a-z]",
    "fill": r"none|#[0-9a-f]{6}",
    "stroke": r"#[0-9a-f]{6}",
    "stroke-linecap": r"round",
    "transform": r"matrix\(-1 0 0 1 \d+ 0\)",
    "stroke-width": r"\d+",
    "stroke-dasharray": r"[\d ]+",
    "d": r"[MmLlHhVvCcQqtAaZz\d .-]+",
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The catalogue of this project."""
    checked = check(real_files, today)
    assert checked.catalogue is not None, to_text(checked.problems)
    return checked.catalogue


def drawn(text: str) -> etree._Element:
    """The document, with every element and attribute on the list and of its form."""
    root = etree.fromstring(text.encode())
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        assert set(element.attrib) <= ALLOWED[name]
        for key, value in element.attrib.items():
            assert re.fullmatch(VALUES[str(key)], str(value)), (key, value)
        assert element.tail is None or not element.tail.strip()
        assert name == "style" or element.text is None
    (style,) = root.iter(f"{SVG}style")
    scope = re.escape(str(root.get("class")))
    rule = rf"\.{scope} \.[fs][a-z]\{{(fill|stroke):#[0-9a-f]{{6}}\}}"
    assert re.fullmatch(rf"@media\(prefers-color-scheme:dark\)\{{({rule})+\}}", str(style.text))
    return root


def covers(catalogue: Catalogue) -> dict[str, str]:
    """Slug → cover, with the arguments that a page would give."""
    return {
        item.slug: cover(
            item.slug,
            "praktijk" if item.is_praktijk else "werkwijze",
            item.data.themas[0],
            item.data.fase,
            next(iter(catalogue.provincies(item)), None),
        )
        for item in catalogue.items
    }


def test_covers_of_all_entries(real: Catalogue) -> None:
    """No two alike, the same every time, light, and nothing in them but shapes."""
    made = covers(real)

    assert len(set(made.values())) == len(real.items)
    assert covers(real) == made
    assert {slug: len(text) for slug, text in made.items() if not 1000 <= len(text.encode()) <= LIMIT} == {}
    for text in made.values():
        drawn(text)


def test_themes_of_the_real_list(real: Catalogue) -> None:
    """Every theme has its own sign, its own colour, its own place in the stylesheet."""
    themas = list(real.lijsten["themas"])

    assert [thema for thema in themas if not has_sign(thema)] == []
    assert len({sign(thema) for thema in themas}) == len(themas)
    assert list(palette.THEMAS) == themas
    assert len({kleur(thema) for thema in themas}) == len(themas)


def test_neighbours_differ() -> None:
    """Two themes in a row never look of one colour."""
    for one, other in itertools.pairwise(palette.THEMAS):
        channels = [(int(kleur(one).licht[at : at + 2], 16), int(kleur(other).licht[at : at + 2], 16)) for at in (1, 3, 5)]
        assert sum(abs(a - b) for a, b in channels) >= 60, (one, other)


@pytest.mark.parametrize("thema", palette.THEMAS)
@pytest.mark.parametrize("soort", ["praktijk", "werkwijze"])
def test_every_phase_within_limits(thema: str, soort: str) -> None:
    """Each phase has its own ground, and no combination grows too heavy."""
    provinces = ("groningen", "limburg", None)
    made = [cover(f"voorbeeld-{turn}", soort, thema, fase, provinces[turn % 3]) for fase in FASEN for turn in range(6)]

    assert len(set(made)) == len(made)
    assert [len(text) for text in made if not 1000 <= len(text) <= LIMIT] == []
    for text in made:
        drawn(text)


@pytest.mark.parametrize("soort", ["praktijk", "werkwijze"])
def test_each_argument_counts(soort: str) -> None:
    """The drawing changes with the slug, the theme, the phase and the province."""
    plain = cover("een", soort, "opvang", "pilot", "utrecht")

    assert plain == cover("een", soort, "opvang", "pilot", "utrecht")
    assert plain not in {
        cover("twee", soort, "opvang", "pilot", "utrecht"),
        cover("een", soort, "inclusie", "pilot", "utrecht"),
        cover("een", soort, "opvang", "gestopt", "utrecht"),
        cover("een", soort, "opvang", "pilot", "zeeland"),
        cover("een", soort, "opvang", "pilot", None),
    }
    assert cover("een", "praktijk", "opvang", "pilot", None) != cover("een", "werkwijze", "opvang", "pilot", None)


@pytest.mark.parametrize("nasty", HOSTILE, ids=ascii)
def test_hostile_ids(nasty: str) -> None:
    """What is not on a list falls back and never reaches the drawing."""
    root = drawn(cover(nasty, nasty, nasty, nasty, nasty))

    assert root.get("class") == "pw-ox"
    assert cover("een", nasty, nasty, nasty, nasty) == cover("een", "praktijk", "nergens", "onbekend", "nergens")
    assert sign(nasty) == sign("nergens")
    assert kleur(nasty) == kleur("nergens")


def test_throws_stay_within_bounds() -> None:
    """Both ends can fall, nothing beyond them."""
    assert {Throw.of(f"slug-{turn}").between(turn, 3, 6) for turn in range(200)} == {3, 4, 5, 6}


@pytest.mark.parametrize("thema", [*palette.THEMAS, "nergens"])
def test_signs_are_small_and_quiet(thema: str) -> None:
    """One path, in the colour of the text, hidden from a screen reader."""
    root = etree.fromstring(sign(thema))

    assert dict(root.attrib) == {"class": "pw-teken", "viewBox": "0 0 24 24", "aria-hidden": "true", "focusable": "false"}
    (path,) = root
    assert (path.get("stroke"), path.get("fill"), path.get("stroke-width")) == ("currentColor", "none", "1.75")
    assert re.fullmatch(r"[MLHVCAlhvcasz\d .-]+", str(path.get("d")))
    assert len(str(sign(thema))) < 700


def test_contrast() -> None:
    """The examples that WCAG's own tools give."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")
    assert contrast("#14584f", "#14584f") == 1


def test_mix() -> None:
    """From all ground to all colour."""
    assert [mix("#000000", "#ff8000", share) for share in (0, 0.5, 1)] == ["#000000", "#804000", "#ff8000"]


@pytest.mark.parametrize("thema", [*palette.THEMAS, "nergens"])
def test_colours_can_be_read(thema: str) -> None:
    """Text in the theme's colour on every ground; ink on its tint; in light and in dark."""
    colour = kleur(thema)

    assert min(contrast(colour.licht, ground) for ground in (palette.PAPIER, palette.VLAK, colour.vlak)) >= 4.5
    assert min(contrast(colour.donker, ground) for ground in (palette.PAPIER_DONKER, palette.VLAK_DONKER, colour.vlak_donker)) >= 4.5
    assert contrast(palette.INKT, colour.vlak) >= 7
    assert contrast(palette.INKT_DONKER, colour.vlak_donker) >= 7


def test_stylesheet_is_the_palette(project: Path) -> None:
    """One source for the colours; the file is what `to_css` writes."""
    assert (project / "overrides" / "stijl" / "15-themas.css").read_text(encoding="utf-8") == to_css()


def test_palette_knows_the_page(project: Path) -> None:
    """Paper, surface and ink are those of the stylesheet."""
    light, dark = (project / "overrides" / "stijl" / "10-basis.css").read_text(encoding="utf-8").split("@media", 1)
    for css, papier, vlak, inkt in (
        (light, palette.PAPIER, palette.VLAK, palette.INKT),
        (dark, palette.PAPIER_DONKER, palette.VLAK_DONKER, palette.INKT_DONKER),
    ):
        assert f"--papier: {papier}; --vlak: {vlak}; --inkt: {inkt};" in css
