"""What the page that compares entries shows of each: `/voorbeelden/<slug>/vergelijking.json`.

`titel`, `adres`, and `velden`: for every field `[group, name, values, none]`. Every entry has the same
fields in the same order. A value is a text, or a text with the address of its page, from the root of
the site. `none` is what stands there when there are no values; when it is empty, a field that no entry
fills is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.views.cards import Tag
from macros.views.comparison import velden


def comparison_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and content of the file of every entry."""
    return (comparison_file(catalogue, item) for item in catalogue.items)


def comparison_file(catalogue: Catalogue, item: Item) -> tuple[str, str]:
    """Path and content of the file of one entry."""
    fields = [[veld.groep, veld.naam, [_value(value) for value in veld.waarden], veld.leeg] for veld in velden(catalogue, item)]
    data = {"titel": item.data.titel, "adres": addresses.voorbeeld(item.slug), "velden": fields}
    return addresses.vergelijking(item.slug), json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _value(value: Tag | str) -> Any:
    return value if isinstance(value, str) else [value.label, value.adres]
