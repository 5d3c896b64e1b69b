"""Addresses: the shorter way to another page, and where a field can be filled in."""

from __future__ import annotations

import pytest

from macros import addresses


@pytest.mark.parametrize(
    ("address", "html", "expected"),
    [
        ("voorbeelden/x/", '<a href="../../voorbeelden/y/">', '<a href="../y/">'),
        ("voorbeelden/x/", '<a href="../../voorbeelden/">', '<a href="../">'),
        ("voorbeelden/x/", '<a href="../../themas/y/">', '<a href="../../themas/y/">'),
        ("voorbeelden/x/", "<p>../../voorbeelden/y/", "<p>../../voorbeelden/y/"),
        ("voorbeelden/pagina/2/", '<a href="../../../voorbeelden/y/">', '<a href="../../y/">'),
        ("voorbeelden/", '<a href="../voorbeelden/y/">', '<a href="./y/">'),
        ("", '<a href="voorbeelden/y/">', '<a href="voorbeelden/y/">'),
    ],
)
def test_the_shorter_way(address: str, html: str, expected: str) -> None:
    """Within its own part of the site a page need not go back to the root."""
    assert addresses.shorten(html, address) == expected


def test_filling_in_a_field() -> None:
    """The entry and the field stand in the address, for a form to read."""
    assert addresses.aanvullen("leefgoed-veghel", "kosten") == "meedoen/formulier/?voorbeeld=leefgoed-veghel&veld=kosten"
