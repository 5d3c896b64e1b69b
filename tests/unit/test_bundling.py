"""Several modules in one file do what they did apart."""

from __future__ import annotations

import re

import pytest

from macros.scripting import for_browsers
from macros.scripting.bundling import bundles, housed
from macros.scripting.syntax import ScriptError
from tests.sharing import PROJECT

SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted((PROJECT / "overrides" / "scripts").glob("*.js"))}


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
    # what is handed over has a short name, but for a part that is taken whole
    assert "const {e:m}=$b;\nconst c=$c;" in made["a.js"]
    assert "return{q:$d.e,x}})();" in made["a.js"]
    assert made["a.js"].endswith("export const {e:x}=$a;")


def test_parts_without_two_meanings_share_one_scope() -> None:
    """Nothing is handed over then: what one declares another uses, and each import from elsewhere stands there once."""
    sources = {
        "a.js": 'import { maak } from "./b.js";\nimport { get } from "./ver.js";\nexport { soort } from "./b.js";\n'
        "export const x = maak(get);\n",
        "b.js": 'import { get } from "./ver.js";\nconst eigen = get();\nexport const soort = 1;\n'
        "export function maak(y) { return eigen + y; }\n",
        "ver.js": "export const get = 1;\n",
        "bij.js": 'import { get } from "./ver.js";\n',
    }

    made = bundles(sources, ("a.js",))

    assert re.sub(r"\n+", "\n", made["a.js"]) == (
        'import {get} from "./ver.js";\nexport const {soort,x}=(()=>{\nconst eigen = get();\nconst soort = 1;\n'
        "function maak(y) { return eigen + y; }\nconst x = maak(get);\nreturn{soort,x}})();"
    )


@pytest.mark.parametrize(
    "other",
    [
        "const eigen = 2;\nexport const x = eigen;",
        "export const x = () => location + eigen2;\nfunction document() {}",
        'import { eigen } from "./ver.js";\nexport const x = eigen;',
    ],
    ids=["declared twice", "a name of the browser", "taken from elsewhere"],
)
def test_parts_with_a_name_of_two_meanings_keep_a_scope_each(other: str) -> None:
    """At the top of one file a name means one thing."""
    sources = {
        "a.js": 'import { x } from "./b.js";\nconst eigen = document.title;\nx(eigen);\n',
        "b.js": f"{other}\n",
        "bij.js": 'import "./ver.js";\n',
        "ver.js": "export const eigen = 1;\n",
    }

    assert "const $b=(()=>{" in bundles(sources, ("a.js",))["a.js"]


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
    assert made["een.js"].startswith('import {k} from "./kies.js";\nimport {s} from "./samen.js";\n')
    assert 'from "./een.js"' in made["twee.js"]
    assert {name: made[name] for name in ("kies.js", "pagina.js", "samen.js")} == {
        name: sources[name] for name in ("kies.js", "pagina.js", "samen.js")
    }


@pytest.mark.parametrize(
    "code", ["export let x = 1;", "export default 1;", "export const x = 1;\nimport y from './y.js';", 'export * from "./b.js";']
)
def test_what_cannot_be_put_together_is_refused(code: str) -> None:
    """Something that changes after it was exported would be copied once, and be wrong from then on."""
    with pytest.raises(ScriptError):
        bundles({"a.js": 'import { x } from "./b.js";\n', "b.js": f"{code}\n"}, ("a.js",))


def test_a_module_with_a_home() -> None:
    """Others take it from the home, under the names that they use; the home itself as before."""
    sources = {
        "thuis.js": 'import { a } from "./klein.js";\nexport const t = a;\n',
        "klein.js": "export const a = 1;\nexport const b = 2;\nexport const c = 3;\n",
        "ander.js": 'import { a as x, b } from "./klein.js";\nx(b);\n',
    }

    made = housed(sources, {"klein.js": "thuis.js"})

    assert made == {
        "thuis.js": f'{sources["thuis.js"]}export {{ a, b }} from "./klein.js";\n',
        "klein.js": sources["klein.js"],
        "ander.js": 'import { a as x, b } from "./thuis.js";\nx(b);\n',
    }
    assert sorted(bundles(made, ("thuis.js",))) == ["ander.js", "thuis.js"]


def test_a_copied_module() -> None:
    """Each file that is put together has its own; who stands apart or loads it later gets the file."""
    sources = {
        "een.js": 'import { k } from "./klein.js";\nk();\n',
        "twee.js": 'import { k } from "./klein.js";\nk(2);\n',
        "klein.js": "export const k = () => 1;\n",
    }

    alone = bundles(sources, ("een.js", "twee.js"), ("klein.js",))
    later = bundles(sources | {"drie.js": 'await import("./klein.js");\n'}, ("een.js", "twee.js"), ("klein.js",))

    assert sorted(alone) == ["een.js", "twee.js"]
    assert all("const k = () => 1;" in source and "import" not in source for source in alone.values())
    assert sorted(later) == ["drie.js", "een.js", "klein.js", "twee.js"]
    assert "import" not in later["een.js"]


def test_a_circle_is_refused() -> None:
    """Two modules that need each other have no order."""
    with pytest.raises(ScriptError, match=r"a\.js imports itself"):
        bundles({"a.js": 'import { x } from "./b.js";\n', "b.js": 'import { y } from "./a.js";\n'}, ("a.js",))


def test_our_scripts_lead_to_files_that_are_there() -> None:
    """Whatever is published imports only what is published."""
    made = for_browsers(SCRIPTS)
    asked = {name for source in made.values() for name in re.findall(r'\b(?:from|import)\b ?\(?"\./([\w-]+\.js)"', source)}

    assert {"kies.js", "toets-gelijkenis.js"} <= asked
    assert asked <= made.keys()
    assert len(made) < len(SCRIPTS) - 25
