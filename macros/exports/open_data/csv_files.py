"""The tables as CSV (RFC 4180), twice: for programs, and for a Dutch spreadsheet.

For programs: UTF-8, commas. For a spreadsheet (`excel/`): UTF-8 with a byte order mark, semicolons, decimal commas,
and a dash in `4–5`, which would be the fourth of May with a hyphen.
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
from macros.exports.open_data.columns import Cel, Kolom
from macros.exports.open_data.tables import Tabel

# what spreadsheets take as the start of a formula, also after spaces (OWASP, CSV injection)
_FORMULA = re.compile(r"\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|[\t\r\n]")
# what a Dutch spreadsheet makes a date of
_RANGE = re.compile(r"(\d{1,2})-(\d{1,2})")
_TYPES = {"tekst": "string", "getal": "number", "janee": "boolean"}


def csv_files(tables: Sequence[Tabel], site_url: str) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file."""
    for table in tables:
        plain, dutch = to_csv(table, None if _says_who(table) else naamsvermelding(site_url))
        yield f"csv/{table.naam}.csv", plain.encode()
        yield f"excel/{table.naam}.csv", ("\ufeff" + dutch).encode()
    yield "csv/datapackage.json", (json.dumps(_package(tables, site_url), ensure_ascii=False, indent=1) + "\n").encode()


def to_csv(table: Tabel, attribution: str | None = None) -> tuple[str, str]:
    """A table as text: with commas, and with semicolons and decimal commas. `attribution` fills a last column of its own."""
    texts = io.StringIO(), io.StringIO()
    plain, dutch = (csv.writer(text, delimiter=between, lineterminator="\r\n") for text, between in zip(texts, ",;", strict=True))
    added = [] if attribution is None else [_cell(attribution)]
    names = [kolom.naam for kolom in table.kolommen] + [_LINE.naam] * len(added)
    plain.writerow(names)
    dutch.writerow(names)
    numbers = [place for place, kolom in enumerate(table.kolommen) if kolom.soort == "getal"]
    for row in table.rijen:
        cells = [_cell(value) for value in row] + added
        plain.writerow(cells)
        for place in numbers:
            cells[place] = cells[place].replace(".", ",")
        dutch.writerow([_RANGE.sub("\\1–\\2", cell) if len(cell) <= 5 and _RANGE.fullmatch(cell) else cell for cell in cells])
    return texts[0].getvalue(), texts[1].getvalue()


def _cell(value: Cel) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        # most texts begin with a letter
        return value if value[:1].isalnum() or not _FORMULA.match(value) else f"'{value}"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)


def _says_who(table: Tabel) -> bool:
    """Whether each row says who made the data: if not, a last column does, for a CSV file has no other place for it."""
    return any(kolom.naam == _LINE.naam for kolom in table.kolommen)


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
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: Tabel) -> dict[str, Any]:
    fields = []
    for kolom in table.kolommen if _says_who(table) else (*table.kolommen, _LINE):
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
