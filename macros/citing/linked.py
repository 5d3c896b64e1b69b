"""A page as linked data: schema.org in JSON-LD, in a file beside the page that its head names (`describedby`).

A file of its own, for inside the page it would take a tenth of what an entry may weigh. The context is written out,
so that no processor needs the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from macros import addresses
from macros.catalogue import Catalogue, Item, KennisItem
from macros.citing.work import NAAM, Werk
from macros.collections import Verzameling
from macros.indenting import indented
from macros.model.parts import Bron

LICENTIE = "https://creativecommons.org/licenses/by/4.0/"
_CONTEXT = {"@vocab": "https://schema.org/"}
_KINDS = {"boek": "Book", "rapport": "Report", "artikel": "Article", "nieuwsbericht": "NewsArticle", "wet": "Legislation"}


def of_entry(catalogue: Catalogue, item: Item, cited: Werk, site: str) -> str:
    """An entry: a page about a project, with its organisations, places, themes and sources."""
    data = item.data
    about = {
        "@type": "Project",
        "name": data.titel,
        "description": data.samenvatting,
        "foundingDate": data.start,
        "dissolutionDate": data.gestopt.datum if data.gestopt and data.gestopt.datum else data.einde,
        "member": [_role(catalogue, party.naam, party.rol, party.website) for party in data.organisaties],
        "location": _places(catalogue, item),
        "knowsAbout": [_term(catalogue, "themas", key, site) for key in data.themas],
        "audience": [{"@type": "Audience", "name": catalogue.lijsten["doelgroepen"].label(key)} for key in data.doelgroepen],
    }
    return _page(cited, site, addresses.voorbeeld(item.slug), {"@type": "AboutPage", "mainEntity": _filled(about)}, data.bronnen)


def of_knowledge(catalogue: Catalogue, page: KennisItem, cited: Werk, site: str) -> str:
    """A knowledge page: an article about its themes, with its sources."""
    about = {"@type": "Article", "about": [_term(catalogue, "themas", key, site) for key in page.data.themas]}
    return _page(cited, site, addresses.kennis(page.slug), about, page.data.bronnen)


def of_collection(catalogue: Catalogue, collection: Verzameling, cited: Werk, site: str) -> str:
    """A collection: a page that has entries as its parts."""
    parts = [
        {"@type": "WebPage", "@id": site + addresses.voorbeeld(slug), "name": catalogue.by_slug[slug].data.titel}
        for slug in collection.slugs
        if slug in catalogue.by_slug
    ]
    return _page(cited, site, addresses.verzameling(collection.slug), {"@type": "CollectionPage", "hasPart": parts}, ())


def _page(cited: Werk, site: str, address: str, more: dict[str, Any], sources: Sequence[Bron]) -> str:
    """`more` is what only this kind of page has, its `@type` among it."""
    publisher = {"@type": "Organization", "name": NAAM, "url": {"@id": site}}
    page = {
        "@context": _CONTEXT,
        "@type": more["@type"],
        "@id": site + address,
        "name": cited.titel,
        "headline": cited.titel if more["@type"] == "Article" else "",
        "description": cited.samenvatting,
        "inLanguage": "nl",
        "dateModified": cited.datum,
        "url": {"@id": site + address},
        "workExample": {"@type": "WebPage", "@id": cited.adres, "datePublished": cited.datum} if cited.is_versie else None,
        "author": publisher,
        "publisher": publisher,
        "license": {"@id": LICENTIE},
        "isPartOf": {"@type": "WebSite", "@id": site, "name": NAAM},
        **more,
        "citation": [_source(source) for source in sources],
    }
    return indented(_filled(page)) + "\n"


def _source(source: Bron) -> dict[str, Any]:
    return _filled(
        {
            "@type": _KINDS.get(source.soort, "CreativeWork"),
            "name": source.titel,
            "inLanguage": source.taal,
            "author": [{"@type": "Thing", "name": name} for name in source.auteurs],
            "publisher": {"@type": "Organization", "name": source.uitgever},
            "datePublished": source.datum,
            "url": {"@id": source.url} if source.url else None,
            "archivedAt": {"@id": source.archief} if source.archief else None,
        }
    )


def _role(catalogue: Catalogue, naam: str, rol: str, website: str | None) -> dict[str, Any]:
    who = _filled({"@type": "Organization", "name": catalogue.organisatienaam(naam), "url": {"@id": website} if website else None})
    return {"@type": "OrganizationRole", "roleName": rol, "member": who}


def _places(catalogue: Catalogue, item: Item) -> list[dict[str, Any]]:
    if item.data.plaats is None:
        return [{"@type": "Country", "name": "Nederland"}]
    names = [catalogue.lijsten["gemeenten"].label(key) for key in item.data.plaats.gemeenten]
    return [{"@type": "AdministrativeArea", "name": name} for name in names]


def _term(catalogue: Catalogue, lijst: str, key: str, site: str) -> dict[str, Any]:
    return {"@type": "DefinedTerm", "@id": site + addresses.term(lijst, key), "name": catalogue.lijsten[lijst].label(key)}


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {key: held for key, held in value.items() if held}
