"""The names that the form asks for when it needs them, so that it stays light however many there are.

Of entries: `/meedoen/formulier/voorbeelden.json`, all of them, for who refers to another entry, and
`/meedoen/formulier/voorbeelden/<letter>.json`, slug and title of those of which one begins with a letter, to see whether a
title is taken. Both are lines as macros/exports/form_packing.py writes them, in the order of the files.

Of organisations: `/meedoen/formulier/organisaties/<letter>.json`. One file for each letter or digit with which a word of a
name can begin, so that who types a name gets a few dozen of them, however many there are. Rows of a name and, where an
entry gives it, its website; of several the one that most entries give.
"""

from __future__ import annotations

import json
import string
from collections import Counter
from collections.abc import Iterator, Sequence

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.form_packing import lines
from macros.naming import slugify

_LETTERS = string.ascii_lowercase + string.digits
_LITTLE = {"aan", "bij", "de", "den", "der", "en", "het", "in", "of", "op", "te", "ten", "ter", "the", "van", "voor"}
"""Words that nobody begins with when they search for a name, unless the name does."""


def entry_files(rows: Sequence[Sequence[str]]) -> Iterator[tuple[str, str]]:
    """Path and content of each file with names of entries; rows of slug, title and more as `form_knowledge` has them."""
    found: dict[str, list[Sequence[str]]] = {letter: [] for letter in _LETTERS}
    for row in rows:
        for letter in sorted({row[0][0], slugify(row[1])[0]}):
            found[letter].append(row[:2])
    yield addresses.formuliervoorbeelden(), json.dumps(lines(rows), ensure_ascii=False)
    for letter, some in found.items():
        yield addresses.formuliervoorbeelden(letter), json.dumps(lines(some), ensure_ascii=False)


def organisation_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and content of each file; an empty list where no name is."""
    websites = _websites(catalogue)
    found: dict[str, list[list[str]]] = {letter: [] for letter in _LETTERS}
    for name, website in sorted(websites.items()):
        first, *others = slugify(name).split("-")
        for letter in sorted({first[0], *(word[0] for word in others if word not in _LITTLE)}):
            found[letter].append([name, *website])
    for letter, rows in found.items():
        yield addresses.formulierorganisaties(letter), json.dumps(rows, ensure_ascii=False, separators=(",", ":"))


def _websites(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    counted: dict[str, Counter[str]] = {}
    for item in catalogue.items:
        for one in item.data.organisaties:
            counted.setdefault(one.naam, Counter())
            if one.website:
                counted[one.naam][one.website] += 1
    return {name: (max(sorted(found), key=found.__getitem__),) if found else () for name, found in counted.items()}
