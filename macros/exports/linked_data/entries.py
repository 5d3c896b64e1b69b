"""Entries and organisations as linked data: schema.org and Dublin Core where they have a word for it, else our own."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.exports.linked_data.graph import Anders, Datum, Iri, Nl, Thing
from macros.exports.open_data.attribution import LICENTIE_ADRES
from macros.model.entry import Praktijk
from macros.model.parts import Bron, Financiering, Kerncijfer
from macros.model.scalars import ONBEKEND
from macros.naming import slugify

OWN_CLASSES = {
    "Praktijk": "Wat op een plek echt gebeurt of gebeurde.",
    "Werkwijze": "Een aanpak die op meer plekken terugkomt.",
}
OWN_PROPERTIES = {
    "aanleiding": "aanleiding", "aanpak": "aanpak", "resultaten": "resultaten", "geleerd": "geleerd", "doelgroep": "doelgroepen",
    "werkvorm": "werkvormen", "fase": "fase", "onderbouwing": "onderbouwing", "wet": "wetten", "beleidskader": "beleidskaders",
    "werkwijze": "werkwijze", "peildatum": "peildatum", "herkomst": "herkomst", "kerncijfer": "kerncijfers",
    "financiering": "financiering",
}  # fmt: skip
"""Our own properties, and the field of the model that explains each."""
OF_MONEY = {"geldbron": "geldbron"}
"""Our own properties of a sum of money, likewise."""


def own(site_url: str) -> str:
    """The namespace of our own classes and properties: the file that explains them."""
    return f"{site_url}{addresses.data('termen.ttl')}#"


def own_terms(site_url: str) -> Iterator[Thing]:
    """Our own classes and properties, explained as in the model."""
    space = own(site_url)
    for name, uitleg in OWN_CLASSES.items():
        yield {"@id": space + name, "@type": "rdfs:Class", "rdfs:label": Nl(name), "rdfs:comment": Nl(uitleg)}
    for names, model in ((OWN_PROPERTIES, Praktijk), (OF_MONEY, Financiering)):
        for name, field in names.items():
            uitleg = model.model_fields[field].description or ""
            yield {"@id": space + name, "@type": "rdf:Property", "rdfs:label": Nl(name), "rdfs:comment": Nl(uitleg)}


def things(catalogue: Catalogue, site_url: str) -> Iterator[Thing]:
    """Every entry, then every organisation and source that they name."""
    sources: dict[str, Bron] = {}
    for item in catalogue.items:
        yield _entry(catalogue, item, site_url)
        for bron in item.data.bronnen:
            sources.setdefault(_source(item, bron, site_url), bron)
    for organisatie in catalogue.organisaties.values():
        website = Iri(organisatie.website) if organisatie.website else None
        address = site_url + addresses.organisatie(organisatie.slug)
        yield {"@id": address, "@type": "schema:Organization", "schema:name": Nl(organisatie.naam), "schema:url": website}
    for address, bron in sources.items():
        yield {
            "@id": address,
            "@type": "schema:CreativeWork",
            "dcterms:title": Anders(bron.titel, bron.taal) if bron.taal else Nl(bron.titel),
            "dc:language": bron.taal,
            "dc:creator": bron.auteurs,
            "dc:publisher": bron.uitgever,
            "dcterms:date": Datum(bron.datum) if bron.datum else None,
            "dcterms:type": Iri(site_url + addresses.lijstterm("bronsoorten", bron.soort)),
        }


def _entry(catalogue: Catalogue, item: Item, site_url: str) -> Thing:
    data = item.data
    address = site_url + addresses.voorbeeld(item.slug)
    own_method, whole = (data.werkwijze, data.onderdeel_van) if isinstance(data, Praktijk) else (None, None)

    def terms(lijst: str, keys: tuple[str, ...]) -> list[Iri]:
        return [Iri(site_url + addresses.lijstterm(lijst, key)) for key in keys]

    def entries(*slugs: str | None) -> list[Iri]:
        return [Iri(site_url + addresses.voorbeeld(slug)) for slug in slugs if slug]

    return {
        "@id": address,
        "@type": ["schema:CreativeWork", f"pw:{type(data).__name__}"],
        "dcterms:title": Nl(data.titel),
        "schema:description": Nl(data.samenvatting),
        "dcterms:identifier": item.slug,
        "dcterms:subject": terms("themas", data.themas),
        "pw:doelgroep": terms("doelgroepen", data.doelgroepen),
        "pw:werkvorm": terms("werkvormen", data.werkvormen),
        "pw:fase": terms("fasen", (data.fase,)),
        "pw:onderbouwing": terms("onderbouwing", data.onderbouwing),
        "pw:wet": terms("wetten", catalogue.terms(item, "wetten")),
        "pw:beleidskader": terms("beleidskaders", data.beleidskaders),
        "dcterms:spatial": [*terms("gemeenten", catalogue.terms(item, "gemeenten")), *terms("provincies", catalogue.provincies(item))],
        "schema:startDate": Datum(data.start) if data.start else None,
        "schema:endDate": Datum(data.einde) if data.einde else None,
        **{f"pw:{naam}": _known(getattr(data, naam)) for naam in ("aanleiding", "aanpak", "resultaten", "geleerd")},
        "pw:werkwijze": entries(own_method),
        "dcterms:isPartOf": entries(whole),
        "dcterms:relation": entries(*data.verwant),
        "dcterms:references": [Iri(site_url + addresses.kennis(slug)) for slug in data.kennis],
        "schema:contributor": [
            {
                "@type": "schema:Role",
                "schema:roleName": Nl(party.rol),
                "schema:contributor": Iri(site_url + addresses.organisatie(slugify(catalogue.organisatienaam(party.naam)))),
            }
            for party in data.organisaties
        ],
        "pw:kerncijfer": [_figure(item, figure, site_url) for figure in data.kerncijfers],
        "pw:financiering": [_money(item, money, site_url) for money in data.financiering],
        "schema:citation": list(dict.fromkeys(Iri(_source(item, bron, site_url)) for bron in data.bronnen)),
        "pw:peildatum": Datum(data.peildatum),
        "pw:herkomst": data.herkomst,
        "dcterms:license": Iri(LICENTIE_ADRES),
        "dcterms:hasFormat": Iri(site_url + addresses.gegevens(item.slug)),
    }


def _known(text: str | None) -> Nl | None:
    return None if text in (None, ONBEKEND) else Nl(text)


def _figure(item: Item, figure: Kerncijfer, site_url: str) -> Thing:
    return {
        "@type": "schema:QuantitativeValue",
        "schema:value": figure.waarde,
        "schema:unitText": Nl(figure.eenheid),
        "schema:description": Nl(figure.omschrijving),
        "dcterms:date": Datum(figure.jaar),
        "dcterms:source": _cited(item, figure.bron, site_url),
    }


def _money(item: Item, money: Financiering, site_url: str) -> Thing:
    return {
        "pw:geldbron": Iri(site_url + addresses.lijstterm("financieringsbronnen", money.geldbron)),
        "pw:wet": Iri(site_url + addresses.lijstterm("wetten", money.wet)) if money.wet else None,
        "schema:startDate": Datum(money.van) if money.van else None,
        "schema:endDate": Datum(money.tot) if money.tot else None,
        "schema:description": Nl(money.toelichting) if money.toelichting else None,
        "dcterms:source": _cited(item, money.bron, site_url),
    }


def _cited(item: Item, sleutel: str, site_url: str) -> Iri:
    return next(Iri(_source(item, bron, site_url)) for bron in item.data.bronnen if bron.sleutel == sleutel)


def _source(item: Item, bron: Bron, site_url: str) -> str:
    """The address of a source; of one without, its place in the entry's own data."""
    return bron.url or f"{site_url}{addresses.gegevens(item.slug)}#bron-{bron.sleutel}"
