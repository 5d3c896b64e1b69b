"""Rules about the text itself: small Markdown, no templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.document import name_of
from macros.model.scalars import shorten
from macros.problem import Problem
from macros.readability import flesch_douma, words_per_sentence
from macros.rules.draft import TEKST, Draft, World
from macros.rules.macro_calls import PAGE_MACROS, page_problems

_HTML = re.compile(r"<(?:[A-Za-z/!?][^>\n]{0,200}>?)")
_NOT_IN_PROSE = (
    ("#", re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE), "een kop", "De pagina maakt zelf de koppen; begin een nieuwe alinea."),
    ("![", re.compile(r"!\[[^\]]*\]\("), "een afbeelding", "Gebruik het veld 'beeld'."),
    ("", re.compile(r"(?:```|~~~)(?<=^...)", re.MULTILINE), "een codeblok", "Schrijf gewone tekst."),
    ("|", re.compile(r"^\s*\|.*\|\s*$", re.MULTILINE), "een tabel", "Maak er zinnen, een lijst of kerncijfers van."),
    ("]:", re.compile(r"^ {0,3}\[[^\]@]+\]:\s", re.MULTILINE), "een losse linkverwijzing", "Schrijf [tekst](https://…)."),
)
"""What small Markdown lacks: a sign without which it isn't there, the pattern, what it is, and what to do."""
_NOT_IN_LINE = (
    (
        "[",
        re.compile(r"\[\s*@[^\]]*\]?"),
        "een bronverwijzing",
        "Haal haar weg: de bron staat al bij 'bron'.",
        "Haal haar weg. Een bron haal je alleen aan in een lange tekst, zoals 'aanpak'.",
    ),
    (
        "](",
        re.compile(r"\[[^\]\n]+\]\(\s*<?https?:"),
        "een link",
        "Schrijf alleen de woorden, zonder haken en adres.",
        "Schrijf alleen de woorden, zonder haken en adres.",
    ),
    (
        "*",
        re.compile(r"(?<![\w*])\*{1,2}(?!\s)[^*\n]{1,80}(?<!\s)\*"),
        "nadruk",
        "Haal de sterretjes weg.",
        "Haal de sterretjes weg.",
    ),
)
"""What shows as it was typed in a text of one line: a sign without which it isn't there, the pattern, what it is, and what to do
with and without a field `bron` beside it."""
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_CITATION_IN_LINK = re.compile(r"\[[^\[\]]*\[@[^\[\]]*\][^\[\]]*\]\(")
_AUTOLINK = re.compile(r"<(?:https?:|mailto:)[^>]*>", re.IGNORECASE)
_MACRO = re.compile(r"\{\{\s*(" + "|".join(PAGE_MACROS) + r")\((.*?)\)\s*\}\}")
_LITERALS = re.compile(r"(?:\s*(?:[a-z_]+\s*=\s*)?(?:\"[^\"{}]*\"|'[^'{}]*'|\d+)\s*(?:,|$))*")
# a single brace too: `{onclick=…}` gives an element that attribute (attr_list)
_TEMPLATE = re.compile(r"\{")


def prose_is_small_markdown(draft: Draft, world: World) -> Iterator[Problem]:
    """Lange tekst bestaat uit alinea's, lijsten, nadruk, links en bronverwijzingen; verder niets."""
    for leaf in draft.of_kind("tekst"):
        for sign, pattern, what, remedy in _NOT_IN_PROSE:
            if sign in leaf.value and (match := pattern.search(leaf.value)):
                yield draft.document.problem(
                    leaf.loc, f"In '{leaf.loc[0]}' staat {what}: dat kan hier niet.", remedy, near=match[0].strip()[:20]
                )


def lines_are_plain(draft: Draft, world: World) -> Iterator[Problem]:
    """Een veld van één regel is gewone tekst, zonder bronverwijzing, link of nadruk."""
    beside = {leaf.loc[:-1] for leaf in draft.references("bron")}
    for leaf in draft.of_kind("regel"):
        for sign, pattern, what, with_source, without in _NOT_IN_LINE:
            match = pattern.search(leaf.value) if sign in leaf.value else None
            # `summary_says_no_more` tells of a citation there
            if match and (what != "een bronverwijzing" or leaf.loc != ("samenvatting",)):
                message = f"In '{name_of(leaf.loc)}' staat {what}: dat kan hier niet."
                remedy = with_source if leaf.loc[:-1] in beside else without
                yield draft.document.problem(leaf.loc, message, remedy, near=match[0][:20])


def text_has_no_html(draft: Draft, world: World) -> Iterator[Problem]:
    """Tekst bevat geen HTML."""
    for leaf in (*draft.prose, *draft.of_kind("regel")):
        for match in _HTML.finditer(_AUTOLINK.sub("", leaf.value)) if "<" in leaf.value else ():
            remedy = "Gebruik gewone tekst; voor nadruk *sterretjes*." if leaf.kind == "tekst" else "Gebruik gewone tekst."
            yield draft.document.problem(leaf.loc, f"Hier staat HTML: '{shorten(match[0], 40)}'.", remedy, near=match[0][:20])


def links_are_safe(draft: Draft, world: World) -> Iterator[Problem]:
    """Een link in de tekst gaat naar een webadres of een andere pagina van deze site, en heeft zelf geen bronverwijzing."""
    for leaf in draft.prose:
        for match in _CITATION_IN_LINK.finditer(leaf.value):
            yield draft.document.problem(
                leaf.loc, "In de tekst van een link staat een bronverwijzing.", "Zet haar achter de link.", near=match[0][:20]
            )
        for match in _LINK.finditer(leaf.value):
            target = match[1]
            inside = leaf.loc == TEKST and re.fullmatch(r"[a-z0-9./_-]+\.md(?:#[\w-]+)?", target)
            if not inside and not _is_web_address(target):
                yield draft.document.problem(
                    leaf.loc, f"De link '{shorten(target, 40)}' gaat niet naar een webadres.", "Begin met https://.", near=match[0][:20]
                )


def _is_web_address(target: str) -> bool:
    try:
        urlsplit(target)
    except ValueError:
        return False
    return re.match(r"https?://[^/]+\.", target) is not None


def pages_show_no_pictures(draft: Draft, world: World) -> Iterator[Problem]:
    """Een kennispagina toont geen afbeeldingen: een afbeelding van elders volgt lezers."""
    if match := re.search(r"!\[[^\]\n]*\]", draft.body):
        yield draft.document.problem(TEKST, "Hier staat een afbeelding.", "Haal haar weg, of maak er een link van.", near=match[0][:20])


def pages_call_known_macros(draft: Draft, world: World) -> Iterator[Problem]:
    """Een kennispagina roept alleen macro's aan met vaste waarden; andere sjablooncode wordt geweigerd."""
    rest = _MACRO.sub(lambda match: "" if _LITERALS.fullmatch(match[2]) else match[0], draft.body)
    if match := _TEMPLATE.search(rest):
        near = rest[match.start() : match.start() + 12].split("\n")[0]
        yield draft.document.problem(
            TEKST,
            f"Hier staat sjablooncode: '{near}'.",
            "Gebruik alleen macro's uit de uitleg, zoals {{ voorbeelden_bij_kennis() }}.",
            near=near,
        )


def macros_name_what_exists(world: World) -> Iterator[Problem]:
    """Een macro op een pagina bestaat, en noemt alleen voorbeelden, termen en verzamelingen die er zijn."""
    for path, text in world.paginas.items():
        yield from page_problems(path, text, world)
    for draft in world.kennis.values():
        # other template code is told as that
        if not any(pages_call_known_macros(draft, world)):
            yield from page_problems(draft.document.path, draft.document.text, world)


def summary_reads_easily(draft: Draft, world: World) -> Iterator[Problem]:
    """Een samenvatting leest makkelijk: korte zinnen en korte woorden. Dit is een advies."""
    summary = draft.text("samenvatting")
    length, score = words_per_sentence(summary), flesch_douma(summary)
    if length > 15:
        message = f"De zinnen in de samenvatting zijn lang: gemiddeld {length:.0f} woorden."
        yield draft.document.problem(("samenvatting",), message, "Maak er kortere zinnen van, hoogstens 15 woorden.", level="advies")
    elif score < 50:
        message = f"De samenvatting leest moeilijk (Flesch-Douma {score:.0f}, liefst 50 of meer)."
        yield draft.document.problem(("samenvatting",), message, "Gebruik kortere woorden.", level="advies")
