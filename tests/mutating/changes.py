"""Small faults in Python code, one at a time: what a tired programmer could have written instead."""

from __future__ import annotations

import ast
import copy
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from types import CodeType

_COMPARED = {
    ast.Eq: ast.NotEq, ast.NotEq: ast.Eq, ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr}
_PAIRS = (
    "lower upper",
    "startswith endswith",
    "lstrip rstrip",
    "partition rpartition",
    "min max",
    "any all",
    "find rfind",
    "search fullmatch",
)
_NAMED = {one: other for pair in _PAIRS for one, other in (pair.split(), pair.split()[::-1])}


@dataclass(frozen=True)
class Change:
    """One fault: in which function, at which line, what was done, and the code of the function with it."""

    function: str
    line: int
    what: str
    code: CodeType

    @property
    def name(self) -> str:
        """What tells it apart from all others, also when lines above it are added."""
        return f"{self.function}: {self.what}"


def changes(source: str, path: str) -> Iterator[Change]:
    """Every fault in the functions and methods of a module, in the order of the source."""
    for tree, body, place, qualname in _functions(source):
        function = body[place]
        for line, what, changed in _in_function(function):
            body[place] = changed
            yield Change(qualname, line, what, _find(compile(ast.fix_missing_locations(tree), path, "exec"), qualname))
        body[place] = function


def noting(source: str, path: str, module: str) -> Iterator[tuple[str, CodeType]]:
    """Every function with a call of `__note__` where it begins, and where it yields: its name, and whether it had something to say."""
    for tree, body, place, qualname in _functions(source):
        changed = copy.deepcopy(body[place])
        changed.body.insert(1 if ast.get_docstring(changed) else 0, _note(f"{module}:{qualname}", said=False))
        for parent in list(ast.walk(changed)):
            for _, value in ast.iter_fields(parent):
                if isinstance(value, list):
                    for index in reversed(range(len(value))):
                        if isinstance(value[index], ast.Expr) and isinstance(value[index].value, ast.Yield):
                            value.insert(index, _note(f"{module}:{qualname}", said=True))
        body[place], function = changed, body[place]
        yield qualname, _find(compile(ast.fix_missing_locations(tree), path, "exec"), qualname)
        body[place] = function


def _note(name: str, *, said: bool) -> ast.stmt:
    return ast.Expr(ast.Call(ast.Name("__note__", ast.Load()), [ast.Constant(name), ast.Constant(said)], []))


def _functions(source: str) -> Iterator[tuple[ast.Module, list[ast.stmt], int, str]]:
    """The whole tree, the list in which a function stands, its place there, and its name."""
    tree = ast.parse(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for prefix, body in (("", tree.body), *((f"{owner.name}.", owner.body) for owner in classes)):
        for place, node in enumerate(body):
            if isinstance(node, ast.FunctionDef):
                yield tree, body, place, f"{prefix}{node.name}"


def _find(code: CodeType, qualname: str) -> CodeType:
    inner = [constant for constant in code.co_consts if isinstance(constant, CodeType)]
    return next((one for one in inner if one.co_qualname == qualname), None) or next(
        found for one in inner if qualname.startswith(f"{one.co_name}.") for found in [_find(one, qualname)]
    )


def _in_function(function: ast.FunctionDef) -> Iterator[tuple[int, str, ast.FunctionDef]]:
    """Line, description and the function with one fault in it."""
    fixed = _fixed(function)
    seen: dict[str, int] = {}
    line = function.lineno
    for index, node in enumerate(ast.walk(function)):
        line = getattr(node, "lineno", line)
        for variant, new in enumerate(_options(node)) if id(node) not in fixed else ():
            what = f"{_shown(node)} → {_shown(new)}"
            seen[what] = seen.get(what, 0) + 1
            changed = copy.deepcopy(function)
            there = next(itertools.islice(ast.walk(changed), index, None))
            _replace(changed, there, list(_options(there))[variant])
            yield line, f"{what} #{seen[what]}", changed


def _shown(node: ast.AST) -> str:
    return " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())[:70]


def _fixed(function: ast.FunctionDef) -> set[int]:
    """The ids of nodes that are no code of the function itself: docstring, annotations, defaults and decorators."""
    outside: list[ast.AST] = [*function.decorator_list, function.args, *([function.returns] if function.returns else [])]
    outside += [one.annotation for one in ast.walk(function) if isinstance(one, ast.AnnAssign)]
    outside += [function.body[0]] if ast.get_docstring(function) else []
    return {id(inner) for root in outside for inner in ast.walk(root)}


def _options(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, [operator], [right]) if type(operator) in _COMPARED:
            yield ast.Compare(left, [_COMPARED[type(operator)]()], [right])
        case ast.BoolOp(operator, values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, operator, right) if type(operator) in _COUNTED:
            yield ast.BinOp(left, _COUNTED[type(operator)](), right)
        case ast.Constant(bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(int() as value):
            yield ast.Constant(value + 1)
        case ast.Constant(str() as value):
            yield ast.Constant(f"{value}XX")
        case ast.Attribute(value, attr) if attr in _NAMED:
            yield ast.Attribute(value, _NAMED[attr], ast.Load())
        case ast.Name(name, ast.Load()) if name in _NAMED:
            yield ast.Name(_NAMED[name], ast.Load())
        case ast.If(test, body, orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.comprehension(target, iterated, [first, *rest], is_async):
            yield ast.comprehension(target, iterated, [ast.UnaryOp(ast.Not(), first), *rest], is_async)
        case ast.Return(value) if value is not None and not (isinstance(value, ast.Constant) and value.value is None):
            yield ast.Return(ast.Constant(None))
        case ast.Expr(ast.Yield() | ast.YieldFrom() | ast.Call()):
            yield ast.If(ast.Constant(False), [copy.deepcopy(node)], [])
        case ast.Break():
            yield ast.Continue()
        case ast.Continue():
            yield ast.Break()
        case ast.Call(called, arguments, [_, *_] as keywords):
            for left_out in keywords:
                yield ast.Call(called, arguments, [one for one in keywords if one is not left_out])


def _replace(root: ast.AST, old: ast.AST, new: ast.AST) -> None:
    if hasattr(old, "lineno"):
        ast.copy_location(new, old)
    for parent in ast.walk(root):
        for name, value in ast.iter_fields(parent):
            if value is old:
                setattr(parent, name, new)
            elif isinstance(value, list):
                value[:] = [new if one is old else one for one in value]
