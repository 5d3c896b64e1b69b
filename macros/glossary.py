"""Links from a text to the glossary, where a word from it first appears on a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from markupsafe import Markup

from macros.model.vocabulary import Begrip, Glossariumterm

_TAG = re.compile(r"(<[^>]*>)")


class Woordlinks:
    """Finds the words of the glossary in texts. One instance serves all pages."""

    def __init__(self, begrippen: Mapping[str, Begrip]) -> None:
        """Words are told apart by the forms that the list gives; a word without forms is never linked."""
        self._ids = {form: key for key, term in begrippen.items() if isinstance(term, Glossariumterm) for form in term.vormen}
        # a term with a capital inside is an abbreviation or a name and must match as written
        self._ids |= {form.capitalize(): key for form, key in self._ids.items() if form.islower()}
        longest_first = sorted(self._ids, key=len, reverse=True)
        self._words = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])") if longest_first else None

    def page(self, basis: str) -> Paginalinks:
        """The links of one page; `basis` is its path to the root."""
        return Paginalinks(self._words, self._ids, basis)


class Paginalinks:
    """Remembers which words a page has linked already."""

    def __init__(self, words: re.Pattern[str] | None, ids: Mapping[str, str], basis: str) -> None:
        """As `Woordlinks.page` makes it."""
        self._words = words
        self._ids = ids
        self._basis = basis
        self._seen: set[str] = set()

    def link(self, html: Markup) -> Markup:
        """The same HTML, with each word of the glossary linked once a page; links and headings stay as they are."""
        if self._words is None:
            return html
        inside = 0
        pieces = _TAG.split(html)
        for index, piece in enumerate(pieces):
            if index % 2:
                inside += _depth(piece)
            elif not inside:
                pieces[index] = self._words.sub(self._replace, piece)
        return Markup("".join(pieces))

    def _replace(self, match: re.Match[str]) -> str:
        key = self._ids[match[0]]
        if key in self._seen:
            return match[0]
        self._seen.add(key)
        return f'<a href="{self._basis}begrippen/#{key}">{match[0]}</a>'


# most tags of a text are those of the one before
@lru_cache(maxsize=4096)
def _depth(tag: str) -> int:
    """How a tag changes the number of elements around us in which no link belongs; an article in a text is a card, one link as a whole."""
    name = re.match(r"</?([a-z][a-z0-9]*)", tag)
    if name is None or name[1] not in {"a", "article", "h1", "h2", "h3", "h4", "code", "pre", "script"}:
        return 0
    return -1 if tag.startswith("</") else 1
