"""Where the entries are: the map, and the same as a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.drawings.netherlands import (
    BINNENWATER,
    DIJKEN,
    HEEL,
    MIDDEN,
    ZEE,
    Groep,
    Stip,
    benoemd,
    groepen,
    schaal,
    stippen_pad,
    straal,
    vak,
)
from macros.geodata import gemeentepunten, vormen
from macros.naming import sort_key
from macros.views.cards import Tag, tags, voorbeelden

MOST_TITLES = 105
"""How many entries of one municipality the list names in all; beyond it, each municipality names fewer."""

MOST_LANDELIJK = 12
"""How many national entries the list names, newest facts first."""


@dataclass(frozen=True)
class Merk:
    """A municipality on the map. `bij` are those that it stands for on the whole map, and `samen` counts their entries and its own.

    On the map of a province, `benoemd` tells whether there is room for its name.
    """

    id: str
    naam: str
    adres: str
    x: int
    y: int
    aantal: int
    samen: int = 0
    bij: tuple[Merk, ...] = ()
    benoemd: bool = True

    @property
    def straal(self) -> int:
        """The radius of its mark."""
        return straal(self.samen or self.aantal)


@dataclass(frozen=True)
class Provincievorm:
    """A province on the map: its shape, where its number stands, the part of the drawing around it, and its marks, largest first."""

    id: str
    naam: str
    adres: str
    vorm: str
    aantal: int
    x: int
    y: int
    vak: str
    gekozen: bool
    merken: tuple[Merk, ...]


@dataclass(frozen=True)
class Landkaart:
    """The map: the part of the drawing that is shown, how much smaller marks are in it, dikes and water, all marks as dots, provinces."""

    vak: str
    schaal: float
    dijken: str
    zee: str
    binnenwater: str
    stippen: str
    provincies: tuple[Provincievorm, ...]


@dataclass(frozen=True)
class Plek:
    """A municipality in the list: some of its entries, and how many more its own page has."""

    gemeente: Tag
    titels: tuple[tuple[str, str], ...]
    meer: int


@dataclass(frozen=True)
class Gedeeld:
    """An entry in several municipalities of one province: it stands in the list once. Municipalities are links at their first mention."""

    titel: str
    adres: str
    gemeenten: tuple[Tag, ...]


@dataclass(frozen=True)
class Streek:
    """A province in the list, with its municipalities in Dutch order."""

    provincie: Tag
    aantal: str
    plekken: tuple[Plek, ...]
    gedeeld: tuple[Gedeeld, ...]


def landkaart(catalogue: Catalogue, provincie: str = "", *, klein: bool = False) -> Landkaart:
    """The map of all entries; with a province, only that part of it with the marks of that province."""
    shapes = vormen()
    stippen = _stippen(catalogue)
    shown = vak(shapes.groot[provincie]) if provincie else HEEL
    chosen = [stip for stip in stippen if provincie in ("", _provincie(catalogue, stip.id))]
    merken = [_groepsmerk(catalogue, groep) for groep in groepen(chosen, shown)]
    if provincie:
        named = benoemd([(merk.naam, merk.x, merk.y, merk.straal) for merk in merken], schaal(shown))
        merken = [replace(merk, benoemd=merk.naam in named) for merk in merken]
    provinces = tuple(
        Provincievorm(
            key,
            catalogue.lijsten["provincies"].label(key) if key in catalogue.lijsten["provincies"] else key,
            addresses.term("provincies", key) if catalogue.with_term("provincies", key) else "",
            (shapes.klein if klein else shapes.groot)[key],
            len(catalogue.with_term("provincies", key)),
            *MIDDEN[key],
            _numbers(vak(shapes.groot[key])),
            key == provincie,
            tuple(merk for merk in merken if _provincie(catalogue, merk.id) == key),
        )
        for key in shapes.groot
    )
    return Landkaart(_numbers(shown), schaal(shown), DIJKEN, ZEE, BINNENWATER, stippen_pad(stippen), provinces)


def streken(catalogue: Catalogue) -> tuple[Streek, ...]:
    """The same as the map in words: province, municipality, entries."""
    per_place = {key: _alone(catalogue, key) for key in catalogue.used_terms("gemeenten")}
    most = next(most for most in (20, 10, 5, 3, 2, 1, 0) if sum(min(len(items), most) for items in per_place.values()) <= MOST_TITLES)
    return tuple(_streek(catalogue, key, per_place, most) for key in catalogue.used_terms("provincies"))


def _streek(catalogue: Catalogue, provincie: str, per_place: Mapping[str, Sequence[Item]], most: int) -> Streek:
    places = [key for key in _in_order(catalogue, per_place) if per_place[key] and _provincie(catalogue, key) == provincie]
    shared, linked = [], set(places)
    for item in catalogue.with_term("provincies", provincie):
        if len(among := _among(catalogue, item, provincie)) > 1:
            found = tags(catalogue, "gemeenten", _in_order(catalogue, among))
            once = tuple(replace(tag, adres="") if tag.id in linked else tag for tag in found)
            shared.append(Gedeeld(item.data.titel, addresses.voorbeeld(item.slug), once))
            linked.update(among)
    return Streek(
        Tag(catalogue.lijsten["provincies"].label(provincie), addresses.term("provincies", provincie), provincie),
        voorbeelden(len(catalogue.with_term("provincies", provincie))),
        tuple(
            Plek(tags(catalogue, "gemeenten", [key])[0], _titles(per_place[key][:most]), max(0, len(per_place[key]) - most))
            for key in places
        ),
        tuple(shared),
    )


def _alone(catalogue: Catalogue, gemeente: str) -> Sequence[Item]:
    """The entries that are in no other municipality of the same province."""
    provincie = _provincie(catalogue, gemeente)
    return [item for item in catalogue.with_term("gemeenten", gemeente) if len(_among(catalogue, item, provincie)) == 1]


def _among(catalogue: Catalogue, item: Item, provincie: str) -> Sequence[str]:
    return [key for key in catalogue.terms(item, "gemeenten") if _provincie(catalogue, key) == provincie]


def _in_order(catalogue: Catalogue, gemeenten: Iterable[str]) -> Sequence[str]:
    return sorted(gemeenten, key=lambda key: sort_key(catalogue.lijsten["gemeenten"].label(key)))


def landelijk(catalogue: Catalogue) -> tuple[tuple[tuple[str, str], ...], int]:
    """Entries without a place: titles and addresses of those with the newest facts, and how many there are in all."""
    found = [item for item in catalogue.items if item.data.plaats is None]
    newest = sorted(found, key=lambda item: item.data.peildatum, reverse=True)[:MOST_LANDELIJK]
    return _titles([item for item in found if item in newest]), len(found)


def _stippen(catalogue: Catalogue) -> list[Stip]:
    points = gemeentepunten()
    found = []
    for key in catalogue.used_terms("gemeenten"):
        if key in points:
            x, y = vormen().project(points[key])
            found.append(Stip(key, round(x), round(y), len(catalogue.with_term("gemeenten", key))))
    return found


def _groepsmerk(catalogue: Catalogue, groep: Groep) -> Merk:
    bij = tuple(_merk(catalogue, stip) for stip in groep.leden[1:])
    together = {item.slug for stip in groep.leden for item in catalogue.with_term("gemeenten", stip.id)}
    return replace(_merk(catalogue, groep.hoofd), samen=len(together) if bij else 0, bij=bij)


def _merk(catalogue: Catalogue, stip: Stip) -> Merk:
    name = catalogue.lijsten["gemeenten"].label(stip.id)
    return Merk(stip.id, name, addresses.term("gemeenten", stip.id), stip.x, stip.y, stip.aantal)


def _titles(items: Sequence[Item]) -> tuple[tuple[str, str], ...]:
    return tuple((item.data.titel, addresses.voorbeeld(item.slug)) for item in items)


def _provincie(catalogue: Catalogue, gemeente: str) -> str:
    found: str = getattr(catalogue.lijsten["gemeenten"][gemeente], "provincie", "")
    return found


def _numbers(numbers: Sequence[int]) -> str:
    return " ".join(str(number) for number in numbers)
