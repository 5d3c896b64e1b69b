"""A new entry by question and answer."""

from __future__ import annotations

import builtins
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import cli
from macros.asking import Vraag, matching, to_term
from macros.catalogue import Catalogue
from macros.project import check_project

ANSWERS = {
    "type": ["Praktijk"],
    "titel": ["Buurtbot in Veghel"],
    "samenvatting": ["x" * 300, "Buren halen samen zwerfvuil op. Zo leren zij elkaar kennen."],
    "naam": ["", "Stichting Buurtbot", ""],
    "rol": ["uitvoerder"],
    "website": ["buurtbot", ""],
    "plaats": ["Uden", "Meierijstad"],
    "fase": ["loopt", "Uitvoering"],
    "themas": ["fantasie", "eenzaam"],
    "doelgroepen": ["ouderen"],
    "werkvormen": ["inloop"],
    "titel van de bron": ["Jaarverslag 2023", "Site", ""],
    "uitgever": ["Stichting Buurtbot", "Stichting Buurtbot"],
    "soort": ["rapport", "webpagina"],
    "datum": ["2023", "2023"],
    "url": ["", "https://buurtbot.nl/"],
    "aanleiding": ["Er ligt afval [@stichting-buurtbot-2023]."],
    "aanpak": ["Er kwamen 40 mensen.", "Er kwamen 40 mensen\n[@stichting-buurtbot-2023-2].\n\nZo."],
    "resultaten": [""],
    "geleerd": [""],
    "onderbouwing": ["praktijkervaring"],
    "peildatum": ["2023"],
    "herkomst": ["redactie"],
}


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, list[str]]], list[str]]:
    """Answer the questions of the command; gives the fields in the order in which they were asked."""

    def answer_with(answers: dict[str, list[str]]) -> list[str]:
        waiting = {field: list(lines) for field, lines in answers.items()}
        asked: list[str] = []
        lines: list[str] = []

        def show(_: object, question: Vraag) -> None:
            field = question.veld
            if field == "titel" and "werkvormen" in asked:
                field = "titel van de bron"
            asked.append(field)
            if not waiting.get(field):
                raise KeyboardInterrupt
            answer = waiting[field].pop(0)
            lines.extend([*answer.split("\n"), "."] if question.lang else [answer])

        monkeypatch.setattr("macros.composing._Console._show", show)
        monkeypatch.setattr(builtins, "input", lambda _: lines.pop(0))
        return asked

    return answer_with


Console = Callable[[dict[str, list[str]]], list[str]]


def test_the_answers_become_a_valid_file(small_project: Path, console: Console, capsys: pytest.CaptureFixture[str]) -> None:
    asked = console(ANSWERS)

    assert cli.main(["--project", str(small_project), "new"]) == 0

    path = small_project / "voorbeelden" / "buurtbot-in-veghel.yml"
    assert path.read_text() == (
        "# yaml-language-server: $schema=_schema/praktijk.schema.json\n"
        "type: praktijk\n"
        "titel: Buurtbot in Veghel\n"
        "samenvatting: Buren halen samen zwerfvuil op. Zo leren zij elkaar kennen.\n"
        "organisaties:\n"
        "  - naam: Stichting Buurtbot\n"
        "    rol: uitvoerder\n"
        "plaats:\n"
        "  gemeenten: [meierijstad]\n"
        "fase: uitvoering\n"
        "themas: [eenzaamheid]\n"
        "doelgroepen: [ouderen]\n"
        "werkvormen: [inloop]\n"
        "aanleiding: Er ligt afval [@stichting-buurtbot-2023].\n"
        "aanpak: |\n"
        "  Er kwamen 40 mensen [@stichting-buurtbot-2023-2].\n"
        "\n"
        "  Zo.\n"
        "resultaten: onbekend\n"
        "onderbouwing: [praktijkervaring]\n"
        "bronnen:\n"
        "  - sleutel: stichting-buurtbot-2023\n"
        "    titel: Jaarverslag 2023\n"
        "    uitgever: Stichting Buurtbot\n"
        "    soort: rapport\n"
        "    datum: 2023\n"
        "  - sleutel: stichting-buurtbot-2023-2\n"
        "    titel: Site\n"
        "    uitgever: Stichting Buurtbot\n"
        "    soort: webpagina\n"
        "    datum: 2023\n"
        "    url: https://buurtbot.nl/\n"
        "peildatum: 2023\n"
        "herkomst: redactie\n"
    )
    assert not [found for found in check_project(small_project).problems if "buurtbot" in found.path and found.level == "fout"]
    told = capsys.readouterr().err
    assert "Dit veld is verplicht." in told
    assert "'Uden' staat niet in de lijst 'gemeenten'." in told
    assert "In de tekst haal je deze bron aan met [@stichting-buurtbot-2023-2]." in told
    assert asked.count("themas") == 2
    # only what was wrong is asked again
    assert (asked.count("naam"), asked.count("rol"), asked.count("website")) == (3, 1, 2)
    assert "'organisaties[1].website' moet een webadres zijn" in told


def test_who_stops_halfway_loses_nothing(small_project: Path, console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_project)
    console({field: lines for field, lines in ANSWERS.items() if field != "fase"})
    assert cli.main(["new"]) == 130
    draft = small_project / "concept.yml"
    assert "gemeenten: [meierijstad]" in draft.read_text()

    asked = console(ANSWERS)

    assert cli.main(["new", "--verder", "concept.yml"]) == 0
    assert asked[0] == "fase"
    assert not draft.exists()


def test_an_existing_entry_is_not_overwritten(small_project: Path, console: Console, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_project)
    path = small_project / "voorbeelden" / "buurtbot-in-veghel.yml"
    path.write_text("van een ander")
    console(ANSWERS)

    assert cli.main(["new"]) == 130
    assert path.read_text() == "van een ander"
    assert (small_project / "concept.yml").is_file()


@pytest.mark.parametrize("arguments", [["--project", "nergens", "new"], ["new", "--verder", "nergens.yml"]])
def test_wrong_use_is_told(small_project: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_project)
    with pytest.raises(SystemExit) as stopped:
        cli.main(arguments)

    assert stopped.value.code == 2


def test_terms_are_found_by_any_name(small: Catalogue) -> None:
    themas = small.lijsten["themas"]
    key, term = next(iter(themas.items()))

    assert [to_term(themas, text) for text in (key, term.label.upper(), f" {term.label} ")] == [key] * 3
    assert to_term(themas, "bestaat niet") == "bestaat niet"
    assert key in matching(themas, key[:4].upper())
