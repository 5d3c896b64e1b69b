"""What a page asks for at once is what its scripts import in the end, and what a search needs."""

from __future__ import annotations

import pytest

from macros.preloading import imports, with_index


def test_all_that_a_script_imports_in_the_end() -> None:
    """Through other scripts, also where two import each other; a script doesn't import itself."""
    scripts = {
        "blad.js": 'import{a}from"./kern.js";import "./los.js";',
        "kern.js": 'import { b } from "./tekst.js";\nexport{c}from"./blad.js";',
        "los.js": "document.title",
        "tekst.js": "export const b=1",
    }

    assert imports(scripts)["blad.js"] == ["kern.js", "los.js", "tekst.js"]
    assert imports(scripts)["kern.js"] == ["blad.js", "los.js", "tekst.js"]


@pytest.mark.parametrize(
    "text",
    ['const { zoek } = await import("./kern.js");', 'import "./los.js";', "", "const naam = './kern.js'"],
    ids=["on demand", "one step", "nothing", "a text"],
)
def test_what_comes_on_demand_or_in_one_step_is_not_named(text: str) -> None:
    """Naming it would win nothing, or fetch what nobody needs."""
    scripts = {"blad.js": text, "kern.js": 'import "./los.js"', "los.js": ""}

    assert imports(scripts)["blad.js"] == []


def test_the_list_of_the_index_gets_its_name() -> None:
    """Only in a page that asks for it; without such a list nothing can be searched, so the build stops."""
    asking = b"<link href=../pagefind/pf_meta><link href=../pagefind/pagefind-entry.json?ts=pf_tag>"

    named = b"<link href=../pagefind/pagefind.unknown_1a.pf_meta><link href=../pagefind/pagefind-entry.json?ts=1a>"

    assert with_index(asking, ["pagefind.js", "pagefind.unknown_1a.pf_meta"]) == named
    assert with_index(b"<p>pf_meta", []) == b"<p>pf_meta"
    with pytest.raises(ValueError, match="unpack"):
        with_index(asking, ["pagefind.js"])
