"""Whatever stands in whatever text field of an entry, its page never runs or loads anything.

The fields come from the model's own leaves in the small world, where every field is filled in somewhere.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from macros.catalogue import Catalogue
from macros.checking import Checked
from macros.document import Loc, name_of
from macros.glossary import Woordlinks
from macros.model.entry import KINDS
from macros.model.leaves import walk
from macros.naming import slugify
from macros.reading import parse_bytes
from macros.render import Renderer
from macros.views.entry import voorbeeldpagina
from macros.views.lists import organisatiepagina

SMALL = Path(__file__).parents[1] / "data" / "valid"
ENTRIES = {path.stem: parse_bytes(path.read_bytes(), path.name)[0] for path in sorted((SMALL / "voorbeelden").glob("*.yml"))}

HOSTILE = {
    "expression": "{{ 7*7 }}",
    "statement": "{% raise %}",
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "attribute": "' onmouseover='alert(1)",
    "double quoted attribute": '" onmouseover="alert(1)',
    "address": "javascript:alert(1)",
    "address with a host": "javascript://voorbeeld.nl/%0aalert(1)",
    "web address": 'https://a.nl/"onclick="alert(1)',
    "link": "[klik](javascript:alert(1))",
    "autolink": "<javascript:alert(1)>",
    "quotes": "\"'`“”&<>",
    "end of a comment": "--> ]]> */ </style></title></textarea>",
    "right to left": "abc\u202edef",
    "no width": "abc\u200bdef",
    "path": "../../../etc/passwd",
    "much": "lang " * 13_200,
}


def leaves() -> Iterator[tuple[str, Loc]]:
    """Per field of the model one entry and place where it is filled in."""
    seen = set()
    for slug, document in ENTRIES.items():
        assert document is not None
        for leaf in walk(KINDS[document.value["type"]], document.value):
            field = tuple(step for step in leaf.loc if isinstance(step, str))
            if field not in seen:
                seen.add(field)
                yield slug, leaf.loc


def replaced(slug: str, loc: Loc, text: str) -> bytes:
    """The file of an entry with another text in one place; JSON is YAML that quotes every text."""
    value: Any = copy.deepcopy(ENTRIES[slug].value)  # type: ignore[union-attr]
    parent = value
    for step in loc[:-1]:
        parent = parent[step]
    parent[loc[-1]] = text
    return json.dumps(value, ensure_ascii=False).encode()


def texts(html: str) -> set[tuple[str, tuple[str, ...]]]:
    """All elements with the names of their attributes; refuses what runs or loads something."""
    tree = lxml_html.document_fromstring(html)
    for element in tree.iter():
        ours = element.tag == "img" and re.fullmatch(
            r"\.\./\.\./beeld/[a-z0-9._-]+|(?:\.\./\.\./voorbeelden/[a-z0-9-]+/)?(?:omslag|qr)\.svg", element.get("src", "")
        )
        drawn = element.tag == "svg" and element.get("class") in ("pw-grafiek__beeld", "pw-teken")
        assert ours or drawn or element.tag not in ("script", "img", "style", "iframe", "object", "svg", "form", "base", "meta", "link"), (
            html
        )
        wrong = [name for name in element.attrib if name.startswith("on") or name in ("style", "srcdoc") or (name == "src" and not ours)]
        assert not wrong, element.attrib
        href = element.get("href", "").strip().lower()
        if re.fullmatch(r"voorbeeld\.(leidraad\.txt|bib|ris|csl\.json)|versies/", href):
            continue
        assert href.startswith(("https://", "http://", "mailto:", "#", "../", "./")) or "href" not in element.attrib, href
    return {(str(element.tag), tuple(element.attrib)) for element in tree.iter()}


def pages_with(catalogue: Catalogue, slug: str, renderer: Renderer) -> str:
    """The page of an entry, a card of it, and the pages of its organisations."""
    links = Woordlinks(catalogue.lijsten["begrippen"]).page("../../")
    page = voorbeeldpagina(catalogue, catalogue.by_slug[slug], links)
    parts = [renderer.render("voorbeeld", pagina=page, basis="../../")]
    for party in catalogue.by_slug[slug].data.organisaties:
        address = slugify(catalogue.organisatienaam(party.naam))
        parts.append(renderer.render("lijstpagina", pagina=organisatiepagina(catalogue, address), basis="../../"))
    return "".join(parts)


@pytest.mark.parametrize(("slug", "loc"), list(leaves()), ids=lambda value: name_of(value) if isinstance(value, tuple) else "")
def test_refused_or_shown_as_text(slug: str, loc: Loc, small_with: Callable[..., Checked], small: Catalogue, renderer: Renderer) -> None:
    """Either the check refuses the text, or its page has no other elements and attributes than before."""
    usual = texts(pages_with(small, slug, renderer)) | {(tag, ()) for tag in ("p", "em", "strong", "ul", "ol", "li", "blockquote")}
    for name, text in HOSTILE.items():
        checked = small_with({f"voorbeelden/{slug}.yml": replaced(slug, loc, text)})
        if checked.catalogue is None:
            assert checked.errors, name
            continue
        html = pages_with(checked.catalogue, slug, renderer)
        assert texts(html) <= usual, name
        assert "{% raise %}" in html or name != "statement" or loc[0] in NOT_SHOWN
        assert "{{ 7*7 }}" in html or name != "expression" or loc[0] in NOT_SHOWN


NOT_SHOWN = {"beeld", "akkoord", "zoekwoorden"}
"""Fields that no component shows (yet); the rest must show its text as it was typed."""


def test_every_field_is_tried() -> None:
    """As many fields as the model has texts: nothing is left out by accident."""
    found = {".".join(step for step in loc if isinstance(step, str)) for _, loc in leaves()}

    assert len(found) > 90
    assert {
        "titel",
        "organisaties.naam",
        "bronnen.auteurs",
        "kerncijfers.eenheid",
        "contact.email",
        "wijzigingen.tekst",
        "gestopt.reden",
    } <= found
