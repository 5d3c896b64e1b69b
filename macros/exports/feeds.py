"""Feeds of what changed, as Atom (RFC 4287) and as JSON Feed 1.1: of everything, per theme and per province.

All dates are those of the versions, so the same history gives the same bytes. Without a history there are no feeds:
one that was filled in another way would show its followers everything as new, and again when the history is back.
"""

from __future__ import annotations

import datetime
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.addresses import term, to_root
from macros.catalogue import Catalogue
from macros.exports.open_data.attribution import LICENTIE_ADRES, NAAM, naamsvermelding
from macros.indenting import indented
from macros.versions.changes import IN_THE_FEED, LISTS, Wijziging, Wijzigingen
from macros.views.changes import SOORTEN

_ATOM = "http://www.w3.org/2005/Atom"
# XML 1.0 has no way to write these, and an old file may hold them
_NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Feed:
    """A feed: its title, the page that it follows, and what it holds, newest first."""

    titel: str
    adres: str
    wijzigingen: tuple[Wijziging, ...]


@dataclass(frozen=True)
class Verwijzing:
    """What the head of a page says of its feed: the title, and the way to it without its ending."""

    titel: str
    stam: str


def feeds(catalogue: Catalogue, changes: Wijzigingen) -> Iterator[Feed]:
    """Every feed that holds something; that of all comes first."""
    every = (Feed(f"{NAAM}: alle wijzigingen", "", changes.alle[:IN_THE_FEED]),)
    of_terms = (
        Feed(f"{NAAM}: {catalogue.lijsten[lijst].label(key)}", term(lijst, key), changes.bij(lijst, key))
        for lijst in LISTS
        for key in catalogue.used_terms(lijst)
    )
    yield from (feed for feed in (*every, *of_terms) if feed.wijzigingen)


def feed_files(catalogue: Catalogue, changes: Wijzigingen, site_url: str) -> Iterator[tuple[str, str]]:
    """Path and content of every feed, beside the page that it follows."""
    for feed in feeds(catalogue, changes):
        yield f"{feed.adres}feed.xml", _atom(catalogue, feed, site_url)
        yield f"{feed.adres}feed.json", _json(catalogue, feed, site_url)


def feed_links(catalogue: Catalogue, changes: Wijzigingen) -> Mapping[str, Verwijzing]:
    """For each page that has a feed what its head says of it; the page of all changes shares that of the home page."""
    found = {feed.adres: Verwijzing(feed.titel, "feed") for feed in feeds(catalogue, changes)}
    page = "wijzigingen/"
    return found | ({page: Verwijzing(found[""].titel, f"{to_root(page)}feed")} if found else {})


def _atom(catalogue: Catalogue, feed: Feed, site: str) -> str:
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "nl", "xml:base": site})
    _text(root, "id", f"{site}{feed.adres}feed.xml")
    _text(root, "title", feed.titel)
    _text(root, "subtitle", _ABOUT)
    _text(root, "updated", _moment(feed.wijzigingen[0]))
    author = ET.SubElement(root, "author")
    _text(author, "name", NAAM)
    _text(author, "uri", site)
    _link(root, "self", f"{site}{feed.adres}feed.xml", "application/atom+xml")
    _link(root, "alternate", site + _page(feed), "text/html")
    _link(root, "license", LICENTIE_ADRES)
    _text(root, "rights", naamsvermelding(site))
    _text(root, "icon", f"{site}favicon.ico")
    for change in feed.wijzigingen:
        entry = ET.SubElement(root, "entry")
        _text(entry, "id", site + change.kenmerk)
        _text(entry, "title", _title(change))
        _text(entry, "updated", _moment(change))
        _text(entry, "published", _moment(change))
        _link(entry, "alternate", site + change.adres, "text/html")
        if change.versie:
            _link(entry, "related", site + change.versie, "text/html", "Deze versie, die zo blijft")
        for label in _labels(catalogue, change):
            ET.SubElement(entry, "category", {"term": label})
        _text(entry, "summary", _summary(change))
    ET.indent(root, "")
    written = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def _json(catalogue: Catalogue, feed: Feed, site: str) -> str:
    items = [
        {
            "id": site + change.kenmerk,
            "url": site + change.adres,
            "title": _title(change),
            "summary": _summary(change),
            "content_text": _summary(change),
            "date_published": _moment(change),
            "tags": _labels(catalogue, change),
            **({"_praktijkwijzer": {"versie": site + change.versie}} if change.versie else {}),
        }
        for change in feed.wijzigingen
    ]
    whole = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.titel,
        "home_page_url": site + _page(feed),
        "feed_url": f"{site}{feed.adres}feed.json",
        "description": _ABOUT,
        "favicon": f"{site}favicon.ico",
        "language": "nl",
        "authors": [{"name": NAAM, "url": site}],
        "_praktijkwijzer": {"about": f"{site}wijzigingen/", "licentie": LICENTIE_ADRES, "naamsvermelding": naamsvermelding(site)},
        "items": items,
    }
    return indented(whole) + "\n"


_ABOUT = "Voorbeelden uit het sociaal werk die erbij kwamen, veranderden of verdwenen."


def _page(feed: Feed) -> str:
    return feed.adres or "wijzigingen/"


def _title(change: Wijziging) -> str:
    return f"{SOORTEN[change.soort]}: {change.titel}"


def _summary(change: Wijziging) -> str:
    return change.wat or "Dit voorbeeld is weggehaald."


def _labels(catalogue: Catalogue, change: Wijziging) -> Sequence[str]:
    return [catalogue.lijsten[lijst].label(key) for lijst in LISTS for key in change.termen[lijst]]


def _moment(change: Wijziging) -> str:
    return datetime.datetime.fromtimestamp(change.moment, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NOT_IN_XML.sub("\ufffd", text)


def _link(parent: ET.Element, rel: str, address: str, kind: str = "", title: str = "") -> None:
    parts = {"rel": rel, "href": address, "type": kind, "title": title}
    ET.SubElement(parent, "link", {name: value for name, value in parts.items() if value})
