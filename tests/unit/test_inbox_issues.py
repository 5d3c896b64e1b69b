"""An issue made with the form becomes an entry, or an answer that says what to change."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path

import cmarkgfm
import pytest
import yaml

from macros.checking import check
from macros.cli import main
from macros.inbox.answers import sections, to_date
from macros.inbox.form import FILE, VRAGEN, template
from macros.inbox.issues import Voorstel, propose
from macros.model.entry import KINDS
from macros.reading import parse_bytes

TODAY = datetime.date(2026, 11, 22)
ANSWERS = {
    "type": "praktijk",
    "titel": "Samen eten in de Kerkbuurt",
    "samenvatting": "Buren koken elke week voor elkaar.\nWie alleen woont, schuift aan.",
    "organisaties": "Stichting Kerkbuurt: trekker\n- Gemeente Zwolle: betaalt",
    "plaats": "Zwolle, meierijstad",
    "fase": "In uitvoering",
    "start": "maart 2024",
    "themas": "Eenzaamheid en ontmoeting, Meedoen, dagbesteding en werk",
    "doelgroepen": "Ouderen",
    "werkvormen": "Informatie, advies en spreekuur",
    "bronnen": (
        "Buren koken; De Krant; 26 maart 2024; https://www.dekrant.nl/buren\n"
        "2. Jaarverslag 2024; Stichting Kerkbuurt; jaarverslag; 2025\nhttps://kerkbuurt.nl/2024.pdf"
    ),
    "aanleiding": "Veel buren aten alleen [1].",
    "aanpak": "Elke dinsdag kookt een groepje [1] [2, p. 3].\n\nEr komen 20 mensen [2].",
    "onderbouwing": "Ervaring van medewerkers",
    "geld": "De gemeente betaalt 5.000 euro.",
}


def body(**changes: str) -> str:
    """An issue as GitHub writes it, with some answers changed."""
    answers = {**ANSWERS, **changes}
    return "\r\n\r\n".join(f"### {vraag.label}\r\n\r\n{answers.get(vraag.id) or '_No response_'}" for vraag in VRAGEN)


@pytest.fixture(scope="module")
def files(real_files: dict[str, bytes]) -> dict[str, bytes]:
    """The real lists and one entry: the rest of the catalogue has no say in these answers."""
    return {path: data for path, data in real_files.items() if "/_lijsten/" in path or "leefgoed-veghel" in path}


@pytest.fixture
def answers(files: dict[str, bytes]) -> dict[str, str]:
    """The real list decides what can be chosen."""
    lijst = check(files, TODAY).lijsten["onderbouwing"]
    return {"onderbouwing": lijst["praktijkervaring"].label}


@pytest.fixture
def sent(files: dict[str, bytes], answers: dict[str, str]):
    def send(**changes: str) -> Voorstel:
        return propose(body(**{**answers, **changes}), 12, files, TODAY)

    return send


def test_the_form_is_made_of_model_and_lists(project: Path, real_files: dict[str, bytes]) -> None:
    """Whoever changes a list runs `praktijkwijzer schema`."""
    made = template(check(real_files, TODAY).lijsten)

    assert (project / ".github/ISSUE_TEMPLATE" / FILE).read_bytes() == made
    form = yaml.safe_load(made)
    assert all(isinstance(option, str) for part in form["body"] for option in part["attributes"].get("options", ()))
    labels = [part["attributes"]["label"] for part in form["body"][1:]]
    assert len(set(labels)) == len(labels)


def test_the_form_asks_all_that_an_entry_requires() -> None:
    """A new required field needs a question, or a way to make it."""
    required = {name for model in KINDS.values() for name, field in model.model_fields.items() if field.is_required()}

    assert required - {vraag.id for vraag in VRAGEN} == {"herkomst"}


def test_answers_become_a_file_that_is_right(sent) -> None:
    done = sent()

    assert done.pad == "voorbeelden/samen-eten-in-de-kerkbuurt.yml", done.antwoord
    assert done.inhoud.decode() == (
        "# yaml-language-server: $schema=_schema/praktijk.schema.json\n"
        "type: praktijk\n"
        "titel: Samen eten in de Kerkbuurt\n"
        "samenvatting: Buren koken elke week voor elkaar. Wie alleen woont, schuift aan.\n"
        "organisaties:\n"
        "  - naam: Stichting Kerkbuurt\n"
        "    rol: trekker\n"
        "  - naam: Gemeente Zwolle\n"
        "    rol: betaalt\n"
        "plaats:\n"
        "  gemeenten: [zwolle, meierijstad]\n"
        "fase: uitvoering\n"
        "start: 2024-03\n"
        "themas: [eenzaamheid, meedoen-werk]\n"
        "doelgroepen: [ouderen]\n"
        "werkvormen: [informatie-advies]\n"
        "aanleiding: Veel buren aten alleen [@de-krant-2024].\n"
        "aanpak: |\n"
        "  Elke dinsdag kookt een groepje [@de-krant-2024] [@stichting-kerkbuurt-2025, p. 3].\n"
        "\n"
        "  Er komen 20 mensen [@stichting-kerkbuurt-2025].\n"
        "resultaten: onbekend\n"
        "onderbouwing: [praktijkervaring]\n"
        "bronnen:\n"
        "  - sleutel: de-krant-2024\n"
        "    titel: Buren koken\n"
        "    uitgever: De Krant\n"
        "    soort: webpagina\n"
        "    datum: 2024-03-26\n"
        "    url: https://www.dekrant.nl/buren\n"
        "  - sleutel: stichting-kerkbuurt-2025\n"
        "    titel: Jaarverslag 2024\n"
        "    uitgever: Stichting Kerkbuurt\n"
        "    soort: jaarverslag\n"
        "    datum: 2025\n"
        "    url: https://kerkbuurt.nl/2024.pdf\n"
        "peildatum: 2025\n"
        "herkomst: redactie\n"
    )
    assert done.titel == "voorbeelden: voeg samen-eten-in-de-kerkbuurt toe"
    assert "- Wie betaalt, hoeveel en tot wanneer?\n" in done.verzoek
    assert done.verzoek.endswith("Closes #12\n")
    assert done.antwoord.startswith("Dank je wel!")


def test_with_one_source_a_number_is_only_needed_at_figures(sent) -> None:
    one = "Buren koken; De Krant; 2024; https://www.dekrant.nl/buren"
    done = sent(bronnen=one, aanleiding="Buren aten alleen.\n\nDat wilden zij anders", aanpak="Een groepje kookt!", plaats="Landelijk")

    value = parse_bytes(done.inhoud, done.pad)[0].value
    assert value["aanleiding"].strip() == "Buren aten alleen [@de-krant-2024].\n\nDat wilden zij anders [@de-krant-2024]."
    assert value["aanpak"] == "Een groepje kookt [@de-krant-2024]!"
    assert (value["landelijk"], "plaats" in value) == ("ja", False)


def test_why_it_stopped(sent) -> None:
    done = sent(fase="Gestopt", gestopt="Het geld was op [2].")

    assert parse_bytes(done.inhoud, done.pad)[0].value["gestopt"] == {"reden": "Het geld was op [@stichting-kerkbuurt-2025]."}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"samenvatting": ""}, "- **Samenvatting**: `Deze vraag is nog leeg.`"),
        ({"themas": "_No response_"}, "- **Over welke thema's gaat het?**: `Deze vraag is nog leeg.`"),
        ({"plaats": "Uden"}, "- **In welke gemeente?**: `De gemeente Uden hoort sinds 1 januari 2022 bij Maashorst."),
        ({"plaats": ""}, "- **In welke gemeente?**: `Deze vraag is nog leeg.`"),
        ({"aanpak": "Wij koken [1] [2] [7]."}, "- **Wat doe je precies?**: `Hier staat [7], maar bij de bronnen staat geen regel 7."),
        ({"aanpak": "Wij koken [1] [2]. Er komen 20 mensen."}, "- **Wat doe je precies?**: `Deze zin noemt een cijfer (20) zonder bron"),
        ({"aanleiding": "Alleen [1].", "aanpak": "Wij koken [1]."}, "- **Waar staat dit?**: `Regel 2: "),
        ({"bronnen": "Buren koken"}, "- **Waar staat dit?**: `Regel 1: hier ontbreekt 'uitgever'."),
        ({"organisaties": "Stichting Kerkbuurt"}, "- **Wie doet het, en wie werkt mee?**: `Regel 1: hier ontbreekt 'rol'."),
        ({"titel": "LeefGoed Veghel"}, "- **Titel**: `Er is al een voorbeeld 'leefgoed-veghel'. Geef het jouwe een eigen titel.`"),
        ({"titel": "!!!"}, "- **Titel**: `Er is nog geen titel met letters."),
        ({"titel": "x" * 81}, "- **Titel**: `"),
        ({"start": "volgend jaar"}, "- **Wanneer begon het?**: `"),
        ({"fase": "Gestopt"}, "'Waarom stopte het?'"),
        ({"type": "verhaal"}, "- **Wat is het?**: `"),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_at_the_question(sent, changes: dict[str, str], told: str) -> None:
    done = sent(**changes)

    assert (done.pad, done.inhoud) == ("", b"")
    assert told in done.antwoord
    assert "[@" not in done.antwoord, "who answers a form knows no keys"
    assert "probeer ik het meteen opnieuw" in done.antwoord


def test_a_text_that_is_no_form(files: dict[str, bytes]) -> None:
    done = propose("Hallo, ik heb een vraag.\n\n### Kop\n\nTekst", 1, files, TODAY)

    assert done.pad == ""
    assert "nieuwe melding met het formulier" in done.antwoord


def test_headings_in_an_answer_stay_in_it() -> None:
    """Only the next questions of the form are headings; what comes again is text."""
    found = sections("### Titel\n\nEen\n\n### Eigen kop\n\n### Titel\n\nTwee\n\n### Samenvatting\n\n_No response_")

    assert found == {"titel": "Een\n\n### Eigen kop\n\n### Titel\n\nTwee"}


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("26 maart 2024", "2024-03-26"),
        ("Maart 2024", "2024-03"),
        ("6-3-2024", "2024-03-06"),
        ("2024", "2024"),
        ("2024-03", "2024-03"),
        ("ooit ", "ooit"),
    ],
)
def test_dates_as_people_write_them(typed: str, date: str) -> None:
    assert to_date(typed) == date


EVIL = (
    "$(touch /tmp/x) `id` ; rm -rf / && echo '${{ secrets.GITHUB_TOKEN }}' {{ 7*7 }} <script>alert(1)</script> "
    "@octocat #1 https://evil.example ![](https://evil.example/x.png) ```\n::set-output name=x::y\n::error::boe\n--- !!python/object\n"
    "../../.github/workflows/x.yml\n\x00\x1b[31m\u202e\u2028</details> -->"
)


@pytest.mark.parametrize("field", [vraag.id for vraag in VRAGEN])
def test_hostile_answers_stay_data(sent, field: str) -> None:
    """Whatever stands in an answer: no path, no command, no live Markdown comes of it."""
    done = sent(**{field: EVIL})

    assert re.fullmatch(r"(voorbeelden/[a-z0-9-]+\.yml)?", done.pad)
    assert re.fullmatch(r"(voorbeelden: voeg [a-z0-9-]+ toe)?", done.titel)
    assert harmless(done.antwoord)
    assert harmless(done.verzoek)
    if done.pad:
        assert parse_bytes(done.inhoud, done.pad)[0] is not None


def harmless(markdown: str) -> bool:
    """Outside of code nothing of the sender remains, and nothing but our own Markdown works."""
    html = cmarkgfm.github_flavored_markdown_to_html(markdown)
    outside = re.sub(r"<(code|pre)[^>]*>.*?</\1>", "", html, flags=re.DOTALL)
    return not re.search(r"<script|<img|<a |octocat|evil|touch|::|<!--", outside)


@pytest.mark.parametrize(
    "row", ["[" * 60_000, "- " * 30_000, "[1" * 30_000, ", " * 30_000, "x;" * 30_000 + "\nx; y; 2020\n" * 3_000, "\n" * 60_000]
)
def test_endless_answers_are_answered_too(sent, row: str) -> None:
    done = sent(aanpak=row, bronnen=row, themas=row)

    assert done.pad == ""
    assert len(done.antwoord) < 60_000


def test_the_command_that_the_workflow_calls(
    project: Path, tmp_path: Path, answers: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From GitHub's JSON to files of which the names are ours."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    issue, folder = tmp_path / "melding.json", tmp_path / "uit"
    issue.write_text(json.dumps({"number": 7, "title": EVIL, "body": body(**answers)}))

    assert main(["--project", str(project), "melding", str(issue), "--uit", str(folder)]) == 0
    assert sorted(path.name for path in folder.iterdir()) == ["antwoord.md", "pad.txt", "titel.txt", "verzoek.md", "voorbeeld.yml"]
    assert (folder / "pad.txt").read_text() == "voorbeelden/samen-eten-in-de-kerkbuurt.yml"

    shutil.rmtree(folder)
    issue.write_text(json.dumps({"number": 7, "body": None}))
    assert main(["--project", str(project), "melding", str(issue), "--uit", str(folder)]) == 0
    assert [path.name for path in folder.iterdir()] == ["antwoord.md"]
