"""What changes for readers between two states of the content, field by field."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros import addresses
from macros.problem import count
from macros.quoting import block, code
from macros.reading import parse_bytes

_KINDS = {
    "nieuw": ("nieuw voorbeeld", "nieuwe voorbeelden"),
    "gewijzigd": ("gewijzigd voorbeeld", "gewijzigde voorbeelden"),
    "weg": ("verdwenen voorbeeld", "verdwenen voorbeelden"),
    "onleesbaar": ("onleesbaar bestand", "onleesbare bestanden"),
}
# a line that ends within a sentence is a matter of width
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)")


@dataclass(frozen=True)
class Wijziging:
    """One field of an entry: what it held and what it holds. An empty tuple: it was or is not there."""

    veld: str
    oud: tuple[str, ...]
    nieuw: tuple[str, ...]


@dataclass(frozen=True)
class Verschil:
    """What happened to one entry: `nieuw`, `gewijzigd`, `weg` or `onleesbaar`."""

    bestand: str
    titel: str
    soort: str
    wijzigingen: tuple[Wijziging, ...] = ()


def compare(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[Verschil]:
    """The entries that differ, sorted by file. Both are path → bytes; what isn't an entry is left out."""
    return [found for path in sorted({*before, *after}) if _is_entry(path) and (found := _entry(path, before.get(path), after.get(path)))]


def other_files(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    """The other content files that differ, sorted."""
    return [path for path in sorted({*before, *after}) if not _is_entry(path) and before.get(path) != after.get(path)]


def to_markdown(differences: list[Verschil], others: list[str]) -> str:
    """The differences as Markdown in Dutch, fit to be posted as a comment.

    Whatever comes from a contributor stands in a code block that it can't end: no mention, link or HTML works.
    """
    if not differences and not others:
        return "Voor lezers verandert er niets.\n"
    parts = [_summary(differences, others)]
    parts += [_section(difference) for difference in differences]
    if others:
        parts.append("### Andere bestanden\n\n" + "".join(f"- {code(path)}\n" for path in others))
    return "\n".join(parts)


def _is_entry(path: str) -> bool:
    return path.startswith("voorbeelden/") and path.count("/") == 1 and path.endswith(".yml")


def _entry(path: str, before: bytes | None, after: bytes | None) -> Verschil | None:
    if before == after:
        return None
    old, new = _values(path, before), _values(path, after)
    if after is None:
        return Verschil(path, str((old or {}).get("titel", path)), "weg")
    return between(path, old, new, is_new=before is None)


def between(path: str, old: Mapping[str, Any] | None, new: Mapping[str, Any] | None, *, is_new: bool = False) -> Verschil | None:
    """What happened to an entry between the values of two files, None where one can't be read; None when nothing did."""
    title = str((new or old or {}).get("titel", path))
    if new is None:
        return Verschil(path, title, "onleesbaar")
    if is_new:
        return Verschil(path, title, "nieuw", tuple(_changes({}, new)))
    changes = tuple(_changes(old or {}, new))
    return Verschil(path, title, "gewijzigd", changes) if changes else None


def _values(path: str, data: bytes | None) -> Mapping[str, Any] | None:
    document = parse_bytes(data, path)[0] if data is not None else None
    return document.value if document else None


def _changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Wijziging]:
    for field in dict.fromkeys([*new, *old]):
        if old.get(field) == new.get(field):
            continue
        before, after = _lines(old.get(field)), _lines(new.get(field))
        if before != after:
            yield Wijziging(field, before, after)


def _lines(value: Any) -> tuple[str, ...]:
    """A value as lines that can be compared: a sentence, or an item of a list, is a line."""
    match value:
        case None:
            return ()
        case str():
            return tuple(" ".join(part.split()) for part in _SENTENCE.split(value) if part.strip())
        case list():
            return tuple(_line(item) for item in value)
        case _:
            return tuple(f"{key}: {_line(item)}" for key, item in value.items())


def _line(value: Any) -> str:
    match value:
        case dict():
            return "; ".join(f"{key}: {_line(item)}" for key, item in value.items())
        case list():
            return ", ".join(_line(item) for item in value)
        case _:
            return " ".join(str(value).split())


def _summary(differences: list[Verschil], others: list[str]) -> str:
    numbers = [(sum(1 for one in differences if one.soort == kind), *names) for kind, names in _KINDS.items()]
    told = [count(number, one, more) for number, one, more in numbers if number]
    if others:
        told.append(count(len(others), "ander bestand", "andere bestanden"))
    return f"## Wat er verandert voor lezers\n\n{', '.join(told).capitalize()}.\n"


def _section(difference: Verschil) -> str:
    slug = difference.bestand.removeprefix("voorbeelden/").removesuffix(".yml")
    address = code(f"/{addresses.voorbeeld(slug)}")
    head = f"### {difference.soort.capitalize()}: {code(difference.titel)}\n\n{code(difference.bestand)} → {address}\n"
    if difference.soort == "weg":
        return f"{head}\nHet adres moet blijven werken: laat het doorverwijzen, of leg uit waarom het weg is.\n"
    if difference.soort == "onleesbaar":
        return f"{head}\nDit bestand is geen geldige YAML; `praktijkwijzer check` zegt waar het misgaat.\n"
    return head + "".join(f"\n{code(change.veld)}\n\n{_block(change)}" for change in difference.wijzigingen)


def _block(change: Wijziging) -> str:
    lines: list[str] = []
    # ndiff puts lines that look alike together, but takes minutes for two thousand of them
    for _, first, last, begin, end in difflib.SequenceMatcher(None, change.oud, change.nieuw).get_opcodes():
        if change.oud[first:last] != change.nieuw[begin:end]:
            lines += [f"- {line}" for line in change.oud[first:last]] + [f"+ {line}" for line in change.nieuw[begin:end]]
    return block("\n".join(lines), "diff")
