"""The faults that `make mutanten` puts in, and the score that it keeps."""

from __future__ import annotations

import json

from tests.mutating.changes import changes, noting
from tests.mutating.meet import MEASURED, SCORE

SOURCE = '''
def first(lines: list[str], wanted: int = 3) -> str | None:
    """The docstring stays."""
    for line in lines:
        if len(line) > wanted and not line.startswith("#"):
            return line
    return None


class Box:
    @property
    def full(self) -> bool:
        yield self.left == 0
'''


def test_faults_are_small_and_differ() -> None:
    """One place at a time, in the body alone: no docstring, default or annotation; each with a name of its own."""
    found = [change.name for change in changes(SOURCE, "x.py")]

    assert found == [
        "first: if len(line) > wanted and (not line.startswith('#')): return line → "
        "if not (len(line) > wanted and (not line.startswith('#'))): return lin #1",
        "first: len(line) > wanted and (not line.startswith('#')) → len(line) > wanted or not line.startswith('#') #1",
        "first: return line → return None #1",
        "first: len(line) > wanted → len(line) >= wanted #1",
        "first: not line.startswith('#') → line.startswith('#') #1",
        "first: line.startswith → line.endswith #1",
        "first: '#' → '#XX' #1",
        "Box.full: yield (self.left == 0) → if False: yield (self.left == 0) #1",
        "Box.full: self.left == 0 → self.left != 0 #1",
        "Box.full: 0 → 1 #1",
    ]


def test_a_fault_is_the_code_of_its_function() -> None:
    """Put in its place, it does what it says."""
    space: dict[str, object] = {}
    exec(compile(SOURCE, "x.py", "exec"), space)
    first = space["first"]
    assert callable(first)
    well = first.__code__
    results = []
    for change in changes(SOURCE, "x.py"):
        if change.function == "first":
            first.__code__ = change.code
            results.append(first(["#abc", "abc", "abcd"]))
    first.__code__ = well

    assert results == ["#abc", "#abc", None, "abc", "#abc", "#abc", "#abc"]


def test_a_note_tells_where_a_test_came_through() -> None:
    codes = dict(noting(SOURCE, "x.py", "m"))
    notes: list[tuple[str, bool]] = []
    space: dict[str, object] = {"__note__": lambda name, said: notes.append((name, said))}
    exec(compile(SOURCE, "x.py", "exec"), space)
    first, box = space["first"], space["Box"]
    first.__code__ = codes["first"]  # type: ignore[attr-defined]
    first([])  # type: ignore[operator]
    box.full.fget.__code__ = codes["Box.full"]  # type: ignore[attr-defined]
    list(box.full.fget(type("Empty", (), {"left": 0})()))  # type: ignore[attr-defined]

    assert notes == [("m:first", False), ("m:Box.full", False), ("m:Box.full", True)]


def test_nine_of_ten_faults_are_noticed() -> None:
    """Of the faults that were measured last, in all modules; what nobody noticed stands beside it by name, and of how many it is one."""
    kept = json.loads(SCORE.read_text(encoding="utf-8"))
    made, noticed = (sum(kept[module][what] for module in MEASURED) for what in ("gemaakt", "gemerkt"))

    assert kept.keys() == set(MEASURED)
    assert noticed / made >= 0.9
    assert [module for module in MEASURED if kept[module]["gemaakt"] - kept[module]["gemerkt"] != len(kept[module]["gemist"])] == []
