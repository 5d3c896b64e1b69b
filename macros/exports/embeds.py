"""What others show on their own site: a slim page per entry and per term, for an `iframe`.

Without script, cookie or anything from elsewhere: `overrides/components/insluiten.html` with a stylesheet of its own. A look
is chosen by the part of the address after `#`.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue
from macros.dates import in_words
from macros.exports.open_data.attribution import LICENTIE_ADRES
from macros.render import Renderer
from macros.views.cards import kaart, plaats_in_words, voorbeelden

LISTED = 6
"""Entries in a list; a link leads to the rest."""


def embed_files(catalogue: Catalogue, renderer: Renderer, stylesheet: str) -> Iterator[tuple[str, str]]:
    """Path and content of every page. `stylesheet` is its path from the root of the site."""
    shared = {"basis": "../../", "stijl": stylesheet, "licentie": LICENTIE_ADRES}
    for item in catalogue.items:
        page = renderer.render("insluiten", **shared, titel=item.data.titel, kaart=kaart(catalogue, item), adres="", aantal="", regels=())
        yield addresses.ingesloten("voorbeelden", item.slug), f"{page}\n"
    for lijst in addresses.FACETS:
        for key in catalogue.used_terms(lijst):
            items = catalogue.with_term(lijst, key)
            newest = sorted(items, key=lambda item: item.data.peildatum, reverse=True)[:LISTED]
            rows = [
                (addresses.voorbeeld(item.slug), item.data.titel, plaats_in_words(catalogue, item), in_words(item.data.peildatum))
                for item in newest
            ]
            title = catalogue.lijsten[lijst].label(key)
            page = renderer.render(
                "insluiten",
                **shared,
                titel=title,
                kaart=None,
                adres=addresses.term(lijst, key),
                aantal=voorbeelden(len(items)),
                regels=rows,
            )
            yield addresses.ingesloten(lijst, key), f"{page}\n"
