"""The tables as CSV (RFC 4180), twice: for programs, and for a Dutch spreadsheet.

For programs: UTF-8, commas. For a spreadsheet (`excel/`): UTF-8 with a byte order mark, semicolons, decimal commas.
A text that a spreadsheet would run as a formula gets an apostrophe in front, in both. `datapackage.json`
(Frictionless Data Package, Table Schema) says what every column holds.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from macros.exports.open_data.attribution import LICENTIE, LICENTIE_ADRES, NAAM, VERSIE, naamsvermelding
from macros.exports.open_data.tables import Cel, Kolom, Tabel

# what spreadsheets take as the start of a formula, also after spaces (OWASP, CSV injection)
_FORMULA = re.compile(r"\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]")
_TYPES = {"tekst": "string", "getal": "number", "janee": "boolean"}


def csv_files(tables: Sequence[Tabel], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file."""
    for table in tables:
        full = _with_attribution(table, site_url)
        yield f"csv/{table.naam}.csv", to_csv(full, ",").encode()
        yield f"excel/{table.naam}.csv", ("\ufeff" + to_csv(full, ";")).encode()
    yield "csv/datapackage.json", (json.dumps(_package(tables, site_url), ensure_ascii=False, indent=1) + "\n").encode()


def to_csv(table: Tabel, between: str) -> str:
    """A table as text; with a semicolon between cells, numbers have a decimal comma."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=between, lineterminator="\r\n")
    writer.writerow([kolom.naam for kolom in table.kolommen])
    comma = between == ";"
    writer.writerows([_cell(value, comma=comma) for value in row] for row in table.rijen)
    return text.getvalue()


def _cell(value: Cel, *, comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value).replace(".", ",") if comma else str(value)


def _with_attribution(table: Tabel, site_url: str) -> Tabel:
    """With a last column that says who made the data, unless each row says so already: a CSV file has no other place for it."""
    if any(kolom.naam == "naamsvermelding" for kolom in table.kolommen):
        return table
    line = naamsvermelding(site_url)
    return Tabel(table.naam, table.uitleg, (*table.kolommen, _LINE), tuple((*row, line) for row in table.rijen))


_LINE = Kolom("naamsvermelding", "Zet dit erbij als je de gegevens overneemt.")


def _package(tables: Sequence[Tabel], site_url: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-package",
        "name": "praktijkwijzer-sociaal-werk",
        "title": NAAM,
        "description": naamsvermelding(site_url),
        "homepage": site_url,
        "version": VERSIE,
        "licenses": [{"name": LICENTIE.replace(" ", "-", 2), "path": LICENTIE_ADRES, "title": LICENTIE}],
        "resources": [_resource(_with_attribution(table, site_url)) for table in tables],
    }


def _resource(table: Tabel) -> dict[str, Any]:
    fields = []
    for kolom in table.kolommen:
        field = {"name": kolom.naam, "type": _TYPES[kolom.soort], "description": kolom.uitleg}
        fields.append({**field, "trueValues": ["ja"], "falseValues": ["nee"]} if kolom.soort == "janee" else field)
    return {
        "profile": "tabular-data-resource",
        "name": table.naam,
        "path": f"{table.naam}.csv",
        "description": table.uitleg,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields},
    }
