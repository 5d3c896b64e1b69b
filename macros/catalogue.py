"""The whole catalogue in memory: immutable, ordered, and with every relation looked up.

Knows no disk: `checking` makes it from documents that keep all the rules.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from macros.dates import is_stale
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.knowledge import Kennis
from macros.model.scalars import ONBEKEND
from macros.model.vocabulary import Gemeente, Lijst, Verwijderd
from macros.naming import slugify, sort_key
from macros.related import Kenmerken, Verwanten, index_of

Volledigheid = Literal["basis", "verdiept", "volledig"]
_DEEPENING = (
    "start", "geleerd", "werkzame_elementen", "randvoorwaarden", "overdraagbaarheid", "context", "kerncijfers",
    "onderzoek", "kosten", "inzet", "financiering", "contact", "materialen",
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """An entry with its slug: file name, address and identity in one."""

    slug: str
    data: Voorbeeld
    tekst: str = field(default="", compare=False)
    """The file itself."""

    def __hash__(self) -> int:
        """By name alone: there is one of each, and an entry is a large thing to go through."""
        return hash(self.slug)

    @property
    def volledigheid(self) -> Volledigheid:
        """How much is filled in: a fact about the description, never about the practice."""
        filled = sum(1 for name in _DEEPENING if getattr(self.data, name))
        filled -= sum(1 for name in ("aanleiding", "aanpak", "resultaten") if getattr(self.data, name) == ONBEKEND)
        return "volledig" if filled >= 9 else "verdiept" if filled >= 5 else "basis"

    @property
    def is_praktijk(self) -> bool:
        """Whether it is one place's practice rather than a method."""
        return isinstance(self.data, Praktijk)


@dataclass(frozen=True)
class KennisItem:
    """A knowledge page: its slug, head and Markdown text."""

    slug: str
    data: Kennis
    tekst: str


@dataclass(frozen=True)
class Organisatie:
    """An organisation as it emerges from the entries, under one spelling."""

    slug: str
    naam: str
    website: str | None
    uitleg: str
    rollen: tuple[tuple[Item, str], ...]


@dataclass(frozen=True)
class Catalogue:
    """Everything that is published, on the day `today`."""

    items: tuple[Item, ...]
    kennis: tuple[KennisItem, ...]
    lijsten: Mapping[str, Lijst]
    today: datetime.date
    verloren: Mapping[str, str] = field(default_factory=dict)
    """Addresses of sources that are gone for good → that of a kept copy, empty when there is none."""
    versies: Mapping[str, str] = field(default_factory=dict)
    """The number of the version that readers see, by slug: `2027-01-04`. An entry that was never published has none."""

    @cached_property
    def by_slug(self) -> Mapping[str, Item]:
        """Entries by their slug."""
        return {item.slug: item for item in self.items}

    @cached_property
    def vorige_adressen(self) -> Mapping[str, str]:
        """Former slugs → the slug of today."""
        return {former: item.slug for item in self.items for former in item.data.vorige_adressen}

    @property
    def verwijderd(self) -> Mapping[str, Verwijderd]:
        """The entries that are gone, by the slug that they had."""
        return {slug: term for slug, term in self.lijsten["verwijderd"].items() if isinstance(term, Verwijderd)}

    @cached_property
    def kennis_by_slug(self) -> Mapping[str, KennisItem]:
        """Knowledge pages by their slug."""
        return {page.slug: page for page in self.kennis}

    def is_stale(self, item: Item) -> bool:
        """Whether the facts are more than two years old."""
        return is_stale(item.data.peildatum, self.today)

    def provincies(self, item: Item) -> tuple[str, ...]:
        """The provinces that follow from the municipalities, each once."""
        codes = (self._gemeente(key).provincie for key in (item.data.plaats.gemeenten if item.data.plaats else ()))
        return tuple(dict.fromkeys(codes))

    def terms(self, item: Item, lijst: str) -> tuple[str, ...]:
        """The ids of one facet that hold for an entry."""
        if lijst == "provincies":
            return self.provincies(item)
        if lijst == "gemeenten":
            return item.data.plaats.gemeenten if item.data.plaats else ()
        if lijst == "fasen":
            return (item.data.fase,)
        found: tuple[str, ...] = getattr(item.data, lijst)
        if lijst == "wetten":
            found = tuple(dict.fromkeys((*found, *(money.wet for money in item.data.financiering if money.wet))))
        return found

    def with_term(self, lijst: str, key: str) -> Sequence[Item]:
        """The entries to which a term applies."""
        return self._with_term[lijst].get(key, ())

    def used_terms(self, lijst: str) -> tuple[str, ...]:
        """The terms that have entries, in the order of their list."""
        return self._used_terms[lijst]

    def praktijken_van(self, slug: str) -> Sequence[Item]:
        """The practices that follow a method."""
        return self._followers.get(slug, ())

    def onderdelen_van(self, slug: str) -> Sequence[Item]:
        """The entries that are part of a larger one."""
        return self._parts.get(slug, ())

    def verwant(self, item: Item) -> tuple[Item, ...]:
        """Entries that one of the two names as related."""
        return tuple(self.by_slug[slug] for slug in self._related.get(item.slug, ()))

    def ook_interessant(self, item: Item, without: Collection[str], most: int = 6) -> tuple[tuple[Item, str], ...]:
        """Entries that are no family but worth a look, each with its reason in words; none of the slugs in `without`."""
        return tuple((self.by_slug[slug], reden) for slug, reden in self._verwanten.voor(item.slug, without, most))

    def bij_kennis(self, slug: str) -> tuple[Item, ...]:
        """The entries that name a knowledge page."""
        return self._on_kennis.get(slug, ())

    @cached_property
    def organisaties(self) -> Mapping[str, Organisatie]:
        """All organisations by slug, spellings merged, in Dutch order."""
        merged = {synonym: term for term in self.lijsten["organisaties"].values() for synonym in (term.label, *term.synoniemen)}
        roles: dict[str, list[tuple[Item, str]]] = defaultdict(list)
        websites: dict[str, str | None] = {}
        for item in self.items:
            for party in item.data.organisaties:
                naam = self.organisatienaam(party.naam)
                roles[naam].append((item, party.rol))
                websites[naam] = websites.get(naam) or party.website
        return {
            slugify(naam): Organisatie(
                slugify(naam),
                naam,
                getattr(merged.get(naam), "website", None) or websites[naam],
                merged[naam].uitleg if naam in merged else "",
                tuple(roles[naam]),
            )
            for naam in sorted(roles, key=sort_key)
        }

    def organisatienaam(self, naam: str) -> str:
        """The one spelling under which an organisation is shown."""
        return self._spelling.get(slugify(naam), naam)

    @cached_property
    def _spelling(self) -> Mapping[str, str]:
        """By address, so that two spellings with one address are one organisation; the list decides, else the first entry."""
        spelling = {slugify(name): term.label for term in self.lijsten["organisaties"].values() for name in (*term.synoniemen, term.label)}
        for item in self.items:
            for party in item.data.organisaties:
                spelling.setdefault(slugify(party.naam), party.naam)
        return spelling

    @cached_property
    def _with_term(self) -> Mapping[str, Mapping[str, tuple[Item, ...]]]:
        index: dict[str, dict[str, list[Item]]] = {}
        for lijst in ("themas", "doelgroepen", "werkvormen", "wetten", "provincies", "gemeenten", "fasen"):
            index[lijst] = defaultdict(list)
            for item in self.items:
                for key in self.terms(item, lijst):
                    index[lijst][key].append(item)
        return {lijst: {key: tuple(items) for key, items in found.items()} for lijst, found in index.items()}

    @cached_property
    def _used_terms(self) -> Mapping[str, tuple[str, ...]]:
        return {lijst: tuple(key for key in self.lijsten[lijst] if key in found) for lijst, found in self._with_term.items()}

    @cached_property
    def _followers(self) -> Mapping[str, tuple[Item, ...]]:
        return _group((item.data.werkwijze, item) for item in self.items if isinstance(item.data, Praktijk))

    @cached_property
    def _parts(self) -> Mapping[str, tuple[Item, ...]]:
        return _group((item.data.onderdeel_van, item) for item in self.items if isinstance(item.data, Praktijk))

    @cached_property
    def _on_kennis(self) -> Mapping[str, tuple[Item, ...]]:
        return _group((slug, item) for item in self.items for slug in item.data.kennis)

    @cached_property
    def _related(self) -> Mapping[str, Sequence[str]]:
        related: dict[str, dict[str, None]] = defaultdict(dict)
        for item in self.items:
            for slug in item.data.verwant:
                related[item.slug][slug] = None
                related[slug][item.slug] = None
        return {slug: tuple(others) for slug, others in related.items()}

    @cached_property
    def _verwanten(self) -> Verwanten:
        return index_of(tuple(self._kenmerken(item) for item in self.items))

    def _kenmerken(self, item: Item) -> Kenmerken:
        data = item.data
        return Kenmerken(
            slug=item.slug,
            soort=data.type,
            fase=data.fase,
            themas=data.themas,
            doelgroepen=data.doelgroepen,
            werkvormen=data.werkvormen,
            gemeenten=self.terms(item, "gemeenten"),
            provincies=self.provincies(item),
            organisaties=tuple(dict.fromkeys(slugify(self.organisatienaam(party.naam)) for party in data.organisaties)),
            geldbronnen=tuple(dict.fromkeys(money.geldbron for money in data.financiering)),
            betaald_uit=tuple(dict.fromkeys(money.wet for money in data.financiering if money.wet)),
            werkwijze=data.werkwijze if isinstance(data, Praktijk) else None,
            netwerkvorm=data.netwerkvorm,
            onderzocht=bool(data.onderzoek),
        )

    def _gemeente(self, key: str) -> Gemeente:
        term = self.lijsten["gemeenten"][key]
        assert isinstance(term, Gemeente)
        return term


def _group(pairs: Iterable[tuple[str | None, Item]]) -> Mapping[str, tuple[Item, ...]]:
    grouped: dict[str, list[Item]] = defaultdict(list)
    for key, item in pairs:
        if key:
            grouped[key].append(item)
    return {key: tuple(items) for key, items in grouped.items()}
