"""A web server that misbehaves in every way the link check must survive; each path is a kind of trouble."""

from __future__ import annotations

import asyncio
import gzip
import threading
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Send = Callable[[bytes], Awaitable[None]]


@dataclass
class BadServer:
    """Several hosts (ports) on this machine. `visits` counts requests per path, `most` the most at once per host."""

    ports: list[int] = field(default_factory=list)
    visits: Counter[str] = field(default_factory=Counter)
    methods: Counter[str] = field(default_factory=Counter)
    most: Counter[int] = field(default_factory=Counter)
    _now: Counter[int] = field(default_factory=Counter)

    def address(self, path: str, host: int = 0) -> str:
        return f"http://127.0.0.1:{self.ports[host]}{path}"

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        port = writer.get_extra_info("sockname")[1]
        try:
            while True:
                line = (await reader.readline()).decode("latin-1")
                if not line.strip():
                    return
                method, target, _ = line.split(" ", 2)
                cookies = ""
                while (head := await reader.readline()).strip():
                    cookies += head.decode("latin-1") if head.lower().startswith(b"cookie") else ""
                self.visits[target] += 1
                self.methods[method] += 1
                self._now[port] += 1
                self.most[port] = max(self.most[port], self._now[port])
                try:
                    await self._respond(target, self.visits[target], cookies, writer)
                finally:
                    self._now[port] -= 1
                await writer.drain()
        except (ConnectionError, ValueError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _respond(self, target: str, turn: int, cookies: str, writer: asyncio.StreamWriter) -> None:
        kind, _, rest = target.lstrip("/").partition("/")
        match kind:
            case "goed" | "doel":
                # some time per answer, so that two at once would be seen
                await asyncio.sleep(0.002)
                writer.write(page(b"<title>Goed</title><h2 id=plek>Plek</h2>"))
            case "":
                writer.write(page(b"<title>Voorpagina</title>"))
            case "traag":
                await asyncio.sleep(float(rest))
                writer.write(page(b"<title>Traag</title>"))
            case "pdf":
                writer.write(page(b"%PDF-1.7", b"application/pdf"))
            case "status":
                writer.write(page(b"<p>x", status=rest.encode()))
            case "eerst-500":
                writer.write(page(b"<title>x</title>", status=b"500" if turn == 1 else b"200"))
            case "eerst-429":
                writer.write(page(b"<p>x", status=b"429", more=b"Retry-After: 0\r\n") if turn == 1 else page(b"<p>x"))
            case "eerst-503-datum":
                later = b"Retry-After: Sat, 01 Jan 2000 00:00:00 GMT\r\n"
                writer.write(page(b"<p>x", status=b"503", more=later) if turn == 1 else page(b"<p>x"))
            case "altijd-429":
                writer.write(page(b"<p>x", status=b"429", more=b"Retry-After: 86400\r\n"))
            case "voorgoed":
                writer.write(redirect(b"301", b"/doel"))
            case "tijdelijk":
                writer.write(redirect(b"302", b"/doel"))
            case "keten":
                left = int(rest)
                writer.write(redirect(b"308", f"/keten/{left - 1}".encode() if left else b"/doel"))
            case "deels-tijdelijk":
                writer.write(redirect(b"301", b"/tijdelijk"))
            case "kring":
                writer.write(redirect(b"301", b"/kring2" if not rest else b"/kring"))
            case "kring2":
                writer.write(redirect(b"301", b"/kring"))
            case "eindeloos":
                writer.write(redirect(b"302", f"/eindeloos/{int(rest) + 1}".encode()))
            case "naar-huis":
                writer.write(redirect(b"301", b"/"))
            case "naar-mail":
                writer.write(redirect(b"302", b"mailto:x@y.nl"))
            case "zonder-doel":
                writer.write(page(b"", status=b"302"))
            case "koekje":
                more = b"Set-Cookie: a=1; Path=/koekje\r\n"
                writer.write(page(b"<title>Dag</title>") if "a=1" in cookies else redirect(b"302", b"/koekje", more))
            case "zacht":
                writer.write(page(b"<title>Pagina niet gevonden</title>"))
            case "mens":
                writer.write(page(b"<title>Even geduld</title><div id=cf-challenge></div>"))
            case "nooit":
                await asyncio.sleep(3600)
            case "druppels":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
                for _ in range(100_000):
                    writer.write(b" ")
                    await writer.drain()
                    await asyncio.sleep(0.05)
            case "reus":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>Reus</title>")
                while True:
                    writer.write(b"x" * 65536)
                    await writer.drain()
            case "dicht":
                writer.close()
                raise ConnectionError
            case "onzin":
                writer.write(b"\x00\x01 geen http \r\n\r\n")
                raise ConnectionError
            case "kop-zonder-einde":
                writer.write(b"HTTP/1.1 200 OK\r\n")
                while True:
                    writer.write(b"X-Kop: " + b"x" * 1000 + b"\r\n")
                    await writer.drain()
            case "te-kort":
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>kort")
                raise ConnectionError
            case "kapot-gezipt":
                writer.write(page(gzip.compress(b"<p>x")[:-6] + b"zzzz", more=b"Content-Encoding: gzip\r\n"))
            case "vreemde-tekens":
                writer.write(page(b"<title>\xff\xfe\x00\x80</title>", b"text/html; charset=bestaat-niet"))
            case _:
                writer.write(page(b"<p>x", status=b"404"))


def page(body: bytes, kind: bytes = b"text/html", status: bytes = b"200", more: bytes = b"") -> bytes:
    length = b"Content-Length: %d\r\n" % len(body)
    return b"HTTP/1.1 " + status + b" X\r\nContent-Type: " + kind + b"\r\n" + length + more + b"\r\n" + body


def redirect(status: bytes, target: bytes, more: bytes = b"") -> bytes:
    return page(b"", status=status, more=b"Location: " + target + b"\r\n" + more)


class Running:
    """Keeps a BadServer going in a thread of its own; `stop` ends it."""

    def __init__(self, hosts: int) -> None:
        self.server = BadServer()
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(hosts, ready), daemon=True)
        self._thread.start()
        assert ready.wait(10)

    def _run(self, hosts: int, ready: threading.Event) -> None:
        asyncio.run(self._serve(hosts, ready))

    async def _serve(self, hosts: int, ready: threading.Event) -> None:
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        listening = [await asyncio.start_server(self.server.answer, "127.0.0.1", 0) for _ in range(hosts)]
        self.server.ports.extend(one.sockets[0].getsockname()[1] for one in listening)
        ready.set()
        await self._ended.wait()
        for one in listening:
            one.close()
        hanging = asyncio.all_tasks() - {asyncio.current_task()}
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)
        # a transport closes in the next turns of the loop
        await asyncio.sleep(0.1)

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(10)
