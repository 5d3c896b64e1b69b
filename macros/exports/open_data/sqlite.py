"""The tables as one SQLite database, for who asks questions in SQL. Made in memory; the same tables give the same bytes."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence

from macros.exports.open_data.attribution import naamsvermelding
from macros.exports.open_data.tables import Tabel

_TYPES = {"tekst": "TEXT", "getal": "NUMERIC", "janee": "INTEGER"}


def database(tables: Sequence[Tabel], site_url: str) -> bytes:
    """The database file. `leesmij` explains tables and columns and holds the attribution."""
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE leesmij (tabel TEXT, kolom TEXT, uitleg TEXT)")
        lines = [("", "naamsvermelding", naamsvermelding(site_url)), ("", "uitleg", f"{site_url}data/")]
        for table in tables:
            lines.append((table.naam, "", table.uitleg))
            lines += [(table.naam, kolom.naam, kolom.uitleg) for kolom in table.kolommen]
            _add(connection, table)
        connection.executemany("INSERT INTO leesmij VALUES (?, ?, ?)", lines)
        connection.commit()
        return connection.serialize()


def _add(connection: sqlite3.Connection, table: Tabel) -> None:
    # all names are those of our own model
    first = table.kolommen[0].naam
    columns = ", ".join(f'"{kolom.naam}" {_TYPES[kolom.soort]}' for kolom in table.kolommen)
    key = ', PRIMARY KEY ("slug")' if first == "slug" else ""
    connection.execute(f'CREATE TABLE "{table.naam}" ({columns}{key})')
    places = ", ".join("?" * len(table.kolommen))
    connection.executemany(f'INSERT INTO "{table.naam}" VALUES ({places})', table.rijen)
    if first == "voorbeeld":
        connection.execute(f'CREATE INDEX "{table.naam}_voorbeeld" ON "{table.naam}" ("voorbeeld")')
