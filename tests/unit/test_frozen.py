"""An old file is shown without the model, so whatever it holds."""

from __future__ import annotations

from typing import Any

import pytest

from macros.versions.frozen import read_old


@pytest.mark.parametrize(
    ("taal", "shown"),
    [
        ("en", "<span lang=en>Four &lt;more&gt; years!</span>"),
        ("", "Four &lt;more&gt; years!"),
        ("en onclick=x", "Four &lt;more&gt; years!"),
        (["en"], "Four &lt;more&gt; years!"),
    ],
    ids=["known", "none", "hostile", "a list"],
)
def test_a_source_keeps_the_language_of_its_title(taal: Any, shown: str) -> None:
    """When it looks like a language; it becomes an attribute without quotes."""
    source = {"titel": "Four <more> years!", "uitgever": "A & B", "datum": "2024", "taal": taal}

    assert read_old({"bronnen": [source]}, {}).bronnen == (f"{shown}. A &amp; B. 2024.",)
