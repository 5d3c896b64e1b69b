"""Handwritten pages as search documents, from the finished HTML of a site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import lxml.html

from macros.finding.documents import Zoekdocument


def handwritten(pages: Mapping[str, bytes]) -> Iterator[Zoekdocument]:
    """A document for each page: address → HTML. Cards of entries on it say little about the page itself."""
    for address, html in sorted(pages.items()):
        tree = lxml.html.document_fromstring(html.decode("utf-8"))
        (main,) = tree.xpath("//main")
        heading = " ".join(main.xpath("string(.//h1)").split()).removesuffix("¶").strip()
        about = tree.xpath("string(//meta[@name='description']/@content)")
        cards = " ".join(" ".join(card.text_content().split()) for card in main.xpath(".//*[contains(@class, 'pw-kaart__titel')]"))
        for card in main.xpath(".//*[contains(concat(' ', @class, ' '), ' pw-kaart ')]"):
            card.drop_tree()
        text = " ".join(main.text_content().split())
        soort = "Verzameling" if address.startswith("verzamelingen/") else "Pagina"
        fields = (("titel", heading), ("samenvatting", about), ("tekst", text), ("overig", cards))
        yield Zoekdocument(address, soort, heading, about, fields)
