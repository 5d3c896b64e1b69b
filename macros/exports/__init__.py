"""Everything on the site that is not a page: drawings, data, feeds. One module per kind, each from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator

from macros.catalogue import Catalogue, Item
from macros.drawings.panorama import panorama
from macros.exports.comparison import comparison_file
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
    for item in catalogue.items:
        yield from beside_entry(catalogue, item, site_url)
    yield from of_all_entries(catalogue, site_url)
    yield from of_catalogue(catalogue, site_url)


def beside_entry(catalogue: Catalogue, item: Item, site_url: str) -> Iterator[tuple[str, bytes | str]]:
    """Path and content of the files beside the page of one entry, but for its data."""
    yield from entry_files(catalogue, item, site_url)
    yield comparison_file(catalogue, item)


def of_all_entries(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes]]:
    """The entries as data: each by itself, and all together in every form."""
    entries = entry_json(catalogue, site_url)
    yield from entry_data(catalogue, entries)
    yield from data_files(catalogue, site_url, entries)


def of_catalogue(catalogue: Catalogue, site_url: str) -> Iterator[tuple[str, bytes | str]]:
    """What there is one of, however many entries there are."""
    yield "assets/panorama.svg", panorama()
    yield from templates(catalogue)
    yield from knowledge_files(catalogue)
    yield from organisation_files(catalogue)
    yield from cover_files(catalogue)
    yield from municipality_files(catalogue)
    yield "llms.txt", llms_txt(catalogue, site_url)
