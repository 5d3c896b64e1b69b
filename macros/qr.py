"""A QR code as a small SVG file, for the way back from paper to the page."""

from __future__ import annotations

import segno


def qr_svg(address: str) -> str:
    """The QR code of an address: black on white with the quiet zone of four modules that ISO/IEC 18004 asks.

    Error level L, as paper stays clean and fewer modules scan better; one fixed mask, as trying all
    eight takes ten times as long and each can be read.
    """
    code = segno.make_qr(address, error="l", boost_error=False, mask=3)
    svg: str = code.svg_inline(border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None)
    return svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
