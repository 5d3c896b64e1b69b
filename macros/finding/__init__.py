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
from macros.finding.indexing import page, shown
from macros.finding.language import VULWOORDEN
from macros.finding.nearness import nearest
from macros.finding.weighing import weigh

_TOLD = {"aanpak", "aanleiding", "resultaten", "tekst", "cijfers"}


@dataclass(frozen=True)
class Vindbaar:
    """Everything for search: the pages that Pagefind must index, what a result shows of each, and the files beside the index."""

    paginas: Mapping[str, str]
    getoond: Mapping[str, Mapping[str, str]]
    bestanden: Mapping[str, str]
    buren: Mapping[str, Sequence[str]]
    """The address of every entry → those of the entries most like it."""


def make_findable(catalogue: Catalogue, handwritten: Sequence[Zoekdocument] = ()) -> Vindbaar:
    """From the catalogue and the handwritten pages: path under the index → HTML, and path under the site → content."""
    named = (*documents(catalogue), *handwritten)
    docs = tuple(doc for doc in named if not doc.alleen_naam)
    gewogen = weigh(docs, dict(concept_names(catalogue)))
    codes = dictionary.concept_codes(gewogen)
    paginas = {f"{_path(doc.adres)}/index.html": page(doc, weights, codes) for doc, weights in zip(docs, gewogen.gewichten, strict=True)}
    small = {"woorden": dictionary.dictionary(gewogen), "gewoon": dictionary.ordinary(gewogen), "namen": suggestions.suggestions(named)}
    return Vindbaar(paginas, {_path(doc.adres): shown(doc) for doc in docs}, dict(_files(small, docs)), nearest(docs, gewogen.gewichten))


def _files(small: Mapping[str, Mapping[str, Sequence[str]]], docs: Sequence[Zoekdocument]) -> Iterator[tuple[str, str]]:
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
        "soorten": sorted({doc.soort for doc in docs if not doc.is_voorbeeld}),
        "vulwoorden": " ".join(sorted(VULWOORDEN)),
        **{folder: " ".join(found) for folder, found in small.items()},
    }
    yield "zoek/begin.json", json.dumps(begin, separators=(",", ":"))


def text_of(doc: Zoekdocument) -> str:
    """The text of an entry, a line for each of its sections: where a result was found is shown from it."""
    return "\n".join(text for name, text in doc.velden if text and name in _TOLD)


def _path(address: str) -> str:
    """Where the page of a document stands for Pagefind; a term of the glossary has no page of its own."""
    return address.replace("#", "").rstrip("/")
