"""Linked data that rdflib and PyLD read alike, and that keeps the shapes of DCAT-AP-NL and NL-SBB by pySHACL."""

from __future__ import annotations

import datetime
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyld import jsonld
from pyshacl import validate
from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef
from rdflib.compare import isomorphic

from macros.catalogue import Catalogue
from macros.checking import check
from macros.exports.data_files import data_files
from macros.exports.entry_data import entry_json
from macros.exports.linked_data.graph import Anders, Datum, Iri, Nl, to_json_ld, to_turtle
from macros.exports.linked_data.vocabularies import SCHEMES

# rdflib's JSON-LD reader makes a graph of its own deprecated kind
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SITE = "https://gids.example/"
SCHEMA = "https://schema.org/"
SHACL = "http://www.w3.org/ns/shacl#"
DCAT = "http://www.w3.org/ns/dcat#"
OWN = "https://gids.example/data/v1/termen.ttl#"


def files_of(catalogue: Catalogue) -> dict[str, bytes]:
    """All files in the folder of the data, by path."""
    return dict(data_files(catalogue, SITE, entry_json(catalogue, SITE)))


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The real catalogue."""
    found = check(real_files, today).catalogue
    assert found is not None
    return found


@pytest.fixture(scope="module")
def files(real: Catalogue) -> dict[str, bytes]:
    """The open data of the real catalogue."""
    return files_of(real)


@pytest.fixture(scope="module")
def entries(files: dict[str, bytes]) -> Graph:
    """The real entries, from Turtle."""
    return Graph().parse(data=files["data/v1/voorbeelden.ttl"], format="turtle")


@pytest.mark.parametrize("name", ["v1/voorbeelden", "v1/lijsten", "catalogus"])
def test_two_formats_say_the_same(small: Catalogue, name: str) -> None:
    """Statement by statement, in the small world."""
    made = files_of(small)

    turtle = Graph().parse(data=made[f"data/{name}.ttl"], format="turtle")
    assert len(turtle) > 50
    assert isomorphic(turtle, Graph().parse(data=made[f"data/{name}.jsonld"], format="json-ld"))


@pytest.mark.parametrize("name", ["v1/voorbeelden", "v1/lijsten", "catalogus"])
def test_rdflib_reads_all(files: dict[str, bytes], name: str) -> None:
    """As many statements in both, of all entries."""
    graphs = [
        Graph().parse(data=files[f"data/{name}.{suffix}"], format=kind) for suffix, kind in (("ttl", "turtle"), ("jsonld", "json-ld"))
    ]

    assert len(graphs[0]) == len(graphs[1])


def test_a_json_ld_processor_expands_every_entry(files: dict[str, bytes], real: Catalogue) -> None:
    """PyLD, which leaves out what the context doesn't know: nothing is."""
    document = json.loads(files["data/v1/voorbeelden.jsonld"])
    expanded = {thing["@id"]: thing for thing in jsonld.expand(document)}

    assert len(expanded) == len(document["@graph"])
    for thing in document["@graph"]:
        assert len(expanded[thing["@id"]]) == len(thing)
    for item in real.items:
        assert expanded[f"{SITE}voorbeelden/{item.slug}/"]["http://purl.org/dc/terms/title"] == [
            {"@value": item.data.titel, "@language": "nl"}
        ]


def test_context_is_the_one_in_the_files(files: dict[str, bytes]) -> None:
    """Who writes with our words can refer to it."""
    context = json.loads(files["data/v1/context.jsonld"])["@context"]

    assert {json.dumps(json.loads(files[name])["@context"]) for name in files if name.endswith("s.jsonld")} == {json.dumps(context)}


def test_every_entry_is_there(entries: Graph, real: Catalogue) -> None:
    """With its title, its themes, its sources, and its parties."""
    for item in real.items:
        subject = URIRef(f"{SITE}voorbeelden/{item.slug}/")
        assert entries.value(subject, DCTERMS.title) == Literal(item.data.titel, "nl")
        assert set(entries.objects(subject, DCTERMS.subject)) == {URIRef(f"{SITE}data/lijsten/#themas.{key}") for key in item.data.themas}
        sources = {bron.url or f"{SITE}voorbeelden/{item.slug}/voorbeeld.json#bron-{bron.sleutel}" for bron in item.data.bronnen}
        assert {str(found) for found in entries.objects(subject, URIRef(f"{SCHEMA}citation"))} == sources
        assert len(list(entries.objects(subject, URIRef(f"{SCHEMA}contributor")))) == len(
            {(party.naam, party.rol) for party in item.data.organisaties}
        )


def test_what_is_mentioned_is_explained(entries: Graph, files: dict[str, bytes]) -> None:
    """Every term, organisation, source and property of ours is described in one of the files."""
    known = entries + Graph().parse(data=files["data/v1/lijsten.ttl"]) + Graph().parse(data=files["data/v1/termen.ttl"])
    ours = {thing for triple in entries for thing in triple if isinstance(thing, URIRef) and thing.startswith(SITE)}
    described = set(known.subjects())

    assert {thing for thing in ours - described if "/voorbeeld.json" not in thing and "/kennis/" not in thing} == set()


def test_unknown_is_not_said(entries: Graph) -> None:
    """`onbekend` is the absence of a statement."""
    assert list(entries.subjects(None, Literal("onbekend", "nl"))) == []


def conforms(data: bytes, shapes: Path) -> tuple[bool, str]:
    """Whether pySHACL finds nothing, and what it finds."""
    conform, _, text = validate(Graph().parse(data=data, format="turtle"), shacl_graph=Graph().parse(shapes), advanced=True)
    return conform, text


def test_record_keeps_dcat_ap_nl(files: dict[str, bytes], project: Path) -> None:
    """By itself, without the lists of others at hand: every rule of DCAT-AP-NL 3.0 and DCAT-AP 3.0 on what it has."""
    assert conforms(files["data/catalogus.ttl"], project / "tests/data/vormen/dcat-ap-nl.ttl") == (
        True,
        "Validation Report\nConforms: True\n",
    )


def test_no_class_goes_unchecked(files: dict[str, bytes], project: Path) -> None:
    """A class in the record has a shape, or nothing is asked of it."""
    record, shapes = Graph().parse(data=files["data/catalogus.ttl"]), Graph().parse(project / "tests/data/vormen/dcat-ap-nl.ttl")
    checked = set(shapes.objects(None, URIRef(f"{SHACL}targetClass")))
    free = {
        "Document", "Kind", "Organization", "RightsStatement", "Standard", "LinguisticSystem", "Frequency", "Location",
        "MediaType", "MediaTypeOrExtent", "ChecksumAlgorithm", "Resource",
    }  # fmt: skip

    assert {re.split("[/#]", str(kind))[-1] for kind in set(record.objects(None, RDF.type)) - checked} == free


def asked(project: Path, what: str) -> list[tuple[URIRef, URIRef, Any]]:
    """Class, property and value of each constraint of one kind in the shapes of the record."""
    shapes = Graph().parse(project / "tests/data/vormen/dcat-ap-nl.ttl")
    found = [
        (
            shapes.value(shape, URIRef(f"{SHACL}targetClass")),
            shapes.value(rule, URIRef(f"{SHACL}path")),
            shapes.value(rule, URIRef(f"{SHACL}{what}")),
        )
        for shape, rule in shapes.subject_objects(URIRef(f"{SHACL}property"))
    ]
    return sorted((kind, path, value) for kind, path, value in found if value is not None)


def test_shapes_can_refuse(files: dict[str, bytes], project: Path) -> None:
    """Without any one of its obligatory properties the record is refused, and without the class of any one value."""
    shapes = Graph().parse(project / "tests/data/vormen/dcat-ap-nl.ttl")
    accepted = []
    for kind, path, _ in asked(project, "minCount"):
        record = Graph().parse(data=files["data/catalogus.ttl"])
        record.remove((next(record.subjects(RDF.type, kind)), path, None))
        accepted += [(kind, path)] if validate(record, shacl_graph=shapes)[0] else []
    tried = 0
    for kind, path, value in asked(project, "class"):
        record = Graph().parse(data=files["data/catalogus.ttl"])
        for named in {found for thing in record.subjects(RDF.type, kind) for found in record.objects(thing, path)}:
            record.remove((named, RDF.type, value))
            tried += 1
        accepted += [(kind, path)] if (None, path, None) in record and validate(record, shacl_graph=shapes)[0] else []

    assert tried > 30
    assert [(kind, path) for kind, path in accepted if said(files, kind, path)] == []


def said(files: dict[str, bytes], kind: URIRef, path: URIRef) -> bool:
    """Whether a thing of this class has this property in the record."""
    record = Graph().parse(data=files["data/catalogus.ttl"])
    return any((thing, path, None) in record for thing in record.subjects(RDF.type, kind))


def test_record_tells_what_is_published(files: dict[str, bytes]) -> None:
    """Every file that it names is there, with its size and checksum; every table and format is named."""
    record = Graph().parse(data=files["data/catalogus.ttl"], format="turtle")
    sums = dict(reversed(line.split("  ")) for line in files["data/v1/SHA256SUMS"].decode().splitlines())
    named = set()
    for file in record.subjects(RDF.type, URIRef(f"{DCAT}Distribution")):
        path = str(record.value(file, URIRef(f"{DCAT}downloadURL"))).removeprefix(SITE)
        named.add(path)
        assert int(str(record.value(file, URIRef(f"{DCAT}byteSize")))) == len(files[path])
        checksum = record.value(file, URIRef("http://spdx.org/rdf/terms#checksum"))
        assert str(record.value(checksum, URIRef("http://spdx.org/rdf/terms#checksumValue"))) == sums[path.removeprefix("data/v1/")]

    others = {path for path in files if path.startswith("data/v1/")} - named
    assert {path.removeprefix("data/v1/").split("/")[0] for path in others} == {
        "SHA256SUMS", "context.jsonld", "csv", "excel", "openapi.json", "schema", "termen.ttl"
    }  # fmt: skip
    assert {path for path in others if path.startswith("data/v1/csv")} == {"data/v1/csv/datapackage.json"}


def test_lists_keep_nl_sbb(files: dict[str, bytes], project: Path) -> None:
    """Each concept has one preferred label and a definition in Dutch, in one scheme."""
    assert conforms(files["data/v1/lijsten.ttl"], project / "tests/data/vormen/nl-sbb.ttl") == (True, "Validation Report\nConforms: True\n")


def test_lists_keep_nl_sbb_together(files: dict[str, bytes]) -> None:
    """Within a scheme no label and no code is of two concepts, and none is matched to another; what is a concept is no scheme."""
    graph = Graph().parse(data=files["data/v1/lijsten.ttl"], format="turtle")
    schemes = set(graph.subjects(RDF.type, SKOS.ConceptScheme))

    for scheme in schemes:
        concepts = set(graph.subjects(SKOS.inScheme, scheme))
        assert concepts == set(graph.objects(scheme, SKOS.hasTopConcept)) == set(graph.subjects(SKOS.topConceptOf, scheme))
        for named in (SKOS.prefLabel, SKOS.notation):
            values = [value for concept in concepts for value in graph.objects(concept, named)]
            assert [value for value, times in Counter(values).items() if times > 1] == []
        assert [concept for concept in concepts if set(graph.objects(concept, SKOS.broadMatch)) & concepts] == []
    assert schemes & set(graph.subjects(RDF.type, SKOS.Concept)) == set()
    assert list(graph.subject_objects(SKOS.broader)) == []


def test_every_term_is_a_concept(files: dict[str, bytes], real: Catalogue) -> None:
    """No list but those of names, of search words and of what is gone is left out."""
    graph = Graph().parse(data=files["data/v1/lijsten.ttl"], format="turtle")

    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == sum(len(real.lijsten[naam]) for naam in SCHEMES)
    assert real.lijsten.keys() - set(SCHEMES) == {"organisaties", "verwijderd", "zoekwoorden"}


@pytest.mark.parametrize("text", ['"', "\\", 'a\n"""b\r\t', "{{ x }}", "@nl", "é😀", "\\u0041"])
def test_any_text_comes_through(text: str) -> None:
    """Whatever a contributor writes, in both formats."""
    thing: dict[str, Any] = {"@id": "https://x.example/", "@type": "skos:Concept", "skos:prefLabel": Nl(text), "dc:publisher": text}

    for data, kind in ((to_turtle([thing], OWN), "turtle"), (to_json_ld([thing], OWN), "json-ld")):
        graph = Graph().parse(data=data, format=kind)
        assert graph.value(URIRef("https://x.example/"), SKOS.prefLabel) == Literal(text, "nl")
        assert set(graph.objects()) == {Literal(text, "nl"), Literal(text), SKOS.Concept}


def test_a_text_may_be_in_another_language() -> None:
    """Also where a Dutch text would have a short name of its own."""
    thing: dict[str, Any] = {"@id": "https://x.example/", "dcterms:title": Anders('De "titel"', "de")}

    for data, kind in ((to_turtle([thing], OWN), "turtle"), (to_json_ld([thing], OWN), "json-ld")):
        assert set(Graph().parse(data=data, format=kind).objects()) == {Literal('De "titel"', "de")}


def test_kinds_of_values() -> None:
    """Dates by their length, numbers, addresses, things within things; what is empty is not said."""
    thing: dict[str, Any] = {
        "@id": "https://x.example/", "dcterms:date": [Datum("2024"), Datum("2024-03"), Datum("2024-03-26")], "dcat:byteSize": 3,
        "dcterms:subject": [], "skos:notation": None, "schema:contributor": [{"@type": "schema:Role", "schema:url": Iri("https://y.example/")}],
    }  # fmt: skip
    turtle = Graph().parse(data=to_turtle([thing], OWN), format="turtle")

    assert isomorphic(turtle, Graph().parse(data=to_json_ld([thing], OWN), format="json-ld"))
    assert {str(value.datatype).partition("#")[2] for value in turtle.objects() if isinstance(value, Literal)} == {
        "gYear", "gYearMonth", "date", "nonNegativeInteger"
    }  # fmt: skip
    assert len(turtle) == 7


def test_openapi(files: dict[str, bytes], real: Catalogue) -> None:
    """Valid, and every path leads to a file; the path of an entry too."""
    described = json.loads(files["data/v1/openapi.json"])

    OpenAPIV31SpecValidator(described).validate()
    assert described["paths"].keys() - {f"/{path}" for path in files} == {"/voorbeelden/{slug}/voorbeeld.json"}
    assert described["paths"]["/voorbeelden/{slug}/voorbeeld.json"]["get"]["parameters"][0]["example"] in real.by_slug
