"""`praktijkwijzer new`: the questions on a console, and the file that comes of the answers."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.asking import STOP, Vraag, interview, matching
from macros.canonical import write
from macros.checking import check
from macros.files import read_content, write_whole
from macros.model.vocabulary import Lijst
from macros.naming import slugify
from macros.problem import Problem
from macros.project import check_project, today
from macros.reading import parse_bytes

_CONCEPT = "concept.yml"


def compose(project: Path, resume: Path | None = None) -> int:
    """Ask for a new entry and write its file in `voorbeelden/`. Gives the exit code.

    Who stops halfway finds the answers in a draft file, with which `resume` goes on.
    """
    files, _ = read_content(project)
    own = {path: data for path, data in files.items() if path.startswith("voorbeelden/_lijsten/")}
    lijsten = check(own, today()).lijsten
    values = _draft(resume)
    _say("Een nieuw voorbeeld in vragen. Dat kost ongeveer twintig minuten.")
    _say("Enter slaat een vraag over als dat mag. Ctrl-C stopt; je antwoorden blijven dan bewaard.")
    try:
        interview(_Console(), _say, lambda found, field: _faults(own, found, field), lijsten, values)
    except (KeyboardInterrupt, EOFError):
        return _keep(project, values)
    slug = slugify(str(values["titel"]))
    path = project / "voorbeelden" / f"{slug}.yml"
    if path.exists():
        _say(f"Er is al een voorbeeld '{slug}'. Geef het jouwe een eigen titel.")
        values.pop("titel")
        return _keep(project, values)
    write_whole(path, write(values).encode())
    found = [problem for problem in check_project(project).problems if problem.path == f"voorbeelden/{slug}.yml"]
    for problem in found:
        _say(str(problem))
    _say(f"\nHet staat in {path.relative_to(project).as_posix()}. Vul het aan in een teksteditor; zie docs/meedoen/ voor alle velden.")
    if resume and resume.name == _CONCEPT:
        resume.unlink(missing_ok=True)
    return 1 if any(problem.level == "fout" for problem in found) else 0


def _draft(resume: Path | None) -> dict[str, Any]:
    if resume is None:
        return {}
    document, problems = parse_bytes(resume.read_bytes(), str(resume))
    for problem in problems:
        _say(str(problem))
    return dict(document.value) if document else {}


def _keep(project: Path, values: Mapping[str, Any]) -> int:
    if values:
        write_whole(project / _CONCEPT, write(values).encode())
        _say(f"\nJe antwoorden staan in {_CONCEPT}. Ga verder met: praktijkwijzer new --verder {_CONCEPT}")
    return 130


def _faults(lists: Mapping[str, bytes], values: Mapping[str, Any], field: str) -> Sequence[str]:
    """What is wrong with one field of an unfinished entry."""
    name = "voorbeelden/nieuw.yml"
    # the texts that will cite the sources are not there yet
    cited = " ".join(f"[@{bron['sleutel']}]" for bron in values.get("bronnen", ()) if "sleutel" in bron)
    probe = {**values, "aanleiding": f"Zie {cited}."} if field == "bronnen" else values
    problems = check({**lists, name: write(probe).encode()}, today()).problems
    return [_told(problem) for problem in problems if problem.path == name and problem.level == "fout" and _about(problem, field)]


def _about(problem: Problem, field: str) -> bool:
    return problem.key == field or problem.key.startswith((f"{field}.", f"{field}["))


def _told(problem: Problem) -> str:
    return f"{problem.message} {problem.remedy}".strip()


def _say(text: str) -> None:
    print(text, file=sys.stderr)


class _Console:
    """Asks at a terminal, with completion of terms where the terminal has it."""

    def __init__(self) -> None:
        try:
            import readline
        except ImportError:
            # Windows has none; then one types the whole word
            self._readline: Any = None
            return
        self._readline = readline
        readline.set_completer_delims(",")
        readline.parse_and_bind("tab: complete")

    def __call__(self, question: Vraag) -> str:
        self._show(question)
        if question.lang:
            return self._long()
        while True:
            answer = self._line("> ", question.keuzes)
            if question.keuzes and answer.strip() == "?":
                for key, term in question.keuzes.items():
                    _say(f"  {key}: {term.label}")
                continue
            return answer

    def _show(self, question: Vraag) -> None:
        _say(f"\n{question.tekst}{'' if question.verplicht else ' (mag leeg)'}")
        _say(f"  {question.uitleg}" + (f" Bijvoorbeeld: {question.voorbeeld}" if question.voorbeeld else ""))
        if question.keuzes:
            _say("  Typ het begin en druk op Tab, of typ ? voor de hele lijst." + (" Meer dan een: met komma's." if question.meer else ""))
        if question.lang:
            _say(f"  Meer regels mag. Sluit af met een regel met alleen een punt ({STOP}). Niets bekend? Dan alleen de punt.")

    def _long(self) -> str:
        lines: list[str] = []
        while (line := self._line("| ", None)).strip() != STOP:
            lines.append(line)
        return "\n".join(lines)

    def _line(self, prompt: str, choices: Lijst | None) -> str:
        if self._readline:
            self._readline.set_completer(_completer(choices))
        return input(prompt)


def _completer(choices: Lijst | None) -> Any:
    def complete(part: str, state: int) -> str | None:
        found = matching(choices, part) if choices else []
        lead = " " if part.startswith(" ") else ""
        return lead + found[state] if state < len(found) else None

    return complete
