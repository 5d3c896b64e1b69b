"""Every page as linked data, read by two processors that are not ours."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest
import rdflib
from pyld import jsonld

from macros.catalogue import Catalogue
from macros.checking import check
from macros.citing import work
from macros.citing.linked import of_collection, of_entry, of_knowledge
from macros.collections import Verzameling
from macros.exports.citations import citation_files
from tests.conftest import PROJECT

SITE = "https://gids.nl/"
WRITTEN = PROJECT / "tests" / "data" / "verbonden.json"
SCHEMA = rdflib.Namespace("https://schema.org/")


@pytest.fixture(scope="module")
def catalogue(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    found = check(real_files, today).catalogue
    assert found is not None
    return found


# rdflib's own reader of JSON-LD uses what rdflib will drop
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_rdflib_reads_every_page(catalogue: Catalogue) -> None:
    """Title, date, licence, publisher and every source of each entry and knowledge page."""
    for item in catalogue.items:
        page = rdflib.URIRef(f"{SITE}voorbeelden/{item.slug}/")
        graph = rdflib.Graph().parse(data=of_entry(catalogue, item, work.voorbeeld(catalogue, item, SITE), SITE), format="json-ld")
        (about,) = graph.objects(page, SCHEMA.mainEntity)
        assert str(graph.value(page, SCHEMA.name)) == item.data.titel
        assert graph.value(page, SCHEMA.license) == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")
        assert len(list(graph.objects(page, SCHEMA.citation))) == len(item.data.bronnen)
        assert len(list(graph.objects(about, SCHEMA.member))) == len(item.data.organisaties)
        assert len(list(graph.objects(about, SCHEMA.location))) >= 1
    for known in catalogue.kennis:
        page = rdflib.URIRef(f"{SITE}kennis/{known.slug}/")
        graph = rdflib.Graph().parse(data=of_knowledge(catalogue, known, work.kennispagina(known, SITE), SITE), format="json-ld")
        assert (page, rdflib.RDF.type, SCHEMA.Article) in graph
        assert len(list(graph.objects(page, SCHEMA.citation))) == len(known.data.bronnen)


def test_pyld_expands_without_the_network(catalogue: Catalogue) -> None:
    """A second processor gets the same page, and loads nothing."""

    def refuse(url: str, options: object) -> None:
        raise AssertionError(url)

    item = catalogue.items[0]
    data = json.loads(of_entry(catalogue, item, work.voorbeeld(catalogue, item, SITE), SITE))
    (page,) = jsonld.expand(data, {"documentLoader": refuse})

    assert page["@type"] == ["https://schema.org/AboutPage"]
    assert page["https://schema.org/name"] == [{"@value": item.data.titel}]


def test_linked_data_is_exactly_as_written_down(small: Catalogue) -> None:
    """Of every page of the small world, down to the last field; read over by a person when it changes."""
    told = {
        **{item.slug: of_entry(small, item, work.voorbeeld(small, item, SITE), SITE) for item in small.items},
        **{page.slug: of_knowledge(small, page, work.kennispagina(page, SITE), SITE) for page in small.kennis},
    }

    assert {slug: json.loads(data) for slug, data in told.items()} == json.loads(WRITTEN.read_text(encoding="utf-8"))


def test_a_source_in_another_language_says_so(small: Catalogue) -> None:
    """Its own language, beside that of the page; of a Dutch source it isn't said."""
    item = small.by_slug["leefgoed"]
    first, *others = item.data.bronnen
    foreign = replace(item, data=item.data.model_copy(update={"bronnen": (first.model_copy(update={"taal": "en"}), *others)}))
    page = json.loads(of_entry(small, foreign, work.voorbeeld(small, foreign, SITE), SITE))

    assert page["inLanguage"] == "nl"
    assert [source.get("inLanguage") for source in page["citation"]] == ["en", *(None for _ in others)]


def test_a_collection_has_its_entries_as_parts(small: Catalogue) -> None:
    """Each with address and title; one that is no entry is left out."""
    collection = Verzameling("proef", "Een proef", "Om te zien", ("leefgoed", "bestaat-niet"))
    data = json.loads(of_collection(small, collection, work.verzameling(collection, SITE), SITE))

    assert data["hasPart"] == [{"@type": "WebPage", "@id": f"{SITE}voorbeelden/leefgoed/", "name": small.by_slug["leefgoed"].data.titel}]


def test_every_page_has_its_files(small: Catalogue) -> None:
    """Five beside each entry, knowledge page and collection."""
    names = [name for name, _ in citation_files(small, (Verzameling("proef", "Een proef", "", ()),), SITE)]

    assert len(names) == len(set(names)) == 5 * (len(small.items) + len(small.kennis) + 1)
    assert [name for name in names if name.startswith("verzamelingen/")] == [
        f"verzamelingen/proef/verzameling.{form}" for form in ("leidraad.txt", "bib", "ris", "csl.json", "jsonld")
    ]


def test_the_text_itself(small: Catalogue) -> None:
    """Indented, in letters as they are, with what the page is first; a version names its own page and day."""
    item = small.by_slug["leefgoed"]
    cited = work.voorbeeld(small, item, SITE)
    text = of_entry(small, item, replace(cited, adres=f"{SITE}versie/1/", is_versie=True, titel="Café"), SITE)
    page = json.loads(text)

    assert text.startswith('{\n "@context": {\n  "@vocab": "https://schema.org/"\n },\n "@type": "AboutPage",\n "@id": "')
    assert '"name": "Café"' in text
    assert page["workExample"] == {"@type": "WebPage", "@id": f"{SITE}versie/1/", "datePublished": cited.datum}
    assert page["isPartOf"] == {"@type": "WebSite", "@id": SITE, "name": "Praktijkwijzer Sociaal Werk"}
    collection = Verzameling("mooi", "Mooi", "Samenvatting", ("leefgoed",))
    whole = json.loads(of_collection(small, collection, work.verzameling(collection, SITE), SITE))
    assert whole["@type"] == "CollectionPage"
    assert whole["hasPart"] == [{"@type": "WebPage", "@id": f"{SITE}voorbeelden/leefgoed/", "name": item.data.titel}]
    assert work.verzameling(collection, SITE).sleutel == "verzameling-mooi"
    assert cited.sleutel == "voorbeeld-leefgoed"
    assert work.kennispagina(small.kennis_by_slug["wmo-2015"], SITE).sleutel == "kennis-wmo-2015"
