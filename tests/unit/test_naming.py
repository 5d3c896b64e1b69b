"""Names as addresses, and Dutch alphabetical order."""

from __future__ import annotations

import re

import pytest

from macros.naming import fold, slugify, sort_key


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Coöperatie 't Hof", "cooperatie-t-hof"),
        ("ONS welzijn", "ons-welzijn"),
        ("Stichting Servicepunt & Tympaan-De Baat", "stichting-servicepunt-tympaan-de-baat"),
        ("IJsselmonde", "ijsselmonde"),
        ("Ĳsselmonde", "ijsselmonde"),
        ("Fryslân", "fryslan"),
        ("Straße 12½", "strasse-121-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("<script>", "script"),
        ("{{ x }}", "x"),
        ("日本", "zonder-naam"),
        ("", "zonder-naam"),
        ("--", "zonder-naam"),
    ],
)
def test_slugify(name: str, slug: str) -> None:
    """Only small letters, digits and single hyphens are left, and never nothing."""
    assert slugify(name) == slug
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", slugify(name))


def test_fold() -> None:
    """Without accents, in small letters."""
    assert fold("ÉÉN Café, Ñandú") == "een cafe, nandu"


def test_sort_order() -> None:
    """Digits first; capitals, accents, quotes and hyphens make no difference."""
    names = ["Zuid", "één", "Eén tafel", "'t Hof", "24 uur", "Taal-café", "taal bank", "Élan", "eland", "Taal Dorp", "taalcafé"]

    assert sorted(names, key=sort_key) == [
        "24 uur", "één", "Eén tafel", "Élan", "eland", "'t Hof", "taal bank", "Taal-café", "Taal Dorp", "taalcafé", "Zuid",
    ]  # fmt: skip
