"""A citation as reference managers read it: BibTeX, RIS and CSL-JSON. All in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from macros.citing.work import Werk
from macros.indenting import indented

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TEX = str.maketrans(
    {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "&%$#_{}"}
)


def bibtex(work: Werk) -> str:
    """As `@misc`, which classic BibTeX and biblatex both know. Braces keep the capitals of titles and organisations."""
    year, month, day = _parts(work.datum)
    fields = {
        "author": " and ".join(_bibtex_name(name) for name in work.auteurs),
        "title": f"{{{_tex(work.titel)}}}",
        "year": year,
        "month": "",
        "day": day.lstrip("0"),
        "publisher": _tex(work.verschenen_in),
        # an address is taken as it is
        "url": work.adres,
        "language": "dutch",
        "abstract": _tex(work.samenvatting),
    }
    lines = [f"  {key} = {{{value}}},\n" for key, value in fields.items() if value]
    if month:
        # a name, so without braces
        lines.insert(3, f"  month = {_MONTHS[int(month) - 1]},\n")
    return f"@misc{{{work.sleutel},\n{''.join(lines)}}}\n"


def ris(work: Werk) -> str:
    """As an electronic source (`ELEC`), which Zotero, Mendeley and EndNote take as a web page."""
    parts = _parts(work.datum)
    lines = [
        ("TY", "ELEC"),
        ("ID", work.sleutel),
        *(("AU", name) for name in work.auteurs),
        ("TI", work.titel),
        ("T2", work.verschenen_in),
        ("PY", parts[0]),
        ("DA", "/".join(parts) + "/" if parts[0] else ""),
        ("UR", work.adres),
        ("LA", "nl"),
        ("AB", work.samenvatting),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines if value) + "ER  - \r\n"


def csl(work: Werk) -> dict[str, Any]:
    """One item of CSL-JSON 1.0, as an object."""
    item: dict[str, Any] = {
        "id": work.sleutel,
        "type": "webpage",
        "title": work.titel,
        "author": [_csl_name(name) for name in work.auteurs],
        "container-title": work.verschenen_in,
        "issued": {"date-parts": [[int(part) for part in _parts(work.datum) if part]]} if work.datum else None,
        "URL": work.adres,
        "language": "nl-NL",
        "abstract": work.samenvatting,
    }
    return {key: value for key, value in item.items() if value}


def csl_json(works: Sequence[Werk]) -> str:
    """A file of CSL-JSON: always a list."""
    return indented([csl(work) for work in works]) + "\n"


def _csl_name(name: str) -> dict[str, str]:
    """`Vries, P. de` → its parts: a particle that moves with the name is apart."""
    last, _, first = name.partition(", ")
    if not first:
        return {"literal": name}
    particle = re.search(r"(?<= )[a-z][a-z' ]*$", first)
    given = {"family": last, "given": first[: particle.start()].strip() if particle else first}
    return {**given, "non-dropping-particle": particle[0]} if particle else given


def _bibtex_name(name: str) -> str:
    """`Vries, P. de` → de Vries, P.; an organisation in braces, so that it stays whole."""
    found = _csl_name(name)
    if "literal" in found:
        return f"{{{_tex(name)}}}"
    particle = f"{found['non-dropping-particle']} " if "non-dropping-particle" in found else ""
    return _tex(f"{particle}{found['family']}, {found['given']}")


def _parts(date: str) -> tuple[str, str, str]:
    year, month, day = (*date.split("-"), "", "", "")[:3]
    return year, month, day


def _tex(text: str) -> str:
    return text.translate(_TEX)
