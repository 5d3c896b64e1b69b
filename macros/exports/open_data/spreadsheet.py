"""The tables as an Excel workbook: a sheet each, after a sheet that explains them.

Everything a contributor wrote is a text and never a formula or a link. The dates in the file are those of the
form of the data, so that the same tables give the same bytes.
"""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from macros.exports.open_data.attribution import NAAM, naamsvermelding
from macros.exports.open_data.columns import Cel
from macros.exports.open_data.tables import Tabel
from macros.problem import count

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
        _sheet(book.add_worksheet(table.naam, _Rows), table, head)
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
        yield table.naam, count(len(table.rijen), "rij", "rijen"), table.uitleg
        for kolom in table.kolommen:
            yield "", kolom.naam, kolom.uitleg


class _Rows(Worksheet):  # type: ignore[misc]
    """A sheet whose rows are those of a table, as xlsxwriter would write them.

    It keeps an object for every cell and asks the same questions of each: with 10,000 entries 8 s and 300 MB more.
    A test compares the bytes.
    """

    head: Format
    rijen: Sequence[Sequence[Cel]] = ()
    places: Mapping[str, int]
    """Where each text stands in the table of texts that the sheets share."""

    def fill(self, table: Tabel, head: Format) -> None:
        """Take the rows over, under a row with the names of the columns."""
        self.head = head
        self.rijen = ([kolom.naam for kolom in table.kolommen], *table.rijen)
        self._check_dimensions(0, 0)
        self._check_dimensions(len(table.rijen), len(table.kolommen) - 1)
        place_of = self.str_table._get_shared_string_index
        for row in self.rijen:
            for value in row:
                if isinstance(value, _AS_TEXT):
                    place_of(_text(value))
        # xlsxwriter turns this into a list when it is about to write
        self.places = self.str_table.string_table

    def _write_rows(self) -> None:
        letters = [xl_col_to_name(column) for column in range(len(self.rijen[0]))]
        style = f' s="{self.head._get_xf_index()}"'
        # the width is told for each block of sixteen rows
        for start in range(0, len(self.rijen), 16):
            width, lines = 0, []
            for number, row in enumerate(self.rijen[start : start + 16], start + 1):
                cells = []
                for column, value in enumerate(row):
                    if isinstance(value, _AS_TEXT):
                        cells.append(f'<c r="{letters[column]}{number}"{style} t="s"><v>{self.places[_text(value)]}</v></c>')
                    elif value is not None:
                        cells.append(f'<c r="{letters[column]}{number}"><v>{value:.16G}</v></c>')
                    else:
                        continue
                    width = max(width, column + 1)
                lines.append(cells)
                style = ""
            for number, cells in enumerate(lines, start + 1):
                self.fh.write(f'<row r="{number}" spans="1:{width}">{"".join(cells)}</row>')


def _sheet(sheet: _Rows, table: Tabel, head: Format) -> None:
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(table.kolommen) - 1, 20)
    sheet.fill(table, head)
    sheet.autofilter(0, 0, max(len(table.rijen), 1), len(table.kolommen) - 1)


_AS_TEXT = (str, bool)


def _text(value: str | bool) -> str:
    """What stands in the cell: yes or no in words, a text as far as it fits."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    # Excel counts a sign like 😀 for two
    if len(value) <= MOST // 2 or len(value.encode("utf-16-le")) <= 2 * MOST:
        return value
    room = 2 * (MOST - len(_CUT))
    return value.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + _CUT
