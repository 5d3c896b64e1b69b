"""The readability of Dutch text, by hand-counted examples."""

from __future__ import annotations

import pytest

from macros.readability import flesch_douma, words_per_sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("Eén zin van vijf woorden.", 5), ("Twee woorden. Nu drie woorden.", 2.5), ("Zonder bron telt [@bron-2020] mee.", 4)],
)
def test_words_per_sentence(text: str, expected: float) -> None:
    """Words are counted per sentence, citations not."""
    assert words_per_sentence(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "syllables"),
    [("De kat zit op de mat.", 6, 6), ("Samen koken in de buurt.", 5, 7), ("Ondersteuning.", 1, 4)],
)
def test_flesch_douma(text: str, words: int, syllables: int) -> None:
    """206.84 - 0.93 x words per sentence - 77 x syllables per word."""
    assert flesch_douma(text) == pytest.approx(206.84 - 0.93 * words - 77 * syllables / words)


def test_no_text_is_easy() -> None:
    """There is nothing hard about an empty text."""
    assert flesch_douma("") == 100
