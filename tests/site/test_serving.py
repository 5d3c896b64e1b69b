"""`praktijkwijzer serve`: the site with search, our own 404, and a new build after an edit."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


def fetch(address: str) -> str:
    with urllib.request.urlopen(address, timeout=10) as answer:
        text: str = answer.read().decode()
        return text


def wait_until(true: Callable[[], bool], what: str) -> None:
    """Wait for something that another process does, two minutes at most."""
    end = time.monotonic() + 120
    while not true():
        assert time.monotonic() < end, what
        time.sleep(0.1)


@pytest.fixture
def address(small_project: Path) -> Iterator[str]:
    """A server as a contributor starts it, on a port of its own choice."""
    command = [sys.executable, "-m", "macros.cli", "--project", str(small_project), "serve", "--poort", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        said = ""
        while not (found := re.search(r"http://127\.0\.0\.1:\d+/", said)):
            line = server.stdout.readline()
            assert line, said
            said += line
        yield found[0]
        server.terminate()


def test_serve_shows_pages_search_and_edits(address: str, small_project: Path) -> None:
    """Pages and index are served, an unknown address gets our own page, and an edit shows by itself."""
    assert "Praktijkwijzer" in fetch(address)
    assert "pagefind" in fetch(f"{address}pagefind/pagefind.js")[:2000].lower()
    assert "/_herladen" in fetch(f"{address}voorbeelden/leefgoed/")
    with pytest.raises(urllib.error.HTTPError) as missing:
        fetch(f"{address}bestaat-niet/")
    assert "Deze pagina is er niet" in missing.value.read().decode()
    entry = small_project / "voorbeelden" / "leefgoed.yml"
    before, version = entry.read_text(), fetch(f"{address}_herladen")

    entry.write_text(re.sub(r"(?m)^titel: .*$", "titel: Een heel nieuwe titel", before))

    wait_until(lambda: fetch(f"{address}_herladen") != version, "nothing new after an edit")
    assert "Een heel nieuwe titel" in fetch(f"{address}voorbeelden/leefgoed/")
    # the whole build comes behind it, with the files that are no pages
    wait_until(lambda: "Een heel nieuwe titel" in fetch(f"{address}voorbeelden/leefgoed/voorbeeld.json"), "no new build after an edit")


def test_a_mistake_keeps_the_site_up(address: str, small_project: Path) -> None:
    """A mistake while editing is told and leaves the last good site; mending it shows the new one."""
    entry = small_project / "voorbeelden" / "leefgoed.yml"
    good, page = entry.read_text(), fetch(f"{address}voorbeelden/leefgoed/")

    entry.write_text(good + "titel: dubbel\n")
    wait_until(lambda: json.loads(fetch(f"{address}_herladen"))["fouten"] != "", "not a word about a mistake")
    assert fetch(f"{address}voorbeelden/leefgoed/") == page
    entry.write_text(re.sub(r"(?m)^titel: .*$", "titel: Hersteld", good))

    wait_until(lambda: "Hersteld" in fetch(f"{address}voorbeelden/leefgoed/"), "nothing new after mending")
    wait_until(lambda: json.loads(fetch(f"{address}_herladen"))["fouten"] == "", "a mistake that was mended is still told")


def test_a_taken_port_is_told(address: str, small_project: Path) -> None:
    """A port that is in use gives a Dutch sentence with the way out, and exit code 1."""
    port = address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "macros.cli", "--project", str(small_project), "serve", "--poort", port]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert f"Poort {port} is niet vrij" in done.stderr
    assert "Traceback" not in done.stderr
