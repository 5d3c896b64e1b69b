"""The vocabularies as SKOS, in the form of NL-SBB (the Dutch standard for describing concepts, Geonovum).

A list is a concept scheme, a term a concept with a preferred label, alternative labels and a definition, all in Dutch.
Names of organisations and words for search are no concepts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from macros import addresses
from macros.catalogue import Catalogue
from macros.dates import in_words
from macros.exports.linked_data.graph import Datum, Iri, Nl, Thing
from macros.exports.open_data.attribution import LICENTIE_ADRES
from macros.model.vocabulary import Begrip, Gemeente, Lijst, Provincie
from macros.problem import count

SCHEMES = {
    "themas": "Thema's", "doelgroepen": "Doelgroepen", "werkvormen": "Werkvormen", "fasen": "Fasen", "wetten": "Wetten",
    "financieringsbronnen": "Financieringsbronnen", "beleidskaders": "Beleidskaders", "onderbouwing": "Onderbouwing",
    "erkenningen": "Erkenningen", "databanken": "Databanken", "positieve-gezondheid": "Positieve Gezondheid",
    "provincies": "Provincies", "gemeenten": "Gemeenten", "kostenbanden": "Kosten per jaar", "netwerkvormen": "Netwerkvormen",
    "rollen-inwoners": "Rollen van inwoners", "bronsoorten": "Soorten bronnen", "nuances": "Nuances bij getallen",
    "kennissoorten": "Soorten kennis", "begrippen": "Begrippen",
}  # fmt: skip
"""The lists that are concept schemes, with their titles."""


def concepts(catalogue: Catalogue, site_url: str) -> Iterator[Thing]:
    """Every scheme, each followed by its concepts; then the documents that explain them."""
    told: dict[str, str] = {}
    for naam, titel in SCHEMES.items():
        lijst = catalogue.lijsten[naam]
        scheme = Iri(f"{site_url}data/lijsten/#{naam}")
        title = Nl(f"Praktijkwijzer: {titel}")
        yield {
            "@id": scheme,
            "@type": "skos:ConceptScheme",
            "dcterms:title": title,
            "rdfs:label": title,
            "dcterms:identifier": naam,
            "dcterms:license": Iri(LICENTIE_ADRES),
            "skos:hasTopConcept": [_iri(site_url, naam, key) for key in lijst],
        }
        for key, term in lijst.items():
            if term.bron:
                told.setdefault(term.bron, term.label)
            yield _concept(catalogue, lijst, key, term, scheme, site_url)
    for address, label in told.items():
        where = urlsplit(address).netloc.removeprefix("www.")
        yield {"@id": address, "@type": "foaf:Document", "dcterms:title": Nl(f"Bron bij ‘{label}’ ({where})"), "foaf:page": Iri(address)}


@dataclass(frozen=True)
class Lijstregels:
    """A list for people: its name, title, number of terms, and of each the anchor, label, explanation and id."""

    naam: str
    titel: str
    aantal: str
    termen: tuple[tuple[str, str, str, str], ...]


def datalijsten(catalogue: Catalogue) -> Iterator[Lijstregels]:
    """What the page shows to which the addresses of schemes and concepts lead."""
    for naam, titel in SCHEMES.items():
        lijst = catalogue.lijsten[naam]
        terms = tuple((f"{naam}.{key}", term.label, definitie(catalogue, term), key) for key, term in lijst.items())
        yield Lijstregels(naam, titel, count(len(terms), "term", "termen"), terms)


def _concept(catalogue: Catalogue, lijst: Lijst, key: str, term: Begrip, scheme: Iri, site_url: str) -> Thing:  # noqa: PLR0913, PLR0917
    names = (getattr(term, "afkorting", None), term.kort, *term.synoniemen)
    definition = definitie(catalogue, term)
    has_page = lijst.naam in addresses.FACETS and catalogue.with_term(lijst.naam, key)
    code = term.code if isinstance(term, Gemeente | Provincie) else None
    return {
        "@id": _iri(site_url, lijst.naam, key),
        "@type": "skos:Concept",
        "skos:prefLabel": Nl(term.label),
        "skos:altLabel": [Nl(name) for name in dict.fromkeys(names) if name and name != term.label],
        "skos:definition": Nl(definition),
        "skos:notation": code,
        "skos:inScheme": scheme,
        "skos:topConceptOf": scheme,
        "skos:broadMatch": _iri(site_url, "provincies", term.provincie) if isinstance(term, Gemeente) else None,
        "dcterms:source": Iri(term.bron) if term.bron else None,
        "dcterms:isReplacedBy": _iri(site_url, lijst.naam, term.opvolger) if term.opvolger else None,
        "schema:startDate": Datum(term.geldig_van) if term.geldig_van else None,
        "schema:endDate": Datum(term.geldig_tot) if term.geldig_tot else None,
        "foaf:page": Iri(site_url + addresses.term(lijst.naam, key)) if has_page else None,
    }


def definitie(catalogue: Catalogue, term: Begrip) -> str:
    """What a term means; of a municipality, which the list doesn't explain, where it lies."""
    if term.uitleg or not isinstance(term, Gemeente):
        return term.uitleg
    where = f"Gemeente in de provincie {catalogue.lijsten['provincies'].label(term.provincie)}"
    return f"{where}, tot {in_words(term.geldig_tot)}." if term.geldig_tot else f"{where}."


def _iri(site_url: str, lijst: str, key: str) -> Iri:
    return Iri(site_url + addresses.lijstterm(lijst, key))
