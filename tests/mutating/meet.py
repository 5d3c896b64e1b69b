"""How many small faults in the rules, the reader and the citations our tests notice: `make mutanten`.

    python -m tests.mutating.meet [--op-de N] [--gemist] [module …]

Every fault (see `changes`) is put into the running program in a process of its own, by giving one function other code;
then the tests run that came through that function when all was well, those first to which it had something to say. The
first that fails has noticed. The outcome is kept in `score.json`, with what nobody noticed; a test reads it.

mutmut was tried first. It starts pytest anew for each fault: that took three times the processor time, after minutes of
running everything three times over; and a rule is a generator that every case comes through, so that it ran them all.
"""

from __future__ import annotations

import argparse
import functools
import gc
import importlib
import inspect
import itertools
import json
import os
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.mutating.changes import Change, changes, noting

PROJECT = Path(__file__).parents[2]
SCORE = Path(__file__).with_name("score.json")
MEASURED = tuple(
    sorted(
        path.relative_to(PROJECT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__")
        for pattern in ("rules/*.py", "reading.py", "yaml_*.py", "citations.py", "citing/[a-z]*.py")
        for path in (PROJECT / "macros").glob(pattern)
    )
)
"""The modules of which the bar says that nine of ten faults are noticed."""
_TESTS = (
    "invalid_files",
    "macro_calls",
    "rules",
    "reading",
    "yaml_faults",
    "checking",
    "citations",
    "citing",
    "citation_view",
    "linked",
    "security_file",
)
_SLOW = (
    "test_invalid_files.py::test_every_rule_is_proven",
    "test_invalid_files.py::test_every_wrong_file_has_a_problem",
    "test_linked.py::test_rdflib_reads_every_page",
    "test_reading.py::test_a_file_cut_off_anywhere_never_raises",
    "test_reading.py::test_damaged_files_never_raise",
    "test_reading.py::test_slow_parser_reads_the_same",
    "test_checking.py::test_real_content_has_no_errors",
    "test_checking.py::test_no_shape_raises",
    "test_citing.py::test_bibtexparser_reads_every_work",
    "test_checking.py::test_real_entries_are_plain_yaml",
)
"""What takes seconds and tells no more than the rest; so the score is rather too low than too high."""
_ENOUGH = 400
"""How many tests may pass before a fault counts as not noticed."""
_SECONDS = 60
"""Of the processor; by the clock ten times as much, so that a busy machine is not taken for a fault that was noticed."""


class Mutating:
    """A pytest plugin that runs all tests once, and then some of them again for every fault."""

    def __init__(self, modules: Sequence[str], every: int, only: Mapping[str, Collection[str]] | None = None) -> None:
        self.modules, self.every, self.only = modules, every, only
        self.noticed: dict[str, list[str]] = defaultdict(list)
        self.missed: dict[str, list[str]] = defaultdict(list)
        self._took: list[float] = []
        self._through: dict[str, dict[int, bool]] = {}

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise pytest.UsageError("Niet alle tests zijn te lezen.")
        functions = {f"{name}:{path}": function for name in self.modules for path, function in _functions(name)}
        self._run_well(session, functions)
        caches = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]
        busy: dict[int, tuple[str, Change]] = {}
        for module, chosen in itertools.groupby(self._chosen(), key=itemgetter(0)):
            read = [one for one in caches if _is_read(one, module)]
            for _, change in chosen:
                if len(busy) == (os.cpu_count() or 1):
                    self._wait(busy)
                name = f"{module}:{change.function}"
                pid = os.fork()
                if not pid:
                    _notice(session, self._order(name), functions[name], change, read)
                busy[pid] = module, change
            while busy:
                self._wait(busy)
            # all of it takes an hour: who stops before the end keeps what was measured
            keep(self, module)
        return True

    def _run_well(self, session: pytest.Session, functions: Mapping[str, Any]) -> None:
        """Every test once, with a note of the functions it came through and whether they had something to say."""
        number = 0

        def note(name: str, said: bool) -> None:
            known = self._through.setdefault(name, {})
            known[number] = known.get(number, False) or said

        own = {name: function.__code__ for name, function in functions.items()}
        for module in self.modules:
            there = importlib.import_module(module)
            vars(there)["__note__"] = note
            path = Path(str(there.__file__))
            for place, code in noting(path.read_text(encoding="utf-8"), str(path), module):
                functions[f"{module}:{place}"].__code__ = code
        for number, item in enumerate(session.items):
            started = time.perf_counter()
            reports = runtestprotocol(item, log=False, nextitem=session.items[min(number + 1, len(session.items) - 1)])
            self._took.append(time.perf_counter() - started)
            if failed := [report for report in reports if report.failed]:
                raise pytest.UsageError(f"{item.nodeid} mislukt ook zonder fout in de code.\n{failed[0].longreprtext}")
        for name, code in own.items():
            functions[name].__code__ = code

    def _chosen(self) -> Iterator[tuple[str, Change]]:
        number = 0
        for module in self.modules:
            path = Path(str(importlib.import_module(module).__file__))
            for change in changes(path.read_text(encoding="utf-8"), str(path)):
                number += 1
                if number % self.every == 0 and (self.only is None or change.name in self.only[module]):
                    yield module, change

    def _order(self, name: str) -> list[int]:
        known = self._through.get(name, {})
        return sorted(known, key=lambda number: (not known[number], self._took[number]))[:_ENOUGH]

    def _wait(self, busy: dict[int, tuple[str, Change]]) -> None:
        pid, status = os.wait()
        module, change = busy.pop(pid)
        (self.missed if status == 0 else self.noticed)[module].append(change.name)
        if status == 0:
            print(f"Niet gemerkt: {module}:{change.line} {change.name}", flush=True)


def _notice(session: pytest.Session, order: list[int], function: Any, change: Change, caches: list[Any]) -> None:
    """In a process of its own: run tests with the fault in place, and end with 1 as soon as one fails."""
    signal.setitimer(signal.ITIMER_PROF, _SECONDS)
    signal.alarm(10 * _SECONDS)
    function.__code__ = change.code
    for cache in caches:
        cache.cache_clear()
    items = [session.items[number] for number in order]
    code = 0
    try:
        if items:
            session._setupstate.teardown_exact(items[0])
        for item, following in zip(items, [*items[1:], *items[-1:]], strict=True):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                code = 1
                break
    except BaseException:  # a fault may break anything, also pytest; that is noticed
        code = 1
    os._exit(code)


def _functions(module: str) -> Iterator[tuple[str, Any]]:
    """Functions and methods of a module by their place in it, out of what wraps them."""
    there = importlib.import_module(module)
    for name, value in vars(there).items():
        owners = [("", name, value)]
        if inspect.isclass(value):
            owners = [(f"{name}.", inner, held) for inner, held in vars(value).items()]
        for prefix, own, held in owners:
            bare = inspect.unwrap(getattr(held, "fget", None) or getattr(held, "func", None) or getattr(held, "__func__", held))
            if inspect.isfunction(bare) and bare.__module__ == module and bare.__qualname__ == f"{prefix}{own}":
                yield bare.__qualname__, bare


def _is_read(cache: Any, module: str) -> bool:
    """Whether a cache holds what the module made, or what was read with it."""
    of = getattr(inspect.unwrap(cache), "__module__", "")
    return of == module or (of.startswith(("macros.reading", "macros.yaml")) and module.startswith(("macros.reading", "macros.yaml")))


def keep(found: Mutating, module: str) -> None:
    """Write the outcome of a module into the score; of others, and of faults not measured again, it stays as it was."""
    known = _known()
    noticed, missed = len(found.noticed[module]), sorted(found.missed[module])
    if found.only is not None:
        noticed += known[module]["gemerkt"]
    known[module] = {"een_op_de": found.every, "gemaakt": noticed + len(missed), "gemerkt": noticed, "gemist": missed}
    SCORE.write_text(json.dumps(dict(sorted(known.items())), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _known() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(SCORE.read_text(encoding="utf-8")) if SCORE.is_file() else {}
    return read


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, show and keep."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--op-de", type=int, default=1, metavar="N", help="neem één fout op de N")
    parser.add_argument("modules", nargs="*", default=MEASURED)
    parser.add_argument("--gemist", action="store_true", help="alleen wat de vorige keer niemand merkte")
    options = parser.parse_args(arguments)
    known = _known()
    if options.gemist:
        options.op_de = max(known[module]["een_op_de"] for module in options.modules)
    only = {module: known[module]["gemist"] for module in options.modules} if options.gemist else None
    found = Mutating(options.modules, options.op_de, only)
    tests = [f"tests/unit/test_{name}.py" for name in _TESTS if (PROJECT / f"tests/unit/test_{name}.py").is_file()]
    slow = [f"--deselect=tests/unit/{name}" for name in _SLOW]
    run: Callable[..., int] = pytest.main
    code = run([*tests, *slow, "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--rootdir", str(PROJECT)], plugins=[found])
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
        return int(code)
    for module in found.modules:
        noticed, missed = len(found.noticed[module]), found.missed[module]
        print(f"{module:28} {noticed} van {noticed + len(missed)}", *missed, sep="\n    ")
    noticed, missed_ = (sum(map(len, one.values())) for one in (found.noticed, found.missed))
    print(f"Gemerkt: {noticed} van {noticed + missed_} ({noticed / max(1, noticed + missed_):.1%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
