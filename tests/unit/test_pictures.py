"""The pictures that other sites show with a link: what is on them, and that they are made once."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import lxml.etree
import pytest
from PIL import Image

from macros import rasterising
from macros.catalogue import Catalogue
from macros.collections import Verzameling, cards_beside_reasons, parse_collection
from macros.drawings.sharing import entry_picture, quilt_picture, sign_picture
from macros.exports.pictures import Picture, pictures
from macros.rasterising import Rasteriser, rasterise

MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"><rect width="36" height="36" rx="9"/></svg>'
WORDMARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2130 400"><path d="M0 0h9v9z"/></svg>'
COVER = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 280"><style>@media(x){.a{fill:red}}</style><path d="M0 0h9"/></svg>\n'
HOSTILE = """<script>"&{{ 7*7 }}'</svg>"""


def lines_of(svg: str) -> list[str]:
    """The lines of text of a picture, which must be well-formed XML."""
    return [str(text.text) for text in lxml.etree.fromstring(svg.encode()).iter("{*}text")]


def test_what_is_on_a_picture() -> None:
    """The title in lines that fit, then the line below it."""
    assert lines_of(entry_picture("Praktijk", "Buurtcirkel", "Utrecht", COVER, WORDMARK)) == ["Buurtcirkel", "Praktijk · Utrecht"]
    assert lines_of(quilt_picture("Verzameling", "Jeugd", [COVER] * 3, WORDMARK)) == ["Jeugd", "Verzameling"]
    assert lines_of(sign_picture("Thema", "Opvang", "opvang", WORDMARK)) == ["Opvang", "Thema"]


def test_the_longest_title_keeps_all_its_words() -> None:
    """110 characters, the most that a knowledge page may have, in smaller letters."""
    titel = "Zorgzame gemeenschappen en wijkverpleegkundigen in Noordoost-Friesland: wat samenwerken met maatschappelijk werk vraagt"

    *title, _ = lines_of(sign_picture("Kennis", titel, "opvang", WORDMARK))

    assert " ".join(title) == titel


@pytest.mark.parametrize("titel", [HOSTILE, "w" * 80, "\u202eomgekeerd\u202c"])
def test_free_text_is_only_text(titel: str) -> None:
    """Nothing in a title becomes part of the drawing."""
    svg = entry_picture("Praktijk", titel, HOSTILE, COVER, WORDMARK)

    assert "".join(lines_of(svg)[0].split()) == "".join(titel.split())
    assert "<script" not in svg


def test_all_pages_with_content_have_a_picture(small: Catalogue) -> None:
    """Entries, themes, knowledge, collections and the site itself, each once."""
    made = list(pictures(small, [Verzameling("samen", "Samen", "", ("leefgoed", "weg"))], WORDMARK, MARK))
    paths = [picture.path for picture in made]

    assert len(set(paths)) == len(paths)
    assert {
        "voorbeelden/leefgoed/deelbeeld.png", "themas/welzijn-zorg/deelbeeld.png", "verzamelingen/samen/deelbeeld.png",
        "deelbeeld.png", "favicon.ico", "apple-touch-icon.png",
    } <= set(paths)  # fmt: skip
    assert f"kennis/{small.kennis[0].slug}/deelbeeld.png" in paths


def test_pixels() -> None:
    """The size that was asked for, the same bytes each time, and our own letters: text leaves ink."""
    svg = entry_picture("Praktijk", "Buurtcirkel", "Utrecht", COVER, WORDMARK)
    png = rasterise(svg, 1200)
    picture = Image.open(io.BytesIO(png))
    title = picture.convert("RGBA").convert("L").crop((60, 420, 700, 540))

    assert (picture.size, png) == ((1200, 630), rasterise(svg, 1200))
    assert title.getextrema()[0] < 80


def test_a_picture_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build takes it from the cache; what nobody needs any more goes."""
    cache, wanted = tmp_path / "cache", [Picture("a/deelbeeld.png", MARK, 32), Picture("favicon.ico", MARK, 32)]
    with Rasteriser(wanted, cache) as first:
        first.write(tmp_path / "een")
    (cache / "oud.png").write_bytes(b"x")
    monkeypatch.setattr(rasterising, "rasterise", None)
    with Rasteriser(wanted, cache) as second:
        second.write(tmp_path / "twee")

    icon = (tmp_path / "twee" / "favicon.ico").read_bytes()
    assert (tmp_path / "twee" / "a" / "deelbeeld.png").read_bytes() == (tmp_path / "een" / "a" / "deelbeeld.png").read_bytes()
    assert struct.unpack("<HHH", icon[:6]) == (0, 1, 1)
    assert Image.open(io.BytesIO(icon)).size == (32, 32)
    assert len(list(cache.iterdir())) == 1


def test_reading_a_collection() -> None:
    """Its title, description and entries, each once; a page without a title is none."""
    text = '---\ntitle: Jeugd\ndescription: Jong.\n---\n\n{{ voorbeeldkaarten("a", "b-c") }}\n\n{{ voorbeeldkaarten("a") }}\n'

    assert parse_collection("jeugd", text) == Verzameling("jeugd", "Jeugd", "Jong.", ("a", "b-c"))
    assert parse_collection("x", "# Zonder kop") is None
    assert parse_collection("x", "---\n: : [\n---\n") is None
    assert parse_collection("x", "---\n- a\n---\n") is None


def test_a_card_stands_beside_its_reason() -> None:
    """Heading, reason and card in one section; headings inside cards divide nothing, text without cards stays."""
    html = (
        '<h2 id="a">A</h2><p>x</p><h3 id="b">B</h3><p>y</p><ul class="pw-kaarten"><li><h3 class="t">t</h3></li></ul>'
        '<h2 id="c">C</h2><ul><li>z</li></ul>'
    )

    assert cards_beside_reasons(html) == (
        '<h2 id="a">A</h2><p>x</p><section class="pw-keuze"><div><h3 id="b">B</h3><p>y</p></div>'
        '<ul class="pw-kaarten"><li><h3 class="t">t</h3></li></ul></section>'
        '<h2 id="c">C</h2><ul><li>z</li></ul>'
    )


def test_builds_of_other_content_don_t_hinder_each_other(tmp_path: Path) -> None:
    """What another build clears away while this one is busy is drawn again, and nothing is left lying about."""
    wanted = [Picture("a.png", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'/>", 8)]
    cache = tmp_path / "kast"
    with Rasteriser(wanted, cache) as first:
        first.write(tmp_path / "een")
    with Rasteriser(wanted, cache) as second:
        for kept in cache.iterdir():
            kept.unlink()
        second.write(tmp_path / "twee")

    assert (tmp_path / "een" / "a.png").read_bytes() == (tmp_path / "twee" / "a.png").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["een", "kast", "twee"]


def test_a_kept_picture_that_is_not_whole_is_drawn_again(tmp_path: Path) -> None:
    """Cut off by a full disk, or of another program: the site gets what it should, and so does the next build."""
    cache, wanted = tmp_path / "kast", [Picture("a.png", MARK, 32), Picture("b.png", MARK, 16)]
    with Rasteriser(wanted, cache) as first:
        first.write(tmp_path / "een")
    whole = {path.name: path.read_bytes() for path in cache.iterdir()}
    for path, content in zip(sorted(cache.iterdir()), (b"GIF89a", next(iter(whole.values()))[:-9]), strict=True):
        path.write_bytes(content)
    with Rasteriser(wanted, cache) as second:
        second.write(tmp_path / "twee")

    assert [(tmp_path / "een" / name).read_bytes() for name in ("a.png", "b.png")] == [
        (tmp_path / "twee" / name).read_bytes() for name in ("a.png", "b.png")
    ]
    assert {path.name: path.read_bytes() for path in cache.iterdir()} == whole
