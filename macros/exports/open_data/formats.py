"""Every published file: what it is called, what is in it and in which format. The page, the record and the API tell it from here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.open_data.tables import UITLEG
from macros.problem import count


@dataclass(frozen=True)
class Bestand:
    """A file: its name in the folder, a title and explanation for people, its format for machines, and what it is part of."""

    naam: str
    titel: str
    uitleg: str
    formaat: str
    verzameling: Literal["catalogus", "lijsten"] = "catalogus"

    @property
    def media_type(self) -> str:
        """The name of the format that IANA keeps."""
        return _FORMATS[self.formaat][0]

    @property
    def eu_type(self) -> str:
        """The code of the format in the list of the Publications Office of the EU; empty when it has none."""
        return _FORMATS[self.formaat][1]


_FORMATS = {
    "JSON": ("application/json", "JSON"),
    "CSV": ("text/csv", "CSV"),
    "CSV voor Excel": ("text/csv", "CSV"),
    "Excel": ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX"),
    "SQLite": ("application/vnd.sqlite3", ""),
    "JSON-LD": ("application/ld+json", "JSON_LD"),
    "Turtle": ("text/turtle", "RDF_TURTLE"),
}


def bestanden(catalogue: Catalogue) -> Iterator[Bestand]:
    """All files with data, those that most people want first."""
    number = count(len(catalogue.items), "voorbeeld", "voorbeelden")
    yield Bestand("praktijkwijzer.xlsx", "Werkmap met alle tabellen", "Het eerste blad legt de kolommen uit.", "Excel")
    yield Bestand("excel/voorbeelden.csv", "Tabel voor Excel", f"{number}, elk op een regel.", "CSV voor Excel")
    yield Bestand("catalogus.json", "De hele catalogus", "Voorbeelden, kennispagina's en lijsten, compleet.", "JSON")
    yield Bestand("praktijkwijzer.sqlite", "Database met alle tabellen", "Voor vragen in SQL.", "SQLite")
    yield Bestand("voorbeelden.jsonld", "Voorbeelden als linked data", "Met schema.org en Dublin Core.", "JSON-LD")
    yield Bestand("voorbeelden.ttl", "Voorbeelden als linked data", "Hetzelfde als Turtle.", "Turtle")
    for naam, uitleg in UITLEG.items():
        yield Bestand(f"csv/{naam}.csv", naam, uitleg, "CSV")
    yield Bestand("lijsten.json", "De lijsten", "Alle termen met hun uitleg.", "JSON", "lijsten")
    yield Bestand("lijsten.jsonld", "De lijsten als linked data", "SKOS, in de vorm van NL-SBB.", "JSON-LD", "lijsten")
    yield Bestand("lijsten.ttl", "De lijsten als linked data", "Hetzelfde als Turtle.", "Turtle", "lijsten")


DOELEN: dict[str, tuple[str, ...]] = {
    "spreadsheet": ("Excel", "CSV voor Excel"),
    "programma": ("JSON", "SQLite"),
    "tabellen": ("CSV",),
    "linked data": ("JSON-LD", "Turtle"),
}
"""What people come for, and the formats that serve it."""


@dataclass(frozen=True)
class Regel:
    """A file in a list to download from."""

    bestand: Bestand
    adres: str
    grootte: str


def regels(catalogue: Catalogue, doel: str, sizes: Mapping[str, int]) -> tuple[Regel, ...]:
    """The files for a purpose. `sizes` is path → bytes of what the site publishes."""
    files = [file for file in bestanden(catalogue) if file.formaat in DOELEN[doel]]
    return tuple(Regel(file, addresses.data(file.naam), size_in_words(sizes[addresses.data(file.naam)])) for file in files)


def size_in_words(size: int) -> str:
    """A number of bytes as people read it: `480 kB`, `1,8 MB`."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")
