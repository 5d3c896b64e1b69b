"""Where files of this project are made and edited on the web: at GitHub, GitLab or a forge like them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass


@dataclass(frozen=True)
class Forge:
    """Addresses of the entries' folder: `nieuw` to make a file in it, `bewerk` to edit one; empty when there is no forge.

    `melding` is where one opens an issue. `vult_in` tells whether the forge takes name and text of a new file from the
    address. GitLab takes only the name.
    """

    nieuw: str = ""
    bewerk: str = ""
    vult_in: bool = False
    melding: str = ""


def forge(repo_url: str | None, edit_uri: str | None) -> Forge:
    """The forge behind MkDocs' `repo_url` and `edit_uri` (`edit/main/docs/`), of which the last part is the docs folder."""
    if not repo_url or not edit_uri:
        return Forge()
    folder = posixpath.normpath(f"{edit_uri}/../voorbeelden")
    base = repo_url.rstrip("/")
    head, edit, rest = folder.partition("edit/")
    if not edit:
        return Forge(bewerk=f"{base}/{folder}/")
    issue = f"{base}/{head}issues/new" if head else f"{base}/issues/new/choose"
    return Forge(f"{base}/{head}new/{rest}", f"{base}/{folder}/", vult_in=not head, melding=issue)
