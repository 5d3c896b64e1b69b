"""The bar: of 500 real entries with one fault each, every fault is named at its line, with a remedy and without a traceback."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable

import pytest

from macros import checking, reading
from macros.checking import check
from macros.problem import Problem, to_text
from tests.mutating.mutations import MUTATIONS, company, spoil

EACH = 7


@pytest.fixture(scope="module")
def entries(real_files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in real_files.items() if path.startswith("voorbeelden/") and "/_" not in path}


@pytest.fixture(scope="module")
def said(real_files: dict[str, bytes], entries: dict[str, bytes], today: datetime.date) -> Callable[[dict[str, bytes]], list[Problem]]:
    """What the check says about some spoilt entries, in the company of the entries and pages to which they refer."""
    remembered = functools.cache(reading.parse_bytes)
    lists = {path: data for path, data in real_files.items() if "/_lijsten/" in path}

    def told(spoilt: dict[str, bytes]) -> list[Problem]:
        files = {**lists, **company(spoilt, real_files), **spoilt}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checking, "parse_bytes", remembered)
            return [problem for problem in check(files, today).problems if problem.path in spoilt]

    assert told(dict(list(entries.items())[::10])) == [], "an entry in company has no problem of its own"
    return told


ADVICE = {"written_figure_without_citation"}
"""What may be right: a number in letters is advised upon, and never stops publication."""


def caught(name: str, problems: list[Problem], lines: set[int]) -> bool:
    """Whether one of the problems is a fault, near the right line, with a remedy."""
    level = "advies" if name in ADVICE else "fout"
    return any(problem.level == level and problem.remedy and any(abs(problem.line - line) <= 1 for line in lines) for problem in problems)


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_mutation_is_caught(name: str, entries: dict[str, bytes], said: Callable[[dict[str, bytes]], list[Problem]]) -> None:
    """The list of misses is empty."""
    spoilt = spoil(name, EACH, entries)
    problems = said({path: data for path, (data, _) in spoilt.items()})
    missed = []
    for path, (_, lines) in spoilt.items():
        own = [problem for problem in problems if problem.path == path]
        if not caught(name, own, lines):
            missed.append(f"{path}, line {sorted(lines)[:5]}:\n{to_text(own)}")

    assert missed == []


def test_there_are_enough(entries: dict[str, bytes]) -> None:
    """More kinds than the twenty that were asked, and no fewer than 500 in all."""
    assert len(MUTATIONS) >= 20
    assert sum(len(spoil(name, EACH, entries)) for name in MUTATIONS) >= 500
