"""The text of an issue made with the form → the values of an entry, and what in the answers can't be read.

The text is data, whatever stands in it: nothing of it becomes a name, a command or a template here. What was not
answered is left out, or is `onbekend` where the model wants a text; the rules say what is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from macros.asking import free_key, place, to_term
from macros.dates import MAANDEN, last_day
from macros.inbox.form import VRAGEN, Vraag, choices
from macros.model.scalars import ONBEKEND
from macros.model.vocabulary import Lijst
from macros.naming import fold
from macros.problem import Problem

_NOTHING = {"", "_No response_", "None"}
_STORIES = ("aanleiding", "aanpak", "resultaten")
_MARK = re.compile(r"\[(\d{1,3})(?:,?\s*(?:p\.|blz\.|pagina)\s*(\d{1,4}))?\](?!\()", re.IGNORECASE)
_BULLET = re.compile(r"^(?:[-*•]|\[?\d{1,2}[.)\]])\s+")
_DUTCH_DATE = re.compile(rf"(?:(\d{{1,2}})\s+)?({'|'.join(MAANDEN)})\s+(\d{{4}})")
_SIGNS_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})")
_ISO_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_PAGE = "webpagina"
_MOST = 100
"""Lines in an answer that is a list."""


def sections(body: str) -> dict[str, str]:
    """Question id → answer, of what was answered. Headings that aren't the next question's belong to the answer.

    A form writes each question as `### label`, an empty line and the answer.
    """
    waiting = list(VRAGEN)
    found: dict[str, list[str]] = {}
    current: list[str] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        label = line[4:].strip() if line.startswith("### ") else None
        if label and (vraag := next((one for one in waiting if one.label == label), None)):
            current = found[vraag.id] = []
            del waiting[: waiting.index(vraag) + 1]
        else:
            current.append(line)
    answers = {key: "\n".join(lines).strip() for key, lines in found.items()}
    return {key: answer for key, answer in answers.items() if answer not in _NOTHING}


def entry(answers: Mapping[str, str], lijsten: Mapping[str, Lijst], path: str) -> tuple[dict[str, Any], list[Problem]]:
    """Answers by question → the values of an entry, and problems that only this form can have."""
    values: dict[str, Any] = {}
    for vraag in VRAGEN:
        answer = answers.get(vraag.id, "")
        if answer and (convert := _CONVERSIONS.get(vraag.id, _text(vraag))):
            values |= convert(vraag, answer, lijsten)
    problems = [*_too_many(answers, path), *_cite(values, path)]
    for field in _STORIES:
        values.setdefault(field, ONBEKEND)
    if "peildatum" not in values and (newest := _newest(values.get("bronnen", []))):
        values["peildatum"] = newest
    values["herkomst"] = "redactie"
    return values, problems


def to_date(text: str) -> str:
    """`26 maart 2024`, `26-3-2024` or `maart 2024` as it is written in an entry; anything else as it was typed."""
    typed = " ".join(fold(text).split())
    if match := _DUTCH_DATE.fullmatch(typed):
        day, month, year = match.groups()
        number = MAANDEN.index(month) + 1
        return f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"
    if match := _SIGNS_DATE.fullmatch(typed):
        return f"{match[3]}-{int(match[2]):02}-{int(match[1]):02}"
    return text.strip()


_Convert = Callable[[Vraag, str, Mapping[str, Lijst]], dict[str, Any]]


def _text(vraag: Vraag) -> _Convert:
    if vraag.lijst or vraag.id == "type":
        return _choice
    return _story if vraag.lang and vraag.id != "samenvatting" else _line


def _line(vraag: Vraag, answer: str, _: Mapping[str, Lijst]) -> dict[str, Any]:
    return {vraag.id: " ".join(answer.split())}


def _story(vraag: Vraag, answer: str, _: Mapping[str, Lijst]) -> dict[str, Any]:
    return {vraag.id: answer}


def _date(vraag: Vraag, answer: str, _: Mapping[str, Lijst]) -> dict[str, Any]:
    return {vraag.id: to_date(answer)}


def _choice(vraag: Vraag, answer: str, lijsten: Mapping[str, Lijst]) -> dict[str, Any]:
    known = choices(vraag, lijsten)
    lijst = lijsten.get(vraag.lijst, Lijst(vraag.lijst, {}))
    chosen = [known.get(part) or to_term(lijst, part) for part in (_chosen(answer, known) if vraag.meer else [answer])]
    return {vraag.id: chosen if vraag.meer else chosen[0]}


def _chosen(answer: str, known: Mapping[str, str]) -> Iterator[str]:
    """The parts of a row with commas between, of which the parts may have commas too."""
    rest = answer
    while rest:
        fits = [label for label in known if rest == label or rest.startswith(f"{label}, ")]
        part = max(fits, key=len) if fits else rest.partition(", ")[0]
        rest = rest[len(part) :].removeprefix(",").lstrip()
        if part.strip():
            yield part.strip()


def _place(_: Vraag, answer: str, lijsten: Mapping[str, Lijst]) -> dict[str, Any]:
    found = place(lijsten["gemeenten"], answer)
    return {"landelijk": "ja"} if isinstance(found, str) else {"plaats": found}


def _organisations(_: Vraag, answer: str, __: Mapping[str, Lijst]) -> dict[str, Any]:
    items = []
    for line in _rows(answer):
        name, _sign, role = line.partition(":")
        items.append({"naam": name.strip(), **({"rol": role.strip()} if role.strip() else {})})
    return {"organisaties": items}


def _sources(_: Vraag, answer: str, lijsten: Mapping[str, Lijst]) -> dict[str, Any]:
    items: list[dict[str, Any]] = []
    for line in _rows(answer):
        item = _source(line, lijsten["bronsoorten"])
        if set(item) == {"url", "soort"} and items and "url" not in items[-1]:
            items[-1]["url"] = item["url"]  # the address on a line of its own
            continue
        items.append({"sleutel": free_key(item, items), **item})
    return {"bronnen": items}


def _source(line: str, kinds: Lijst) -> dict[str, Any]:
    """Title and publisher by their order; date, address and kind by what they look like."""
    item: dict[str, Any] = {}
    rest: list[str] = []
    for part in (piece.strip() for piece in line.split(";" if ";" in line else ",", 11)):
        date = to_date(part)
        if part.lower().startswith(("http://", "https://")) and "url" not in item:
            item["url"] = part
        elif _ISO_DATE.fullmatch(date) and "datum" not in item:
            item["datum"] = date
        elif rest and "soort" not in item and (kind := kinds.named(part)):
            item["soort"] = kind
        elif part:
            rest.append(part)
    item |= dict(zip(("titel", "uitgever"), (rest[0], "; ".join(rest[1:])) if len(rest) > 1 else rest, strict=False))
    if "url" in item:
        item.setdefault("soort", _PAGE)
    return item


def _rows(answer: str) -> list[str]:
    rows = (_BULLET.sub("", line.strip()).strip() for line in answer.split("\n"))
    return [row for row in rows if row][:_MOST]


def _too_many(answers: Mapping[str, str], path: str) -> Iterator[Problem]:
    for field in ("organisaties", "bronnen"):
        if answers.get(field, "").count("\n") >= _MOST:
            yield Problem(path, 1, 1, field, f"Dit zijn meer dan {_MOST} regels.", "Noem alleen de belangrijkste.")


def _cite(values: dict[str, Any], path: str) -> Iterator[Problem]:
    """Make citations of the numbers in the texts; with one source, also where a paragraph has none."""
    keys = [str(item["sleutel"]) for item in values.get("bronnen", [])]
    for field in (*_STORIES, "geleerd", "gestopt"):
        text = values.get(field)
        if not isinstance(text, str):
            continue
        for number in dict.fromkeys(int(match[1]) for match in _MARK.finditer(text)):
            if not 1 <= number <= len(keys):
                message = f"Hier staat [{number}], maar bij de bronnen staat geen regel {number}."
                yield Problem(path, 1, 1, field, message, "Verander het nummer, of voeg de bron toe.")
        cited = _MARK.sub(lambda match: _citation(match, keys), text)
        if len(keys) == 1 and cited == text and text.strip().lower() != ONBEKEND:
            cited = "\n\n".join(_with_source(part, keys[0]) for part in re.split(r"\n{2,}", text) if part.strip())
        values[field] = {"reden": cited} if field == "gestopt" else cited


def _citation(match: re.Match[str], keys: list[str]) -> str:
    number = int(match[1])
    if not 1 <= number <= len(keys):
        return match[0]
    return f"[@{keys[number - 1]}, p. {match[2]}]" if match[2] else f"[@{keys[number - 1]}]"


def _with_source(paragraph: str, key: str) -> str:
    text = paragraph.rstrip()
    if text.endswith("]"):
        return text
    sign = text[-1] if text[-1] in ".!?" else ""
    return f"{text.removesuffix(sign)} [@{key}]{sign or '.'}"


def _newest(sources: list[dict[str, Any]]) -> str:
    dated = [str(item["datum"]) for item in sources if "datum" in item]
    try:
        return max(dated, key=last_day, default="")
    except ValueError:
        return ""


_CONVERSIONS: dict[str, _Convert | None] = {
    "plaats": _place,
    "organisaties": _organisations,
    "bronnen": _sources,
    "start": _date,
    "peildatum": _date,
    "geld": None,
    "rol": None,
}
"""How answers are read that aren't a text or a choice; what has None stays in the issue, for a person."""
