"""What many pages share: a term as a link, an entry as a card, numbers of entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.drawings.signs import sign
from macros.model.scalars import ONBEKEND


@dataclass(frozen=True)
class Tag:
    """A term: its label, its page (empty when no entry has it), and its id for filters."""

    label: str
    adres: str
    id: str


@dataclass(frozen=True)
class Kaart:
    """An entry as a card in a list."""

    adres: str
    titel: str
    samenvatting: str
    soort: str
    plaats: str
    fase: str
    thema: str
    thema_id: str
    omslag: str
    peildatum: str
    verouderd: bool
    slug: str


@dataclass(frozen=True)
class Telling:
    """A term with its number of entries, for an overview; a theme has its drawn sign too."""

    id: str
    label: str
    uitleg: str
    adres: str
    aantal: int
    teken: Markup


FILTERS = {
    "themas": "thema",
    "doelgroepen": "doelgroep",
    "werkvormen": "werkvorm",
    "wetten": "wet",
    "provincies": "provincie",
    "gemeenten": "gemeente",
    "fasen": "fase",
}
"""The name of a list as a filter, in the search index and in the address of the catalogue page."""

_PASSING = {"idee", "voorbereiding", "pilot", "uitvoering"}

SOORTEN = {"praktijk": "Praktijk", "werkwijze": "Werkwijze"}


def kaarten(catalogue: Catalogue, items: Iterable[Item]) -> tuple[Kaart, ...]:
    """Cards for entries, in the order given."""
    return tuple(kaart(catalogue, item) for item in items)


def kaart(catalogue: Catalogue, item: Item) -> Kaart:
    """The card of one entry."""
    data = item.data
    return Kaart(
        addresses.voorbeeld(item.slug),
        data.titel,
        data.samenvatting,
        SOORTEN[data.type],
        plaats_in_words(catalogue, item),
        fase_in_words(catalogue, item),
        catalogue.lijsten["themas"].label(data.themas[0]),
        data.themas[0],
        addresses.omslag(item.slug),
        in_words(data.peildatum),
        catalogue.is_stale(item),
        item.slug,
    )


def fase_in_words(catalogue: Catalogue, item: Item) -> str:
    """The phase, with its year when the facts are old: `In uitvoering (in 2013)`; nothing when it is unknown."""
    data = item.data
    if data.fase == ONBEKEND:
        return ""
    label = catalogue.lijsten["fasen"].label(data.fase)
    return f"{label} (in {data.peildatum[:4]})" if data.fase in _PASSING and catalogue.is_stale(item) else label


def tags(catalogue: Catalogue, lijst: str, keys: Iterable[str]) -> tuple[Tag, ...]:
    """Terms as links to their pages."""
    label = catalogue.lijsten[lijst].label
    return tuple(Tag(label(key), addresses.term(lijst, key) if catalogue.with_term(lijst, key) else "", key) for key in keys)


def plaats_in_words(catalogue: Catalogue, item: Item) -> str:
    """Where it is, short: `Veghel (Meierijstad)`, `Utrecht, Overvecht`, `Best en 3 andere gemeenten`, `Landelijk`."""
    where = item.data.plaats
    if where is None:
        return "Landelijk"
    first, *others = (catalogue.lijsten["gemeenten"].label(key) for key in where.gemeenten)
    if len(others) > 2:
        return f"{first} en {len(others)} andere gemeenten"
    together = " en ".join([", ".join([first, *others[:-1]]), others[-1]]) if others else first
    if where.plaats and where.plaats not in (first, *others):
        return f"{where.plaats} ({together})"
    return f"{together}, {where.wijk}" if where.wijk else together


def tellingen(catalogue: Catalogue, lijst: str) -> tuple[Telling, ...]:
    """All terms of a facet that have entries, with their number."""
    terms = catalogue.lijsten[lijst]
    return tuple(
        Telling(
            key,
            terms.label(key),
            terms[key].uitleg,
            addresses.term(lijst, key),
            len(catalogue.with_term(lijst, key)),
            sign(key) if lijst == "themas" else Markup(),
        )
        for key in catalogue.used_terms(lijst)
    )


def voorbeelden(number: int) -> str:
    """A number of entries in words."""
    return "1 voorbeeld" if number == 1 else f"{number or 'geen'} voorbeelden"


def in_pages(items: Sequence[Item], size: int = 48) -> tuple[Sequence[Item], ...]:
    """A long list in pages; an empty list is one empty page."""
    return tuple(items[start : start + size] for start in range(0, len(items), size)) or ((),)
