"""The names of organisations that the form offers: `/meedoen/formulier/organisaties/<letter>.json`.

One file for each letter or digit with which a word of a name can begin, so that who types a name gets a few dozen of
them, however many there are. Rows of a name and, where an entry gives it, its website; of several the one that most
entries give.
"""

from __future__ import annotations

import json
import string
from collections import Counter
from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue
from macros.naming import slugify

_LETTERS = string.ascii_lowercase + string.digits
_LITTLE = {"aan", "bij", "de", "den", "der", "en", "het", "in", "of", "op", "te", "ten", "ter", "the", "van", "voor"}
"""Words that nobody begins with when they search for a name, unless the name does."""


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
