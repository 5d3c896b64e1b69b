"""The open data says what the catalogue says, in every format, as the programs of others read it."""

from __future__ import annotations

import csv
import datetime
import hashlib
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from macros.catalogue import Catalogue, Item
from macros.checking import check
from macros.exports import site_files
from macros.exports.data_files import data_files
from macros.exports.entry_data import entry_json
from macros.exports.open_data.attribution import bijgewerkt
from macros.exports.open_data.columns import Kolom
from macros.exports.open_data.csv_files import to_csv
from macros.exports.open_data.formats import size_in_words
from macros.exports.open_data.spreadsheet import MOST, spreadsheet
from macros.exports.open_data.tables import UITLEG, Tabel, tabellen
from macros.exports.open_data.whole import read_back
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.vocabulary import LISTS

SITE = "https://gids.example/"
LINE = "Praktijkwijzer Sociaal Werk, CC BY 4.0, https://gids.example/"


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The real catalogue."""
    found = check(real_files, today).catalogue
    assert found is not None
    return found


def made(catalogue: Catalogue) -> dict[str, bytes]:
    """All files in the folder of the data, by their name in it."""
    files = data_files(catalogue, SITE, entry_json(catalogue, SITE))
    return {path.removeprefix("data/v1/"): content for path, content in files if path.startswith("data/v1/")}


@pytest.fixture(scope="module")
def files(real: Catalogue) -> dict[str, bytes]:
    """The open data of the real catalogue."""
    return made(real)


@pytest.fixture(scope="module")
def tables(real: Catalogue) -> dict[str, Tabel]:
    """The tables of the real catalogue, by name."""
    return {table.naam: table for table in tabellen(real, SITE)}


def schema(files: dict[str, bytes], name: str) -> Draft202012Validator:
    """A published schema, itself checked."""
    found = json.loads(files[f"schema/{name}.schema.json"])
    Draft202012Validator.check_schema(found)
    return Draft202012Validator(found)


def test_round_trip(files: dict[str, bytes], real: Catalogue, today: datetime.date) -> None:
    """Entries, knowledge pages and lists come back exactly as they were."""
    data = json.loads(files["catalogus.json"])

    again = read_back(data, today)
    assert again == real
    assert [list(lijst) for lijst in again.lijsten.values()] == [list(real.lijsten[naam]) for naam in again.lijsten]
    assert made(again) == files


def test_round_trip_with_lost_sources(small: Catalogue) -> None:
    """Also what isn't in the content files."""
    found = replace(small, verloren={"https://weg.example/": "", "https://oud.example/": "https://archief.example/"})

    assert read_back(json.loads(made(found)["catalogus.json"]), small.today) == found


@pytest.mark.parametrize("name", ["catalogus", "lijsten"])
def test_files_keep_their_schema(files: dict[str, bytes], name: str) -> None:
    """What is published is what is described; the file says where."""
    data = json.loads(files[f"{name}.json"])

    assert [error.message for error in schema(files, name).iter_errors(data)] == []
    assert data["$schema"] == f"{SITE}data/v1/schema/{name}.schema.json"


def test_each_entry_keeps_its_schema(files: dict[str, bytes], real: Catalogue) -> None:
    """The file beside every page."""
    validator = schema(files, "voorbeeld")
    published = dict(site_files(real, SITE))

    for item in real.items:
        validator.validate(json.loads(published[f"voorbeelden/{item.slug}/voorbeeld.json"]))


@pytest.mark.parametrize(
    ("field", "value"),
    [("landelijk", "ja"), ("peildatum", 2024), ("slug", "Zó niet"), ("volledigheid", "goed"), ("verzonnen", "x"), ("themas", [])],
)
def test_schema_refuses(files: dict[str, bytes], field: str, value: Any) -> None:
    """A schema that takes everything describes nothing."""
    entry = json.loads(files["catalogus.json"])["voorbeelden"][0]

    with pytest.raises(ValidationError):
        schema(files, "voorbeeld").validate({**entry, field: value})


def test_schema_explains_every_field(files: dict[str, bytes]) -> None:
    """Dutch explanations, those of the model."""
    found = json.loads(files["schema/voorbeeld.schema.json"])["$defs"]

    undescribed = [
        (kind, name)
        for kind in ("Praktijk", "Werkwijze")
        for name, prop in found[kind]["properties"].items()
        if not prop.get("description")
    ]
    assert undescribed == []


def test_same_catalogue_same_bytes(files: dict[str, bytes], real_files: dict[str, bytes], today: datetime.date) -> None:
    """Read anew, with the files in another order."""
    again = check(dict(reversed(real_files.items())), today).catalogue

    assert again is not None
    assert made(again) == files


def test_day_of_building_changes_nothing(small: Catalogue) -> None:
    """On another day, with the same entries old, everything stays the same."""
    before = replace(small, today=small.today - datetime.timedelta(days=1))

    assert [before.is_stale(item) for item in small.items] == [small.is_stale(item) for item in small.items]
    assert made(before) == made(small)


def test_checksums(files: dict[str, bytes]) -> None:
    """As `sha256sum --check` reads them, of every other file."""
    lines = files["SHA256SUMS"].decode().splitlines()

    assert dict(line.split("  ")[::-1] for line in lines) == {
        name: hashlib.sha256(content).hexdigest() for name, content in files.items() if name != "SHA256SUMS"
    }


def test_attribution_in_every_file(files: dict[str, bytes]) -> None:
    """Who finds one file on a disk knows where it came from; schemas hold no data, checksums no words."""
    plain = {
        name: content for name, content in files.items() if not name.endswith((".xlsx", ".schema.json", "SHA256SUMS", "context.jsonld"))
    }

    assert [
        name for name, content in plain.items() if len(content.splitlines()) > 1 and b"CC BY 4.0, https://gids.example/" not in content
    ] == []
    assert [row[-1].endswith(SITE) or "/voorbeelden/" in row[-1] for row in rows(files["csv/bronnen.csv"])[1:]].count(False) == 0


def rows(content: bytes, between: str = ",") -> list[list[str]]:
    """A CSV file as Python's own reader sees it."""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=between))


def shown(value: Any) -> str:
    """A cell as CSV has it."""
    if value is None:
        return ""
    return {True: "ja", False: "nee"}[value] if isinstance(value, bool) else str(value)


def in_csv(value: Any) -> str:
    """The same, where a text that begins as a formula, such as a list with hyphens, gets its apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@")) else shown(value)


def test_csv_is_the_table(files: dict[str, bytes], tables: dict[str, Tabel]) -> None:
    """Every cell of every table, in both variants; the file for a spreadsheet begins with its mark."""
    for table in tables.values():
        expected = [[in_csv(value) for value in row] for row in table.rijen]
        width = len(table.kolommen)
        program, excel = files[f"csv/{table.naam}.csv"], files[f"excel/{table.naam}.csv"]

        assert [row[:width] for row in rows(program)[1:]] == expected
        assert rows(program)[0][:width] == [kolom.naam for kolom in table.kolommen]
        assert (program[:3], excel[:3]) != (b"\xef\xbb\xbf", program[:3])
        assert [len(row) for row in rows(excel, ";")] == [len(row) for row in rows(program)]


def test_duckdb_reads_every_csv(files: dict[str, bytes], tables: dict[str, Tabel], tmp_path: Path) -> None:
    """Without being told anything about the file."""
    for table in tables.values():
        path = tmp_path / f"{table.naam}.csv"
        path.write_bytes(files[f"csv/{table.naam}.csv"])
        found = duckdb.sql(f"SELECT * FROM read_csv('{path}', all_varchar=true, header=true)")

        assert found.columns[: len(table.kolommen)] == [kolom.naam for kolom in table.kolommen]
        cells = [tuple(value or "" for value in row[: len(table.kolommen)]) for row in found.fetchall()]
        assert cells == [tuple(in_csv(value) for value in row) for row in table.rijen]


def test_duckdb_answers_a_question(files: dict[str, bytes], tmp_path: Path) -> None:
    """Two tables together: how many sources an entry has at most."""
    for name in ("voorbeelden", "bronnen"):
        (tmp_path / f"{name}.csv").write_bytes(files[f"csv/{name}.csv"])
    question = f"""SELECT max(n) FROM (SELECT count(*) AS n FROM '{tmp_path}/voorbeelden.csv' v
        JOIN '{tmp_path}/bronnen.csv' b ON v.slug = b.voorbeeld GROUP BY v.slug)"""

    most = max(len(entry["bronnen"]) for entry in json.loads(files["catalogus.json"])["voorbeelden"])
    assert duckdb.sql(question).fetchall() == [(most,)]


def test_datapackage_describes_every_column(files: dict[str, bytes], tables: dict[str, Tabel]) -> None:
    """The Table Schema names the columns in their order, with their types."""
    package = json.loads(files["csv/datapackage.json"])

    assert [resource["name"] for resource in package["resources"]] == list(tables)
    for resource in package["resources"]:
        assert [field["name"] for field in resource["schema"]["fields"]] == rows(files[f"csv/{resource['path']}"])[0]
        assert [field["name"] for field in resource["schema"]["fields"] if not field["description"]] == []


def test_openpyxl_reads_the_workbook(files: dict[str, bytes], tables: dict[str, Tabel]) -> None:
    """A sheet per table after the one that explains, every cell as it is, and not one formula."""
    book = openpyxl.load_workbook(io.BytesIO(files["praktijkwijzer.xlsx"]))

    assert book.sheetnames == ["Leesmij", *tables]
    assert LINE in {cell.value for row in book["Leesmij"].iter_rows() for cell in row}
    for table in tables.values():
        head, *body = book[table.naam].iter_rows()
        assert [cell.value for cell in head] == [kolom.naam for kolom in table.kolommen]
        expected = [
            tuple(
                None if value is None else value if isinstance(value, int | float) and not isinstance(value, bool) else shown(value)
                for value in row
            )
            for row in table.rijen
        ]
        assert [tuple(cell.value for cell in row) for row in body] == expected
        assert {cell.data_type for row in body for cell in row} <= {"s", "n"}


def test_sqlite_holds_the_tables(files: dict[str, bytes], tables: dict[str, Tabel]) -> None:
    """A sound database with every row."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(files["praktijkwijzer.sqlite"])
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for table in tables.values():
            assert connection.execute(f'SELECT * FROM "{table.naam}"').fetchall() == list(table.rijen)
        assert connection.execute("SELECT uitleg FROM leesmij WHERE kolom = 'naamsvermelding'").fetchone() == (LINE,)


FORMULAS = ["=1+1", "+31 20", "-2", "@SUM(A1)", "\t=1", " =1", "\uff1d1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text: str) -> None:
    """Whatever a contributor writes: CSV has it as text, a workbook has no formula."""
    table = Tabel("proef", "", (Kolom("tekst", ""),), ((text,),))

    assert rows(to_csv(table)[1].encode(), ";")[1] == [f"'{text}"]
    cell = openpyxl.load_workbook(io.BytesIO(spreadsheet([table], SITE)))["proef"]["A2"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_numbers_stay_numbers() -> None:
    """A negative number is no formula; a Dutch spreadsheet gets its comma."""
    table = Tabel("proef", "", (Kolom("getal", "", "getal"), Kolom("janee", "", "janee")), ((-1.5, True), (None, False)))

    assert rows(to_csv(table)[0].encode())[1:] == [["-1.5", "ja"], ["", "nee"]]
    assert rows(to_csv(table)[1].encode(), ";")[1:] == [["-1,5", "ja"], ["", "nee"]]


def test_a_range_is_no_date() -> None:
    """A Dutch spreadsheet would read 4-5 as the fourth of May; the file for programs has what was written."""
    table = Tabel("proef", "", tuple(Kolom(naam, "") for naam in "abcd"), (("4-5", "10-12", "2024-03-26", "4-5-6"),))

    assert rows(to_csv(table)[0].encode())[1:] == [["4-5", "10-12", "2024-03-26", "4-5-6"]]
    assert rows(to_csv(table)[1].encode(), ";")[1:] == [["4–5", "10–12", "2024-03-26", "4-5-6"]]


def test_long_text_fits_a_cell() -> None:
    """Excel would call the file damaged; the sheet says where the whole text is."""
    table = Tabel("proef", "", (Kolom("tekst", ""),), (("a" * MOST,), ("b" * (MOST + 1),), ("😀" * MOST,)))
    sheet = openpyxl.load_workbook(io.BytesIO(spreadsheet([table], SITE)))["proef"]

    assert sheet["A2"].value == "a" * MOST
    assert len(sheet["A3"].value) == MOST
    assert sheet["A3"].value.endswith("zie catalogus.json)")
    # Excel counts such a sign for two
    assert len(sheet["A4"].value.encode("utf-16-le")) <= 2 * MOST
    assert sheet["A4"].value.endswith("zie catalogus.json)")


class PlainRows(Worksheet):
    """A sheet to which every cell is written by the public way of xlsxwriter."""

    def fill(self, table: Tabel, head: Format) -> None:
        """As the sheets of the spreadsheet take over a table."""
        for column, kolom in enumerate(table.kolommen):
            self.write_string(0, column, kolom.naam, head)
        for place, row in enumerate(table.rijen, 1):
            for column, value in enumerate(row):
                if isinstance(value, bool | str):
                    self.write_string(place, column, {True: "ja", False: "nee"}.get(value, value))
                elif value is not None:
                    self.write_number(place, column, value)


AWKWARD = Tabel(
    "proef", "", (Kolom("een", ""), Kolom("twee", ""), Kolom("drie", "", "getal")),
    (
        (" voor en na ", "", 1), ("<b>&amp;\"'", True, None), ("regel\neen\ttwee\r", None, -1.5), ("\x01_x0041_", "😀", 1e20),
        *(("rij", None, None) for _ in range(40)), ("<r>x</r>", False, 0.1),
    ),
)  # fmt: skip


def test_sheets_are_as_xlsxwriter_writes_them(tables: dict[str, Tabel], monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte: our rows are only written faster, and without an object for every cell."""
    every = [*tables.values(), AWKWARD, replace(AWKWARD, naam="leeg", rijen=())]
    ours = spreadsheet(every, SITE)
    monkeypatch.setattr("macros.exports.open_data.spreadsheet._Rows", PlainRows)

    assert ours == spreadsheet(every, SITE)


def fields(model: type[Voorbeeld]) -> Iterator[str]:
    """The names of all fields of an entry."""
    yield from model.model_fields


def test_no_field_is_left_out(tables: dict[str, Tabel]) -> None:
    """Every field of the model is a column, the start of one, or a table."""
    columns = [kolom.naam for kolom in tables["voorbeelden"].kolommen]

    assert [
        name for name in fields(Praktijk) if name not in tables and not any(col == name or col.startswith(f"{name}_") for col in columns)
    ] == []
    assert len(columns) == len(set(columns))
    assert [kolom.naam for table in tables.values() for kolom in table.kolommen if not kolom.uitleg] == []


def test_every_table_is_explained(tables: dict[str, Tabel]) -> None:
    """In the order in which they are made."""
    assert list(UITLEG) == list(tables)


def test_tables_of_the_small_world(small: Catalogue) -> None:
    """Ids with their labels, numbers as numbers, relations with titles."""
    found = {table.naam: table for table in tabellen(small, SITE)}

    def row(table: str, slug: str) -> dict[str, Any]:
        names = [kolom.naam for kolom in found[table].kolommen]
        return next(dict(zip(names, line, strict=True)) for line in found[table].rijen if line[0] == slug)

    entry = row("voorbeelden", "leefgoed")
    assert (entry["type"], entry["plaats_gemeenten"], entry["plaats_gemeenten_label"], entry["provincies"]) == (
        "praktijk", "meierijstad", "Meierijstad", "noord-brabant"
    )  # fmt: skip
    assert entry["themas_label"] == "Meedoen en werk | Eenzaamheid en ontmoeting | Armoede en schulden"
    assert row("relaties", "leefgoed-keuken") == {
        "voorbeeld": "leefgoed-keuken", "relatie": "onderdeel_van", "naar": "leefgoed", "naar_titel": small.by_slug["leefgoed"].data.titel
    }  # fmt: skip
    assert {line[0] for line in found["lijsten"].rijen} <= set(LISTS)
    assert row("trefwoorden", "leefgoed") == {
        "lijst": "themas",
        "term": "meedoen-werk",
        "label": "Meedoen en werk",
        "voorbeeld": "leefgoed",
        "volgorde": 1,
    }


@pytest.mark.parametrize(
    ("written", "lowest", "highest"),
    [("70", 70, 70), ("1.250", 1250, 1250), ("1,6", 1.6, 1.6), ("50-60", 50, 60), ("1.200-1.500,5", 1200, 1500.5)],
)
def test_written_numbers(small: Catalogue, written: str, lowest: float, highest: float) -> None:
    """Dutch numbers as numbers to count with."""
    item = small.by_slug["leefgoed"]
    figure = item.data.kerncijfers[0].model_copy(update={"waarde": written})
    one = Item("leefgoed", item.data.model_copy(update={"kerncijfers": (figure,), "verwant": ()}))
    table = next(table for table in tabellen(replace(small, items=(one,)), SITE) if table.naam == "kerncijfers")
    names = [kolom.naam for kolom in table.kolommen]

    assert [table.rijen[0][names.index(name)] for name in ("waarde", "waarde_van", "waarde_tot")] == [written, lowest, highest]


def test_date_of_the_data(small: Catalogue) -> None:
    """Not the day of the build: the latest date in any entry."""
    assert bijgewerkt(small) == max(
        [item.data.peildatum for item in small.items]
        + [change.datum for item in small.items for change in item.data.wijzigingen]
        + [item.data.gecontroleerd.datum for item in small.items if item.data.gecontroleerd]
    )


def test_llms_txt(real: Catalogue) -> None:
    """Small, with the line to put with what is used, and every theme and knowledge page."""
    text = dict(site_files(real, SITE))["llms.txt"]

    assert isinstance(text, str)
    assert text.startswith("# Praktijkwijzer Sociaal Werk\n\n> ")
    assert f"Zet erbij: {LINE}" in text
    assert text.count(f"({SITE}kennis/") == len(real.kennis)
    assert len(text.encode()) < 30_000


@pytest.mark.parametrize(("size", "words"), [(3, "1 kB"), (48_060, "48 kB"), (999_400, "999 kB"), (1_849_000, "1,8 MB")])
def test_sizes_in_words(size: int, words: str) -> None:
    """As people read them."""
    assert size_in_words(size) == words
