"""Lists as the form gets them: one text of lines instead of rows in rows, which compresses to less.

`overrides/scripts/formulier-uitpakken.js` does the reverse. A tab stands between the parts of a line; no text that is
one line holds one. What few terms have (`geldig_tot`, `domeinen` …) stands apart, by list and term.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_LINE = ("label", "uitleg", "synoniemen")


def packed(known: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of `form_knowledge` with `lijsten`, `gemeenten` and what can be referred to as lines.

    Of a list in which nobody searches the other words wait for who opens a file: see `other_words`.
    """
    searched = _searched(known)
    return {
        "lijsten": {
            naam: lines([key, *_told(term)[: None if naam in searched else 2]] for key, term in terms.items())
            for naam, terms in known["lijsten"].items()
        },
        "bijzonder": {naam: found for naam, terms in known["lijsten"].items() if (found := _special(terms))},
        "gemeenten": _by_province(known["gemeenten"]),
        "kennispaginas": lines(known["kennispaginas"]),
    }


def other_words(known: Mapping[str, Any]) -> dict[str, dict[str, list[str]]]:
    """The synonyms of the lists in which nobody searches, by list and term: only a file can hold a word that is not in them."""
    return {
        naam: {key: term["synoniemen"] for key, term in terms.items() if "synoniemen" in term}
        for naam, terms in known["lijsten"].items()
        if naam not in _searched(known)
    }


def _searched(known: Mapping[str, Any]) -> set[str]:
    """The lists of which one can choose several terms; there the form has a box to search in."""
    return {field["naar"] for model in known["modellen"].values() for field in model if "naar" in field and field.get("lijst")}


def lines(rows: Any) -> str:
    """Rows of texts as one text."""
    return "\n".join("\t".join(row).rstrip("\t") for row in rows)


def _told(term: Mapping[str, Any]) -> list[str]:
    return [term["label"], term.get("uitleg", ""), *term.get("synoniemen", ())]


def _special(terms: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    found = {key: {name: value for name, value in term.items() if name not in _LINE} for key, term in terms.items()}
    return {key: values for key, values in found.items() if values}


def _by_province(rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """The rows without their province, under it; their own order is that of their ids."""
    provinces: dict[str, list[list[str]]] = {}
    for label, province, *rest in rows:
        provinces.setdefault(province, []).append([label, *rest])
    return {province: lines(found) for province, found in provinces.items()}
