"""What can be found: every entry, knowledge page, collection, term, organisation and place, with its text by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item, KennisItem
from macros.dates import in_words
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.scalars import ONBEKEND
from macros.model.vocabulary import Begrip
from macros.prose import to_plain
from macros.views.cards import SOORTEN, fase_in_words, plaats_in_words, voorbeelden
from macros.views.lists import FACET_NAMES

_FACETS = ("themas", "doelgroepen", "werkvormen", "wetten", "beleidskaders", "financieringsbronnen")


@dataclass(frozen=True)
class Zoekdocument:
    """One result: what is shown of it, the fields that are searched, and the terms that apply (concept → share)."""

    adres: str
    soort: str
    titel: str
    samenvatting: str
    velden: tuple[tuple[str, str], ...]
    termen: tuple[tuple[str, float], ...] = ()
    regel: tuple[tuple[str, str], ...] = ()
    alleen_naam: bool = False
    """Whether it is suggested by its name, but is no result: another document tells all there is."""

    @property
    def is_voorbeeld(self) -> bool:
        """Whether it is an entry of the catalogue itself."""
        return self.soort in SOORTEN.values()


def documents(catalogue: Catalogue) -> Iterator[Zoekdocument]:
    """All that the catalogue itself knows; handwritten pages are added by who reads them."""
    for item in catalogue.items:
        yield _entry(catalogue, item)
    for page in catalogue.kennis:
        yield _knowledge(catalogue, page)
    yield from _terms(catalogue)
    for found in catalogue.organisaties.values():
        items = {item.slug: item for item, _ in found.rollen}
        roles = " ".join(f"{item.data.titel} {rol}" for item, rol in found.rollen)
        about = found.uitleg or f"Doet mee aan {voorbeelden(len(items))}."
        fields = (("titel", found.naam), ("overig", roles))
        single = len(items) == 1 and not found.uitleg
        yield Zoekdocument(addresses.organisatie(found.slug), "Organisatie", found.naam, about, fields, alleen_naam=single)


def _knowledge(catalogue: Catalogue, page: KennisItem) -> Zoekdocument:
    data = page.data
    velden = (("titel", data.titel), ("samenvatting", data.samenvatting), ("tekst", to_plain(page.tekst)))
    shown = (
        ("thema", catalogue.lijsten["themas"].label(data.themas[0])),
        ("datum", in_words(data.peildatum)),
        ("type", catalogue.lijsten["kennissoorten"].label(data.soort)),
    )
    termen = tuple((f"themas:{key}", 1.0) for key in data.themas)
    return Zoekdocument(addresses.kennis(page.slug), "Kennis", data.titel, data.samenvatting, velden, termen, shown)


def _entry(catalogue: Catalogue, item: Item) -> Zoekdocument:
    data = item.data
    shown = (
        ("plaats", plaats_in_words(catalogue, item)),
        ("fase", fase_in_words(catalogue, item)),
        ("thema", catalogue.lijsten["themas"].label(data.themas[0])),
        ("datum", in_words(data.peildatum)),
        ("verouderd", "mogelijk verouderd" if catalogue.is_stale(item) else ""),
    )
    return Zoekdocument(
        addresses.voorbeeld(item.slug),
        SOORTEN[data.type],
        data.titel,
        data.samenvatting,
        (*_names(catalogue, item), *_story(data)),
        tuple(_concepts(catalogue, item)),
        tuple((name, value) for name, value in shown if value),
    )


def _names(catalogue: Catalogue, item: Item) -> Iterator[tuple[str, str]]:
    """The short fields of an entry: what it is called, where it is, who does it, and what it is filed under."""
    data, lijsten = item.data, catalogue.lijsten
    labels = [lijsten[name].label(key) for name in ("themas", "doelgroepen", "werkvormen", "beleidskaders") for key in getattr(data, name)]
    yield "titel", data.titel
    yield "samenvatting", data.samenvatting
    yield "zoekwoord", ". ".join(data.zoekwoorden)
    yield "organisatie", ". ".join(party.naam for party in data.organisaties)
    yield "rol", ". ".join([*(party.rol for party in data.organisaties), *data.doelgroep_intermediair])
    yield "term", ". ".join(labels)
    if where := data.plaats:
        here = [name for key in where.gemeenten for name in _called(lijsten["gemeenten"][key])]
        yield "plaats", ". ".join([*here, where.plaats or "", where.wijk or ""])
        former = (term.label for term in lijsten["gemeenten"].values() if term.opvolger in where.gemeenten)
        around = (name for key in catalogue.provincies(item) for name in _called(lijsten["provincies"][key]))
        yield "streek", ". ".join([*former, *around])
    else:
        yield "streek", "landelijk"
    if isinstance(data, Praktijk) and data.werkwijze:
        method = catalogue.by_slug[data.werkwijze].data
        yield "werkwijze", method.titel
        yield "geleend", ". ".join(method.zoekwoorden)
    marks = [f"{lijsten['databanken'].label(mark.databank)} {lijsten['erkenningen'].label(mark.niveau)}" for mark in data.erkenningen]
    yield "bron", ". ".join([*marks, *(f"{bron.uitgever}: {bron.titel}" for bron in data.bronnen)])
    for key in data.kennis:
        yield "verwant", catalogue.kennis_by_slug[key].data.titel


def _called(where: Begrip) -> Iterator[str]:
    """What people call a place: Fryslân is Friesland to most."""
    yield where.label
    yield from (name for name in where.synoniemen if not name.startswith(("provincie ", "provinsje ")))


def _concepts(catalogue: Catalogue, item: Item) -> Iterator[tuple[str, float]]:
    """The first theme says most about an entry, the third least."""
    for lijst in ("themas", "doelgroepen", "werkvormen", "wetten", "fasen"):
        for place, key in enumerate(catalogue.terms(item, lijst)):
            yield f"{lijst}:{key}", (1.0, 0.75, 0.55)[min(place, 2)]
    for lijst, keys in (
        ("beleidskaders", item.data.beleidskaders),
        ("financieringsbronnen", tuple(dict.fromkeys(line.geldbron for line in item.data.financiering))),
        ("onderbouwing", item.data.onderbouwing),
    ):
        for key in keys:
            yield f"{lijst}:{key}", 0.75


def _story(data: Voorbeeld) -> Iterator[tuple[str, str]]:
    """The running text of an entry by its weight in search, without Markdown."""
    transfer = data.overdraagbaarheid
    lessons = (data.geleerd, data.context, *data.werkzame_elementen, *data.randvoorwaarden)
    figures = (f"{figure.omschrijving} {figure.eenheid}" for figure in data.kerncijfers)
    money = (line.toelichting for line in data.financiering)
    texts: tuple[tuple[str, Iterable[str | None]], ...] = (
        ("aanpak", (data.aanpak, data.eigen_aanpassing if isinstance(data, Praktijk) else None)),
        ("aanleiding", (data.aanleiding,)),
        ("resultaten", (data.resultaten, data.gestopt.reden if data.gestopt else None)),
        ("tekst", (*lessons, *((*transfer.vast, *transfer.aanpassen) if transfer else ()))),
        ("cijfers", (*figures, *(study.uitkomst for study in data.onderzoek))),
        ("cijfers", (*money, data.inzet.toelichting if data.inzet else None)),
    )
    for name, pieces in texts:
        yield name, " ".join(to_plain(piece) for piece in pieces if piece and piece != ONBEKEND)


def _terms(catalogue: Catalogue) -> Iterator[Zoekdocument]:
    for lijst in addresses.FACETS:
        _, singular, _ = FACET_NAMES[lijst]
        for key in catalogue.used_terms(lijst):
            term = catalogue.lijsten[lijst][key]
            other = [*term.synoniemen, *(old.label for old in catalogue.lijsten[lijst].values() if old.opvolger == key)]
            number = voorbeelden(len(catalogue.with_term(lijst, key)))
            about = term.uitleg or f"{number[0].upper()}{number[1:]} in deze {singular.lower()}."
            fields = (("titel", term.label), ("synoniem", ". ".join(other)), ("overig", term.uitleg))
            yield Zoekdocument(addresses.term(lijst, key), singular, term.label, about, fields, ((f"{lijst}:{key}", 1.0),))
    for key, term in catalogue.lijsten["begrippen"].items():
        fields = (("titel", term.label), ("synoniem", ". ".join(term.synoniemen)), ("overig", term.uitleg))
        yield Zoekdocument(f"begrippen/#{key}", "Begrip", term.label, term.uitleg, fields)


def concept_names(catalogue: Catalogue) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every concept and the names by which people ask for it: terms with their synonyms, and groups of everyday words."""
    for lijst in (*_FACETS, "fasen", "onderbouwing"):
        for key, term in catalogue.lijsten[lijst].items():
            short = getattr(term, "afkorting", None)
            yield f"{lijst}:{key}", (term.label, *term.synoniemen, *([short] if short else []))
    for key, term in catalogue.lijsten["zoekwoorden"].items():
        yield f"zoekwoorden:{key}", (term.label, *term.synoniemen)
