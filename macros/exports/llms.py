"""`/llms.txt` (llmstxt.org): where a program that reads for people finds things here, and how it says where it got them."""

from __future__ import annotations

from collections.abc import Iterator

from macros import addresses
from macros.catalogue import Catalogue
from macros.exports.open_data.attribution import LICENTIE, LICENTIE_ADRES, NAAM, naamsvermelding
from macros.views.cards import voorbeelden


def llms_txt(catalogue: Catalogue, site_url: str) -> str:
    """The file: Markdown, a few sections with links. Entries are reached through the data and the themes, so it stays small."""
    return "\n".join(_lines(catalogue, site_url)) + "\n"


def _lines(catalogue: Catalogue, site_url: str) -> Iterator[str]:
    yield f"# {NAAM}"
    yield ""
    number = voorbeelden(len(catalogue.items))
    yield f"> {number} uit het sociaal werk in Nederland, met de bron bij elke bewering. Inspiratie, geen keurmerk."
    yield ""
    yield f"Alles valt onder [{LICENTIE}]({LICENTIE_ADRES}). Zet erbij: {naamsvermelding(site_url)}"
    yield "Haal een voorbeeld aan met zijn eigen adres en zijn peildatum. Een voorbeeld is geen bewezen aanpak: noem het ook niet zo."
    yield "Staat er 'onbekend', dan is er gezocht en niets gevonden. Vul zelf niets in."
    yield ""
    yield "## Gegevens"
    yield ""
    for naam, uitleg in (
        ("catalogus.json", "de hele catalogus als JSON, met de kennispagina's en de vaste lijsten"),
        ("schema/catalogus.schema.json", "wat daarin staat, als JSON Schema"),
        ("csv/voorbeelden.csv", "een voorbeeld per regel"),
    ):
        yield f"- [{naam}]({site_url}{addresses.data(naam)}): {uitleg}"
    yield f"- [Uitleg]({site_url}data/): alle bestanden, en hoe je ze gebruikt"
    yield f"- Eén voorbeeld: `{site_url}{addresses.gegevens('SLUG')}`"
    yield ""
    yield "## Thema's"
    yield ""
    themas = catalogue.lijsten["themas"]
    for key in catalogue.used_terms("themas"):
        number = voorbeelden(len(catalogue.with_term("themas", key)))
        yield f"- [{themas.label(key)}]({site_url}{addresses.term('themas', key)}): {number}"
    yield ""
    yield "## Kennis"
    yield ""
    for page in catalogue.kennis:
        yield f"- [{page.data.titel}]({site_url}{addresses.kennis(page.slug)}): {page.data.samenvatting}"
