"""How to cite the page of an entry: its date and its permanent address."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Item
from macros.dates import MAANDEN


@dataclass(frozen=True)
class Citaat:
    """The date as a citation has it (year first) and the permanent address in full."""

    datum: str
    adres: str
    is_versie: bool = False
    """Whether that address is of a version, which stays as it is."""


def citaat(item: Item, site: str, versie: str = "") -> Citaat:
    """For a site at this address (ending in `/`): the version that readers see, which stays as it is.

    Of a page without a version (a draft) the date is that of the last thing that happened to it.
    """
    data = item.data
    if versie:
        return Citaat(_year_first(versie[:10]), site + addresses.versie(item.slug, versie), True)
    dates = [data.peildatum, *(change.datum for change in data.wijzigingen), *([data.gecontroleerd.datum] if data.gecontroleerd else [])]
    return Citaat(_year_first(max(dates)), site + addresses.voorbeeld(item.slug))


def _year_first(value: str) -> str:
    """`2024-03-26` → 2024, 26 maart; `2024-03` → 2024, maart; `2024` → 2024."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = MAANDEN[int(rest[0]) - 1]
    return f"{year}, {int(rest[1])} {month}" if len(rest) > 1 else f"{year}, {month}"


def in_tekst(item: Item, site: str, versie: str = "") -> str:
    """The whole citation as plain text, for lists and data: `Praktijkwijzer Sociaal Werk. (2023, oktober). Titel. https://…`."""
    found = citaat(item, site, versie)
    stop = "" if item.data.titel.endswith(("?", "!", ".", "…")) else "."
    return f"Praktijkwijzer Sociaal Werk. ({found.datum}). {item.data.titel}{stop} {found.adres}"
