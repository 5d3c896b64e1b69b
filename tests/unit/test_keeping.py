"""What is kept between two checks never changes what a check says."""

from __future__ import annotations

import datetime
import os
import random
from collections.abc import Iterator

import pytest

from macros.checking import Checked, Gelezen, check
from macros.keeping import checks
from macros.keeping.checks import Kept
from macros.problem import Problem
from macros.rules.draft import Draft, World
from tests.editing import RIGHT, WRONG, Files

SEEDS = range(max(4, int(os.environ.get("PRAKTIJKWIJZER_FUZZ", "0")) // 500))
STEPS = 15
PAGES = {"docs/index.md": b"---\nrender_macros: true\n---\n{{ voorbeeldkaarten('leefgoed') }}\n", "docs/over.md": b"# Over\n"}


def said(checked: Checked) -> tuple[object, ...]:
    """All that others get from a check."""
    catalogue = checked.catalogue
    shown = (catalogue.items, catalogue.kennis, catalogue.today, [item.tekst for item in catalogue.items]) if catalogue else None
    return checked.problems, {naam: dict(lijst) for naam, lijst in checked.lijsten.items()}, shown


@pytest.mark.parametrize("seed", SEEDS)
def test_a_kept_check_says_what_a_fresh_one_says(seed: int, small_files: Files, today: datetime.date) -> None:
    """After any row of edits, right and wrong, new names, removals, changed lists and pages, and days that pass."""
    luck = random.Random(seed)
    kept = Kept()
    states = [{**small_files, **PAGES}]
    day = today
    for _ in range(STEPS):
        edit = luck.choice((*RIGHT, *WRONG))
        # one time in four everything is put back as it was some time before
        states.append(luck.choice(states) if luck.random() < 0.25 else edit(states[-1], luck))
        day += datetime.timedelta(days=luck.choice((0, 0, 0, 1, 400)))

        assert said(kept.check(states[-1], day)) == said(check(states[-1], day))


def test_only_what_changed_is_read_and_judged(small_files: Files, today: datetime.date, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a file that changed the file itself, and the entries that ask about it: also when it goes."""
    read: list[str] = []
    judged: list[str] = []
    reading, judging = checks.read_file, checks.entry_problems

    def noting_read(path: str, data: bytes) -> Gelezen:
        read.append(path)
        return reading(path, data)

    def noting_judged(draft: Draft, world: World) -> Iterator[Problem]:
        judged.append(draft.slug)
        return judging(draft, world)

    monkeypatch.setattr(checks, "read_file", noting_read)
    monkeypatch.setattr(checks, "entry_problems", noting_judged)
    kept = Kept()

    def work(files: Files) -> tuple[list[str], list[str]]:
        read.clear()
        judged.clear()
        kept.check(files, today)
        return sorted(read), sorted(judged)

    method, practice = "voorbeelden/welzijn-op-recept.yml", "voorbeelden/taalcafe-groningen.yml"
    follow = ["welzijn-op-recept-den-helder", "welzijn-op-recept-eemsdelta"]
    near = ["leefgoed", "taalcafe-groningen"]
    assert len(work(small_files)[0]) == len(small_files)
    assert work(small_files) == ([], [])
    assert work({**small_files, practice: small_files[practice] + b"# nog iets\n"}) == ([practice], near)
    assert work(small_files) == ([practice], near)
    assert work({**small_files, method: small_files[method] + b"# nog iets\n"}) == ([method], ["welzijn-op-recept", *follow])
    assert work({name: data for name, data in small_files.items() if name != method}) == ([], follow)


LEEFGOED, KEUKEN = "voorbeelden/leefgoed.yml", "voorbeelden/leefgoed-keuken.yml"
MISNAMED = (b"verwant: [", b"verwant: [leefgoed-keuker, ")
GONE = (b"", b"")


@pytest.mark.parametrize(
    ("before", "after", "days"),
    [
        pytest.param({}, {"voorbeelden/_lijsten/themas.yml": (b"meedoen-werk:", b"meedoen-werken:")}, 0, id="a term that goes"),
        pytest.param({}, {"docs/kennis/wmo-2015.md": (b"[@", b"[@bestaat-niet-")}, 0, id="a knowledge page"),
        pytest.param({}, {}, -3650, id="a day on which this was the future"),
        pytest.param({LEEFGOED: MISNAMED}, {KEUKEN: GONE}, 0, id="the name that was meant"),
    ],
)
def test_what_all_rules_may_look_at_counts(
    before: dict[str, tuple[bytes, bytes]], after: dict[str, tuple[bytes, bytes]], days: int, small_files: Files, today: datetime.date
) -> None:
    """Lists, knowledge pages, the day, and the names of all entries where a rule goes through those."""

    def changed(files: Files, edits: dict[str, tuple[bytes, bytes]]) -> Files:
        kept = {path: data for path, data in files.items() if edits.get(path) != GONE}
        return {path: data.replace(*edits[path]) if path in edits else data for path, data in kept.items()}

    first = changed(small_files, before)
    second, later = changed(first, after), today + datetime.timedelta(days=days)
    kept = Kept()
    told = kept.check(first, today)

    assert said(kept.check(second, later)) == said(check(second, later)) != said(told)
