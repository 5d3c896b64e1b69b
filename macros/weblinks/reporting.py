"""What came of the visits, in words: a summary for the console and a list for whoever mends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from macros.dates import in_words
from macros.problem import count
from macros.weblinks.collecting import Plek
from macros.weblinks.judging import Oordeel
from macros.weblinks.standing import Stand

_HEADINGS = (
    ("Niet meer te bereiken", lambda stand: stand.is_verloren),
    ("Verhuisd", lambda stand: stand.oordeel is Oordeel.VERHUISD),
    ("De plek op de pagina is weg", lambda stand: stand.oordeel is Oordeel.ANKER_WEG),
    ("Al langer storing", lambda stand: stand.vraagt_aandacht),
)


def summary(standings: Mapping[str, Stand], addresses: Sequence[str]) -> str:
    """One line per verdict with its number, of the addresses that are in the content now."""
    here = [standings[address] for address in addresses if address in standings]
    numbers = {verdict.value: sum(1 for stand in here if stand.oordeel is verdict) for verdict in Oordeel}
    numbers["nog niet bezocht"] = len(addresses) - len(here)
    lines = [f"  {name}: {number}" for name, number in numbers.items() if number]
    return "\n".join([f"{count(len(addresses), 'adres', 'adressen')}, waarvan:", *lines]) + "\n"


def report(standings: Mapping[str, Stand], places: Mapping[str, Sequence[Plek]]) -> str:
    """What needs a human, as Markdown in Dutch, grouped by what is to be done; empty when there is nothing."""
    todo = [standings[address] for address in sorted(places) if address in standings and standings[address].vraagt_aandacht]
    parts = []
    told: set[str] = set()
    for heading, fits in _HEADINGS:
        group = [stand for stand in todo if stand.adres not in told and fits(stand)]
        told.update(stand.adres for stand in group)
        if group:
            parts.append(f"## {heading} ({len(group)})\n\n" + "".join(_item(stand, places[stand.adres]) for stand in group))
    return "\n".join(parts)


def _item(stand: Stand, places: Sequence[Plek]) -> str:
    since = stand.mislukt[0] if stand.mislukt else stand.sinds
    lines = [f"- <{stand.adres}>", f"  - {stand.reden} (sinds {in_words(since.isoformat())})"]
    if stand.nieuw_adres:
        lines.append(f"  - nieuw adres: <{stand.nieuw_adres}>; `praktijkwijzer links --fix` neemt het over")
    if stand.archief:
        lines.append(f"  - bewaard exemplaar: <{stand.archief}>")
    elif stand.is_verloren:
        lines.append("  - geen bewaard exemplaar gevonden")
    lines.append("  - staat in " + ", ".join(f"`{place}`" for place in places))
    return "\n".join(lines) + "\n"
