"""What coverage-guided fuzzing starts from, and the figures that it kept; the looking itself is `make fuzz-gericht`."""

from __future__ import annotations

import json
import re

import pytest

from tests.conftest import PROJECT
from tests.fuzzing.zoek import RUNS, TARGETS, _seeds, _words


def test_targets_are_those_of_the_program() -> None:
    """Its module can't be imported here: it takes atheris, which there is for Linux only."""
    program = (PROJECT / "tests" / "fuzzing" / "targets.py").read_text(encoding="utf-8")

    assert f"for one in ({', '.join(TARGETS)})" in program


@pytest.mark.parametrize("target", TARGETS)
def test_every_target_has_something_to_start_from(target: str) -> None:
    """Entries, right and wrong ones, or their prose; for citations any bytes will do."""
    seeds = dict(_seeds(target))

    assert all(seeds.values()) or target != "proza"
    assert len(seeds) >= (1 if target == "verwijzingen" else 15)


def test_words_are_as_libfuzzer_reads_them() -> None:
    """Between quotes, with no sign escaped but quotes, backslashes and bytes."""
    assert [word for word in _words() if not re.fullmatch(r'(?:[^"\\]|\\["\\]|\\x[0-9a-f]{2})+', word)] == []


def test_nothing_found_was_left() -> None:
    """Of the last run of each target that ran; what an earlier one found is mended."""
    last = {run["doel"]: run for run in json.loads(RUNS.read_text(encoding="utf-8"))}

    assert last.keys() <= set(TARGETS)
    assert {name for name, run in last.items() if run["gevonden"]} == set()
