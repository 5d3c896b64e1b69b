"""The commands check and schema: output, exit codes, and Dutch for wrong use."""

from __future__ import annotations

import errno
import json
import re
import shutil
from pathlib import Path

import pytest

from macros.cli import main

DATA = Path(__file__).parents[1] / "data"
CASES = sorted(path for path in (DATA / "invalid").iterdir() if path.suffix in (".yml", ".md"))
WRONG = DATA / "invalid" / "cijfer-zonder-bron.yml"
SAID = WRONG.with_suffix(".txt").read_text(encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world as a project, on a fixed day; the working directory lies elsewhere."""
    shutil.copytree(DATA / "valid", tmp_path / "project")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "project"


def add(folder: Path, case: Path) -> Path:
    """Put a wrong file in its place."""
    target = folder / ("voorbeelden" if case.suffix == ".yml" else "docs/kennis") / case.name
    shutil.copy(case, target)
    return target


def test_all_is_well(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to read, exit code 0."""
    assert main(["--project", str(folder), "check"]) == 0
    assert capsys.readouterr() == ("", "Alles klopt.\n")


def test_problems(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The problems on standard output, their number on standard error, exit code 1."""
    add(folder, WRONG)

    assert main(["--project", str(folder), "check"]) == 1
    assert capsys.readouterr() == (SAID, "\n1 fout, 0 meldingen. Waarom deze regels er zijn, staat in docs/meedoen/regels.md.\n")


def test_working_directory_is_the_project(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without --project, and with a file named from there."""
    add(folder, WRONG)
    monkeypatch.chdir(folder)

    assert main(["check", f"voorbeelden/{WRONG.name}"]) == 1
    assert capsys.readouterr().out == SAID


@pytest.mark.parametrize("form", ["json", "github"])
def test_forms(folder: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    """For programs: nothing but the form itself."""
    add(folder, WRONG)

    assert main(["--project", str(folder), "check", "--format", form]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    if form == "json":
        (found,) = json.loads(out)
        assert f"{found['path']}:{found['line']}:{found['column']}: {found['message']} {found['remedy']}\n" == SAID
    else:
        assert out.startswith(f"::error file=voorbeelden/{WRONG.name},line=14,col=9,title=aanpak::Deze zin")


@pytest.mark.parametrize(("form", "out"), [("json", "[]\n"), ("github", "")])
def test_forms_without_problems(folder: Path, capsys: pytest.CaptureFixture[str], form: str, out: str) -> None:
    """An empty result in each form."""
    assert main(["--project", str(folder), "check", "--format", form]) == 0
    assert capsys.readouterr() == (out, "")


def test_a_page_with_a_macro_can_be_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its calls are checked with the rest, and on their own."""
    page = folder / "docs" / "proef.md"
    page.write_text('---\ntitle: Proef\nrender_macros: true\n---\n\n{{ voorbeeldkaarten("leefgod") }}\n', encoding="utf-8")

    assert main(["--project", str(folder), "check", str(page)]) == 1
    assert capsys.readouterr().out == "docs/proef.md:6:22: 'leefgod' bestaat niet in voorbeelden/. Bedoel je 'leefgoed'?\n"


def test_notices_fail_only_when_strict(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`let op` doesn't stop publication."""
    with (folder / "voorbeelden/_lijsten/werkvormen.yml").open("a") as stream:
        stream.write("maatje:\n  label: Maatje\n  groep: samen\n")

    assert main(["--project", str(folder), "check"]) == 0
    assert capsys.readouterr().err == "\n0 fouten, 1 melding. Waarom deze regels er zijn, staat in docs/meedoen/regels.md.\n"
    assert main(["--project", str(folder), "check", "--strict"]) == 1


def test_advice_never_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is shown, and that is all, even when strict."""
    case = DATA / "invalid" / "samenvatting-met-lange-zin.yml"
    add(folder, case)

    assert main(["--project", str(folder), "check", "--strict"]) == 0
    assert capsys.readouterr().out == case.with_suffix(".txt").read_text(encoding="utf-8")


def test_only_the_files_that_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A contributor sees their own problems first; a folder names all in it."""
    wrong = add(folder, WRONG)
    add(folder, DATA / "invalid" / "titel-ontbreekt.yml")

    assert main(["--project", str(folder), "check", str(wrong)]) == 1
    assert capsys.readouterr().out == SAID
    assert main(["--project", str(folder), "check", str(folder / "voorbeelden" / "leefgoed.yml")]) == 0
    assert capsys.readouterr() == ("", "Alles klopt.\n")
    assert main(["--project", str(folder), "check", str(folder / "docs")]) == 0
    assert main(["--project", str(folder), "check", str(folder / "voorbeelden")]) == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "dit ontbreekt: commando\nHulp: praktijkwijzer --help\n"),
        (
            ["check", "--format", "xml"],
            "bij --format: dit bestaat niet: 'xml' (kies uit 'github', 'json', 'text')\nHulp: praktijkwijzer check --help\n",
        ),
        (["check", "--format"], "bij --format: hier hoort een waarde achter\nHulp: praktijkwijzer check --help\n"),
        (["check", "--onzin"], "onbekend: --onzin\nHulp: praktijkwijzer --help\n"),
        (["check", "--strict=ja"], "bij --strict: hier hoort geen waarde achter: 'ja'\nHulp: praktijkwijzer check --help\n"),
        (["schema", "extra"], "onbekend: extra\nHulp: praktijkwijzer --help\n"),
        (
            ["--project", "bestaat-niet", "check"],
            "In 'bestaat-niet' staat geen map 'voorbeelden'. Start het commando in de map van het project.\n",
        ),
        (
            ["--project", "bestaat-niet", "schema"],
            "In 'bestaat-niet' staat geen map 'voorbeelden'. Start het commando in de map van het project.\n",
        ),
        (["--project", "project", "check", "bestaat-niet.yml"], "'bestaat-niet.yml' bestaat niet.\n"),
        (["--project", "project", "check", "--watch", "--fix"], "--watch gaat niet samen met --fix of --format.\n"),
        (["--project", "project", "check", "--watch", "--format", "json"], "--watch gaat niet samen met --fix of --format.\n"),
        (
            ["--project", "project", "check", __file__],
            f"'{__file__}' hoort niet bij de inhoud. Zet een voorbeeld in de map 'voorbeelden'.\n",
        ),
        (
            ["completion", "csh"],
            "bij shell: dit bestaat niet: 'csh' (kies uit 'bash', 'fish', 'powershell', 'zsh')\nHulp: praktijkwijzer completion --help\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str) -> None:
    """Exit code 2, and what is wrong in Dutch on standard error."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 2
    assert capsys.readouterr() == ("", message)


def test_unknown_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All commands are named."""
    with pytest.raises(SystemExit) as stopped:
        main(["chek"])

    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("bij commando: dit bestaat niet: 'chek' (kies uit 'new', 'check', ")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["schema", "--help"]], ids=" ".join)
def test_help_is_dutch(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """No English word of argparse is left."""
    with pytest.raises(SystemExit) as stopped:
        main(arguments)

    assert stopped.value.code == 0
    out = capsys.readouterr().out
    assert out.startswith("gebruik: praktijkwijzer")
    assert [word for word in ("usage", "options", "arguments", "show this", "exit", "default") if word in out] == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_wrong_file_gives_a_traceback(folder: Path, capsys: pytest.CaptureFixture[str], case: Path) -> None:
    """The command says the same as the check itself, whatever is in the file."""
    add(folder, case)
    said = case.with_suffix(".txt").read_text(encoding="utf-8")

    assert main(["--project", str(folder), "check"]) == (
        0 if all(re.search(r"^\S+: (?:let op|advies): ", line) for line in said.splitlines()) else 1
    )
    assert capsys.readouterr().out == said


def test_schema_writes_the_schemas(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One file a kind of entry, a list and for knowledge pages; a second run changes nothing."""
    assert main(["--project", str(folder), "schema"]) == 0
    first = {path.name: path.read_bytes() for path in (folder / "voorbeelden/_schema").iterdir()}
    assert main(["--project", str(folder), "schema"]) == 0

    assert {path.name: path.read_bytes() for path in (folder / "voorbeelden/_schema").iterdir()} == first
    assert {"praktijk.schema.json", "werkwijze.schema.json", "kennis.schema.json", "lijst-themas.schema.json"} <= first.keys()
    assert capsys.readouterr() == ("", "")


def test_schema_with_problems_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First the problems, then the schemas."""
    add(folder, WRONG)

    assert main(["--project", str(folder), "schema"]) == 1
    assert capsys.readouterr().out == SAID
    assert not (folder / "voorbeelden/_schema").exists()


def test_interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends without a traceback, with the usual code."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("macros.inspecting.check_again", interrupt)
    assert main(["--project", str(folder), "check"]) == 130


@pytest.mark.parametrize("command", ["check", "schema"])
def test_a_disk_that_refuses(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str) -> None:
    """What the operating system says, in Dutch and without a traceback."""

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", "voorbeelden")

    monkeypatch.setattr("macros.inspecting.check_again", refuse)
    monkeypatch.setattr("macros.project.check_project", refuse)
    assert main(["--project", str(folder), command]) == 1
    assert capsys.readouterr().err == "Dat lukte niet met 'voorbeelden': de rechten staan het niet toe.\n"
