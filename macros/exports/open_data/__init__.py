"""The whole catalogue as open data, in `/data/v1/`: one module per format, all from the same tables and the same entries.

The same catalogue gives the same bytes, on any day and any machine. What a format can't hold (an entry in a
spreadsheet cell, a list in a table) is cut or joined in one place: `tables`, for all formats at once.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.open_data.csv_files import csv_files
from macros.exports.open_data.schemas import schema_files
from macros.exports.open_data.spreadsheet import spreadsheet
from macros.exports.open_data.sqlite import database
from macros.exports.open_data.tables import tabellen
from macros.exports.open_data.whole import whole, whole_lists


def open_data(catalogue: Catalogue, site_url: str, entries: list[bytes]) -> Iterator[tuple[str, bytes]]:
    """Path and content of every file. `entries` is the JSON of each entry, in the order of the catalogue."""
    sums: list[tuple[str, str]] = []
    for naam, content in _files(catalogue, site_url, entries):
        sums.append((hashlib.sha256(content).hexdigest(), naam))
        yield addresses.data(naam), content
    # the form that `sha256sum --check` reads
    lines = "".join(f"{digest}  {naam}\n" for digest, naam in sorted(sums, key=lambda pair: pair[1]))
    yield addresses.data("SHA256SUMS"), lines.encode()


def _files(catalogue: Catalogue, site_url: str, entries: list[bytes]) -> Iterator[tuple[str, bytes]]:
    yield "catalogus.json", whole(catalogue, site_url, entries)
    yield "lijsten.json", whole_lists(catalogue, site_url)
    yield from schema_files(site_url)
    tables = tabellen(catalogue, site_url)
    yield from csv_files(tables, site_url)
    yield "praktijkwijzer.xlsx", spreadsheet(tables, site_url)
    yield "praktijkwijzer.sqlite", database(tables, site_url)
