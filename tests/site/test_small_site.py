"""A small site, built in a folder of its own: what MkDocs and our steps make of content, good and bad."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import replace
from pathlib import Path

import lxml.html
import pytest

from macros import building
from macros.building import build, put_in_place
from macros.exports.pictures import pictures
from macros.links import check_site, read_site


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / address / "index.html").read_bytes())


def silently(_: str) -> None:
    """Take the place of printing progress."""


def test_where_to_report_a_leak_is_told(small_site: Path) -> None:
    """In a folder with a dot, which MkDocs leaves out by itself; and the page that it names explains."""
    told = (small_site / ".well-known" / "security.txt").read_text()

    assert told.startswith("Contact: https://praktijkwijzer.example/over/techniek/#")
    assert (small_site / "security.txt").read_text() == told


def test_every_kind_of_page_is_there(small_site: Path) -> None:
    """An entry, a term of each facet, an organisation, the lists and a knowledge page all exist."""
    expected = (
        "", "voorbeelden", "voorbeelden/leefgoed", "themas", "themas/eenzaamheid", "doelgroepen", "werkvormen", "wetten",
        "provincies", "provincies/noord-brabant", "gemeenten", "gemeenten/meierijstad", "organisaties", "kennis", "zoeken",
        "overzicht", "begrippen",
    )  # fmt: skip

    assert [address for address in expected if not (small_site / address / "index.html").is_file()] == []


@pytest.mark.parametrize(("ours", "theirs"), [("kaart", "zoeken"), ("meedoen/formulier", "meedoen/velden")])
def test_both_makers_give_the_same_shell(ours: str, theirs: str, small_site: Path) -> None:
    """A page from the catalogue has the header and the footer that MkDocs makes for a handwritten one in the same part of the site."""
    shells = []
    for address in (ours, theirs):
        text = (small_site / address / "index.html").read_text(encoding="utf-8")
        header, footer = text[text.index("<header") : text.index("</header>")], text[text.index("<footer") :]
        # where the reader is, is another place in the menu
        shells.append((re.sub(r" aria-current=\w+", "", header), footer))
    assert shells[0] == shells[1]
    assert "Hoofdmenu" in shells[0][0]


def test_links_of_the_small_site_all_resolve(small_site: Path) -> None:
    """The link check finds nothing, under the root and under a path alike."""
    assert check_site(read_site(small_site), "https://praktijkwijzer.example/") == []


def test_an_entry_shows_its_story_with_numbered_sources(small_site: Path) -> None:
    """Every reference in the text leads to a line of the source list, and back."""
    article = page(small_site, "voorbeelden/leefgoed")
    numbers = [link.get("href") for link in article.cssselect("sup a")]
    listed = [f"#{item.get('id')}" for item in article.cssselect(".pw-bronnen li")]

    assert numbers
    assert set(numbers) == set(listed)
    assert list(dict.fromkeys(numbers)) == listed


def test_knowledge_pages_cite_by_the_same_mechanism(small_site: Path) -> None:
    """The body of a knowledge page has numbered references and the list of its entries."""
    slug = next(path.parent.name for path in sorted(small_site.glob("kennis/*/index.html")))
    article = page(small_site, f"kennis/{slug}")

    assert article.cssselect("sup a[href^='#b']")
    assert article.cssselect(".pw-bronnen li")
    assert b"[@" not in (small_site / "kennis" / slug / "index.html").read_bytes()


def test_no_page_lists_entries_in_its_navigation(small_site: Path) -> None:
    """The main menu holds its eight pages and nothing of the catalogue."""
    menu = page(small_site, "voorbeelden/leefgoed").cssselect(".pw-menu a")

    assert [link.text_content() for link in menu] == [
        "Voorbeelden",
        "Thema's",
        "Verzamelingen",
        "Kennis",
        "Overzicht",
        "Begrippen",
        "Meedoen",
        "Over",
    ]


def test_pages_hold_nothing_for_the_indexer(small_site: Path) -> None:
    """What Pagefind reads never stands in a page of the site."""
    assert [path for path in small_site.rglob("*.html") if b"data-pagefind" in path.read_bytes()] == []


def test_index_comes_in_small_pieces(small_site: Path) -> None:
    """The index has chunks of some kilobytes, and no interface or worker that nobody loads."""
    chunks = [path.stat().st_size for path in (small_site / "pagefind" / "index").iterdir()]

    assert len(chunks) > 1
    assert max(chunks) < 10_000
    assert sorted(path.name for path in (small_site / "pagefind").glob("*.js")) == ["pagefind.js"]


def test_every_entry_is_in_the_index(small_site: Path) -> None:
    """Each once, by its address."""
    pages = (gzip.decompress(path.read_bytes()) for path in (small_site / "pagefind" / "fragment").iterdir())
    urls = [json.loads(page.removeprefix(b"pagefind_dcd"))["url"] for page in pages]
    found = sorted(url.removeprefix("/") for url in urls if url.startswith("/voorbeelden/"))
    entries = {path.parent.relative_to(small_site).as_posix() + "/" for path in small_site.glob("voorbeelden/[a-z]*/index.html")}

    # a former address only leads on
    assert found == sorted(entries - {"voorbeelden/pagina/", "voorbeelden/recept-voor-welzijn/"})


def test_the_index_says_of_which_table_its_rows_are(small_site: Path) -> None:
    """So that an open page of before never shows the wrong entries."""
    (table,) = small_site.glob("voorbeelden/tabel-*")

    assert json.loads((small_site / "zoek" / "begin.json").read_text())["tabel"] == table.name.removeprefix("tabel-")


def test_themes_assets_that_no_page_loads_are_not_shipped(small_site: Path) -> None:
    """Material's scripts, stylesheets and icons stay out of the site."""
    names = sorted(path.name.partition(".")[0] for path in (small_site / "assets").iterdir())

    assert names == ["icoon", "icoon-192", "icoon-512", "letters", "onderdelen", "panorama", "site", "stijl", "versie", "woordmerk"]


def test_wrong_content_leaves_the_previous_site(small_project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build with a mistake in an entry fails with its message, and the site of before still stands."""
    assert build(small_project, say=silently) == 0
    before = sorted((path, path.read_bytes()) for path in (small_project / "site").rglob("*") if path.is_file())
    entry = small_project / "voorbeelden" / "leefgoed.yml"
    entry.write_text(entry.read_text().replace("fase: ", "fase: x"))

    assert build(small_project, say=silently) == 1

    assert "voorbeelden/leefgoed.yml:" in capsys.readouterr().err
    assert sorted((path, path.read_bytes()) for path in (small_project / "site").rglob("*") if path.is_file()) == before
    assert [path.name for path in small_project.iterdir() if path.name.startswith(".site")] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[weg](nergens.md)", "nergens.md", id="markdown link to nothing"),
        pytest.param('<a href="../weg/">weg</a>', "weg", id="raw HTML link to nothing"),
        pytest.param('<img src="beeld.png" alt="">', "beeld.png", id="picture that is not there"),
        pytest.param("[kop](#nergens)", "nergens", id="anchor that is not there"),
        pytest.param('{{ voorbeeldkaarten("bestaat-niet") }}', "bestaat-niet", id="macro with an unknown entry"),
        pytest.param("{{ bestaat_niet() }}", "bestaat_niet", id="unknown macro"),
        pytest.param("{{ 1 / 0 }}", "docs/over/index.md:6:1: Dit is geen macro", id="template error"),
    ],
)
def test_broken_pages_are_not_published(small_project: Path, capsys: pytest.CaptureFixture[str], text: str, expected: str) -> None:
    """A dead link or a wrong macro on a handwritten page stops the build with a message that names it."""
    (small_project / "docs" / "over" / "index.md").write_text(f"---\nrender_macros: true\n---\n# Over\n\n{text}\n")

    assert build(small_project, say=silently) == 1

    said = capsys.readouterr().err
    assert expected in said
    assert "over/index" in said
    assert "Traceback" not in said
    assert not (small_project / "site").exists()


def test_a_theme_that_only_a_knowledge_page_has_is_named(small_project: Path) -> None:
    """Who writes about something new waits for no entry: the theme has no page yet, so its name leads nowhere."""
    for path in (small_project / "voorbeelden").glob("welzijn-op-recept*.yml"):
        text = re.sub(r"(?m)^themas: .*", "themas: [eenzaamheid]", path.read_text(encoding="utf-8"))
        path.write_text(text, encoding="utf-8")

    assert build(small_project, say=lambda _: None) == 0
    page = lxml.html.parse(small_project / "site" / "kennis" / "wmo-2015" / "index.html")
    assert page.xpath("//dt[.='Thema']/following-sibling::dd[1]/text()") == ["Welzijn en zorg"]
    assert page.xpath("//dt[.='Thema']/following-sibling::dd[1]/a") == []


def test_a_renamed_folder_that_fails_puts_the_old_site_back(tmp_path: Path) -> None:
    """When the new site can't be moved into place, the old one returns."""
    target = tmp_path / "site"
    target.mkdir()
    (target / "oud.html").write_text("oud")

    with pytest.raises(FileNotFoundError):
        put_in_place(tmp_path / "bestaat-niet", target)

    assert (target / "oud.html").read_text() == "oud"


def test_hostile_titles_show_as_text(small_project: Path) -> None:
    """Braces, angles and quotes in a title are text on the page, in the head and in lists."""
    title = """{{ 7*7 }} {% raise %} {# x #} "' & 1 < 2 > &lt;b&gt;"""
    entry = small_project / "voorbeelden" / "taalcafe-groningen.yml"
    lines = entry.read_text().splitlines()
    lines = ["titel: >-\n  " + title if line.startswith("titel:") else line for line in lines]
    entry.write_text("\n".join(lines) + "\n")

    assert build(small_project, say=silently) == 0

    site = small_project / "site"
    for address in ("voorbeelden/taalcafe-groningen", "voorbeelden"):
        assert title in page(site, address).text_content()
    assert page(site, "voorbeelden/taalcafe-groningen").findtext(".//title") == f"{title} – Praktijkwijzer Sociaal Werk"


def test_page_weight_does_not_grow_with_the_catalogue(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a thousand entries an entry's page is as heavy as with seven, and at most 20 kB."""
    # its pictures are no part of a page's weight, and most of the work: a thumbnail of each will do
    monkeypatch.setattr(building, "pictures", lambda *of: (replace(picture, width=40) for picture in pictures(*of)))
    assert build(small_project, small_project / "weinig", say=silently) == 0
    source = (small_project / "voorbeelden" / "taalcafe-groningen.yml").read_text()
    title = next(line for line in source.splitlines() if line.startswith("titel:"))
    summary = next(line for line in source.splitlines() if line.startswith("samenvatting:"))
    for number in range(1000):
        name = "".join("abcdefghij"[int(digit)] for digit in f"{number:03}")
        text = source.replace(title, f"titel: Taalcafé {name}").replace("https://", f"https://{name}.")
        text = text.replace(summary, f"samenvatting: Bij {name} oefenen mensen de taal, drinken zij koffie en leren zij elkaar kennen.")
        (small_project / "voorbeelden" / f"taalcafe-{name}.yml").write_text(text)

    assert build(small_project, small_project / "veel", say=silently) == 0

    few, many = ((small_project / site / "voorbeelden/leefgoed/index.html").stat().st_size for site in ("weinig", "veel"))
    # it may name a few more relatives, never grow with their number
    assert many <= few + 1000
    assert many <= 20_000
    assert (small_project / "veel" / "voorbeelden" / "index.html").stat().st_size <= 60_000
