"""The small Markdown: sentences, figures, citations, and HTML in which nothing hostile survives."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html
from markupsafe import Markup

from macros.prose import (
    Citation,
    citations_in,
    cite_in_markdown,
    figures_in,
    figures_without_citation,
    malformed_citations,
    parse_citation,
    render,
    render_inline,
    sentences,
    to_plain,
)

ALLOWED = {
    "p": set(), "ul": set(), "ol": set(), "li": set(), "em": set(), "strong": set(), "br": set(), "blockquote": set(),
    "a": {"href", "rel"}, "sup": set(),
}  # fmt: skip


def cite(citations: tuple[Citation, ...]) -> Markup:
    """A citation as `<sup>key, place</sup>`, escaped."""
    return Markup("<sup>{}</sup>").format("; ".join(", ".join(filter(None, (found.sleutel, found.plek))) for found in citations))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."], id="two sentences"),
        pytest.param("Een zin [@a]. Nog een.", ["Een zin [@a].", "Nog een."], id="citation before the stop"),
        pytest.param("Een zin. [@a] Nog een.", ["Een zin. [@a]", "Nog een."], id="citation after the stop"),
        pytest.param('Zij zei: "Kom." Toen kwam hij.', ['Zij zei: "Kom."', "Toen kwam hij."], id="quote after the stop"),
        pytest.param("Werkt dat? Ja! Echt… Zo is het.", ["Werkt dat?", "Ja!", "Echt…", "Zo is het."], id="other marks"),
        pytest.param("In 2020 o.a. 30 mensen. 12 bleven.", ["In 2020 o.a. 30 mensen.", "12 bleven."], id="abbreviation before a figure"),
        pytest.param("Dhr. dr. A. Jansen en ca. 30 anderen.", ["Dhr. dr. A. Jansen en ca. 30 anderen."], id="initials"),
        pytest.param("Bijv. Assen. Of Emmen.", ["Bijv. Assen.", "Of Emmen."], id="abbreviation at the start"),
        pytest.param("Een zin met 1.250 euro en 3,5 uur.", ["Een zin met 1.250 euro en 3,5 uur."], id="points in figures"),
        pytest.param("regel een\nregel twee. Einde", ["regel een regel twee.", "Einde"], id="line ends within a sentence"),
        pytest.param("alinea een\n\nalinea twee", ["alinea een", "alinea twee"], id="paragraphs"),
        pytest.param("Kop:\n\n- een\n- twee. Drie", ["Kop:", "een", "twee.", "Drie"], id="list"),
        pytest.param("1. Een\n2) Twee\n* Drie\n+ Vier", ["Een", "Twee", "Drie", "Vier"], id="list marks"),
        pytest.param("Een zin. kleine letter verder.", ["Een zin. kleine letter verder."], id="no capital, no new sentence"),
        pytest.param("Eerst. *Nadruk* volgt.", ["Eerst.", "*Nadruk* volgt."], id="emphasis starts a sentence"),
        pytest.param("Eerst. Élan.", ["Eerst.", "Élan."], id="accented capital"),
        pytest.param(" \n\n ", [], id="nothing"),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    """Sentences end where a reader would say so."""
    assert list(sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Er kwamen 30 mensen.", ["30"]),
        ("Kosten: 1.250,50 euro, om 12:30.", ["1.250,50", "12:30"]),
        ("Tussen 50-60 procent, zo'n 70%.", ["50", "60", "70"]),
        ("De Wmo 2015 en de Wmo2015 gelden.", []),
        ("Taal op B1, hulp 24/7, na covid-19.", []),
        ("Voor 65-plussers, 18-minners en 55+'ers.", []),
        ("De 1e lijn en 1e-lijnszorg.", []),
        ("Dertig mensen.", []),
        ("Zie [de site](https://a.nl/2020/12).", []),
        ("Zie [de 3 regels](https://a.nl).", ["3"]),
        ("Volgens [@krant-2020, p. 12].", []),
        ("Slordig: [@krant 2020] en @krant-2021.", []),
    ],
)
def test_figures(text: str, figures: list[str]) -> None:
    """Figures as written; names, addresses and citations hold none."""
    assert figures_in(text) == figures


def test_figures_without_citation() -> None:
    """Only the sentence with a bare figure is reported; a source elsewhere in the paragraph doesn't count."""
    text = "Er kwamen 30 mensen [@a]. Later waren het er 40. Dat is veel.\n\n- In 2020: 5 keer. [@a]\n- In 2021: 6 keer."

    assert list(figures_without_citation(text)) == [("Later waren het er 40.", "40"), ("In 2021: 6 keer.", "2021")]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("krant-2020", (Citation("krant-2020"),)),
        ("krant-2020, p. 12", (Citation("krant-2020", "p. 12"),)),
        ("een; @twee, hoofdstuk 3", (Citation("een"), Citation("twee", "hoofdstuk 3"))),
        ("een;@twee", (Citation("een"), Citation("twee"))),
        ("Krant", ()),
        ("een twee", ()),
        ("een,", ()),
        ("een; twee", ()),
        ("een--twee", ()),
        ("", ()),
    ],
)
def test_parse_citation(inside: str, expected: tuple[Citation, ...]) -> None:
    """Pandoc's form, with our keys; one wrong part makes the whole wrong."""
    assert parse_citation(inside) == expected


def test_citations_in_reading_order() -> None:
    """Malformed ones are left out here; `malformed_citations` tells about them."""
    text = "Een [@b; @a, p. 1]. Twee [@B]. Drie [@a]."

    assert list(citations_in(text)) == [Citation("b"), Citation("a", "p. 1"), Citation("a")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Goed [@a-2020] en [@a; @b, p. 3].", []),
        ("[@A 2020]", ["[@A 2020]"]),
        ("[ @a]", ["[ @a]"]),
        ("[@a p. 3]", ["[@a p. 3]"]),
        ("[@a en verder", ["[@a en verder"]),
        ("zie @krant-2020.", ["@krant-2020"]),
        ("mail info@krant2020.nl", []),
        ("op @movisie", []),
    ],
)
def test_malformed_citations(text: str, pieces: list[str]) -> None:
    """What was meant as a citation is found; mail addresses and handles are left alone."""
    assert [piece for piece, _ in malformed_citations(text)] == pieces


def test_the_key_of_a_source_alone_is_no_citation() -> None:
    """How it stands in a file tells it from a good citation of the same source."""
    text = "Goed [@gids]. Fout [gids], (@gids)\n@gids en @gids-2; een link [gids](https://a.nl), een adres a@gids.nl [@gids; @gids]."

    assert list(malformed_citations(text, ["gids"])) == [("[gids]", "[gids]"), ("@gids", "(@gids"), ("@gids", " @gids")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Een *zin* met **kracht**.", "<p>Een <em>zin</em> met <strong>kracht</strong>.</p>", id="emphasis"),
        pytest.param("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>", id="list"),
        pytest.param("Een zin [@a, p. 2].", "<p>Een zin<sup>a, p. 2</sup>.</p>", id="citation joins the word before it"),
        pytest.param("Een [@a; @b].", "<p>Een<sup>a; b</sup>.</p>", id="two sources"),
        pytest.param("Een [@A].", "<p>Een [@A].</p>", id="malformed citation stays text"),
        pytest.param("[site](https://a.nl)", '<p><a href="https://a.nl">site</a></p>', id="link"),
        pytest.param("a & b < c", "<p>a &amp; b &lt; c</p>", id="signs"),
        pytest.param("[@a, A & B]", "<p><sup>a, A &amp; B</sup></p>", id="ampersand in a place is escaped once"),
        pytest.param("{{ 7*7 }} {% raise %}", "<p>{{ 7*7 }} {% raise %}</p>", id="braces are text"),
    ],
)
def test_render(text: str, expected: str) -> None:
    """Small Markdown as HTML."""
    assert render(text, cite).strip() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Een *zin* [@a].", "Een <em>zin</em><sup>a</sup>.", id="one paragraph"),
        pytest.param("Een.\n\nTwee.", "<p>Een.</p>\n<p>Twee.</p>", id="two paragraphs keep theirs"),
        pytest.param("- een", "<ul>\n<li>een</li>\n</ul>", id="list"),
    ],
)
def test_render_inline(text: str, expected: str) -> None:
    """A single paragraph loses its element, anything else keeps it."""
    assert render_inline(text, cite) == expected


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.nl/a.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext></p><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>klik</a>",
    "<details open ontoggle=alert(1)>",
    "<style>p{display:none}</style>",
    "<!-- <script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "[klik](javascript:alert(1))",
    "[klik](JaVaScRiPt:alert(1))",
    "[klik](javascript&#58;alert(1))",
    "[klik](javascript&colon;alert(1))",
    "[klik](&#x6A;avascript:alert(1))",
    "[klik](java\tscript:alert(1))",
    "[klik](<java\tscript:alert(1)>)",
    "[klik](\x01javascript:alert(1))",
    "[klik](vbscript:msgbox(1))",
    "[klik](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[klik](//x.nl)",
    "[klik](https:/www.a.nl/pad)",
    "[klik](https:pad)",
    '[klik](https://a.nl"onmouseover=alert(1))',
    "[klik](https://a.nl 'titel\" onmouseover=\"alert(1)')",
    '[klik](<https://a.nl" onclick="alert(1)>)',
    "<javascript:alert(1)>",
    "<https://a.nl/?<script>>",
    "![beeld](x.png)",
    "![beeld](javascript:alert(1))",
    '![beeld"onerror="alert(1)](x)',
    "[a]: javascript:alert(1)\n\n[a]",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "[[[[[klik](javascript:alert(1))](https://a.nl)]]]",
    "[[@a](javascript:alert(1))](https://a.nl)",
    "[tekst [@a] verder](https://a.nl)",
    "[@a, <script>alert(1)</script>]",
    '[@a, "onmouseover="alert(1)]',
    "[@a, p. &lt;script&gt;]",
    "[klik](https://a.nl/[@a])",
    "`<script>alert(1)</script>`",
    "```\n<script>alert(1)</script>\n```",
    "# <script>alert(1)</script>",
    "| <script> |\n| --- |",
    "<p onclick=alert(1)>tekst</p>",
    "\"'><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7*7 }}{% import os %}{# #}",
    "<" * 500 + "script>",
    "[" * 500 + "klik" + "](javascript:alert(1))" * 500,
    "*" * 500 + "a" + "_" * 500,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:40].encode("unicode_escape").decode())
@pytest.mark.parametrize("renderer", [render, render_inline], ids=["render", "inline"])
def test_nothing_hostile_survives(text: str, renderer: type[render]) -> None:
    """Only allowed elements and attributes come out, and links lead only to http(s) or mail."""
    for written in (text, f"Tekst {text} tekst [@a].", f"- {text}", f"> {text}"):
        tree = lxml_html.fragment_fromstring(str(renderer(written, cite)), create_parent="div")
        for element in tree.iterdescendants():
            assert element.tag in ALLOWED, (written, element.tag)
            assert set(element.attrib) <= ALLOWED[element.tag], (written, dict(element.attrib))
            assert element.get("href", "https://").startswith(("https://", "http://", "mailto:")), (written, element.get("href"))


@pytest.mark.parametrize("code", ["&#144;", "&#8;", "&#x202e;", "&#8203;", "&lrm;", "&#x1FFFF;", "&#xE000;", "&#xFDD0;", "&#0;"])
def test_a_sign_that_nobody_sees_comes_in_by_no_code(code: str) -> None:
    """The reader refuses such signs in a file; a text that writes one as a code gets no further."""
    found = str(render(f"Een ge{code}woon woord.", cite))

    assert found.replace("\ufffd", "").strip() == "<p>Een gewoon woord.</p>"


@pytest.mark.parametrize("code", ["&#xFFFE;", "&#x0fffF;", "&#65534;", "&#0065535;"])
def test_a_code_that_breaks_the_engine_is_text(code: str) -> None:
    """Of these two cmark made bytes that nobody can read, and the build ended in a traceback."""
    assert str(render(f"Een ge{code}woon woord.", cite)).strip() == f"<p>Een ge&amp;{code[1:]}woon woord.</p>"


def test_cite_in_markdown() -> None:
    """On pages of another engine only well-formed citations change."""
    text = "Een **zin** [@a]. [@B] blijft, [link](x.md) ook."

    assert cite_in_markdown(text, cite) == "Een **zin**<sup>a</sup>. [@B] blijft, [link](x.md) ook."


def test_to_plain() -> None:
    """One line for an index: no marks, no citations, no addresses."""
    text = "Een *zin* [@a, p. 2].\n\n- [een link](https://a.nl) **twee**\n- drie [@b]\n"

    assert to_plain(text) == "Een zin. een link twee drie"
