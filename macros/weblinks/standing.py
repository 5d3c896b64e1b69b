"""How an address stands over time: one bad day is no reason to call a source lost. Pure."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from macros.weblinks.judging import Bevinding, Oordeel

_FAILURES = 3
_SPREAD = datetime.timedelta(days=14)
_FRESH = datetime.timedelta(days=28)


@dataclass(frozen=True)
class Stand:
    """What is remembered of an address. Dates are days of visits."""

    adres: str
    oordeel: Oordeel
    bezocht: datetime.date
    sinds: datetime.date
    """Since when this verdict holds."""
    reden: str = ""
    nieuw_adres: str = ""
    mislukt: tuple[datetime.date, ...] = ()
    """The days on which it failed, since it last worked."""
    archief: str = ""
    """A kept copy elsewhere, looked up when the source was lost."""

    @property
    def is_verloren(self) -> bool:
        """Gone for good: failed on three days at least, the first and last two weeks apart."""
        return self.oordeel is Oordeel.WEG and _lasting(self.mislukt)

    @property
    def vraagt_aandacht(self) -> bool:
        """Whether a human has something to do."""
        return self.is_verloren or self.oordeel in (Oordeel.VERHUISD, Oordeel.ANKER_WEG) or _lasting(self.mislukt)


def after_visit(before: Stand | None, address: str, found: Bevinding, day: datetime.date) -> Stand:
    """The standing of an address after a visit on `day`; `before` is what was remembered of it."""
    failed = found.oordeel in (Oordeel.WEG, Oordeel.HAPERT)
    earlier = before.mislukt if before else ()
    since = before.sinds if before and before.oordeel is found.oordeel else day
    return Stand(
        adres=address,
        oordeel=found.oordeel,
        bezocht=day,
        sinds=since,
        reden=found.reden,
        nieuw_adres=found.nieuw_adres,
        # the first and the last failures tell how long; the days between don't
        mislukt=_kept((*earlier, day)) if failed else (),
        archief=before.archief if before and failed else "",
    )


def with_archive(stand: Stand, archief: str) -> Stand:
    """The standing with the address of a kept copy."""
    return replace(stand, archief=archief)


def is_due(before: Stand | None, day: datetime.date) -> bool:
    """Whether an address is to be visited: new, in doubt and not yet visited today, or last seen four weeks ago."""
    if before is None:
        return True
    if before.mislukt or before.oordeel is Oordeel.GEBLOKKEERD:
        return before.bezocht < day
    return day - before.bezocht >= _FRESH


def _kept(days: tuple[datetime.date, ...]) -> tuple[datetime.date, ...]:
    distinct = tuple(sorted(set(days)))
    return distinct if len(distinct) <= 4 else (*distinct[:2], *distinct[-2:])


def _lasting(days: tuple[datetime.date, ...]) -> bool:
    return len(days) >= _FAILURES and days[-1] - days[0] >= _SPREAD
