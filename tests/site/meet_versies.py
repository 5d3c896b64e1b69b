"""How long the pages of all versions take: `python -m tests.site.meet_versies [ENTRIES] [VERSIONS]`.

The entries are the real ones under other names; each gets so many versions, in which two sentences differ. Made once
cold and once again, as in a rebuild in which nothing changed, and once after a change of one entry.
"""

from __future__ import annotations

import datetime
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader

from macros.canonical import write
from macros.render import Renderer
from macros.versions.pages import values
from macros.versions.past import read_past, write_versions

PROJECT = Path(__file__).parents[2]
BEGIN = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)


def states(number: int, versions: int) -> Iterator[list[tuple[str, bytes]]]:
    """What every commit writes: path and content."""
    real = [read for path in sorted((PROJECT / "voorbeelden").glob("*.yml")) if (read := values(path.read_bytes()))]
    for version in range(versions):
        for_all = {"resultaten": f"Stand {version}.", "peildatum": f"20{10 + version}"}
        texts = [write({**own, "titel": f"{own['titel']} PLEK", **_told(own, for_all)}) for own in real]
        yield [
            (f"voorbeelden/plek-{place}.yml", texts[place % len(texts)].replace("PLEK", str(place), 1).encode()) for place in range(number)
        ]


def _told(own: Mapping[str, Any], changed: Mapping[str, str]) -> dict[str, str]:
    return {**changed, "resultaten": f"{own['resultaten']} {changed['resultaten']}"}


def repository(folder: Path, number: int, versions: int) -> None:
    """A history in which every entry changes with every commit, a day apart."""
    stream: list[bytes] = []
    for mark, files in enumerate(states(number, versions)):
        moment = int((BEGIN + datetime.timedelta(days=mark, hours=1)).timestamp())
        stream += [b"commit refs/heads/main", b"committer a <a@b.nl> %d +0000" % moment, b"data 1", b"x"]
        for path, content in files:
            stream += [b"M 100644 inline " + path.encode(), b"data %d" % len(content), content]
    subprocess.run(["git", "init", "-q", "-b", "main", str(folder)], check=True)
    subprocess.run(["git", "-C", str(folder), "fast-import", "--quiet"], input=b"\n".join([*stream, b""]), check=True)
    subprocess.run(["git", "-C", str(folder), "reset", "-q", "--hard"], check=True)
    shutil.copytree(PROJECT / "overrides" / "components", folder / "overrides" / "components")
    (folder / "mkdocs.yml").write_text('extra:\n  gepubliceerd_vanaf: "2027-01-01"\n', encoding="utf-8")


def measure(folder: Path, site: Path) -> tuple[float, float, int]:
    """Seconds of the processor to read the history and to put the pages there, and how many versions were made anew."""
    renderer = Renderer(FileSystemLoader(folder / "overrides" / "components"))
    start = time.process_time()
    past = read_past(folder, {}, datetime.date(2028, 1, 1))
    read = time.process_time()
    made = write_versions(folder, site, past, renderer, "https://gids.example/")
    return read - start, time.process_time() - read, made


if __name__ == "__main__":
    entries, each = (int(value) for value in (sys.argv[1:] + ["2000", "5"][len(sys.argv) - 1 :])[:2])
    with tempfile.TemporaryDirectory() as work:
        copy, site = Path(work, "kopie"), Path(work, "site")
        repository(copy, entries, each)
        for what in ("koud", "ongewijzigd", "één gewijzigd"):
            if what == "één gewijzigd":
                one = copy / "voorbeelden" / "plek-0.yml"
                one.write_text(one.read_text(encoding="utf-8").replace("titel: ", "titel: Anders ", 1), encoding="utf-8")
            shutil.rmtree(site, ignore_errors=True)
            read, written, made = measure(copy, site)
            print(f"{what}: {made} versies gemaakt, {read:.2f} s geschiedenis, {written:.2f} s pagina's (rekentijd)", flush=True)
        kept = sum(path.stat().st_size for path in copy.joinpath(".cache").rglob("*") if path.is_file()) / 2**20
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"{entries} voorbeelden met elk {each} versies: {kept:.0f} MiB bewaard, {memory:.0f} MiB geheugen")
