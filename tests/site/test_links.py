"""The link check finds every kind of dead link, and leaves living ones alone."""

from __future__ import annotations

import pytest

from macros.links import Broken, check_site

SITE = "https://gids.example/pad/"


def html(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def small_site(body: str, head: str = "", **more: bytes) -> dict[str, bytes]:
    """A site of two pages, of which the first holds what is tested."""
    other = html('<h1 id="kop">Ander</h1><a name="oud"></a>')
    return {"index.html": html(body, head), "ander/index.html": other, "beeld/a b.png": b"", **more}


@pytest.mark.parametrize(
    "body",
    [
        '<a href="ander/">pagina</a>',
        '<a href="ander">zonder schuine streep</a>',
        '<a href="ander/index.html">bestand</a>',
        '<a href="ander/?q=x&amp;y=z">met vraag</a>',
        '<a href="ander/#kop">anker</a>',
        '<a href="ander/#oud">oud anker</a>',
        '<a href="#top">boven</a>',
        '<a href="#:~:text=tekst">tekstfragment</a>',
        '<a href="./">zichzelf</a>',
        '<a href="/pad/ander/">vanaf de basis</a>',
        '<a href="https://gids.example/pad/ander/">volledig adres</a>',
        '<a href="https://elders.example/weg/">een andere site</a>',
        '<a href="mailto:info@elders.example">post</a>',
        '<img src="beeld/a%20b.png" alt="">',
        '<form action="ander/"></form>',
    ],
)
def test_living_links_pass(body: str) -> None:
    """Everything that leads somewhere passes, other sites unvisited."""
    assert check_site(small_site(body), SITE) == []


@pytest.mark.parametrize(
    ("body", "target", "reason"),
    [
        ('<a href="weg/">x</a>', "weg/", "bestaat niet"),
        ('<a href="ander/#nergens">x</a>', "ander/#nergens", "bestaat, maar heeft geen '#nergens'"),
        ('<a href="#nergens">x</a>', "#nergens", "bestaat, maar heeft geen '#nergens'"),
        ('<a href="Ander/">hoofdletter</a>', "Ander/", "bestaat niet"),
        ('<a href="">leeg</a>', "(leeg)", "bestaat niet"),
        ('<a href="/ander/">buiten de basis</a>', "/ander/", "valt buiten de site (die staat onder /pad/)"),
        ('<a href="https://gids.example/pad/weg/">volledig</a>', "https://gids.example/pad/weg/", "bestaat niet"),
        ('<a href="javascript:alert(1)">x</a>', "javascript:alert(1)", "heeft een soort adres dat niet mag"),
        ('<a href="data:text/html,x">x</a>', "data:text/html,x", "heeft een soort adres dat niet mag"),
        ('<img src="weg.png" alt="">', "weg.png", "bestaat niet"),
        ('<img srcset="weg.png 1x" src="beeld/a%20b.png" alt="">', "weg.png", "bestaat niet"),
        ('<script src="weg.js"></script>', "weg.js", "bestaat niet"),
        ('<form action="weg/"></form>', "weg/", "bestaat niet"),
        ('<iframe src="weg/"></iframe>', "weg/", "bestaat niet"),
    ],
)
def test_dead_links_are_named(body: str, target: str, reason: str) -> None:
    """A dead link gives its page, its target and why."""
    assert check_site(small_site(body), SITE) == [Broken("index.html", target, reason)]


@pytest.mark.parametrize(
    ("head", "target"),
    [
        ('<link rel="stylesheet" href="weg.css">', "weg.css"),
        ('<link rel="canonical" href="https://gids.example/pad/weg/">', "https://gids.example/pad/weg/"),
        ('<meta http-equiv="refresh" content="0; url=weg/">', "weg/"),
    ],
)
def test_the_head_counts_too(head: str, target: str) -> None:
    """Stylesheets, canonical addresses and redirects are links."""
    assert check_site(small_site("", head), SITE) == [Broken("index.html", target, "bestaat niet")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("stijl.css", b"body { background: url('weg.png') }"),
        ("feed.xml", b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://gids.example/pad/weg.png"/></entry></feed>'),
        ("rss.xml", b"<rss><channel><item><link>https://gids.example/pad/weg.png</link></item></channel></rss>"),
        ("sitemap.xml", b"<urlset><url><loc>https://gids.example/pad/weg.png</loc></url></urlset>"),
    ],
)
def test_styles_feeds_and_sitemaps_count_too(name: str, content: bytes) -> None:
    """What a stylesheet, a feed or a sitemap names must be there."""
    assert [(broken.page, broken.reason) for broken in check_site(small_site("", **{name: content}), SITE)] == [(name, "bestaat niet")]


def test_all_dead_links_come_sorted_and_once() -> None:
    """Several faults on several pages are all told, each once, in order."""
    files = {"b.html": html('<a href="weg">1</a><a href="weg">2</a>'), "a.html": html('<a href="../omhoog">x</a><a href="b.html">y</a>')}

    assert [str(broken) for broken in check_site(files)] == ["a.html: '../omhoog' bestaat niet", "b.html: 'weg' bestaat niet"]


def test_a_path_from_the_root_is_not_one_from_the_page() -> None:
    """Not even for a site that stands at the root, when what is beside the page has that name."""
    files = {"a/index.html": b'<a href="/b/">', "a/b/index.html": b'<a href="../">'}

    assert [str(broken) for broken in check_site(files)] == ["a/index.html: '/b/' bestaat niet"]


def test_pages_that_share_a_folder_are_told_apart() -> None:
    """The same words on two pages may lead to two places, and a folder may have no page of its own."""
    here = html('<a href="../b/#kop">1</a><a href="../#kop">2</a><a href="../../">3</a><a href="..//weg">4</a><a href="#kop">5</a>')
    files = {"x/a/index.html": here, "x/b/index.html": html('<h1 id="kop">B</h1>'), "y/a/index.html": here, "index.html": html("")}

    nowhere, no_anchor = "bestaat niet", "bestaat, maar heeft geen '#kop'"
    assert [(broken.page, broken.target, broken.reason) for broken in check_site(files)] == [
        ("x/a/index.html", "#kop", no_anchor),
        ("x/a/index.html", "../#kop", nowhere),
        ("x/a/index.html", "..//weg", nowhere),
        ("y/a/index.html", "#kop", no_anchor),
        ("y/a/index.html", "../#kop", nowhere),
        ("y/a/index.html", "..//weg", nowhere),
        ("y/a/index.html", "../b/#kop", nowhere),
    ]
