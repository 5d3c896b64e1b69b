"""What is remembered between runs: a committed file with a line per address, and a journal of the run at hand.

The journal makes that a run that is killed loses nothing: every verdict is on disk before the next visit,
and the next run takes it up.
"""

from __future__ import annotations

import datetime
import json
import os
from collections.abc import Mapping
from pathlib import Path

from macros.problem import Problem
from macros.weblinks.judging import Oordeel
from macros.weblinks.standing import Stand

FILE = Path("voorbeelden", "_links", "toestand.jsonl")
JOURNAL = Path(".cache", "links.jsonl")


class DamagedMemoryError(Exception):
    """The remembered state can't be read; `problem` says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def read_standings(project: Path) -> dict[str, Stand]:
    """All that is remembered, the journal of a broken run included. Raises DamagedMemoryError."""
    known: dict[str, Stand] = {}
    for path in (project / FILE, project / JOURNAL):
        if path.is_file():
            known.update({stand.adres: stand for stand in _read(path, project)})
    return known


def read_lost(project: Path) -> dict[str, str]:
    """The sources that are gone for good: address → that of a kept copy, empty when there is none. Raises DamagedMemoryError."""
    return {address: stand.archief for address, stand in read_standings(project).items() if stand.is_verloren}


def note(project: Path, stand: Stand) -> None:
    """Add a verdict to the journal, surely on disk."""
    path = project / JOURNAL
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as journal:
        journal.write(to_line(stand))
        journal.flush()
        os.fsync(journal.fileno())


def write_standings(project: Path, standings: Mapping[str, Stand]) -> None:
    """Replace the committed file in one step, sorted by address, and end the journal."""
    path = project / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".nieuw")
    fresh.write_text("".join(to_line(standings[address]) for address in sorted(standings)), encoding="utf-8")
    fresh.replace(path)
    (project / JOURNAL).unlink(missing_ok=True)


def to_line(stand: Stand) -> str:
    """One line of JSON; what is empty is left out, so that a change shows as one changed line."""
    values = {
        "adres": stand.adres,
        "oordeel": stand.oordeel.value,
        "bezocht": stand.bezocht.isoformat(),
        "sinds": stand.sinds.isoformat(),
        "reden": stand.reden,
        "nieuw_adres": stand.nieuw_adres,
        "mislukt": [day.isoformat() for day in stand.mislukt],
        "archief": stand.archief,
    }
    return json.dumps({key: value for key, value in values.items() if value}, ensure_ascii=False) + "\n"


def from_line(line: str) -> Stand:
    """The reverse of `to_line`. Raises ValueError or KeyError for anything else."""
    values = json.loads(line)
    return Stand(
        adres=values["adres"],
        oordeel=Oordeel(values["oordeel"]),
        bezocht=datetime.date.fromisoformat(values["bezocht"]),
        sinds=datetime.date.fromisoformat(values["sinds"]),
        reden=values.get("reden", ""),
        nieuw_adres=values.get("nieuw_adres", ""),
        mislukt=tuple(datetime.date.fromisoformat(day) for day in values.get("mislukt", [])),
        archief=values.get("archief", ""),
    )


def _read(path: Path, project: Path) -> list[Stand]:
    lines = path.read_text(encoding="utf-8").splitlines()
    standings = []
    for number, line in enumerate(lines, start=1):
        try:
            standings.append(from_line(line))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            if path == project / JOURNAL and number == len(lines):
                # the line that was being written when the run was killed
                break
            name = path.relative_to(project).as_posix()
            remedy = "Haal hem weg; dan wordt het adres opnieuw bezocht."
            raise DamagedMemoryError(Problem(name, number, 1, "", "Deze regel is beschadigd.", remedy)) from error
    return standings
