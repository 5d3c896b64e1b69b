"""What contributors can use is explained to them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

from macros.checking import Checked, check
from macros.page_macros import macro_names
from macros.rules import CATALOGUE_RULES, ENTRY_RULES
from macros.rules.macro_calls import PAGE_MACROS
from macros.views.rules import regelgroepen


def test_every_macro_is_documented(project: Path) -> None:
    """Each macro stands in docs/meedoen/macros.md, and nothing there is no macro."""
    text = (project / "docs" / "meedoen" / "macros.md").read_text(encoding="utf-8")
    documented = re.findall(r"^\| `(\w+)\(", text, re.MULTILINE)

    assert sorted(documented) == sorted(macro_names())


def test_knowledge_pages_may_use_what_is_documented_for_pages(project: Path) -> None:
    """The macros for "your own page" are those that the check lets through, no more and no fewer."""
    text = (project / "docs" / "meedoen" / "macros.md").read_text(encoding="utf-8")
    own = text.partition("## Voor je eigen pagina")[2].partition("\n## ")[0]

    assert re.findall(r"^\| `(\w+)\(", own, re.MULTILINE) == list(PAGE_MACROS)


def test_every_rule_stands_on_the_page_of_rules() -> None:
    """Each rule once, in a group that says why it is there."""
    groups = regelgroepen()
    said = sorted(rule for group in groups for rule in group.regels)

    assert said == sorted(" ".join(str(rule.__doc__).split()) for rule in (*ENTRY_RULES, *CATALOGUE_RULES))
    assert [group.id for group in groups if not group.regels or not group.reden.endswith(".")] == []


def test_a_knowledge_page_without_entries_says_why(real_files: dict[str, bytes], today: datetime.date) -> None:
    """A reader who finds no example is told the reason."""
    catalogue = check(real_files, today).catalogue
    shows = {page.slug: page for page in catalogue.kennis if "voorbeelden_bij_kennis(" in page.tekst}
    explains = {slug for slug, page in shows.items() if "voorbeelden_bij_kennis(leeg=" in page.tekst}

    assert {slug for slug in shows if not catalogue.bij_kennis(slug)} <= explains


def test_the_example_for_contributors_is_right(project: Path, small_with: Callable[..., Checked]) -> None:
    """Copied as it stands, only what must be replaced is refused: terms of the real lists are told elsewhere."""
    text = (project / "docs" / "meedoen" / "index.md").read_text(encoding="utf-8")
    example = re.findall(r"^```yaml\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[0]
    found = [problem.message for problem in small_with({"voorbeelden/samen-eten.yml": example}).problems]

    assert [message for message in found if "in de lijst" not in message] == ["'example.org' is een verzonnen adres uit een voorbeeld."]
