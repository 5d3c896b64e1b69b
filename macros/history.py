"""The content as it was: files of an earlier state of the repository, read from git. Nothing else calls git."""

from __future__ import annotations

import io
import subprocess
import tarfile
from pathlib import Path

_FOLDERS = ("voorbeelden", "docs")


class HistoryError(Exception):
    """Git can't give what was asked; the message is Dutch and says what to do."""


def files_at(project: Path, revision: str) -> dict[str, bytes]:
    """Entries, lists and handwritten pages at a revision: path relative to the project → bytes. Raises HistoryError."""
    commit = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    present = _git(project, "ls-tree", "--name-only", commit).decode().splitlines()
    folders = [folder for folder in _FOLDERS if folder in present]
    if not folders:
        return {}
    with tarfile.open(fileobj=io.BytesIO(_git(project, "archive", "--format=tar", commit, *folders))) as archive:
        return {
            member.name: content.read()
            for member in archive.getmembers()
            if member.isfile() and member.name.endswith((".yml", ".md")) and (content := archive.extractfile(member))
        }


def _git(project: Path, *arguments: str) -> bytes:
    try:
        # -c: a repository of someone else may not bring its own programs along
        done = subprocess.run(["git", "-C", str(project), "-c", "core.fsmonitor=false", *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise HistoryError("Het programma git ontbreekt. Installeer het: https://git-scm.com/") from error
    if done.returncode == 0:
        return done.stdout
    told = done.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in told:
        raise HistoryError("Deze map staat niet onder versiebeheer. Haal het project op met 'git clone'.")
    if arguments[0] == "rev-parse":
        name = arguments[-1].removesuffix("^{commit}")
        remedy = "Noem een tak, een label of een commit; is de kopie ondiep, haal dan eerst alles op: git fetch --unshallow."
        raise HistoryError(f"Git kent '{name}' niet. {remedy}")
    raise HistoryError(f"Git kon dit niet geven: {told or 'onbekende reden'}.")
