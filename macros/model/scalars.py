"""The kinds of single values in an entry: lines, prose, dates, addresses, yes/no, references.

Everything arrives as text (`reading` never guesses types); each kind here says what is allowed,
in Dutch, and how editors see it in the JSON Schema.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple, cast
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, GetCoreSchemaHandler, StringConstraints, WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from macros.dates import MAANDEN
from macros.naming import slugify

ONBEKEND = "onbekend"
_UNKNOWN = {ONBEKEND, "n.v.t", "nvt", "niet bekend", "?", "-", "geen", "nog invullen", "…", ""}

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_VALUE = re.compile(rf"(?:{_NUMBER})(?:-(?:{_NUMBER}))?", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_WRITTEN_DATE = re.compile(r"(?:(\d{1,2})[-/. ]+)?(\d{1,2}|[A-Za-z]{3,9})[-/. ]+(\d{4})", re.ASCII)
_EMAIL = re.compile(r"[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
# what nearly every address looks like, and what every check below accepts
_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[A-Za-z0-9/._~%?=&+,;-]*)?", re.ASCII)
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Verwijzing(NamedTuple):
    """Marks a text field as the id of something: a list in `_lijsten/`, or another page.

    `naar` is the name of a list, or one of `werkwijze`, `voorbeeld`, `kennis`, `bron`.
    """

    naar: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """As the text it is, but never empty: an empty id is the id of nothing."""
        schema: Any = handler(source)
        if schema["type"] == "str":
            schema.setdefault("min_length", 1)
        return cast("CoreSchema", schema)


@dataclass(frozen=True)
class Hoogstens:
    """The usual limit in characters; a field with a `max_length` of its own keeps that.

    (A `max_length` in `StringConstraints` would win from the field's, silently.)
    """

    tekens: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        schema: Any = handler(source)
        schema.setdefault("max_length", self.tekens)
        return cast("CoreSchema", schema)


def fout(message: str, remedy: str = "") -> PydanticCustomError:
    """The error a validator raises; message and remedy reach the contributor as they stand."""
    return PydanticCustomError("praktijkwijzer", "{bericht}", {"bericht": message, "remedie": remedy})


def _check_line(value: str) -> str:
    if "\n" in value:
        raise fout("moet op één regel staan", "Haal de regeleinden weg of gebruik een lange-tekstveld.")
    return value


def _check_date(value: str) -> str:
    match = _DATE.fullmatch(value)
    if not match:
        remedy = f"Schrijf {meant}." if (meant := _meant(value)) else "Schrijf bijvoorbeeld 2024-03-26, 2024-03 of 2024."
        raise fout(f"moet een datum zijn als jjjj-mm-dd, jjjj-mm of jjjj, niet '{value}'", remedy)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month_exists = month is None or 1 <= month <= 12
    if not 1800 <= year <= 2100 or not month_exists:
        raise fout(f"moet een bestaande datum zijn, niet '{value}'", "Controleer jaar en maand.")
    if day is not None and month is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        raise fout(f"moet een bestaande datum zijn, niet '{value}'", "Controleer de dag van de maand.")
    return value


def _meant(value: str) -> str:
    """A date that is written as people do, `15-3-2026` or `maart 2026`, in our way; nothing when it is none."""
    if not (match := _WRITTEN_DATE.fullmatch(value)):
        return ""
    day, name, year = match.groups()
    months = [name.lower() in (full, full[:3], full[0] + full[3:5]) for full in MAANDEN]
    month = int(name) if name.isdigit() else [*months, True].index(True) + 1
    if not (1 <= month <= 12 and 1800 <= int(year) <= 2100) or (day and not 1 <= int(day) <= calendar.monthrange(int(year), month)[1]):
        return ""
    return f"{year}-{month:02}-{int(day):02}" if day else f"{year}-{month:02}"


def _check_full_date(value: str) -> str:
    if len(_check_date(value)) != 10:
        raise fout(f"moet een volledige datum zijn (jjjj-mm-dd), niet '{value}'", "Vul ook maand en dag in.")
    return value


def _check_url(value: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(value):
        return value
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        parts, host = None, ""
    if parts is None or parts.scheme not in {"http", "https"} or "." not in host:
        raise fout(
            f"moet een webadres zijn dat met https:// begint, niet '{shorten(value)}'",
            "Kopieer het hele adres uit de adresbalk van de browser.",
        )
    if parts.username or parts.password:
        raise fout("mag geen gebruikersnaam of wachtwoord in het webadres hebben", "Haal het deel voor de @ weg.")
    if re.search(r"[\s<>\"'`{}|\\^]", value):
        raise fout("bevat een teken dat niet in een webadres hoort", "Kopieer het adres opnieuw uit de browser.")
    return value


def _check_email(value: str) -> str:
    if not _EMAIL.fullmatch(value.lower()):
        raise fout(f"moet een e-mailadres zijn, niet '{shorten(value)}'", "Schrijf bijvoorbeeld info@voorbeeld.nl.")
    return value


def _check_slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise fout(
            f"mag alleen kleine letters, cijfers en streepjes hebben, niet '{shorten(value)}'",
            f"Schrijf '{slugify(value)}', ook waar je ernaar verwijst.",
        )
    return value


def _check_value(value: str) -> str:
    if not _VALUE.fullmatch(value):
        raise fout(
            f"moet een getal zijn zoals 70, 1.250 of 1,6, of een bereik zoals 50-60, niet '{shorten(value)}'",
            "Zet woorden als 'ruim' of 'ongeveer' in 'nuance' en de eenheid in 'eenheid'.",
        )
    return value


def _parse_yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if value in ("ja", "nee"):
        return value == "ja"
    found = f"'{shorten(value)}'" if isinstance(value, str) else "een lijst of groep velden"
    raise fout(f"moet ja of nee zijn, niet {found}", "Schrijf ja of nee, zonder aanhalingstekens.")


def means_unknown(text: str) -> bool:
    """Whether somebody typed a word for not knowing it."""
    return text.strip().rstrip(".").lower() in _UNKNOWN and bool(text.strip())


def shorten(value: str, length: int = 60) -> str:
    """The text on one line, cut with an ellipsis so that a message stays readable."""
    flat = " ".join(value.split())
    return flat if len(flat) <= length else flat[: length - 1].rstrip() + "…"


_DATE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
        # YAML editors read a bare year as a whole number
        {"type": "integer", "minimum": 1800, "maximum": 2100},
    ]
}

Regel = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Hoogstens(300), AfterValidator(_check_line)]
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), Hoogstens(6000)]
Slug = Annotated[str, AfterValidator(_check_slug)]
Datum = Annotated[str, AfterValidator(_check_date), WithJsonSchema(_DATE_SCHEMA)]
VolledigeDatum = Annotated[
    str,
    AfterValidator(_check_full_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Webadres = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=2000),
    AfterValidator(_check_url),
    WithJsonSchema({"type": "string", "pattern": "^https?://"}),
]
Mailadres = Annotated[str, AfterValidator(_check_email), WithJsonSchema({"type": "string", "format": "email"})]
JaNee = Annotated[bool, BeforeValidator(_parse_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]
Waarde = Annotated[
    str,
    AfterValidator(_check_value),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^[\d.,-]+$"}, {"type": "number"}]}),
]
