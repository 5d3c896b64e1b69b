"""Where everything lives on the site. Addresses have no leading slash and end in one.

An address that was ever published keeps working (design, section 3), so change nothing here lightly.
"""

from __future__ import annotations

FACETS = ("themas", "doelgroepen", "werkvormen", "wetten", "provincies", "gemeenten")
"""The lists whose terms have a page of their own, at `/<list>/<id>/`."""


def voorbeeld(slug: str) -> str:
    """The page of an entry."""
    return f"voorbeelden/{slug}/"


def omslag(slug: str) -> str:
    """The cover drawing of an entry."""
    return f"voorbeelden/{slug}/omslag.svg"


def catalogusmap(versie: str) -> str:
    """The folder with what the script of the catalogue page reads: its table, the slugs, the cards."""
    return f"voorbeelden/tabel-{versie}/"


def kennis(slug: str) -> str:
    """A knowledge page."""
    return f"kennis/{slug}/"


def term(lijst: str, key: str) -> str:
    """The page of a term: `themas/eenzaamheid/`."""
    return f"{lijst}/{key}/"


def organisatie(slug: str) -> str:
    """The page of an organisation."""
    return f"organisaties/{slug}/"


def numbered(address: str, page: int) -> str:
    """The address of a later page of a long list; the first page is the list itself."""
    return address if page == 1 else f"{address}pagina/{page}/"


def to_root(address: str) -> str:
    """The relative path from a page to the root of the site: `voorbeelden/x/` → `../../`."""
    return "../" * address.count("/")
