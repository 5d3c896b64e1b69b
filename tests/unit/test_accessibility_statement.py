"""The accessibility statement says what is true of the tests, in the parts that the law's model has."""

from __future__ import annotations

import datetime
import re

from tests.browser.verklaring import PASSAGE, Telling
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


def test_the_last_count_is_of_all_types_of_page_and_found_nothing() -> None:
    """As `make verklaring` writes it; after a new type of page, or a fault that was accepted, it must count anew."""
    passages = PASSAGE.findall(PAGE)
    rows = dict(re.findall(r"^\| (.+?) \| ([\d.]+) \|$", passages[0], re.MULTILINE))
    pages, faults, markup, steps, lost = rows.values()

    assert len(passages) == 1
    assert pages == str(len(PAGE_TYPES))
    assert (faults, markup, lost) == ("0", "0", "0")
    assert int(steps.replace(".", "")) > 5_000
    assert re.search(r"axe \d+\.\d+\.\d+ in Chromium \d+", passages[0])


def test_what_was_counted_is_written_in_its_place() -> None:
    """The passage that is written is the one that is replaced the next time."""
    written = str(Telling(datetime.date(2026, 11, 2), 44, "4.10.3", "140", 0, 0, 12_345, 1))

    assert PASSAGE.fullmatch(written)
    assert written.startswith("De laatste telling was op 2 november 2026:\n\n| Wat | Uitslag |\n| --- | --- |\n")
    assert "| Keren dat de Tab-toets ergens kwam, heen en terug | 12.345 |\n" in written


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
