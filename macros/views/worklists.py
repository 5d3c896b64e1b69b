"""What an editor or maintainer can do next: lists of entries, each with the reason why it is there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.citations import in_its_language
from macros.dates import in_words, last_day
from macros.model.entry import VERHAAL
from macros.model.scalars import ONBEKEND

AAN_TE_VULLEN = {"geld": "Het geld loopt binnen een jaar af", "bron": "Alles steunt op één bron", "onbekend": "Er is nog veel onbekend"}
"""What an entry may need, by its name in the address: the work lists that are no facet otherwise."""

_MOST = 5
_YEAR = datetime.timedelta(days=365)


@dataclass(frozen=True)
class Werk:
    """One entry on a list of work: why it is there."""

    titel: str
    adres: str
    reden: str


@dataclass(frozen=True)
class Werklijst:
    """What someone can do for the catalogue: how many entries it concerns, and those that need it most."""

    id: str
    kop: str
    uitleg: str
    aantal: int
    adres: str
    """The selection of all of them on the catalogue page."""
    eerste: tuple[Werk, ...]

    @property
    def meer(self) -> int:
        """How many are not shown."""
        return self.aantal - len(self.eerste)


def werklijsten(catalogue: Catalogue, most: int = _MOST) -> tuple[Werklijst, ...]:
    """What needs an eye: money that ends, old facts, one source only, much unknown. Empty lists are left out."""
    return tuple(_shown(found, most) for found in _readers_lists(catalogue) if found.aantal)


def onderhoudslijsten(catalogue: Catalogue) -> tuple[Werklijst, ...]:
    """All that maintainers watch, each list whole: those of the readers, money that ran out, lost sources, no figures, no costs."""
    past = {item.slug: day for item in catalogue.items if (day := _money_ended(item, catalogue.today))}
    lost = {item.slug: titles for item in catalogue.items if (titles := _lost(catalogue, item))}
    lists = (
        *_readers_lists(catalogue),
        _werklijst(
            "geld-voorbij",
            "Het geld liep af, maar het loopt nog",
            "Vraag na hoe het nu betaald wordt, of of het gestopt is.",
            sorted((item for item in catalogue.items if item.slug in past), key=lambda item: past[item.slug]),
            lambda item: f"tot {in_words(past[item.slug].isoformat())}",
        ),
        _werklijst(
            "verloren",
            "Een bron is niet meer bereikbaar",
            "Zoek de bron op een ander adres, of een andere bron voor hetzelfde.",
            [item for item in catalogue.items if item.slug in lost],
            lambda item: Markup(", ").join(lost[item.slug]),
        ),
        _werklijst(
            "cijfers",
            "Er zijn geen kerncijfers",
            "Kijk of de bronnen getallen geven over bereik of resultaat.",
            [item for item in catalogue.items if not item.data.kerncijfers],
            lambda _: "geen kerncijfers",
        ),
        _werklijst(
            "kosten",
            "Wat het kost is niet bekend",
            "Kijk in een begroting of verslag, of vraag het de organisatie.",
            [item for item in catalogue.items if not item.data.kosten],
            lambda _: "geen kosten",
        ),
    )
    return tuple(found for found in lists if found.aantal)


def _shown(found: Werklijst, most: int) -> Werklijst:
    return replace(found, eerste=found.eerste[:most])


def _readers_lists(catalogue: Catalogue) -> tuple[Werklijst, ...]:
    today = catalogue.today
    ending = {item.slug: day for item in catalogue.items if (day := _money_ends(item, today))}
    unknown = {item.slug: names for item in catalogue.items if (names := _unknown(item))}
    return (
        _werklijst(
            "geld",
            AAN_TE_VULLEN["geld"],
            "Weet jij of er nieuw geld is, of hoe het verdergaat? Vul dan de financiering aan.",
            sorted((item for item in catalogue.items if item.slug in ending), key=lambda item: ending[item.slug]),
            lambda item: f"tot {in_words(ending[item.slug].isoformat())}",
        ),
        _werklijst(
            "oud",
            "De feiten zijn ouder dan twee jaar",
            "Zoek een nieuwere bron, of vraag de organisatie hoe het nu gaat. De oudste staan vooraan.",
            sorted((item for item in catalogue.items if catalogue.is_stale(item)), key=lambda item: last_day(item.data.peildatum)),
            lambda item: f"stand {in_words(item.data.peildatum)}",
        ),
        _werklijst(
            "bron",
            AAN_TE_VULLEN["bron"],
            "Een tweede bron maakt een voorbeeld sterker: een evaluatie, een nieuwsbericht, een verslag van de gemeenteraad.",
            [item for item in catalogue.items if len(item.data.bronnen) == 1],
            lambda item: f"alleen {item.data.bronnen[0].uitgever}",
        ),
        _werklijst(
            "onbekend",
            AAN_TE_VULLEN["onbekend"],
            "Deze voorbeelden missen een stuk van het verhaal. Weet jij het? Eén alinea helpt al.",
            sorted((item for item in catalogue.items if item.slug in unknown), key=lambda item: -len(unknown[item.slug])),
            lambda item: f"onbekend: {', '.join(unknown[item.slug])}",
        ),
    )


def aan_te_vullen(catalogue: Catalogue, item: Item) -> tuple[str, ...]:
    """On which of these work lists an entry is."""
    needs = {"geld": _money_ends(item, catalogue.today), "bron": len(item.data.bronnen) == 1, "onbekend": _unknown(item)}
    return tuple(key for key in AAN_TE_VULLEN if needs[key])


def _werklijst(key: str, kop: str, uitleg: str, items: Sequence[Item], why: Callable[[Item], str]) -> Werklijst:
    first = tuple(Werk(item.data.titel, addresses.voorbeeld(item.slug), why(item)) for item in items)
    return Werklijst(key, kop, uitleg, len(items), _selection(key), first)


def _selection(key: str) -> str:
    """The address of the entries of a list as a selection of the catalogue; empty for what readers don't choose by."""
    if key in AAN_TE_VULLEN:
        return f"voorbeelden/?aanvullen={key}"
    return "voorbeelden/?actueel=nee" if key == "oud" else ""


def _money_ends(item: Item, today: datetime.date) -> datetime.date | None:
    """The first day within a year on which money of a running practice ends."""
    if item.data.fase == "gestopt":
        return None
    ends = [last_day(money.tot) for money in item.data.financiering if money.tot]
    return min((day for day in ends if today <= day <= today + _YEAR), default=None)


def _money_ended(item: Item, today: datetime.date) -> datetime.date | None:
    """The last day of the money of a running practice, when that day has passed for all of it."""
    ends = [last_day(money.tot) if money.tot else datetime.date.max for money in item.data.financiering]
    return max(ends) if item.data.fase != "gestopt" and ends and max(ends) < today else None


def _lost(catalogue: Catalogue, item: Item) -> tuple[Markup, ...]:
    """The titles of the sources that are no longer at their address, each in its language."""
    lost = (bron for bron in item.data.bronnen if bron.url and bron.url in catalogue.verloren)
    return tuple(in_its_language(bron.titel, bron.taal or "") for bron in lost)


def _unknown(item: Item) -> tuple[str, ...]:
    """The parts of the story that the sources don't tell."""
    return tuple(name for name in VERHAAL if getattr(item.data, name) == ONBEKEND)
