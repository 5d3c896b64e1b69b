"""A contribution as data: what it changes in the content, carried from the job that ran its code to the one that tells of it.

The first job is the contributor's; nothing that comes from it is believed. So it hands over no report and no page,
only the changed texts in one JSON file, and the report is made of those by our own code.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from macros.checking import check
from macros.comparing import compare, other_files, to_markdown
from macros.problem import Problem, count
from macros.quoting import code
from macros.reading import MAX_BYTES

MARK = "<!-- praktijkwijzer: verslag -->"
"""The first line of our comment, by which the next one finds it."""

MAX_JSON = 8 * 1024 * 1024
_MAX_FILES = 500
_MAX_COMMENT = 60_000
"""GitHub takes 65,536 characters."""
_SHOWN = 50
_NAME = r"[\w .'-]{1,150}"
_PATH = re.compile(rf"voorbeelden/(?:_lijsten/)?{_NAME}\.yml|docs/(?:{_NAME}/){{0,3}}{_NAME}\.md")
"""Wide enough for names with a mistake in them, which the check then tells."""


class UntrustedError(Exception):
    """The data isn't what our own first job makes; the message is Dutch and holds nothing of the data."""


def to_json(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> bytes:
    """The files that differ: path → bytes in base64, or null for a file that is gone."""
    changed = {
        path: base64.b64encode(after[path]).decode() if path in after else None
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    }
    return json.dumps(changed, indent=1).encode()


def from_json(data: bytes) -> dict[str, bytes | None]:
    """The files of a contribution, whoever made the data. Raises UntrustedError for anything that `to_json` can't have made.

    Paths are compared with what a content file can be called, and are never used on a disk.
    """
    if len(data) > MAX_JSON:
        raise UntrustedError("De gegevens van deze wijziging zijn te groot.")
    try:
        found: Any = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UntrustedError("De gegevens van deze wijziging zijn geen JSON.") from error
    if not isinstance(found, dict) or len(found) > _MAX_FILES:
        raise UntrustedError(f"Deze wijziging raakt meer dan {_MAX_FILES} bestanden, of haar gegevens hebben de verkeerde vorm.")
    return {path: _content(value) for path, value in found.items() if _PATH.fullmatch(path)}


def _content(value: Any) -> bytes | None:
    if value is None:
        return None
    try:
        # more than the limit of one file is not needed to see that it is too large
        return base64.b64decode(value, validate=True)[: MAX_BYTES + 1024]
    except (TypeError, ValueError, binascii.Error) as error:
        raise UntrustedError("De gegevens van deze wijziging hebben de verkeerde vorm.") from error


def comment(base: Mapping[str, bytes], changed: Mapping[str, bytes | None], today: datetime.date, *, run: str, built: bool) -> str:
    """What a contribution changes for readers, what is wrong with it and where its preview is, as the text of a comment.

    `base` is the content as it is without it, `run` the address of the run that built it.
    """
    after = {path: data for path, data in {**base, **changed}.items() if data is not None}
    known = {one for one in _problems(base, today) if one.path not in changed}
    problems = [one for one in _problems(after, today) if one not in known]
    told = to_markdown(compare(base, after), other_files(base, after))
    return _fitting([MARK, _verdict(problems, built=built), _preview(run, built=built)], told)


def without_report(fault: str, run: str) -> str:
    """The text of a comment when there is nothing to report on."""
    return f"{MARK}\n\nHiervan is geen verslag gemaakt. {fault} Wat er gebeurde, staat [in de uitvoer van de controle]({run}).\n"


def _problems(texts: Mapping[str, bytes], today: datetime.date) -> Sequence[Problem]:
    """What is wrong with the content among all texts, and with the macros on its pages."""
    return check({path: data for path, data in texts.items() if path.startswith(("voorbeelden/", "docs/"))}, today).problems


def _verdict(problems: Sequence[Problem], *, built: bool) -> str:
    faults = [one for one in problems if one.level == "fout"]
    shown = [*faults, *(one for one in problems if one.level != "fout")][:_SHOWN]
    rest = [f"- En nog {len(problems) - _SHOWN} andere."] if len(problems) > _SHOWN else []
    lines = [f"- {code(f'{one.path}:{one.line}')} {code(f'{one.message} {one.remedy}')}" for one in shown] + rest
    if faults:
        head = f"Dank je wel voor je bijdrage! {count(len(faults), 'ding moet', 'dingen moeten')} nog anders voor zij erbij kan:"
        tail = "Pas het bestand aan in deze zelfde tak; daarna kijk ik vanzelf opnieuw. Kom je er niet uit? Vraag het gerust hieronder."
        return "\n".join([head, "", *lines, "", tail])
    head = "Dank je wel voor je bijdrage! De inhoud klopt met de regels." if built else _NOT_BUILT
    return "\n".join([head, "", "Dit mag nog beter, maar het hoeft niet:", "", *lines]) if lines else head


_NOT_BUILT = (
    "Dank je wel voor je bijdrage! De inhoud klopt met de regels, maar de site kon er niet mee gemaakt worden. Een redacteur kijkt ernaar."
)


def _preview(run: str, *, built: bool) -> str:
    if not built:
        return f"Er is nog geen voorvertoning. Wat er misging, staat [in de uitvoer van de controle]({run})."
    return (
        f"**Voorvertoning:** download `site` onderaan [deze pagina]({run}#artifacts) (je moet ingelogd zijn) en pak het bestand uit. "
        "Start dan in die map `python3 -m http.server` en open `http://localhost:8000`."
    )


def _fitting(parts: Sequence[str], told: str) -> str:
    """The parts and the report; a report that is too long is left out, for half a code block would break open."""
    whole = "\n\n".join([*parts, told])
    if len(whole) <= _MAX_COMMENT:
        return whole
    return "\n\n".join([*parts, "Er verandert te veel om hier te tonen. Bekijk de bestanden zelf.\n"])
