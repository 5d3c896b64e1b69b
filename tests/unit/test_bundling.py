"""Several modules in one file do what they did apart."""

from __future__ import annotations

import re

import pytest

from macros.bundling import BundleError, bundles, imports
from tests.conftest import PROJECT

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((PROJECT / "overrides" / "scripts").glob("*.js"))}
ENTRIES = ("formulier.js", "toets-kern.js", "toets.js")


def test_parts_come_in_order_each_in_its_own_scope() -> None:
    """What a part needs stands before it; names may be used twice; an import by another name stays one."""
    sources = {
        "a.js": 'import { maak as m } from "./b.js";\nimport * as c from "./c.js";\nconst x = m(c.x);\nexport { x };\n',
        "b.js": "const x = 1;\nexport function maak(y) { return x + y; }\n",
        "c.js": 'import "./d.js";\nexport const x = 2;\nexport { q } from "./d.js";\n',
        "d.js": "/** q */ export const q = 3;\n",
    }

    made = bundles(sources, ("a.js",))

    assert list(made) == ["a.js"]
    assert re.findall(r"^const (\$\w)=", made["a.js"], re.MULTILINE) == ["$b", "$d", "$c", "$a"]
    assert "const {maak:m}=$b;\nconst c=$c;" in made["a.js"]
    assert "return{q:$d.q,x}})();" in made["a.js"]
    assert made["a.js"].endswith("export const {x}=$a;")


def test_what_others_need_stays_a_file() -> None:
    """A module that another page imports, now or later, and one that two entries share, is there once."""
    sources = {
        "een.js": 'import { k } from "./kies.js";\nimport { s } from "./samen.js";\nimport { i } from "./in.js";\nk(s, i);\n',
        "twee.js": 'import { s } from "./samen.js";\nimport { e } from "./een.js";\ns(e);\n',
        "in.js": "export const i = 1;\n",
        "kies.js": "export const k = 1;\n",
        "later.js": "export const l = 1;\n",
        "pagina.js": 'import { k } from "./kies.js";\nconst l = await import("./later.js");\n',
        "samen.js": "export const s = 1;\n",
    }

    made = bundles(sources, ("een.js", "twee.js"))

    assert sorted(made) == ["een.js", "kies.js", "later.js", "pagina.js", "samen.js", "twee.js"]
    assert made["een.js"].startswith('import * as $kies from "./kies.js";\nimport * as $samen from "./samen.js";\n')
    assert 'from "./een.js"' in made["twee.js"]
    assert {name: made[name] for name in ("kies.js", "pagina.js", "samen.js")} == {
        name: sources[name] for name in ("kies.js", "pagina.js", "samen.js")
    }


@pytest.mark.parametrize(
    "code", ["export let x = 1;", "export default 1;", "export const x = 1;\nimport y from './y.js';", 'export * from "./b.js";']
)
def test_what_cannot_be_put_together_is_refused(code: str) -> None:
    """Something that changes after it was exported would be copied once, and be wrong from then on."""
    with pytest.raises(BundleError):
        bundles({"a.js": 'import { x } from "./b.js";\n', "b.js": f"{code}\n"}, ("a.js",))


def test_a_circle_is_refused() -> None:
    """Two modules that need each other have no order."""
    with pytest.raises(BundleError, match=r"a\.js imports itself"):
        bundles({"a.js": 'import { x } from "./b.js";\n', "b.js": 'import { y } from "./a.js";\n'}, ("a.js",))


def test_our_scripts_lead_to_files_that_are_there() -> None:
    """Whatever is published imports only what is published."""
    made = bundles(SCRIPTS, ENTRIES)
    later = re.compile(r'(?<!\{)\bimport\("\./([\w-]+\.js)"\)')
    asked = {name for source in made.values() for name in (*re.findall(r' from "\./([\w-]+\.js)"', source), *later.findall(source))}
    asked |= {name for source in made.values() for name in imports(source)}

    assert asked <= made.keys()
    assert len(made) < len(SCRIPTS) - 25
