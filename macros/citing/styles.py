"""A citation as people write it in Dutch, as plain text: APA 7 and the Leidraad voor juridische auteurs.

APA follows the seventh edition as Dutch universities use it (a date in Dutch with the year first, `z.d.` without
a date, organisation as author, the site left out where it is the author, no full stop after an address). The
Leidraad (2022) has titles between single quotes, initials first, and `(online, bijgewerkt …)` for what can change;
of an address `https://` and `www.` are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from macros.citing.work import Werk
from macros.dates import MAANDEN, in_words

_ENDS = ("?", "!", ".", "…")


@dataclass(frozen=True)
class Regel:
    """A citation in three parts; the middle one, a title, is in italics."""

    voor: str
    cursief: str
    na: str

    def __str__(self) -> str:
        return f"{self.voor}{self.cursief}{self.na}"


def apa(work: Werk) -> Regel:
    """`Praktijkwijzer Sociaal Werk. (2027, 4 januari). Titel. https://…`; without an author the title comes first."""
    date = f"({year_first(work.datum) if work.datum else 'z.d.'})"
    stop = "" if work.titel.endswith(_ENDS) else "."
    site = f"{work.verschenen_in}. " if work.verschenen_in else ""
    if not work.auteurs:
        return Regel("", work.titel, f"{stop} {date}. {site}{work.adres}")
    return Regel(f"{_stopped(_in_apa(work.auteurs))} {date}. ", work.titel, f"{stop} {site}{work.adres}")


def leidraad(work: Werk) -> Regel:
    """`‘Titel’, Praktijkwijzer Sociaal Werk (online, bijgewerkt 4 januari 2027), voorbeeld.nl/…`."""
    people = [_initials_first(name) for name in work.auteurs if name != work.site]
    author = f"{_with_ampersand(people)}, " if people else ""
    changed = f"bijgewerkt {in_words(work.datum)}" if work.datum else "zonder datum"
    return Regel(f"{author}‘{work.titel}’, ", work.site, f" (online, {changed}), {_short(work.adres)}.")


def year_first(value: str) -> str:
    """`2024-03-26` → 2024, 26 maart; `2024-03` → 2024, maart; `2024` → 2024."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = MAANDEN[int(rest[0]) - 1]
    return f"{year}, {int(rest[1])} {month}" if len(rest) > 1 else f"{year}, {month}"


def _in_apa(names: Sequence[str]) -> str:
    """Up to twenty all names, the last after `&`; of more the first nineteen, three dots and the last."""
    if len(names) > 20:
        return f"{', '.join(names[:19])}, … {names[-1]}"
    # a comma before the ampersand, save between two organisations
    comma = "," if len(names) > 2 or any("," in name for name in names) else ""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{comma} & {names[-1]}"


def _stopped(names: str) -> str:
    return names if names.endswith(".") else f"{names}."


def _with_ampersand(names: Sequence[str]) -> str:
    return " & ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _initials_first(name: str) -> str:
    """`Vries, P. de` → P. de Vries."""
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first else last


def _short(address: str) -> str:
    return address.removeprefix("https://").removeprefix("http://").removeprefix("www.")
