"""The syntax tree of a module."""

from __future__ import annotations

from collections.abc import Iterator

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

_LANGUAGE = Language(tree_sitter_javascript.language())


class ScriptError(Exception):
    """A script is not what the build can handle; the message names it."""


def parse(source: bytes, name: str) -> Node:
    """The tree of a module. Raises ScriptError when it holds an error."""
    root = Parser(_LANGUAGE).parse(source).root_node
    if root.has_error:
        raise ScriptError(f"{name}: dit is geen JavaScript")
    return root


def walk(node: Node) -> Iterator[Node]:
    """A node and all that is in it, in the order of the text."""
    cursor = node.walk()
    while cursor.node is not None:
        yield cursor.node
        if cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


def text_of(node: Node) -> str:
    """What stands in the source."""
    return (node.text or b"").decode()
