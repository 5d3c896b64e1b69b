"""The rules for contributors in groups, each group with its reason; the rule itself is the docstring of its function."""

from __future__ import annotations

from dataclasses import dataclass

from macros.rules import CATALOGUE_RULES, ENTRY_RULES

_GROUPS = {
    "citations": ("Bronnen", "Een lezer moet kunnen nagaan waar iets vandaan komt. Een cijfer zonder bron is een gerucht."),
    "privacy": ("Mensen", "Een site vergeet niets. Wie hulp kreeg of gaf, moet niet op een naam of nummer te vinden zijn."),
    "unfinished": ("Wat nog niet af is", "Wat we niet weten, zeggen we. Wat nog ingevuld moet worden, hoort nog niet op de site."),
    "fields": ("Velden die bij elkaar passen", "Velden die elkaar tegenspreken, zetten een lezer op het verkeerde been."),
    "references": ("Verwijzingen en vaste lijsten", "Filters, kaart en links werken alleen als elk woord ergens naar verwijst."),
    "consistency": ("Eén naam voor één ding", "Heet hetzelfde overal hetzelfde, dan vindt een lezer alles bij elkaar."),
    "writing": ("Schrijven", "Dezelfde tekst komt op de site, op papier en in de open data. Wat daar niet kan, kan hier ook niet."),
}


@dataclass(frozen=True)
class Regelgroep:
    """Rules that have one reason."""

    id: str
    kop: str
    reden: str
    regels: tuple[str, ...]


def regelgroepen() -> tuple[Regelgroep, ...]:
    """Every rule once, in the order in which contributors meet them."""
    said: dict[str, list[str]] = {name: [] for name in _GROUPS}
    for rule in (*ENTRY_RULES, *CATALOGUE_RULES):
        said[rule.__module__.rpartition(".")[2]].append(" ".join((rule.__doc__ or "").split()))
    return tuple(Regelgroep(name, *_GROUPS[name], tuple(rules)) for name, rules in said.items())
