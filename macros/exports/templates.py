"""An empty entry for each kind, to fill in by hand: `/meedoen/formulier/praktijk.yml`.

The required fields stand open, with explanation and example; the others follow as comment, ready to be
switched on. Until it is filled in, `praktijkwijzer check` names every field that still waits.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from macros.canonical import order
from macros.catalogue import Catalogue
from macros.model.entry import KINDS
from macros.views.form import Veld, stappen

_HEAD = """# yaml-language-server: $schema=_schema/{kind}.schema.json
# Een leeg voorbeeld. Vul in wat achter de dubbele punten hoort. Regels met # ervoor zijn uitleg; die mag je weghalen.
# Een veld dat met # begint, mag wegblijven. Wil je het invullen, haal dan '# ' weg voor het veld.
"""


def templates(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and content of the empty file of every kind."""
    fields = {veld.naam: veld for stap in stappen(catalogue) for veld in stap.velden}
    for kind, model in KINDS.items():
        lines = (line for name in order(model) for line in _field(fields[name], catalogue, kind))
        yield f"meedoen/formulier/{kind}.yml", _HEAD.format(kind=kind) + "".join(f"{line}\n" for line in lines)


def _field(veld: Veld, catalogue: Catalogue, kind: str) -> Iterator[str]:
    yield ""
    yield f"# {veld.uitleg}" if veld.naam != "type" else "# Wat voor voorbeeld het is."
    if veld.lijst in catalogue.lijsten and not veld.lang:
        yield from _terms(veld, catalogue)
    elif veld.voorbeeld:
        yield f"# Bijvoorbeeld: {veld.voorbeeld}"
    mark = "" if veld.verplicht else "# "
    yield from (f"{mark}{line}" for line in _lines(veld, kind))


def _terms(veld: Veld, catalogue: Catalogue) -> Iterator[str]:
    line = "# Kies uit:"
    for key in catalogue.lijsten[veld.lijst]:
        if len(line) + len(key) > 98:
            yield f"{line}"
            line = "#  "
        line += f" {key},"
    yield line.rstrip(",")


def _lines(veld: Veld, kind: str) -> Sequence[str]:
    """The field itself, empty; a text keeps room below it."""
    if veld.naam == "type":
        return [f"type: {kind}"]
    if veld.soort in ("groep", "groepen"):
        dash = "- " if veld.soort == "groepen" else "  "
        # what may stay away in a group that must be there waits as comment
        inside = [f"{'# ' if veld.verplicht and not part.verplicht else ''}{line}" for part in veld.velden for line in _lines(part, kind)]
        lead = "  " if veld.soort == "groepen" else ""
        return [f"{veld.naam}:", *(f"{lead}{'  ' if number else dash}{line}" for number, line in enumerate(inside))]
    return [f"{veld.naam}:"]
