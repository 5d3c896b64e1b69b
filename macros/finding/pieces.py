"""The search index in the form in which Pagefind's half in the browser reads it.

Pagefind would make it from a page of HTML per document, and keep with every word the place where it stands on that page.
We have the words with their weights already, and ask for one word at a time, so no place is kept: that leaves a third less
to fetch. Nor do lengths of pages count in our ranking, so all get the mean. What compresses well stands together:
pages are numbered in the order of the catalogue, and a page is named by a number that counts in its first sign.

A test holds this against what Pagefind itself makes of the same words.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise, product

import cbor2

_SIGN = b"pagefind_dcd"
_MARK = 8
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WEIGHT = 6
"""Pagefind counts in a 24th of a common word, we in a quarter."""
_PLACE = 7
"""Bytes for one word on one page."""
_AT = [[-1 - weight * _WEIGHT, 0] for weight in range(64)]
"""Per weight how Pagefind writes it (below zero), and one place."""
_GROWS = 3.5
"""Tried from 181 to 10,000 entries: with larger pieces these are most of what a result waits for, with smaller ones their list."""


@dataclass(frozen=True)
class Register:
    """An index: of every page what a result shows of it (JSON), and of every word where it stands and what it weighs there."""

    paginas: Sequence[Mapping[str, object]]
    woorden: Mapping[str, Sequence[int]]
    """Per word of the index, page after page, the number of the page × 64 + the weight."""


def files(register: Register, entry: Mapping[str, object]) -> Iterator[tuple[str, bytes]]:
    """Path below `pagefind/` → content. `entry` is what Pagefind's own first file says."""
    pieces = [(first, last, _packed(piece)) for first, last, piece in _bounded(_pieces(register.woorden))]
    pages = [_packed(_json(page)) for page in register.paginas]
    mark = _digest([*pages, *(content for _, _, content in pieces)])[:_MARK]
    names = list(_names(len(pages) + len(pieces), mark))
    for name, content in zip(names, pages, strict=False):
        yield f"fragment/{name}.pf_fragment", content
    listed = []
    for name, (first, last, content) in zip(names[len(pages) :], pieces, strict=True):
        yield f"index/{name}.pf_index", content
        listed.append([first, last, name])
    mean = round(sum(map(len, register.woorden.values())) / max(len(pages), 1))
    meta = _packed(cbor2.dumps([str(entry["version"]), [[name, mean] for name in names[: len(pages)]], listed, [], [], []]))
    key = f"unknown_{_digest([meta])[:15]}"
    yield f"pagefind.{key}.pf_meta", meta
    yield "pagefind-entry.json", _json({**entry, "languages": {"unknown": {"hash": key, "wasm": None, "page_count": len(pages)}}})


def _pieces(words: Mapping[str, Sequence[int]]) -> Sequence[tuple[Sequence[str], bytes]]:
    """The words in alphabetical order, in pieces, each a list of words as Pagefind writes it.

    A first result waits for some pieces and for the list of all of them, so pieces grow with the root of the whole. Of the
    places where a piece may end it does so where the words before and after have the least in common: the list tells them apart.
    """
    names = sorted(words)
    sizes = [len(word) + _PLACE * len(words[word]) for word in names]
    most = _GROWS * sum(sizes) ** 0.5
    cuts = [0]
    while cuts[-1] < len(names):
        cuts.append(_end(names, sizes, cuts[-1], most))
    return [
        (names[start:end], cbor2.dumps([[[word, _places(words[word]), []] for word in names[start:end]]])) for start, end in pairwise(cuts)
    ]


def _end(names: Sequence[str], sizes: Sequence[int], start: int, most: float) -> int:
    """Where the piece ends that starts at `start`: it weighs between half of `most` and all of it, or is one word."""
    weight = sizes[start]
    end, least = 0, 0
    for place in range(start + 1, len(sizes)):
        full = weight + sizes[place] > most
        if full or weight >= most / 2:
            same = _same(names[place - 1], names[place])
            if not end or same <= least:
                end, least = place, same
        if full:
            return end
        weight += sizes[place]
    return len(sizes)


def _bounded(pieces: Sequence[tuple[Sequence[str], bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Every piece with its bounds: no more of its first and last word than tells them from the words before and after it."""
    if not pieces:
        return
    bounds = [pieces[0][0][0]]
    for (before, _), (after, _) in pairwise(pieces):
        same = _same(before[-1], after[0])
        bounds += [before[-1][: same + 1], after[0][: same + 1]]
    bounds.append(pieces[-1][0][-1])
    for place, (_, content) in enumerate(pieces):
        yield bounds[2 * place], bounds[2 * place + 1], content


def _same(one: str, other: str) -> int:
    """With how many of the same letters two words begin."""
    return next((place for place, (first, second) in enumerate(zip(one, other, strict=False)) if first != second), len(one))


def _places(places: Sequence[int]) -> list[object]:
    """The pages on which a word stands: how far each is from the one before, the weight there, and no place in what is shown."""
    rows: list[object] = []
    before = 0
    for place in places:
        page, weight = divmod(place, 64)
        rows.append([page - before, _AT[weight], []])
        before = page
    return rows


def _digest(contents: Iterable[bytes]) -> str:
    """What changes when any of these does."""
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


def _names(number: int, mark: str) -> Iterator[str]:
    """So many numbers of which the first digit counts fastest, so that neighbours differ at one place only.

    All end on a mark of the contents, so that a browser's cache never gives an old page for a new one.
    """
    size = 1
    while len(_DIGITS) ** size < number:
        size += 1
    for digits in islice(product(_DIGITS, repeat=size), number):
        yield "".join(reversed(digits)) + mark


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _packed(content: bytes) -> bytes:
    return gzip.compress(_SIGN + content, 9, mtime=0)
