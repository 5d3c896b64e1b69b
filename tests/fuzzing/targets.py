"""What coverage-guided fuzzing feeds its bytes to: the properties of `test_properties`, and what holds of every export.

A target takes bytes and raises when something doesn't hold. A program of its own, for the fuzzer ends its process:
`python -m tests.fuzzing.targets DOEL FOLDER [argument of libFuzzer …]`; `zoek` runs it and keeps the outcome.
"""

from __future__ import annotations

import csv
import datetime
import functools
import io
import json
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import atheris
import rdflib

with atheris.instrument_imports(include=["macros"]):
    from macros.catalogue import Catalogue
    from macros.checking import Checked
    from macros.exports.entry_data import entry_json
    from macros.exports.linked_data.entries import own, things
    from macros.exports.linked_data.graph import to_turtle
    from macros.exports.open_data.csv_files import to_csv
    from macros.exports.open_data.tables import tabellen
    from macros.exports.open_data.whole import read_back, whole
    from macros.files import read_content
    from tests.conftest import SMALL, checking_with
    from tests.unit import test_properties as properties

TODAY = datetime.date(2026, 11, 21)
PLACE = "voorbeelden/leefgoed.yml"
SITE = "https://gids.nl/"


def lezen(data: bytes) -> None:
    """Any bytes are a document, or problems with places; values that are read at once are read well."""
    properties.test_any_bytes_are_an_entry_or_problems_with_places.hypothesis.inner_test(data)
    properties.test_what_is_read_at_once_is_read_well.hypothesis.inner_test(data)


def model(data: bytes) -> Checked:
    """The whole check of the small world with these bytes for one of its entries: every problem has its place, and says what to do."""
    checked = _small()({PLACE: data})
    assert (checked.catalogue is None) == bool(checked.errors)
    for problem in checked.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert problem.message
        assert "Traceback" not in problem.message
        assert problem.path != PLACE or problem.line <= len(data.splitlines()) + 2
    return checked


def proza(data: bytes) -> None:
    """Markdown becomes harmless HTML; all that reads prose comes to an end."""
    text = data.decode("utf-8", "ignore")
    properties.test_prose_is_harmless_html.hypothesis.inner_test("".join(filter(_may_be_read, text)))
    properties.test_what_reads_prose_never_stops.hypothesis.inner_test(text)


def verwijzingen(data: bytes) -> None:
    """RIS and BibTeX of any work, read by the programs of others."""
    properties.test_a_citation_survives_the_programs_of_others.hypothesis.fuzz_one_input(data)
    properties.test_bibtex_holds_one_work.hypothesis.fuzz_one_input(data)


def uitvoer(data: bytes) -> int:
    """What is published of an entry that the check lets through is read back as it was, from JSON and CSV; Turtle holds no stray sign."""
    catalogue = model(data).catalogue
    if catalogue is None:
        return 0
    written = json.loads(whole(catalogue, SITE, entry_json(catalogue, SITE)))
    assert read_back(written, TODAY) == catalogue
    for table in tabellen(catalogue, SITE):
        for text, between in zip(to_csv(table), ",;", strict=True):
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=between, strict=True))
            assert {len(row) for row in rows} == {len(table.kolommen)}
            assert len(rows) == len(table.rijen) + 1
            assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in tuple("=+@") and cell.lstrip()[:1]]
    _reads_turtle(catalogue)
    return 0


def _reads_turtle(catalogue: Catalogue) -> None:
    rdflib.Graph().parse(data=to_turtle(things(catalogue, SITE), own(SITE)), format="turtle")


def _may_be_read(sign: str) -> bool:
    """Whether the reader lets a sign through; it refuses the rest before it becomes prose."""
    return sign == "\n" or (unicodedata.category(sign) not in ("Cc", "Co", "Cs", "Cn") and sign not in "\ufeff\u2028\u2029")


@functools.cache
def _small() -> Callable[..., Checked]:
    files, problems = read_content(SMALL)
    assert problems == []
    return checking_with(files, TODAY)


TARGETS: dict[str, Callable[[bytes], object]] = {one.__name__: one for one in (lezen, model, proza, verwijzingen, uitvoer)}

if __name__ == "__main__":
    target, found = TARGETS[sys.argv.pop(1)], Path(sys.argv.pop(1))

    def run(data: bytes) -> None:
        """What breaks something is kept: the fuzzer itself keeps only what took too long or too much memory."""
        try:
            target(data)
        except Exception:  # any at all is a finding; it goes on to the fuzzer below
            found.write_bytes(data)
            raise

    # what is made once, for all input, must not count as the time of the first
    run(b"")
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()
