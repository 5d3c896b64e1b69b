"""What is looked for first, so that a slow search can be left out, stands in all that the slow search finds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros import characters, prose
from macros.model import scalars
from macros.rules import citations, fields, identifiers, privacy, unfinished, writing
from tests.unit.test_properties import MARKDOWN, quietly

Look = Callable[[str], object]


def _has_any(marks: tuple[str, ...], lowered: bool = True) -> Look:
    return lambda text: any(mark in (text.lower() if lowered else text) for mark in marks)


def _has(mark: str) -> Look:
    return lambda text: mark in text


# as hypothesis makes them: without the letters that only count as i, k and s when case does not
_LETTERS = st.characters(exclude_characters="İıſK", exclude_categories=("Cs",))
PAIRS: tuple[tuple[str, re.Pattern[str], Look], ...] = (
    ("mail", identifiers._MAIL, lambda text: identifiers._IN_MAIL.search(text) or identifiers._IN_MASKED_MAIL.search(text)),
    ("telephone", identifiers._PHONE, identifiers._IN_NUMBER.search),
    ("bank account", identifiers._IBAN, identifiers._IN_NUMBER.search),
    ("nine digits", identifiers._NINE_DIGITS, identifiers._IN_NUMBER.search),
    ("house", privacy._HOUSE, privacy._IN_HOUSE.search),
    ("form of address", privacy._ADDRESSED, _has_any(privacy._FORMS_OF_ADDRESS)),
    ("left open", unfinished._LEFT_OPEN, _has_any(unfinished._HINTS)),
    ("example", unfinished._EXAMPLE_HOST, _has_any(unfinished._HINTS)),
    ("HTML", writing._HTML, _has("<")),
    ("loose citation", re.compile(r"(?<![\w@.\[])@(?:een-bron|twee)(?![\w-])"), citations._LOOSE.search),
    *((f"prose: {what}", pattern, _has(sign)) for sign, pattern, what, _ in writing._NOT_IN_PROSE),
    *((f"line: {what}", pattern, _has(sign)) for sign, pattern, what, _, _ in writing._NOT_IN_LINE),
    *(
        (message, pattern, lambda text: characters._ODD.search(text) or _has_any(characters._MARKS_OF_UNREADABLE)(text))
        for pattern, message, _ in characters._UNREADABLE
    ),
    ("suspect", characters._SUSPECT, lambda text: characters._SPACE.search(text) or characters._SUSPECT_START.search(f"\n{text}")),
)  # fmt: skip


@pytest.mark.parametrize(("pattern", "look"), [pytest.param(pattern, look, id=name) for name, pattern, look in PAIRS])
def test_a_first_look_misses_nothing(pattern: re.Pattern[str], look: Look) -> None:
    """For texts that hypothesis makes to fit the pattern."""

    @given(st.from_regex(pattern, alphabet=_LETTERS))
    @quietly
    def try_out(text: str) -> None:
        assert look(text)

    try_out()


@given(st.from_regex(scalars._PLAIN_ADDRESS, fullmatch=True))
@quietly
def test_a_plain_address_is_a_right_one(address: str) -> None:
    """The whole check would let it pass too."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scalars, "_PLAIN_ADDRESS", re.compile("(?!)"))
        assert scalars._check_url(address) == address


CITED = st.lists(
    st.sampled_from(["[@bron, p. 3]", "[@bron-2017,\np. 12]", "[@b]", " 12 ", ". ", "Na 3", "p.", "\n- ", "\n\n"]) | MARKDOWN, max_size=8
)


@given(CITED.map("".join), st.sampled_from([(), ("bron",)]))
@quietly
def test_what_is_cited_well_hides_nothing(text: str, keys: tuple[str, ...]) -> None:
    """Figures and citations are found as in a whole reading."""
    found = list(prose.figures_without_citation(text)), list(prose.malformed_citations(text, keys))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "_uncited", lambda text: text)
        assert found == (list(prose.figures_without_citation(text)), list(prose.malformed_citations(text, keys)))


@given(st.text(" \nab_:t", max_size=40).map("titel: x\n".__add__))
@quietly
def test_indented_fields_are_found(text: str) -> None:
    """Below the first line, as one that looks at the start of each line finds them."""
    slowly = [(found.start(1), found[1]) for found in re.finditer(r"^ +([a-z_]+):(?= |$)", text, re.MULTILINE)]

    assert [(found.start(1), found[1]) for found in fields._INDENTED_FIELD.finditer(text)] == slowly
