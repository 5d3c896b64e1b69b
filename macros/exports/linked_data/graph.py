"""Statements about things, written as Turtle and as JSON-LD 1.1: the same statements in both.

A thing is a mapping: `@id` and `@type`, and from property (`dcterms:title`) to a value or several. A text is a `Nl`
(Dutch) or plain, a date a `Datum`, a checksum a `Hex`, another thing an `Iri`, or a mapping when it is only mentioned here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


class Iri(str):
    """The address of another thing."""

    __slots__ = ()


class Nl(str):
    """A text in Dutch."""

    __slots__ = ()


class Anders(str):
    """A text in another language than Dutch: the text and its language (BCP 47)."""

    taal: str

    def __new__(cls, text: str, taal: str) -> Anders:
        """A text that knows its language."""
        made = super().__new__(cls, text)
        made.taal = taal
        return made


class Hex(str):
    """Bytes in hexadecimal, such as a checksum."""

    __slots__ = ()


class Datum(str):
    """A date: `jjjj`, `jjjj-mm` or `jjjj-mm-dd`."""

    __slots__ = ()

    @property
    def soort(self) -> str:
        """Its datatype."""
        return {4: "xsd:gYear", 7: "xsd:gYearMonth"}.get(len(self), "xsd:date")


Thing = Mapping[str, Any]

TERMS: dict[str, tuple[str, type]] = {
    "titel": ("dcterms:title", Nl),
    "samenvatting": ("schema:description", Nl),
    "aanleiding": ("pw:aanleiding", Nl),
    "aanpak": ("pw:aanpak", Nl),
    "resultaten": ("pw:resultaten", Nl),
    "geleerd": ("pw:geleerd", Nl),
    "themas": ("dcterms:subject", Iri),
    "doelgroepen": ("pw:doelgroep", Iri),
    "werkvormen": ("pw:werkvorm", Iri),
    "fase": ("pw:fase", Iri),
    "onderbouwing": ("pw:onderbouwing", Iri),
    "wetten": ("pw:wet", Iri),
    "beleidskaders": ("pw:beleidskader", Iri),
    "plaats": ("dcterms:spatial", Iri),
    "werkwijze": ("pw:werkwijze", Iri),
    "onderdeel_van": ("dcterms:isPartOf", Iri),
    "verwant": ("dcterms:relation", Iri),
    "kennis": ("dcterms:references", Iri),
    "bronnen": ("schema:citation", Iri),
    "gegevens": ("dcterms:hasFormat", Iri),
    "licentie": ("dcterms:license", Iri),
    "naam": ("schema:name", Nl),
    "voorkeursterm": ("skos:prefLabel", Nl),
    "alternatieve_term": ("skos:altLabel", Nl),
    "definitie": ("skos:definition", Nl),
    "in_kader": ("skos:inScheme", Iri),
}
"""Dutch names in JSON-LD for the properties that stand there most, and what their values are."""

_NAMES = {curie: (name, kind) for name, (curie, kind) in TERMS.items()}
_ESCAPED = re.compile(r'[\\"\n\r\t]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def context(own: str) -> dict[str, Any]:
    """The JSON-LD context; `own` is the namespace of our own properties."""
    terms = {name: {"@id": curie, **({"@type": "@id"} if kind is Iri else {"@language": "nl"})} for name, (curie, kind) in TERMS.items()}
    return {"@version": 1.1, **PREFIXES, "pw": own, **terms}


def to_both(things: Iterable[Thing], own: str) -> tuple[bytes, bytes]:
    """As JSON-LD and as Turtle, a thing at a time: not all of them have to be there at once."""
    json_ld, turtle = [], []
    for thing in things:
        json_ld.append(_json_line(thing))
        turtle.append(_turtle_block(thing))
    return _json_document(json_ld, own), _turtle_document(turtle, own)


def to_json_ld(things: Iterable[Thing], own: str) -> bytes:
    """A document that needs nothing else: the context stands in it. A thing on each line."""
    return _json_document(map(_json_line, things), own)


def _json_document(lines: Iterable[bytes], own: str) -> bytes:
    head = json.dumps({"@context": context(own), "@graph": []}, ensure_ascii=False, separators=(",", ":"))[:-2]
    return head.encode() + b"\n" + b",\n".join(lines) + b"\n]}\n"


def _json_line(thing: Thing) -> bytes:
    return json.dumps(_json(thing), ensure_ascii=False, separators=(",", ":")).encode()


def _json(thing: Thing) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in thing.items():
        values = _values(value)
        if key in ("@id", "@type"):
            found[key] = value
        elif values and key in _NAMES and all(type(one) is _NAMES[key][1] for one in values):
            found[_NAMES[key][0]] = values[0] if len(values) == 1 else list(values)
        elif values:
            found[key] = [_expanded(one) for one in values]
    return found


def _expanded(value: Any) -> Any:
    match value:
        case Iri():
            return {"@id": value}
        case Nl():
            return {"@value": value, "@language": "nl"}
        case Anders():
            return {"@value": value, "@language": value.taal}
        case Datum():
            return {"@value": value, "@type": value.soort}
        case Hex():
            return {"@value": value, "@type": "xsd:hexBinary"}
        case Mapping():
            return _json(value)
        case int():
            return {"@value": str(value), "@type": "xsd:nonNegativeInteger"}
        case _:
            return value


def to_turtle(things: Iterable[Thing], own: str) -> bytes:
    """The same as Turtle 1.1."""
    return _turtle_document(map(_turtle_block, things), own)


def _turtle_document(blocks: Iterable[bytes], own: str) -> bytes:
    head = "".join(f"@prefix {name}: <{address}> .\n" for name, address in [*PREFIXES.items(), ("pw", own)])
    return head.encode() + b"".join(blocks)


def _turtle_block(thing: Thing) -> bytes:
    return f"\n<{thing['@id']}> {_statements(thing, '  ')} .\n".encode()


def _statements(thing: Thing, indent: str) -> str:
    return f" ;\n{indent}".join(_lines(thing, indent))


def _lines(thing: Thing, indent: str) -> Iterator[str]:
    if types := _values(thing.get("@type", ())):
        yield f"a {', '.join(types)}"
    for key, value in thing.items():
        if key[0] != "@" and (values := _values(value)):
            yield f"{key} {', '.join(_object(one, indent) for one in values)}"


def _object(value: Any, indent: str) -> str:
    match value:
        case Iri():
            return f"<{value}>"
        case Nl():
            return f'"{_escape(value)}"@nl'
        case Anders():
            return f'"{_escape(value)}"@{value.taal}'
        case Datum():
            return f'"{value}"^^{value.soort}'
        case Hex():
            return f'"{value}"^^xsd:hexBinary'
        case Mapping():
            return f"[ {_statements(value, indent + '  ')} ]"
        case int():
            return f'"{value}"^^xsd:nonNegativeInteger'
        case _:
            return f'"{_escape(value)}"'


def _escape(text: str) -> str:
    return _ESCAPED.sub(lambda found: _ESCAPES[found[0]], text)


def _values(value: Any) -> Sequence[Any]:
    """One value or several as several; nothing as none."""
    if value is None:
        return ()
    return value if isinstance(value, list | tuple) else (value,)
