"""A mail to an organisation that asks whether what we say about it is still true: plain text, ready to send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.model.entry import VERHAAL
from macros.model.scalars import ONBEKEND
from macros.naming import fold, slugify

_ASKED = {
    "kerncijfers": "cijfers",
    "kosten": "wat het per jaar kost",
    "inzet": "hoeveel mensen en uren het vraagt",
    "financiering": "wie betaalt",
}


def request(catalogue: Catalogue, organisation: str, site: str) -> str | None:
    """The mail about all entries of an organisation, named as in the catalogue or by its slug; None when it isn't there.

    `site` is the address of the site, with a slash at the end.
    """
    wanted = next((found for found in catalogue.organisaties.values() if slugify(organisation) == found.slug), None)
    if wanted is None:
        return None
    slugs = {item.slug for item, _ in wanted.rollen}
    items = [item for item in catalogue.items if item.slug in slugs]
    one = len(items) == 1
    subject = items[0].data.titel if one else wanted.naam
    about = f"staat '{subject}' van {wanted.naam}" if one else f"staan {len(items)} voorbeelden waar {wanted.naam} aan meedoet"
    by_us = all(item.data.herkomst == "redactie" for item in items)
    origin = "Wij schreven dit op uit openbare bronnen." if by_us else "Een deel kwam van jullie zelf, de rest uit openbare bronnen."
    lines = [
        f"Aan: {_mailbox(items, wanted.naam) or f'[zoek het algemene adres {_where_to_look(items, wanted.naam)}]'}",
        f"Onderwerp: Klopt dit nog? {subject} in de Praktijkwijzer",
        "",
        "Beste collega,",
        "",
        f"In de Praktijkwijzer Sociaal Werk {about}.",
        "De Praktijkwijzer verzamelt voorbeelden uit het sociaal werk, zodat anderen ervan kunnen leren.",
        f"{origin} Wil je nakijken of het nog klopt?",
        "",
    ]
    for item in items:
        lines += [*_about(catalogue, item, site), ""]
    lines += [
        "Antwoorden kan zo:",
        "- Alles klopt? Antwoord op deze mail met 'klopt', en met je functie. Je naam komt niet op de site.",
        "- Klopt er iets niet, of weet je wat wij niet weten? Schrijf het in gewone woorden. Een link naar een",
        "  openbare bron helpt: bij elke bewering noemen wij waar zij vandaan komt.",
        "- Wil je dat wij iets weghalen? Zeg het, dan overleggen wij dat met je.",
        "",
        "Geen tijd? Dan blijft staan dat de organisatie het niet bevestigd heeft.",
        "",
        "Met vriendelijke groet,",
        "de redactie van de Praktijkwijzer Sociaal Werk",
        site,
    ]
    return "\n".join(lines) + "\n"


def _mailbox(items: Sequence[Item], naam: str) -> str:
    """The mailbox of an organisation: that of an entry which it leads; of others it may be a partner's."""
    led = (item.data for item in items if item.data.organisaties[0].naam == naam)
    return next((data.contact.email for data in led if data.contact and data.contact.email), "")


def _where_to_look(items: Sequence[Item], naam: str) -> str:
    """Where a person finds the mailbox: the page to get in touch, its website, or else what it published itself."""
    led = [item.data for item in items if item.data.organisaties[0].naam == naam]
    found = [data.contact.website for data in led if data.contact and data.contact.website]
    found += [one.website for item in items for one in item.data.organisaties if one.naam == naam and one.website]
    found += [bron.url for item in items for bron in item.data.bronnen if bron.url and fold(bron.uitgever) == fold(naam)]
    return f"op {found[0]}" if found else f"van {naam}; het staat niet in de Praktijkwijzer"


def organisations_like(catalogue: Catalogue, part: str) -> tuple[str, ...]:
    """The names of organisations that hold a part of a word, in the order of the catalogue."""
    return tuple(found.naam for found in catalogue.organisaties.values() if fold(part) in fold(found.naam))


def _about(catalogue: Catalogue, item: Item, site: str) -> Iterator[str]:
    yield item.data.titel
    yield f"{site}{addresses.voorbeeld(item.slug)}"
    yield f"Wij schrijven: {item.data.samenvatting}"
    yield f"De feiten zijn van {in_words(item.data.peildatum)}. Hoe ver het is: {catalogue.lijsten['fasen'].label(item.data.fase)}."
    unknown = [name for name in VERHAAL if getattr(item.data, name) in (ONBEKEND, None)]
    unknown += [words for field, words in _ASKED.items() if not getattr(item.data, field)]
    if unknown:
        yield f"Wat wij nog niet weten: {', '.join(unknown)}."
