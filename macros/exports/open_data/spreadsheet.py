"""The tables as an Excel workbook: a sheet each, after a sheet that explains them.

Everything a contributor wrote is a text and never a formula or a link. The dates in the file are those of the
form of the data, so that the same tables give the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from macros.exports.open_data.attribution import NAAM, naamsvermelding
from macros.exports.open_data.tables import Tabel

_MADE = datetime.datetime(2026, 1, 1)
MOST = 32_767
"""Characters that Excel can hold in a cell."""
_CUT = " … (langer dan een cel kan zijn; zie catalogus.json)"
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def spreadsheet(tables: Sequence[Tabel], site_url: str) -> bytes:
    """The workbook."""
    target = io.BytesIO()
    book = Workbook(target, _OPTIONS)
    book.set_properties({"title": NAAM, "comments": naamsvermelding(site_url), "created": _MADE})
    head = book.add_format({"bold": True, "bg_color": "#E0ECE5", "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    _readme(book.add_worksheet("Leesmij"), tables, site_url, head, wrap)
    for table in tables:
        _sheet(book.add_worksheet(table.naam), table, head)
    book.close()
    return target.getvalue()


def _readme(sheet: Worksheet, tables: Sequence[Tabel], site_url: str, head: Format, wrap: Format) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, 2, 80)
    for place, (one, two, three) in enumerate(_lines(tables, site_url)):
        # the name of a table stands alone in its line
        for column, text in enumerate((one, two, three)):
            sheet.write_string(place, column, text, head if one else wrap)


def _lines(tables: Sequence[Tabel], site_url: str) -> Iterator[tuple[str, str, str]]:
    yield NAAM, "", "Voorbeelden uit het sociaal werk, met de bron bij elke bewering. Inspiratie, geen keurmerk."
    yield "", "Naamsvermelding", naamsvermelding(site_url)
    yield "", "Uitleg", f"{site_url}data/"
    yield "", "Koppelen", "De kolom 'voorbeeld' in de andere bladen is de kolom 'slug' in het blad 'voorbeelden'."
    yield "", "Leeg", "Een lege cel: niet ingevuld. Het woord 'onbekend': gezocht en niet gevonden."
    yield "", "Verhalen", "Een tekst als [@sleutel] verwijst naar de bron met die sleutel in het blad 'bronnen'."
    for table in tables:
        yield table.naam, f"{len(table.rijen)} rijen", table.uitleg
        for kolom in table.kolommen:
            yield "", kolom.naam, kolom.uitleg


def _sheet(sheet: Worksheet, table: Tabel, head: Format) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(table.kolommen) - 1, 20)
    for column, kolom in enumerate(table.kolommen):
        sheet.write_string(0, column, kolom.naam, head)
    for place, row in enumerate(table.rijen, 1):
        for column, value in enumerate(row):
            if value is not None:
                _write(sheet, place, column, value)
    sheet.autofilter(0, 0, max(len(table.rijen), 1), len(table.kolommen) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: str | bool | float) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value if len(value) <= MOST else value[: MOST - len(_CUT)] + _CUT)
    elif isinstance(value, bool):
        sheet.write_string(row, column, "ja" if value else "nee")
    else:
        sheet.write_number(row, column, value)
