"""Sees to a browser for the browser tests: finds one on this computer, or installs one.

The tests ask `find_browser()` which one to start. As a program (`make test` runs it first) this
installs what is missing: Debian's Chromium where that goes without questions, Playwright's otherwise.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence

Which = Callable[[str], str | None]
Run = Callable[[Sequence[str]], tuple[bool, str]]

# the same engine without windows costs a test half the work
_DEBIAN = ("chromium-headless-shell", "chromium")
_CANDIDATES = (
    *_DEBIAN,
    "chromium-browser",
    "google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
_OWN_PATH = "from playwright.sync_api import sync_playwright as p\nwith p() as started: print(started.chromium.executable_path)"
_HELP = "Installeer Chromium of Google Chrome, of noem er zelf een: CHROMIUM=/pad/naar/chromium make test"


def run(command: Sequence[str]) -> tuple[bool, str]:
    """Run a command that may ask nothing; gives whether it succeeded, and what it said."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return False, str(error)
    return done.returncode == 0, done.stdout + done.stderr


def find_browser(environment: Mapping[str, str] = os.environ, which: Which = shutil.which, run: Run = run) -> str | None:
    """The executable of a Chromium on this computer; None when only Playwright's own can serve.

    The environment variable CHROMIUM goes before anything else.
    """
    if named := environment.get("CHROMIUM"):
        return which(named) or named
    found = (path for name in _CANDIDATES if (path := which(name)))
    return next((path for path in found if _works(path, run)), None)


def main(environment: Mapping[str, str] = os.environ, which: Which = shutil.which, run: Run = run) -> int:
    """Find or install a browser and say which one the tests will use. Gives the exit code."""
    path = find_browser(environment, which, run) or _own_browser(run)
    if path and not _works(path, run):
        print(f"CHROMIUM is '{path}', maar daar staat geen werkende Chromium of Chrome.\n{_HELP}", file=sys.stderr)
        return 1
    wanted = _wanted(path, environment)
    prefix = root_prefix(run) if wanted else None
    said = ""
    if which("apt-get") and prefix is not None and not _is_ubuntu(run):
        print("Chromium wordt geïnstalleerd (het pakket van Debian) …", flush=True)
        for package in wanted:
            said += install_from_debian(package, prefix, run)
            if found := find_browser(environment, which, run):
                return _say(found)
    if path:
        return _say(path)
    said += _install_own_browser(run, libraries=bool(which("apt-get")) and prefix is not None)
    if path := _own_browser(run):
        return _say(path)
    print(f"{said}\nEr is geen browser om mee te testen, en er een installeren lukte niet.\n{_HELP}", file=sys.stderr)
    return 1


def _wanted(path: str | None, environment: Mapping[str, str]) -> Sequence[str]:
    """The packages to try, best first. A computer that only runs tests gets the light one beside the browser that it has."""
    if path is None:
        return _DEBIAN
    lighter = environment.get("CI") and not environment.get("CHROMIUM") and not path.endswith(_DEBIAN[0])
    return _DEBIAN[:1] if lighter else ()


def install_from_debian(package: str, prefix: Sequence[str], run: Run = run) -> str:
    """Install a package of Debian or Ubuntu without a question; gives what went wrong."""
    said = ""
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", package]):
        succeeded, output = run([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *arguments])
        said += "" if succeeded else output
    return said


def _install_own_browser(run: Run, *, libraries: bool) -> str:
    print("Chromium wordt opgehaald (die van Playwright) …", flush=True)
    with_libraries = ["--with-deps"] if libraries else []
    succeeded, output = run([sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"])
    return "" if succeeded else output


def _own_browser(run: Run) -> str | None:
    """The Chromium that Playwright fetched earlier, if it did."""
    succeeded, output = run([sys.executable, "-c", _OWN_PATH])
    path = output.partition("\n")[0]
    return path if succeeded and _works(path, run) else None


def _works(path: str, run: Run) -> bool:
    # Ubuntu's chromium is a snap, or a stub that asks for one: Playwright can't drive it
    succeeded, version = run([path, "--version"])
    return succeeded and "snap" not in version


def root_prefix(run: Run = run) -> list[str] | None:
    """What to put before a command to run it as root without a password; None if that can't be."""
    if run(["id", "-u"])[1].strip() == "0":
        return []
    return ["sudo", "-n"] if run(["sudo", "-n", "true"])[0] else None


def _is_ubuntu(run: Run) -> bool:
    return "ubuntu" in run(["cat", "/etc/os-release"])[1].lower()


def _say(path: str) -> int:
    print(f"De browsertests gebruiken {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
