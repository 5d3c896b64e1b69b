"""What holds for any input, with input that hypothesis makes up; `make fuzz` looks for it half an hour a target.

In `make test` the same few inputs each time, so that nobody's change fails by chance.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any

import bibtexparser
import html5lib
import rispy
import yaml
from bibtexparser.middlewares import LatexDecodingMiddleware
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from macros import canonical, prose
from macros.checking import Checked
from macros.citing.formats import bibtex, csl, ris
from macros.citing.work import Werk
from macros.reading import decode, parse_bytes
from macros.yaml_plain import plain_values
from macros.yaml_values import Builder
from tests.conftest import SMALL

LONG = int(os.environ.get("PRAKTIJKWIJZER_FUZZ", "0"))
settings.register_profile("kort", max_examples=40, derandomize=True, database=None)
settings.register_profile("lang", max_examples=LONG or 1, database=None)
settings.load_profile("lang" if LONG else "kort")
quietly = settings(deadline=None, suppress_health_check=list(HealthCheck))

ENTRY = (SMALL / "voorbeelden" / "leefgoed.yml").read_bytes()
_SIGNS_OF_YAML = r"""
titel : - [ ] { } | >- &a *a !!python/object ' " # --- ? % << é themas 0x1f 12:30 NO ~ “ , @ ` bronnen:
"""
PIECES = st.sampled_from([*_SIGNS_OF_YAML.split(), ": ", "- ", "  ", "\n", "\t", "\r\n", "\x85", "\ufeff", "\u2028", "\x00"])
YAML = st.one_of(
    st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=300),
)
# what the reader lets through: no control characters, no half pairs, no signs of a symbol font
SIGNS = st.characters(exclude_categories=("Cc", "Co", "Cs", "Cn"), exclude_characters="\ufeff\u2028\u2029")
LINES = st.text(SIGNS, max_size=60)
_MARKS = r"""
[@a] [@b,_p._3] [@ ]( javascript: https://a.nl <b> <!-- ** _ - 1. > ` # &lt; ![x](y) <a@b.nl> \ | ~~~ " ' {{
&#106;avascript: data:text/html, [a]:data:x
"""
MARKDOWN = st.lists(st.sampled_from([*_MARKS.split(), "\n", "\n\n", "    ", " "]) | st.text(SIGNS, max_size=6), max_size=30).map("".join)
ALLOWED: dict[str, set[str]] = {name: set() for name in ("p", "ul", "li", "em", "strong", "br", "blockquote", "sup")}
ALLOWED |= {"ol": {"start"}, "a": {"href"}}


@given(YAML)
@quietly
def test_any_bytes_are_an_entry_or_problems_with_places(data: bytes) -> None:
    """Never an exception; without a document there is a problem, and every problem stands in the file and says what to do."""
    document, problems = parse_bytes(data, "voorbeelden/x.yml")

    assert document is not None or problems
    for problem in problems:
        assert 1 <= problem.line <= len(data.splitlines()) + 2
        assert problem.column >= 1
        assert problem.message
        assert "Traceback" not in str(problem)


@given(YAML)
@quietly
def test_what_is_read_at_once_is_read_well(data: bytes) -> None:
    """A file that the reader of values has no doubts about has the same values for the reader of places, and nothing wrong."""
    text, _ = decode(data, "voorbeelden/x.yml")
    found = plain_values(text, yaml.CSafeLoader)
    if found is not None:
        builder = Builder("voorbeelden/x.yml", 1, text)
        assert builder.build(yaml.parse(text, Loader=yaml.CSafeLoader)) == found
        assert builder.problems == []


@given(st.integers(0, len(ENTRY)), st.integers(0, 200), YAML)
@quietly
def test_an_entry_with_anything_in_the_middle_is_checked(small_with: Callable[..., Checked], start: int, length: int, data: bytes) -> None:
    """The whole check, model and rules and all, of a real entry that was spoilt at one place."""
    checked = small_with({"voorbeelden/leefgoed.yml": ENTRY[:start] + data + ENTRY[start + length :]})

    assert (checked.catalogue is None) == bool(checked.errors)


@given(MARKDOWN)
@quietly
def test_prose_is_harmless_html(text: str) -> None:
    """It parses without a fault, with no element, attribute or kind of address outside the list."""
    found = str(prose.render(text, lambda _: prose.Markup("<sup>1</sup>")))
    html5lib.HTMLParser(strict=True).parseFragment(found)

    root = lxml_html.fragment_fromstring(found, create_parent="main")
    for element in root.iterdescendants():
        assert element.tag in ALLOWED
        assert set(element.attrib) <= ALLOWED[element.tag]
        assert re.match(r"https?://|mailto:", element.get("href", "https://"), re.IGNORECASE)


@given(MARKDOWN)
@quietly
def test_what_reads_prose_never_stops(text: str) -> None:
    """Sentences, figures, citations and plain text of anything at all."""
    assert all(piece.strip() for piece in prose.sentences(text))
    for read in (prose.citations_in, prose.malformed_citations, prose.figures_without_citation, prose.written_figures_without_citation):
        list(read(text))
    prose.to_plain(text)
    prose.to_lines(text)


TEXTS = LINES | st.lists(LINES, min_size=1, max_size=3).map("\n\n".join)
KEYS = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True)
# of the shape of entries: texts, lists of texts or mappings, and mappings
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(TEXTS | st.dictionaries(KEYS, inner, max_size=3), max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)


@given(VALUES.map(lambda value: {"type": "praktijk", "titel": "x", "aanpak": value}))
@quietly
def test_what_is_written_is_read_back(value: dict[str, Any]) -> None:
    """The one way to write an entry loses nothing, but for space that a text ends in, and what is empty."""
    document, problems = parse_bytes(canonical.write(value).encode(), "voorbeelden/x.yml")

    assert document is not None, problems
    assert plain(document.value) == plain(value)


def plain(value: Any) -> Any:
    """Without space around and within lines, and without what is empty: neither is content."""
    if isinstance(value, str):
        return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", value.strip()) if part.strip())
    if isinstance(value, list):
        return [kept for one in value if (kept := plain(one))]
    return {key: kept for key, one in value.items() if (kept := plain(one))}


NAMES = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=12)
WORKS = st.builds(
    Werk,
    sleutel=st.from_regex(r"[a-z][a-z-]{1,20}", fullmatch=True),
    titel=LINES.map(str.strip).filter(bool),
    adres=st.just("https://gids.nl/x/"),
    datum=st.dates().map(str) | st.just("2027-01") | st.just("2027") | st.just(""),
    auteurs=st.lists(NAMES | st.tuples(NAMES, NAMES).map(", ".join), min_size=1, max_size=3).map(tuple),
    samenvatting=LINES,
)


@given(WORKS)
@quietly
def test_a_citation_survives_the_programs_of_others(work: Werk) -> None:
    """RIS by rispy: one record, with the title as it was; no text becomes a line of its own. CSL keeps every name whole."""
    (record,) = rispy.loads(ris(work))

    assert record["title"] == " ".join(work.titel.split())
    assert record["id"] == work.sleutel
    assert len(record["authors"]) == len(work.auteurs)
    assert [" ".join(name.values()) for name in csl(work)["author"]]


@given(WORKS)
@quietly
def test_bibtex_holds_one_work(work: Werk) -> None:
    """By bibtexparser: one entry, no block that failed, and the title with its braces in balance."""
    library = bibtexparser.parse_string(bibtex(work), append_middleware=[LatexDecodingMiddleware()])

    assert (len(library.entries), len(library.failed_blocks)) == (1, 0)
    assert library.entries[0].key == work.sleutel
