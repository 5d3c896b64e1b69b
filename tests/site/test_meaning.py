"""What pages tell who can't see them, and what they tell other sites about who visits: over all of the real site."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

import lxml.html
import pytest

from macros.content_policy import REFERRER, integrity
from tests.sharing import Site

Pages = dict[str, lxml.html.HtmlElement]

_ENGLISH = {"the", "and", "for", "on", "from", "about", "you", "your", "our", "at", "by", "to", "more"}
_DUTCH = frozenset(
    [
        "de",
        "het",
        "een",
        "van",
        "en",
        "voor",
        "met",
        "bij",
        "naar",
        "wat",
        "hoe",
        "aan",
        "te",
        "als",
        "door",
        "om",
        "tot",
        "wij",
        "we",
        "is",
        "op",
    ]
)


@pytest.fixture(scope="module")
def sources(site: Site) -> dict[str, list[dict[str, Any]]]:
    """The sources of every entry and knowledge page, by the path of its page."""
    whole = json.loads((site.folder / "data/v1/catalogus.json").read_text(encoding="utf-8"))
    described = [("voorbeelden", whole["voorbeelden"]), ("kennis", whole["kennis"])]
    return {f"{part}/{one['slug']}/index.html": one["bronnen"] for part, items in described for one in items}


def test_titles_are_in_their_own_language(pages: Pages, sources: dict[str, list[dict[str, Any]]]) -> None:
    """A page is in Dutch, and each title in another language says which; nothing else does."""
    there = {
        name: sorted(f"{one.get('lang')} {one.text_content()}" for one in root.xpath("//body//*[@lang]")) for name, root in pages.items()
    }
    wanted = {name: sorted(f"{bron['taal']} {bron['titel']}" for bron in found if bron.get("taal")) for name, found in sources.items()}

    assert sum(map(len, wanted.values())) > 30
    assert {name: wanted[name] for name in sources if there[name] != wanted[name]} == {}
    assert {name for name in there.keys() - sources.keys() - {"overzicht/onderhoud/index.html"} if there[name]} == set()


def test_no_english_title_passes_for_dutch(sources: dict[str, list[dict[str, Any]]]) -> None:
    """English words between others and no Dutch ones make an English title. (Of a name alone one can't tell.)"""
    words = [(bron, set(re.findall(r"[a-z]+", bron["titel"].lower()))) for found in sources.values() for bron in found]
    english = [bron for bron, there in words if len(there & _ENGLISH) >= 1 and not there & _DUTCH]

    assert len(english) > 15
    assert [bron["titel"] for bron in english if "taal" not in bron] == []


def test_tables_have_heads_that_say_what_they_head(pages: Pages) -> None:
    """Every table has heads, and each says whether it is of a column or a row; a cell that is no head has one above or before it."""
    tables = [(name, table) for name, root in pages.items() for table in root.xpath("//table[not(@data-plek)]")]
    wrong = defaultdict(list)
    for name, table in tables:
        rows = table.xpath("thead/tr|tbody/tr|tfoot/tr")
        if not rows or not rows[0].xpath("th[@scope='col']"):
            wrong[name].append("geen kolomkoppen")
        if table.xpath(".//th[not(@scope='col' or @scope='row')]"):
            wrong[name].append("een kop zonder scope")
        if len({sum(int(cell.get("colspan", "1")) for cell in row.xpath("th|td")) for row in rows}) > 1:
            wrong[name].append("rijen van ongelijke lengte")

    assert len(tables) > 200
    assert wrong == {}


def test_drawings_say_what_they_show_or_nothing(pages: Pages) -> None:
    """A drawing is named or hidden from who hears the page; a picture has a text instead, if only an empty one."""
    drawn = [(name, svg) for name, root in pages.items() for svg in root.xpath("//*[local-name()='svg']")]
    named = [(name, svg) for name, svg in drawn if svg.get("role") in ("img", "group") and svg.get("aria-label", "").strip()]
    silent = [(name, svg) for name, svg in drawn if svg.xpath("ancestor-or-self::*[@aria-hidden='true']")]

    assert len(named) > 200
    assert len(named) + len(silent) == len(drawn)
    assert {name for name, root in pages.items() if root.xpath("//img[not(@alt)]|//iframe[not(@title)]")} == set()


def test_charts_have_the_same_in_words(pages: Pages) -> None:
    """Beside every chart stands a table with its figures, beside every map a list with its places."""
    charts = [(name, svg) for name, root in pages.items() for svg in root.xpath("//*[contains(@class, 'pw-grafiek__beeld')]")]
    alone = {name for name, svg in charts if not _in_words(svg)}
    maps = [(name, root, svg) for name, root in pages.items() for svg in root.xpath("//*[local-name()='svg'][@role='group']")]
    unlisted = {
        (name, target)
        for name, root, svg in maps
        for target in set(svg.xpath(".//@href[not(starts-with(., '#'))]"))
        - set(root.xpath("//main//*[not(ancestor-or-self::*[local-name()='svg'])]/@href"))
    }

    assert len(charts) > 200
    assert alone == set()
    assert len(maps) > 10
    assert unlisted == set()


def _in_words(svg: lxml.html.HtmlElement) -> bool:
    """Whether a table is in the same part of the page, or follows right behind it."""
    holder = svg.getparent()
    return bool(holder.xpath("descendant::table|following-sibling::*[position() <= 2]/descendant-or-self::table"))


def test_other_sites_do_not_hear_who_comes(pages: Pages) -> None:
    """Each page says so for all its links at once, before anything is loaded; no link says otherwise, nor what isn't so."""
    known = {"license", "prev", "next", "noopener"}
    heads = {
        name: root.xpath("//meta[@name='referrer'][not(preceding::link or preceding::script)]/@content") for name, root in pages.items()
    }
    odd = {(name, rel) for name, root in pages.items() for rel in root.xpath("//a/@rel|//form/@rel|//area/@rel") if rel not in known}

    assert {name for name, told in heads.items() if told != [REFERRER]} == set()
    assert odd == set()
    assert {name for name, root in pages.items() if root.xpath("//@referrerpolicy")} == set()


def test_scripts_and_styles_are_those_that_the_page_was_made_with(site: Site, pages: Pages) -> None:
    """Each page names the checksum of what it asks for. Only the style of pages that never change may change itself (`versie.css`)."""
    asked = {
        (address.removeprefix(urlsplit(site.address).path).lstrip("./"), element.get("integrity"))
        for root in pages.values()
        for element in root.xpath("//script[@src]|//link[@rel='stylesheet' or @rel='modulepreload']")
        for address in [element.get("src") or element.get("href")]
        if not address.endswith(("assets/versie.css", "pagefind/pagefind.js"))
    }

    assert len(asked) > 25
    assert {address for address, told in asked if told != integrity((site.folder / address).read_bytes())} == set()
