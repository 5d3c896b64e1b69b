"""A lighter index: what Pagefind writes for any site, without what ours doesn't use.

Every visitor who searches fetches the list of all pages before the first result. Pagefind names each page
by fifteen characters; numbers that count in their first sign weigh a third of that when compressed. The number
of words beside each name counts in the ranking through its mean only, as `zoekkern.js` sets it, so all get the mean.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence

_SIGN = b"pagefind_dcd"
# an array of a text of at most 23 characters and a number; an array of three texts that ends on a name (RFC 8949, 3.1)
_PAGE = re.compile(rb"\x82([\x60-\x77])(unknown_[0-9a-f]+)([\x00-\x17]|\x18.|\x19..)", re.DOTALL)
_PIECE = re.compile(rb"([\x60-\x77])(unknown_[0-9a-f]+)")
_TEXT = 0x60
_MARK = 8
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def fragment(content: bytes, shown: Mapping[str, Mapping[str, str]]) -> bytes:
    """What Pagefind keeps of a page (zipped): with all that a result shows, by address, and without its words."""
    kept = json.loads(gzip.decompress(content).removeprefix(_SIGN))
    kept |= {"content": "", "meta": shown[kept["url"].strip("/")]}
    return gzip.compress(_SIGN + json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)


def short_names(meta: bytes, contents: Sequence[bytes]) -> Mapping[str, str]:
    """Pagefind's name of every page and every piece of the index in its list → a shorter one.

    All end on a mark of the contents, so that a browser's cache never gives an old page for a new one.
    """
    digest = hashlib.sha256()
    for content in sorted(contents):
        digest.update(hashlib.sha256(content).digest())
    mark = digest.hexdigest()[:_MARK]
    names = [found[2].decode() for found in _PIECE.finditer(meta) if _is_name(found)]
    size = len(_number(len(names)))
    return {name: _number(place).ljust(size, "0") + mark for place, name in enumerate(dict.fromkeys(names))}


def short_id(name: str) -> str:
    """A short name without its mark."""
    return name[:-_MARK]


def _number(number: int) -> str:
    """A number of which the first digit counts fastest: so neighbours in the list differ at one place only."""
    digits = ""
    while number or not digits:
        number, rest = divmod(number, len(_DIGITS))
        digits += _DIGITS[rest]
    return digits


def slim(meta: bytes, names: Mapping[str, str]) -> bytes:
    """Pagefind's list (CBOR, unzipped) with the short names, and one length for all pages. Raises KeyError for a name that has none."""
    lengths = [int.from_bytes(found[3][1:] or found[3]) for found in _pages(meta)]
    mean = _uint(round(sum(lengths) / max(len(lengths), 1)))

    def page(found: re.Match[bytes]) -> bytes:
        return found[0][: found.start(3) - found.start()] + mean if _is_name(found) else found[0]

    def piece(found: re.Match[bytes]) -> bytes:
        if not _is_name(found):
            return found[0]
        name = names[found[2].decode()].encode()
        return bytes([_TEXT + len(name)]) + name

    return _PIECE.sub(piece, _PAGE.sub(page, meta))


def _pages(meta: bytes) -> Iterator[re.Match[bytes]]:
    return (found for found in _PAGE.finditer(meta) if _is_name(found))


def _is_name(found: re.Match[bytes]) -> bool:
    return found[1][0] - _TEXT == len(found[2])


def _uint(number: int) -> bytes:
    """A whole number as CBOR has it."""
    if number < 24:
        return bytes([number])
    return bytes([0x18, number]) if number < 256 else b"\x19" + number.to_bytes(2)
