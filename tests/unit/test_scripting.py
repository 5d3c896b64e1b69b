"""Scripts on their way to the browser: with short names, and doing the same."""

from __future__ import annotations

import pytest

from macros.scripting.naming import shorten
from macros.scripting.syntax import ScriptError

SHORTENED = {
    "own names": ("const word = 1; call(word);", "const e = 1; call(e);"),
    "exports stay": ("export const word = 1; export function twice(number) { return number * word; }",
                     "export const word = 1; export function twice(e) { return e * word; }"),
    "an export list stays": ("function word() {} export { word };", "function word() {} export { word };"),
    "imports": ('import { word, other } from "./x.js"; word(other, word);', 'import { word as e, other as t } from "./x.js"; e(t, e);'),
    "properties stay": ("const word = { word: 1, a: 2 }; word.word += word.a;", "const e = { word: 1, a: 2 }; e.word += e.a;"),
    "shorthand": ("const word = 1; call({ word });", "const e = 1; call({ word:e });"),
    "patterns": ("const { word, other: [third = word] } = call(); use(word, third);",
                 "const { word:e, other: [t = e] } = call(); use(e, t);"),
    "fallback in a pattern": ("const { word = document } = call(); use(word);", "const { word:e = document } = call(); use(e);"),
    "fallback of a parameter": ("const show = (root = document) => root;", "const t = (e = document) => e;"),
    "shadowing": ("const word = 1; call((word) => word, word);", "const e = 1; call((e) => e, e);"),
    "own here, foreign there": ("{ const name = 1; call(name); } call(name);", "{ const name = 1; call(name); } call(name);"),
    "no foreign name is taken": ("const word = 1; e(word); t(word);", "const a = 1; e(a); t(a);"),
    "text in a template": ("const word = 1; call(`word ${word}`);", "const e = 1; call(`word ${e}`);"),
    "loops and errors": ("for (const word of all) try { call(word); } catch (wrong) { say(wrong); }",
                         "for (const e of all) try { call(e); } catch (t) { say(t); }"),
    "classes": ("class Group { #own = 1; size(word) { return this.#own + word; } } call(new Group());",
                "class e { #own = 1; size(t) { return this.#own + t; } } call(new e());"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "expected"), SHORTENED.values(), ids=SHORTENED)
def test_short_names(source: str, expected: str) -> None:
    """Only what a module declares itself, wherever it stands, and never a property or an export."""
    assert shorten(source, "proef") == expected


def test_no_javascript_is_refused() -> None:
    """With the name of the script."""
    with pytest.raises(ScriptError, match=r"proef\.js"):
        shorten("const = ;", "proef.js")
