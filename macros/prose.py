"""The small Markdown of narrative fields: sentences, citations, and safe HTML.

Citations have Pandoc's form: `[@sleutel]`, `[@sleutel, p. 12]`, `[@een; @twee]`
(https://pandoc.org/MANUAL.html#citation-syntax).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options
from markupsafe import Markup

from macros.characters import UNSEEN

_CITATION = re.compile(r"\[@([^\[\]<>]*)\]")
_SPACED_CITATION = re.compile(rf"\s*{_CITATION.pattern}")
_SLOPPY_CITATION = re.compile(r"\[\s*@[^\]\n]{0,80}\]?|\[\^[^\]\n]{1,40}\]|(?<![\w@.\[])@[a-z][a-z0-9-]*\d{4}\b")
# the ordinary kind, which holds nothing that ends a sentence or a paragraph
_PLAIN_CITATION = re.compile(r"\[@[a-z0-9]+(?:-[a-z0-9]+)*(?:,[ \n]p\.[ \n]?\d+)?\]")
_ONE = re.compile(r"@([a-z0-9]+(?:-[a-z0-9]+)*)(?:,\s*([^\s@][^@]*))?")
_BLOCK_START = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+|^\s*\|", re.MULTILINE)
_SENTENCE_END = re.compile(r"(?<=[.!?…])((?:[\"”’')\]*_]|\s*\[@[^\]]*\])*)\s+(?=[\"“‘('*_]*[A-ZÀ-Þ0-9])")
_ABBREVIATION = re.compile(
    r"(?:^|[(\"“])(?:[A-Za-z]|bijv|bv|ca|dhr|mevr|mw|nr|dr|drs|mr|prof|ing|ir|ds|st|jl|resp|incl|excl|min|max|p|pp|blz|art|vgl|zgn|evt|inw"
    r"|o\.a|d\.w\.z|m\.b\.t|i\.p\.v|n\.a\.v|i\.s\.m|t\.a\.v|m\.u\.v|a\.d|e\.d|i\.v\.m|t\.b\.v|m\.i\.v|Jan|Kon)\.$",
    re.IGNORECASE,
)
# Digits that are part of a name or a way of speaking, not a figure that needs proof.
_NAMES_WITH_DIGITS = re.compile(
    r"\b(?:Wmo|Wet inburgering|Wmo-|Wet maatschappelijke ondersteuning) ?20\d\d\b|\bB1\b|\bA2\b|\b24/7\b|\bcovid-19\b"
    r"|\b\d+-?(?:plus|min)\w*|\b\d+\+(?:'?ers)?|\b[12]e[- ]lijns?\w*|\bWeb 2\.0\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_WRITTEN = re.compile(
    r"\b(?:(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)\b"
    r"|\b(?:der|veer|vijf|zes|zeven|acht|negen)tien\b|\b\w*(?:honderd|duizend)\b|\bmil(?:joen|jard)\b",
    re.IGNORECASE,
)
_IN_WRITTEN = ("tig", "tien", "honderd", "duizend", "miljoen", "miljard")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")

# a browser reads `https:/a.nl` and `https:a.nl` as a place on our own site
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)


def _whole_address(_element: str, attribute: str, value: str) -> str | None:
    return value if attribute != "href" or _ADDRESS.match(value) else None


_CLEANER = nh3.Cleaner(
    tags={"p", "ul", "ol", "li", "em", "strong", "a", "br", "blockquote"},
    attributes={"*": set(), "a": {"href"}},
    attribute_filter=_whole_address,
    url_schemes={"http", "https", "mailto"},
    url_relative="deny",
    link_rel=None,
)

# of these two codes cmark makes bytes that are no UTF-8
_BREAKS_CMARK = re.compile(r"&(?=#(?:x0*fff[ef]|0*6553[45]);)", re.IGNORECASE)


@dataclass(frozen=True)
class Citation:
    """One reference to a source: its key and, where given, the place in it (`p. 12`)."""

    sleutel: str
    plek: str = ""


def citations_in(text: str) -> Iterator[Citation]:
    """All well-formed citations, in reading order."""
    for match in _CITATION.finditer(text):
        yield from parse_citation(match[1])


@lru_cache(maxsize=1024)
def parse_citation(inside: str) -> tuple[Citation, ...]:
    """The citations between `[@` and `]`; empty when the form is wrong."""
    found = tuple(_ONE.fullmatch(part.strip()) for part in f"@{inside}".split(";"))
    return tuple(Citation(match[1], (match[2] or "").strip()) for match in found if match) if all(found) else ()


def malformed_citations(text: str, keys: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Pieces that look like a citation but aren't one, each also as one finds it in a file: without bracket, with the sign before it.

    With the `keys` of the sources, their names alone are such pieces too: `[sleutel]` and `@sleutel`.
    """
    left = _uncited(text)
    if not keys and "@" not in left and "[^" not in left:
        return
    rest = _CITATION.sub(lambda match: " " * len(match[0]) if parse_citation(match[1]) else match[0], text)
    pattern = _SLOPPY_CITATION
    if keys:
        names = "|".join(map(re.escape, sorted(keys, key=len, reverse=True)))
        pattern = re.compile(rf"{_SLOPPY_CITATION.pattern}|(?<![\w@.\[])@(?:{names})(?![\w-])|\[(?:{names})\](?!\()")
    for match in pattern.finditer(rest):
        before = "" if match[0].startswith("[") else rest[max(match.start() - 1, 0) : match.start()].replace("\n", " ")
        yield match[0], before + match[0].partition("\n")[0]


# Several rules ask this of the same text one after the other.
@lru_cache(maxsize=256)
def _uncited(text: str) -> str:
    """The text without citations of the ordinary kind: a quick look there spares most texts a slow one."""
    return _PLAIN_CITATION.sub(" ", text)


# Several rules ask for the sentences of the same text one after the other.
@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of Markdown prose, each with the citations that follow its full stop."""
    found: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        for item in filter(str.strip, _BLOCK_START.split(block)):
            found += _join(_SENTENCE_END.sub(r"\1\n\n", " ".join(item.split())).split("\n\n"))
    return tuple(found)


def figures_without_citation(text: str) -> Iterator[tuple[str, str]]:
    """Sentences that state a figure and cite nothing, not even in a wrong way, each with the figure."""
    if not _DIGIT.search(_uncited(text)):
        return
    for sentence in sentences(text):
        if _DIGIT.search(sentence) and not _SLOPPY_CITATION.search(sentence) and (found := figures_in(sentence)):
            yield sentence, found[0]


def written_figures_without_citation(text: str) -> Iterator[tuple[str, str]]:
    """As `figures_without_citation`, for numbers above twelve in words; a line that introduces a list is left out."""
    lowered = text.lower()
    if not any(part in lowered for part in _IN_WRITTEN):
        return
    for sentence in sentences(text):
        match = _WRITTEN.search(sentence)
        if match and not _SLOPPY_CITATION.search(sentence) and not sentence.endswith(":"):
            yield sentence, match[0]


def figures_in(text: str) -> list[str]:
    """The figures in a text, as written; numbers in names and addresses don't count."""
    plain = _NAMES_WITH_DIGITS.sub(" ", _LINK_TARGET.sub("]", _SLOPPY_CITATION.sub(" ", _CITATION.sub(" ", text))))
    return re.findall(r"\d+(?:[.,:]\d+)*", plain)


def render(text: str, cite: Callable[[tuple[Citation, ...]], Markup]) -> Markup:
    """Markdown → safe HTML, with each citation replaced by what `cite` makes of it.

    CommonMark without raw HTML, then an allow-list of elements; links keep only http(s) and mailto.
    """
    html = cmarkgfm.markdown_to_html(_BREAKS_CMARK.sub("&amp;", text) if "&#" in text else text, options=Options.CMARK_OPT_SMART)
    clean = _CLEANER.clean(html)

    def replace(match: re.Match[str]) -> str:
        found = parse_citation(match[1].replace("&amp;", "&"))
        return str(cite(found)) if found else match[0]

    clean = UNSEEN.sub("", clean)
    # Square brackets in a link address are percent-encoded by CommonMark, so only text is met here.
    return Markup(_SPACED_CITATION.sub(replace, clean))


def render_inline(text: str, cite: Callable[[tuple[Citation, ...]], Markup]) -> Markup:
    """As `render`, for one short text that needs no paragraph around it."""
    html = render(text, cite).strip()
    if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
        html = html[3:-4]
    return Markup(html)


def cite_in_markdown(text: str, cite: Callable[[tuple[Citation, ...]], Markup]) -> str:
    """Markdown with its citations replaced by HTML, for pages that another engine converts."""

    def replace(match: re.Match[str]) -> str:
        found = parse_citation(match[1])
        return str(cite(found)) if found else match[0]

    return _SPACED_CITATION.sub(replace, text)


def to_plain(text: str) -> str:
    """The text as one line without Markdown or citations, for indexes and descriptions."""
    plain = _LINK_TARGET.sub("]", _CITATION.sub("", text))
    return " ".join(re.sub(r"[*_`\[\]>]", "", _BLOCK_START.sub(" ", plain)).split()).replace(" .", ".")


def to_lines(text: str) -> tuple[str, ...]:
    """The text without Markdown or citations, a line for each paragraph or point; a point begins with `•`."""
    blocks = re.split(r"\n\s*\n", _BLOCK_START.sub("\n\n• ", text))
    return tuple(line for block in blocks if (line := to_plain(block)))


def _join(pieces: list[str]) -> Iterator[str]:
    sentence = ""
    for piece in pieces:
        sentence = f"{sentence} {piece}".strip()
        if not _ABBREVIATION.search(sentence.rpartition(" ")[2]):
            yield sentence
            sentence = ""
    if sentence:
        yield sentence
