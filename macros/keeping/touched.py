"""Which pages show an entry, as far as that can be told without making them."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.model.entry import Praktijk
from macros.naming import slugify
from macros.pages import Pagina, pages
from macros.views.catalogue import ON_A_PAGE
from macros.views.lists import A_LIST


def touched(before: Catalogue, after: Catalogue, slug: str) -> Iterator[Pagina]:
    """The other pages that name an entry or did so before: its relations, and of the lists in which it stands the page with its card.

    An entry that moves in a list moves others to the next page; those are left to the whole build that follows.
    """
    shown = {address for catalogue in (before, after) if slug in catalogue.by_slug for address in _shown(catalogue, slug)}
    yield from (page for page in pages(after) if page.adres in shown - {addresses.voorbeeld(slug)})


def _shown(catalogue: Catalogue, slug: str) -> Iterator[str]:
    item = catalogue.by_slug[slug]
    data = item.data
    yield _numbered("voorbeelden/", catalogue.items, item, ON_A_PAGE)
    for lijst in addresses.FACETS:
        for key in catalogue.terms(item, lijst):
            methods_first = sorted(catalogue.with_term(lijst, key), key=lambda other: other.is_praktijk)
            yield _numbered(addresses.term(lijst, key), methods_first, item, A_LIST)
    for party in data.organisaties:
        yield addresses.organisatie(slugify(catalogue.organisatienaam(party.naam)))
    whole = (data.werkwijze, data.onderdeel_van) if isinstance(data, Praktijk) else ()
    near = (*catalogue.praktijken_van(slug), *catalogue.onderdelen_van(slug), *catalogue.verwant(item))
    yield from (addresses.voorbeeld(other) for other in (*filter(None, whole), *(other.slug for other in near)))


def _numbered(address: str, items: tuple[Item, ...] | list[Item], item: Item, size: int) -> str:
    place = next(place for place, other in enumerate(items) if other is item)
    return addresses.numbered(address, place // size + 1)
