"""Where the entries are: the map, the same as a list, and what is near a municipality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.drawings.netherlands import DIJKEN, HEEL, MIDDEN, ZEE, Groep, Stip, groepen, schaal, stippen_pad, straal, vak
from macros.geodata import afstand, gemeentepunten, vormen
from macros.naming import sort_key
from macros.views.cards import Tag, voorbeelden

MOST_TITLES = 220
"""How many entries the list names at most; beyond it, each municipality names fewer."""


@dataclass(frozen=True)
class Merk:
    """A municipality on the map. `bij` are those that it stands for on the whole map, and `samen` counts their entries and its own."""

    id: str
    naam: str
    adres: str
    x: int
    y: int
    aantal: int
    samen: int = 0
    bij: tuple[Merk, ...] = ()

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
    """The map: which part of the drawing is shown and how much smaller marks are in it, the dikes, the sea, all marks as dots,
    the provinces."""

    vak: str
    schaal: float
    dijken: str
    zee: str
    stippen: str
    provincies: tuple[Provincievorm, ...]


@dataclass(frozen=True)
class Buur:
    """A municipality with entries near another: how far, and how many entries."""

    gemeente: Tag
    afstand: str
    aantal: str


@dataclass(frozen=True)
class Plek:
    """A municipality in the list: some of its entries, and how many more its own page has."""

    gemeente: Tag
    titels: tuple[tuple[str, str], ...]
    meer: int


@dataclass(frozen=True)
class Streek:
    """A province in the list, with its municipalities in Dutch order."""

    provincie: Tag
    aantal: str
    plekken: tuple[Plek, ...]


def landkaart(catalogue: Catalogue, provincie: str = "", *, klein: bool = False) -> Landkaart:
    """The map of all entries; with a province, only that part of it with the marks of that province."""
    shapes = vormen()
    stippen = _stippen(catalogue)
    if provincie:
        merken = [_merk(catalogue, stip) for stip in stippen]
    else:
        merken = [_groepsmerk(catalogue, groep) for groep in groepen(stippen)]
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
    shown = vak(shapes.groot[provincie]) if provincie else HEEL
    return Landkaart(_numbers(shown), schaal(shown), DIJKEN, ZEE, stippen_pad(stippen), provinces)


def streken(catalogue: Catalogue) -> tuple[Streek, ...]:
    """The same as the map in words: province, municipality, entries."""
    found = []
    numbers = [len(catalogue.with_term("gemeenten", key)) for key in catalogue.used_terms("gemeenten")]
    most = next(most for most in (4, 3, 2, 1, 0) if sum(min(number, most) for number in numbers) <= MOST_TITLES)
    for key in catalogue.used_terms("provincies"):
        places = [gemeente for gemeente in catalogue.used_terms("gemeenten") if _provincie(catalogue, gemeente) == key]
        places.sort(key=lambda gemeente: sort_key(catalogue.lijsten["gemeenten"].label(gemeente)))
        province = Tag(catalogue.lijsten["provincies"].label(key), addresses.term("provincies", key), key)
        aantal = voorbeelden(len(catalogue.with_term("provincies", key)))
        found.append(Streek(province, aantal, tuple(_plek(catalogue, gemeente, most) for gemeente in places)))
    return tuple(found)


def landelijk(catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Entries without a place: title and address."""
    return _titles([item for item in catalogue.items if item.data.plaats is None])


def in_de_buurt(catalogue: Catalogue, gemeente: str, most: int = 5) -> tuple[Buur, ...]:
    """The nearest other municipalities with entries, nearest first."""
    points = gemeentepunten()
    if gemeente not in points:
        return ()
    others = [key for key in catalogue.used_terms("gemeenten") if key in points and key != gemeente]
    far = {key: afstand(points[gemeente], points[key]) for key in others}
    return tuple(
        Buur(
            Tag(catalogue.lijsten["gemeenten"].label(key), addresses.term("gemeenten", key), key),
            f"{max(1, round(far[key]))} km verderop",
            voorbeelden(len(catalogue.with_term("gemeenten", key))),
        )
        for key in sorted(others, key=lambda key: (far[key], key))[:most]
    )


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


def _plek(catalogue: Catalogue, gemeente: str, most: int) -> Plek:
    items = catalogue.with_term("gemeenten", gemeente)
    name = catalogue.lijsten["gemeenten"].label(gemeente)
    return Plek(Tag(name, addresses.term("gemeenten", gemeente), gemeente), _titles(items[:most]), max(0, len(items) - most))


def _titles(items: Sequence[Item]) -> tuple[tuple[str, str], ...]:
    return tuple((item.data.titel, addresses.voorbeeld(item.slug)) for item in items)


def _provincie(catalogue: Catalogue, gemeente: str) -> str:
    found: str = getattr(catalogue.lijsten["gemeenten"][gemeente], "provincie", "")
    return found


def _numbers(numbers: Sequence[int]) -> str:
    return " ".join(str(number) for number in numbers)
