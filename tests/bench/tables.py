"""Tables and numbers on the page about speed, as its Markdown has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any


def names(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The programs in rows, in their order."""
    return list(dict.fromkeys(row["naam"] for row in rows))


def table(naam: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table that scrolls by itself where it is wider than the screen; by keyboard too."""
    lines = "\n".join(_lines(heads, rows))
    return f'<div class="pw-schuif" tabindex="0" role="region" aria-label="Tabel: {naam}" markdown>\n\n{lines}\n\n</div>'


def _lines(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    # no alignment here: Markdown would write it as a style, which the policy of the site refuses
    yield f"|{' --- |' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |"


def number(value: float, decimals: int) -> str:
    """A number as Dutch writes it."""
    return f"{value:.{decimals}f}".replace(".", ",")


def thousands(value: int) -> str:
    """A whole number with points between thousands."""
    return f"{value:,}".replace(",", ".")
