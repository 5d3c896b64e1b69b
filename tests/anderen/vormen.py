"""A file that we publish by official SHACL files of yours: `python -m tests.anderen.vormen data/catalogus.ttl FOLDER`.

No package holds those of DCAT-AP-NL (github.com/Geonovum/DCAT-AP-NL30, `shapes/300`) or NL-SBB, so the tests use our
own wording of them in `tests/data/vormen`. Who has the official files can try them with this.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from pyshacl import validate
from rdflib import Graph

from macros.checking import check
from macros.exports.data_files import data_files
from macros.exports.entry_data import entry_json
from macros.files import read_content

PROJECT = Path(__file__).parents[2]
SITE = "https://gids.example/"


def main(name: str, folder: Path) -> int:
    """Hold the file of that address against every file of shapes, and tell what is wrong."""
    catalogue = check(read_content(PROJECT)[0], datetime.datetime.now(tz=datetime.UTC).date()).catalogue
    assert catalogue is not None
    published = Graph().parse(data=dict(data_files(catalogue, SITE, entry_json(catalogue, SITE)))[name], format="turtle")
    refused = 0
    for shapes in sorted(folder.glob("*.ttl")):
        conforms, _, text = validate(published, shacl_graph=Graph().parse(shapes), advanced=True)
        refused += not conforms
        print(f"{name} voldoet aan {shapes.name}" if conforms else f"{name} voldoet niet aan {shapes.name}:\n{text}")
    return int(bool(refused))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
