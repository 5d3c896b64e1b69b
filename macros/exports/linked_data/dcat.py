"""The description of the data for data portals: DCAT-AP-NL 3.0 (Geonovum, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/).

One dataset with the entries and one with the vocabularies, each with its files, and the files together as a service.
data.overheid.nl takes up what a public body owns; until then this describes the data for everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.linked_data.graph import Datum, Iri, Nl, Thing
from macros.exports.open_data.attribution import NAAM, VERSIE, bijgewerkt, naamsvermelding
from macros.exports.open_data.formats import Bestand, bestanden

_EU = "http://publications.europa.eu/resource/authority/"
_PUBLIC = Iri(f"{_EU}access-right/PUBLIC")
_THEME = Iri(f"{_EU}data-theme/SOCI")
_DUTCH = Iri(f"{_EU}language/NLD")
_LICENCE = Iri(f"{_EU}licence/CC_BY_4_0")
_OMSCHRIJVING = (
    "Voorbeelden uit het sociaal werk in Nederland: wat er gedaan is, wat het vroeg, wat ervan kwam en geleerd is, "
    "met de bron bij elke bewering."
)
_LIJSTEN = (
    "De begrippen waarmee de voorbeelden beschreven zijn: thema's, doelgroepen, werkvormen, fasen, wetten en meer, "
    "met uitleg in gewone taal."
)


def record(catalogue: Catalogue, site_url: str, made: Mapping[str, tuple[int, str]]) -> Iterator[Thing]:
    """The things of the record. `made` is name → bytes and SHA-256 of each file."""
    agent, contact, page = Iri(f"{site_url}over/#wie-het-maakt"), Iri(f"{site_url}meedoen/#verbeteren-of-weghalen"), Iri(f"{site_url}data/")
    yield {"@id": agent, "@type": "foaf:Agent", "foaf:name": Nl(NAAM), "foaf:homepage": Iri(site_url)}
    contact_types = ["vcard:Kind", "vcard:Organization"]
    yield {"@id": contact, "@type": contact_types, "vcard:fn": Nl(NAAM), "vcard:hasURL": Iri(f"{site_url}meedoen/")}
    yield {"@id": page, "@type": "foaf:Document", "dcterms:title": Nl("Gegevens")}
    shared = {
        "dcterms:publisher": agent,
        "dcterms:creator": agent,
        "dcat:contactPoint": contact,
        "dcterms:accessRights": _PUBLIC,
        "dcat:theme": _THEME,
        "dcterms:language": _DUTCH,
        "dcterms:modified": Datum(bijgewerkt(catalogue)),
        "dcat:landingPage": page,
    }
    sets = {
        "catalogus": ("Voorbeelden uit het sociaal werk", _OMSCHRIJVING),
        "lijsten": ("Begrippen voor voorbeelden uit het sociaal werk", _LIJSTEN),
    }
    service = Iri(f"{site_url}data/catalogus.ttl#dienst")
    yield {
        "@id": f"{site_url}data/catalogus.ttl#catalogus",
        "@type": "dcat:Catalog",
        "dcterms:title": Nl(NAAM),
        "dcterms:description": Nl(_OMSCHRIJVING),
        "dcterms:publisher": agent,
        "dcterms:creator": agent,
        "dcat:contactPoint": contact,
        "dcterms:license": _LICENCE,
        "dcterms:language": _DUTCH,
        "dcterms:modified": Datum(bijgewerkt(catalogue)),
        "foaf:homepage": page,
        "dcat:dataset": [_dataset(site_url, name) for name in sets],
        "dcat:service": service,
    }
    for name, (title, about) in sets.items():
        files = [file for file in bestanden(catalogue) if file.verzameling == name]
        yield {
            "@id": _dataset(site_url, name),
            "@type": "dcat:Dataset",
            "dcterms:title": Nl(title),
            "dcterms:description": Nl(about),
            "dcterms:identifier": str(_dataset(site_url, name)),
            **shared,
            "dcterms:accrualPeriodicity": Iri(f"{_EU}frequency/IRREG"),
            "dcterms:spatial": Iri(f"{_EU}country/NLD"),
            "dcat:version": VERSIE,
            "dcat:keyword": [Nl(word) for word in ("sociaal werk", "welzijn", "sociaal domein", "praktijkvoorbeelden")],
            "dcat:distribution": [Iri(f"{site_url}data/catalogus.ttl#{_anchor(file)}") for file in files],
        }
        yield from (_distribution(file, site_url, *made[file.naam]) for file in files)
    yield {
        "@id": service,
        "@type": "dcat:DataService",
        "dcterms:title": Nl(f"{NAAM}: bestanden op vaste adressen"),
        "dcterms:description": Nl("Elk voorbeeld en de hele catalogus als bestanden, zonder sleutel."),
        "dcterms:identifier": str(service),
        **shared,
        "dcterms:license": _LICENCE,
        "dcat:endpointURL": Iri(site_url),
        "dcat:endpointDescription": Iri(site_url + addresses.data("openapi.json")),
        "dcat:servesDataset": [_dataset(site_url, name) for name in sets],
    }


def _dataset(site_url: str, name: str) -> Iri:
    return Iri(f"{site_url}data/catalogus.ttl#dataset-{name}")


def _anchor(file: Bestand) -> str:
    return file.naam.replace("/", "-")


def _distribution(file: Bestand, site_url: str, size: int, digest: str) -> Thing:
    address = Iri(site_url + addresses.data(file.naam))
    return {
        "@id": f"{site_url}data/catalogus.ttl#{_anchor(file)}",
        "@type": "dcat:Distribution",
        "dcterms:title": Nl(file.titel),
        "dcterms:description": Nl(file.uitleg),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcterms:license": _LICENCE,
        "dcterms:rights": {"@type": "dcterms:RightsStatement", "rdfs:label": Nl(naamsvermelding(site_url))},
        "dcterms:format": Iri(f"{_EU}file-type/{file.eu_type}") if file.eu_type else None,
        "dcat:mediaType": Iri(f"https://www.iana.org/assignments/media-types/{file.media_type}"),
        "dcat:byteSize": size,
        "dcatap:availability": Iri("http://data.europa.eu/r5r/availability/stable"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": digest,
        },
    }
