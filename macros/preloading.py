"""What a page may ask for at once, instead of finding out file by file that it needs it.

A browser learns what a script imports when that script is in, and what that one imports after that: every
step is a wait for the line. Named in the head of the page, all of it comes together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_IMPORT = re.compile(r'(?:\bfrom|\bimport)\s*"\./([\w-]+\.js)"')
"""An import that always happens: `import("./x.js")`, on demand, has a bracket."""

_META = b"pagefind/pf_meta"
"""What stands in a page for the list of Pagefind's index, whose name is known only once that index is made."""
_TAG = b"?ts=pf_tag"
"""What stands in a page for the key of that index: the letters of its name that follow from its content."""


def imports(scripts: Mapping[str, str]) -> dict[str, list[str]]:
    """Every script (name → text without comments) → all that it imports in the end, sorted.

    Of a script whose imports import nothing themselves: nothing, for those come together anyway.
    """
    direct = {name: set(_IMPORT.findall(text)) for name, text in scripts.items()}
    return {name: sorted(_reach(name, direct)) if any(direct[other] for other in found) else [] for name, found in direct.items()}


def _reach(name: str, direct: Mapping[str, set[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [name]
    while waiting:
        fresh = direct[waiting.pop()] - reached
        reached |= fresh
        waiting += fresh
    return reached - {name}


def with_index(html: bytes, index: Iterable[str]) -> bytes:
    """A page that asks for the list of the index at once, under the name and key that it has among the files of the index."""
    if _META not in html:
        return html
    (meta,) = (name for name in index if name.endswith(".pf_meta"))
    tag = meta.removesuffix(".pf_meta").rpartition("_")[2]
    return html.replace(_META, b"pagefind/" + meta.encode()).replace(_TAG, b"?ts=" + tag.encode())
