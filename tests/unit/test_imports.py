"""Imports point one way; the pure core knows no disk, clock, network or MkDocs."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

MACROS = Path(__file__).parents[2] / "macros"
MODULES = {
    ".".join(path.relative_to(MACROS.parent).with_suffix("").parts).removesuffix(".__init__"): path for path in sorted(MACROS.rglob("*.py"))
}

EDGES = {
    "macros.files",
    "macros.project",
    "macros.cli",
    "macros.commands.content",
    "macros.commands.ground",
    "macros.commands.inbox",
    "macros.commands.links",
    "macros.commands.permanence",
    "macros.commands.site",
    "macros.commands.upkeep",
    "macros.authoring",
    "macros.plugin",
    "macros.building",
    "macros.searching",
    "macros.steps",
    "macros.serving",
    "macros.links",
    "macros.history",
    "macros.versions.past",
    "macros.addressbook",
    "macros.moving",
    "macros.versions.verifying",
    "macros.composing",
    "macros.inbox.running",
    "macros.weblinks.archive",
    "macros.weblinks.memory",
    "macros.weblinks.running",
    "macros.weblinks.visiting",
    "macros.rasterising",
    "macros.locking",
    "macros.inspecting",
    "macros.confirming",
    "macros.watching",
    "macros.keeping.errand",
    "macros.keeping.judgements",
    "macros.keeping.store",
    "macros.keeping.workshop",
    "macros.making.assets",
    "macros.making.maker",
    "macros.making.writing",
    "macros.waiting",
    "macros.dutch_arguments",
}
"""What may touch the disk, the clock or the network, or hands over to what does."""

CORE = [name for name in MODULES if name not in EDGES and not name.startswith("macros.exports")]
IMPURE = {
    "os",
    "pathlib",
    "io",
    "shutil",
    "tempfile",
    "subprocess",
    "socket",
    "http",
    "urllib.request",
    "sys",
    "time",
    "random",
    "logging",
    "threading",
    "asyncio",
    "httpx",
}
LAYERS = [
    {"macros.problem", "macros.dates", "macros.naming", "macros.addresses", "macros.render", "macros.keeping.store"},
    {"macros.characters", "macros.document", "macros.yaml_faults"},
    {"macros.yaml_values"},
    {"macros.yaml_plain"},
    {"macros.reading", "macros.prose", "macros.readability"},
    {"macros.model"},
    {"macros.rules"},
    {"macros.catalogue", "macros.citations", "macros.schema", "macros.files", "macros.collections"},
    {"macros.checking", "macros.views", "macros.versions", "macros.weblinks"},
    {"macros.project", "macros.finding", "macros.mending"},
    {"macros.pages"},
    {"macros.links", "macros.exports", "macros.page_macros", "macros.requesting", "macros.upkeep"},
    {"macros.making"},
    {"macros.authoring", "macros.plugin", "macros.rasterising"},
    {"macros.inbox"},
    {"macros.building", "macros.keeping", "macros.serving", "macros.composing", "macros.inspecting", "macros.confirming"},
    {"macros.commands"},
    {"macros.cli"},
]
"""From the bottom up: a module imports its own room and what lies below."""


def imported(path: Path) -> set[str]:
    """All modules that a file imports, wherever the statement stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports out"
            modules = {f"{node.module}.{alias.name}" for alias in node.names} & MODULES.keys()
            names |= modules or {str(node.module)}
    return names


def room(module: str) -> int | None:
    """The layer of a module; a module that stands in none only has to keep out of circles."""
    found = [level for level, names in enumerate(LAYERS) if any(module == name or module.startswith(f"{name}.") for name in names)]
    return found[0] if found else None


def test_only_one_module_knows_mkdocs() -> None:
    """The catalogue must outlive Material for MkDocs."""
    knowing = {
        name
        for name, path in MODULES.items()
        if any(found.split(".")[0] in ("mkdocs", "material", "mkdocs_macros") for found in imported(path))
    }

    assert knowing == {"macros.plugin"}


@pytest.mark.parametrize("name", CORE)
def test_core_is_pure(name: str) -> None:
    """No disk, clock, network, environment or chance: all of it comes in as an argument."""
    tree = ast.parse(MODULES[name].read_text(encoding="utf-8"))
    impure = {found for found in imported(MODULES[name]) if any(found == wrong or found.startswith(f"{wrong}.") for wrong in IMPURE)}
    calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}

    assert impure == set()
    assert {
        call
        for call in calls
        if call in ("open", "print", "input", "exec", "eval", "breakpoint") or call.endswith((".now", ".today", ".utcnow"))
    } == set()


@pytest.mark.parametrize("name", [name for name in MODULES if room(name) is not None])
def test_imports_point_one_way(name: str) -> None:
    """A module imports from its own layer or from one below it."""
    own = room(name)
    assert own is not None

    assert {found for found in imported(MODULES[name]) & MODULES.keys() if (room(found) or 0) > own} == set()


def test_no_circles() -> None:
    """Modules can be read one after another, each after what it imports."""
    waiting = {name: imported(path) & MODULES.keys() - {name, "macros"} for name, path in MODULES.items() if name != "macros"}
    while ready := {name for name, needs in waiting.items() if not needs & waiting.keys()}:
        waiting = {name: needs for name, needs in waiting.items() if name not in ready}

    assert waiting == {}


def test_layers_name_existing_modules() -> None:
    """What is renamed is renamed here too."""
    assert [name for names in LAYERS for name in names if name not in MODULES and name not in ("macros.exports", "macros.links")] == []


def test_package_imports_nothing_by_itself() -> None:
    """`import macros` is cheap: mkdocs-macros gets its function, which imports the rest when called."""
    tree = ast.parse(MODULES["macros"].read_text(encoding="utf-8"))

    assert [ast.unparse(node) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)] == [
        "from __future__ import annotations",
        "from typing import Any",
    ]
