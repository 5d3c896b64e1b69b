"""How people name an entry in what they write."""

from __future__ import annotations

import pytest

from macros.catalogue import Catalogue
from macros.views.reuse import VORMEN, verwijzing

SITE = "https://gids.example/"


@pytest.mark.parametrize(
    ("vorm", "text"),
    [
        (
            "voetnoot",
            "‘Taalcafé in Groningen’, Praktijkwijzer Sociaal Werk (online, bijgewerkt 30 juni 2021), "
            "gids.example/voorbeelden/taalcafe-groningen/.",
        ),
        ("lopend", "‘Taalcafé in Groningen’, Groningen, stand van 30 juni 2021 (https://gids.example/voorbeelden/taalcafe-groningen/)"),
        (
            "literatuurlijst",
            "Praktijkwijzer Sociaal Werk. (2021, 30 juni). Taalcafé in Groningen. https://gids.example/voorbeelden/taalcafe-groningen/",
        ),
    ],
)
def test_reference(small: Catalogue, vorm: str, text: str) -> None:
    """Who, what, of when, and where it stays."""
    assert verwijzing(small, small.by_slug["taalcafe-groningen"], vorm, SITE) == text
    assert vorm in VORMEN
