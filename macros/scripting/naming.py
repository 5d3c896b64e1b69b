"""Which names a module declares at its top, and which it has from the browser: so that modules can share one file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import count

from tree_sitter import Node

from macros.scripting.syntax import parse, text_of, walk

_FUNCTIONS = {"arrow_function", "function_declaration", "function_expression", "method_definition", "generator_function_declaration"}
_SCOPES = {
    *_FUNCTIONS,
    "program",
    "statement_block",
    "for_statement",
    "for_in_statement",
    "switch_body",
    "catch_clause",
    "class_static_block",
}
_SHORTHAND = {"shorthand_property_identifier", "shorthand_property_identifier_pattern"}
_NAMES = {"identifier", *_SHORTHAND}
_DECLARING = {"variable_declarator", "function_declaration", "class_declaration", "generator_function_declaration"}
_BINDING = {*_DECLARING, "formal_parameters", "arrow_function", "catch_clause", "for_in_statement", "import_specifier"}
_LETTERS = "etanrisoldcupmhgfbvywkxjzqETANRISOLDCUPMHGFBVYWKXJZQ"
_WORDS = {"as", "do", "if", "in", "is", "of"}


def short_names(taken: Collection[str] = ()) -> Iterator[str]:
    """Names that are in nobody's way, the shortest first, without end."""
    for size in count(1):
        for number in range(len(_LETTERS) ** size):
            letters = "".join(_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(size))
            if letters not in taken and letters not in _WORDS:
                yield letters


# a module that many files have a copy of is read once
@cache
def top_names(source: str, name: str) -> frozenset[str]:
    """What a module declares at its top, without what it imports. Raises ScriptError."""
    tops = [node.child_by_field_name("declaration") or node for node in parse(source.encode(), name).children]
    parts = [part for node in tops for part in (node.named_children if node.type == "lexical_declaration" else (node,))]
    return frozenset(text_of(bound) for part in parts for bound in _declared(part))


@cache
def foreign_names(source: str, name: str) -> frozenset[str]:
    """The names that a module uses and doesn't declare: those of the browser. Raises ScriptError."""
    used: list[Node] = []
    where: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for node in walk(parse(source.encode(), name)):
        kind = node.type
        if kind in _NAMES:
            used.append(node)
        elif kind in _BINDING:
            for bound in _declared(node):
                scope = _scope(node)
                where[text_of(bound)].append((scope.start_byte, scope.end_byte))
    return frozenset(_foreign(used, where))


def _foreign(names: Iterable[Node], where: Mapping[str, Sequence[tuple[int, int]]]) -> Iterator[str]:
    """Of some names those that stand outside every part of the module in which they hold."""
    for node in names:
        name, place = text_of(node), node.start_byte
        if not any(start <= place < end for start, end in where.get(name, ())):
            yield name


def _declared(node: Node) -> Iterator[Node]:
    """The names that a node binds."""
    if node.type in _DECLARING:
        yield from _bound(node.child_by_field_name("name"))
    elif node.type == "formal_parameters":
        for child in node.named_children:
            yield from _bound(child)
    elif node.type in {"arrow_function", "catch_clause"}:
        yield from _bound(node.child_by_field_name("parameter"))
    elif node.type == "for_in_statement" and node.child_by_field_name("kind"):
        yield from _bound(node.child_by_field_name("left"))
    elif node.type == "import_specifier":
        yield from _bound(node.child_by_field_name("alias") or node.child_by_field_name("name"))


def _bound(pattern: Node | None) -> Iterator[Node]:
    """The names in a pattern, without the values that it falls back on."""
    if pattern is None:
        return
    if pattern.type in {"identifier", "shorthand_property_identifier_pattern"}:
        yield pattern
    elif pattern.type in {"assignment_pattern", "object_assignment_pattern"}:
        yield from _bound(pattern.child_by_field_name("left"))
    elif pattern.type == "pair_pattern":
        yield from _bound(pattern.child_by_field_name("value"))
    elif pattern.type in {"object_pattern", "array_pattern", "rest_pattern"}:
        for child in pattern.named_children:
            yield from _bound(child)


def _scope(node: Node) -> Node:
    """The part of the module in which what a node binds holds."""
    if node.type in {"arrow_function", "catch_clause", "for_in_statement"}:
        return node
    scope = node.parent
    while scope and scope.parent and scope.type not in _SCOPES:
        scope = scope.parent
    return scope or node
