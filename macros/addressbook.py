"""The committed files about addresses in `voorbeelden/_adressen/`, and what stands in a site at addresses without a page.

`gepubliceerd.txt` has every address that was ever published, one a line; lines are only ever added. From the start it
has the pages that we wrote: a test fails when one of them is not in it, or leads nowhere. Entries are kept by the history
of the project, from the moment in mkdocs.yml on; the command adds them too, with every list of entries, at each release.
`doorverwijzingen.txt` has an old and a new address on each line, for pages that are no entries.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from macros import addresses
from macros.files import write_whole
from macros.permanence import Blijvend, to_redirects
from macros.render import Renderer

FOLDER = Path("voorbeelden", "_adressen")
PUBLISHED = FOLDER / "gepubliceerd.txt"
_MOVED = FOLDER / "doorverwijzingen.txt"
_HEAD = "# Elk adres dat ooit gepubliceerd is. Haal hier nooit iets weg; 'praktijkwijzer adressen' vult aan.\n"


def read_published(project: Path) -> tuple[str, ...]:
    """The addresses of the list, in its order."""
    return tuple(_lines(project / PUBLISHED))


def read_moved(project: Path) -> dict[str, str]:
    """Old address → new address."""
    return {old: new.strip() for line in _lines(project / _MOVED) for old, _, new in [line.partition(" ")]}


def add_published(project: Path, site: Path) -> list[str]:
    """Add the pages of a site to the list; gives those that were new."""
    known = read_published(project)
    fresh = sorted(pages_in(site) - set(known))
    (project / FOLDER).mkdir(parents=True, exist_ok=True)
    write_whole(project / PUBLISHED, (_HEAD + "".join(f"{line}\n" for line in (*known, *fresh))).encode())
    return fresh


def pages_in(site: Path) -> set[str]:
    """The addresses of all pages of a site, but for versions: those follow from the history."""
    found = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html") if not {"versie", "versies"} & set(path.parts))
    return {"" if address == "." else f"{address}/" for address in found} - {""}


def write_stand_ins(site: Path, found: Blijvend, renderer: Renderer, site_url: str) -> None:
    """Put a page at every address that lost its own, and the file `_redirects` for hosts that read it."""
    for old, new in found.doorverwijzingen.items():
        _write(site / old, renderer.render("doorverwijzing", basis=addresses.to_root(old), adres=new, canoniek=site_url + new))
    for address, stone in found.stenen.items():
        has_versions = not stone.leeg and (site / address / "versies").is_dir()
        values: Mapping[str, object] = {"basis": addresses.to_root(address), "steen": stone, "versies": has_versions}
        _write(site / address, renderer.render("verwijderd", **values))
    if found.doorverwijzingen:
        text = to_redirects(found, urlsplit(site_url).path or "/")
        (site / "_redirects").write_text(text, encoding="utf-8", newline="\n")


def _write(folder: Path, html: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(html, encoding="utf-8", newline="\n")


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        return []
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
