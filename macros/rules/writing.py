"""Rules about the text itself: small Markdown, nothing private, no templates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from macros.model.scalars import ONBEKEND, shorten
from macros.problem import Problem
from macros.readability import flesch_douma, words_per_sentence
from macros.rules.draft import TEKST, Draft, World

_HTML = re.compile(r"<(?:[A-Za-z/!?][^>\n]{0,200}>?)")
_NOT_IN_PROSE = (
    (re.compile(r"^ {0,3}#{1,6} \S", re.MULTILINE), "een kop", "De pagina maakt zelf de koppen; begin een nieuwe alinea."),
    (re.compile(r"!\[[^\]]*\]\("), "een afbeelding", "Gebruik het veld 'beeld'."),
    (re.compile(r"^(?:```|~~~)", re.MULTILINE), "een codeblok", "Schrijf gewone tekst."),
    (re.compile(r"^\s*\|.*\|\s*$", re.MULTILINE), "een tabel", "Maak er zinnen, een lijst of kerncijfers van."),
    (re.compile(r"^ {0,3}\[[^\]@]+\]:\s", re.MULTILINE), "een losse linkverwijzing", "Schrijf [tekst](https://…)."),
)
_LINK = re.compile(r"\]\(\s*<?([^)\s>]*)")
_CITATION_IN_LINK = re.compile(r"\[[^\[\]]*\[@[^\[\]]*\][^\[\]]*\]\(")
_AUTOLINK = re.compile(r"<(?:https?:|mailto:)[^>]*>", re.IGNORECASE)
PAGE_MACROS = (
    "voorbeelden", "voorbeeldkaarten", "uitgelicht", "laatste", "verzamelingen", "kerngetallen", "zoekveld",
    "voorbeelden_bij_kennis", "kennislijst", "facetlijst", "leemtematrix", "leemten", "werklijsten",
    "landkaart", "landkaart_klein", "begrippenlijst", "woordkeus", "aantal", "zoekpagina",
    "selectiepagina", "vergelijkpagina",
)  # fmt: skip
"""The macros of page authors. mkdocs-macros has more: `macros_info` shows the building machine, `now` the clock."""
_MACRO = re.compile(r"\{\{\s*(" + "|".join(PAGE_MACROS) + r")\((.*?)\)\s*\}\}")
_LITERALS = re.compile(r"(?:\s*(?:[a-z_]+\s*=\s*)?(?:\"[^\"{}]*\"|'[^'{}]*'|\d+)\s*(?:,|$))*")
# a single brace too: `{onclick=…}` gives an element that attribute (attr_list)
_TEMPLATE = re.compile(r"\{")

_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# ten digits, or more for the numbers that start with 0800 or 0900, with spaces or hyphens wherever people put them
_PHONE = re.compile(
    r"(?<![\d./-])(?:(?:\+|00)31[ -]?(?:\(0\))?(?:[ -]?\d){9}|0[89]00[ -]?\d{4}(?:[ -]?\d{3})?|\(?0(?:[ )-]{0,2}\d){9})(?![\d-])"
)
_PERSONAL_DOMAINS = (
    "gmail.", "hotmail.", "outlook.", "live.", "ziggo.", "kpnmail.", "icloud.",
    "yahoo.", "planet.", "xs4all.", "home.nl", "msn.",
)  # fmt: skip
_ROLES = (
    "info", "contact", "welzijn", "secretariaat", "bestuur", "redactie", "vrijwillig", "aanmeld", "algemeen",
    "communicatie", "project", "team", "bureau", "administratie", "post", "mail", "hallo", "help", "vragen", "wijk",
    "buurt", "stichting",
)  # fmt: skip


def prose_is_small_markdown(draft: Draft, world: World) -> Iterator[Problem]:
    """Lange tekst bestaat uit alinea's, lijsten, nadruk, links en bronverwijzingen; verder niets."""
    for leaf in draft.of_kind("tekst"):
        for pattern, what, remedy in _NOT_IN_PROSE:
            if match := pattern.search(leaf.value):
                yield draft.document.problem(
                    leaf.loc, f"In '{leaf.loc[0]}' staat {what}: dat kan hier niet.", remedy, near=match[0].strip()[:20]
                )


def text_has_no_html(draft: Draft, world: World) -> Iterator[Problem]:
    """Tekst bevat geen HTML."""
    for leaf in (*draft.prose, *draft.of_kind("regel")):
        for match in _HTML.finditer(_AUTOLINK.sub("", leaf.value)):
            yield draft.document.problem(
                leaf.loc,
                f"Hier staat HTML: '{shorten(match[0], 40)}'.",
                "Gebruik gewone tekst; voor nadruk *sterretjes*.",
                near=match[0][:20],
            )


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


def unknown_stands_alone(draft: Draft, world: World) -> Iterator[Problem]:
    """Weet je iets niet, dan staat er alleen het woord 'onbekend'."""
    for leaf in draft.of_kind("tekst"):
        bare = leaf.value.strip().rstrip(".").lower()
        if bare in {ONBEKEND, "n.v.t", "nvt", "niet bekend", "?", "-", "geen", "nog invullen"} and leaf.value.strip() != ONBEKEND:
            yield draft.document.problem(
                leaf.loc, f"'{leaf.loc[0]}' is '{shorten(leaf.value)}'.", "Schrijf 'onbekend', zonder hoofdletter of punt."
            )
        elif leaf.value.strip() == ONBEKEND and leaf.loc[0] not in ("aanleiding", "aanpak", "resultaten"):
            yield draft.document.problem(leaf.loc, f"'{leaf.loc[0]}' is 'onbekend', maar dit veld is niet verplicht.", "Haal het veld weg.")


def text_is_not_private(draft: Draft, world: World) -> Iterator[Problem]:
    """Geen e-mailadressen van personen en geen telefoonnummers."""
    texts = [leaf for leaf in draft.leaves if leaf.kind in ("tekst", "regel")]
    for leaf in (*texts, *(leaf for leaf in draft.prose if leaf.loc == TEKST)):
        if match := _MAIL.search(leaf.value):
            yield draft.document.problem(
                leaf.loc,
                f"Hier staat een e-mailadres: '{shorten(match[0])}'.",
                "Zet een algemeen postvak bij 'contact', of haal het weg.",
                near=match[0],
            )
        if match := _PHONE.search(leaf.value):
            yield draft.document.problem(
                leaf.loc,
                f"Hier staat een telefoonnummer: '{match[0].strip()}'.",
                "Haal het weg; verwijs naar de website.",
                near=match[0].strip(),
            )
    for leaf in draft.of_kind("mail"):
        local, _, domain = leaf.value.lower().partition("@")
        function = any(local.startswith(role) for role in _ROLES)
        personal = re.fullmatch(r"[a-z]+[._][a-z]+(?:[._][a-z]+)*", local) or domain.startswith(_PERSONAL_DOMAINS)
        if personal and not function:
            yield draft.document.problem(
                leaf.loc, f"'{leaf.value}' lijkt het adres van een persoon.", "Gebruik een algemeen postvak, zoals info@…"
            )


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
