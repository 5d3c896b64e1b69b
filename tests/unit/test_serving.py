"""The server of `serve`, spoken to as browsers and impatient people do."""

from __future__ import annotations

import functools
import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.serving import Handler, Server, State


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of a folder with a page, a stylesheet and our own 404."""
    (tmp_path / "index.html").write_text("<p>Welkom</p>")
    (tmp_path / "stijl.css").write_text("p { color: green }" * 100_000)
    (tmp_path / "404.html").write_text("<p>Deze pagina is er niet</p>")
    with Server(("127.0.0.1", 0), functools.partial(Handler, State(), directory=str(tmp_path))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def ask(server: Server, method: str, path: str) -> tuple[int, int, bytes]:
    """The status of an answer, the length it announces, and all that follows its head."""
    with socket.create_connection(server.server_address[:2], timeout=10) as line:
        line.sendall(f"{method} {path} HTTP/1.0\r\n\r\n".encode())
        head, _, body = b"".join(iter(functools.partial(line.recv, 65536), b"")).partition(b"\r\n\r\n")
    length = [part for part in head.lower().split(b"\r\n") if part.startswith(b"content-length:")]
    return int(head.split()[1]), int(length[0].split(b":")[1]) if length else -1, body


@pytest.mark.parametrize("path", ["/", "/stijl.css", "/_herladen", "/bestaat-niet/"])
def test_head_tells_the_same_as_get_without_the_body(server: Server, path: str) -> None:
    """As the protocol asks (RFC 9110, section 9.3.2)."""
    status, length, body = ask(server, "GET", path)

    assert length == len(body) > 0
    assert ask(server, "HEAD", path) == (status, length, b"")


@pytest.mark.parametrize("path", ["/%00", "/a%00b.html", "/../../etc/passwd", "/%2e%2e/"])
def test_strange_addresses_give_our_own_page(server: Server, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No such page, and no traceback."""
    status, _, body = ask(server, "GET", path)

    assert (status, b"Deze pagina is er niet" in body) == (404, True) or b"Welkom" in body
    assert capsys.readouterr().err == ""


def test_a_visitor_that_hangs_up_is_no_news(server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody leaves while a large file is on its way."""
    ended = threading.Event()
    shut = server.shutdown_request

    def noticed(request: socket.socket | tuple[bytes, socket.socket]) -> None:
        shut(request)
        ended.set()

    monkeypatch.setattr(server, "shutdown_request", noticed)
    with socket.create_connection(server.server_address[:2], timeout=10) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        line.sendall(b"GET /stijl.css HTTP/1.0\r\n\r\n")
        line.recv(10)

    assert ended.wait(10)
    assert capsys.readouterr().err == ""
    assert ask(server, "GET", "/")[0] == 200


def test_a_mistake_of_ours_is_told(server: Server, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only hanging up is passed over."""

    def broken(_: Handler) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Handler, "do_GET", broken)
    with pytest.raises(http.client.RemoteDisconnected):
        connection = http.client.HTTPConnection(*server.server_address[:2], timeout=10)  # type: ignore[arg-type]
        connection.request("GET", "/")
        connection.getresponse()

    assert "ZeroDivisionError" in capfd.readouterr().err
