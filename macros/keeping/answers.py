"""What the workshop tells `serve`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Answer:
    """What came of a look at the content."""

    fouten: str = ""
    """What is wrong, in words; then nothing is shown."""
    adressen: tuple[str, ...] = ()
    """The pages that are on the site now as the content says."""
    klaar: bool = False
    """Whether this was all; says nothing else."""
