"""Everything on the site that is not a page: drawings, data, feeds. One module per kind, each from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue import Catalogue
from macros.drawings.panorama import panorama
from macros.exports.comparison import comparison_files
from macros.exports.data_files import data_files
from macros.exports.entry_data import entry_data, entry_json
from macros.exports.entry_files import entry_files
from macros.exports.form_covers import cover_files
from macros.exports.form_knowledge import knowledge_files
from macros.exports.form_names import organisation_files
from macros.exports.llms import llms_txt
from macros.exports.municipalities import municipality_files
from macros.exports.templates import templates


def site_files(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes | str]]:
    """Path under the site and content of every file. `site_url` is the address of the site, with its final slash."""
    yield from entry_files(catalogue, site_url)
    yield "assets/panorama.svg", panorama()
    entries = entry_json(catalogue, site_url)
    yield from entry_data(catalogue, entries)
    yield from comparison_files(catalogue)
    yield from templates(catalogue)
    yield from knowledge_files(catalogue)
    yield from organisation_files(catalogue)
    yield from cover_files(catalogue)
    yield from municipality_files(catalogue)
    yield "llms.txt", llms_txt(catalogue, site_url)
    yield from data_files(catalogue, site_url, entries)
