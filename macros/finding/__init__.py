"""What makes the site findable: search documents, their weighed words, the dictionary and suggestions.

All of it is made from the catalogue at build time; `overrides/scripts/zoekkern.js` is the other half.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.catalogue import Catalogue
from macros.finding import dictionary, suggestions
from macros.finding.documents import Zoekdocument, concept_names, documents
from macros.finding.indexing import register
from macros.finding.language import VULWOORDEN
from macros.finding.nearness import nearest
from macros.finding.pieces import Register
from macros.finding.shards import written
from macros.finding.weighing import weigh

_TOLD = {"aanpak", "aanleiding", "resultaten", "tekst", "cijfers"}


@dataclass(frozen=True)
class Vindbaar:
    """Everything for search: the index, and the files beside it by their path on the site."""

    index: Register
    bestanden: Mapping[str, str]


def make_findable(catalogue: Catalogue, handwritten: Sequence[Zoekdocument] = (), tabel: str = "") -> Vindbaar:
    """From the catalogue and the handwritten pages. `tabel` is the version of the table that the catalogue page reads.

    The first pages of the index are the entries, in the order of the catalogue, so that their numbers are rows of that table.
    """
    named = (*documents(catalogue), *handwritten)
    docs = tuple(doc for doc in named if not doc.alleen_naam)
    gewogen = weigh(docs, dict(concept_names(catalogue)))
    small = {"woorden": dictionary.dictionary(gewogen), "gewoon": dictionary.ordinary(gewogen), "namen": suggestions.suggestions(named)}
    index = register(docs, gewogen.gewichten, dictionary.concept_codes(gewogen))
    return Vindbaar(index, dict(_files(small, docs, nearest(docs, gewogen.gewichten), tabel)))


def _files(
    small: Mapping[str, Mapping[str, Sequence[str]]], docs: Sequence[Zoekdocument], near: Sequence[Sequence[int]], tabel: str
) -> Iterator[tuple[str, str]]:
    for folder, found in small.items():
        for prefix, lines in found.items():
            yield f"zoek/{folder}/{prefix}.txt", "\n".join(lines)
    for doc in docs:
        if doc.is_voorbeeld:
            yield f"zoek/teksten/{doc.adres.strip('/').rpartition('/')[2]}.txt", text_of(doc)
    entries = sum(1 for doc in docs if doc.is_voorbeeld)
    begin = {
        "voorbeelden": entries,
        "overig": len(docs) - entries,
        "tabel": tabel,
        "soorten": sorted({doc.soort for doc in docs if not doc.is_voorbeeld}),
        "vulwoorden": written(VULWOORDEN),
        **{folder: written(found) for folder, found in small.items()},
    }
    yield "zoek/begin.json", json.dumps(begin, separators=(",", ":"))
    yield "zoek/buren.json", json.dumps(near, separators=(",", ":"))


def text_of(doc: Zoekdocument) -> str:
    """The text of an entry, a line for each of its sections: where a result was found is shown from it."""
    return "\n".join(text for name, text in doc.velden if text and name in _TOLD)
