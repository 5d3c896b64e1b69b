"""The facts of an entry: six that open the page (for whom, where, who, how far, what it takes, how sure), and the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words, is_past
from macros.model.entry import Voorbeeld
from macros.model.parts import Inzet
from macros.naming import slugify
from macros.views.cards import Tag, fase_in_words, tags


@dataclass(frozen=True)
class Feit:
    """A term with values, some of them links, and words that close it; those are a link when there is an `anker`."""

    naam: str
    waarden: tuple[Tag | str, ...]
    slot: str = ""
    anker: str = ""


@dataclass(frozen=True)
class Partij:
    """An organisation with its page and role."""

    naam: str
    adres: str
    rol: str


def kern(catalogue: Catalogue, item: Item) -> tuple[Feit, ...]:
    """The facts of the first screen: always these six in this order, each with its own sign in the stylesheet."""
    data = item.data
    first, *others = (partij(catalogue, party.naam, party.rol) for party in data.organisaties)
    rest = f"en {len(others)} andere{'' if len(others) == 1 else 'n'}" if others else ""
    ground, *grounds = (catalogue.lijsten["onderbouwing"].label(key) for key in data.onderbouwing)
    fase = Tag(fase_in_words(catalogue, item) or "Onbekend", "", data.fase)
    return (
        Feit("Voor wie", tags(catalogue, "doelgroepen", data.doelgroepen)),
        Feit("Waar", _waar(catalogue, data)),
        Feit("Wie", (Tag(first.naam, first.adres, ""),), slot=rest, anker="wie" if rest else ""),
        Feit("Fase", (fase,), slot=_wanneer(data)),
        _vraagt(catalogue, data),
        Feit("Steunt op", (ground, *(label.lower() for label in grounds))),
    )


def meer(catalogue: Catalogue, item: Item) -> Iterator[Feit]:
    """The facts that can wait, in reading order; what is unknown has no line, and the first theme stands above the title."""
    data = item.data
    if others := data.themas[1:]:
        yield Feit("Ook over", tags(catalogue, "themas", others))
    yield Feit("Werkvorm", tags(catalogue, "werkvormen", data.werkvormen))
    if data.doelgroep_intermediair:
        yield Feit("Bereikt via", data.doelgroep_intermediair)
    if provinces := catalogue.provincies(item):
        yield Feit("Provincie", tags(catalogue, "provincies", provinces))
    if data.financiering:
        yield Feit("Wie betaalt", _geldbronnen(catalogue, data))
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


def _waar(catalogue: Catalogue, data: Voorbeeld) -> tuple[Tag | str, ...]:
    if not data.plaats:
        return ("Landelijk",)
    places = tags(catalogue, "gemeenten", data.plaats.gemeenten)
    named = [place.label for place in places]
    return (*(part for part in (data.plaats.wijk, data.plaats.plaats) if part and part not in named), *places)


def _wanneer(data: Voorbeeld) -> str:
    if not data.einde:
        return f", begon {'op' if len(data.start) > 7 else 'in'} {in_words(data.start)}" if data.start else ""
    return f", van {in_words(data.start)} tot {in_words(data.einde)}" if data.start else f", tot {in_words(data.einde)}"


def _vraagt(catalogue: Catalogue, data: Voorbeeld) -> Feit:
    """What it takes in a few words: money and people; where no source says so, who pays or where to read on."""
    name = "Wat het vraagt"
    costs = (catalogue.lijsten["kostenbanden"].label(data.kosten.jaarband),) if data.kosten else ()
    people = tuple(inzet(data.inzet)) if data.inzet else ()
    if costs or people:
        return Feit(name, (*costs, *people))
    if data.financiering:
        *others, last = _geldbronnen(catalogue, data)
        return Feit(name, (*others, f"{last};"), slot="kosten onbekend", anker="onbekend")
    if data.randvoorwaarden:
        return Feit(name, ("Kosten onbekend, wel",), slot="wat ervoor nodig is", anker="randvoorwaarden")
    return Feit(name, (), slot="Nog onbekend", anker="onbekend")


def _geldbronnen(catalogue: Catalogue, data: Voorbeeld) -> tuple[str, ...]:
    return tuple(dict.fromkeys(catalogue.lijsten["financieringsbronnen"].label(money.geldbron) for money in data.financiering))


def inzet(effort: Inzet) -> Iterator[str]:
    """The people it takes, each kind in words; the explanation when there are no numbers."""
    numbers = effort.uren_per_week or effort.fte or effort.vrijwilligers
    if not numbers and effort.toelichting:
        yield effort.toelichting
    if effort.uren_per_week:
        yield f"{effort.uren_per_week} betaalde uren per week"
    if effort.fte:
        yield f"{effort.fte} fte"
    if effort.vrijwilligers:
        yield f"{effort.vrijwilligers} vrijwilligers"


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
