"""An entry as its page shows it: facts at a glance, sections in reading order, relations, what is unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.citations import Noot, Noten
from macros.citing import work
from macros.dates import in_words
from macros.glossary import Paginalinks
from macros.model.entry import Praktijk, Voorbeeld
from macros.model.parts import Beeld
from macros.model.scalars import ONBEKEND
from macros.views import citation, facts, family, money, relations
from macros.views.cards import SOORTEN, Tag, plaats_in_words, tags


@dataclass(frozen=True)
class Sectie:
    """One section of the story; `kader` is the frame that sets it apart, if any."""

    id: str
    kop: str
    html: Markup
    punten: tuple[Markup, ...] = ()
    kader: str = ""


@dataclass(frozen=True)
class VoorbeeldPagina:
    """Everything on the page of an entry."""

    titel: str
    samenvatting: str
    soort: str
    soort_id: str
    plaats: str
    thema: Tag
    kern: tuple[facts.Feit, ...]
    feiten: tuple[facts.Feit, ...]
    gestopt: Markup | None
    verhaal: tuple[Sectie, ...]
    lessen: tuple[Sectie, ...]
    cijfers: tuple[money.Cijfer, ...]
    kosten: tuple[money.Rij, ...]
    geld: tuple[money.Geld, ...]
    geld_voorbij: str
    tijdlijn: money.Tijdlijn | None
    gemeten: bool
    onderbouwing: tuple[tuple[str, str], ...]
    onderzoek: tuple[tuple[str, Markup], ...]
    erkenningen: tuple[tuple[str, str, str, str], ...]
    partijen: tuple[facts.Partij, ...]
    contact: tuple[tuple[str, str], ...]
    bezoek: str
    materialen: tuple[tuple[str, str], ...]
    familie: family.Familie | None
    relaties: tuple[relations.Relatie, ...]
    kennis: tuple[Tag, ...]
    noten: tuple[Noot, ...]
    onbekend: tuple[tuple[str, str], ...]
    peildatum: str
    verouderd: bool
    loopt: bool
    volledigheid: str
    herkomst: str
    akkoord: str
    beeld: Beeld | None
    gecontroleerd: str
    wijzigingen: tuple[tuple[str, str], ...]
    citaat: citation.Citaat
    bestand: str = ""
    """Where the file of this entry can be edited, if anywhere."""


def voorbeeldpagina(catalogue: Catalogue, item: Item, woordlinks: Paginalinks, site: str = "") -> VoorbeeldPagina:
    """The page of one entry, on the site with that address.

    References are numbered, and words linked to the glossary, in the order in which the page shows them.
    """
    data = item.data
    soorten = {key: term.label for key, term in catalogue.lijsten["bronsoorten"].items()}
    noten = Noten(data.bronnen, soorten, catalogue.verloren)
    gestopt = noten.inline(data.gestopt.reden) if data.gestopt else None
    verhaal = tuple(_linked(sectie, woordlinks) for sectie in _verhaal(data, noten))
    cijfers = tuple(money.cijfers(catalogue, data, noten))
    lessen = tuple(_linked(sectie, woordlinks) for sectie in _lessen(data, noten))
    onderzoek = tuple((in_words(study.jaar) if study.jaar else "", _study(study.uitkomst, study.bron, noten)) for study in data.onderzoek)
    kosten = tuple(money.kosten(catalogue, data, noten))
    geld = tuple(money.geld(catalogue, line, noten) for line in data.financiering)
    # a source that only an unshown field cites still belongs in the list
    for bron in data.bronnen:
        noten.cite_key(bron.sleutel)
    familie = family.familie(catalogue, item)
    return VoorbeeldPagina(
        titel=data.titel,
        samenvatting=data.samenvatting,
        soort=SOORTEN[data.type],
        soort_id=data.type,
        plaats=plaats_in_words(catalogue, item),
        thema=tags(catalogue, "themas", data.themas)[0],
        kern=facts.kern(catalogue, item),
        feiten=tuple(facts.meer(catalogue, item)),
        gestopt=gestopt,
        verhaal=verhaal,
        lessen=lessen,
        cijfers=cijfers,
        kosten=kosten,
        geld=geld,
        geld_voorbij="" if data.gestopt else money.voorbij(geld),
        tijdlijn=money.tijdlijn(catalogue, data),
        gemeten=data.onderbouwing != ("nog-niet-gemeten",),
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
        partijen=tuple(facts.partij(catalogue, party.naam, party.rol) for party in data.organisaties),
        contact=tuple(_contact(data)),
        bezoek=data.bezoek or "",
        materialen=tuple((thing.titel, thing.url) for thing in data.materialen),
        familie=familie,
        relaties=tuple(_beside(relations.relaties(catalogue, item), familie)),
        kennis=tuple(Tag(catalogue.kennis_by_slug[key].data.titel, addresses.kennis(key), key) for key in data.kennis),
        noten=noten.listed(),
        onbekend=tuple((words, addresses.aanvullen(item.slug, veld)) for veld, words in _onbekend(data)),
        peildatum=in_words(data.peildatum),
        verouderd=catalogue.is_stale(item),
        loopt=data.fase not in ("gestopt", ONBEKEND),
        volledigheid=item.volledigheid,
        herkomst=data.herkomst,
        akkoord=f"De {data.akkoord.rol} gaf op {in_words(data.akkoord.datum)} akkoord." if data.akkoord else "",
        beeld=data.beeld,
        gecontroleerd=f"{in_words(data.gecontroleerd.datum)}, door {data.gecontroleerd.door}" if data.gecontroleerd else "",
        wijzigingen=tuple((in_words(change.datum), change.tekst) for change in data.wijzigingen),
        citaat=citation.citaat(work.voorbeeld(catalogue, item, site), "voorbeeld"),
    )


def _verhaal(data: Voorbeeld, noten: Noten) -> Iterator[Sectie]:
    """What happened: up to the key figures."""
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


def _lessen(data: Voorbeeld, noten: Noten) -> Iterator[Sectie]:
    """What others can take from it: after the key figures."""
    if data.geleerd and data.geleerd != ONBEKEND:
        yield Sectie("geleerd", "Wat er geleerd is", noten.prose(data.geleerd), kader="les")
    if data.werkzame_elementen:
        yield _points("werkzame-elementen", "Wat volgens de bronnen helpt", data.werkzame_elementen, noten, "helpt")
    if data.randvoorwaarden:
        yield _points("randvoorwaarden", "Wat ervoor nodig is", data.randvoorwaarden, noten)
    if data.overdraagbaarheid and data.overdraagbaarheid.vast:
        yield _points("vast", "Wat je niet moet weglaten", data.overdraagbaarheid.vast, noten)
    if data.overdraagbaarheid and data.overdraagbaarheid.aanpassen:
        yield _points("aanpassen", "Wat je mag aanpassen", data.overdraagbaarheid.aanpassen, noten)


def _linked(sectie: Sectie, woordlinks: Paginalinks) -> Sectie:
    return replace(sectie, html=woordlinks.link(sectie.html), punten=tuple(woordlinks.link(punt) for punt in sectie.punten))


def _points(key: str, heading: str, texts: Sequence[str], noten: Noten, kader: str = "") -> Sectie:
    return Sectie(key, heading, Markup(), tuple(noten.inline(text) for text in texts), kader)


def _study(text: str, key: str, noten: Noten) -> Markup:
    html = noten.inline(text)
    return html if f"@{key}" in text else html + noten.cite_key(key)


def _beside(groups: Iterable[relations.Relatie], familie: family.Familie | None) -> Iterator[relations.Relatie]:
    """The groups without what the tree of the family shows already."""
    for group in groups:
        fresh = tuple(near for near in group.naasten if not familie or addresses.voorbeeld(near.slug) not in familie.adressen)
        if fresh:
            yield replace(group, naasten=fresh)


def _contact(data: Voorbeeld) -> Iterator[tuple[str, str]]:
    if data.contact and data.contact.website:
        yield "Website", data.contact.website
    if data.contact and data.contact.email:
        yield data.contact.email, f"mailto:{data.contact.email}"


def _onbekend(data: Voorbeeld) -> Iterator[tuple[str, str]]:
    """The fields that a reader would want filled and no source fills, each in words."""
    for name, words in (("aanleiding", "waarom het begon"), ("aanpak", "hoe het precies werkt"), ("resultaten", "wat ervan terechtkwam")):
        if getattr(data, name) == ONBEKEND:
            yield name, words
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
            yield name, words
