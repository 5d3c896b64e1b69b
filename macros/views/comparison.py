"""An entry field by field, to stand beside others: the same fields for every entry, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.dates import in_words
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.parts import Financiering, Inzet, Kerncijfer
from macros.model.scalars import ONBEKEND
from macros.prose import to_lines
from macros.views.cards import SOORTEN, Tag, fase_in_words, tags

NIET_BEKEND = "onbekend"


@dataclass(frozen=True)
class Veld:
    """One field. `leeg` stands there when there are no values; when it is "", a field that no entry fills is left out."""

    groep: str
    naam: str
    waarden: tuple[Tag | str, ...]
    leeg: str = NIET_BEKEND


def velden(catalogue: Catalogue, item: Item) -> Iterator[Veld]:
    """All fields, in reading order."""
    for groep, fields in (
        ("In het kort", _kort(catalogue, item)),
        ("Geld en mensen", _geld(catalogue, item)),
        ("Wat kwam ervan?", _uitkomst(catalogue, item)),
        ("Het verhaal", _verhaal(item.data)),
    ):
        for naam, waarden, leeg in fields:
            yield Veld(groep, naam, tuple(waarden), leeg)


_Fields = Iterator[tuple[str, Iterable[Tag | str], str]]


def _kort(catalogue: Catalogue, item: Item) -> _Fields:
    data = item.data
    where = data.plaats
    yield "Samenvatting", [data.samenvatting], NIET_BEKEND
    yield "Soort", [SOORTEN[data.type]], NIET_BEKEND
    yield "Werkwijze", _entries(catalogue, [data.werkwijze] if isinstance(data, Praktijk) else []), ""
    yield "Onderdeel van", _entries(catalogue, [data.onderdeel_van] if isinstance(data, Praktijk) else []), ""
    yield "Fase", _present([fase_in_words(catalogue, item)]), NIET_BEKEND
    yield "Gemeente", tags(catalogue, "gemeenten", where.gemeenten) if where else ["Landelijk"], NIET_BEKEND
    yield "Plaats of wijk", _present([where.plaats, where.wijk]) if where else [], ""
    yield "Provincie", tags(catalogue, "provincies", catalogue.provincies(item)) if where else ["Landelijk"], NIET_BEKEND
    yield "Wie", [catalogue.organisatienaam(party.naam) for party in data.organisaties], NIET_BEKEND
    begin_end = [f"vanaf {in_words(data.start)}" if data.start else "", f"tot {in_words(data.einde)}" if data.einde else ""]
    yield "Wanneer", _present([" ".join(_present(begin_end))]), NIET_BEKEND
    yield "Thema", tags(catalogue, "themas", data.themas), NIET_BEKEND
    yield "Voor wie", tags(catalogue, "doelgroepen", data.doelgroepen), NIET_BEKEND
    yield "Bereikt via", data.doelgroep_intermediair, ""
    yield "Werkvorm", tags(catalogue, "werkvormen", data.werkvormen), NIET_BEKEND
    yield "Inwoners zijn", _labels(catalogue, "rollen-inwoners", data.rol_inwoners), NIET_BEKEND
    yield "Samenwerking", _labels(catalogue, "netwerkvormen", [data.netwerkvorm] if data.netwerkvorm else []), NIET_BEKEND


def _geld(catalogue: Catalogue, item: Item) -> _Fields:
    data = item.data
    costs = data.kosten
    parts = [f"{catalogue.lijsten['kostenbanden'].label(costs.jaarband)} ({in_words(costs.jaar)})", costs.inbegrepen] if costs else []
    yield "Kosten per jaar", _joined(parts, ". "), NIET_BEKEND
    yield "Wie betaalt", [value for money in data.financiering for value in _joined(_betaler(catalogue, money))], NIET_BEKEND
    yield "Inzet", _joined(_inzet(data.inzet), ". ") if data.inzet else [], NIET_BEKEND
    yield "Wet", tags(catalogue, "wetten", catalogue.terms(item, "wetten")), ""
    yield "Beleid", _labels(catalogue, "beleidskaders", data.beleidskaders), ""


def _uitkomst(catalogue: Catalogue, item: Item) -> _Fields:
    data = item.data
    marks = [
        f"{catalogue.lijsten['databanken'].label(mark.databank)}: {catalogue.lijsten['erkenningen'].label(mark.niveau)}"
        for mark in data.erkenningen
    ]
    stale = " (mogelijk verouderd)" if catalogue.is_stale(item) else ""
    yield "Kerncijfers", [_cijfer(catalogue, figure) for figure in data.kerncijfers], NIET_BEKEND
    yield "Steunt op", _labels(catalogue, "onderbouwing", data.onderbouwing), NIET_BEKEND
    yield "Officiële erkenning", marks, "geen bekend"
    yield "Stand van de feiten", [in_words(data.peildatum) + stale], NIET_BEKEND
    yield "Gemaakt door", ["Redactie, uit openbare bronnen" if data.herkomst == "redactie" else "De organisatie zelf"], NIET_BEKEND


def _verhaal(data: Voorbeeld) -> _Fields:
    yield "Aanleiding", _lines(data.aanleiding), NIET_BEKEND
    yield "Aanpak", _lines(data.aanpak), NIET_BEKEND
    yield "Anders dan de werkwijze", _lines(data.eigen_aanpassing) if isinstance(data, Praktijk) else [], ""
    yield "Resultaten", _lines(data.resultaten), NIET_BEKEND
    yield "Wat er geleerd is", _lines(data.geleerd), NIET_BEKEND
    yield "Wat volgens de bronnen helpt", _lines(*data.werkzame_elementen), ""
    yield "Wat ervoor nodig is", _lines(*data.randvoorwaarden), NIET_BEKEND
    yield "Waarom het stopte", _lines(data.gestopt.reden) if data.gestopt else [], ""


def _entries(catalogue: Catalogue, slugs: Sequence[str | None]) -> list[Tag | str]:
    return [Tag(catalogue.by_slug[slug].data.titel, addresses.voorbeeld(slug), slug) for slug in slugs if slug]


def _labels(catalogue: Catalogue, lijst: str, keys: Sequence[str]) -> list[str]:
    return [catalogue.lijsten[lijst].label(key) for key in keys]


def _present(parts: Iterable[str | None]) -> list[str]:
    return [part for part in parts if part]


def _joined(parts: Iterable[str | None], between: str = ", ") -> list[str]:
    """The parts that are there as one value, or none."""
    return _present([between.join(_present(parts))])


def _betaler(catalogue: Catalogue, money: Financiering) -> Iterator[str | None]:
    yield catalogue.lijsten["financieringsbronnen"].label(money.geldbron)
    yield catalogue.lijsten["wetten"].label(money.wet) if money.wet else None
    yield f"vanaf {in_words(money.van)}" if money.van else None
    yield f"tot {in_words(money.tot)}" if money.tot else None
    yield None if money.structureel is None else "structureel" if money.structureel else "tijdelijk"


def _inzet(effort: Inzet) -> Iterator[str | None]:
    hours = f"{effort.uren_per_week} betaalde uren per week" if effort.uren_per_week else None
    fte = f"{effort.fte} fte" if effort.fte else None
    volunteers = f"{effort.vrijwilligers} vrijwilligers" if effort.vrijwilligers else None
    yield from _joined([hours, fte, volunteers])
    yield effort.toelichting


def _cijfer(catalogue: Catalogue, figure: Kerncijfer) -> str:
    nuance = f"{catalogue.lijsten['nuances'].label(figure.nuance).lower()} " if figure.nuance else ""
    return f"{nuance}{figure.waarde.replace('-', '–')} {figure.eenheid}: {figure.omschrijving} ({in_words(figure.jaar)})"


def _lines(*texts: str | None) -> list[str]:
    return [line for text in texts if text and text != ONBEKEND for line in to_lines(text)]
