"""Files that are made once and kept by what they are made of, in `.cache/`; whoever loses them only loses time.

Every file begins with the fingerprint of its own name and content. What a full disk, a hand, another program or another version
of this one left there does not fit it, counts as never made, and goes. The content is bytes: nothing of it is ever run.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Collection
from pathlib import Path

_FORM = b"praktijkwijzer-1 "
_HEAD = len(_FORM) + hashlib.sha256().digest_size * 2 + 1


class Store:
    """A folder of kept files; builds at the same time may share it."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not be there."""
        self._folder = folder

    def __contains__(self, name: str) -> bool:
        """Whether there seems to be such a file; only `get` knows whether it is whole."""
        return (self._folder / name).is_file()

    def get(self, name: str) -> bytes | None:
        """What was kept under a name; None when it was never made, cleared away, or isn't what was put there."""
        path = self._folder / name
        try:
            found = path.read_bytes()
        except FileNotFoundError:
            return None
        content = found[_HEAD:]
        if found[:_HEAD] == _head(name, content):
            return content
        path.unlink(missing_ok=True)
        return None

    def put(self, name: str, content: bytes) -> None:
        """Keep a file, whole at once."""
        self._folder.mkdir(parents=True, exist_ok=True)
        # beside the folder, so that what a power cut leaves is never taken for a kept file
        number, fresh = tempfile.mkstemp(prefix="bewaard-", dir=self._folder.parent)
        try:
            with os.fdopen(number, "wb") as file:
                file.write(_head(name, content) + content)
            Path(fresh).replace(self._folder / name)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(fresh).unlink()
            raise

    def forget_all_but(self, names: Collection[str]) -> None:
        """Clear away what no build needs any more."""
        if self._folder.is_dir():
            for old in self._folder.iterdir():
                if old.name not in names and old.is_file():
                    old.unlink(missing_ok=True)


def _head(name: str, content: bytes) -> bytes:
    return _FORM + hashlib.sha256(b"\0".join((name.encode(), content))).hexdigest().encode() + b"\n"
