"""What the rules look at: raw entries with their places, and the world around them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from macros.document import Document, Loc
from macros.model.leaves import Leaf, walk
from macros.model.scalars import Verwijzing
from macros.model.vocabulary import Lijst
from macros.rules.identifiers import may_hold_personal

TEKST: Loc = ("tekst",)
"""Where the running text of a knowledge page stands: below its front matter."""


@dataclass(frozen=True)
class Draft:
    """One entry or knowledge page as it was typed, perhaps with mistakes."""

    slug: str
    model: type[BaseModel]
    document: Document
    body: str = ""

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every text that the model knows, with its kind."""
        return tuple(walk(self.model, self.document.value))

    def of_kind(self, kind: str) -> Sequence[Leaf]:
        """The texts of one kind: `tekst`, `regel`, `url`, `mail`."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> Mapping[Verwijzing | str | None, Sequence[Leaf]]:
        found: dict[Verwijzing | str | None, list[Leaf]] = {}
        for leaf in self.leaves:
            found.setdefault(leaf.kind, []).append(leaf)
        return found

    @cached_property
    def prose(self) -> tuple[Leaf, ...]:
        """All narrative text, the body of a knowledge page included."""
        body = (Leaf(TEKST, self.body, "tekst"),) if self.body else ()
        return (*self.of_kind("tekst"), *body)

    @cached_property
    def lowered(self) -> str:
        """The whole file in small letters: a quick look there spares most rules a look at every text."""
        return self.document.text.lower()

    @cached_property
    def may_be_personal(self) -> bool:
        """Whether there may be an address or number of a person somewhere."""
        return may_hold_personal(self.document.text)

    @property
    def is_cut_off(self) -> bool:
        """Whether the file ends in the middle of its sources, so that more of them may be missing."""
        return next(reversed(self.document.value), "") == "bronnen" and "peildatum" not in self.document.value

    def references(self, naar: str) -> Sequence[Leaf]:
        """The texts that name something of one sort, such as `werkwijze` or `bron`."""
        return self._by_kind.get(Verwijzing(naar), ())

    def text(self, key: str) -> str:
        """The text of a field at the top, or nothing."""
        value = self.document.value.get(key)
        return value if isinstance(value, str) else ""

    def mapping(self, key: str) -> dict[str, Any]:
        """The fields below a key at the top, or none."""
        value = self.document.value.get(key)
        return value if isinstance(value, dict) else {}

    def items(self, key: str) -> Iterator[tuple[Loc, dict[str, Any]]]:
        """The mappings in a list at the top, each with its place; a single one may lack its hyphen."""
        value = self.document.value.get(key)
        if isinstance(value, dict):
            yield (key, 0), value
        for index, item in enumerate(value if isinstance(value, list) else []):
            if isinstance(item, dict):
                yield (key, index), item


@dataclass(frozen=True)
class World:
    """Everything a rule may ask about: all drafts, all lists, and what day it is."""

    voorbeelden: Mapping[str, Draft]
    kennis: Mapping[str, Draft]
    lijsten: Mapping[str, Lijst]
    today: datetime.date
    lijst_documenten: Mapping[str, Document] = field(default_factory=dict)
    paginas: Mapping[str, str] = field(default_factory=dict)
    """The other handwritten pages, path → text; none when only the content is looked at."""

    @cached_property
    def verzamelingen(self) -> frozenset[str]:
        """The names of the collections, as far as pages are looked at."""
        found = (re.fullmatch(r"docs/verzamelingen/([^/]+)\.md", path) for path in self.paginas)
        return frozenset(match[1] for match in found if match) - {"index"}

    @property
    def drafts(self) -> Iterator[Draft]:
        """Entries, then knowledge pages."""
        yield from self.voorbeelden.values()
        yield from self.kennis.values()
