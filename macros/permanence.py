"""An address that was ever published keeps working: what stands there when its page is gone. Knows no disk.

Four sources say what was published: the versions of entries, the committed list of addresses, the former slugs in
entries and the list `verwijderd`. Of whatever is gone without a trace there is a fault that says what to do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue
from macros.dates import in_words
from macros.model.vocabulary import Verwijderd

_MADE = (*(f"{lijst}/" for lijst in addresses.FACETS), "organisaties/", "voorbeelden/pagina/")
"""Pages that come and go with what entries say: of these the list takes over."""


@dataclass(frozen=True)
class Steen:
    """What is left of an entry: the page at its address."""

    titel: str
    reden: str
    datum: str
    opvolger: tuple[str, str] | None
    """Address and title of what came in its place."""
    leeg: bool


@dataclass(frozen=True)
class Blijvend:
    """What must stand at addresses that have no page of their own, and what is missing."""

    doorverwijzingen: Mapping[str, str]
    """Old address → the address to go to."""
    stenen: Mapping[str, Steen]
    fouten: tuple[str, ...]


def permanence(
    catalogue: Catalogue, existing: Collection[str], listed: Collection[str], published: Collection[str], moved: Mapping[str, str]
) -> Blijvend:
    """For a site with these addresses: `listed` was published before, `published` are slugs of entries that were, `moved` is old → new."""
    redirects = {addresses.voorbeeld(old): addresses.voorbeeld(new) for old, new in catalogue.vorige_adressen.items()} | dict(moved)
    stones = {addresses.voorbeeld(slug): _stone(catalogue, term) for slug, term in catalogue.verwijderd.items()}
    faults = []
    for address in sorted({*listed, *(addresses.voorbeeld(slug) for slug in published)}):
        if address in existing or address in redirects or address in stones:
            continue
        if instead := _list_of(address, existing):
            redirects[address] = instead
        else:
            faults.append(_fault(address))
    faults += [f"'{old}' leidt naar '{new}', en dat adres bestaat niet." for old, new in sorted(moved.items()) if new not in existing]
    return Blijvend({old: redirects[old] for old in sorted(redirects) if old not in existing}, stones, tuple(faults))


def vanished(known: Collection[str], published: Collection[str]) -> Iterator[str]:
    """The slugs of entries that were published and are gone without a trace: not there now, not before, not removed."""
    yield from sorted(set(published) - set(known))


def comes_from_entries(address: str) -> bool:
    """Whether a page is of an entry, which the history keeps, or a list of entries, for which another stands in."""
    return address.count("/") > 1 and address.startswith((*_MADE, "voorbeelden/"))


def what_to_do(slug: str, renamed: str | None = None) -> str:
    """The remedy for an entry that is gone without a trace; `renamed` is an entry that has its title."""
    if renamed:
        return f"Heet het nu '{renamed}'? Zet dan in voorbeelden/{renamed}.yml de regel 'vorige_adressen: [{slug}]'."
    return (
        f"Zet het terug, of gebruik 'praktijkwijzer hernoem {slug} NIEUWE-NAAM' of "
        f"'praktijkwijzer verwijder {slug} --reden \"…\"', zodat het adres blijft werken."
    )


def to_redirects(found: Blijvend, path: str) -> str:
    """The file `_redirects`, as some hosts read it; `path` is where the site stands on its host, with slashes around."""
    return "".join(f"{path}{old} {path}{new} 301\n" for old, new in found.doorverwijzingen.items())


def _list_of(address: str, existing: Collection[str]) -> str | None:
    if not address.startswith(_MADE):
        return None
    parts = address.rstrip("/").split("/")[:-1]
    parts = parts[:-1] if parts[-1:] == ["pagina"] else parts
    return next((list_ for size in range(len(parts), 0, -1) if (list_ := "/".join(parts[:size]) + "/") in existing), None)


def _stone(catalogue: Catalogue, term: Verwijderd) -> Steen:
    successor = catalogue.by_slug.get(term.opvolger or "")
    gone = catalogue.verwijderd.get(term.opvolger or "")
    then = (
        (addresses.voorbeeld(successor.slug), successor.data.titel)
        if successor
        else (addresses.voorbeeld(term.opvolger or ""), gone.label)
        if gone
        else None
    )
    return Steen(term.label, term.uitleg, in_words(term.datum), then, term.leeg)


def _fault(address: str) -> str:
    if address.startswith("voorbeelden/"):
        slug = address.split("/")[1]
        return f"voorbeelden/{slug}.yml was gepubliceerd en is weg. {what_to_do(slug)}"
    return (
        f"Het adres '{address}' was gepubliceerd en is weg. Zet de pagina terug, of zet in "
        f"voorbeelden/_adressen/doorverwijzingen.txt de regel '{address} NIEUW-ADRES'."
    )
