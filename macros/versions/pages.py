"""The pages of the versions of one entry: each version, and the list of all of them. Knows no disk."""

from __future__ import annotations

import difflib
import functools
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from macros import addresses
from macros.comparing import Verschil, between
from macros.dates import in_words
from macros.permanence import Steen
from macros.reading import parse_bytes
from macros.versions.frozen import Kept, Labels, changed_name_of, read_old
from macros.versions.states import Versie

if TYPE_CHECKING:
    # a check makes no page, and needs not wait for the templates
    from macros.render import Renderer

Values = Mapping[str, Any]
Read = Callable[[bytes], Values | None]
"""From a file to what it holds: parsing takes most of the time, so the versions of an entry are read once each."""


@dataclass(frozen=True)
class Veldverschil:
    """One field that differs: its name in words, what is gone and what came."""

    veld: str
    weg: tuple[str, ...]
    nieuw: tuple[str, ...]


@dataclass(frozen=True)
class Regel:
    """One line of the list of versions."""

    adres: str
    datum: str
    wat: str
    is_nu: bool


@dataclass(frozen=True)
class Reeks:
    """All versions of what is now one entry, with their files, oldest first."""

    slug: str
    versies: tuple[Versie, ...]
    files: Mapping[str, bytes]
    """Git id → bytes."""
    labels: Callable[[Versie], Labels]
    nu: bytes | None
    """The file as it is on this site; None when the entry is gone."""
    steen: Steen | None = None
    """What is left when the entry was removed and all of it emptied: nothing of the files is shown then."""


def pages_of(reeks: Reeks, renderer: Renderer, site_url: str) -> Iterator[tuple[str, str | bytes]]:
    """Path under the site and content of everything that belongs to the versions of one entry."""
    if reeks.steen:
        for version in reeks.versies:
            address = addresses.versie(version.slug, version.nummer)
            basis = addresses.to_root(address)
            yield f"{address}index.html", renderer.render("verwijderd", basis=basis, steen=reeks.steen, versies=False)
        return
    read = functools.cache(values)
    lines = tuple(_lines(reeks, read))
    title = str((read(reeks.nu or reeks.files[reeks.versies[-1].blob]) or {}).get("titel") or reeks.slug)
    about = {
        "titel": title,
        "canoniek": site_url + addresses.voorbeeld(reeks.slug),
        "bestaat": reeks.nu is not None,
        "adres": addresses.voorbeeld(reeks.slug),
        "lijst": addresses.versies(reeks.slug),
    }
    kept: defaultdict[frozenset[tuple[str, str]], Kept] = defaultdict(dict)
    for version in reeks.versies:
        folder = addresses.versie(version.slug, version.nummer)
        data = reeks.files[version.blob]
        yield f"{folder}voorbeeld.yml", data
        text = frozen(data, reeks.labels(version), read, kept[frozenset(version.lijsten.items())])
        shown = {**about, **_version(version, data, reeks, read), **text}
        yield f"{folder}index.html", renderer.render("versie", **shown)
    yield (
        f"{addresses.versies(reeks.slug)}index.html",
        renderer.render("versies", basis=addresses.to_root(addresses.versies(reeks.slug)), regels=lines[::-1], **about),
    )


def content_hash(data: bytes) -> str:
    """The hash that a version carries: SHA-256 of its file, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def values(data: bytes) -> Values | None:
    """What a file holds; None when it can't be read."""
    document = parse_bytes(data, "voorbeeld.yml")[0]
    return document.value if document else None


def frozen(data: bytes, labels: Labels, read: Read = values, kept: Kept | None = None) -> dict[str, object]:
    """What the component `versietekst` shows: all that the file held, and nothing of today; what can't be read as it stands."""
    held = read(data)
    return {"oud": None if held is None else read_old(held, labels, kept), "tekst": data.decode("utf-8", "replace")}


def _version(version: Versie, data: bytes, reeks: Reeks, read: Read) -> dict[str, object]:
    folder = addresses.versie(version.slug, version.nummer)
    place = reeks.versies.index(version)
    later = reeks.versies[place + 1] if place + 1 < len(reeks.versies) else None
    return {
        "basis": addresses.to_root(folder),
        "datum": date_in_words(version),
        "is_nu": reeks.nu == data,
        "volgende": (addresses.versie(later.slug, later.nummer), date_in_words(later)) if later else None,
        "verschillen": tuple(differences(data, reeks.nu, read)) if reeks.nu is not None else (),
        "hash": content_hash(data),
    }


def date_in_words(version: Versie) -> str:
    """`2027-01-04-2` → 4 januari 2027 (2)."""
    again = version.nummer[11:]
    return in_words(version.datum) + (f" ({again})" if again else "")


def differences(old: bytes, new: bytes, read: Read = values) -> Iterator[Veldverschil]:
    """What differs between two states of an entry, field by field."""
    for change in compared(old, new, read).wijzigingen:
        lines = list(difflib.ndiff(change.oud, change.nieuw))
        yield Veldverschil(
            changed_name_of(change.veld),
            tuple(line[2:] for line in lines if line.startswith("- ")),
            tuple(line[2:] for line in lines if line.startswith("+ ")),
        )


def compared(old: bytes, new: bytes, read: Read = values) -> Verschil:
    """What happened to an entry between two states; an unreadable one is told as such. That it moved is told elsewhere."""
    # under one name, for an entry that got another address is still the same
    path = "voorbeelden/x.yml"
    same = Verschil(path, "", "gewijzigd")
    found = same if old == new else between(path, read(old), read(new)) or same
    return replace(found, wijzigingen=tuple(change for change in found.wijzigingen if change.veld != "vorige_adressen"))


def _lines(reeks: Reeks, read: Read) -> Iterator[Regel]:
    before, name = None, ""
    for version in reeks.versies:
        data = reeks.files[version.blob]
        what = "Eerste versie." if before is None else _since(compared(before, data, read), moved=version.slug != name)
        is_now = data == reeks.nu and version is reeks.versies[-1]
        yield Regel(addresses.versie(version.slug, version.nummer), date_in_words(version), what, is_now)
        before, name = data, version.slug


def _since(difference: Verschil, *, moved: bool) -> str:
    if not moved:
        return in_sentence(difference)
    changed = in_sentence(difference) if difference.wijzigingen else ""
    return f"Kreeg een nieuw adres. {changed}".strip()


def in_sentence(difference: Verschil) -> str:
    """What changed, in words: `Nieuw: kosten. Gewijzigd: resultaten, bronnen (2 erbij). Weg: bezoek.`"""
    if difference.soort == "onleesbaar":
        return "Dit bestand was niet te lezen."
    sentences = [f"{kind}: {', '.join(fields)}." for kind, fields in _told(difference).items() if fields]
    return " ".join(sentences) or "Alleen anders opgeschreven; de inhoud bleef gelijk."


def _told(difference: Verschil) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {"Nieuw": [], "Gewijzigd": [], "Weg": []}
    for change in difference.wijzigingen:
        name = changed_name_of(change.veld)
        name = name[0].lower() + name[1:]
        if not change.oud or not change.nieuw:
            told["Nieuw" if change.nieuw else "Weg"].append(name)
            continue
        more = len(change.nieuw) - len(change.oud)
        told["Gewijzigd"].append(f"{name} ({more} erbij)" if more > 0 and change.veld == "bronnen" else name)
    return told


def same(versions: Sequence[Versie], blob: str) -> Versie | None:
    """The version that readers see now, when the file is as it was last published; else None."""
    return versions[-1] if versions and versions[-1].blob == blob else None
