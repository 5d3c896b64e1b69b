"""What the rules said at the last check, for the next process that checks the same project: in `.cache/controle`, by `Store`.

It holds fingerprints and problems, no content: every file is read and validated anew, and no page is made of it. A memory of
other code, another Python or other packages has another name and isn't found; one that is not as it was written is thrown away.

None of that protects against who wants to deceive: whoever may write in this folder may also change the code beside it, and is
trusted alike. Where others could bring the folder, on the machine that checks and publishes (`CI`), it is neither read nor written.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from macros.checking import Checked
from macros.keeping.checks import Judgement, Kept
from macros.keeping.store import Store
from macros.project import check_project

_PACKAGES = ("pydantic", "pydantic_core", "PyYAML", "pyphen")
"""Of which the check makes use; of all others only pages are made."""


def check_again(project: Path) -> Checked:
    """What `check_project` gives, asking the rules only about what can have changed since the last time."""
    before = remembered(project)
    kept = Kept(before)
    checked = check_project(project, kept.check)
    if kept.judged != before and not _with_others():
        _remember(project, kept.judged)
    return checked


def remembered(project: Path) -> Mapping[str, Judgement]:
    """What the rules said the last time; nothing when that is of no use any more."""
    if _with_others():
        return {}
    try:
        content = _store(project).get(fingerprint())
        return _form().validate_json(content) if content is not None else {}
    except (OSError, ValidationError):
        return {}


def _remember(project: Path, judged: Mapping[str, Judgement]) -> None:
    """In place of what was kept before: there is never more than of the last check."""
    try:
        _store(project).put(fingerprint(), _form().dump_json(dict(sorted(judged.items()))))
        _store(project).forget_all_but({fingerprint()})
    except (OSError, ValueError):
        # a full disk, a folder that is not ours, a file name that is no text: the next check asks everything again
        return


def _store(project: Path) -> Store:
    return Store(project / ".cache" / "controle")


def _with_others() -> bool:
    """Whether this is a machine on which others may have brought the folder."""
    return bool(os.environ.get("CI"))


@functools.cache
def _form() -> TypeAdapter[dict[str, Judgement]]:
    return TypeAdapter(dict[str, Judgement])


@functools.cache
def fingerprint(code: Path = Path(__file__).parents[1]) -> str:
    """Of all that decides what the rules say of the same content: our code, Python and the packages."""
    digest = hashlib.sha256(sys.version.encode())
    for package in _PACKAGES:
        digest.update(f"\0{package} {version(package)}".encode())
    for path in sorted(code.rglob("*.py")):
        digest.update(f"\0{path.relative_to(code).as_posix()}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
