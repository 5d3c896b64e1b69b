"""What Pagefind would have to read to make our index itself: a page of HTML per document, with its words by what they weigh."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from macros.finding.pieces import Register


def pages_for_pagefind(register: Register) -> Mapping[str, str]:
    """Path → HTML."""
    words: dict[int, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, places in register.woorden.items():
        for place in places:
            page, weight = divmod(place, 64)
            words[page][weight].append(word)
    return {f"{str(page['url']).strip('/')}/index.html": _html(words[number]) for number, page in enumerate(register.paginas)}


def _html(words: Mapping[int, list[str]]) -> str:
    body = "".join(f'<p data-pagefind-weight="{weight / 4}">{" ".join(found)}</p>' for weight, found in sorted(words.items()))
    return f'<!doctype html><html lang="nl"><body data-pagefind-body>{body}</body></html>'
