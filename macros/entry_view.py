"""An entry as its page shows it: facts at a glance, sections in reading order, relations, what is unknown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.citations import Noot, Noten
from macros.dates import in_words, is_past
from macros.keywords import Woordenboek, afkortingen
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.parts import Financiering, Inzet
from macros.model.scalars import ONBEKEND
from macros.naming import slugify
from macros.prose import to_plain
from macros.views import FILTERS, SOORTEN, Kaart, Tag, kaarten, plaats_in_words, tags


@dataclass(frozen=True)
class Feit:
    """One line of the facts at the top: a term with values, some of them links.

    `filter` is its name as a search filter; `gewicht` how much its words count in search (1 is plain text).
    """

    naam: str
    waarden: tuple[Tag | str, ...]
    filter: str = ""
    gewicht: int = 1


@dataclass(frozen=True)
class Sectie:
    """One section of the story."""

    id: str
    kop: str
    html: Markup
    punten: tuple[Markup, ...] = ()
    bijzonder: bool = False


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


@dataclass(frozen=True)
class Relatie:
    """A group of related entries with the reason they stand here."""

    kop: str
    kaarten: tuple[Kaart, ...]


@dataclass(frozen=True)
class Partij:
    """An organisation with its page and role."""

    naam: str
    adres: str
    rol: str


@dataclass(frozen=True)
class VoorbeeldPagina:
    """Everything on the page of an entry."""

    titel: str
    samenvatting: str
    soort: str
    soort_id: str
    plaats: str
    fase: str
    fase_id: str
    feiten: tuple[Feit, ...]
    gestopt: Markup | None
    secties: tuple[Sectie, ...]
    cijfers: tuple[Cijfer, ...]
    kosten: tuple[Rij, ...]
    geld: tuple[Geld, ...]
    onderbouwing: tuple[tuple[str, str], ...]
    onderzoek: tuple[tuple[str, Markup], ...]
    erkenningen: tuple[tuple[str, str, str, str], ...]
    partijen: tuple[Partij, ...]
    contact: tuple[tuple[str, str], ...]
    bezoek: str
    materialen: tuple[tuple[str, str], ...]
    relaties: tuple[Relatie, ...]
    kennis: tuple[Tag, ...]
    noten: tuple[Noot, ...]
    onbekend: tuple[str, ...]
    peildatum: str
    peildatum_iso: str
    verouderd: bool
    volledigheid: str
    herkomst: str
    gecontroleerd: str
    wijzigingen: tuple[tuple[str, str], ...]
    trefwoorden: str
    afkortingen: str


def voorbeeldpagina(catalogue: Catalogue, item: Item, woordenboek: Woordenboek) -> VoorbeeldPagina:
    """The page of one entry. References are numbered in the order in which the page shows them."""
    data = item.data
    soorten = {key: term.label for key, term in catalogue.lijsten["bronsoorten"].items()}
    noten = Noten(data.bronnen, soorten)
    gestopt = noten.inline(data.gestopt.reden) if data.gestopt else None
    secties = tuple(_secties(data, noten))
    cijfers = tuple(_cijfers(catalogue, data, noten))
    onderzoek = tuple((in_words(study.jaar) if study.jaar else "", _study(study.uitkomst, study.bron, noten)) for study in data.onderzoek)
    kosten = tuple(_kosten(catalogue, data, noten))
    geld = tuple(_geld(catalogue, money, noten) for money in data.financiering)
    # a source that only an unshown field cites still belongs in the list
    for bron in data.bronnen:
        noten.cite_key(bron.sleutel)
    return VoorbeeldPagina(
        titel=data.titel,
        samenvatting=data.samenvatting,
        soort=SOORTEN[data.type],
        soort_id=data.type,
        plaats=plaats_in_words(catalogue, item),
        fase=catalogue.lijsten["fasen"].label(data.fase),
        fase_id=data.fase,
        feiten=tuple(_feiten(catalogue, item)),
        gestopt=gestopt,
        secties=secties,
        cijfers=cijfers,
        kosten=kosten,
        geld=geld,
        onderbouwing=tuple(
            (catalogue.lijsten["onderbouwing"].label(key), catalogue.lijsten["onderbouwing"][key].uitleg) for key in data.onderbouwing
        ),
        onderzoek=onderzoek,
        erkenningen=tuple(
            (
                catalogue.lijsten["databanken"].label(mark.databank),
                catalogue.lijsten["erkenningen"].label(mark.niveau),
                in_words(mark.datum) if mark.datum else "",
                mark.url,
            )
            for mark in data.erkenningen
        ),
        partijen=tuple(_partij(catalogue, party.naam, party.rol) for party in data.organisaties),
        contact=tuple(_contact(data)),
        bezoek=data.bezoek or "",
        materialen=tuple((thing.titel, thing.url) for thing in data.materialen),
        relaties=tuple(_relaties(catalogue, item)),
        kennis=tuple(Tag(catalogue.kennis_by_slug[key].data.titel, addresses.kennis(key), key) for key in data.kennis),
        noten=noten.listed(),
        onbekend=tuple(_onbekend(data)),
        peildatum=in_words(data.peildatum),
        peildatum_iso=data.peildatum,
        verouderd=catalogue.is_stale(item),
        volledigheid=item.volledigheid,
        herkomst=data.herkomst,
        gecontroleerd=f"{in_words(data.gecontroleerd.datum)}, door {data.gecontroleerd.door}" if data.gecontroleerd else "",
        wijzigingen=tuple((in_words(change.datum), change.tekst) for change in data.wijzigingen),
        trefwoorden=woordenboek.trefwoorden(plain_text(data), synoniemen(catalogue, item)),
        afkortingen=afkortingen(synoniemen(catalogue, item)),
    )


def plain_text(data: Voorbeeld) -> str:
    """All text of an entry that a reader may search for, without Markdown."""
    prose = [data.aanleiding, data.aanpak, data.resultaten, data.geleerd or "", data.context or ""]
    prose += [*data.werkzame_elementen, *data.randvoorwaarden]
    names = [party.naam for party in data.organisaties]
    return " ".join([data.titel, data.samenvatting, *names, *(to_plain(text) for text in prose)])


def synoniemen(catalogue: Catalogue, item: Item) -> Iterator[str]:
    """What people also call the terms of an entry: synonyms, abbreviations, former municipalities."""
    lijsten = catalogue.lijsten
    for lijst in ("themas", "doelgroepen", "werkvormen", "wetten", "gemeenten", "provincies"):
        for key in catalogue.terms(item, lijst):
            term = lijsten[lijst][key]
            yield from (term.label, *term.synoniemen)
            if afkorting := getattr(term, "afkorting", None):
                yield afkorting
    for key in item.data.beleidskaders:
        yield from (lijsten["beleidskaders"][key].label, *lijsten["beleidskaders"][key].synoniemen)
    if item.data.plaats:
        wanted = set(item.data.plaats.gemeenten)
        yield from (term.label for term in lijsten["gemeenten"].values() if term.opvolger in wanted)


def _feiten(catalogue: Catalogue, item: Item) -> Iterator[Feit]:
    data = item.data
    first, *others = (_partij(catalogue, party.naam, party.rol) for party in data.organisaties)
    rest = (f"en {len(others)} andere{'' if len(others) == 1 else 'n'}",) if others else ()
    yield Feit("Wie", (Tag(first.naam, first.adres, ""), *rest))
    waar: tuple[Tag | str, ...] = ("Landelijk",)
    if data.plaats:
        here = ", ".join(part for part in (data.plaats.plaats, data.plaats.wijk) if part)
        places = tags(catalogue, "gemeenten", data.plaats.gemeenten)
        waar = (*((here,) if here and here not in [place.label for place in places] else ()), *places)
    yield Feit("Waar", waar, FILTERS["gemeenten"], 3)
    if provinces := catalogue.provincies(item):
        yield Feit("Provincie", tags(catalogue, "provincies", provinces), FILTERS["provincies"])
    yield Feit("Thema", tags(catalogue, "themas", data.themas), FILTERS["themas"], 6)
    yield Feit("Voor wie", tags(catalogue, "doelgroepen", data.doelgroepen), FILTERS["doelgroepen"], 3)
    if data.doelgroep_intermediair:
        yield Feit("Bereikt via", data.doelgroep_intermediair)
    yield Feit("Werkvorm", tags(catalogue, "werkvormen", data.werkvormen), FILTERS["werkvormen"], 3)
    if data.start or data.einde:
        begin = f"vanaf {in_words(data.start)}" if data.start else ""
        end = f"tot {in_words(data.einde)}" if data.einde else ""
        yield Feit("Wanneer", (" ".join(part for part in (begin, end) if part),))
    if data.kosten:
        yield Feit("Kosten per jaar", (catalogue.lijsten["kostenbanden"].label(data.kosten.jaarband),))
    if data.financiering:
        sources = dict.fromkeys(catalogue.lijsten["financieringsbronnen"].label(money.geldbron) for money in data.financiering)
        yield Feit("Wie betaalt", tuple(sources))
    if laws := catalogue.terms(item, "wetten"):
        yield Feit("Wet", tags(catalogue, "wetten", laws), FILTERS["wetten"])
    if data.beleidskaders:
        yield Feit("Beleid", tuple(_beleid(catalogue, key) for key in data.beleidskaders))
    if data.netwerkvorm:
        yield Feit("Samenwerking", (catalogue.lijsten["netwerkvormen"].label(data.netwerkvorm),))
    if data.rol_inwoners:
        yield Feit("Inwoners zijn", tuple(catalogue.lijsten["rollen-inwoners"].label(key).lower() for key in data.rol_inwoners))
    if data.positieve_gezondheid:
        yield Feit("Positieve Gezondheid", tuple(catalogue.lijsten["positieve-gezondheid"].label(key) for key in data.positieve_gezondheid))
    yield Feit("Steunt op", tuple(catalogue.lijsten["onderbouwing"].label(key).lower() for key in data.onderbouwing))


def _beleid(catalogue: Catalogue, key: str) -> str:
    frame = catalogue.lijsten["beleidskaders"][key]
    if not frame.geldig_tot:
        return frame.label
    verb = "liep" if is_past(frame.geldig_tot, catalogue.today) else "loopt"
    return f"{frame.label} ({verb} tot {in_words(frame.geldig_tot)})"


def _secties(data: Voorbeeld, noten: Noten) -> Iterator[Sectie]:
    if data.aanleiding != ONBEKEND:
        yield Sectie("aanleiding", "Aanleiding", noten.prose(data.aanleiding))
    if data.aanpak != ONBEKEND:
        yield Sectie("aanpak", "Aanpak", noten.prose(data.aanpak))
    if isinstance(data, Praktijk) and data.eigen_aanpassing:
        yield Sectie("eigen-aanpassing", "Anders dan de werkwijze", noten.prose(data.eigen_aanpassing))
    if data.context:
        yield Sectie("context", "De plek", noten.prose(data.context))
    if data.resultaten != ONBEKEND:
        yield Sectie("resultaten", "Resultaten", noten.prose(data.resultaten))
    if data.geleerd and data.geleerd != ONBEKEND:
        yield Sectie("geleerd", "Wat er geleerd is", noten.prose(data.geleerd), bijzonder=True)
    if data.werkzame_elementen:
        yield _points("werkzame-elementen", "Waardoor het werkt", data.werkzame_elementen, noten, bijzonder=True)
    if data.randvoorwaarden:
        yield _points("randvoorwaarden", "Wat ervoor nodig is", data.randvoorwaarden, noten)
    if data.overdraagbaarheid and data.overdraagbaarheid.vast:
        yield _points("vast", "Wat je niet moet weglaten", data.overdraagbaarheid.vast, noten)
    if data.overdraagbaarheid and data.overdraagbaarheid.aanpassen:
        yield _points("aanpassen", "Wat je mag aanpassen", data.overdraagbaarheid.aanpassen, noten)


def _points(key: str, heading: str, texts: Sequence[str], noten: Noten, *, bijzonder: bool = False) -> Sectie:
    return Sectie(key, heading, Markup(), tuple(noten.inline(text) for text in texts), bijzonder)


def _cijfers(catalogue: Catalogue, data: Voorbeeld, noten: Noten) -> Iterator[Cijfer]:
    for figure in data.kerncijfers:
        nuance = catalogue.lijsten["nuances"].label(figure.nuance).lower() if figure.nuance else ""
        yield Cijfer(
            nuance, figure.waarde.replace("-", "–"), figure.eenheid, figure.omschrijving, in_words(figure.jaar), noten.cite_key(figure.bron)
        )


def _study(text: str, key: str, noten: Noten) -> Markup:
    html = noten.inline(text)
    return html if f"@{key}" in text else html + noten.cite_key(key)


def _kosten(catalogue: Catalogue, data: Voorbeeld, noten: Noten) -> Iterator[Rij]:
    if data.kosten:
        band = catalogue.lijsten["kostenbanden"].label(data.kosten.jaarband)
        what = f"{band} ({in_words(data.kosten.jaar)})"
        yield Rij("Kosten per jaar", ". ".join(part for part in (what, data.kosten.inbegrepen) if part), noten.cite_key(data.kosten.bron))
    if data.inzet:
        yield Rij("Inzet", _inzet(data.inzet), noten.cite_key(data.inzet.bron))


def _inzet(effort: Inzet) -> str:
    parts = [
        f"{effort.uren_per_week} betaalde uren per week" if effort.uren_per_week else "",
        f"{effort.fte} fte" if effort.fte else "",
        f"{effort.vrijwilligers} vrijwilligers" if effort.vrijwilligers else "",
    ]
    text = ", ".join(part for part in parts if part)
    text = f"{text} ({in_words(effort.jaar)})" if effort.jaar and text else text
    return ". ".join(part for part in (text, effort.toelichting) if part)


def _geld(catalogue: Catalogue, money: Financiering, noten: Noten) -> Geld:
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


def _partij(catalogue: Catalogue, naam: str, rol: str) -> Partij:
    spelling = catalogue.organisatienaam(naam)
    return Partij(spelling, addresses.organisatie(slugify(spelling)), rol)


def _contact(data: Voorbeeld) -> Iterator[tuple[str, str]]:
    if data.contact and data.contact.website:
        yield "Website", data.contact.website
    if data.contact and data.contact.email:
        yield data.contact.email, f"mailto:{data.contact.email}"


def _relaties(catalogue: Catalogue, item: Item) -> Iterator[Relatie]:
    data = item.data
    groups: list[tuple[str, Sequence[Item]]] = []
    if isinstance(data, Praktijk) and data.werkwijze:
        method = catalogue.by_slug[data.werkwijze]
        sisters = [other for other in catalogue.praktijken_van(data.werkwijze) if other.slug != item.slug]
        groups += [("De werkwijze hierachter", (method,)), ("Dezelfde werkwijze op andere plekken", sisters)]
    if isinstance(data, Praktijk) and data.onderdeel_van:
        whole = catalogue.by_slug[data.onderdeel_van]
        others = [other for other in catalogue.onderdelen_van(data.onderdeel_van) if other.slug != item.slug]
        groups += [("Onderdeel van", (whole,)), ("Andere onderdelen", others)]
    groups += [
        ("Praktijken met deze werkwijze", catalogue.praktijken_van(item.slug)),
        ("Onderdelen", catalogue.onderdelen_van(item.slug)),
        ("Verwante voorbeelden", catalogue.verwant(item)),
        ("Zelfde thema", catalogue.vergelijkbaar(item)),
    ]
    shown: set[str] = {item.slug}
    for heading, items in groups:
        fresh = [other for other in items if other.slug not in shown]
        shown.update(other.slug for other in fresh)
        if fresh:
            yield Relatie(heading, kaarten(catalogue, fresh[:12]))


def _onbekend(data: Voorbeeld) -> Iterator[str]:
    """What a reader would want to know and no source says."""
    for name, words in (("aanleiding", "waarom het begon"), ("aanpak", "hoe het precies werkt"), ("resultaten", "wat ervan terechtkwam")):
        if getattr(data, name) == ONBEKEND:
            yield words
    for name, words in (
        ("start", "wanneer het begon"),
        ("geleerd", "wat er geleerd is"),
        ("kosten", "wat het kost"),
        ("inzet", "hoeveel mensen en uren het vraagt"),
        ("financiering", "wie het betaalt"),
        ("kerncijfers", "hoeveel mensen het bereikt"),
        ("contact", "waar je terechtkunt met vragen"),
    ):
        if not getattr(data, name):
            yield words
