"""How to cite a page, as the block below it shows it."""

from __future__ import annotations

from dataclasses import dataclass

from macros.citing.styles import Regel, apa
from macros.citing.work import Werk


@dataclass(frozen=True)
class Citaat:
    """The citation in APA, and where the other forms lie."""

    apa: Regel
    stam: str
    """The files beside the page: `<stam>.leidraad.txt`, `.bib`, `.ris` and `.csl.json`."""
    is_versie: bool
    """Whether it names a version, so that there is a list of them."""


def citaat(work: Werk, stam: str) -> Citaat:
    """The block for a work whose files lie beside its page."""
    return Citaat(apa(work), stam, work.is_versie)


@dataclass(frozen=True)
class Kop:
    """What the head of a page tells machines."""

    datum: str
    blijvend: str
    """The address to cite, from the page itself: `versie/2027-01-04/`, or `./`."""
    stam: str
    soort: str
    """What schema.org calls such a page."""


_KINDS = {"voorbeeld": "AboutPage", "kennispagina": "Article", "verzameling": "CollectionPage"}


def kop(work: Werk, stam: str) -> Kop:
    """The head for a work whose files lie beside its page."""
    version = "/".join(work.adres.split("/")[-3:]) if work.is_versie else "./"
    return Kop(work.datum, version, stam, _KINDS[stam])
