"""The queries that search is judged by are sound: real entries, no doubles, two halves of one nature."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

RELEVANCE = Path(__file__).parents[1] / "relevance"
ENTRIES = {path.stem for path in (Path(__file__).parents[2] / "voorbeelden").glob("*.yml")}
HALVES = ("afstemmen", "controle")
ALL = (*HALVES, "oefenen", "oefenen2", "oefenen3", "keuring")
GROUPS = {"organisatie", "indiener", "beleid"}
LONGEST = 9
"""The most entries a query may want: all must fit in the ten that are judged."""


def queries(half: str) -> list[dict[str, Any]]:
    """The queries of one half, in the order of the file."""
    found: list[dict[str, Any]] = yaml.safe_load((RELEVANCE / f"{half}.yml").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("half", ALL)
def test_every_query_says_who_asks_and_what_they_want(half: str) -> None:
    """Each query has the three fields, a group that exists and one to nine different entries."""
    for query in queries(half):
        assert set(query) == {"vraag", "groep", "gewenst"}, query
        assert query["groep"] in GROUPS, query
        assert 1 <= len(query["gewenst"]) <= LONGEST, query
        assert len(set(query["gewenst"])) == len(query["gewenst"]), query


@pytest.mark.parametrize("half", ALL)
def test_every_wanted_entry_exists(half: str) -> None:
    """A wanted entry that was renamed or removed would make a right search look wrong."""
    unknown = {slug for query in queries(half) for slug in query["gewenst"]} - ENTRIES
    assert not unknown


def test_no_query_is_asked_twice() -> None:
    """Case and spaces aside, no query stands in two files or twice in one."""
    asked = Counter(" ".join(query["vraag"].casefold().split()) for half in ALL for query in queries(half))
    assert [vraag for vraag, times in asked.items() if times > 1] == []


def test_no_query_is_just_a_title() -> None:
    """A title finds itself; that would measure nothing."""
    folder = Path(__file__).parents[2] / "voorbeelden"
    titles = {yaml.safe_load((folder / f"{slug}.yml").read_bytes())["titel"].casefold() for slug in ENTRIES}
    assert [q["vraag"] for half in ALL for q in queries(half) if q["vraag"].casefold() in titles] == []


def test_there_is_much_to_practise_on() -> None:
    """The questions to practise on are of all groups, and together want nearly every entry."""
    asked = queries("oefenen")
    assert len(asked) >= 120
    assert {query["groep"] for query in asked} == GROUPS
    assert len({slug for query in asked for slug in query["gewenst"]}) >= 0.9 * len(ENTRIES)


def test_the_halves_are_large_and_alike() -> None:
    """Each half has sixty queries or more, all groups, and as many of each group as the other half."""
    groups = [Counter(query["groep"] for query in queries(half)) for half in HALVES]
    assert all(sum(counted.values()) >= 60 for counted in groups)
    assert set(groups[0]) == GROUPS
    assert groups[0] == groups[1]
