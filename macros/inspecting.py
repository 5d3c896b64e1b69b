"""`praktijkwijzer check` on a console: one look, with `--fix` after mending, with `--watch` again after every change."""

from __future__ import annotations

import sys
import threading
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from macros import problem as forms
from macros.checking import Checked, check
from macros.files import read_content, write_whole
from macros.keeping.checks import Kept
from macros.keeping.judgements import check_again, remembered
from macros.mending import mend
from macros.problem import Problem, count
from macros.project import check_project, today, with_vanished
from macros.waiting import busy

FORMS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": forms.to_text,
    "github": forms.to_github,
    "json": forms.to_json,
}
_WHY = " Waarom deze regels er zijn, staat in docs/meedoen/regels.md."
_WATCHED = ("voorbeelden", "docs")


def inspect(project: Path, form: str, *, strict: bool, wanted: Sequence[str] = ()) -> int:
    """Check a project and print the problems, of some files or of all. Gives the exit code."""
    with busy("Controleren …"):
        checked = with_vanished(check_again(project), project)
    return report(checked, form, strict=strict, wanted=wanted)


def report(checked: Checked, form: str, *, strict: bool, wanted: Sequence[str] = ()) -> int:
    """Print problems in one of the forms, and in text how many there are. Gives the exit code."""
    problems = only(checked.problems, wanted)
    sys.stdout.write(FORMS[form](problems))
    errors, warnings = _numbers(problems)
    if form == "text":
        print(f"\n{_told(errors, warnings)}{_WHY}" if errors or warnings else "Alles klopt.", file=sys.stderr)
    return 1 if errors or (strict and warnings) else 0


def only(problems: Sequence[Problem], wanted: Sequence[str]) -> Sequence[Problem]:
    """The problems of some files or folders, by their path in the project; of all when none are named."""
    if not wanted:
        return problems
    return [found for found in problems if _is_wanted(found.path, wanted)]


def fix(project: Path, wanted: Sequence[str] = ()) -> None:
    """Mend what can be mended in the files of a project, and tell per file what changed."""
    files, _ = read_content(project)
    lists = {path: data for path, data in files.items() if path.startswith("voorbeelden/_lijsten/")}
    lijsten = check(lists, today()).lijsten
    chosen = [path for path in sorted(files) if not wanted or _is_wanted(path, wanted)]
    mended = 0
    for path in chosen:
        done = mend(files[path], path, lijsten)
        if done.wijzigingen:
            write_whole(project / path, done.data)
            mended += 1
            print(f"{path}: {', '.join(done.wijzigingen)}.", file=sys.stderr)
    print(f"{count(mended, 'bestand', 'bestanden')} hersteld.\n" if mended else "Er viel niets te herstellen.\n", file=sys.stderr)


def follow(project: Path, wanted: Sequence[str] = (), until: threading.Event | None = None) -> int:
    """Check, and again after every change, printing only what that change did. Ends with Ctrl-C."""
    # a program that looks at folders: who checks once needs not wait for it
    from macros.watching import watch

    kept = Kept(remembered(project))
    checked = check_project(project, kept.check)
    report(checked, "text", strict=False, wanted=wanted)
    before = only(checked.problems, wanted)
    changed = threading.Event()
    observer = watch(project, _WATCHED, lambda _: changed.set())
    print("Ik kijk mee; stop met Ctrl-C.", file=sys.stderr, flush=True)
    stopped = until or threading.Event()
    try:
        while not stopped.is_set():
            # on Windows an endless wait can't be interrupted
            if not changed.wait(1):
                continue
            changed.clear()
            after = only(check_project(project, kept.check).problems, wanted)
            _tell_difference(before, after)
            before = after
    except KeyboardInterrupt:
        print("\nGestopt.", file=sys.stderr)
    finally:
        observer.stop()
    return 0


def _tell_difference(before: Sequence[Problem], after: Sequence[Problem]) -> None:
    """What is new and what is gone; a problem that only moved to another line is neither."""
    old, new = (Counter(_identity(found) for found in problems) for problems in (before, after))
    for found in after:
        if old[_identity(found)] > 0:
            old[_identity(found)] -= 1
        else:
            print(found)
    for found in before:
        if new[_identity(found)] > 0:
            new[_identity(found)] -= 1
        else:
            print(f"Opgelost: {found.path}: {found.message}")
    sys.stdout.flush()
    if list(before) != list(after):
        errors, warnings = _numbers(after)
        print(f"Nog {_told(errors, warnings)}" if errors or warnings else "Alles klopt.", file=sys.stderr, flush=True)


def _identity(found: Problem) -> tuple[str, str, str]:
    return found.path, found.key, found.message


def _numbers(problems: Sequence[Problem]) -> tuple[int, int]:
    levels = Counter(found.level for found in problems)
    return levels["fout"], levels["let op"]


def _told(errors: int, warnings: int) -> str:
    return f"{count(errors, 'fout', 'fouten')}, {count(warnings, 'melding', 'meldingen')}."


def _is_wanted(path: str, wanted: Sequence[str]) -> bool:
    return any(path == name or path.startswith(f"{name}/") for name in wanted)
