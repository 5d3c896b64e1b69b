"""Numbered references: the order in which a page cites its sources, and how a source is written out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from macros import prose
from macros.dates import in_words
from macros.model.parts import Bron
from macros.prose import Citation


@dataclass(frozen=True)
class Noot:
    """One line of the source list."""

    nummer: int
    auteurs: str
    titel: str
    uitgever: str
    datum: str
    soort: str
    url: str | None
    archief: str | None
    verloren: bool = False
    """Whether the address no longer works."""
    taal: str = ""
    """Of the title, when that is not Dutch (BCP 47)."""


class Noten:
    """Numbers the sources of one page as they are first cited; one instance a page."""

    def __init__(self, bronnen: Sequence[Bron], soorten: dict[str, str], verloren: Mapping[str, str] | None = None) -> None:
        """`soorten` gives the label of each kind of source, `verloren` the kept copy of each address that no longer works."""
        self._verloren = verloren or {}
        self._bronnen = {bron.sleutel: bron for bron in bronnen}
        self._soorten = soorten
        self._numbers: dict[str, int] = {}

    def cite(self, citations: Sequence[Citation]) -> Markup:
        """A superscript with a link to each source; the first use of a source can be linked back to."""
        return Markup(f"<sup>{' '.join(self._link(citation) for citation in citations)}</sup>")

    def cite_key(self, sleutel: str) -> Markup:
        """As `cite`, for a field that holds just the key of a source."""
        return self.cite([Citation(sleutel)])

    def prose(self, text: str) -> Markup:
        """A narrative field as safe HTML with its references."""
        return prose.render(text, self.cite)

    def inline(self, text: str) -> Markup:
        """A short narrative text without a paragraph around it."""
        return prose.render_inline(text, self.cite)

    def listed(self) -> tuple[Noot, ...]:
        """The sources in the order of their numbers."""
        return tuple(self._noot(number, self._bronnen[key]) for key, number in self._numbers.items())

    def _link(self, citation: Citation) -> str:
        first = citation.sleutel not in self._numbers
        number = self._numbers.setdefault(citation.sleutel, len(self._numbers) + 1)
        anchor = f" id=n{number}" if first else ""
        place = f", {escape(citation.plek)}" if citation.plek else ""
        # short on purpose: a long entry has a hundred of these
        return f"<a href=#b{number}{anchor}>{number}{place}</a>"

    def _noot(self, number: int, bron: Bron) -> Noot:
        return Noot(
            number,
            names(bron.auteurs),
            bron.titel,
            bron.uitgever,
            in_words(bron.datum) if bron.datum else "zonder datum",
            self._soorten.get(bron.soort, bron.soort),
            bron.url,
            bron.archief or self._verloren.get(bron.url or "") or None,
            bron.url in self._verloren,
            bron.taal or "",
        )


def in_its_language(title: str, language: str) -> Markup:
    """A title with its language (BCP 47) for who reads aloud; a Dutch one, whose language is empty, as it is."""
    return Markup("<span lang={}>{}</span>").format(language, title) if language else escape(title)


def names(people: Sequence[str]) -> str:
    """Names in a row: `A, B en C`."""
    return " en ".join(part for part in (", ".join(people[:-1]), *people[-1:]) if part)
