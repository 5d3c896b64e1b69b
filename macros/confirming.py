"""`praktijkwijzer gecontroleerd`: note in one or more entries that their facts were checked, by which role and on what day."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from macros.canonical import write
from macros.checking import check
from macros.files import read_content, write_whole
from macros.mending import has_comments
from macros.project import today
from macros.reading import parse_bytes


def confirm(project: Path, names: Sequence[str], role: str, day: str | None = None) -> int:
    """Set `gecontroleerd` in the entries of some names (slugs), all or none. Gives the exit code.

    `day` is a full date; without it, today. A role that is a person's name is refused by the rules, as in any file.
    """
    files, _ = read_content(project)
    paths = [f"voorbeelden/{name}.yml" for name in names]
    if missing := [path for path in paths if path not in files]:
        _say(*(f"'{path}' bestaat niet." for path in missing))
        return 1
    written: dict[str, bytes] = {}
    for path in paths:
        document, problems = parse_bytes(files[path], path)
        if document is None or problems:
            _say(*map(str, problems))
            return 1
        if has_comments(document.text, document):
            _say(f"{path}: hier staan opmerkingen bij, die zouden verdwijnen. Zet het veld 'gecontroleerd' er zelf in.")
            return 1
        checked = {"datum": day or today().isoformat(), "door": role}
        written[path] = write({**document.value, "gecontroleerd": checked}).encode()
    found = [problem for problem in check({**files, **written}, today()).problems if problem.path in written and problem.level == "fout"]
    if found:
        _say(*(str(problem) for problem in found), "Er is niets veranderd.")
        return 1
    for path, data in written.items():
        write_whole(project / path, data)
        _say(f"{path}: gecontroleerd op {day or today().isoformat()} door {role}.")
    return 0


def _say(*lines: str) -> None:
    print("\n".join(lines), file=sys.stderr)
