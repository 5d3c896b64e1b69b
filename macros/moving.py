"""Rename and remove entries without breaking an address: the file, what leads to it, and the trace that stays."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros import canonical
from macros.files import read_texts, write_whole
from macros.model.entry import KINDS
from macros.model.scalars import SLUG
from macros.reading import parse_bytes
from macros.rules.draft import Draft

_REMOVED = Path("voorbeelden", "_lijsten", "verwijderd.yml")
_HEAD = "# yaml-language-server: $schema=../_schema/lijst-verwijderd.schema.json\n"


class MovingError(Exception):
    """It can't be done; the message is Dutch and says why."""


def rename(project: Path, old: str, new: str) -> list[str]:
    """Give an entry another slug; gives the files that changed. Raises MovingError and OSError."""
    if not SLUG.fullmatch(new):
        raise MovingError(f"'{new}' kan geen bestandsnaam zijn. Gebruik kleine letters, cijfers en streepjes.")
    source, target = _path(project, old), _path(project, new)
    value = _value(source, old)
    if target.exists():
        raise MovingError(f"'voorbeelden/{new}.yml' bestaat al. Horen ze bij elkaar, gebruik dan: verwijder {old} --opvolger {new}.")
    # going back to a name of before: that is then no former one any more
    former = [slug for slug in value.get("vorige_adressen", []) if slug != new]
    changed = _redirect_links(project, old, new)
    write_whole(target, canonical.write({**value, "vorige_adressen": [*former, old]}).encode())
    source.unlink()
    return sorted({*changed, f"voorbeelden/{new}.yml"} - {f"voorbeelden/{old}.yml"})


@dataclass(frozen=True)
class Afscheid:
    """Why an entry goes, since when, what comes in its place, and whether its versions go too."""

    dag: datetime.date
    reden: str
    opvolger: str = ""
    leeg: bool = False


def remove(project: Path, slug: str, farewell: Afscheid) -> tuple[list[str], list[str]]:
    """Take an entry away and leave a trace at its address and its former ones.

    Gives the files that changed, and the lines that still name it (`docs/a.md:12`), for a person to look at.
    With a successor whatever led to the entry leads there. Raises MovingError and OSError.
    """
    path, successor = _path(project, slug), farewell.opvolger
    value = _value(path, slug)
    if successor and (successor == slug or not _path(project, successor).is_file()):
        raise MovingError(f"De opvolger '{successor}' bestaat niet in voorbeelden/.")
    changed = _redirect_links(project, slug, successor) if successor else []
    title = "Een verwijderd voorbeeld" if farewell.leeg else str(value.get("titel", slug))
    listed = project / _REMOVED
    text = listed.read_text(encoding="utf-8") if listed.is_file() else _HEAD
    text += "".join(_trace(gone, title[:80], farewell) for gone in (slug, *value.get("vorige_adressen", [])))
    write_whole(listed, text.encode())
    path.unlink()
    words = (slug,) if successor else (slug, str(value.get("titel", slug)).partition(":")[0])
    return sorted({*changed, _REMOVED.as_posix()} - {f"voorbeelden/{slug}.yml"}), _named(project, words)


def _named(project: Path, words: Sequence[str]) -> list[str]:
    """Where one of the words stands in the content, file and line, but for the trace that stays."""
    found = re.compile("|".join(rf"(?<![\w-]){re.escape(word)}(?![\w-])" for word in words))
    return [
        f"{name}:{number}"
        for name, content in sorted(read_texts(project).items())
        if name != _REMOVED.as_posix()
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1)
        if found.search(line)
    ]


def _trace(slug: str, title: str, farewell: Afscheid) -> str:
    # a JSON text is a YAML text
    label, reason = (json.dumps(text, ensure_ascii=False) for text in (title, farewell.reden))
    lines = [f"{slug}:", f"  label: {label}", f"  uitleg: {reason}", f"  datum: {farewell.dag.isoformat()}"]
    lines += [f"  opvolger: {farewell.opvolger}"] if farewell.opvolger else []
    lines += ["  leeg: ja"] if farewell.leeg else []
    return "".join(f"{line}\n" for line in lines)


def _path(project: Path, slug: str) -> Path:
    return project / "voorbeelden" / f"{slug}.yml"


def _value(path: Path, slug: str) -> dict[str, Any]:
    if not SLUG.fullmatch(slug) or not path.is_file():
        raise MovingError(f"'voorbeelden/{slug}.yml' bestaat niet.")
    document, _ = parse_bytes(path.read_bytes(), path.name)
    if document is None:
        raise MovingError(f"'voorbeelden/{slug}.yml' heeft fouten. Kijk eerst bij: praktijkwijzer check.")
    return document.value


def _redirect_links(project: Path, old: str, new: str) -> list[str]:
    """Let every reference to an entry lead to another; gives the files that changed."""
    changed = []
    for name in read_texts(project):
        try:
            # the whole file: of one that is too large, `read_texts` gives a part
            text = (project / name).read_bytes().decode()
        except (UnicodeDecodeError, OSError):
            continue  # what can't be read is a fault of its own, and is left as it is
        fresh = _in_entry(name, text, old, new) if re.fullmatch(r"voorbeelden/[^/]+\.yml", name) else _in_page(text, old, new)
        if fresh != text:
            write_whole(project / name, fresh.encode())
            changed.append(name)
    return changed


def _in_entry(name: str, text: str, old: str, new: str) -> str:
    document, _ = parse_bytes(text.encode(), name)
    if document is None:
        return text
    draft = Draft(Path(name).stem, KINDS.get(str(document.value.get("type")), KINDS["praktijk"]), document)
    lines = text.split("\n")
    for kind in ("voorbeeld", "werkwijze"):
        for leaf in draft.references(kind):
            if leaf.value == old:
                line = document.values[leaf.loc].line - 1
                lines[line] = re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, lines[line])
    return "\n".join(lines)


def _in_page(text: str, old: str, new: str) -> str:
    """In a macro call, and in the address of a link."""
    return re.sub(rf"([\"'])({re.escape(old)})\1|(?<=voorbeelden/){re.escape(old)}(?=[/.#)])", lambda found: _swap(found, new), text)


def _swap(found: re.Match[str], new: str) -> str:
    return f"{found[1]}{new}{found[1]}" if found[1] else new
