"""Several modules in one file. Modules that stay apart import from that file what they imported from its parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from macros.scripting.syntax import Edit, ScriptError, parse, replaced, text_of, walk

_STATIC = {"import_statement", "export_statement"}


@dataclass(frozen=True)
class Module:
    """A module with what it takes from other modules: (module, names) — no names where it may take all."""

    name: str
    source: bytes
    root: Node
    takes: tuple[tuple[str, tuple[str, ...]], ...]


def join(scripts: Mapping[str, str], bundles: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """Name → source of every file: the bundles, and each module that is in none. Raises ScriptError.

    In a bundle an import of another of its parts falls away, and what nobody outside takes is no longer exported.
    """
    modules = [_read(name, source) for name, source in scripts.items()]
    home = {part: bundle for bundle, parts in bundles.items() for part in parts}
    homes = {module.name: home.get(module.name, module.name) for module in modules}
    asked = _asked_from_outside(modules, homes)
    files = {module.name: _apart(module, homes) for module in modules if module.name not in home}
    for bundle, names in bundles.items():
        parts = [module for name in names for module in modules if module.name == name]
        _refuse_same_names(parts, homes, bundle)
        files[bundle] = "\n".join((*_imports(parts, homes), *(_part(module, homes, _wanted(module, bundle, asked)) for module in parts)))
    return files


def _read(name: str, source: str) -> Module:
    text = source.encode()
    root = parse(text, name)
    return Module(name, text, root, tuple(_taken(root, name)))


def _taken(root: Node, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for node in walk(root):
        if node.type == "import_specifier" and node.child_by_field_name("alias"):
            raise ScriptError(f"{name}.js: geef een import geen andere naam")
        if (path := _path(node)) is not None:
            yield path, tuple(_imported(node))


def _imported(node: Node) -> Iterator[str]:
    """The names in an import; none where it is called, for it gives all."""
    yield from (
        text_of(part) for part in walk(node) if part.type == "identifier" and part.parent and part.parent.type == "import_specifier"
    )


def _path(node: Node) -> str | None:
    """The module of ours that an import names, at the top or when it is called."""
    source = node.child_by_field_name("source") if node.type in _STATIC else None
    if node.type == "call_expression" and (function := node.child_by_field_name("function")) and function.type == "import":
        arguments = node.child_by_field_name("arguments")
        source = arguments.named_children[0] if arguments else None
    text = text_of(source)[1:-1] if source and source.type == "string" else ""
    return text.removeprefix("./").removesuffix(".js") if text.startswith("./") else None


def _asked_from_outside(modules: Sequence[Module], homes: Mapping[str, str]) -> Mapping[str, set[str] | None]:
    """Per module the names that another file takes from it; None where one may take all."""
    asked: dict[str, set[str] | None] = {}
    for module in modules:
        for path, names in module.takes:
            if homes[path] != homes[module.name]:
                known = asked.setdefault(path, set())
                asked[path] = known | {*names} if known is not None and names else None
    return asked


def _apart(module: Module, homes: Mapping[str, str]) -> str:
    """A module that keeps its own file: it imports from the files in which others went."""
    return replaced(module.source, _moved(module.root, homes)).decode()


def _moved(root: Node, homes: Mapping[str, str]) -> Iterator[Edit]:
    for node in walk(root):
        path = _path(node)
        if path is not None and homes[path] != path:
            literal = next(part for part in walk(node) if part.type == "string")
            yield literal.start_byte, literal.end_byte, f'"./{homes[path]}.js"'.encode()


def _imports(parts: Sequence[Module], homes: Mapping[str, str]) -> Iterator[str]:
    """What parts of one file import from other files, each once."""
    taken: dict[str, set[str]] = defaultdict(set)
    for module in parts:
        for node in module.root.children:
            if (path := _path(node)) is not None and homes[path] != homes[module.name]:
                taken[homes[path]] |= {*_imported(node)}
    for name, names in sorted(taken.items()):
        yield f'import {{ {", ".join(sorted(names))} }} from "./{name}.js";'


def _wanted(module: Module, bundle: str, asked: Mapping[str, set[str] | None]) -> set[str] | None:
    """What a part must export; the one that gives a file its name keeps all."""
    return None if module.name == bundle else asked.get(module.name, set())


def _part(module: Module, homes: Mapping[str, str], wanted: set[str] | None) -> str:
    """A module within a file: without its imports at the top, and of what it exports with only what others want."""
    edits: list[Edit] = []
    for node in module.root.children:
        declared = node.child_by_field_name("declaration")
        if node.type == "import_statement":
            edits.append((node.start_byte, node.end_byte, b""))
            continue
        if declared and wanted is not None and not wanted & {*_names(declared)}:
            edits.append((node.start_byte, declared.start_byte, b""))
        edits += _moved(node, homes)
    return replaced(module.source, edits).decode()


def _names(declaration: Node) -> Iterator[str]:
    """The names that a declaration at the top makes; patterns by all that is in them."""
    if declaration.type == "lexical_declaration":
        for part in declaration.named_children:
            if part.type == "variable_declarator" and (pattern := part.child_by_field_name("name")):
                yield from (text_of(name) for name in walk(pattern) if name.type in {"identifier", "shorthand_property_identifier_pattern"})
    elif name := declaration.child_by_field_name("name"):
        yield text_of(name)


def _refuse_same_names(parts: Sequence[Module], homes: Mapping[str, str], bundle: str) -> None:
    """Parts of one file share its top, so no two may declare the same there, nor import what another declares."""
    made: Counter[str] = Counter()
    for module in parts:
        for node in module.root.children:
            made.update(_names(node.child_by_field_name("declaration") or node))
    taken = {name for module in parts for path, names in module.takes if homes[path] != bundle for name in names}
    if twice := sorted(name for name, number in made.items() if number > 1 or name in taken):
        raise ScriptError(f"{bundle}.js: meer delen hebben een eigen {', '.join(twice)}")
