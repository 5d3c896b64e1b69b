"""What an editor does to the files of a project, by chance and always the same for the same seed: edits, right and wrong, new names,
removals, and changes of lists, pages and components."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import partial

Files = dict[str, bytes]
"""Path → content; an edit gives a new one."""
Edit = Callable[[Files, random.Random], Files]


def _entries(files: Files) -> Sequence[str]:
    return sorted(path for path in files if re.fullmatch(r"voorbeelden/[^/_]+\.yml", path))


def _text(data: bytes) -> str:
    """Also of what an earlier edit broke."""
    return data.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")


def with_line(files: Files, path: str, field: str, line: str) -> Files:
    """One field of an entry replaced by another line, or that line at its end when it has no such field."""
    text = _text(files[path])
    changed = re.sub(rf"(?m)^{field}:.*\n(?:[ -].*\n|\n(?= ))*", lambda _: line, text)
    return {**files, path: _bytes(changed if changed != text else text + line)}


def _field(field: str, *lines: str) -> Edit:
    def edit(files: Files, luck: random.Random) -> Files:
        slugs = [path[12:-4] for path in _entries(files)]
        line = luck.choice(lines).format(getal=luck.randrange(10_000), ander=luck.choice(slugs), nog=luck.choice(slugs))
        return with_line(files, luck.choice(_entries(files)), field, line)

    return edit


def _broken(files: Files, luck: random.Random) -> Files:
    path = luck.choice(_entries(files))
    whole = files[path]
    cut = luck.randrange(len(whole))
    return {**files, path: luck.choice((whole[:cut], whole[:cut] + b"\xff" + whole[cut:], whole + b"type: dubbel\n"))}


def _renamed(files: Files, luck: random.Random, *, cited: bool) -> Files:
    path = luck.choice(_entries(files))
    old, new = path[12:-4], f"anders-{luck.randrange(1000)}"
    moved = {name: content for name, content in files.items() if name != path}
    moved[f"voorbeelden/{new}.yml"] = files[path]
    if cited:
        moved = {
            name: re.sub(rf"(?<![\w-]){old}(?![\w-])".encode(), new.encode(), content) if name in _entries(moved) else content
            for name, content in moved.items()
        }
    return moved


def _removed(files: Files, luck: random.Random) -> Files:
    gone = luck.choice(_entries(files)[1:] or [""])
    return {path: content for path, content in files.items() if path != gone}


def _copied(files: Files, luck: random.Random) -> Files:
    number = luck.randrange(1000)
    text = _text(files[luck.choice(_entries(files))])
    text = re.sub(r"(?m)^titel: .*$", f"titel: Een kopie met nummer {number}", text)
    text = re.sub(r"(?m)^samenvatting: .*$", f"samenvatting: Kopie {number} vertelt wat een buurt samen doet en leert.", text)
    return {**files, f"voorbeelden/kopie-{number}.yml": _bytes(text)}


def _in_list(files: Files, luck: random.Random) -> Files:
    path = luck.choice([path for path in sorted(files) if path.startswith("voorbeelden/_lijsten/")])
    text = _text(files[path])
    labels = re.findall(r"(?m)^  label: .*$", text)
    if not labels:
        return files
    label = luck.choice(labels)
    quote = '"' if label.endswith('"') else ""
    # a word that is gone, or only other words for the same
    other = "  naam: weg" if luck.random() < 0.3 else f"{label.removesuffix(quote)} {luck.randrange(100)}{quote}"
    return {**files, path: _bytes(text.replace(label, other, 1))}


def _in_page(files: Files, luck: random.Random) -> Files:
    pages = [path for path in sorted(files) if path.startswith("docs/")]
    if not pages:
        return files
    path = luck.choice(pages)
    return {**files, path: files[path] + f"\nNog een zin, nummer {luck.randrange(1000)}.\n".encode()}


RIGHT: Sequence[Edit] = (
    _field("titel", "titel: Samen op weg, nummer {getal}\n", "titel: Aan tafel met {getal} buren\n", "titel: Zorg & <b>co</b> {getal}\n"),
    _field("samenvatting", "samenvatting: In groep {getal} koken, leren en repareren bewoners samen met vrijwilligers uit de wijk.\n"),
    _field("themas", "themas: [eenzaamheid]\n", "themas: [meedoen-werk, eenzaamheid]\n", "themas: [armoede-schulden]\n"),
    _field("doelgroepen", "doelgroepen: [alle-inwoners]\n", "doelgroepen: [jongeren, alle-inwoners]\n"),
    _field("verwant", "verwant: [{ander}]\n", "verwant: [{ander}, {nog}]\n"),
    partial(_renamed, cited=True),
    _copied,
    _removed,
    _in_page,
)
"""Edits that mostly leave the content right."""

WRONG: Sequence[Edit] = (
    _field("titel", "titel: ''\n", "titel: [een, lijst]\n"),
    _field("fase", "fase: loopt\n", "fase: pilot\n", "fase: gestopt\n"),
    _field("verwant", "verwant: [bestaat-niet]\n", "verwant: [leefgoed]\n"),
    _field("onderdeel_van", "onderdeel_van: {ander}\n"),
    _field("werkwijze", "werkwijze: {ander}\n", "werkwijze: welzijn-op-recep\n"),
    _field("vorige_adressen", "vorige_adressen: [{ander}, oud]\n", "vorige_adressen: [oud]\n"),
    _field("aanleiding", "aanleiding: Bel 06-12345678 of [@bestaat-niet].\n"),
    _broken,
    partial(_renamed, cited=False),
    _in_list,
)
"""Edits that mostly don't."""
