"""Our JSON is that of Python, byte for byte."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from macros.indenting import indented

TEXTS = some.text()
VALUES = some.recursive(
    some.none() | some.booleans() | some.integers(-(2**63), 2**63 - 1) | TEXTS,
    lambda inner: some.lists(inner) | some.dictionaries(TEXTS, inner),
)


@given(VALUES)
def test_any_value(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("value", [{}, [], [[]], {"a": {}}, {"a": [], "b": [{}]}, 'é\u2028"\\', (1, ("x",))])
def test_what_is_empty_or_strange(value: object) -> None:
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=1)
