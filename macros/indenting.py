"""JSON that people can read too, with a line for every value."""

from __future__ import annotations

import json

_leaf = json.JSONEncoder(ensure_ascii=False).encode


def indented(value: object, depth: int = 0) -> str:
    """What `json.dumps(value, ensure_ascii=False, indent=1)` gives, in a third of the time.

    With an indent, `json` puts every comma and space in a row of pieces of its own. Keys are texts.
    """
    inner, outer = f"\n{' ' * (depth + 1)}", f"\n{' ' * depth}"
    if isinstance(value, dict) and value:
        lines = [f"{_leaf(key)}: {indented(held, depth + 1)}" for key, held in value.items()]
        return f"{{{inner}{f',{inner}'.join(lines)}{outer}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([indented(held, depth + 1) for held in value])}{outer}]"
    return _leaf(value)
