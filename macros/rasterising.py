"""From SVG to pixels, on all cores, and never twice: what was made before is kept in a folder, by its content.

The letters are our own and lie in this package, so that the fonts of a machine change nothing.
"""

from __future__ import annotations

import hashlib
import io
import os
import struct
from collections.abc import Iterable
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import resvg_py
from PIL import Image

from macros.keeping.store import Store

if TYPE_CHECKING:
    # the processes that draw need nothing of the catalogue, and start faster without
    from macros.exports.pictures import Picture

_LETTERS = sorted((Path(__file__).parent / "letters").glob("*.ttf"))


class Rasteriser:
    """Makes pictures in other processes while the caller goes on; `write` waits for them."""

    def __init__(self, pictures: Iterable[Picture], cache: Path) -> None:
        """Pictures to make, which one can go through more than once, and the folder in which they are kept."""
        self._store = Store(cache)
        self._pictures = pictures
        self._files: dict[str, str] = {}
        # of what is kept the drawing is not needed
        self._missing: dict[str, Picture] = {}
        for picture in pictures:
            name = self._files[picture.path] = _name(picture)
            if name not in self._store:
                self._missing[name] = picture
        self._pool: ProcessPoolExecutor | None = None
        self._made: dict[str, Future[bytes]] = {}

    def __enter__(self) -> Self:
        if self._missing:
            # spawn: a fork of a process that has threads can hang
            self._pool = ProcessPoolExecutor(min(os.cpu_count() or 1, len(self._missing)), get_context("spawn"))
            self._made = {name: self._pool.submit(rasterise, picture.svg, picture.width) for name, picture in self._missing.items()}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def write(self, folder: Path) -> None:
        """Put all pictures in the folder of a site, and keep them; forget those that no picture needs any more."""
        for name, future in self._made.items():
            self._store.put(name, future.result())
        for path, name in self._files.items():
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            png = self._kept(name)
            target.write_bytes(_as_ico(png) if target.suffix == ".ico" else png)
        self._store.forget_all_but(set(self._files.values()))

    def _kept(self, name: str) -> bytes:
        png = self._store.get(name)
        if png is None:
            # another build, of other content, had no use for it; or it was not whole
            lost = next(picture for picture in self._pictures if _name(picture) == name)
            png = rasterise(lost.svg, lost.width)
            self._store.put(name, png)
        return png


def rasterise(svg: str, width: int) -> bytes:
    """A drawing as PNG of `width` pixels and at most 128 colours: flat drawings have few, and weigh half with a palette."""
    letters = [str(path) for path in _LETTERS]
    picture = Image.open(io.BytesIO(resvg_py.svg_to_bytes(svg_string=svg, width=width, font_files=letters, skip_system_fonts=True)))
    small = io.BytesIO()
    picture.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(small, "PNG")
    return small.getvalue()


def _name(picture: Picture) -> str:
    """What decides how a picture looks, as a file name."""
    programs, letters = _tools()
    seen = hashlib.sha256(f"{programs} {picture.width} {picture.svg}".encode())
    seen.update(letters)
    return f"{seen.hexdigest()[:32]}.png"


@cache
def _tools() -> tuple[str, bytes]:
    """What draws: the versions of the programs, and the letters."""
    return f"{version('resvg-py')} {version('pillow')}", b"".join(path.read_bytes() for path in _LETTERS)


def _as_ico(png: bytes) -> bytes:
    """One PNG of 32 pixels in the wrapping of an icon file."""
    return struct.pack("<HHHBBBBHHII", 0, 1, 1, 32, 32, 0, 0, 1, 32, len(png), 22) + png
