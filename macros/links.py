"""Every link inside a finished site leads somewhere: pages, assets, anchors, redirects, feeds.

Works on the files of any static site, whatever engine made it. External addresses are not fetched.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import lxml.etree
import lxml.html

_ATTRIBUTES = (
    ("a", "href"),
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("form", "action"),
    ("use", "href"),
)
_CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_REFRESH = re.compile(r"^\s*\d+\s*;\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
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
    texts = {".html", ".css", ".xml", ".svg"}
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.suffix in texts and path.parts[-3:-2] != ("versie",) else b""
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def check_site(files: Mapping[str, bytes], site_url: str = "/") -> list[Broken]:
    """All broken links, sorted. `site_url` is the address (or just the path) under which the site will stand."""
    prefix = site_url if site_url.endswith("/") else f"{site_url}/"
    anchors = {name: _anchors(content) for name, content in files.items() if name.endswith(".html")}
    broken = {
        Broken(name, target, reason)
        for name, content in files.items()
        for target in _links(name, content)
        if (reason := _why_broken(name, target, files, anchors, prefix))
    }
    return sorted(broken)


def _why_broken(page: str, target: str, files: Mapping[str, bytes], anchors: Mapping[str, set[str]], prefix: str) -> str | None:
    target = target.strip()
    if target.startswith(prefix) and "://" in prefix:
        target = f"{_HERE}/{target[len(prefix) :]}"
    elif target.startswith("/") and not target.startswith("//"):
        path = urlsplit(prefix).path or "/"
        if not target.startswith(path):
            return f"valt buiten de site (die staat onder {path})"
        target = f"{_HERE}/{target[len(path) :]}"
    try:
        address, fragment = urldefrag(urljoin(f"{_HERE}/{page}", target))
        parts = urlsplit(address)
    except ValueError:
        return "is geen adres"
    if f"{parts.scheme}://{parts.netloc}" != _HERE:
        return None if parts.scheme in {"http", "https", "mailto"} else "heeft een soort adres dat niet mag"
    if address.count("../") or "/.." in parts.path:
        return "wijst buiten de site"
    found = _file_at(unquote(parts.path).lstrip("/"), files)
    if found is None:
        return "bestaat niet"
    # a text fragment (#:~:text=…) is the browser's business
    if fragment and not fragment.startswith(":~:") and found in anchors and unquote(fragment) not in anchors[found]:
        return f"bestaat, maar heeft geen '#{fragment}'"
    return None


def _file_at(path: str, files: Mapping[str, bytes]) -> str | None:
    normal = posixpath.normpath(path) if path else "."
    candidates = [posixpath.join(normal, "index.html") if normal != "." else "index.html"]
    if path and not path.endswith("/"):
        candidates.insert(0, normal)
    return next((candidate for candidate in candidates if candidate in files), None)


def _links(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".html"):
        yield from _html_links(content)
    elif name.endswith(".xml"):
        yield from _xml_links(content)
    elif name.endswith(".css"):
        yield from (target for target in _CSS_URL.findall(content.decode("utf-8", "replace")) if not target.startswith("data:"))


def _html_links(content: bytes) -> Iterator[str]:
    root = _parse(content)
    for element, attribute in _ATTRIBUTES:
        for found in root.iter(element):
            value = found.get(attribute)
            # an empty link leads to the page itself by accident only
            if value is not None and not (element == "form" and not value):
                yield value or "(leeg)"
    for found in root.iter("img", "source"):
        for candidate in (found.get("srcset") or "").split(","):
            if candidate.strip():
                yield candidate.split()[0]
    for found in root.iter("meta"):
        if (found.get("http-equiv") or "").lower() == "refresh" and (match := _REFRESH.match(found.get("content") or "")):
            yield match[1]


def _xml_links(content: bytes) -> Iterator[str]:
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = lxml.etree.fromstring(content, parser) if content.strip() else None
    for element in root.iter() if root is not None else ():
        tag = lxml.etree.QName(element).localname if isinstance(element.tag, str) else ""
        if tag in {"loc", "id"} and (element.text or "").startswith("http"):
            yield element.text or ""
        elif tag == "link":
            yield element.get("href") or element.text or "(leeg)"


def _anchors(content: bytes) -> set[str]:
    root = _parse(content)
    names = {element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")}
    return names | {element.get("name") for element in root.iter("a") if element.get("name")} | {"top"}


def _parse(content: bytes) -> lxml.html.HtmlElement:
    return lxml.html.document_fromstring(content.strip() or b"<html></html>", parser=lxml.html.HTMLParser(encoding="utf-8"))
