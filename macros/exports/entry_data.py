"""The whole entry as data, beside its page: `/voorbeelden/<slug>/voorbeeld.json`.

One JSON object in UTF-8. Its keys, always in this order:

- `slug`, `adres` (the permanent address) and `citaat` (how to cite the page in APA, as plain text);
- `licentie` and `naamsvermelding`: what one may do with it, and the line to put with it;
- `volledigheid` (`basis`, `verdiept` or `volledig`: how much is filled in) and `mogelijk_verouderd`
  (whether the facts were more than two years old when the site was made);
- `in_woorden`: `soort`, `plaats`, `fase` and `peildatum` as readers see them;
- `provincies`: ids, as they follow from the municipalities;
- every key of the entry's own YAML file, in the order of the model. What is not filled in is not there;
  texts are the small Markdown of the file, with citations as `[@sleutel]`;
- `labels`: what readers see for each id, per list (`labels.themas.eenzaamheid`); `voorbeelden` and
  `kennis` give titles, `organisaties` the spelling that the site uses.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.citing import work
from macros.citing.styles import apa
from macros.dates import in_words
from macros.exports.open_data.attribution import LICENTIE_ADRES, naamsvermelding_bij
from macros.model.leaves import references
from macros.views.cards import SOORTEN, fase_in_words, plaats_in_words


def entry_json(catalogue: Catalogue, site_url: str) -> list[bytes]:
    """Every entry as one line of JSON without its end, in the order of the catalogue."""
    data = (voorbeeld(catalogue, item, site_url) for item in catalogue.items)
    return [json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() for entry in data]


def entry_data(catalogue: Catalogue, entries: Sequence[bytes]) -> Iterator[tuple[str, bytes]]:
    """Path and content of the data file of every entry, from what `entry_json` gave."""
    for item, data in zip(catalogue.items, entries, strict=True):
        yield addresses.gegevens(item.slug), data + b"\n"


def voorbeeld(catalogue: Catalogue, item: Item, site_url: str) -> dict[str, Any]:
    """One entry in the shape that this module's docstring describes."""
    # what a file leaves out has its default
    own = item.data.model_dump(mode="json", exclude_defaults=True)
    provincies = catalogue.provincies(item)
    return {
        "slug": item.slug,
        "adres": site_url + addresses.voorbeeld(item.slug),
        "citaat": str(apa(work.voorbeeld(catalogue, item, site_url))),
        "licentie": LICENTIE_ADRES,
        "naamsvermelding": naamsvermelding_bij(item, site_url),
        "volledigheid": item.volledigheid,
        "mogelijk_verouderd": catalogue.is_stale(item),
        "in_woorden": {
            "soort": SOORTEN[item.data.type],
            "plaats": plaats_in_words(catalogue, item),
            "fase": fase_in_words(catalogue, item),
            "peildatum": in_words(item.data.peildatum),
        },
        "provincies": list(provincies),
        **own,
        "labels": _labels(catalogue, item, own),
    }


def _labels(catalogue: Catalogue, item: Item, own: dict[str, Any]) -> dict[str, dict[str, str]]:
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for naar, key in references(type(item.data), own):
        match naar:
            case "bron":
                pass
            case "werkwijze" | "voorbeeld":
                labels["voorbeelden"][key] = catalogue.by_slug[key].data.titel
            case "kennis":
                labels["kennis"][key] = catalogue.kennis_by_slug[key].data.titel
            case lijst:
                labels[lijst][key] = catalogue.lijsten[lijst].label(key)
    for key in catalogue.provincies(item):
        labels["provincies"][key] = catalogue.lijsten["provincies"].label(key)
    for party in item.data.organisaties:
        labels["organisaties"][party.naam] = catalogue.organisatienaam(party.naam)
    return {lijst: dict(sorted(labels[lijst].items())) for lijst in sorted(labels)}
