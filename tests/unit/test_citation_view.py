"""The block below a page that says how to cite it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.catalogue import Catalogue, Item
from macros.citing import work
from macros.citing.styles import year_first
from macros.citing.work import Werk
from macros.render import Renderer
from macros.views.citation import citaat

HOSTILE = "<b>\"&{{ 7*7 }}{% raise %}'</b>"
SITE = "https://a.nl/b/"


def test_a_draft_has_its_own_address_and_the_date_of_the_last_event(small: Catalogue) -> None:
    """The date of the facts, of the last check or of the last change: whichever came last."""
    found = work.voorbeeld(small, small.by_slug["leefgoed"], SITE)

    assert (found.adres, found.datum, found.is_versie) == ("https://a.nl/b/voorbeelden/leefgoed/", "2026-11-01", False)


def test_a_published_entry_is_cited_by_its_version(small: Catalogue) -> None:
    """Also the second of a day, which has the same date."""
    known = replace(small, versies={"leefgoed": "2027-01-04-2"})
    found = work.voorbeeld(known, known.by_slug["leefgoed"], SITE)

    assert (found.adres, found.datum, found.is_versie) == ("https://a.nl/b/voorbeelden/leefgoed/versie/2027-01-04-2/", "2027-01-04", True)


@pytest.mark.parametrize(
    ("peildatum", "expected"), [("2024", "2024"), ("2024-03", "2024, maart"), ("2024-03-06", "2024, 6 maart")], ids=["year", "month", "day"]
)
def test_date_has_the_year_first(small: Catalogue, peildatum: str, expected: str) -> None:
    """As citations have it."""
    data = small.by_slug["leefgoed-keuken"].data.model_copy(update={"peildatum": peildatum, "gecontroleerd": None, "wijzigingen": ()})

    assert year_first(work.voorbeeld(small, Item("x", data), SITE).datum) == expected


def test_component_escapes(renderer: Renderer) -> None:
    """A title can hold anything."""
    html = renderer.render("citaat", citaat=citaat(Werk("x", HOSTILE, "https://a.nl/", "2026", is_versie=True), "voorbeeld"))

    assert html == (
        '<h3 id="citeren">Zo verwijs je naar deze pagina</h3>\n'
        '<p class="pw-citaat"><img class="pw-qr" src="qr.svg" alt="" loading="lazy">Praktijkwijzer Sociaal Werk.'
        " (2026). <cite>&lt;b&gt;&#34;&amp;{{ 7*7 }}{% raise %}&#39;&lt;/b&gt;</cite>. https://a.nl/</p>\n"
        '<p class="pw-vormen">Ook als <a href="voorbeeld.leidraad.txt">Leidraad</a>, <a href="voorbeeld.bib">BibTeX</a>,'
        ' <a href="voorbeeld.ris">RIS</a>, <a href="voorbeeld.csl.json">CSL</a>. <a href="versies/">Alle versies</a></p>'
    )
