"""The facts of an entry at a glance: where, who, for whom, since when, who pays, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words, is_past
from macros.model.entry import Praktijk
from macros.naming import slugify
from macros.views.cards import Tag, tags


@dataclass(frozen=True)
class Feit:
    """One line of the facts at the top: a term with values, some of them links."""

    naam: str
    waarden: tuple[Tag | str, ...]


@dataclass(frozen=True)
class Partij:
    """An organisation with its page and role."""

    naam: str
    adres: str
    rol: str


def feiten(catalogue: Catalogue, item: Item) -> Iterator[Feit]:
    """The lines of the facts box, in reading order; what is unknown has no line."""
    data = item.data
    first, *others = (partij(catalogue, party.naam, party.rol) for party in data.organisaties)
    rest = (f"en {len(others)} andere{'' if len(others) == 1 else 'n'}",) if others else ()
    yield Feit("Wie", (Tag(first.naam, first.adres, ""), *rest))
    waar: tuple[Tag | str, ...] = ("Landelijk",)
    if data.plaats:
        here = ", ".join(part for part in (data.plaats.plaats, data.plaats.wijk) if part)
        places = tags(catalogue, "gemeenten", data.plaats.gemeenten)
        waar = (*((here,) if here and here not in [place.label for place in places] else ()), *places)
    if isinstance(data, Praktijk) and data.werkwijze:
        yield Feit("Werkwijze", (Tag(catalogue.by_slug[data.werkwijze].data.titel, addresses.voorbeeld(data.werkwijze), ""),))
    yield Feit("Waar", waar)
    yield Feit("Thema", tags(catalogue, "themas", data.themas))
    yield Feit("Voor wie", tags(catalogue, "doelgroepen", data.doelgroepen))
    if data.doelgroep_intermediair:
        yield Feit("Bereikt via", data.doelgroep_intermediair)
    yield Feit("Werkvorm", tags(catalogue, "werkvormen", data.werkvormen))
    if provinces := catalogue.provincies(item):
        yield Feit("Provincie", tags(catalogue, "provincies", provinces))
    if data.start or data.einde:
        begin = f"vanaf {in_words(data.start)}" if data.start else ""
        end = f"tot {in_words(data.einde)}" if data.einde else ""
        yield Feit("Wanneer", (" ".join(part for part in (begin, end) if part),))
    if data.kosten:
        yield Feit("Kosten per jaar", (catalogue.lijsten["kostenbanden"].label(data.kosten.jaarband),))
    if data.financiering:
        sources = dict.fromkeys(catalogue.lijsten["financieringsbronnen"].label(money.geldbron) for money in data.financiering)
        yield Feit("Wie betaalt", tuple(sources))
    if laws := catalogue.terms(item, "wetten"):
        yield Feit("Wet", tags(catalogue, "wetten", laws))
    if data.beleidskaders:
        yield Feit("Beleid", tuple(_beleid(catalogue, key) for key in data.beleidskaders))
    if data.netwerkvorm:
        yield Feit("Samenwerking", (catalogue.lijsten["netwerkvormen"].label(data.netwerkvorm),))
    if data.rol_inwoners:
        yield Feit("Inwoners zijn", tuple(catalogue.lijsten["rollen-inwoners"].label(key).lower() for key in data.rol_inwoners))
    if data.positieve_gezondheid:
        yield Feit("Positieve Gezondheid", tuple(catalogue.lijsten["positieve-gezondheid"].label(key) for key in data.positieve_gezondheid))
    yield Feit("Steunt op", tuple(catalogue.lijsten["onderbouwing"].label(key).lower() for key in data.onderbouwing))


def _beleid(catalogue: Catalogue, key: str) -> str:
    frame = catalogue.lijsten["beleidskaders"][key]
    if not frame.geldig_tot:
        return frame.label
    verb = "liep" if is_past(frame.geldig_tot, catalogue.today) else "loopt"
    return f"{frame.label} ({verb} tot {in_words(frame.geldig_tot)})"


def partij(catalogue: Catalogue, naam: str, rol: str) -> Partij:
    """An organisation under its one spelling, with a link to its page."""
    spelling = catalogue.organisatienaam(naam)
    return Partij(spelling, addresses.organisatie(slugify(spelling)), rol)
