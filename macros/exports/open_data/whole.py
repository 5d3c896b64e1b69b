"""The whole catalogue as one JSON file, and back again.

`voorbeelden` holds each entry as in its own `voorbeeld.json`, `kennis` each knowledge page with its Markdown, `lijsten`
every vocabulary. `schemas` describes all of it. Nothing is lost: `read_back` gives the same catalogue.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any

from macros import addresses
from macros.catalogue import Catalogue, Item, KennisItem
from macros.exports.open_data.attribution import LICENTIE_ADRES, NAAM, VERSIE, bijgewerkt, naamsvermelding
from macros.model.entry import KINDS
from macros.model.knowledge import Kennis
from macros.model.vocabulary import LISTS, Lijst


def whole(catalogue: Catalogue, site_url: str, entries: Sequence[bytes]) -> bytes:
    """The file; each entry stands on a line of its own."""
    head = compact({**_head(catalogue, site_url, "catalogus"), "voorbeelden": []})[:-2]
    rest = compact({"kennis": _kennis(catalogue, site_url), "lijsten": _lijsten(catalogue), "verloren_bronnen": dict(catalogue.verloren)})
    return b"".join((head, b"\n", b",\n".join(entries), b"\n],\n", rest[1:], b"\n"))


def whole_lists(catalogue: Catalogue, site_url: str) -> bytes:
    """Only the vocabularies."""
    return compact({**_head(catalogue, site_url, "lijsten"), "lijsten": _lijsten(catalogue)}) + b"\n"


def read_back(data: Mapping[str, Any], today: datetime.date) -> Catalogue:
    """The catalogue that `whole` wrote, as it is on a day. Raises pydantic's ValidationError when the data is something else."""
    lijsten = {
        naam: Lijst(naam, {key: LISTS[naam].model_validate(term) for key, term in terms.items()}) for naam, terms in data["lijsten"].items()
    }
    items = tuple(Item(entry["slug"], _own(KINDS[entry["type"]], entry)) for entry in data["voorbeelden"])
    kennis = tuple(KennisItem(page["slug"], _own(Kennis, {**page, "render_macros": "true"}), page["tekst"]) for page in data["kennis"])
    return Catalogue(items, kennis, lijsten, today, data["verloren_bronnen"])


def _own(model: Any, data: Mapping[str, Any]) -> Any:
    return model.model_validate({name: value for name, value in data.items() if name in model.model_fields})


def _head(catalogue: Catalogue, site_url: str, schema: str) -> dict[str, Any]:
    return {
        "$schema": site_url + addresses.data(f"schema/{schema}.schema.json"),
        "naam": NAAM,
        "versie": VERSIE,
        "bijgewerkt": bijgewerkt(catalogue),
        "licentie": LICENTIE_ADRES,
        "naamsvermelding": naamsvermelding(site_url),
    }


def _kennis(catalogue: Catalogue, site_url: str) -> list[dict[str, Any]]:
    return [
        {
            "slug": page.slug,
            "adres": site_url + addresses.kennis(page.slug),
            **page.data.model_dump(mode="json", exclude_defaults=True, exclude={"render_macros"}),
            "tekst": page.tekst,
        }
        for page in catalogue.kennis
    ]


def _lijsten(catalogue: Catalogue) -> dict[str, Any]:
    return {
        naam: {key: term.model_dump(mode="json", exclude_defaults=True) for key, term in catalogue.lijsten[naam].items()} for naam in LISTS
    }


def compact(value: Any) -> bytes:
    """A value as JSON without spaces."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
