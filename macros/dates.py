"""Dates that may be a year, a month or a day, as Dutch text and as days to compare."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache

MAANDEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

STALE_AFTER_MONTHS = 24


# the entries share a few hundred dates
@lru_cache(maxsize=4096)
def last_day(value: str) -> datetime.date:
    """The latest day that `jjjj`, `jjjj-mm` or `jjjj-mm-dd` can mean; ValueError for anything else."""
    parts = [int(part) for part in value.split("-")]
    match parts:
        case [year]:
            return datetime.date(year, 12, 31)
        case [year, month]:
            return datetime.date(year, month, calendar.monthrange(year, month)[1])
        case _:
            return datetime.date.fromisoformat(value)


@lru_cache(maxsize=4096)
def in_words(value: str) -> str:
    """`2024-03-26` → 26 maart 2024, `2024-03` → maart 2024, `2024` → 2024."""
    year, *rest = value.split("-")
    if not rest:
        return year
    month = MAANDEN[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def is_stale(peildatum: str, today: datetime.date) -> bool:
    """Whether facts of this date are older than two years."""
    day = last_day(peildatum)
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day <= day.day)
    return months >= STALE_AFTER_MONTHS


def is_past(value: str, today: datetime.date) -> bool:
    """Whether the whole period lies before today."""
    return last_day(value) < today
