"""The real catalogue as a finished site: every page well formed, every link alive, nothing left over."""

from __future__ import annotations

import itertools
import json
import re
import struct
from collections import Counter

import html5lib
import lxml.etree
import lxml.html
import pytest

from macros.links import check_site, read_site
from tests.conftest import PAGE_TYPES
from tests.sharing import PROJECT, Site

_WITH_FRAME = re.compile(r"((?:voorbeelden|themas|doelgroepen|werkvormen|wetten|provincies|gemeenten)/(?!pagina)[^/]+)/index\.html")


def test_every_link_resolves(site: Site) -> None:
    """Pages, assets, anchors and the sitemap lead nowhere that doesn't exist."""
    assert check_site(read_site(site.folder), site.address) == []


@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_page_types_are_valid_html(site: Site, address: str) -> None:
    """A strict HTML parser has nothing to mend on any type of page."""
    path = site.folder / (address if address.endswith(".html") else f"{address}index.html")
    parser = html5lib.HTMLParser(strict=False)

    parser.parse(path.read_bytes(), transport_encoding="utf-8")

    assert [(position, kind) for position, kind, _ in parser.errors] == []


def test_ids_are_unique(pages: dict[str, lxml.html.HtmlElement]) -> None:
    """No page has two elements with the same id."""
    double = {name: [key for key, number in Counter(root.xpath("//@id")).items() if number > 1] for name, root in pages.items()}

    assert {name: keys for name, keys in double.items() if keys} == {}


def test_headings_are_in_order(pages: dict[str, lxml.html.HtmlElement]) -> None:
    """Every page has one h1, and no level is skipped going down."""
    wrong = {}
    for name, root in pages.items():
        levels = [int(heading.tag[1]) for heading in root.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")]
        if levels.count(1) != 1 or levels[0] != 1 or any(deeper - level > 1 for level, deeper in itertools.pairwise(levels)):
            wrong[name] = levels

    assert wrong == {}


def test_every_page_says_what_it_is(pages: dict[str, lxml.html.HtmlElement]) -> None:
    """Language, title and description are there and the titles differ."""
    titles = Counter(root.findtext(".//title") for root in pages.values())

    assert {name for name, root in pages.items() if root.get("lang") != "nl"} == set()
    assert {name for name, root in pages.items() if not root.xpath("string(//meta[@name='description']/@content)")} == set()
    assert [title for title, number in titles.items() if number > 1] == []


TEACHING = {"meedoen/formulier/index.html", "meedoen/regels/index.html", "meedoen/velden/index.html"}


def test_nothing_unrendered_is_left(pages: dict[str, lxml.html.HtmlElement]) -> None:
    """No citation, template code or Markdown shows on a page, outside of code; but for the pages that teach how to cite."""
    leftover = re.compile(r"\[@|\{\{|\{%|\*\*|\]\(|^#{1,6} ", re.MULTILINE)
    found = {}
    for name, root in pages.items():
        text = "\n".join(root.xpath("//main//text()[not(ancestor::code or ancestor::script or ancestor::template)]"))
        if name in TEACHING:
            text = re.sub(r"\[@[a-z0-9-]+(?:, p\. \d+)?\]", "", text)
        if match := leftover.search(text):
            found[name] = text[max(match.start() - 40, 0) : match.end() + 40]

    assert found == {}


def test_nothing_is_loaded_from_elsewhere(site: Site, pages: dict[str, lxml.html.HtmlElement]) -> None:
    """No script, style, picture, font or frame comes from another host, and no handler stands in the page."""
    sources = {
        (name, value)
        for name, root in pages.items()
        for value in root.xpath("//script/@src|//img/@src|//iframe/@src|//link[@rel='stylesheet' or @rel='icon']/@href")
    }
    handlers = {name for name, root in pages.items() if root.xpath("//@*[starts-with(name(), 'on')]")}
    inline = {name for name, root in pages.items() if root.xpath("//script[not(@src)]|//*[@style]")}
    styles = b"".join(path.read_bytes() for path in site.folder.rglob("*.css"))

    assert {(name, value) for name, value in sources if "//" in value} == set()
    assert handlers == set()
    assert inline == set()
    assert re.findall(rb"url\((?!\"letters/[a-z0-9-]+\.woff2\"\))", styles) == []
    assert b"@import" not in styles


def test_links_can_do_no_harm(pages: dict[str, lxml.html.HtmlElement]) -> None:
    """They lead to the web and nowhere else, a new tab can't reach back, and forms send to our own pages."""
    links = [(name, link) for name, root in pages.items() for link in root.xpath("//*[@href]")]
    schemes = {
        (name, link.get("href")) for name, link in links if re.match(r"(?!https?:)[\s\x00-\x1f]*[a-z][a-z0-9+.-]*:", link.get("href"), re.I)
    }
    opened = {name for name, root in pages.items() if root.xpath("//*[@target='_blank'][not(contains(@rel, 'noopener'))]")}
    elsewhere = {name for name, root in pages.items() if root.xpath("//form[contains(@action, '//')]|//*[@formaction]|//*[@ping]|//base")}

    assert len(links) > 50_000
    assert (schemes, opened, elsewhere) == (set(), set(), set())


def test_every_entry_has_its_page_in_the_catalogue_list(site: Site, pages: dict[str, lxml.html.HtmlElement]) -> None:
    """Without script, the pages of the catalogue together list every entry once."""
    slugs = sorted(path.stem for path in (PROJECT / "voorbeelden").glob("*.yml"))
    listed = [
        link.get("href").rstrip("/").rpartition("/")[2]
        for name, root in pages.items()
        if name == "voorbeelden/index.html" or name.startswith("voorbeelden/pagina/")
        for link in root.cssselect(".pw-kaart__titel a")
    ]

    assert sorted(listed) == slugs
    assert [slug for slug in slugs if not (site.folder / "voorbeelden" / slug / "index.html").is_file()] == []


def test_sitemap_names_every_page(site: Site, pages: dict[str, lxml.html.HtmlElement]) -> None:
    """The sitemap and the pages are the same set, but for the page that says there is none."""
    root = lxml.etree.parse(str(site.folder / "sitemap.xml")).getroot()
    named = {element.text for element in root.iter("{*}loc")}

    assert named == {site.address + name.removesuffix("index.html") for name in pages if name != "404.html"}


def test_entry_pages_are_light(site: Site) -> None:
    """No entry's page weighs more than 20 kB, and no other page more than 130 kB."""
    weights = {path.relative_to(site.folder).as_posix(): path.stat().st_size for path in site.folder.rglob("*.html")}
    entries = {name: weight for name, weight in weights.items() if re.fullmatch(r"voorbeelden/(?!pagina/)[^/]+/index\.html", name)}

    assert {name: weight for name, weight in entries.items() if weight > 20_000} == {}
    assert {name: weight for name, weight in weights.items() if weight > 130_000} == {}


def test_every_page_has_a_picture_for_links_to_it(site: Site, pages: dict[str, lxml.html.HtmlElement]) -> None:
    """With an absolute address, a description of the picture, 1200 by 630 pixels, and at most 60 kB; entries have their own."""
    shared = {name: root.xpath("string(//meta[@property='og:image']/@content)") for name, root in pages.items() if name != "404.html"}
    described = {name for name in shared if not pages[name].xpath("string(//meta[@property='og:image:alt']/@content)")}
    heavy, misshapen = {}, {}
    for address in set(shared.values()):
        assert address.startswith(site.address)
        png = (site.folder / address.removeprefix(site.address)).read_bytes()
        if len(png) > 60_000:
            heavy[address] = len(png)
        if struct.unpack(">II", png[16:24]) != (1200, 630):
            misshapen[address] = png[16:24]

    assert (described, heavy, misshapen) == (set(), {}, {})
    assert shared["voorbeelden/leefgoed-veghel/index.html"] == f"{site.address}voorbeelden/leefgoed-veghel/deelbeeld.png"
    assert len(set(shared.values())) > len(list((PROJECT / "voorbeelden").glob("*.yml")))


def test_pages_say_what_other_sites_show_of_them(pages: dict[str, lxml.html.HtmlElement]) -> None:
    """Title and description, so that a link in a message tells what it leads to; no two pages the same."""
    told = {
        name: tuple(root.xpath(f"string(//meta[@property='og:{what}']/@content)") for what in ("title", "description"))
        for name, root in pages.items()
        if name != "404.html"
    }

    assert {name: said for name, said in told.items() if not all(said)} == {}
    assert len({*told.values()}) == len(told)


def _as_zotero(root: lxml.html.HtmlElement) -> dict[str, str]:
    """What Zotero's translator Embedded Metadata reads of a head: a `name`, else a `property`, of several words apart.

    The prefix ends at the first dot, colon or underscore and the rest begins small; a `citation_…` would decide what kind
    of thing it is.
    """
    found = {}
    for meta in root.xpath("/html/head/meta"):
        for tag in (meta.get("name") or meta.get("property") or "").split():
            prefix, _, rest = re.sub("[.:_]", "|", tag, count=1).partition("|")
            if prefix.lower() in ("dc", "og", "citation"):
                found[f"{prefix.lower()}:{rest[:1].lower()}{rest[1:]}"] = meta.get("content", "")
    return found


def _author_in_zotero(creator: str) -> tuple[str, str]:
    """First and last name: split at a comma where one is, also a last one, which is taken off first; else at the last space."""
    clean = creator.strip(" .,/[]:")
    if "," in creator:
        last, _, first = clean.partition(", ")
    else:
        first, _, last = clean.rpartition(" ")
    return first, last


@pytest.mark.parametrize("address", ["voorbeelden/leefgoed-veghel/", "kennis/sociale-basis/", "verzamelingen/eenzaamheid/"])
def test_zotero_takes_the_page_whole(site: Site, pages: dict[str, lxml.html.HtmlElement], address: str) -> None:
    """As a web page, with title, author, site, publisher, language and, where there is one, a date that is that of the citation."""
    root = pages[f"{address}index.html"]
    read = _as_zotero(root)

    assert not [key for key in read if key.startswith("citation:")]
    assert read["dc:title"] == root.xpath("string(//meta[@property='og:title']/@content)") != ""
    assert read["dc:publisher"] == read["og:site_name"] == "Praktijkwijzer Sociaal Werk"
    assert _author_in_zotero(read["dc:creator"]) == ("", "Praktijkwijzer Sociaal Werk")
    # the abstract; of og:description the name goes before the property
    assert root.xpath("string(//meta[@name='description']/@content)")
    assert read["dc:language"] == root.get("lang") == "nl"
    cited = json.loads(next((site.folder / address).glob("*.csl.json")).read_text(encoding="utf-8"))[0]
    parts = cited.get("issued", {"date-parts": [[]]})["date-parts"][0]
    assert read.get("dc:date", "") == "-".join(f"{part:02}" for part in parts)


@pytest.mark.parametrize("address", ["voorbeelden/leefgoed-veghel/", "kennis/sociale-basis/", "verzamelingen/eenzaamheid/"])
def test_signposts_lead_somewhere(site: Site, pages: dict[str, lxml.html.HtmlElement], address: str) -> None:
    """FAIR Signposting: what to cite, what describes the page, its data, licence and type (https://signposting.org/FAIR/)."""
    links = {link.get("rel"): link.get("href") for link in pages[f"{address}index.html"].xpath("/html/head/link")}
    described = json.loads((site.folder / address / links["describedby"]).read_text(encoding="utf-8"))

    assert (site.folder / address / links["cite-as"] / "index.html").is_file()
    assert described["@id"] == links["canonical"]
    assert links["type"] == f"https://schema.org/{described['@type']}"
    assert links["license"] == described["license"]["@id"]
    assert ("item" in links) == address.startswith("voorbeelden/")


def test_pages_for_other_sites(site: Site, pages: dict[str, lxml.html.HtmlElement]) -> None:
    """What others frame: one for every entry and term with a page, and more; small, without script, and for no search engine."""
    files = {path.relative_to(site.folder).as_posix(): path for path in (site.folder / "insluiten").rglob("*.html")}
    files.pop("insluiten/index.html")
    roots = {name: lxml.html.fromstring(path.read_bytes()) for name, path in files.items()}

    assert {f"insluiten/{found[1]}.html" for name in pages if (found := _WITH_FRAME.fullmatch(name))} < files.keys()
    assert {name for name, root in roots.items() if root.xpath("//script") or root.xpath("//@onclick")} == set()
    assert {name for name, root in roots.items() if root.xpath("string(//meta[@name='robots']/@content)") != "noindex"} == set()
    assert {name for name, root in roots.items() if len(root.xpath("//h1")) != 1 or not root.xpath("//footer//a[@rel='license']")} == set()
    assert {name for name, path in files.items() if path.stat().st_size > 4_000} == set()
