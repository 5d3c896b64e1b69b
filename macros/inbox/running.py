"""The edge of the inbox: events, artifacts and folders on disk. Workflows call these through the command."""

from __future__ import annotations

import json
import lzma
import zipfile
import zlib
from pathlib import Path
from typing import Any

from macros.files import read_content, read_texts
from macros.history import files_at
from macros.inbox.contribution import MAX_JSON, UntrustedError, comment, from_json, to_json, without_report
from macros.inbox.issues import propose
from macros.project import today

CHANGES = "wijzigingen.json"
"""The one file in the artifact of a contribution."""

_MAX_BODY = 200_000
_DAMAGE = (
    OSError,
    KeyError,
    ValueError,
    EOFError,
    RuntimeError,
    NotImplementedError,  # the zip names a way of packing that Python does not know
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
)
"""What the zip module raises for zips that were made to hurt it."""


def answer_issue(project: Path, issue: Path, folder: Path) -> str:
    """Read an issue as GitHub's API gives it (JSON); write what comes of it in a folder. Gives the path of the new entry, or nothing.

    In the folder come `antwoord.md`, and for an entry also `voorbeeld.yml`, `pad.txt`, `titel.txt` and `verzoek.md`.
    """
    told: dict[str, Any] = json.loads(issue.read_bytes())
    files, _ = read_content(project)
    proposal = propose(str(told["body"] or "")[:_MAX_BODY], int(told["number"]), files, today())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "antwoord.md").write_text(proposal.antwoord, encoding="utf-8")
    if proposal.pad:
        (folder / "voorbeeld.yml").write_bytes(proposal.inhoud)
        (folder / "pad.txt").write_text(proposal.pad, encoding="utf-8")
        (folder / "titel.txt").write_text(proposal.titel, encoding="utf-8")
        (folder / "verzoek.md").write_text(proposal.verzoek, encoding="utf-8")
    return proposal.pad


def hand_over(project: Path, base: str, target: Path) -> None:
    """Write the content that differs from an earlier state, as data. Raises HistoryError."""
    target.write_bytes(to_json(files_at(project, base), read_texts(project)))


def report_on(project: Path, artifact: Path, *, run: str, built: bool) -> str:
    """The comment on a contribution of which the artifact (a zip) was downloaded, but not believed."""
    try:
        changed = from_json(_only_file(artifact))
    except UntrustedError as error:
        return without_report(str(error), run)
    return comment(read_texts(project), changed, today(), run=run, built=built)


def _only_file(artifact: Path) -> bytes:
    """The one known file in a zip, read in memory up to its limit; nothing is unpacked, whatever the names and sizes say."""
    try:
        with zipfile.ZipFile(artifact) as archive, archive.open(CHANGES) as stream:
            return stream.read(MAX_JSON + 1)
    except _DAMAGE as error:
        raise UntrustedError("De gegevens van deze wijziging ontbreken of zijn beschadigd.") from error
