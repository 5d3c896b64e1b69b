"""A browser for the tests: found, installed, or asked for; on pretended computers."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

_SCRIPT = runpy.run_path(str(Path(__file__).with_name("installeer.py")))
find_browser, main = _SCRIPT["find_browser"], _SCRIPT["main"]

OWN = "/cache/playwright/chrome"


class Computer:
    """A computer with some programs, that remembers what it was told to do."""

    def __init__(
        self, *programs: str, versions: dict[str, str] | None = None, user: str = "1000", sudo: bool = False, system: str = "debian"
    ):
        self.programs = {program.rsplit("/", 1)[-1]: program for program in programs}
        self.versions = versions or {}
        self.user, self.sudo, self.system = user, sudo, system
        self.own = False
        self.apt_works = self.playwright_works = True
        self.archive = ["chromium-headless-shell", "chromium"]
        self.did: list[str] = []

    def which(self, name: str) -> str | None:
        return self.programs.get(name) or next((path for path in self.programs.values() if path == name), None)

    def run(self, command: Sequence[str]) -> tuple[bool, str]:
        line = " ".join(command).replace(sys.executable, "python")
        if command[-1] == "--version":
            known = command[0] in self.programs.values() or (self.own and command[0] == OWN)
            return known, self.versions.get(command[0], "Chromium 140.0") if known else "niet gevonden"
        if line == "id -u":
            return True, f"{self.user}\n"
        if line == "sudo -n true":
            return self.sudo, ""
        if line == "cat /etc/os-release":
            return True, f"ID={self.system}\n"
        if line.startswith("python -c"):
            return True, f"{OWN}\n"
        self.did.append(line)
        for package in ("chromium-headless-shell", "chromium"):
            if line.endswith(f"apt-get install -y --no-install-recommends {package}") and self.apt_works and package in self.archive:
                self.programs[package] = f"/usr/bin/{package}"
        if line.startswith("python -m playwright install"):
            self.own = self.playwright_works
            return self.playwright_works, "geen verbinding"
        return self.apt_works, "apt zegt nee"

    def main(self, **environment: str) -> int:
        code: int = main(environment, self.which, self.run)
        return code

    def find(self, **environment: str) -> str | None:
        path: str | None = find_browser(environment, self.which, self.run)
        return path


@pytest.mark.parametrize(
    ("computer", "environment", "expected"),
    [
        pytest.param(Computer("/usr/bin/chromium", "/usr/bin/google-chrome"), {}, "/usr/bin/chromium", id="chromium first"),
        pytest.param(
            Computer("/usr/bin/chromium", "/usr/bin/chromium-headless-shell"), {}, "/usr/bin/chromium-headless-shell", id="light before all"
        ),
        pytest.param(Computer("/opt/google-chrome"), {}, "/opt/google-chrome", id="chrome"),
        pytest.param(
            Computer("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            {},
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            id="macOS application",
        ),
        pytest.param(
            Computer("/snap/bin/chromium", "/usr/bin/google-chrome", versions={"/snap/bin/chromium": "Chromium 140.0 snap"}),
            {},
            "/usr/bin/google-chrome",
            id="snap is passed over",
        ),
        pytest.param(Computer("/usr/bin/chromium", "/opt/brave"), {"CHROMIUM": "brave"}, "/opt/brave", id="named by program"),
        pytest.param(Computer("/usr/bin/chromium"), {"CHROMIUM": "/elders/chrome"}, "/elders/chrome", id="named by path"),
        pytest.param(Computer(), {}, None, id="nothing: Playwright's own"),
    ],
)
def test_find_browser(computer: Computer, environment: dict[str, str], expected: str | None):
    assert computer.find(**environment) == expected


_APT = [
    "env DEBIAN_FRONTEND=noninteractive apt-get update",
    "env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium-headless-shell",
]
_APT_WHOLE = [_APT[0], _APT[1].replace("chromium-headless-shell", "chromium")]
LIGHT = "/usr/bin/chromium-headless-shell"


@pytest.mark.parametrize(
    ("computer", "did", "uses"),
    [
        pytest.param(Computer("/usr/bin/chromium", "/usr/bin/apt-get", user="0"), [], "/usr/bin/chromium", id="there already"),
        pytest.param(Computer("/usr/bin/apt-get", user="0"), _APT, LIGHT, id="root on Debian"),
        pytest.param(Computer("/usr/bin/apt-get", sudo=True), [f"sudo -n {line}" for line in _APT], LIGHT, id="sudo on Debian"),
        pytest.param(Computer("/usr/bin/apt-get"), ["python -m playwright install chromium"], OWN, id="no rights on Debian"),
        pytest.param(
            Computer("/usr/bin/apt-get", user="0", system="ubuntu"),
            ["python -m playwright install --with-deps chromium"],
            OWN,
            id="Ubuntu has only a snap",
        ),
        pytest.param(Computer(), ["python -m playwright install chromium"], OWN, id="another system"),
    ],
)
def test_installs_what_is_missing(computer: Computer, did: list[str], uses: str, capsys: pytest.CaptureFixture[str]):
    assert computer.main() == 0

    assert computer.did == did
    assert capsys.readouterr().out.endswith(f"De browsertests gebruiken {uses}\n")


def test_own_browser_of_before_is_used_again():
    computer = Computer()
    computer.own = True

    assert computer.main() == 0
    assert computer.did == []


def test_falls_back_to_playwright_when_apt_fails():
    computer = Computer("/usr/bin/apt-get", user="0")
    computer.apt_works = False

    assert computer.main() == 0
    assert computer.did == [*_APT, *_APT_WHOLE, "python -m playwright install --with-deps chromium"]


def test_an_older_debian_has_only_the_whole_browser():
    computer = Computer("/usr/bin/apt-get", user="0")
    computer.archive = ["chromium"]

    assert computer.main() == 0
    assert computer.did == [*_APT, *_APT_WHOLE]
    assert computer.find() == "/usr/bin/chromium"


@pytest.mark.parametrize(("archive", "uses"), [(["chromium-headless-shell"], LIGHT), ([], "/usr/bin/chromium")])
def test_a_computer_for_tests_gets_the_light_one_beside_its_own(archive: list[str], uses: str, capsys: pytest.CaptureFixture[str]):
    computer = Computer("/usr/bin/chromium", "/usr/bin/apt-get", user="0")
    computer.archive = archive

    assert computer.main(CI="1") == 0
    assert computer.did == _APT
    assert capsys.readouterr().out.endswith(f"De browsertests gebruiken {uses}\n")


def test_says_what_to_do_when_nothing_works(capsys: pytest.CaptureFixture[str]):
    computer = Computer("/usr/bin/apt-get", user="0")
    computer.apt_works = computer.playwright_works = False

    assert computer.main() == 1
    assert capsys.readouterr().err == (
        "apt zegt neeapt zegt neeapt zegt neeapt zegt neegeen verbinding\n"
        "Er is geen browser om mee te testen, en er een installeren lukte niet.\n"
        "Installeer Chromium of Google Chrome, of noem er zelf een: CHROMIUM=/pad/naar/chromium make test\n"
    )


def test_a_named_browser_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]):
    computer = Computer("/usr/bin/chromium")

    assert computer.main(CHROMIUM="/elders/chrome") == 1
    assert computer.did == []
    assert capsys.readouterr().err.startswith("CHROMIUM is '/elders/chrome', maar daar staat geen werkende Chromium of Chrome.\n")
