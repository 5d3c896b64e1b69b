"""Everything of others that we use: each with a reason and an allowed licence, locked, watched over and listed."""

from __future__ import annotations

import datetime
import json
import re
import tomllib
from importlib.metadata import distribution

import pytest
import yaml
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation import make_schemabased_validator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import PROJECT
from tools import licences, materials
from tools.licences import LOOKED_UP, allowed, licence_of, locked, refused

ABOUT = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE = (PROJECT / "docs" / "over" / "techniek.md").read_text(encoding="utf-8")
LOCKS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PROJECT.glob("requirements*.txt"))}
ASKED = {
    "Wat de site maakt": ABOUT["project"]["dependencies"],
    "Wat we alleen bij het testen gebruiken": ABOUT["dependency-groups"]["test"],
    "Wat naar fouten zoekt": ABOUT["dependency-groups"]["fuzz"],
    "Wat over de pakketten waakt": ABOUT["dependency-groups"]["toezicht"],
}


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading of the page."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def name_of(requirement: str) -> str:
    return canonicalize_name(Requirement(requirement).name)


@pytest.mark.parametrize("heading", ASKED)
def test_every_package_has_its_reason(heading: str) -> None:
    """What the project asks for and what the page explains are the same list, in the same order."""
    assert [row[0].strip("`") for row in rows(heading)] == sorted(name_of(one) for one in ASKED[heading])
    assert [row for row in rows(heading) if len(row[1]) < 15] == []


@pytest.mark.parametrize("heading", list(ASKED)[:2])
def test_the_page_tells_the_licence_that_the_package_tells(heading: str) -> None:
    assert {row[0]: row[2] for row in rows(heading)} == {row[0]: licence_of(distribution(row[0].strip("`"))) for row in rows(heading)}


def test_every_action_has_its_reason() -> None:
    used = {
        action for path in (PROJECT / ".github/workflows").glob("*.yml") for action in re.findall(r"uses: ([\w/-]+)@", path.read_text())
    }

    assert [row[0].strip("`") for row in rows("Acties in de workflows")] == sorted(used)


@pytest.mark.parametrize("name", ["requirements", "requirements-test"])
def test_every_locked_package_has_an_allowed_licence(name: str) -> None:
    """The whole lock, also what packages ask for themselves; without a network."""
    assert refused(locked(LOCKS[name])) == {}


@pytest.mark.parametrize(
    ("expression", "fine"),
    [
        ("MIT", True),
        ("MIT AND PSF-2.0", True),
        ("GPL-2.0-or-later OR MPL-1.1", True),
        ("AGPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("(GPL-2.0-only OR LGPL-3.0-only) AND MIT", False),
        ("", False),
    ],
)
def test_a_licence_is_allowed_as_a_whole(expression: str, fine: bool) -> None:
    assert allowed(expression) is fine


def test_what_is_not_allowed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check can fail: for a licence outside the list, and for a package that isn't there."""
    monkeypatch.setattr(licences, "allowed", {"Apache-2.0"}.__contains__)

    assert refused(locked("pytest==9.2.0 --hash=sha256:0\nbestaat-niet==1 --hash=sha256:0\n")) == {
        "pytest": "MIT",
        "bestaat-niet": "niet geïnstalleerd",
    }


def test_exceptions_and_what_was_looked_up_are_still_needed() -> None:
    """What leaves the lock leaves these lists; an exception whose licence changed is none."""
    names = {one.name: one for text in LOCKS.values() for one in locked(text)}

    assert LOOKED_UP.keys() <= names.keys()
    assert {name for name, (licence, _) in licences.EXCEPTIONS.items() if licence_of(distribution(name)) != licence} == set()
    assert [name for name, (_, reason) in licences.EXCEPTIONS.items() if f"`{name}`" not in PAGE or not reason] == []


@pytest.mark.parametrize("name", LOCKS)
def test_locks_have_hashes_and_one_version_each(name: str) -> None:
    """All that is asked for is locked, by sha256; and no two locks want different versions."""
    packages = locked(LOCKS[name])
    wanted = ["requirements", "requirements-test", "requirements-fuzz", "requirements-toezicht"].index(name)
    versions = {(one.name, one.version) for text in LOCKS.values() for one in locked(text) if one.applies}

    assert {name_of(one) for one in list(ASKED.values())[wanted]} <= {one.name for one in packages}
    assert [one.name for one in packages if not one.hashes or not all(hash_.startswith("sha256:") for hash_ in one.hashes)] == []
    assert len({of for of, _ in versions}) == len(versions)
    assert "index-url" not in LOCKS[name]


def test_the_bill_of_materials_is_whole_and_repeats() -> None:
    """Every locked package with its hashes, its licence and who asked for it; the same each time."""
    texts = (LOCKS["requirements"], (PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    written = materials.bill(*texts, None)
    bill = json.loads(written)
    parts = {part["bom-ref"]: part for part in bill["components"]}
    asks = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    packages = {f"{one.name}@{one.version}": one for one in locked(LOCKS["requirements"])}

    assert materials.bill(*texts, None) == written
    assert parts.keys() == packages.keys() | {name for name, *_ in materials.ENCLOSED}
    assert all(part["licenses"] for part in parts.values())
    for ref, package in packages.items():
        assert len(parts[ref]["externalReferences"][0]["hashes"]) == len(package.hashes) > 0
        assert parts[ref]["externalReferences"][0]["url"] == f"pkg:pypi/{package.name}@{package.version}"
    direct = {ref.partition("@")[0] for ref in asks["praktijkwijzer"] if ref in packages}
    assert direct == {name_of(one) for one in ABOUT["project"]["dependencies"]}
    assert "pydantic-core@" in " ".join(asks[next(ref for ref in packages if ref.startswith("pydantic@"))])
    # nothing stands there of which nobody knows why
    reached, waiting = set(), ["praktijkwijzer"]
    while waiting:
        ref = waiting.pop()
        waiting += [one for one in asks[ref] if one not in reached]
        reached |= set(asks[ref])
    assert reached == parts.keys()


def test_the_bill_of_materials_is_cyclonedx() -> None:
    """The standard's own schema agrees; a short lock will do, for packages are all of one shape."""
    schema = make_schemabased_validator(OutputFormat.JSON, SchemaVersion.V1_6)
    project = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    short = "pyphen==0.18.1 --hash=sha256:" + "0" * 64 + "\n    # via praktijkwijzer (pyproject.toml)\n"

    assert schema.validate_str(materials.bill(short, project, datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC))) is None
    assert schema.validate_str(materials.bill(short.replace("0" * 64, "x"), project, None)) is not None


def test_new_versions_are_proposed_by_themselves() -> None:
    """For packages and actions alike, in one proposal, and not before others have had a week to find a forgery."""
    settings = yaml.safe_load((PROJECT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    updates = {one["package-ecosystem"]: one for one in settings["updates"]}

    assert settings["version"] == 2
    assert {name: one["directory"] for name, one in updates.items()} == {"pip": "/", "npm": "/tests/anderen", "github-actions": "/"}
    for one in updates.values():
        assert one["schedule"]["interval"] == "weekly"
        assert one["cooldown"]["default-days"] >= 7
        assert [group["patterns"] for group in one["groups"].values()] == [["*"]]


def test_known_leaks_are_looked_for_in_every_lock() -> None:
    """Weekly, without rights to write where packages run, and someone is told."""
    workflow = yaml.safe_load((PROJECT / ".github/workflows/toezicht.yml").read_text(encoding="utf-8"))
    make = (PROJECT / "Makefile").read_text(encoding="utf-8")
    audit = next(line for line in make.splitlines() if "pip_audit" in line)

    # YAML 1.1 reads the key `on` as true
    assert workflow[True]["schedule"]
    assert [f"-r {name}.txt" for name in LOCKS if f"-r {name}.txt" not in audit] == []
    assert workflow["jobs"]["nakijken"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["melden"]["permissions"]["issues"] == "write"
