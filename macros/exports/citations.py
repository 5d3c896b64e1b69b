"""The citation of every page in the forms that others read, beside that page.

Per page `<stam>.leidraad.txt` (the Leidraad voor juridische auteurs, one line), `.bib` (BibTeX), `.ris` (RIS) and
`.csl.json` (CSL-JSON, a list of one), and `.jsonld` (schema.org); the stem is `voorbeeld`, `kennispagina` or `verzameling`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.citing import work
from macros.citing.formats import bibtex, csl_json, ris
from macros.citing.linked import of_collection, of_entry, of_knowledge
from macros.citing.styles import leidraad
from macros.citing.work import Werk
from macros.collections import Verzameling


def citation_files(catalogue: Catalogue, collections: Sequence[Verzameling], site_url: str) -> Iterator[tuple[str, str]]:
    """Path and content of every file."""
    for item in catalogue.items:
        yield from entry_citations(catalogue, item, site_url)
    yield from other_citations(catalogue, collections, site_url)


def entry_citations(catalogue: Catalogue, item: Item, site_url: str) -> Iterator[tuple[str, str]]:
    """Path and content of the files of one entry."""
    cited = work.voorbeeld(catalogue, item, site_url)
    yield from _files(f"{addresses.voorbeeld(item.slug)}voorbeeld", cited, of_entry(catalogue, item, cited, site_url))


def other_citations(catalogue: Catalogue, collections: Sequence[Verzameling], site_url: str) -> Iterator[tuple[str, str]]:
    """Path and content of the files of all that is no entry."""
    for page in catalogue.kennis:
        cited = work.kennispagina(page, site_url)
        yield from _files(f"{addresses.kennis(page.slug)}kennispagina", cited, of_knowledge(catalogue, page, cited, site_url))
    for collection in collections:
        cited = work.verzameling(collection, site_url)
        linked = of_collection(catalogue, collection, cited, site_url)
        yield from _files(f"{addresses.verzameling(collection.slug)}verzameling", cited, linked)


def _files(stem: str, cited: Werk, linked: str) -> Iterator[tuple[str, str]]:
    # with its mark: a host seldom says in what encoding a plain text is
    yield f"{stem}.leidraad.txt", f"\ufeff{leidraad(cited)}\n"
    yield f"{stem}.bib", bibtex(cited)
    yield f"{stem}.ris", ris(cited)
    yield f"{stem}.csl.json", csl_json([cited])
    yield f"{stem}.jsonld", linked
