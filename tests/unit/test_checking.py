"""From bytes to a catalogue, or to all that is wrong."""

from __future__ import annotations

import copy
import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checking import Checked, check
from macros.document import Document
from macros.model.entry import Praktijk
from macros.model.leaves import references, walk
from macros.model.scalars import Verwijzing
from macros.problem import to_text
from macros.reading import parse_bytes

PLAIN = Path(__file__).parents[1] / "data" / "valid" / "voorbeelden" / "leefgoed.yml"
INVALID = Path(__file__).parents[1] / "data" / "invalid"


def test_small_world_is_right(small_files: dict[str, bytes], today: datetime.date) -> None:
    """No error and no notice, and everything in it."""
    checked = check(small_files, today)

    assert to_text(checked.problems) == ""
    assert checked.catalogue is not None
    assert [item.slug for item in checked.catalogue.items] == [
        "leefgoed-keuken", "leefgoed-werkplaats", "leefgoed", "taalcafe-groningen",
        "welzijn-op-recept-den-helder", "welzijn-op-recept-eemsdelta", "welzijn-op-recept",
    ]  # fmt: skip
    assert [page.slug for page in checked.catalogue.kennis] == ["monitor-sociaal-verwijzen", "wmo-2015"]


@pytest.mark.parametrize("path", [PLAIN, *sorted(INVALID.glob("*.yml"))], ids=lambda path: path.stem)
def test_references_are_those_of_the_leaves(path: Path) -> None:
    """Also in a file with mistakes: the same ids of the same lists."""
    document, _ = parse_bytes(path.read_bytes(), path.name)
    if document is not None:
        leaves = {(leaf.kind.naar, leaf.value) for leaf in walk(Praktijk, document.value) if isinstance(leaf.kind, Verwijzing)}
        assert set(references(Praktijk, document.value)) == leaves


def test_order_of_files_makes_no_difference(small_files: dict[str, bytes], today: datetime.date) -> None:
    """The same input gives the same catalogue."""
    assert check(dict(reversed(small_files.items())), today) == check(small_files, today)


def test_errors_stop_publication_and_notices_do_not(small_with: Callable[..., Checked]) -> None:
    """A catalogue exists only without errors."""
    wrong = small_with({"voorbeelden/nieuw.yml": "titel: Alleen een titel\n"})
    noticed = small_with(
        {
            "voorbeelden/taalcafe-groningen.yml": None,
            "voorbeelden/leefgoed.yml": PLAIN.read_text()
            .replace("verwant: [taalcafe-groningen]\n", "")
            .replace("Gemeente Meierijstad", "Stichting LeefGoedt"),
        }
    )

    assert wrong.catalogue is None
    assert wrong.errors == wrong.problems != ()
    assert {problem.level for problem in noticed.problems} == {"let op"}
    assert noticed.errors == ()
    assert noticed.catalogue is not None


def test_missing_list_is_told_once(small_with: Callable[..., Checked]) -> None:
    """Not once more for every entry that uses it."""
    checked = small_with({"voorbeelden/_lijsten/themas.yml": None})

    assert to_text(checked.problems) == "voorbeelden/_lijsten/themas.yml:1:1: De lijst 'themas' ontbreekt. Zet het bestand terug.\n"


@pytest.mark.parametrize("content", [b"", b"\xff", b"themas", b"- a\n", b"eenzaamheid: ["])
def test_broken_list_is_told_at_the_list(small_with: Callable[..., Checked], content: bytes) -> None:
    """The entries are not to blame."""
    checked = small_with({"voorbeelden/_lijsten/nuances.yml": content})

    assert {problem.path for problem in checked.problems} == {"voorbeelden/_lijsten/nuances.yml"}


def test_nothing_at_all(today: datetime.date) -> None:
    """Without files every list is missing, and nothing raises."""
    checked = check({}, today)

    assert checked.catalogue is None
    assert all("ontbreekt" in problem.message for problem in checked.problems)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("---\n---\n", id="empty head"),
        pytest.param("---\n- a\n---\n", id="list as head"),
        pytest.param("---\ntitel: [\n---\n", id="broken head"),
        pytest.param("---\ntitel: a\n", id="head not closed"),
        pytest.param(" ---\ntitel: a\n---\n", id="space before the head"),
    ],
)
def test_broken_knowledge_page(small_with: Callable[..., Checked], text: str) -> None:
    """A wrong head is a problem of that page alone."""
    checked = small_with({"docs/kennis/nieuw.md": text})

    assert {problem.path for problem in checked.problems} == {"docs/kennis/nieuw.md"}


def test_windows_knowledge_page(small_with: Callable[..., Checked], small_files: dict[str, bytes]) -> None:
    """Line ends and byte order mark of Windows are fine."""
    page = small_files["docs/kennis/wmo-2015.md"].decode().replace("\n", "\r\n")

    assert to_text(small_with({"docs/kennis/wmo-2015.md": "\ufeff" + page}).problems) == ""


def places(value: Any, loc: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every place in nested mappings and lists, the first item of each list only."""
    if loc:
        yield loc
    if isinstance(value, dict):
        for key, part in value.items():
            yield from places(part, (*loc, key))
    if isinstance(value, list) and value:
        yield from places(value[0], (*loc, 0))


def full_entry() -> dict[str, Any]:
    """The fullest entry of the small world, and what only other entries hold."""
    document, _ = parse_bytes(PLAIN.read_bytes(), "leefgoed.yml")
    assert isinstance(document, Document)
    others = {
        "gestopt": {"datum": "2020", "reden": "Op."},
        "werkwijze": "welzijn-op-recept",
        "eigen_aanpassing": "Anders.",
        "landelijk": "nee",
    }
    return {**document.value, **others, "onderdeel_van": "leefgoed-keuken", "akkoord": {"datum": "2026-01-01", "rol": "teamleider"}}


SHAPES: list[Any] = ["tekst", [], ["tekst"], [["tekst"]], {"veld": "tekst"}, [{"veld": ["tekst"]}]]


@pytest.mark.parametrize("loc", list(places(full_entry())), ids=lambda loc: ".".join(map(str, loc)))
def test_no_shape_raises(loc: tuple[str | int, ...], small_with: Callable[..., Checked]) -> None:
    """A text, list or mapping where another belongs is never more than a problem."""
    for shape in SHAPES:
        value = copy.deepcopy(full_entry())
        parent: Any = value
        for step in loc[:-1]:
            parent = parent[step]
        parent[loc[-1]] = shape
        # JSON is YAML too, and quotes every text
        checked = small_with({"voorbeelden/leefgoed.yml": json.dumps(value, ensure_ascii=False)})
        assert checked.catalogue is None
        assert not any("Traceback" in problem.message or "[{" in problem.message for problem in checked.problems)


def test_real_content_has_no_errors(real_files: dict[str, bytes], today: datetime.date) -> None:
    """What is published keeps every rule."""
    assert to_text(check(real_files, today).errors) == ""


def test_real_entries_are_plain_yaml(real_files: dict[str, bytes]) -> None:
    """Other tools can read the entries as ordinary YAML, with the same keys."""
    different = []
    for path, data in real_files.items():
        if path.endswith(".yml"):
            document, problems = parse_bytes(data, path)
            if problems or document is None or list(document.value) != list(yaml.safe_load(data)):
                different.append(path)

    assert different == []
