"""Everything in `tests/data/invalid` gives exactly the output that lies beside it, and every rule is proven.

A case is one wrong file (`<name>.yml` an entry, `<name>.md` a knowledge page), or a folder with several
files, laid over the small world of `tests/data/valid`. `<name>.txt` is the complete output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from macros import rules
from macros.checking import Checked
from macros.problem import Problem, to_text

FOLDER = Path(__file__).parents[1] / "data" / "invalid"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".txt")
KINDS_OF_RULES = ("ENTRY_RULES", "CATALOGUE_RULES")


def output(case: Path, small_with: Callable[..., Checked]) -> str:
    """What the check says about the small world with a case laid over it."""
    return to_text(small_with(files_of(case)).problems)


def files_of(case: Path) -> dict[str, bytes]:
    """The files of a case, by their place in a project."""
    if case.is_dir():
        return {path.relative_to(case).as_posix(): path.read_bytes() for path in case.rglob("*") if path.is_file()}
    folder = "voorbeelden" if case.suffix == ".yml" else "docs/kennis"
    return {f"{folder}/{case.name}": case.read_bytes()}


def expected(case: Path) -> str:
    """The complete output that lies beside a wrong file."""
    return case.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_output_is_exactly_as_written_down(case: Path, small_with: Callable[..., Checked]) -> None:
    """Path, line, column, message and remedy of every problem, and nothing more."""
    assert output(case, small_with) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_every_wrong_file_has_a_problem(case: Path) -> None:
    """A case without output would prove nothing."""
    assert expected(case).count("\n") >= 1


def test_no_expectation_without_its_file() -> None:
    """An expected output whose file is gone would never be compared."""
    orphans = [path.name for path in FOLDER.glob("*.txt") if not any(path.with_suffix(suffix).exists() for suffix in (".yml", ".md", ""))]

    assert orphans == []


@pytest.fixture(scope="module")
def spoken(small_with: Callable[..., Checked]) -> dict[str, Path]:
    """Per rule the first case about which it says something."""
    found: dict[str, Path] = {}
    case = CASES[0]

    def listening(rule: Callable[..., Iterator[Problem]]) -> Callable[..., Iterator[Problem]]:
        def heard(*arguments: object) -> Iterator[Problem]:
            for problem in rule(*arguments):
                found.setdefault(rule.__name__, case)
                yield problem

        return heard

    with pytest.MonkeyPatch.context() as patch:
        for kind in KINDS_OF_RULES:
            patch.setattr(rules, kind, tuple(listening(rule) for rule in getattr(rules, kind)))
        for case in CASES:
            output(case, small_with)
    return found


@pytest.mark.parametrize("rule", (*rules.ENTRY_RULES, *rules.CATALOGUE_RULES), ids=lambda rule: rule.__name__)
def test_every_rule_is_proven(
    rule: Callable[..., Iterator[Problem]], spoken: dict[str, Path], small_with: Callable[..., Checked], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the rule, the output of at least one case is another."""
    case = spoken[rule.__name__]
    for kind in KINDS_OF_RULES:
        monkeypatch.setattr(rules, kind, tuple(other for other in getattr(rules, kind) if other is not rule))

    assert output(case, small_with) != expected(case)


def test_every_rule_is_applied() -> None:
    """A rule that is written but not listed would never speak; the docstring of each is the rule in Dutch."""
    modules = [getattr(rules, name) for name in ("citations", "consistency", "fields", "privacy", "references", "unfinished", "writing")]
    written = {
        value
        for module in modules
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == module.__name__ and callable(value)
    }

    assert written == {*rules.ENTRY_RULES, *rules.CATALOGUE_RULES}
    assert [rule.__name__ for rule in written if not (rule.__doc__ or "").strip().endswith(".")] == []
