"""What maintainers use: the work lists whole, the mail to an organisation, and the date of a check by one command."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from macros.catalogue import Catalogue
from macros.checking import Checked
from macros.cli import main
from macros.reading import parse_bytes
from macros.requesting import request
from macros.upkeep import to_text
from macros.views.worklists import onderhoudslijsten, werklijsten

DATA = Path(__file__).parents[1] / "data"
SITE = "https://www.voorbeeld.nl/gids/"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world as a project, on a fixed day."""
    shutil.copytree(DATA / "valid", tmp_path / "project")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    return tmp_path / "project"


def test_maintainers_see_the_lists_of_readers_whole(small: Catalogue) -> None:
    whole = {found.id: found for found in onderhoudslijsten(small)}

    assert [found.id for found in werklijsten(small)] == [name for name in whole if name in {found.id for found in werklijsten(small)}]
    for found in werklijsten(small, most=1):
        assert found.eerste == whole[found.id].eerste[:1]
        assert found.aantal == whole[found.id].aantal == len(whole[found.id].eerste)
    assert whole["cijfers"].aantal == sum(not item.data.kerncijfers for item in small.items)
    assert whole["kosten"].aantal == sum(not item.data.kosten for item in small.items)


@pytest.mark.parametrize(
    ("money", "listed"),
    [("    tot: 2025", True), ("    tot: 2027", False), ("    structureel: ja", False)],
    ids=["past", "later", "without an end"],
)
def test_money_that_ran_out(small_files: dict[str, bytes], small_with: Callable[..., Checked], money: str, listed: bool) -> None:
    path = "voorbeelden/leefgoed-keuken.yml"
    extra = f"\nfinanciering:\n  - geldbron: gemeente-subsidie\n    bron: brabantkrant-2023\n{money}\n"
    catalogue = small_with({path: small_files[path].decode() + extra}).catalogue
    assert catalogue is not None
    found = [work.adres for list_ in onderhoudslijsten(catalogue) if list_.id == "geld-voorbij" for work in list_.eerste]

    assert ("voorbeelden/leefgoed-keuken/" in found) is listed


def test_lost_sources_are_named(small: Catalogue) -> None:
    item = next(item for item in small.items if any(bron.url for bron in item.data.bronnen))
    bron = next(bron for bron in item.data.bronnen if bron.url)
    assert "verloren" not in {found.id for found in onderhoudslijsten(small)}

    lists = onderhoudslijsten(replace(small, verloren={str(bron.url): "2026-10-01"}))
    found = next(found for found in lists if found.id == "verloren")

    assert (item.data.titel, bron.titel) in {(work.titel, work.reden) for work in found.eerste}
    assert f"- {item.data.titel}: {bron.titel}\n" in to_text(lists, len(small.items))


def test_stats_in_both_forms(folder: Path, small: Catalogue, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--project", str(folder), "stats"]) == 0
    text = capsys.readouterr().out
    assert main(["--project", str(folder), "stats", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)

    assert text.startswith(f"{len(small.items)} voorbeelden\n")
    assert told["voorbeelden"] == len(small.items)
    assert [(found["kop"], found["aantal"]) for found in told["lijsten"]] == [
        (found.kop, found.aantal) for found in onderhoudslijsten(small)
    ]
    assert all(f"{found['kop']} ({found['aantal']})" in text for found in told["lijsten"])


def test_the_mail_to_an_organisation(small: Catalogue) -> None:
    """Every entry with its address, summary and date; no name or mailbox of a person; named by its slug too."""
    organisation = next(iter(small.organisaties.values()))
    mail = request(small, organisation.naam.upper(), SITE)
    assert mail is not None

    assert mail == request(small, organisation.slug, SITE)
    assert mail.split("\n")[1].startswith("Onderwerp: Klopt dit nog? ")
    for item, _ in organisation.rollen:
        assert f"{SITE}voorbeelden/{item.slug}/\nWij schrijven: {item.data.samenvatting}\n" in mail
    assert "@" not in mail.partition("\n")[2]
    assert request(small, "Bestaat niet", SITE) is None


def test_the_mail_says_where_it_goes(small: Catalogue) -> None:
    """To the mailbox of an entry that the organisation leads; else where a person finds it, and never to that of a partner."""
    item = next(item for item in small.items if item.data.contact and item.data.contact.email)
    leader, partner = item.data.organisaties[:2]
    bare = [
        one.naam
        for one in small.organisaties.values()
        if not any(party.website for found in small.items for party in found.data.organisaties if party.naam == one.naam)
    ]

    def to(naam: str) -> str:
        return str(request(small, naam, SITE)).partition("\n")[0]

    assert to(leader.naam) == "Aan: info@leefgoed.example"
    assert to(partner.naam) == f"Aan: [zoek het algemene adres van {partner.naam}; het staat niet in de Praktijkwijzer]"
    told = {naam: to(naam) for naam in bare}
    assert all(
        line.startswith(("Aan: [zoek het algemene adres op https://", "Aan: [zoek het algemene adres van ")) for line in told.values()
    ), told


def test_the_mail_by_command(folder: Path, small: Catalogue, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """With a warning as long as nobody told where the site is."""
    monkeypatch.delenv("PRAKTIJKWIJZER_ADRES", raising=False)
    name = next(iter(small.organisaties.values())).naam
    assert main(["--project", str(folder), "verzoek", name, "--site", SITE]) == 0
    assert capsys.readouterr() == (request(small, name, SITE), "")
    assert main(["--project", str(folder), "verzoek", name]) == 0
    assert "De links in deze mail werken nog niet" in capsys.readouterr().err

    with pytest.raises(SystemExit) as stopped:
        main(["--project", str(folder), "verzoek", name[:-2]])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith(f"'{name[:-2]}' staat niet in de catalogus. Bedoel je: {name}")


def test_checked_by_one_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The field is set in the one way of writing; nothing else changes."""
    main(["--project", str(folder), "check", "--fix"])
    path = folder / "voorbeelden" / "leefgoed-keuken.yml"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if not line.startswith("#")))
    main(["--project", str(folder), "check", "--fix"])
    before = parse_bytes(path.read_bytes(), "a.yml")[0]
    capsys.readouterr()

    assert main(["--project", str(folder), "gecontroleerd", str(path), "--door", "redactie", "--datum", "2026-11-20"]) == 0
    assert capsys.readouterr().err == "voorbeelden/leefgoed-keuken.yml: gecontroleerd op 2026-11-20 door redactie.\n"
    after = parse_bytes(path.read_bytes(), "a.yml")[0]
    assert before is not None
    assert after is not None
    assert after.value == {**before.value, "gecontroleerd": {"datum": "2026-11-20", "door": "redactie"}}
    assert main(["--project", str(folder), "check", "--fix"]) == 0
    assert "Er viel niets te herstellen." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--door", "Jan Jansen"], "lijkt de naam van een persoon: 'Jan Jansen'"),
        (["--door", "redactie", "--datum", "2027-01-01"], "ligt in de toekomst"),
        (["--door", "redactie", "--datum", "gisteren"], "moet een datum zijn"),
        (["bestaat-niet", "--door", "redactie"], "'voorbeelden/bestaat-niet.yml' bestaat niet."),
    ],
    ids=["a name", "the future", "no date", "no entry"],
)
def test_a_wrong_check_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    """All or none: an entry that is fine beside one that isn't stays as it was too."""
    path = folder / "voorbeelden" / "leefgoed-keuken.yml"
    path.write_text("".join(line for line in path.read_text().splitlines(keepends=True) if not line.startswith("#")))
    before = path.read_bytes()

    assert main(["--project", str(folder), "gecontroleerd", "leefgoed-keuken", *arguments]) == 1
    assert said in capsys.readouterr().err
    assert path.read_bytes() == before


def test_remarks_are_not_lost(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "voorbeelden" / "leefgoed-keuken.yml"
    path.write_text(path.read_text() + "# nog nabellen\n")
    before = path.read_bytes()

    assert main(["--project", str(folder), "gecontroleerd", "leefgoed-keuken", "--door", "redactie"]) == 1
    assert "hier staan opmerkingen bij" in capsys.readouterr().err
    assert path.read_bytes() == before
