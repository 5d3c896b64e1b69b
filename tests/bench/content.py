"""A catalogue of any size to measure with: entries that nobody wrote, in the words of those that people did.

The model decides which fields there are, as for every entry of `tests.generating`; the words come as often as in the real
entries, with compounds beside them that Dutch makes by itself, so that the vocabulary grows as it does in real texts.
The same number gives the same bytes.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from macros.canonical import write
from macros.catalogue import Catalogue, Item
from macros.checking import check
from macros.files import read_content
from macros.model.entry import KINDS
from macros.naming import fold
from macros.prose import to_plain
from tests.conftest import make_small_project, put_photograph
from tests.generating import Style, entries
from tests.sharing import PROJECT

SEED = 9
_WORD = re.compile(r"[^\W\d_]{2,}")
_COMPOUND = 0.02
"""The share of words that are put together of two: a text of a million words then has some twenty thousand different ones."""
_A_NAME = 8
"""So many entries share the name of an organisation."""
_MIXED = ("themas", "doelgroepen", "werkvormen", "fase", "plaats", "peildatum", "onderbouwing", "wetten")
_DAY = datetime.date(2026, 11, 21)


@cache
def real() -> Catalogue:
    """The entries that people wrote."""
    catalogue = check(read_content(PROJECT)[0], _DAY).catalogue
    assert catalogue is not None
    return catalogue


@cache
def real_words() -> Sequence[str]:
    """Every word of the real entries, as often as it stands there."""
    texts = (getattr(item.data, name) or "" for item in real().items for name in ("aanleiding", "aanpak", "resultaten", "geleerd"))
    return [word for text in texts for word in _WORD.findall(to_plain(text).lower())]


def style(count: int) -> Style:
    """Words, and as many organisations as so many entries have."""
    words = real_words()
    long = sorted({word for word in words if 4 < len(word) < 9})

    def word(luck: random.Random) -> str:
        return luck.choice(long) + luck.choice(long) if luck.random() < _COMPOUND else luck.choice(words)

    luck = random.Random(SEED)
    kinds = ("Welzijn", "Buurthuis", "Stichting", "Bibliotheek", "Coöperatie", "Zorggroep")
    names = {f"{luck.choice(kinds)} {luck.choice(long).title()} {luck.choice(long).title()}" for _ in range(count // _A_NAME + 5)}
    return Style(word, 2, sorted(names))


def make_project(folder: Path, count: int) -> Path:
    """A project in a new folder: the real lists and components, a few plain pages, and so many entries."""
    project = make_small_project(folder)
    for old in (project / "voorbeelden").glob("*.yml"):
        old.unlink()
    shutil.rmtree(project / "voorbeelden" / "_lijsten")
    shutil.copytree(PROJECT / "voorbeelden" / "_lijsten", project / "voorbeelden" / "_lijsten")
    (project / "voorbeelden" / "_lijsten" / "verwijderd.yml").unlink(missing_ok=True)
    for slug, value in values(project, count):
        (project / "voorbeelden" / f"{slug}.yml").write_bytes(write(value).replace(".example.nl/", "-voorbeeld.nl/").encode())
    return project


def grown(folder: Path, count: int) -> Path:
    """This project as it would be with so many entries: its own, and beside them made-up ones; without its history."""
    parts = ("docs", "overrides", "voorbeelden")
    for name in parts:
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "macros").symlink_to(PROJECT / "macros")
    put_photograph(folder)
    for slug, value in values(folder, count - len(real().items)):
        (folder / "voorbeelden" / f"{slug}.yml").write_bytes(write(value).replace(".example.nl/", "-voorbeeld.nl/").encode())
    return folder


def values(project: Path, count: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """Slug and fields of every entry; `project` has the lists and knowledge pages to which they refer."""
    checked = check(read_content(project)[0], _DAY)
    assert checked.catalogue, checked.errors
    # what an entry is, is the first thing that is drawn for it
    kinds = [random.Random(SEED * 10_000 + number).choice(sorted(KINDS)) for number in range(count)]
    slugs = [f"voorbeeld-{number:05}" for number in range(count)]
    pages = {
        "voorbeeld": slugs,
        "werkwijze": [slug for slug, kind in zip(slugs, kinds, strict=True) if kind == "werkwijze"],
        "kennis": [page.slug for page in checked.catalogue.kennis],
    }
    for slug, value in zip(slugs, entries(count, checked.lijsten, pages, SEED, style(count)), strict=True):
        if set(_words_of(value["samenvatting"])) <= set(_words_of(value["titel"])):
            # by chance it says no more than the title, which no entry may
            value["samenvatting"] += f" Dit is {slug}."
        others = [other for other in value.pop("verwant", ()) if other != slug]
        yield slug, value | ({"verwant": others} if others else {})


def _words_of(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]{4,}", fold(text))


def large(number: int) -> Catalogue:
    """So many entries in memory, mixed from the real ones, each facet from another: for what must be real, as the words of a search."""
    catalogue = real()
    chance = random.Random(1)
    items = list(catalogue.items)
    while len(items) < number:
        base = chance.choice(catalogue.items)
        mixed = {name: getattr(chance.choice(catalogue.items).data, name) for name in _MIXED}
        # texts of their own: as many bytes in memory as with real entries
        own = {name: f"{getattr(base.data, name)} {len(items)}" for name in ("titel", "aanleiding", "aanpak", "resultaten")}
        items.append(Item(f"{base.slug}-{len(items)}", base.data.model_copy(update={**mixed, **own})))
    return replace(catalogue, items=tuple(items))
