"""`check --fix`: what is safe is mended, each mend is told, and all else keeps its bytes."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from macros.checking import check
from macros.mending import mend
from macros.model.vocabulary import Lijst

INVALID = Path(__file__).parents[1] / "data" / "invalid"
ENTRY = "voorbeelden/leefgoed.yml"


@pytest.fixture(scope="module")
def lijsten(small_files: dict[str, bytes], today: datetime.date) -> dict[str, Lijst]:
    return dict(check(small_files, today).lijsten)


@pytest.fixture(scope="module")
def good(small_files: dict[str, bytes], lijsten: dict[str, Lijst]) -> str:
    """An entry of the small world in the one way of writing."""
    text = small_files[ENTRY].decode()
    plain = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("#"))
    return mend(plain.encode(), ENTRY, lijsten).data.decode()


def changed(text: str | bytes, lijsten: dict[str, Lijst], path: str = ENTRY) -> tuple[str, tuple[str, ...]]:
    done = mend(text.encode() if isinstance(text, str) else text, path, lijsten)
    return done.data.decode(), done.wijzigingen


def test_what_is_right_stays(good: str, lijsten: dict[str, Lijst]) -> None:
    assert changed(good, lijsten) == (good, ())


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda text: "\ufeff" + text, "het onzichtbare merkteken aan het begin verwijderd"),
        (lambda text: text.replace("\n", "\r\n"), "de regeleinden van Windows vervangen"),
        (lambda text: text.partition("\n")[2], "de eerste regel voor editors toegevoegd"),
        (lambda text: text.replace("praktijk.schema", "werkwijze.schema", 1), "de eerste regel voor editors toegevoegd"),
        (lambda text: text.replace("\ntitel: ", "\ntitel:    "), "volgorde en witruimte"),
        (lambda text: text.rstrip("\n"), "volgorde en witruimte"),
        (lambda text: text + "\n\n", "volgorde en witruimte"),
    ],
    ids=["bom", "windows", "no-first-line", "wrong-first-line", "spacing", "no-last-line-end", "blank-lines"],
)
def test_form_is_mended(good: str, lijsten: dict[str, Lijst], spoil: object, told: str) -> None:
    spoilt = spoil(good)  # type: ignore[operator]
    assert spoilt != good

    assert changed(spoilt, lijsten) == (good, (told,))


def test_fields_go_to_their_place(good: str, lijsten: dict[str, Lijst]) -> None:
    lines = good.splitlines(keepends=True)
    titel = next(line for line in lines if line.startswith("titel:"))
    moved = "".join(line for line in lines if line != titel) + titel

    assert changed(moved, lijsten) == (good, ("volgorde en witruimte",))


def test_a_synonym_becomes_the_term(small_files: dict[str, bytes], good: str, lijsten: dict[str, Lijst]) -> None:
    """By label or synonym, whatever the case; the message names both."""
    key = next(line for line in good.splitlines() if line.startswith("themas:")).partition("[")[2].rstrip("]").split(", ")[0]
    label = lijsten["themas"].label(key)
    spoilt = good.replace(f"themas: [{key}", f"themas: [{label.upper()}", 1)
    assert spoilt != good

    assert changed(spoilt, lijsten) == (good, (f"'themas': '{label.upper()}' is '{key}' geworden",))


def test_comments_keep_their_place(good: str, lijsten: dict[str, Lijst]) -> None:
    """A file with a remark of a person is not written anew, but a term in it is still mended."""
    key = next(line for line in good.splitlines() if line.startswith("themas:")).partition("[")[2].rstrip("]").split(", ")[0]
    label = lijsten["themas"].label(key)
    spoilt = good.replace(f"themas: [{key}", f"themas: [{label}", 1).replace("\ntitel: ", "\ntitel:   ", 1) + "# nog nabellen\n"
    text, told = changed(spoilt, lijsten)

    assert text == spoilt.replace(f"[{label}", f"[{key}", 1)
    assert told == (f"'themas': '{label}' is '{key}' geworden",)


def test_a_hash_in_a_text_is_no_comment(good: str, lijsten: dict[str, Lijst]) -> None:
    """Whether a `#` is a remark is tried, not guessed."""
    spoilt = re.sub(r"(?m)^titel: .*$", 'titel:    "Zaal # 3"', good)
    text, told = changed(spoilt, lijsten)

    assert told == ("volgorde en witruimte",)
    assert 'titel: "Zaal # 3"' in text


def test_one_term_twice_is_left_to_a_person(good: str, lijsten: dict[str, Lijst]) -> None:
    key = next(line for line in good.splitlines() if line.startswith("themas:")).partition("[")[2].rstrip("]").split(", ")[0]
    spoilt = good.replace(f"themas: [{key}", f"themas: [{lijsten['themas'].label(key)}, {key}", 1)

    assert changed(spoilt, lijsten) == (spoilt, ())


@pytest.mark.parametrize("case", sorted(INVALID.glob("*.yml")), ids=lambda case: case.stem)
def test_wrong_files_say_no_less_after_mending(
    case: Path, small_files: dict[str, bytes], lijsten: dict[str, Lijst], today: datetime.date
) -> None:
    """Mending adds no fault and hides none but the wrong terms that it mends; a second time changes nothing."""
    path = f"voorbeelden/{case.name}"
    before = case.read_bytes()
    done = mend(before, path, lijsten)
    after = mend(done.data, path, lijsten)

    def said(data: bytes) -> list[tuple[str, str]]:
        found = check({**small_files, path: data}, today).problems
        return sorted((problem.key, problem.message) for problem in found if "staat niet in de lijst" not in problem.message)

    assert after.wijzigingen == ()
    assert said(done.data) == said(before)
    if not done.wijzigingen:
        assert done.data == before


def test_real_entries_come_back_from_any_order(real_files: dict[str, bytes], today: datetime.date) -> None:
    """Fields upside down, with the line ends of Windows: every real entry comes out as from its own bytes."""
    real = check({path: data for path, data in real_files.items() if "/_lijsten/" in path}, today).lijsten
    entries = {path: data for path, data in real_files.items() if path.startswith("voorbeelden/") and "/_" not in path}
    assert len(entries) > 150
    for path, data in entries.items():
        first, *rest = data.decode().splitlines(keepends=True)
        fields: list[str] = []
        for line in rest:
            if line[0] in " \n":
                fields[-1] += line
            else:
                fields.append(line)
        upside_down = (first + "".join(reversed(fields))).replace("\n", "\r\n").encode()

        done = mend(upside_down, path, real)

        assert done.data == mend(data, path, real).data, path
        assert done.wijzigingen == ("de regeleinden van Windows vervangen", "volgorde en witruimte")
        assert mend(done.data, path, real).wijzigingen == ()
