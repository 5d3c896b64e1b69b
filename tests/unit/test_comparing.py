"""What changes for readers between two states of the content."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros import cli
from macros.comparing import Wijziging, compare, other_files, to_markdown
from macros.history import HistoryError, files_at

PATH = "voorbeelden/buurtbot.yml"
OLD = b"""titel: Buurtbot
samenvatting: >-
  Een zin. Nog een zin.
themas: [eenzaamheid]
bronnen:
  - sleutel: a
    url: https://a.nl/
"""
NEW = b"""titel: Buurtbot
samenvatting: >-
  Een zin.
  Een andere zin.
themas: [eenzaamheid, armoede]
bronnen:
  - {sleutel: a, url: https://a.nl/}
fase: pilot
"""


def test_fields_that_differ_are_told_by_sentence_and_item() -> None:
    (found,) = compare({PATH: OLD}, {PATH: NEW})

    assert (found.bestand, found.titel, found.soort) == (PATH, "Buurtbot", "gewijzigd")
    assert found.wijzigingen == (
        Wijziging("samenvatting", ("Een zin.", "Nog een zin."), ("Een zin.", "Een andere zin.")),
        Wijziging("themas", ("eenzaamheid",), ("eenzaamheid", "armoede")),
        Wijziging("fase", (), ("pilot",)),
    )


def test_another_way_of_writing_the_same_is_no_change() -> None:
    assert compare({PATH: b"titel: Buurtbot\nfase: pilot\n"}, {PATH: b'# x\nfase: "pilot"\ntitel: >-\n  Buurtbot\n'}) == []
    wide = b"aanpak: |\n  Een lange zin [@a].\n\n  - Een.\n  - Twee\n"
    narrow = wide.replace(b"zin [@a]", b"zin\n  [@a]")
    assert compare({PATH: wide}, {PATH: narrow}) == []
    assert compare({PATH: narrow}, {PATH: narrow.replace(b"  - Twee", b"  Twee")}) != []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({}, {PATH: OLD}, "nieuw"),
        ({PATH: OLD}, {}, "weg"),
        ({PATH: OLD}, {PATH: b"titel: [\n"}, "onleesbaar"),
        ({PATH: b"["}, {PATH: OLD}, "gewijzigd"),
    ],
)
def test_kinds_of_difference(before: dict[str, bytes], after: dict[str, bytes], kind: str) -> None:
    assert [found.soort for found in compare(before, after)] == [kind]


def test_other_files_are_named() -> None:
    before = {PATH: OLD, "docs/a.md": b"a", "voorbeelden/_lijsten/themas.yml": b"x"}

    assert other_files(before, {PATH: NEW, "docs/b.md": b"b", "voorbeelden/_lijsten/themas.yml": b"x"}) == ["docs/a.md", "docs/b.md"]


def test_markdown_holds_what_was_written() -> None:
    assert to_markdown(compare({PATH: OLD}, {PATH: NEW}), ["docs/a.md"]) == (
        "## Wat er verandert voor lezers\n"
        "\n"
        "1 gewijzigd voorbeeld, 1 ander bestand.\n"
        "\n"
        "### Gewijzigd: `Buurtbot`\n"
        "\n"
        "`voorbeelden/buurtbot.yml` → `/voorbeelden/buurtbot/`\n"
        "\n"
        "`samenvatting`\n"
        "\n"
        "```diff\n- Nog een zin.\n+ Een andere zin.\n```\n"
        "\n"
        "`themas`\n"
        "\n"
        "```diff\n+ armoede\n```\n"
        "\n"
        "`fase`\n"
        "\n"
        "```diff\n+ pilot\n```\n"
        "\n"
        "### Andere bestanden\n"
        "\n"
        "- `docs/a.md`\n"
    )
    assert to_markdown([], []) == "Voor lezers verandert er niets.\n"


def test_hostile_text_can_not_leave_its_code_block() -> None:
    hostile = b"titel: 'x `` @team <img src=x>'\nsamenvatting: |\n  ````\n\n  @iedereen </details> [x](javascript:alert(1))\n"
    told = to_markdown(compare({}, {PATH: hostile}), [])

    assert "### Nieuw: ``` x `` @team <img src=x> ```\n" in told
    assert "`````diff\n+ ````\n+ @iedereen </details> [x](javascript:alert(1))\n`````\n" in told


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Path]:
    """A repository with two states of one entry."""

    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", "-C", str(tmp_path), *identity, *arguments], check=True, capture_output=True)

    (tmp_path / "voorbeelden").mkdir()
    git("init", "-q", "-b", "main")
    for content in (OLD, NEW):
        (tmp_path / PATH).write_bytes(content)
        (tmp_path / "voorbeelden" / "leesmij.txt").write_text("geen inhoud")
        git("add", "-A")
        git("commit", "-q", "-m", "stand")
    yield tmp_path


def test_an_earlier_state_is_read_from_git(repository: Path) -> None:
    assert files_at(repository, "HEAD~1") == {PATH: OLD}
    assert files_at(repository, "HEAD") == {PATH: NEW}


@pytest.mark.parametrize("revision", ["bestaat-niet", "--output=x", "HEAD~9", ""])
def test_an_unknown_state_is_told(repository: Path, revision: str) -> None:
    with pytest.raises(HistoryError, match=r"^Git kent '.*' niet\. Noem een tak"):
        files_at(repository, revision)


def test_outside_a_repository_the_remedy_is_told(tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="niet onder versiebeheer"):
        files_at(tmp_path, "HEAD")


def test_without_git_the_remedy_is_told(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    with pytest.raises(HistoryError, match="git ontbreekt"):
        files_at(repository, "HEAD")


def test_the_command_prints_the_changes(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--project", str(repository), "diff", "HEAD~1"]) == 0
    assert "1 gewijzigd voorbeeld." in capsys.readouterr().out

    with pytest.raises(SystemExit) as stopped:
        cli.main(["--project", str(repository), "diff", "nergens"])
    assert stopped.value.code == 2
