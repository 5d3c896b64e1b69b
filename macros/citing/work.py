"""What of this site can be cited: an entry, a knowledge page, a collection. Each as one value, whatever the form."""

from __future__ import annotations

from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item, KennisItem
from macros.collections import Verzameling

NAAM = "Praktijkwijzer Sociaal Werk"
"""The site: publisher of every page, and its author, for no page has a person's name on it."""


@dataclass(frozen=True)
class Werk:
    """Something that can be cited. A person is written `Vries, P. de`, an organisation without a comma."""

    sleutel: str
    """What tells it from all other works: `voorbeeld-leefgoed-veghel`."""
    titel: str
    adres: str
    datum: str = ""
    """Of publication or of the last change: `2027-01-04`, `2027-01`, `2027` or nothing."""
    auteurs: tuple[str, ...] = (NAAM,)
    site: str = NAAM
    samenvatting: str = ""
    is_versie: bool = False
    """Whether the address is that of a version, which never changes."""

    @property
    def verschenen_in(self) -> str:
        """The site as the place of publication; nothing where it is the author, for then it would be named twice."""
        return "" if self.site in self.auteurs else self.site


def voorbeeld(catalogue: Catalogue, item: Item, site: str) -> Werk:
    """An entry on a site at that address (ending in `/`): the version that readers see, which stays as it is.

    Of a draft, which has no version, the date is that of the last thing that happened to it.
    """
    data = item.data
    version = catalogue.versies.get(item.slug, "")
    dates = [data.peildatum, *(change.datum for change in data.wijzigingen), *([data.gecontroleerd.datum] if data.gecontroleerd else [])]
    return Werk(
        f"voorbeeld-{item.slug}",
        data.titel,
        site + (addresses.versie(item.slug, version) if version else addresses.voorbeeld(item.slug)),
        version[:10] or max(dates),
        samenvatting=data.samenvatting,
        is_versie=bool(version),
    )


def kennispagina(page: KennisItem, site: str) -> Werk:
    """A knowledge page, dated by its facts."""
    return Werk(
        f"kennis-{page.slug}",
        page.data.titel,
        site + addresses.kennis(page.slug),
        page.data.peildatum,
        samenvatting=page.data.samenvatting,
    )


def verzameling(collection: Verzameling, site: str) -> Werk:
    """A collection. It has no date of its own."""
    address = site + addresses.verzameling(collection.slug)
    return Werk(f"verzameling-{collection.slug}", collection.titel, address, samenvatting=collection.omschrijving)
