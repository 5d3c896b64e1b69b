"""What a term or an organisation is, in plain Dutch, computed from the entries; and where to read on.

An explanation that someone wrote comes first; these sentences add what only the catalogue knows.
"""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.naming import slugify, sort_key
from macros.views.cards import Tag, tags, voorbeelden

_PARTNERS = 12


@dataclass(frozen=True)
class Verder:
    """Other pages that a reader may want to see: a heading and links, each with what is to be found there."""

    kop: str
    tags: tuple[tuple[Tag, str], ...]


def introduction(catalogue: Catalogue, lijst: str, key: str) -> tuple[str, ...]:
    """Paragraphs that introduce the page of a term; never none."""
    term, items = catalogue.lijsten[lijst][key], catalogue.with_term(lijst, key)
    if lijst == "gemeenten":
        return (_municipality(catalogue, key), f"{_there_are(items)} uit {term.label} in de catalogus.")
    if lijst == "provincies":
        towns = _number(len(_municipalities(catalogue, key)), "gemeente", "gemeenten")
        return (term.uitleg or f"De provincie {term.label}.", f"{_there_are(items)} uit {term.label} in de catalogus, uit {towns}.")
    written = (term.uitleg,) if term.uitleg else ()
    if lijst == "wetten":
        paid = sum(1 for item in items if any(money.wet == key for money in item.data.financiering))
        money = "" if not paid else f" Bij {_number(paid, 'voorbeeld', 'voorbeelden')} komt er geld uit deze wet."
        verb = "heeft" if len(items) == 1 else "hebben"
        return (*written, f"{voorbeelden(len(items)).capitalize()} {verb} met deze wet te maken.{money}")
    what = {"themas": "bij dit thema", "doelgroepen": "voor deze doelgroep", "werkvormen": "met deze werkvorm"}[lijst]
    return (*written, f"{_there_are(items)} {what}{_kinds(items)}{_places(catalogue, items)}.")


def organisation_introduction(catalogue: Catalogue, slug: str) -> tuple[str, ...]:
    """Paragraphs that introduce an organisation: what it is if that is known, and where it takes part."""
    found = catalogue.organisaties[slug]
    items = _items(catalogue, slug)
    taking_part = f"{found.naam} doet mee aan {voorbeelden(len(items))} in de catalogus{_places(catalogue, items)}."
    return (*((found.uitleg,) if found.uitleg else ()), taking_part)


def main_themes(catalogue: Catalogue, items: Iterable[Item]) -> tuple[Tag, ...]:
    """The four most frequent themes of some entries."""
    count = Counter(key for item in items for key in item.data.themas)
    return tags(catalogue, "themas", sorted(count, key=lambda key: -count[key])[:4])


def further(catalogue: Catalogue, lijst: str, key: str) -> tuple[Verder, ...]:
    """Knowledge about a theme; the municipalities of a province, or the others around a municipality."""
    if lijst == "themas":
        pages = [page for page in catalogue.kennis if key in page.data.themas]
        soorten = catalogue.lijsten["kennissoorten"]
        links = tuple((Tag(page.data.titel, addresses.kennis(page.slug), page.slug), soorten.label(page.data.soort)) for page in pages)
        return (Verder("Kennis bij dit thema", links),) if links else ()
    if lijst not in {"provincies", "gemeenten"}:
        return ()
    province = key if lijst == "provincies" else str(getattr(catalogue.lijsten["gemeenten"][key], "provincie", ""))
    label = catalogue.lijsten["provincies"].label(province)
    # a province may have the name of one of its municipalities: Utrecht
    itself = key if lijst == "gemeenten" else ""
    towns = [town for town in _municipalities(catalogue, province) if town != itself]
    kop = f"Gemeenten in {label}" if lijst == "provincies" else f"Andere gemeenten in {label}"
    return (Verder(kop, tuple(_counted(catalogue, "gemeenten", town) for town in towns)),) if towns else ()


def partners(catalogue: Catalogue, slug: str) -> tuple[Verder, ...]:
    """With whom an organisation takes part in the same entries, most often first."""
    own = catalogue.organisaties[slug].naam
    together = Counter(
        name
        for item in _items(catalogue, slug)
        for name in {catalogue.organisatienaam(party.naam) for party in item.data.organisaties} - {own}
    )
    often = sorted(together, key=lambda name: (-together[name], sort_key(name)))
    slugs = ((name, slugify(name)) for name in often[:_PARTNERS])
    links = tuple((Tag(name, addresses.organisatie(other), other), voorbeelden(together[name])) for name, other in slugs)
    kop = "Werkt hierin samen met" if len(often) <= _PARTNERS else f"Werkt hierin samen met {len(often)} organisaties, onder meer"
    return (Verder(kop, links),) if links else ()


def _municipality(catalogue: Catalogue, key: str) -> str:
    gemeenten = catalogue.lijsten["gemeenten"]
    term = gemeenten[key]
    province = catalogue.lijsten["provincies"].label(str(getattr(term, "provincie", "")))
    code = getattr(term, "code", None)
    sentence = f"{term.label} is een gemeente in de provincie {province}" + (f" (CBS-code {code})." if code else ".")
    merged: dict[str, list[str]] = {}
    for other in gemeenten.values():
        if other.opvolger == key:
            merged.setdefault(_year_after(other.geldig_tot), []).append(other.label)
    parts = [f"{f'in {year} ' if year else ''}{_and(names)}" for year, names in sorted(merged.items())]
    return sentence + (f" Hierin gingen op: {', '.join(parts)}." if parts else "")


def _year_after(last_day: str | None) -> str:
    """The year in which a municipality was no more: the day after its last."""
    if not last_day:
        return ""
    if len(last_day) < 10:
        return last_day[:4]
    return str((datetime.date.fromisoformat(last_day) + datetime.timedelta(days=1)).year)


def _municipalities(catalogue: Catalogue, province: str) -> list[str]:
    """The municipalities of a province that have entries, in alphabetical order."""
    terms = catalogue.lijsten["gemeenten"]
    keys = [key for key in catalogue.used_terms("gemeenten") if getattr(terms[key], "provincie", "") == province]
    return sorted(keys, key=lambda key: sort_key(terms.label(key)))


def _counted(catalogue: Catalogue, lijst: str, key: str) -> tuple[Tag, str]:
    number = len(catalogue.with_term(lijst, key))
    return Tag(catalogue.lijsten[lijst].label(key), addresses.term(lijst, key), key), str(number)


def _items(catalogue: Catalogue, slug: str) -> tuple[Item, ...]:
    return tuple(dict.fromkeys(item for item, _ in catalogue.organisaties[slug].rollen))


def _there_are(items: Sequence[Item]) -> str:
    return "Er is 1 voorbeeld" if len(items) == 1 else f"Er zijn {len(items)} voorbeelden"


def _kinds(items: Sequence[Item]) -> str:
    methods = sum(1 for item in items if not item.is_praktijk)
    if not methods or methods == len(items):
        return ""
    practices = _number(len(items) - methods, "praktijk", "praktijken")
    return f": {_number(methods, 'werkwijze', 'werkwijzen')} en {practices}"


def _places(catalogue: Catalogue, items: Sequence[Item]) -> str:
    keys = dict.fromkeys(key for item in items for key in catalogue.terms(item, "gemeenten"))
    names = [catalogue.lijsten["gemeenten"].label(key) for key in keys]
    if any(item.data.plaats is None for item in items):
        names = names if len(names) <= 3 else [f"{len(names)} gemeenten"]
        return f", in {', '.join(names)} en het hele land"
    return f", in {_and(names)}" if len(names) <= 3 else f", uit {len(names)} gemeenten"


def _number(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _and(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
