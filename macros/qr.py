"""A QR code as a small SVG file, for the way back from paper to the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

import segno

_QUIET = 4
_DARK = re.compile(b"\x01+")


def qr_svg(address: str) -> str:
    """The QR code of an address: black on white with the quiet zone of four modules that ISO/IEC 18004 asks.

    Error level L, as paper stays clean and fewer modules scan better; one fixed mask, as trying all
    eight takes ten times as long and each can be read.
    """
    code = segno.make_qr(address, error="l", boost_error=False, mask=3)
    size = len(code.matrix) + 2 * _QUIET
    drawn = f'<path fill="#fff" d="M0 0h{size}v{size}h-{size}z"/><path stroke="#000" d="{_path(code.matrix)}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}">{drawn}</svg>'


def _path(matrix: Iterable[bytes | bytearray]) -> str:
    """Every run of dark modules as a line through their middle, each from where the one before ended."""
    lines = []
    x, y = -_QUIET, -_QUIET
    for number, row in enumerate(matrix):
        for run in _DARK.finditer(row):
            lines.append(f"m{run.start() - x} {number - y}h{run.end() - run.start()}")
            x, y = run.end(), number
    first, *others = lines
    return "".join((f"M{first[1:].replace('h', '.5h')}", *others))
