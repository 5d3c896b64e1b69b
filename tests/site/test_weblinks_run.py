"""The link check against a real server that misbehaves: every verdict, politeness, resuming, mending."""

from __future__ import annotations

import datetime
import functools
import gc
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from macros import cli
from macros.weblinks import memory
from macros.weblinks.judging import Oordeel
from macros.weblinks.running import NoConnectionError, Run, run
from macros.weblinks.visiting import Grenzen
from tests.site.bad_server import BadServer, Running

DAY = datetime.date(2026, 11, 21)
QUICK = Grenzen(pauze=0.0, geduld=1.5, wachten=2)


@pytest.fixture
def server() -> Iterator[BadServer]:
    """A server of its own for every test: some visits hang on long after their client gave up."""
    running = Running(hosts=50)
    yield running.server
    running.stop()


def project_with(folder: Path, addresses: list[str]) -> Path:
    """A project whose content is a page with these addresses."""
    (folder / "voorbeelden").mkdir(parents=True, exist_ok=True)
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "a.md").write_text("".join(f"- <{address}>\n" for address in addresses), encoding="utf-8")
    return folder


def silently(_: str) -> None:
    """Say nothing."""


KINDS = {
    "/goed": Oordeel.GOED,
    "/goed#plek": Oordeel.GOED,
    "/goed#elders": Oordeel.ANKER_WEG,
    "/pdf": Oordeel.GOED,
    "/pdf#page=2": Oordeel.GOED,
    "/status/404": Oordeel.WEG,
    "/status/410": Oordeel.WEG,
    "/status/500": Oordeel.HAPERT,
    "/status/502": Oordeel.HAPERT,
    "/status/401": Oordeel.GEBLOKKEERD,
    "/status/403": Oordeel.GEBLOKKEERD,
    "/status/405": Oordeel.GEBLOKKEERD,
    "/status/451": Oordeel.GEBLOKKEERD,
    "/status/999": Oordeel.GEBLOKKEERD,
    "/eerst-500": Oordeel.GOED,
    "/eerst-429": Oordeel.GOED,
    "/eerst-503-datum": Oordeel.GOED,
    "/altijd-429": Oordeel.GEBLOKKEERD,
    "/voorgoed": Oordeel.VERHUISD,
    "/keten/3": Oordeel.VERHUISD,
    "/tijdelijk": Oordeel.GOED,
    "/deels-tijdelijk": Oordeel.GOED,
    "/kring": Oordeel.HAPERT,
    "/eindeloos/1": Oordeel.HAPERT,
    "/naar-huis": Oordeel.WEG,
    "/naar-mail": Oordeel.HAPERT,
    "/zonder-doel": Oordeel.HAPERT,
    "/koekje": Oordeel.GOED,
    "/zacht": Oordeel.WEG,
    "/mens": Oordeel.GEBLOKKEERD,
    "/traag/0.5": Oordeel.GOED,
    "/nooit": Oordeel.HAPERT,
    "/druppels": Oordeel.HAPERT,
    "/reus": Oordeel.GOED,
    "/dicht": Oordeel.HAPERT,
    "/onzin": Oordeel.HAPERT,
    "/kop-zonder-einde": Oordeel.HAPERT,
    "/te-kort": Oordeel.HAPERT,
    "/kapot-gezipt": Oordeel.HAPERT,
    "/vreemde-tekens": Oordeel.GOED,
}


def test_every_kind_of_trouble_gets_its_verdict(tmp_path: Path, server: BadServer) -> None:
    wanted = {server.address(path, number): verdict for number, (path, verdict) in enumerate(KINDS.items())}
    wanted[f"https://127.0.0.1:{server.ports[0]}/goed"] = Oordeel.HAPERT
    wanted[f"http://127.0.0.1:{_closed_port()}/"] = Oordeel.HAPERT
    wanted["http://127.0.0.1:99999/"] = Oordeel.HAPERT

    # forty visits at once on a busy machine: more patience, still far less than the servers that never answer
    limits = replace(QUICK, geduld=5)

    standings, _ = run(Run(project_with(tmp_path, list(wanted)), DAY, limits, archive_service=server.address("/status/404")), silently)

    assert {address: stand.oordeel for address, stand in standings.items()} == wanted
    assert all(stand.reden for stand in standings.values() if stand.oordeel is not Oordeel.GOED)


def test_a_site_that_never_greets_leaves_nothing_open(tmp_path: Path, server: BadServer) -> None:
    """A connection that hangs halfway its making is given up whole: an open socket would be an error here."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://127.0.0.1:{silent.getsockname()[1]}/"

        standings, _ = run(Run(project_with(tmp_path, [server.address("/goed"), address]), DAY, replace(QUICK, geduld=0.3)), silently)
        gc.collect()

    assert standings[address].reden == "geen antwoord binnen 0.3 seconden"


def test_a_name_that_does_not_exist(tmp_path: Path, server: BadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)

    standings, _ = run(Run(project_with(tmp_path, [server.address("/goed"), "http://weggegaan.nl/x"]), DAY, QUICK), silently)

    assert standings["http://weggegaan.nl/x"].oordeel is Oordeel.WEG


def test_a_thousand_addresses_one_at_a_time_per_host(tmp_path: Path, server: BadServer) -> None:
    """Fifty hosts, one slow address each, with the usual second between two visits: a minute, and never two requests at once to a host."""
    addresses = [server.address("/traag/2" if number < 50 else f"/goed/{number}", number % 50) for number in range(1000)]
    begin = time.monotonic()

    standings, _ = run(Run(project_with(tmp_path, addresses), DAY, Grenzen()), silently)

    assert {stand.oordeel for stand in standings.values()} == {Oordeel.GOED}
    assert set(server.most.values()) == {1}
    assert time.monotonic() - begin < 60


def test_killed_halfway_it_resumes_and_loses_nothing(tmp_path: Path, server: BadServer) -> None:
    addresses = [server.address(f"/goed/{number}", number % 5) for number in range(200)]
    project = project_with(tmp_path, addresses)
    journal = project / memory.JOURNAL
    program = (
        "import datetime, pathlib, sys; from macros.weblinks.running import *; "
        "run(Run(pathlib.Path(sys.argv[1]), datetime.date(2026, 11, 21), Grenzen(pauze=0.05)), print)"
    )
    process = subprocess.Popen([sys.executable, "-c", program, str(project)], stdout=subprocess.DEVNULL)
    _until(lambda: journal.is_file() and journal.read_text().count("\n") >= 40)
    process.send_signal(signal.SIGKILL)
    process.wait()
    before = set(memory.read_standings(project))
    server.visits.clear()

    standings, _ = run(Run(project, DAY, QUICK), silently)

    assert 40 <= len(before) < 200
    assert set(standings) == set(addresses)
    assert len(server.visits) == 200 - len(before)
    assert not journal.exists()
    assert memory.read_standings(project) == standings


def _until(ready: object) -> None:
    end = time.monotonic() + 30
    while not ready():  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.02)


def test_without_a_connection_nothing_is_remembered(tmp_path: Path) -> None:
    project = project_with(tmp_path, [f"http://127.0.0.1:{_closed_port()}/{number}" for number in range(30)])

    with pytest.raises(NoConnectionError):
        run(Run(project, DAY, QUICK), silently)

    assert memory.read_standings(project) == {}


def test_a_lost_source_gets_its_kept_copy(tmp_path: Path, server: BadServer, monkeypatch: pytest.MonkeyPatch) -> None:
    async def copy(*_: object) -> str:
        return "https://web.archive.org/web/2020/x"

    monkeypatch.setattr("macros.weblinks.archive.kept_copy", copy)

    standings, _ = run(Run(project_with(tmp_path, [server.address("/status/404")]), DAY, QUICK), silently)

    assert [stand.archief for stand in standings.values()] == ["https://web.archive.org/web/2020/x"]


def test_the_command_mends_what_has_moved(
    small_project: Path, server: BadServer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`--fix` writes the new address in the file; what fails is reported, and the exit code stays 0."""
    page = small_project / "docs" / "over" / "index.md"
    page.write_text(f"# Over\n\n[x]({server.address('/voorgoed')}) en [y]({server.address('/status/404')})\n")
    for path in sorted(small_project.glob("voorbeelden/*.yml")) + sorted(small_project.glob("docs/kennis/*.md")):
        path.write_text(path.read_text().replace("https://", server.address("/goed/", 1)))
    monkeypatch.setattr("macros.weblinks.running.Run", functools.partial(Run, grenzen=QUICK))
    report = small_project / "rapport.md"

    assert cli.main(["--project", str(small_project), "links", "--fix", "--rapport", str(report)]) == 0

    assert page.read_text() == f"# Over\n\n[x]({server.address('/doel')}) en [y]({server.address('/status/404')})\n"
    assert "## Verhuisd (1)" in report.read_text()
    assert "weg: 1" in capsys.readouterr().err


def _closed_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
