"""The macros for page authors and for generated pages.

Each macro looks up views in the catalogue and renders one component. What they take and show is
explained to authors in `docs/meedoen/macros.md`, which a test keeps complete.
"""

from __future__ import annotations

from macros.page_macros.context import Omgeving
from macros.page_macros.for_authors import ForAuthors
from macros.page_macros.for_generated import ForGenerated
from macros.page_macros.for_reference import ForReference

__all__ = ["Macros", "Omgeving", "macro_names"]

_KINDS = (ForAuthors, ForReference, ForGenerated)


class Macros(ForAuthors, ForReference, ForGenerated):
    """Every public method is a macro."""


def macro_names() -> list[str]:
    """The names of all macros, those for authors first."""
    return [name for kind in _KINDS for name, value in vars(kind).items() if callable(value) and not name.startswith("_")]
