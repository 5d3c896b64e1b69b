"""A lighter list of pages for Pagefind: every visitor who searches fetches it whole, before the first result.

Pagefind names each page by fifteen characters; four tell ten thousand pages apart. The number of words
that it keeps beside each name must stay: its ranking counts with it, whatever the options say.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

_MARK = "unknown_"
# a text of at most 23 characters: its length is in the byte before it (RFC 8949, 3.1)
_NAME = re.compile(rb"([\x60-\x77])(unknown_[0-9a-f]+)")
_TEXT = 0x60
_LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4


def short_names(pages: Mapping[str, bytes], pieces: Iterable[str]) -> Mapping[str, str]:
    """Pagefind's name of every page (name → content) and every piece of the index → a shorter one.

    A name follows from the content, so that a browser's cache never gives an old page for a new one.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for name, content in sorted(pages.items()):
        rest = int.from_bytes(hashlib.sha256(name.encode() + content).digest())
        letters = ""
        while len(letters) < _SHORTEST or letters in taken:
            rest, letter = divmod(rest, len(_LETTERS))
            letters += _LETTERS[letter]
        taken.add(letters)
        names[name] = letters
    return {**names, **{name: name.removeprefix(_MARK) for name in pieces}}


def slim(meta: bytes, names: Mapping[str, str]) -> bytes:
    """Pagefind's list (CBOR, unzipped) with the short names. Raises KeyError for a name that has none."""

    def shorter(found: re.Match[bytes]) -> bytes:
        if found[1][0] - _TEXT != len(found[2]):
            return found[0]
        name = names[found[2].decode()].encode()
        return bytes([_TEXT + len(name)]) + name

    return _NAME.sub(shorter, meta)
