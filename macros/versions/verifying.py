"""Is this what was published? A file or an address, held against the repository's own history."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import httpx
import lxml.html

from macros.render import Renderer
from macros.versions.frozen import Labels
from macros.versions.pages import content_hash, date_in_words, frozen
from macros.versions.past import Verleden, address_of, read_series
from macros.versions.states import Versie

_ADDRESS = re.compile(r"voorbeelden/([a-z0-9-]+)/versie/(\d{4}-\d\d-\d\d(?:-\d+)?)/?$")

Fetch = Callable[[str], bytes]
"""Gives what stands at a web address; raises OSError when it can't."""


@dataclass(frozen=True)
class Oordeel:
    """Whether something is as it was published, and why, in words."""

    klopt: bool
    waarom: str


@dataclass(frozen=True)
class _Known:
    version: Versie
    data: bytes
    labels: Labels


class Archief:
    """Every published state with its content, as this copy of the project has it."""

    def __init__(self, project: Path, past: Verleden, renderer: Renderer, emptied: Collection[str] = ()) -> None:
        """Reads all of them; of `emptied`, slugs of what was removed on request, none may be on a site. Raises HistoryError."""
        self._renderer = renderer
        self._emptied = emptied
        self._known = [
            _Known(version, reeks.files[version.blob], reeks.labels(version))
            for reeks in read_series(project, past.versies, {})
            for version in reeks.versies
        ]

    def file(self, content: bytes) -> Oordeel:
        """A saved page of a version, or its `voorbeeld.yml`."""
        if re.search(rb"<html|<!doctype html", content[:2000], re.IGNORECASE):
            return self._page(content)
        found = self._with_hash(content_hash(content))
        if found is None:
            return Oordeel(False, f"Dit bestand is nooit zo gepubliceerd.\nSHA-256: {content_hash(content)}")
        return Oordeel(True, _published(found))

    def address(self, address: str, fetch: Fetch) -> Oordeel:
        """The address of a version, at a site or on this computer: what stands there is fetched and compared."""
        match = _ADDRESS.search(address.partition("#")[0].removesuffix("index.html"))
        if match is None:
            return Oordeel(False, "Dit is geen adres van een versie. Zo'n adres eindigt op /versie/jjjj-mm-dd/.")
        found = next((one for one in self._known if (one.version.slug, one.version.nummer) == match.groups()), None)
        if found is None:
            return Oordeel(False, f"Volgens de geschiedenis van dit project is er geen versie {match[2]} van '{match[1]}'.")
        emptied = found.version.slug in self._emptied
        try:
            content = fetch(address[: match.start()] + address_of(found.version) + "voorbeeld.yml")
        except OSError as error:
            if emptied:
                return Oordeel(True, "Deze versie is op verzoek leeggemaakt. Op het adres staat waarom.")
            return Oordeel(False, f"Op dat adres staat geen versie ({error}). Er hoort te staan:\n{_published(found)}")
        if emptied:
            return Oordeel(False, "Deze versie hoort leeg te zijn, op verzoek, maar daar staat zij nog.")
        if content != found.data:
            there = f"Daar staat iets anders dan er gepubliceerd is.\nSHA-256 daar: {content_hash(content)}"
            return Oordeel(False, f"{there}\n{_published(found)}")
        return Oordeel(True, _published(found))

    def _page(self, content: bytes) -> Oordeel:
        root = lxml.html.fromstring(content)
        mark = root.find(".//meta[@name='inhoud-sha256']")
        found = self._with_hash(mark.get("content", "")) if mark is not None else None
        if found is None:
            return Oordeel(False, "Deze pagina heeft geen kenmerk van een versie die gepubliceerd is.")
        shown = root.find(".//article")
        expected = lxml.html.fromstring(self._renderer.render("versietekst", **frozen(found.data, found.labels)))
        if shown is None or _words(shown) != _words(expected):
            return Oordeel(False, f"De tekst op deze pagina wijkt af van wat er gepubliceerd is.\n{_published(found)}")
        return Oordeel(True, _published(found))

    def _with_hash(self, wanted: str) -> _Known | None:
        return next((one for one in self._known if content_hash(one.data) == wanted), None)


def _words(element: lxml.html.HtmlElement) -> list[str]:
    return str(element.text_content()).split()


def _published(found: _Known) -> str:
    return f"Gepubliceerd op {date_in_words(found.version)}: /{address_of(found.version)}\nSHA-256: {content_hash(found.data)}"


def from_web(address: str) -> bytes:
    """What stands at a web address. Raises OSError."""
    try:
        answer = httpx.get(address, follow_redirects=True, timeout=30)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise OSError("geen antwoord") from error
    if answer.status_code != 200:
        raise OSError(f"antwoord {answer.status_code}")
    return answer.content


def local(site: Path) -> Fetch:
    """What stands at an address of a site on this computer."""

    def read(address: str) -> bytes:
        path = site / address[address.find("voorbeelden/") :]
        if not path.is_file():
            raise OSError(f"'{path}' bestaat niet")
        return path.read_bytes()

    return read
