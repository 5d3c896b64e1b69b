"""Scripts on their way to the browser: with short names, and doing the same."""

from __future__ import annotations

import pytest

from macros.scripting import minified
from macros.scripting.syntax import ScriptError

MINIFIED = {
    "comments go": ("// what\nconst x = 1; /** of */ call(x, x);", "const x=1;call(x,x)"),
    "exports stay": ("export function twice(number) { return number * 2; }", "export function twice(e){return e*2}"),
    "imports": ('import { word } from "./x.js"; word(word);', 'import{word}from"./x.js";word(word)'),
    "properties stay": ("call({ word: 1 }).word += 1;", "call({word:1}).word+=1"),
    "shorthand": ("call((word) => ({ word }));", "call(e=>({word:e}))"),
    "no foreign name is taken": ("call((word) => e(word));", "call(t=>e(t))"),
    "text in a template": ("call((word) => `word  ${word ? `a  b` : 1}`);", "call(e=>`word  ${e?`a  b`:1}`)"),
    "private fields": ("call(class { #own = 1; size() { return this.#own; } });", "call(class{#e=1;size(){return this.#e}})"),
    "patterns in Unicode": (r"call(/(?<![\w])\p{M}+/gu);", r"call(/(?<![\w])\p{M}+/gu)"),
}


@pytest.mark.parametrize(("source", "expected"), MINIFIED.values(), ids=MINIFIED)
def test_what_is_left(source: str, expected: str) -> None:
    """What a module says to others and to the reader stays as it was written."""
    assert minified(source, "proef.js") == expected


def test_no_javascript_is_refused() -> None:
    """With the name of the script."""
    with pytest.raises(ScriptError, match=r"proef\.js"):
        minified("const = ;", "proef.js")
