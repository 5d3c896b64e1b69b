"""Who builds the same content gets the same site, whatever computer it is on."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.conftest import make_small_project

DAY = 1_796_083_200
"""Midnight of 1 December 2026, in seconds."""
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": f"{DAY + 60}"}
THERE = {"TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "SOURCE_DATE_EPOCH": f"{DAY + 86_000}"}
"""Almost a day apart on the same day of the site, in time zones where it is the next and the one before."""
COMPUTERS = (("een", 0o022, HERE), ("een map/kopie é", 0o077, THERE))
"""A folder, what others may not do with its files, and surroundings."""


def published(project: Path) -> Path:
    """The small project with a history: everything on one day, a change on the next."""
    entry = project / "voorbeelden" / "leefgoed.yml"
    git = ["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@b.nl"]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    for day in ("2026-11-29", "2026-11-30"):
        moment = {**os.environ, "GIT_AUTHOR_DATE": f"{day}T08:00:00Z", "GIT_COMMITTER_DATE": f"{day}T08:00:00Z"}
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, env=moment)
        text = entry.read_text(encoding="utf-8")
        entry.write_text(text.replace("Bewoners hebben zelf de sleutel", "Bewoners delen de sleutel"), encoding="utf-8")
    return project


def built(origin: Path, folder: Path, umask: int, surroundings: dict[str, str]) -> dict[str, bytes]:
    """Every file of the site that a clone gives there."""
    subprocess.run(["git", "clone", "-q", str(origin), str(folder)], check=True)
    environment = {**os.environ, **surroundings, "PRAKTIJKWIJZER_ALLE_VERSIES": "ja", "PRAKTIJKWIJZER_ADRES": "https://gids.example/"}
    command = [sys.executable, "-m", "macros.cli", "build"]
    done = subprocess.run(command, cwd=folder, env=environment, umask=umask, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_two_clones_give_the_same_site(tmp_path: Path) -> None:
    """Byte for byte: pages, versions, feeds, pictures, data and search index, from elsewhere, at another hour and in another language."""
    origin = published(make_small_project(tmp_path / "oorsprong"))
    with ThreadPoolExecutor() as pool:
        one, other = pool.map(lambda computer: built(origin, tmp_path / computer[0], *computer[1:]), COMPUTERS)

    assert sorted(one) == sorted(other)
    assert [path for path in one if one[path] != other[path]] == []
    assert {"feed.xml", "voorbeelden/leefgoed/versie/2026-11-29/index.html", "data/v1/praktijkwijzer.xlsx", "sitemap.xml.gz"} <= one.keys()
