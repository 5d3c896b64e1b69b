"""A QR code as a small SVG file, for the way back from paper to the page.

All codes of one size have the same frame, and only the cells of the message differ. So the program that knows the standard,
segno, draws each size once; of every address after it only the message is worked out (ISO/IEC 18004, 7.4 and 7.5).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

import segno

_QUIET = 4
_MASK = 3
_DARK = re.compile("1+")
_ONE_BLOCK = {1: (19, 7), 2: (34, 10), 3: (55, 15), 4: (80, 20), 5: (108, 26)}
"""Version → bytes of the message and of its correction at level L; from version 6 on these are mixed from several blocks."""
_TIMING = 6
_HEAD = 2
"""Bytes of the message that its kind and length take."""


@dataclass(frozen=True)
class _Frame:
    """A code of one size: where each bit of a message goes, and what its bytes add to the correction."""

    size: int
    mask: int
    cells: Callable[[str], Sequence[str]]
    remainders: Sequence[int]


def qr_svg(address: str) -> str:
    """The QR code of an address: black on white with the quiet zone of four modules that ISO/IEC 18004 asks.

    Error level L, as paper stays clean and fewer modules scan better; one fixed mask, as trying all
    eight takes ten times as long and each can be read.
    """
    rows = _rows(address)
    size = len(rows) + 2 * _QUIET
    drawn = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{_path(rows)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{drawn}</svg>'


def _rows(address: str) -> Sequence[str]:
    """The code as rows of zeros and ones."""
    version = next((number for number, (most, _) in _ONE_BLOCK.items() if len(address) + _HEAD <= most), None)
    # numbers and capitals alone have a kind of their own
    if version is None or not address.isascii() or not re.search("[a-z]", address):
        return ["".join(map(str, row)) for row in segno.make_qr(address, error="l", boost_error=False, mask=_MASK).matrix]
    frame = _frame(version)
    cells = "".join(frame.cells(f"01{_message(address.encode(), version) ^ frame.mask:0{8 * sum(_ONE_BLOCK[version])}b}"))
    return [cells[start : start + frame.size] for start in range(0, len(cells), frame.size)]


def _message(text: bytes, version: int) -> int:
    """The bytes that a code holds, as one number: what the text is (4: bytes), its length, the text, filling and correction."""
    most, correction = _ONE_BLOCK[version]
    said = ((4 << 8 | len(text)) << 8 * len(text) | int.from_bytes(text)) << 4
    # segno puts an empty byte first, which no reader looks at; so every code stays as it was printed
    filling = (b"\0" + b"\xec\x11" * most)[: most - _HEAD - len(text)]
    whole = (said << 8 * len(filling) | int.from_bytes(filling)).to_bytes(most)
    rest, remainders, top = 0, _frame(version).remainders, 8 * (correction - 1)
    for byte in whole:
        rest = ((rest << 8) & ((1 << 8 * correction) - 1)) ^ remainders[(rest >> top) ^ byte]
    return int.from_bytes(whole) << 8 * correction | rest


@cache
def _frame(version: int) -> _Frame:
    """What all codes of a version have in common, learnt from one of them."""
    drawn = segno.make_qr("a", error="l", boost_error=False, mask=_MASK, version=version)
    size = len(drawn.matrix)
    free = list(_zigzag(size))
    bits = 8 * sum(_ONE_BLOCK[version])
    # a code may end on cells that hold nothing; masked they are as in the one that was drawn
    place = {cell: 2 + number for number, cell in enumerate(free[:bits])}
    order = [place.get((y, x), drawn.matrix[y][x]) for y in range(size) for x in range(size)]
    mask = int("".join("1" if (y + x) % 3 == 0 else "0" for y, x in free[:bits]), 2)
    return _Frame(size, mask, itemgetter(*order), tuple(_remainders(_ONE_BLOCK[version][1])))


def _zigzag(size: int) -> Iterator[tuple[int, int]]:
    """The cells for the message in the order in which it fills them: two columns at a time, up and down, from the right."""
    for turn, right in enumerate(range(size - 1, 0, -2)):
        # the column of the timing pattern holds nothing
        pair = right if right > _TIMING else right - 1
        for y in range(size) if turn % 2 else reversed(range(size)):
            yield from ((y, x) for x in (pair, pair - 1) if not _is_frame(y, x, size))


def _is_frame(y: int, x: int, size: int) -> bool:
    """Whether a cell is part of the three corners, the timing or the small square: all that versions 1 to 6 have."""
    corner = (y < 9 and (x < 9 or x >= size - 8)) or (y >= size - 8 and x < 9)
    square = size > 21 and abs(y - (size - 7)) < 3 and abs(x - (size - 7)) < 3
    return corner or square or _TIMING in (y, x)


def _remainders(count: int) -> Iterator[int]:
    """What each value of a byte leaves when the message is divided by the polynomial of that many bytes of correction."""
    generator = [1]
    for power in range(count):
        root = _power(power)
        generator = [left ^ _times(right, root) for left, right in zip([*generator, 0], [0, *generator], strict=True)]
    for value in range(256):
        yield int.from_bytes(bytes(_times(value, factor) for factor in generator[1:]))


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _times(one: int, other: int) -> int:
    """The product of two bytes in the field of the standard, with 285 for its polynomial."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = one << 1 ^ (285 if one & 128 else 0)
        other >>= 1
    return product


def _path(rows: Iterable[str]) -> str:
    """Every run of dark modules as a line through their middle, each from where the one before ended."""
    lines = []
    x, y = -_QUIET, -_QUIET
    for number, row in enumerate(rows):
        for run in _DARK.finditer(row):
            start, end = run.span()
            lines.append(f"m{start - x} {number - y}h{end - start}")
            x, y = end, number
    first, *others = lines
    return "".join((f"M{first[1:].replace('h', '.5h')}", *others))
