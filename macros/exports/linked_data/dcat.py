"""The description of the data for data portals: DCAT-AP-NL 3.0 (Geonovum, https://docs.geostandaarden.nl/dcat/dcat-ap-nl30/).

One dataset with the entries and one with the vocabularies, each with its files, and the files together as a service.
data.overheid.nl takes up what a public body owns; until then this describes the data for everybody else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.linked_data.graph import Datum, Hex, Iri, Nl, Thing
from macros.exports.open_data.attribution import LICENTIE, NAAM, VERSIE, bijgewerkt, naamsvermelding
from macros.exports.open_data.formats import Bestand, bestanden

_EU = "http://publications.europa.eu/resource/authority/"
_PUBLIC = Iri(f"{_EU}access-right/PUBLIC")
_THEME = Iri(f"{_EU}data-theme/SOCI")
_DUTCH = Iri(f"{_EU}language/NLD")
_LICENCE = Iri(f"{_EU}licence/CC_BY_4_0")
_IRREGULAR = Iri(f"{_EU}frequency/IRREG")
_NETHERLANDS = Iri(f"{_EU}country/NLD")
_STABLE = Iri(f"{_EU}planned-availability/STABLE")
_SHA256 = Iri("http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
_NL_SBB = Iri("https://docs.geostandaarden.nl/nl-sbb/nl-sbb/")
_OPENAPI = Iri("https://spec.openapis.org/oas/v3.1.0")
_LISTED = {
    _PUBLIC: ("dcterms:RightsStatement", "Openbaar"),
    _THEME: ("skos:Concept", "Bevolking en samenleving"),
    _DUTCH: ("dcterms:LinguisticSystem", "Nederlands"),
    _LICENCE: ("dcterms:LicenseDocument", LICENTIE),
    _IRREGULAR: ("dcterms:Frequency", "Onregelmatig"),
    _NETHERLANDS: ("dcterms:Location", "Nederland"),
    _STABLE: ("skos:Concept", "Blijvend"),
    _SHA256: ("spdx:ChecksumAlgorithm", "SHA-256"),
    _NL_SBB: ("dcterms:Standard", "NL-SBB, standaard voor het beschrijven van begrippen"),
    _OPENAPI: ("dcterms:Standard", "OpenAPI 3.1"),
}
"""What the record names from the lists of others: its class and its name, so that the record can be checked by itself."""
_WORDS = tuple(Nl(word) for word in ("sociaal werk", "welzijn", "sociaal domein", "praktijkvoorbeelden"))
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
    schema = Iri(site_url + addresses.data("schema/catalogus.schema.json"))
    yield {"@id": schema, "@type": "dcterms:Standard", "rdfs:label": Nl("JSON Schema van de catalogus")}
    yield from _listed(catalogue)
    shared = {
        "dcterms:publisher": agent,
        "dcterms:creator": agent,
        "dcat:contactPoint": contact,
        "dcterms:accessRights": _PUBLIC,
        "dcat:theme": _THEME,
        "dcterms:language": _DUTCH,
        "dcterms:modified": Datum(bijgewerkt(catalogue)),
        "dcat:landingPage": page,
        "foaf:page": page,
        "dcat:keyword": _WORDS,
    }
    sets = {
        "catalogus": ("Voorbeelden uit het sociaal werk", _OMSCHRIJVING, schema),
        "lijsten": ("Begrippen voor voorbeelden uit het sociaal werk", _LIJSTEN, _NL_SBB),
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
    for name, (title, about, standard) in sets.items():
        files = [file for file in bestanden(catalogue) if file.verzameling == name]
        yield {
            "@id": _dataset(site_url, name),
            "@type": "dcat:Dataset",
            "dcterms:title": Nl(title),
            "dcterms:description": Nl(about),
            "dcterms:identifier": str(_dataset(site_url, name)),
            **shared,
            "dcterms:conformsTo": standard,
            "dcterms:accrualPeriodicity": _IRREGULAR,
            "dcterms:spatial": _NETHERLANDS,
            "dcat:version": VERSIE,
            "dcat:distribution": [Iri(f"{site_url}data/catalogus.ttl#{_anchor(file)}") for file in files],
        }
        for file in files:
            yield _distribution(file, site_url, *made[file.naam])
            yield _resource(site_url + addresses.data(file.naam))
    described = Iri(site_url + addresses.data("openapi.json"))
    yield from (_resource(site_url), _resource(described))
    yield {
        "@id": service,
        "@type": "dcat:DataService",
        "dcterms:title": Nl(f"{NAAM}: bestanden op vaste adressen"),
        "dcterms:description": Nl("Elk voorbeeld en de hele catalogus als bestanden, zonder sleutel."),
        "dcterms:identifier": str(service),
        **shared,
        "dcterms:license": _LICENCE,
        "dcterms:conformsTo": _OPENAPI,
        "dcat:endpointURL": Iri(site_url),
        "dcat:endpointDescription": described,
        "dcat:servesDataset": [_dataset(site_url, name) for name in sets],
    }


def _listed(catalogue: Catalogue) -> Iterator[Thing]:
    """What is said of the values from the lists of others, formats among them."""
    formats = {file.formaat: file for file in bestanden(catalogue)}.values()
    types = {_file_type(file): ("dcterms:MediaTypeOrExtent", file.formaat) for file in formats if file.eu_type}
    media = {_media_type(file): ("dcterms:MediaType", file.media_type) for file in formats}
    for address, (kind, label) in {**_LISTED, **types, **media}.items():
        yield {"@id": address, "@type": kind, "skos:prefLabel" if kind == "skos:Concept" else "rdfs:label": Nl(label)}


def _resource(address: str) -> Thing:
    """The European shapes want even this said of an address."""
    return {"@id": address, "@type": "rdfs:Resource"}


def _dataset(site_url: str, name: str) -> Iri:
    return Iri(f"{site_url}data/catalogus.ttl#dataset-{name}")


def _anchor(file: Bestand) -> str:
    return file.naam.replace("/", "-")


def _file_type(file: Bestand) -> Iri:
    return Iri(f"{_EU}file-type/{file.eu_type}")


def _media_type(file: Bestand) -> Iri:
    return Iri(f"https://www.iana.org/assignments/media-types/{file.media_type}")


def _distribution(file: Bestand, site_url: str, size: int, digest: str) -> Thing:
    address = Iri(site_url + addresses.data(file.naam))
    return {
        "@id": f"{site_url}data/catalogus.ttl#{_anchor(file)}",
        "@type": "dcat:Distribution",
        "dcterms:title": Nl(file.titel),
        "dcterms:description": Nl(file.uitleg),
        "dcat:accessURL": address,
        "dcat:downloadURL": address,
        "dcterms:language": _DUTCH,
        "dcterms:license": _LICENCE,
        "dcterms:rights": {"@type": "dcterms:RightsStatement", "rdfs:label": Nl(naamsvermelding(site_url))},
        "dcterms:format": _file_type(file) if file.eu_type else None,
        "dcat:mediaType": _media_type(file),
        "dcat:byteSize": size,
        "dcatap:availability": _STABLE,
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _SHA256,
            "spdx:checksumValue": Hex(digest),
        },
    }
