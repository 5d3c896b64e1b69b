"""What one answer of a web server means. Pure: no network, no clock."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import unquote, urlsplit

import lxml.etree
import lxml.html


class Oordeel(StrEnum):
    """What we know of an address after one visit."""

    GOED = "goed"
    VERHUISD = "verhuisd"
    WEG = "weg"
    GEBLOKKEERD = "geblokkeerd"
    HAPERT = "hapert"
    ANKER_WEG = "anker weg"


@dataclass(frozen=True)
class Antwoord:
    """What came back. `status` 0 means: no answer at all, for the reason in `storing`."""

    status: int = 0
    adres: str = ""
    """The address that answered in the end, after redirects, without the fragment."""
    blijvend: bool = True
    """Whether every redirect on the way said that it is for good (301 or 308)."""
    omleidingen: int = 0
    kop: dict[str, str] = field(default_factory=dict)
    inhoud: bytes = b""
    storing: str = ""
    """Dutch: why there was no answer."""
    onbekende_naam: bool = False
    """Whether the name of the site doesn't exist (any more)."""


@dataclass(frozen=True)
class Bevinding:
    """The verdict on one visit with its reason in Dutch."""

    oordeel: Oordeel
    reden: str = ""
    nieuw_adres: str = ""


_GONE = {404: "de pagina bestaat niet meer (404)", 410: "de pagina is weggehaald (410)"}
# 999 is LinkedIn's own; 451 is refused for legal reasons; 403 and 405 are how many sites refuse any program
_REFUSED = {401, 402, 403, 405, 406, 407, 418, 429, 451, 999}
_GUARD = re.compile(rb"cf-challenge|cf_chl_|captcha|are you a robot|enable javascript and cookies|ddos-guard|incapsula", re.IGNORECASE)
_NOT_FOUND = re.compile(
    r"\b404\b|(pagina|page|artikel|bericht|document|inhoud)\b.{0,30}\b(niet (meer )?(gevonden|beschikbaar|bestaat)|bestaat niet|not found)"
    r"|niet (meer )?gevonden|not found|bestaat niet( meer)?|kunnen (we|wij) niet vinden",
    re.IGNORECASE,
)


def judge(address: str, answer: Antwoord) -> Bevinding:
    """The verdict on an answer to a visit of `address` (with its fragment, if it has one)."""
    if answer.status == 0:
        if answer.onbekende_naam:
            return Bevinding(Oordeel.WEG, "de naam van de site bestaat niet (meer)")
        return Bevinding(Oordeel.HAPERT, answer.storing)
    if answer.status in _GONE:
        return Bevinding(Oordeel.WEG, _GONE[answer.status])
    if answer.status in _REFUSED or (answer.status == 503 and _guarded(answer)):
        return Bevinding(Oordeel.GEBLOKKEERD, f"de site laat geen programma's toe ({answer.status})")
    if answer.status >= 400:
        return Bevinding(Oordeel.HAPERT, f"de site geeft een fout ({answer.status})")
    if answer.status >= 300:
        return Bevinding(Oordeel.HAPERT, f"een omleiding zonder bestemming ({answer.status})")
    return _judge_success(address, answer)


def _judge_success(address: str, answer: Antwoord) -> Bevinding:
    if _guarded(answer):
        return Bevinding(Oordeel.GEBLOKKEERD, "de site vraagt eerst te bewijzen dat je een mens bent")
    if reason := _soft_404(address, answer):
        return Bevinding(Oordeel.WEG, reason)
    base, _, fragment = address.partition("#")
    if answer.omleidingen and answer.blijvend and not _same(base, answer.adres):
        new = answer.adres + (f"#{fragment}" if fragment else "")
        return Bevinding(Oordeel.VERHUISD, "de site stuurt voorgoed door", new)
    if fragment and not fragment.startswith((":~:", "!", "/")) and _is_html(answer) and not _has_anchor(answer.inhoud, fragment):
        return Bevinding(Oordeel.ANKER_WEG, f"de plek '#{fragment}' staat niet op de pagina")
    return Bevinding(Oordeel.GOED)


def _guarded(answer: Antwoord) -> bool:
    """A page that only asks for proof of being human; such pages are short."""
    return len(answer.inhoud) < 40_000 and bool(_GUARD.search(answer.inhoud)) and b"<article" not in answer.inhoud


def _is_html(answer: Antwoord) -> bool:
    return "html" in answer.kop.get("content-type", "html")


def _soft_404(address: str, answer: Antwoord) -> str:
    """Why a page that says 200 is not there all the same; empty when it is."""
    asked, got = urlsplit(address), urlsplit(answer.adres or address)
    if answer.omleidingen and asked.path.strip("/") and not got.path.strip("/") and not got.query:
        return "de site stuurt door naar haar voorpagina"
    if not _is_html(answer) or not answer.inhoud:
        return ""
    for text in _headings(answer.inhoud):
        if len(text) < 90 and _NOT_FOUND.search(text):
            return f"de pagina zegt zelf dat zij er niet is: ‘{text}’"
    return ""


def _headings(html: bytes) -> list[str]:
    """The title and first main heading of a page: there a site says that it has nothing."""
    if (root := _parsed(html)) is None:
        return []
    found = [node for path in (".//title", ".//h1") for node in root.findall(path)[:1]]
    return [" ".join(str(node.text_content()).split()) for node in found]


def _has_anchor(html: bytes, fragment: str) -> bool:
    if (root := _parsed(html)) is None:
        return True
    wanted = {fragment, unquote(fragment)}
    return any(wanted & {node.get("id"), node.get("name")} for node in root.iter() if isinstance(node.tag, str))


def _parsed(html: bytes) -> lxml.html.HtmlElement | None:
    try:
        return lxml.html.fromstring(html)
    except (lxml.etree.ParserError, ValueError):
        return None


def _same(one: str, other: str) -> bool:
    """Whether two addresses differ by no more than a final slash or the way of writing the name."""
    first, second = urlsplit(one), urlsplit(other)
    return (first.scheme, first.netloc.lower(), unquote(first.path).rstrip("/"), first.query) == (
        second.scheme,
        second.netloc.lower(),
        unquote(second.path).rstrip("/"),
        second.query,
    )
