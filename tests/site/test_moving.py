"""Renaming, merging and removing, from the command to the page that a reader of an old address finds."""

from __future__ import annotations

import gzip
import os
import subprocess
import zipfile
from pathlib import Path

import html5lib
import lxml.html
import pytest

from macros import cli
from macros.addressbook import PUBLISHED, pages_in, read_published
from macros.building import build
from macros.permanence import comes_from_entries
from tests.sharing import Site

OLD = "voorbeelden/leefgoed/"


def publish(project: Path, day: str) -> None:
    """Commit all content, as a merge into main does."""
    environment = {**os.environ, "GIT_AUTHOR_DATE": f"{day}T08:00:00Z", "GIT_COMMITTER_DATE": f"{day}T08:00:00Z"}
    git = ["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@b.nl"]
    subprocess.run([*git, "add", "voorbeelden", "docs"], check=True, capture_output=True)
    subprocess.run([*git, "commit", "-q", "-m", "x"], check=True, capture_output=True, env=environment)


@pytest.fixture
def published(small_project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project, published once."""
    monkeypatch.setenv("PRAKTIJKWIJZER_ALLE_VERSIES", "ja")
    # nothing leads to the entry that these tests take away
    entry = small_project / "voorbeelden" / "leefgoed.yml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("verwant: [taalcafe-groningen]\n", ""), encoding="utf-8")
    subprocess.run(["git", "init", "-q", "-b", "main", str(small_project)], check=True)
    publish(small_project, "2026-12-01")
    return small_project


def run(project: Path, *arguments: str) -> int:
    return cli.main(["--project", str(project), *arguments])


def page(project: Path, address: str) -> lxml.html.HtmlElement:
    html = (project / "site" / address / "index.html").read_bytes()
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(html, transport_encoding="utf-8")
    assert parser.errors == []
    return lxml.html.fromstring(html)


def unpacked(path: Path) -> bytes:
    """What a file holds: a workbook is a ZIP, the search index is gzip."""
    data = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as book:
            return b"".join(book.read(name) for name in book.namelist())
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def test_a_renamed_merged_and_emptied_entry(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every old address says where to go or why it is gone, versions stay or are emptied, and no link inside breaks."""
    assert run(published, "hernoem", "leefgoed", "leefgoed-de-leest") == 0
    assert "voorbeelden/leefgoed-keuken.yml" in capsys.readouterr().out
    mention = published / "docs" / "over" / "index.md"
    mention.write_text("# Over\n\nZoals het Taalcafé in Groningen.\n", encoding="utf-8")
    assert run(published, "verwijder", "taalcafe-groningen", "--reden", "Op verzoek van de organisatie.", "--leeg") == 0
    # nothing can tell whether a sentence must go: a person is told where it stands
    assert "  docs/over/index.md:3\n" in capsys.readouterr().out
    mention.write_text("# Over\n", encoding="utf-8")
    merged = ("verwijder", "welzijn-op-recept-eemsdelta", "--reden", "Samengevoegd.", "--opvolger", "welzijn-op-recept-den-helder")
    assert run(published, *merged) == 0
    assert run(published, "check") == 0, capsys.readouterr()
    publish(published, "2026-12-02")
    assert build(published, say=lambda _: None) == 0, capsys.readouterr()

    moved = page(published, OLD)
    assert moved.cssselect("meta[http-equiv=refresh]")[0].get("content") == "0; url=../../voorbeelden/leefgoed-de-leest/"
    assert moved.cssselect("link[rel=canonical]")[0].get("href").endswith("/voorbeelden/leefgoed-de-leest/")
    assert (published / "site" / "_redirects").read_text().splitlines() == [
        "/voorbeelden/leefgoed/ /voorbeelden/leefgoed-de-leest/ 301",
        "/voorbeelden/recept-voor-welzijn/ /voorbeelden/welzijn-op-recept/ 301",
    ]
    versions = page(published, "voorbeelden/leefgoed-de-leest/versies/")
    assert [link.get("href") for link in versions.cssselect("ol a")] == [
        "../../../voorbeelden/leefgoed-de-leest/versie/2026-12-02/",
        "../../../voorbeelden/leefgoed/versie/2026-12-01/",
    ]
    assert [line.text_content().partition(". ")[2] for line in versions.cssselect("ol li")] == ["Kreeg een nieuw adres.", "Eerste versie."]
    assert page(published, "voorbeelden/leefgoed/versie/2026-12-01/").cssselect("article h1")

    stone = page(published, "voorbeelden/welzijn-op-recept-eemsdelta/")
    assert "Samengevoegd." in stone.text_content()
    assert stone.cssselect("a[href='../../voorbeelden/welzijn-op-recept-den-helder/']")
    assert page(published, "voorbeelden/welzijn-op-recept-eemsdelta/versie/2026-12-01/").cssselect("article h1")

    emptied = [path for path in (published / "site" / "voorbeelden" / "taalcafe-groningen").rglob("*") if path.is_file()]
    assert sorted(path.name for path in emptied) == ["index.html", "index.html"]
    assert all(b"Op verzoek van de organisatie." in path.read_bytes() for path in emptied)
    assert run(published, "verify", "/voorbeelden/taalcafe-groningen/versie/2026-12-01/") == 0
    assert "Deze versie is op verzoek leeggemaakt." in capsys.readouterr().out
    assert run(published, "verify", "/voorbeelden/leefgoed/versie/2026-12-01/") == 0
    kept = [path for path in (*(published / "site").rglob("*"), *(published / ".cache").rglob("*.json")) if path.is_file()]
    title = "Taalcaf\u00e9 in Groningen".encode()
    assert len([path for path in kept if unpacked(path) != path.read_bytes()]) > 3
    assert [path for path in kept if title in unpacked(path)] == []


def test_a_deletion_without_a_trace_stops_check_and_build(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both say what to do, and the site of before stands."""
    (published / "voorbeelden" / "taalcafe-groningen.yml").unlink()

    assert run(published, "check") == 1
    assert "voorbeelden/taalcafe-groningen.yml:1:1: Dit voorbeeld was gepubliceerd en is weg. Zet het terug" in capsys.readouterr().out
    assert build(published, say=lambda _: None) == 1
    assert "praktijkwijzer verwijder taalcafe-groningen" in capsys.readouterr().err
    assert not (published / "site").exists()


def test_a_file_with_another_name_is_told_as_that(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who renames the file by hand hears what to add, also while something else is wrong; with that line all is well."""
    folder = published / "voorbeelden"
    moved = (folder / "taalcafe-groningen.yml").rename(folder / "taalcafe-stad.yml")
    broken = folder / "leefgoed-keuken.yml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("titel:", "tittel:"), encoding="utf-8")

    assert run(published, "check") == 1
    told = capsys.readouterr().out
    assert "Heet het nu 'taalcafe-stad'? Zet dan in voorbeelden/taalcafe-stad.yml de regel 'vorige_adressen: [taalcafe-groningen]'." in told
    assert "voorbeelden/leefgoed-keuken.yml" in told
    broken.write_text(text, encoding="utf-8")
    with moved.open("a", encoding="utf-8") as file:
        file.write("vorige_adressen: [taalcafe-groningen]\n")
    assert run(published, "check") == 0, capsys.readouterr()


def test_the_list_of_addresses_only_grows(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command adds what is new; a page of the list that is gone stops the build until it leads somewhere."""
    assert build(published, say=lambda _: None) == 0
    assert run(published, "adressen") == 0
    first = read_published(published)
    assert {"voorbeelden/leefgoed/", "themas/eenzaamheid/", "kennis/", "over/"} <= set(first)
    with (published / PUBLISHED).open("a", encoding="utf-8") as listed:
        listed.write("kennis/oud/\ngemeenten/verdwenen/\n")

    assert build(published, say=lambda _: None) == 1
    assert "Het adres 'kennis/oud/' was gepubliceerd en is weg." in capsys.readouterr().err
    (published / "voorbeelden" / "_adressen" / "doorverwijzingen.txt").write_text("kennis/oud/ kennis/\n", encoding="utf-8")
    assert build(published, say=lambda _: None) == 0
    assert page(published, "gemeenten/verdwenen/").cssselect("a[href='../../gemeenten/']")
    assert run(published, "adressen") == 0
    assert set(first) <= set(read_published(published))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hernoem", "bestaat-niet", "x"), "'voorbeelden/bestaat-niet.yml' bestaat niet."),
        (("hernoem", "leefgoed", "Leef Goed"), "'Leef Goed' kan geen bestandsnaam zijn."),
        (("hernoem", "leefgoed", "leefgoed-keuken"), "'voorbeelden/leefgoed-keuken.yml' bestaat al."),
        (("verwijder", "leefgoed", "--reden", "x", "--opvolger", "y"), "De opvolger 'y' bestaat niet"),
        (("verwijder", "leefgoed"), "dit ontbreekt: --reden"),
    ],
)
def test_what_cannot_be_done(small_project: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], message: str) -> None:
    """Nothing changes, and the reason is told."""
    before = {path: path.read_bytes() for path in (small_project / "voorbeelden").rglob("*.yml")}
    with pytest.raises(SystemExit) as stopped:
        run(small_project, *arguments)

    assert stopped.value.code == 2
    assert message in capsys.readouterr().err
    assert {path: path.read_bytes() for path in (small_project / "voorbeelden").rglob("*.yml")} == before


def test_no_address_was_ever_taken_from_the_list_of_this_project(project: Path) -> None:
    """What was published stays in the list: no commit took a line out."""
    shown = subprocess.run(
        ["git", "-C", str(project), "log", "-p", "--format=", "--", PUBLISHED.as_posix()], capture_output=True, text=True, check=False
    )

    taken = [line[1:] for line in shown.stdout.splitlines() if line.startswith("-") and not line.startswith(("---", "-#"))]
    listed = read_published(project)
    assert [line for line in taken if line not in listed] == [], f"Zet deze regels terug in {PUBLISHED}: een adres verdwijnt nooit."


def test_every_page_that_we_wrote_is_in_the_list(site: Site, project: Path) -> None:
    """Entries are kept by the history, and lists of entries have a stand-in; every other page by the list."""
    own = {address for address in pages_in(site.folder) if not comes_from_entries(address)}

    missing = sorted(own - set(read_published(project)))
    assert missing == [], f"Leg vast welke adressen er zijn: 'praktijkwijzer build', dan 'praktijkwijzer adressen'. Nieuw: {missing}"


def test_every_address_of_the_list_leads_somewhere(site: Site, project: Path) -> None:
    """On the site as it is made now: a page, a way on, or why it is gone."""
    gone = [address for address in read_published(project) if not (site.folder / address / "index.html").is_file()]

    assert gone == [], f"Deze adressen waren gepubliceerd en zijn weg: {gone}. 'praktijkwijzer build' zegt per adres wat je kunt doen."
