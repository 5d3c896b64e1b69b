"""The page about the design tells the truth, and every pair of colours can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.views.styleguide import PAIRS, colour_pairs, sizes, tokens


@pytest.fixture(scope="module")
def css(project: Path) -> str:
    """The stylesheet with the tokens."""
    return (project / "overrides" / "stijl" / "10-basis.css").read_text(encoding="utf-8")


def test_every_pair_can_be_read(css: str) -> None:
    """Contrast of at least 4.5 in light and in dark (WCAG 2.2 AA)."""
    low = [(mode, pair.naam) for mode, pairs in colour_pairs(css) for pair in pairs if float(pair.contrast.replace(",", ".")) < 4.5]

    assert low == []


def test_a_pale_pair_is_noticed() -> None:
    """The measure can fail."""
    css = ":root { " + " ".join(f"--{name}: #999999;" for pair in PAIRS for name in pair[:2]) + " }"

    assert {pair.contrast for _, pairs in colour_pairs(css) for pair in pairs} == {"1,0"}


def test_dark_has_a_value_for_every_colour_of_light(css: str) -> None:
    """No colour is forgotten at night."""
    light, dark = tokens(css)
    _, _, night = css.partition("prefers-color-scheme: dark")

    assert [name for name, value in light.items() if value.startswith("#") and f"--{name}:" not in night] == []
    assert dark["letter"] == light["letter"]


def test_sizes(css: str) -> None:
    """Each heading, the text and the spacing."""
    assert [name for name, _ in sizes(css)] == ["body", "h1", "h2", "h3", "--ruimte", "--rond"]


def test_colours_stand_only_in_the_tokens(project: Path) -> None:
    """Outside them a colour would not follow the dark mode. A page margin in print knows no properties."""
    stray = {}
    for path in sorted((project / "overrides" / "stijl").rglob("*.css")):
        if path.name in {"10-basis.css", "15-themas.css"}:
            continue
        rules = re.sub(r"/\*.*?\*/|@page [^\n]*|--[a-z-]+: *#[0-9a-f]+", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        if found := re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|:\s*(?:white|black)\b", rules):
            stray[path.name] = found

    assert stray == {}
