"""Who made the data and what one may do with it: the line that stands in every file."""

from __future__ import annotations

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.citing import work

NAAM = work.NAAM
LICENTIE = "CC BY 4.0"
LICENTIE_ADRES = "https://creativecommons.org/licenses/by/4.0/"
VERSIE = "1"
"""Of the form of the data: a change that breaks readers makes it 2, in a folder of its own."""


def naamsvermelding(site_url: str) -> str:
    """The line that who uses the data can copy."""
    return f"{NAAM}, {LICENTIE}, {site_url}"


def naamsvermelding_bij(item: Item, site_url: str) -> str:
    """The same for one entry."""
    return f"{item.data.titel}, {NAAM}, {LICENTIE}, {site_url}{addresses.voorbeeld(item.slug)}"


def bijgewerkt(catalogue: Catalogue) -> str:
    """The last day on which an entry changed, or the date of its newest facts: `jjjj-mm-dd`, `jjjj-mm` or `jjjj`."""
    dates = [item.data.peildatum for item in catalogue.items]
    dates += [change.datum for item in catalogue.items for change in item.data.wijzigingen]
    dates += [item.data.gecontroleerd.datum for item in catalogue.items if item.data.gecontroleerd]
    return max(dates, default="")
