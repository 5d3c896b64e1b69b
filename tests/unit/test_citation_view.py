"""How to cite a page: its date, its address, and the block that shows both."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from macros.catalogue import Catalogue, Item
from macros.render import Renderer
from macros.views.citation import Citaat, citaat

HOSTILE = "<b>\"&{{ 7*7 }}{% raise %}'</b>"


def test_full_address_and_date_of_the_last_event(small: Catalogue) -> None:
    """The date of the facts, of the last check or of the last change: whichever came last."""
    assert citaat(small.by_slug["leefgoed"], "https://a.nl/b/") == Citaat("2026, 1 november", "https://a.nl/b/voorbeelden/leefgoed/")


@pytest.mark.parametrize(
    ("peildatum", "expected"), [("2024", "2024"), ("2024-03", "2024, maart"), ("2024-03-06", "2024, 6 maart")], ids=["year", "month", "day"]
)
def test_date_has_the_year_first(small: Catalogue, peildatum: str, expected: str) -> None:
    """As citations have it."""
    data = small.by_slug["leefgoed-keuken"].data.model_copy(update={"peildatum": peildatum, "gecontroleerd": None, "wijzigingen": ()})

    assert citaat(Item("x", data), "https://a.nl/").datum == expected


def test_component_escapes(renderer: Renderer) -> None:
    """A title can hold anything."""
    html = renderer.render("citaat", pagina=SimpleNamespace(titel=HOSTILE, citaat=Citaat("2026", "https://a.nl/")))

    assert html == (
        '<h3 id="citeren">Zo verwijs je naar deze pagina</h3>\n'
        '<p class="pw-citaat"><img class="pw-qr" src="qr.svg" alt="" loading="lazy">Praktijkwijzer Sociaal Werk.'
        " (2026). <cite>&lt;b&gt;&#34;&amp;{{ 7*7 }}{% raise %}&#39;&lt;/b&gt;</cite>. https://a.nl/</p>"
    )
