"""LibreOffice opens every spreadsheet that we publish and finds in it what we put there: `make anderen`.

It is not part of `make test`, for LibreOffice is a download of ninety megabytes. Where Debian's packages can be
installed without a question, this does so; elsewhere it asks for LibreOffice.
"""

from __future__ import annotations

import csv
import datetime
import io
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.checking import check
from macros.exports.data_files import data_files
from macros.exports.entry_data import entry_json
from macros.exports.open_data.tables import tabellen
from macros.files import read_content
from tests.browser.installeer import install_from_debian, root_prefix

PROJECT = Path(__file__).parents[2]
SITE = "https://gids.example/"
MACOS = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
# separator, quote, UTF-8, from the first row, kinds of columns, Dutch; the rest as LibreOffice's guide has it
CSV_OUT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1043,true,false,false,false,false"
# as a Dutch computer opens a file without a question, dates and all; and with every column taken as text
BY_ITSELF = "Text - txt - csv (StarCalc):59,34,76,1,,1043,false,true"
AS_TEXT = f"Text - txt - csv (StarCalc):44,34,76,1,{'/'.join(f'{column}/2' for column in range(1, 200))},1043,false,false"

Rows = list[list[str]]


def find() -> str:
    """LibreOffice on this computer, installed if that can be."""
    found = shutil.which("soffice") or shutil.which("libreoffice") or shutil.which(MACOS)
    prefix = root_prefix()
    if not found and prefix is not None and shutil.which("apt-get"):
        print("LibreOffice wordt geïnstalleerd (het pakket van Debian, ongeveer 90 MB) …", flush=True)
        print(install_from_debian("libreoffice-calc-nogui", prefix), end="")
        found = shutil.which("soffice")
    if not found:
        raise SystemExit("LibreOffice is er niet, en het installeren lukte niet. Zet het er zelf op: https://nl.libreoffice.org/")
    return found


def convert(office: str, paths: Sequence[Path], to: Path, *options: str) -> None:
    """Open each file and write what LibreOffice made of it to the folder `to`."""
    profile = f"-env:UserInstallation={to.parent.joinpath('profiel').as_uri()}"
    command = [office, "--headless", profile, *options, "--outdir", str(to), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False, env={**os.environ, "LC_ALL": "C.UTF-8"})
    if done.returncode or "Error" in done.stderr:
        raise SystemExit(f"LibreOffice opende niet alles:\n{done.stdout}{done.stderr}")


def rows(path: Path, separator: str = ",") -> Rows:
    """A CSV file, by Python's own reader."""
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=separator))


def differences(name: str, ours: Rows, theirs: Rows) -> Iterator[str]:
    """Each cell in which LibreOffice has something else; a number may be written in another way."""
    if [len(ours), *map(len, ours)] != [len(theirs), *map(len, theirs)]:
        yield f"{name}: {len(ours)} rijen van {len(ours[0])} kolommen werden er {len(theirs)} van {len(theirs[0])}"
        return
    for number, (row, read) in enumerate(zip(ours, theirs, strict=True), 1):
        for column, cell, found in zip(ours[0], row, read, strict=True):
            if cell != found and _number(cell) != _number(found):
                yield f"{name}, rij {number}, {column}: {cell!r} werd {found!r}"


def _number(text: str) -> str | float:
    """`4.800` and `0,55` as Dutch has them, and 4800 and 0.55 as programs have them."""
    try:
        return float(text.replace(".", "").replace(",", ".") if "," in text or text[-4:-3] == "." else text)
    except ValueError:
        return text


def of_tables(office: str, folder: Path) -> Iterator[str]:
    """The differences in both kinds of CSV: for a spreadsheet, and for programs."""
    for kind, separator, opened in (("excel", ";", BY_ITSELF), ("csv", ",", AS_TEXT)):
        ours = sorted((folder / "data/v1" / kind).glob("*.csv"))
        convert(office, ours, folder / kind, f"--infilter={opened}", "--convert-to", CSV_OUT)
        for path in ours:
            yield from differences(f"{kind}/{path.name}", rows(path, separator), rows(folder / kind / path.name))


def of_workbook(office: str, folder: Path, expected: Mapping[str, Rows]) -> Iterator[str]:
    """The differences in the workbook: the same sheets, and every cell the same."""
    convert(office, [folder / "data/v1/praktijkwijzer.xlsx"], folder / "blad", "--convert-to", f"{CSV_OUT},-1")
    found = {path.stem.removeprefix("praktijkwijzer-"): rows(path) for path in (folder / "blad").glob("*.csv")}
    if found.keys() != {"Leesmij", *expected}:
        yield f"de bladen zijn {sorted(found)}"
    for name, table in expected.items():
        yield from differences(f"blad {name}", table, found.get(name, [[]]))


def main() -> int:
    """Make the files of the real catalogue, have them opened, and tell what differs."""
    office = find()
    catalogue = check(read_content(PROJECT)[0], datetime.datetime.now(tz=datetime.UTC).date()).catalogue
    assert catalogue is not None
    expected = {
        table.naam: [[kolom.naam for kolom in table.kolommen], *([_shown(value) for value in row] for row in table.rijen)]
        for table in tabellen(catalogue, SITE)
    }
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        every = data_files(catalogue, SITE, entry_json(catalogue, SITE))
        files = {path: content for path, content in every if path.endswith((".csv", ".xlsx"))}
        for path, content in files.items():
            folder.joinpath(path).parent.mkdir(parents=True, exist_ok=True)
            folder.joinpath(path).write_bytes(content)
        found = [*of_workbook(office, folder, expected), *of_tables(office, folder)]
    cells = sum(len(row) for table in expected.values() for row in table)
    print("\n".join(found) or f"LibreOffice opende {len(files)} bestanden; alle {cells} cellen per soort zijn zoals wij ze schreven.")
    return int(bool(found))


def _shown(value: object) -> str:
    return "" if value is None else {True: "ja", False: "nee"}[value] if isinstance(value, bool) else str(value)


if __name__ == "__main__":
    sys.exit(main())
