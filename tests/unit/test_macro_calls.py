"""What `check` says of a call of a macro is what the macro itself would say; tests/data/invalid/macro-op-een-pagina has the places."""

from __future__ import annotations

import inspect
import re
import time
from collections.abc import Callable
from typing import Any

import pytest

from macros.addresses import FACETS
from macros.catalogue import Catalogue
from macros.checking import Checked
from macros.exports.open_data.formats import DOELEN
from macros.page_macros import Macros, Omgeving, macro_names
from macros.rules.macro_calls import PAGE_MACROS, SITE_MACROS, _calls_that_stay
from macros.views.cards import FILTERS
from tests.sharing import PROJECT

TABLE = {**PAGE_MACROS, **SITE_MACROS}
CHOSEN = [(macro, name) for macro, known in TABLE.items() for name, soort in known.items() if soort not in ("tekst", "getal")]
HEAD = "---\ntitle: Proef\nrender_macros: true\n---\n"


@pytest.fixture
def macros(small: Catalogue) -> Macros:
    """The macros over the small world, drawing nothing."""

    class Nothing:
        def render(self, component: str, **values: Any) -> str:
            return ""

    nothing: Any = Nothing()
    style = (PROJECT / "overrides" / "stijl" / "10-basis.css").read_text(encoding="utf-8")
    return Macros(small, nothing, lambda: "kennis/wmo-2015/", Omgeving(stijl=style))


def test_every_macro_has_its_arguments_here() -> None:
    """The same names in the same order; only what fills a generated page is not for handwritten ones."""

    def parameters(macro: str) -> list[str]:
        _, *found = inspect.signature(getattr(Macros, macro)).parameters.values()
        return [f"*{one.name}" if one.kind is one.VAR_POSITIONAL else one.name for one in found]

    generated = {name for name in macro_names() if "(gemaakte pagina's)" in str(getattr(Macros, name).__doc__)}

    assert {name: list(known) for name, known in TABLE.items()} == {
        name: parameters(name) for name in macro_names() if name not in generated
    }
    assert (*FACETS, "fasen") == tuple(FILTERS)
    # the words whose macro needs the files of a whole build
    assert sorted(TABLE["databestanden"]["doel"]) == sorted(DOELEN)


@pytest.mark.parametrize(("macro", "name"), [(macro, name) for macro, name in CHOSEN if TABLE[macro][name] != "verzameling"])
def test_what_is_not_there_is_told_in_the_same_words(macros: Macros, small_with: Callable[..., Checked], macro: str, name: str) -> None:
    """At the page by `check`, and by the macro when somebody builds anyway."""
    named = {} if name.startswith("*") else {**({"slug": "leefgoed"} if macro == "verwijzing" else {}), name: "bestaat-niet"}
    typed = [f'{key}="{value}"' for key, value in named.items()] or ['"bestaat-niet"']
    page = f"{HEAD}{{{{ {macro}({', '.join(typed)}) }}}}\n"

    found = [f"{problem.message} {problem.remedy}".strip() for problem in small_with({"docs/proef.md": page}).problems]

    with pytest.raises(ValueError, match="bestaat-niet") as raised:
        getattr(macros, macro)(*(() if named else ("bestaat-niet",)), **named)
    assert found == [str(raised.value)]


@pytest.mark.parametrize(
    ("macro", "name"), [(macro, name) for macro, name in CHOSEN if isinstance(TABLE[macro][name], tuple) and macro != "databestanden"]
)
def test_every_word_that_may_be_chosen_works(macros: Macros, macro: str, name: str) -> None:
    """A word in our table that the macro would refuse is a mistake of ours."""
    for word in TABLE[macro][name]:
        getattr(macros, macro)(**({"slug": "leefgoed"} if macro == "verwijzing" else {}), **{name: word})


def test_text_in_code_is_no_call(small_with: Callable[..., Checked]) -> None:
    """A page that explains macros shows them; a number, an empty choice and both kinds of quotes are fine."""
    code = "# Zo\n\n`{{ kerngetallen() }}`\n\n```md\n{{ bestaat_niet() }}\n{{ kerngetallen() }}\n```\n"
    calls = """{{ voorbeelden(thema='eenzaamheid', doelgroep="", maximaal=0) }} {{- laatste("feiten", 3) -}} {{kerngetallen()}}\n"""

    assert small_with({"docs/uitleg.md": code, "docs/wel.md": f"{HEAD}{calls}"}).problems == ()


@pytest.mark.parametrize(
    "marks", ["`" * 60_000, "".join("`" * size + "a" for size in range(1, 340))], ids=["one run", "runs of every length"]
)
def test_code_that_never_closes_costs_little(marks: str) -> None:
    """A page of it took half a minute, as each mark looked for its end in all that followed."""
    page = "{{ leemten() }}" + marks

    looking = min(_spent(lambda: list(_calls_that_stay(page))) for _ in range(2))
    reading = min(_spent(lambda: re.findall(".", page)) for _ in range(3))

    # it was ten thousand times as much, and is a hundred times at most
    assert looking < 500 * reading


def _spent(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start
