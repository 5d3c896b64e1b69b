"""Dates of three lengths: their last day, their words, and when facts are old."""

from __future__ import annotations

import datetime

import pytest

from macros.dates import in_words, is_past, is_stale, last_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024", (2024, 12, 31)),
        ("2024-02", (2024, 2, 29)),
        ("2023-02", (2023, 2, 28)),
        ("2100-02", (2100, 2, 28)),
        ("2024-04", (2024, 4, 30)),
        ("2024-12", (2024, 12, 31)),
        ("2024-02-29", (2024, 2, 29)),
    ],
)
def test_last_day(value: str, day: tuple[int, int, int]) -> None:
    """A year or month lasts until its end."""
    assert last_day(value) == datetime.date(*day)


@pytest.mark.parametrize("value", ["", "2023-02-29", "2024-13", "2024-00", "mei", "2024-1-1", "2024-01-01-01"])
def test_what_is_no_date_raises_value_error(value: str) -> None:
    """Callers count on ValueError, whatever the text."""
    with pytest.raises(ValueError):
        last_day(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [("2024", "2024"), ("2024-03", "maart 2024"), ("2024-03-06", "6 maart 2024"), ("1999-12-31", "31 december 1999")],
)
def test_in_words(value: str, words: str) -> None:
    """As a Dutch reader writes it: no zero before the day, the month in small letters."""
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("peildatum", "today", "stale"),
    [
        ("2024-11-21", "2026-11-20", False),
        ("2024-11-21", "2026-11-21", False),
        ("2024-11-21", "2026-11-22", True),
        ("2024-11", "2026-11-30", False),
        ("2024-11", "2026-12-01", True),
        ("2024", "2026-12-31", False),
        ("2024", "2027-01-01", True),
        ("2024-02-29", "2026-02-28", False),
        ("2024-02-29", "2026-03-01", True),
        ("2024-12-31", "2026-12-31", False),
        ("2026-11-22", "2026-11-21", False),
        ("1999", "2026-11-21", True),
    ],
)
def test_stale_is_older_than_two_years(peildatum: str, today: str, stale: bool) -> None:
    """Two years after the last day that the date can mean, facts are not yet old; the next day they are."""
    assert is_stale(peildatum, datetime.date.fromisoformat(today)) is stale


@pytest.mark.parametrize(
    ("value", "past"),
    [("2026-11-20", True), ("2026-11-21", False), ("2026-10", True), ("2026-11", False), ("2025", True), ("2026", False)],
)
def test_past_when_the_whole_period_is(value: str, past: bool, today: datetime.date) -> None:
    """Money until 2026 is still there on the last day of 2026."""
    assert is_past(value, today) is past
