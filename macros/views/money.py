"""Figures, costs, effort and funding of an entry, each with its source."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.catalogue import Catalogue
from macros.charts import Looptijd, timeline
from macros.citations import Noten
from macros.dates import in_words, is_past, last_day
from macros.model.entry import Voorbeeld
from macros.model.parts import Financiering, Inzet
from macros.views import facts
from macros.views.cards import Tag, tags


@dataclass(frozen=True)
class Cijfer:
    """A key figure, ready to read."""

    nuance: str
    waarde: str
    eenheid: str
    omschrijving: str
    jaar: str
    bron: Markup


@dataclass(frozen=True)
class Geld:
    """One line of who pays."""

    geldbron: str
    wet: Tag | None
    periode: str
    toelichting: str
    afgelopen: bool
    bron: Markup


@dataclass(frozen=True)
class Rij:
    """One line of a short list of facts with its source."""

    naam: str
    tekst: str
    bron: Markup


def cijfers(catalogue: Catalogue, data: Voorbeeld, noten: Noten) -> Iterator[Cijfer]:
    """The key figures."""
    for figure in data.kerncijfers:
        nuance = catalogue.lijsten["nuances"].label(figure.nuance).lower() if figure.nuance else ""
        yield Cijfer(
            nuance, figure.waarde.replace("-", "–"), figure.eenheid, figure.omschrijving, in_words(figure.jaar), noten.cite_key(figure.bron)
        )


def kosten(catalogue: Catalogue, data: Voorbeeld, noten: Noten) -> Iterator[Rij]:
    """What it costs and the people it takes."""
    if data.kosten:
        band = catalogue.lijsten["kostenbanden"].label(data.kosten.jaarband)
        what = f"{band} ({in_words(data.kosten.jaar)})"
        yield Rij("Kosten per jaar", ". ".join(part for part in (what, data.kosten.inbegrepen) if part), noten.cite_key(data.kosten.bron))
    if data.inzet:
        yield Rij("Inzet", _inzet(data.inzet), noten.cite_key(data.inzet.bron))


def _inzet(effort: Inzet) -> str:
    text = ", ".join(facts.inzet(effort))
    if text == effort.toelichting:
        return text
    text = f"{text} ({in_words(effort.jaar)})" if effort.jaar else text
    return ". ".join(part for part in (text, effort.toelichting) if part)


def geld(catalogue: Catalogue, money: Financiering, noten: Noten) -> Geld:
    """One line of who pays, from which law and until when."""
    period = " ".join(
        part for part in (f"vanaf {in_words(money.van)}" if money.van else "", f"tot {in_words(money.tot)}" if money.tot else "") if part
    )
    if money.structureel is not None:
        period = ", ".join(part for part in (period, "structureel" if money.structureel else "tijdelijk") if part)
    return Geld(
        catalogue.lijsten["financieringsbronnen"].label(money.geldbron),
        tags(catalogue, "wetten", [money.wet])[0] if money.wet else None,
        period,
        money.toelichting or "",
        bool(money.tot and is_past(money.tot, catalogue.today)),
        noten.cite_key(money.bron),
    )


def voorbij(lines: Sequence[Geld]) -> str:
    """What ended of the money, as the start of a sentence; nothing when no end has passed."""
    ended = sum(line.afgelopen for line in lines)
    return "" if not ended else "Een deel van het geld liep af" if ended < len(lines) else "Het geld dat we kennen, liep af"


@dataclass(frozen=True)
class Tijdlijn:
    """Who pays and how long, as a picture; `rest` tells in words what is not in it."""

    beeld: Markup
    vandaag: str
    rest: str


def tijdlijn(catalogue: Catalogue, data: Voorbeeld) -> Tijdlijn | None:
    """The timeline of the money; None when no line has a begin or an end."""
    dated = [money for money in data.financiering if money.van or money.tot]
    if not dated:
        return None
    looptijden = [_looptijd(catalogue, money) for money in dated]
    kern = "Tijdlijn. " + ". ".join(looptijd.tekst for looptijd in looptijden) + "."
    missing = len(data.financiering) - len(dated)
    rest = f"Van {missing} andere geldbron{'nen' if missing > 1 else ''} kennen we de periode niet." if missing else ""
    return Tijdlijn(timeline(kern, looptijden, catalogue.today), in_words(catalogue.today.isoformat()), rest)


def _looptijd(catalogue: Catalogue, money: Financiering) -> Looptijd:
    van = datetime.date.fromisoformat(f"{money.van}-01-01"[:10]) if money.van else None
    tot = last_day(money.tot) if money.tot else None
    afgelopen = bool(tot and tot < catalogue.today)
    if van and tot:
        # between two years no words are needed, between two dates they are
        dash = "–" if len(f"{money.van}{money.tot}") == 8 else " tot "
        period = dash.join(dict.fromkeys([in_words(money.van or ""), in_words(money.tot or "")]))
    elif van:
        period = f"vanaf {in_words(money.van or '')}, {'structureel' if money.structureel else 'einde onbekend'}"
    else:
        period = f"tot {in_words(money.tot or '')}, begin onbekend"
    label = catalogue.lijsten["financieringsbronnen"].label(money.geldbron)
    return Looptijd(f"{label}: {period}{' (voorbij)' if afgelopen else ''}", van, tot, bool(money.structureel), afgelopen)
