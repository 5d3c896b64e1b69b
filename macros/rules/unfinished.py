"""Rules about what was left open: words to fill in later, examples that were not replaced, a summary that says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model.scalars import ONBEKEND, means_unknown, shorten
from macros.naming import fold
from macros.problem import Problem
from macros.rules.draft import TEKST, Draft, World

_LEFT_OPEN = re.compile(
    r"\bTODO\b|\bTBD\b|\bFIXME\b"  # what the rule looks for in entries; no notes to ourselves
    r"|\bx{3,}\b|\blorem ipsum\b|\?{2,}|^\s*(?:…|\.{3})\s*$"
    r"|\bvul (?:dit|hier|nog) (?:\w+ )?in\b|\bhier invullen\b|\bnog (?:in te vullen|invullen|aanvullen)\b"
    r"|\[(?:naam|titel|datum|jaar|plaats|aantal|organisatie|invullen|tekst|link|url|bron)\](?!\()",
    re.IGNORECASE,
)
_HINTS = (
    "todo", "tbd", "fixme", "xxx", "lorem", "??", "…", "...", "vul ", "vullen", "[naam", "[titel", "[datum", "[jaar", "[plaats",
    "[aantal", "[organisatie", "[tekst", "[link", "[url", "[bron]", "example.", "voorbeeld.nl",
)  # fmt: skip
"""One of these stands in every text that the two patterns find anything in."""
_EXAMPLE_HOST = re.compile(r"(?:^|[/@.])(?:example\.(?:org|com|net)|voorbeeld\.nl)(?=$|[/:?#)\s])", re.IGNORECASE)
_WORD = re.compile(r"[a-z0-9]{4,}")


def nothing_is_left_to_fill_in(draft: Draft, world: World) -> Iterator[Problem]:
    """Er staat niets meer om later in te vullen: geen 'todo', geen 'xxx', geen verzonnen webadres uit een voorbeeld."""
    hints = [hint for hint in _HINTS if hint in draft.lowered]
    if not hints:
        return
    texts = [leaf for leaf in draft.leaves if isinstance(leaf.kind, str)]
    for leaf in (*texts, *(leaf for leaf in draft.prose if leaf.loc == TEKST)):
        lowered = leaf.value.lower()
        if not any(hint in lowered for hint in hints) or (leaf.kind == "tekst" and means_unknown(leaf.value)):
            continue
        if match := _LEFT_OPEN.search(leaf.value):
            message = f"Hier staat nog iets om in te vullen: '{shorten(match[0].strip())}'."
            yield draft.document.problem(leaf.loc, message, "Vul het in, of haal het weg.", near=match[0].strip())
        elif match := _EXAMPLE_HOST.search(leaf.value):
            host = match[0].strip("/@.")
            message = f"'{host}' is een verzonnen adres uit een voorbeeld."
            yield draft.document.problem(leaf.loc, message, "Vul het echte adres in, of haal de regel weg.", near=host)


def unknown_stands_alone(draft: Draft, world: World) -> Iterator[Problem]:
    """Weet je iets niet, dan staat er alleen het woord 'onbekend'."""
    for leaf in draft.of_kind("tekst"):
        typed = leaf.value.strip()
        if means_unknown(typed) and typed != ONBEKEND:
            yield draft.document.problem(
                leaf.loc, f"'{leaf.loc[0]}' is '{shorten(leaf.value)}'.", "Schrijf 'onbekend', zonder hoofdletter of punt."
            )
        elif typed == ONBEKEND and leaf.loc[0] not in ("aanleiding", "aanpak", "resultaten") and not _must_tell(draft, leaf.loc[0]):
            yield draft.document.problem(leaf.loc, f"'{leaf.loc[0]}' is 'onbekend', maar dit veld is niet verplicht.", "Haal het veld weg.")


def summary_adds_to_title(draft: Draft, world: World) -> Iterator[Problem]:
    """De samenvatting zegt meer dan de titel."""
    title, summary = (set(_WORD.findall(fold(draft.text(key)))) for key in ("titel", "samenvatting"))
    if title and summary and summary <= title:
        message, remedy = "De samenvatting zegt niets meer dan de titel.", "Schrijf wat het is, voor wie het is en wat mensen eraan hebben."
        yield draft.document.problem(("samenvatting",), message, remedy)


def _must_tell(draft: Draft, key: object) -> bool:
    """Whether `submitted_is_agreed` asks for this field, so that leaving it out is no remedy."""
    return key == "geleerd" and draft.text("herkomst") == "ingezonden"
