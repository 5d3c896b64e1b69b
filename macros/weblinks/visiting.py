"""Visit addresses politely: many hosts at once, one request per host at a time, and no more than needed.

Every visit is a GET of which only the beginning is read: a HEAD is refused or answered wrongly by too many
sites, and a page that says "not found" with status 200 shows it only in its text. Client: httpx.
"""

from __future__ import annotations

import asyncio
import email.utils
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx

from macros.weblinks.judging import Antwoord

_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_MARGIN = 0.5
"""Seconds in which a connection that is being made is given up before its visit is."""
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@dataclass(frozen=True)
class Grenzen:
    """How patient and how fast. Times in seconds."""

    hosts: int = 64
    pauze: float = 1.0
    """Between two requests to one host."""
    geduld: float = 20.0
    """For one visit, redirects and reading included."""
    wachten: float = 60.0
    """The longest Retry-After that is waited for."""
    pogingen: int = 3
    omleidingen: int = 10
    bytes: int = 300_000


class Bezoeker:
    """Visits addresses; remembers per host when it was last asked."""

    def __init__(self, client: httpx.AsyncClient, grenzen: Grenzen) -> None:
        """`client` must not follow redirects by itself."""
        self._client = client
        self._grenzen = grenzen
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._last: dict[str, float] = {}

    async def visit_all(self, addresses: Iterable[str]) -> AsyncIterator[tuple[str, Antwoord]]:
        """Each address with its answer, in the order in which they come."""
        groups: dict[str, list[str]] = defaultdict(list)
        for address in addresses:
            groups[urlsplit(address).netloc.lower()].append(address)
        done: asyncio.Queue[tuple[str, Antwoord]] = asyncio.Queue()
        places = asyncio.Semaphore(self._grenzen.hosts)

        async def visit_host(group: list[str]) -> None:
            async with places:
                for address in group:
                    await done.put((address, await self.visit(address)))

        # the hosts with most addresses first, so that the last one to finish isn't a long one
        tasks = [asyncio.create_task(visit_host(group)) for group in sorted(groups.values(), key=len, reverse=True)]
        try:
            for _ in range(sum(len(group) for group in groups.values())):
                yield await _next(done, tasks)
        finally:
            for task in tasks:
                task.cancel()

    async def visit(self, address: str) -> Antwoord:
        """One address, tried again when the site asks for it or falters."""
        answer = Antwoord(storing="niet bezocht")
        for attempt in range(1, self._grenzen.pogingen + 1):
            answer = await self._attempt(address)
            wait = self._wait(answer, attempt)
            if wait is None or attempt == self._grenzen.pogingen:
                break
            await asyncio.sleep(wait)
        return answer

    def _wait(self, answer: Antwoord, attempt: int) -> float | None:
        """Seconds until the next attempt; None when another one is of no use now."""
        if answer.status in (429, 503) and (asked := _retry_after(answer.kop)) is not None:
            return asked if asked <= self._grenzen.wachten else None
        if answer.status in (429, 500, 502, 503, 504) or (answer.status == 0 and answer.storing.startswith("de verbinding")):
            return self._grenzen.pauze * attempt
        return None

    async def _attempt(self, address: str) -> Antwoord:
        deadline = time.monotonic() + self._grenzen.geduld
        try:
            # a little later than the deadline itself: see `_get`
            async with asyncio.timeout(self._grenzen.geduld + _MARGIN):
                return await self._follow(address.partition("#")[0], deadline)
        except (TimeoutError, httpx.TimeoutException):
            return Antwoord(storing=f"geen antwoord binnen {self._grenzen.geduld:g} seconden")
        except httpx.ConnectError as error:
            return _no_connection(error)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError):
            return Antwoord(storing="dit is geen geldig webadres")
        except (httpx.HTTPError, httpx.StreamError, OSError):
            return Antwoord(storing="de verbinding werd verbroken")

    async def _follow(self, address: str, deadline: float) -> Antwoord:
        # a site may set a cookie and ask for the same page again
        seen, for_good, here = {(address, self._cookies())}, True, address
        for number in range(self._grenzen.omleidingen + 1):
            status, head, body = await self._get(here, deadline)
            target = head.get("location", "")
            if status not in _REDIRECTS or not target:
                return Antwoord(status, here, for_good, number, head, body)
            here = urljoin(here, target).partition("#")[0]
            for_good = for_good and status in _FOR_GOOD
            if urlsplit(here).scheme not in ("http", "https"):
                return Antwoord(storing="de site stuurt door naar iets anders dan een webpagina")
            if (here, self._cookies()) in seen:
                return Antwoord(storing="de site stuurt in een kring door")
            seen.add((here, self._cookies()))
        return Antwoord(storing="de site blijft maar doorsturen")

    def _cookies(self) -> int:
        return len(self._client.cookies.jar)

    async def _get(self, address: str, deadline: float) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(address)
        # httpx lets a port above 65535 through to the socket; here it is a ValueError
        _, host = parts.port, parts.netloc.lower()
        async with self._locks[host]:
            await asyncio.sleep(max(0.0, self._last.get(host, 0.0) + self._grenzen.pauze - time.monotonic()))
            # httpcore closes a connection that is still being made only at its own time limit; cancelled, it forgets it
            limit = httpx.Timeout(None, connect=max(0.01, deadline - time.monotonic()))
            try:
                async with self._client.stream("GET", address, timeout=limit) as response:
                    head = {name.lower(): value for name, value in response.headers.items()}
                    body = bytearray()
                    if response.status_code not in _REDIRECTS and "html" in head.get("content-type", "html"):
                        async for part in response.aiter_bytes():
                            body += part
                            if len(body) >= self._grenzen.bytes:
                                break
                    return response.status_code, head, bytes(body)
            finally:
                self._last[host] = time.monotonic()


async def _next(done: asyncio.Queue[tuple[str, Antwoord]], tasks: list[asyncio.Task[None]]) -> tuple[str, Antwoord]:
    """The next answer; an error in a task that we did not foresee is raised here instead of waited for for ever."""
    answer = asyncio.ensure_future(done.get())
    while not answer.done():
        running = [task for task in tasks if not task.done()]
        await asyncio.wait([answer, *running], return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            if task.done() and not task.cancelled() and (error := task.exception()):
                answer.cancel()
                raise error
    return answer.result()


def new_client(name: str) -> httpx.AsyncClient:
    """A client that says who it is (`name`: product and address) and keeps no cookies between runs."""
    return httpx.AsyncClient(
        headers={"user-agent": name, "accept": "text/html,application/pdf,*/*;q=0.8", "accept-language": "nl,en;q=0.5"},
        follow_redirects=False,
        timeout=None,
        limits=httpx.Limits(max_keepalive_connections=50),
    )


def _no_connection(error: httpx.ConnectError) -> Antwoord:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, socket.gaierror) and cause.errno in _NO_SUCH_NAME:
            return Antwoord(storing="de naam van de site is niet te vinden", onbekende_naam=True)
        if isinstance(cause, ssl.SSLError):
            return Antwoord(storing="het beveiligingscertificaat van de site klopt niet")
        cause = cause.__cause__ or cause.__context__
    return Antwoord(storing="de verbinding kwam niet tot stand")


def _retry_after(head: dict[str, str]) -> float | None:
    """Seconds to wait after the Retry-After field (RFC 9110, 10.2.3): a number or a date."""
    value = head.get("retry-after", "").strip()
    if value.isdigit():
        return float(value)
    try:
        return max(0.0, email.utils.parsedate_to_datetime(value).timestamp() - time.time())
    except ValueError:
        return None
