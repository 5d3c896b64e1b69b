"""Collections: handwritten pages in `docs/verzamelingen/` that put entries side by side, as far as other pages show them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_CARDS = re.compile(r"\{\{ *voorbeeldkaarten\(([^)]*)\) *\}\}")
_SLUG = re.compile(r"[\"']([a-z0-9-]+)[\"']")


_PART = re.compile(r"(?=<h[23] id=)")
_REASON_AND_CARDS = re.compile(r"(<h3 id=.*?)(<ul class=\"pw-kaarten\">.*?</ul>)", re.DOTALL)


@dataclass(frozen=True)
class Verzameling:
    """A collection: its id, title and description, and the slugs of its entries, each once, in the order of the page."""

    slug: str
    titel: str
    omschrijving: str
    slugs: tuple[str, ...]


def parse_collection(slug: str, text: str) -> Verzameling | None:
    """The collection on a page; nothing when the page has no title of its own."""
    if not (front := _FRONT.match(text)):
        return None
    try:
        # all values stay what was typed
        head = yaml.load(front[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(head, dict) or not isinstance(titel := head.get("title"), str):
        return None
    slugs = (found for call in _CARDS.findall(text) for found in _SLUG.findall(call))
    return Verzameling(slug, titel, str(head.get("description", "")), tuple(dict.fromkeys(slugs)))


def cards_beside_reasons(html: str) -> str:
    """The HTML of a collection with every card in one section with its heading and reason, so that they can stand side by side."""
    return "".join(
        _REASON_AND_CARDS.sub(r'<section class="pw-keuze"><div>\1</div>\2</section>', part, count=1) for part in _PART.split(html)
    )
