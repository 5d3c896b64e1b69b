"""Reads the part of CBOR (RFC 8949) in which Pagefind writes its index: numbers, texts and lists."""

from __future__ import annotations

from typing import Any

_LONG = {24: 1, 25: 2, 26: 4, 27: 8}


def read(content: bytes) -> Any:
    """The one value of which the content consists."""
    value, end = _value(content, 0)
    assert end == len(content)
    return value


def _value(content: bytes, at: int) -> tuple[Any, int]:
    kind, number = content[at] >> 5, content[at] & 31
    at += 1
    if size := _LONG.get(number):
        number = int.from_bytes(content[at : at + size])
        at += size
    if kind == 3:
        return content[at : at + number].decode(), at + number
    if kind == 4:
        values = []
        for _ in range(number):
            value, at = _value(content, at)
            values.append(value)
        return values, at
    assert kind < 2, kind
    return -1 - number if kind else number, at
