"""The content as it was: files of an earlier state of the repository, read from git. Nothing else calls git."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

_FOLDERS = ("voorbeelden", "docs")
KEPT = "gepubliceerd"
"""The branch on which publishing keeps every commit that was ever published, also when main is rewritten."""


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


def is_whole(project: Path) -> bool:
    """Whether there is a history here, and all of it. Raises HistoryError without git or outside a repository."""
    return _git(project, "rev-parse", "--is-shallow-repository").strip() == b"false"


def tips(project: Path) -> bytes:
    """What the history ends in, as something to compare: as long as it is the same, so is the history. Empty without git."""
    try:
        return _git(project, "rev-parse", "HEAD", "--all")
    except HistoryError:
        return b""


def log_of_entries(project: Path) -> str:
    """Every change of an entry or list on the main line, oldest first, as git writes it with `--raw`.

    A line `@<commit> <seconds>` comes before the changes of each commit. A merge counts as the one change that it was
    for readers. What was published and then pushed away stays reachable through the branch `gepubliceerd`: the last
    parent of each of its commits (`gepubliceerd: …`) is the commit of main that was published. Raises HistoryError.
    """
    tips = ["HEAD", *_kept(project)]
    how = ["--reverse", "--date-order", "--first-parent", "--diff-merges=first-parent", "--raw", "--no-abbrev", "--no-renames"]
    # a repository's own settings may not change what is read
    settled = ["-c", "log.showRoot=true", "-c", "core.quotePath=true", "-c", "log.showSignature=false"]
    return _git(
        project, "log", *how, "--format=@%H %ct", "--stdin", "--", "voorbeelden/", settings=settled, told="\n".join(tips) + "\n"
    ).decode()


def blobs(project: Path, ids: Sequence[str]) -> dict[str, bytes]:
    """The contents of files by their git id, in one go. Raises HistoryError."""
    stream = io.BytesIO(_git(project, "cat-file", "--batch", told="".join(f"{one}\n" for one in ids))) if ids else io.BytesIO()
    found = {}
    for one in ids:
        name, *rest = stream.readline().decode().split()
        if name != one or rest[:1] != ["blob"]:
            raise HistoryError(f"Git mist een deel van de geschiedenis ({one}). Haal het project opnieuw op met 'git clone'.")
        found[one] = stream.read(int(rest[1]))
        stream.read(1)
    return found


def _kept(project: Path) -> list[str]:
    """The commits of main that were published, according to the branch that keeps them."""
    for name in (f"refs/heads/{KEPT}", f"refs/remotes/origin/{KEPT}"):
        if _git(project, "for-each-ref", "--format=%(objectname)", name):
            lines = _git(project, "log", "--first-parent", "--format=%P %s", name).decode().splitlines()
            # below the first of its own commits lies main itself
            ours = itertools.takewhile(lambda line: f" {KEPT}: " in line, lines)
            return sorted({line.partition(f" {KEPT}: ")[0].split()[-1] for line in ours})
    return []


def _git(project: Path, *arguments: str, settings: Sequence[str] = (), told: str = "") -> bytes:
    # -c: a repository of someone else may not bring its own programs along
    command = ["git", "-C", str(project), "-c", "core.fsmonitor=false", *settings, *arguments]
    try:
        # its complaints are read below, so they come in one language
        done = subprocess.run(command, input=told.encode(), capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"})
    except FileNotFoundError as error:
        raise HistoryError("Het programma git ontbreekt. Installeer het: https://git-scm.com/") from error
    if done.returncode == 0:
        return done.stdout
    complaint = done.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in complaint:
        raise HistoryError("Deze map staat niet onder versiebeheer. Haal het project op met 'git clone'.")
    if arguments[:2] == ("rev-parse", "--verify"):
        name = arguments[-1].removesuffix("^{commit}")
        remedy = "Noem een tak, een label of een commit; is de kopie ondiep, haal dan eerst alles op: git fetch --unshallow."
        raise HistoryError(f"Git kent '{name}' niet. {remedy}")
    raise HistoryError(f"Git kon dit niet geven: {complaint or 'onbekende reden'}.")
