"""One run of the link check: collect, visit what is due, remember every verdict, and tell what needs a human."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from macros.files import read_texts, write_whole
from macros.weblinks import archive, memory
from macros.weblinks.collecting import Plek, collect, replaced
from macros.weblinks.judging import Antwoord, Oordeel, judge
from macros.weblinks.standing import Stand, after_visit, is_due, with_archive
from macros.weblinks.visiting import Bezoeker, Grenzen, new_client

Say = Callable[[str], None]
_FIRST = 10
"""When so many addresses in a row give no answer at all, it is our own connection that fails."""


class NoConnectionError(Exception):
    """Not one site answers: nothing can be said of the addresses."""


@dataclass(frozen=True)
class Run:
    """What a run works with. `day` is the day of the visits; `archive_service` the address of the archive's API."""

    project: Path
    day: datetime.date
    grenzen: Grenzen = field(default_factory=Grenzen)
    alles: bool = False
    archive_service: str = archive.SERVICE


def run(options: Run, say: Say) -> tuple[dict[str, Stand], dict[str, tuple[Plek, ...]]]:
    """Visit and remember. Gives every standing and every address with its places. Raises DamagedMemoryError, NoConnectionError."""
    places = content_addresses(options.project)
    known = memory.read_standings(options.project)
    due = [address for address in places if options.alles or is_due(known.get(address), options.day)]
    say(f"{len(due)} van {len(places)} adressen worden bezocht …")
    # in a thread of its own: who calls us may have an event loop going already
    with ThreadPoolExecutor(max_workers=1) as pool:
        pool.submit(asyncio.run, _visit(options, due, known, say)).result()
    kept = {address: known[address] for address in places if address in known}
    memory.write_standings(options.project, kept)
    return kept, places


def content_addresses(project: Path) -> dict[str, tuple[Plek, ...]]:
    """Every external address in the entries, lists and handwritten pages, with its places."""
    return collect(read_texts(project))


async def _visit(options: Run, due: Sequence[str], known: dict[str, Stand], say: Say) -> None:
    async with new_client("praktijkwijzer-links/1.0 (linkcontrole van een kennissite)") as client:
        visitor = Bezoeker(client, options.grenzen)
        silent: list[tuple[str, Antwoord]] | None = []
        number = 0
        async for address, answer in visitor.visit_all(due):
            number += 1
            if silent is not None:
                # nothing is remembered until at least one site has shown that we are connected
                silent.append((address, answer))
                if answer.status == 0:
                    if len(silent) == min(_FIRST, len(due)):
                        raise NoConnectionError
                    continue
                ready, silent = silent, None
            else:
                ready = [(address, answer)]
            for one, its_answer in ready:
                known[one] = await _stand(client, options, known.get(one), one, its_answer)
                memory.note(options.project, known[one])
            if number % 50 == 0 or number == len(due):
                say(f"  {number} van {len(due)}")


async def _stand(client: httpx.AsyncClient, options: Run, before: Stand | None, address: str, answer: Antwoord) -> Stand:
    stand = after_visit(before, address, judge(address, answer), options.day)
    if stand.oordeel is Oordeel.WEG and not stand.archief:
        stand = with_archive(stand, await archive.kept_copy(client, address, options.archive_service))
    return stand


def fix(project: Path, standings: Mapping[str, Stand], places: Mapping[str, Sequence[Plek]]) -> list[tuple[str, str]]:
    """Write the new address wherever one has moved for good. Gives the pairs that were changed."""
    moved = [(stand.adres, stand.nieuw_adres) for stand in standings.values() if stand.oordeel is Oordeel.VERHUISD]
    for old, new in moved:
        for name in sorted({place.bestand for place in places.get(old, ())}):
            path = project / name
            write_whole(path, replaced(path.read_bytes(), old, new))
    return moved
