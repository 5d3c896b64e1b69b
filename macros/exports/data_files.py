"""All files of the open data, in `/data/v1/`, and the record that describes them, in `/data/`.

The same catalogue gives the same bytes, on any day and any machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.linked_data.dcat import record
from macros.exports.linked_data.entries import own, own_terms, things
from macros.exports.linked_data.graph import Iri, Nl, Thing, context, to_both, to_turtle
from macros.exports.linked_data.vocabularies import concepts
from macros.exports.open_data.attribution import LICENTIE_ADRES, naamsvermelding
from macros.exports.open_data.csv_files import csv_files
from macros.exports.open_data.openapi import openapi
from macros.exports.open_data.schemas import schema_files
from macros.exports.open_data.spreadsheet import spreadsheet
from macros.exports.open_data.sqlite import database
from macros.exports.open_data.tables import tabellen
from macros.exports.open_data.whole import compact, whole, whole_lists


def data_files(catalogue: Catalogue, site_url: str, entries: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file. `entries` is the JSON of each entry, in the order of the catalogue."""
    made: dict[str, tuple[int, str]] = {}
    for naam, content in _files(catalogue, site_url, entries):
        made[naam] = (len(content), hashlib.sha256(content).hexdigest())
        yield addresses.data(naam), content
    # the form that `sha256sum --check` reads
    yield addresses.data("SHA256SUMS"), "".join(f"{digest}  {naam}\n" for naam, (_, digest) in sorted(made.items())).encode()
    for path, content in _linked("catalogus", record(catalogue, site_url, made), site_url):
        yield f"data/{path}", content


def _files(catalogue: Catalogue, site_url: str, entries: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    yield "catalogus.json", whole(catalogue, site_url, entries)
    yield "lijsten.json", whole_lists(catalogue, site_url)
    yield from schema_files(site_url)
    yield "openapi.json", openapi(catalogue, site_url)
    tables = tabellen(catalogue, site_url)
    yield from csv_files(tables, site_url)
    yield "praktijkwijzer.xlsx", spreadsheet(tables, site_url)
    yield "praktijkwijzer.sqlite", database(tables, site_url)
    yield "context.jsonld", compact({"@context": context(own(site_url))}) + b"\n"
    said = _attribution(site_url)
    yield "termen.ttl", to_turtle([said, *own_terms(site_url)], own(site_url))
    yield from _linked("voorbeelden", chain([said], things(catalogue, site_url)), site_url)
    yield from _linked("lijsten", chain([said], concepts(catalogue, site_url)), site_url)


def _attribution(site_url: str) -> Thing:
    """Said of all data, in each file with linked data."""
    line = {"@type": "dcterms:RightsStatement", "rdfs:label": Nl(naamsvermelding(site_url))}
    return {"@id": f"{site_url}data/", "dcterms:license": Iri(LICENTIE_ADRES), "dcterms:rights": line}


def _linked(naam: str, described: Iterable[Thing], site_url: str) -> Iterator[tuple[str, bytes]]:
    json_ld, turtle = to_both(described, own(site_url))
    yield f"{naam}.jsonld", json_ld
    yield f"{naam}.ttl", turtle
