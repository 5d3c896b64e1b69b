"""Every link inside a finished site leads somewhere: pages, assets, anchors, redirects, feeds.

Works on the files of any static site, whatever engine made it. External addresses are not fetched.
"""

from __future__ import annotations

import os
import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.etree

# an empty form goes to its own page, and does so on purpose
_TARGETS = "//a/@href | //link/@href | //use/@href | //script/@src | //img/@src | //source/@src | //iframe/@src | //form/@action[.!='']"
_SEVERAL = "//img/@srcset | //source/@srcset"
_REFRESHING = "//meta[translate(@http-equiv, 'EFHRS', 'efhrs')='refresh']/@content"
_NAMES = "//@id | //a/@name"
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_UP = re.compile(r"((?:\.\./)*)(?!/)(.*)", re.DOTALL)
_PLAIN = re.compile(r"((?:\.\./)*)((?:[\w-]+/)*(?:[\w-][\w.-]*)?)", re.ASCII)
"""A path without anything that needs reading twice: steps up, then folders, then perhaps a file."""
_ELSEWHERE = re.compile(r"https?://[\w.-]+(?:/[\w./-]*)?", re.ASCII)
_TEXTS = (".html", ".css", ".xml")
_HERE = "https://de-site-zelf.invalid"


@dataclass(frozen=True, order=True)
class Broken:
    """A link that leads nowhere: on which page, to what, and why."""

    page: str
    target: str
    reason: str

    def __str__(self) -> str:
        return f"{self.page}: '{self.target}' {self.reason}"


def read_site(folder: Path) -> dict[str, bytes]:
    """All text files of a site that can hold links, and the names of all others with no content.

    Earlier versions count as the latter: their own links are made by rule, and there may be very many.
    """
    files = {}
    # by its parts and without Path, which would take longer than reading them all
    for where, _, names in os.walk(folder):
        place = os.path.relpath(where, folder).replace(os.sep, "/")
        before = "" if place == "." else f"{place}/"
        earlier = place.split("/")[-2:-1] == ["versie"]
        for name in names:
            files[before + name] = b"" if earlier or not name.endswith(_TEXTS) else Path(where, name).read_bytes()
    return dict(sorted(files.items()))


def check_site(files: Mapping[str, bytes], site_url: str = "/") -> list[Broken]:
    """All broken links, sorted. `site_url` is the address (or just the path) under which the site will stand."""
    prefix = site_url if site_url.endswith("/") else f"{site_url}/"
    anchors: dict[str, set[str]] = {}
    links: dict[str, set[str]] = {}
    for name, content in files.items():
        if name.endswith(".html"):
            # a tree is by far the largest thing here, so each is read once and let go
            links[name], anchors[name] = _read_page(content)
        else:
            links[name] = set(_links(name, content))

    # the pages of a site lead to the same places over and over
    @cache
    def why_broken(page: str, target: str) -> str | None:
        return _why_broken(page, target, files, anchors, prefix)

    broken = []
    whole: dict[str | None, set[str]] = defaultdict(set)
    for name, targets in links.items():
        # what begins so leads to the same place from all folders that lie side by side
        known = whole[_around(name)]
        for target in targets - known:
            if reason := why_broken(*_near(name, target)):
                broken.append(Broken(name, target, reason))
            elif target.startswith(("../", "https://")):
                known.add(target)
    return sorted(broken)


def _around(page: str) -> str | None:
    """The folder around that of a page; a page of the root has none."""
    folder, inside, _ = page.rpartition("/")
    return folder.rpartition("/")[0] if inside else None


def _near(page: str, target: str) -> tuple[str, str]:
    """A link and its page as what many pages have in common: `a/b/index.html`, `../c/` → `a/index.html`, `c/`."""
    if target.startswith("https://"):
        return "index.html", target
    folder, _, file = page.rpartition("/")
    if file != "index.html" or not (match := _UP.fullmatch(target)) or not match[1]:
        return page, target
    parts = folder.split("/")
    up = match[1].count("/")
    return ("/".join([*parts[:-up], file]), match[2]) if up <= len(parts) else (page, target)


def _why_broken(page: str, target: str, files: Mapping[str, bytes], anchors: Mapping[str, set[str]], prefix: str) -> str | None:
    target = target.strip()
    here = target.startswith("#") and page in anchors
    found, fragment, reason = (page, target[1:], None) if here else _resolved(page, target, files, prefix)
    if found is None:
        return reason
    # a text fragment (#:~:text=…) is the browser's business
    if fragment and not fragment.startswith(":~:") and found in anchors and unquote(fragment) not in anchors[found]:
        return f"bestaat, maar heeft geen '#{fragment}'"
    return None


def _resolved(page: str, target: str, files: Mapping[str, bytes], prefix: str) -> tuple[str | None, str, str | None]:
    """The file of this site that a link leads to, the place in it, and, without such a file, what is wrong with that."""
    own = "://" in prefix and target.startswith(prefix)
    if not own and _ELSEWHERE.fullmatch(target):
        return None, "", None
    path, _, fragment = (target[len(prefix) :] if own else target).partition("#")
    if found := _plainly("index.html" if own else page, path.partition("?")[0], files):
        return found, fragment, None
    if own:
        target = f"{_HERE}/{target[len(prefix) :]}"
    elif target.startswith("/") and not target.startswith("//"):
        path = urlsplit(prefix).path or "/"
        if not target.startswith(path):
            return None, "", f"valt buiten de site (die staat onder {path})"
        target = f"{_HERE}/{target[len(path) :]}"
    try:
        address, fragment = urldefrag(urljoin(f"{_HERE}/{page}", target))
        parts = urlsplit(address)
    except ValueError:
        return None, "", "is geen adres"
    if f"{parts.scheme}://{parts.netloc}" != _HERE:
        return None, "", None if parts.scheme in {"http", "https", "mailto"} else "heeft een soort adres dat niet mag"
    if address.count("../") or "/.." in parts.path:
        return None, "", "wijst buiten de site"
    found = _file_at(unquote(parts.path).lstrip("/"), files)
    return found, fragment, None if found else "bestaat niet"


def _plainly(page: str, path: str, files: Mapping[str, bytes]) -> str | None:
    """The file to which a plain path leads, as nearly all do; None where it takes more to tell."""
    plain = _PLAIN.fullmatch(path)
    folders = page.split("/")[:-1]
    if not path or not plain or len(plain[1]) // 3 > len(folders):
        return None
    place = "/".join([*folders[: len(folders) - len(plain[1]) // 3], plain[2]])
    if place.endswith("/") or not place:
        place += "index.html"
    return place if place in files else None


def _file_at(path: str, files: Mapping[str, bytes]) -> str | None:
    normal = posixpath.normpath(path) if path else "."
    candidates = [posixpath.join(normal, "index.html") if normal != "." else "index.html"]
    if path and not path.endswith("/"):
        candidates.insert(0, normal)
    return next((candidate for candidate in candidates if candidate in files), None)


def _links(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".xml"):
        yield from _xml_links(content)
    elif name.endswith(".css"):
        yield from (target for target in _CSS_URL.findall(content.decode("utf-8", "replace")) if not target.startswith("data:"))


def _read_page(content: bytes) -> tuple[set[str], set[str]]:
    """All that a page links to, and all to which a link on it can lead."""
    page = lxml.etree.fromstring(content.strip() or b"<html></html>", parser=lxml.etree.HTMLParser(encoding="utf-8", collect_ids=False))
    if page is None:
        # nothing but a comment
        return set(), {"top"}
    # an empty link leads to the page itself by accident only
    targets = {target or "(leeg)" for target in _all(_TARGETS, page)}
    # to look for what few pages have costs as much as to read one
    lower = content.lower()
    if b"srcset" in lower:
        targets |= {candidate.split()[0] for several in _all(_SEVERAL, page) for candidate in several.split(",") if candidate.strip()}
    if b"http-equiv" in lower:
        targets |= {match[1] for refreshing in _all(_REFRESHING, page) if (match := _REFRESH.match(refreshing))}
    return targets, {name for name in _all(_NAMES, page) if name} | {"top"}


def _all(path: str, page: lxml.etree._Element) -> list[str]:
    """The attributes on an XPath."""
    return cast("list[str]", _compiled(path)(page))


@cache
def _compiled(path: str) -> lxml.etree.XPath:
    return lxml.etree.XPath(path, smart_strings=False)


def _xml_links(content: bytes) -> Iterator[str]:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = lxml.etree.fromstring(content, parser) if content.strip() else None
    for element in root.iter() if root is not None else ():
        tag = lxml.etree.QName(element).localname if isinstance(element.tag, str) else ""
        if tag in {"loc", "id"} and (element.text or "").startswith("http"):
            yield element.text or ""
        elif tag == "link":
            yield element.get("href") or element.text or "(leeg)"
