"""The drawings above the preview in the form: for each kind and theme one, as the slug of a new entry is not known yet."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue
from macros.drawings.cover import cover
from macros.model.entry import KINDS


def cover_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and content of each."""
    for soort in KINDS:
        for thema in catalogue.lijsten["themas"]:
            yield addresses.formulieromslag(soort, thema), cover(thema, soort, thema, "uitvoering", None)
