"""The accessibility statement says what is true of the tests, in the parts that the law's model has."""

from __future__ import annotations

import re

from tests.conftest import PAGE_TYPES, PROJECT

PAGE = (PROJECT / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
BROWSER = {path.name: path.read_text(encoding="utf-8") for path in (PROJECT / "tests" / "browser").glob("test_*.py")}


def test_the_model_of_the_law_is_followed() -> None:
    """Scope, status, what isn't accessible, how it was drawn up, feedback and enforcement (EU 2018/1523, annex)."""
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)

    assert headings == [
        "Toegankelijkheid",
        "Toegankelijkheidsverklaring",
        "Nalevingsstatus",
        "Wat we testen",
        "Wat nog niet goed is of niet onderzocht",
        "Hoe deze verklaring is gemaakt",
        "Loop je ergens tegenaan?",
        "Niet tevreden over ons antwoord?",
    ]
    assert re.search(r"Opgesteld op \d+ [a-z]+ \d{4}, na een beoordeling door onszelf", PAGE)


def test_it_claims_no_more_than_is_tested() -> None:
    """The number of page types, the standard, the widths and modes are those of the tests."""
    tests = BROWSER["test_pages.py"]

    assert re.findall(r"(\d+) soorten pagina's", PAGE) == [str(len(PAGE_TYPES))]
    assert '"wcag22aa"' in (PROJECT / "tests" / "browser" / "accessibility.py").read_text(encoding="utf-8")
    assert '("dark", 1280)' in tests
    assert '("light", 375)' in tests
    assert "[320, 375, 768, 1440]" in tests
    assert "java_script_enabled=False" in tests
    for name, proof in (
        ("test_keyboard.py", "PAGE_TYPES.values()"),
        ("test_adapting.py", 'forced_colors="active", reduced_motion="reduce"'),
    ):
        assert proof in BROWSER[name], name
    pages = [path.stem for path in (PROJECT / "tests" / "browser" / "namen").glob("*.txt") if path.stem != "kop-en-voet"]
    assert re.findall(r"alles op (\d+) pagina's", PAGE) == [str(len(pages))]
    for name in (
        "test_searching.py",
        "test_catalogue.py",
        "test_selection.py",
        "test_map.py",
        "test_menu.py",
        "test_entry.py",
        "test_form.py",
    ):
        assert "keyboard" in BROWSER[name], name
