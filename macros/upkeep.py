"""What needs maintenance, as text for a person and as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from macros.views.worklists import Werklijst


def to_text(lists: Sequence[Werklijst], entries: int) -> str:
    """A line for each list with its share of all entries, then each list with its entries and the reason."""
    return "".join(f"{line}\n" for line in _lines(lists, entries))


def to_json(lists: Sequence[Werklijst], entries: int) -> str:
    """An object with the number of entries and the lists, each with its entries, their address and the reason."""
    told = [
        {
            "id": found.id,
            "kop": found.kop,
            "aantal": found.aantal,
            "voorbeelden": [{"titel": work.titel, "adres": work.adres, "reden": work.reden} for work in found.eerste],
        }
        for found in lists
    ]
    return json.dumps({"voorbeelden": entries, "lijsten": told}, ensure_ascii=False, indent=2) + "\n"


def _lines(lists: Sequence[Werklijst], entries: int) -> Iterator[str]:
    yield f"{entries} voorbeelden"
    for found in lists:
        yield f"{found.aantal:>5}  {found.kop}"
    for found in lists:
        yield ""
        yield f"{found.kop} ({found.aantal})"
        yield found.uitleg
        for work in found.eerste:
            yield f"- {work.titel}: {work.reden}"
            yield f"  {work.adres}"
