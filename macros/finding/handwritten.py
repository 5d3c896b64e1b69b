"""Handwritten pages as search documents, from the finished HTML of a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import lxml.html
from lxml.html import HtmlElement

from macros.finding.documents import Zoekdocument


def handwritten(pages: Mapping[str, bytes]) -> Iterator[Zoekdocument]:
    """A document for each page: address → HTML. Cards of entries on it say little about the page itself."""
    for address, html in sorted(pages.items()):
        tree: HtmlElement = lxml.html.document_fromstring(html.decode("utf-8"))
        main = next(tree.iter("main"))
        heading = next((_text(found) for found in main.iter("h1")), address)
        about = next((str(meta.get("content")) for meta in tree.iter("meta") if meta.get("name") == "description"), "")
        cards = [element for element in main.iter() if "pw-kaart" in (element.get("class") or "").split()]
        titles = ". ".join(_text(title) for card in cards for title in card.iter("h2", "h3"))
        for card in cards:
            card.drop_tree()
        fields = (("titel", heading), ("samenvatting", about), ("tekst", _text(main)), ("overig", titles))
        yield Zoekdocument(address, "Verzameling" if address.startswith("verzamelingen/") else "Pagina", heading, about, fields)


def _text(element: HtmlElement) -> str:
    return " ".join(" ".join(str(piece) for piece in element.itertext()).split())
