"""Where everything lives on the site. Addresses have no leading slash and end in one.

An address that was ever published keeps working (design, section 3), so change nothing here lightly.
"""

from __future__ import annotations

import re

FACETS = ("themas", "doelgroepen", "werkvormen", "wetten", "provincies", "gemeenten")
"""The lists whose terms have a page of their own, at `/<list>/<id>/`."""
VOORBEELDEN = "voorbeelden/"
"""The page with all entries, on which one can choose."""
INGESLOTEN_PAREN = (
    ("themas", "provincies"), ("doelgroepen", "provincies"), ("werkvormen", "provincies"), ("themas", "doelgroepen"),
)  # fmt: skip
"""The lists of which another site can show what has a term of both."""
FORMULIERKENNIS = "meedoen/formulier/kennis.json"
FORMULIERREGELS = "meedoen/formulier/regels.json"
FORMULIERLEZEN = "meedoen/formulier/lezen.json"
"""What the script of the form knows of the lists, of the model and the rules, and of files."""
KAARTGEMEENTEN = "kaart/gemeenten.json"


def voorbeeld(slug: str) -> str:
    """The page of an entry."""
    return f"voorbeelden/{slug}/"


def omslag(slug: str) -> str:
    """The cover drawing of an entry."""
    return f"voorbeelden/{slug}/omslag.svg"


def formuliervoorbeelden(letter: str = "") -> str:
    """The entries that the form knows by name: all, or those with this letter at the start of their slug or title."""
    return f"meedoen/formulier/voorbeelden{'/' if letter else ''}{letter}.json"


def formulierorganisaties(letter: str) -> str:
    """The organisations of which the form knows the name, by the letter that a word of it begins with."""
    return f"meedoen/formulier/organisaties/{letter}.json"


def formulieromslag(soort: str, thema: str) -> str:
    """The cover drawing that the form shows for a kind and a theme."""
    return f"meedoen/formulier/omslag/{soort}-{thema}.svg"


def versie(slug: str, nummer: str) -> str:
    """A version of an entry, under the slug that the entry had then: `voorbeelden/x/versie/2027-01-04/`."""
    return f"voorbeelden/{slug}/versie/{nummer}/"


def versies(slug: str) -> str:
    """The list of all versions of an entry."""
    return f"voorbeelden/{slug}/versies/"


def aanvullen(slug: str, veld: str) -> str:
    """Where a reader can fill in what a field of an entry does not say yet."""
    return f"meedoen/formulier/?voorbeeld={slug}&veld={veld}"


def deelbeeld(address: str) -> str:
    """The picture that other sites show with a link to a page: of the page itself where it has one, else that of the site."""
    own = re.fullmatch(r"(voorbeelden|themas|kennis|verzamelingen)/[^/]+/", address)
    return f"{address if own else ''}deelbeeld.png"


def verzameling(slug: str) -> str:
    """The page of a collection."""
    return f"verzamelingen/{slug}/"


def gegevens(slug: str) -> str:
    """The whole entry as data."""
    return f"voorbeelden/{slug}/voorbeeld.json"


def bron(slug: str) -> str:
    """The file of an entry as it was written, which the form opens to amend it."""
    return f"voorbeelden/{slug}/voorbeeld.yml"


def vergelijking(slug: str) -> str:
    """What the comparison shows of an entry."""
    return f"voorbeelden/{slug}/vergelijking.json"


DATA = "data/v1/"
"""The folder with the whole catalogue as data. A change that breaks readers gets a folder of its own."""


def data(naam: str) -> str:
    """A file of the open data."""
    return f"{DATA}{naam}"


def ingesloten(lijst: str, key: str) -> str:
    """The slim page of an entry (`voorbeelden`) or a term, for another site to show."""
    return f"insluiten/{lijst}/{key}.html"


def ingesloten_paar(lijst: str, key: str, ander: str, andere_key: str) -> str:
    """The same of what has two terms; the lists stand in the order of `INGESLOTEN_PAREN`."""
    return f"insluiten/{lijst}/{key}/{ander}/{andere_key}.html"


def lijstterm(lijst: str, key: str) -> str:
    """What stands for a term of any list, with or without a page, in linked data; people find its explanation there."""
    return f"data/lijsten/#{lijst}.{key}"


def catalogusmap(versie: str) -> str:
    """The folder with what the script of the catalogue page reads: its table, the map, the cards."""
    return f"voorbeelden/tabel-{versie}/"


def kennis(slug: str) -> str:
    """A knowledge page."""
    return f"kennis/{slug}/"


def term(lijst: str, key: str) -> str:
    """The page of a term: `themas/eenzaamheid/`."""
    return f"{lijst}/{key}/"


def organisatie(slug: str) -> str:
    """The page of an organisation."""
    return f"organisaties/{slug}/"


def numbered(address: str, page: int) -> str:
    """The address of a later page of a long list; the first page is the list itself."""
    return address if page == 1 else f"{address}pagina/{page}/"


def shorten(html: str, address: str) -> str:
    """The HTML of the page at `address`, with links into its own part of the site by the shorter way.

    `../../voorbeelden/y/` on `voorbeelden/x/` → `../y/`.
    """
    part = address[: address.find("/") + 1]
    return html.replace(f'href="{to_root(address)}{part}', f'href="{to_root(address)[3:] or "./"}') if part else html


def to_root(address: str) -> str:
    """The relative path from a page to the root of the site: `voorbeelden/x/` → `../../`."""
    return "../" * address.count("/")
