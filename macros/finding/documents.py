"""What can be found: every entry, knowledge page, collection, term, organisation and place, with its text by field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.scalars import ONBEKEND
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

    @property
    def is_voorbeeld(self) -> bool:
        """Whether it is an entry of the catalogue itself."""
        return self.soort in SOORTEN.values()


def documents(catalogue: Catalogue) -> Iterator[Zoekdocument]:
    """All that the catalogue itself knows; handwritten pages are added by who reads them."""
    for item in catalogue.items:
        yield _entry(catalogue, item)
    for page in catalogue.kennis:
        themas = tuple(("themas:" + key, 1.0) for key in page.data.themas)
        soort = catalogue.lijsten["kennissoorten"].label(page.data.soort)
        shown = (("thema", catalogue.lijsten["themas"].label(page.data.themas[0])), ("datum", in_words(page.data.peildatum)), ("type", soort))
        velden = (("titel", page.data.titel), ("samenvatting", page.data.samenvatting), ("tekst", to_plain(page.tekst)))
        yield Zoekdocument(addresses.kennis(page.slug), "Kennis", page.data.titel, page.data.samenvatting, velden, themas, shown)
    yield from _terms(catalogue)
    for found in catalogue.organisaties.values():
        items = {item.slug: item for item, _ in found.rollen}
        roles = " ".join(f"{item.data.titel} {rol}" for item, rol in found.rollen)
        about = found.uitleg or f"Doet mee aan {voorbeelden(len(items))}."
        fields = (("titel", found.naam), ("overig", roles))
        yield Zoekdocument(addresses.organisatie(found.slug), "Organisatie", found.naam, about, fields)


def _entry(catalogue: Catalogue, item: Item) -> Zoekdocument:
    data = item.data
    lijsten = catalogue.lijsten
    where = data.plaats
    namen = [*(lijsten["gemeenten"].label(key) for key in where.gemeenten), where.plaats or "", where.wijk or ""] if where else []
    former = [term.label for term in lijsten["gemeenten"].values() if where and term.opvolger in where.gemeenten]
    provincies = [lijsten["provincies"].label(key) for key in catalogue.provincies(item)]
    labels = [lijsten[name].label(key) for name in ("themas", "doelgroepen", "werkvormen", "beleidskaders") for key in getattr(data, name)]
    velden = [
        ("titel", data.titel),
        ("plaats", ". ".join(namen)),
        ("samenvatting", data.samenvatting),
        ("organisatie", ". ".join(party.naam for party in data.organisaties)),
        ("rol", ". ".join([*(party.rol for party in data.organisaties), *data.doelgroep_intermediair])),
        ("zoekwoord", ". ".join(data.zoekwoorden)),
        ("term", ". ".join(labels)),
        ("streek", ". ".join([*former, *provincies, "" if where else "landelijk"])),
        *_story(data),
    ]
    if isinstance(data, Praktijk) and data.werkwijze:
        werkwijze = catalogue.by_slug[data.werkwijze].data
        velden.append(("werkwijze", werkwijze.titel))
        velden.append(("geleend", ". ".join(werkwijze.zoekwoorden)))
    velden += [("verwant", page.data.titel) for key in data.kennis if (page := catalogue.kennis_by_slug.get(key))]
    shown = [
        ("plaats", plaats_in_words(catalogue, item)),
        ("fase", fase_in_words(catalogue, item)),
        ("thema", lijsten["themas"].label(data.themas[0])),
        ("datum", in_words(data.peildatum)),
        ("verouderd", "mogelijk verouderd" if catalogue.is_stale(item) else ""),
    ]
    return Zoekdocument(
        addresses.voorbeeld(item.slug),
        SOORTEN[data.type],
        data.titel,
        data.samenvatting,
        tuple(velden),
        tuple(_concepts(catalogue, item)),
        tuple((name, value) for name, value in shown if value),
    )


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
    adapted = data.eigen_aanpassing if isinstance(data, Praktijk) else None
    transfer = (*data.overdraagbaarheid.vast, *data.overdraagbaarheid.aanpassen) if data.overdraagbaarheid else ()
    texts: list[tuple[str, Iterable[str | None]]] = [
        ("aanpak", (data.aanpak, adapted)),
        ("aanleiding", (data.aanleiding,)),
        ("resultaten", (data.resultaten, data.gestopt.reden if data.gestopt else None)),
        ("tekst", (data.geleerd, data.context, *data.werkzame_elementen, *data.randvoorwaarden, *transfer)),
        ("cijfers", (*(f"{figure.omschrijving} {figure.eenheid}" for figure in data.kerncijfers), *(study.uitkomst for study in data.onderzoek))),
        ("cijfers", (*(line.toelichting for line in data.financiering), data.inzet.toelichting if data.inzet else None)),
    ]
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
