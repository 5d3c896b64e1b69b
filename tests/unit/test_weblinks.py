"""What is pure in the link check: finding addresses, reading answers, standing over time, the report."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from macros.checking import check
from macros.citations import Noten
from macros.model.parts import Bron
from macros.project import check_project
from macros.render import Renderer
from macros.weblinks import archive, memory
from macros.weblinks.collecting import Plek, addresses_in, collect, replaced
from macros.weblinks.judging import Antwoord, Bevinding, Oordeel, judge
from macros.weblinks.reporting import report
from macros.weblinks.running import content_addresses
from macros.weblinks.standing import Stand, after_visit, is_due

DAY = datetime.date(2026, 11, 21)
AT = "https://site.nl/artikel"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("url: https://a.nl/x", ["https://a.nl/x"]),
        ('url: "https://a.nl/x?a=1&b=2"', ["https://a.nl/x?a=1&b=2"]),
        ("Zie [hier](https://a.nl/x_(y)).", ["https://a.nl/x_(y)"]),
        ("Zie https://a.nl/x, of <http://b.nl>.", ["https://a.nl/x", "http://b.nl"]),
        ("url: https://praktijkwijzer.example/x", []),
        ("https://www.ed.nl/~a5/", ["https://www.ed.nl/~a5/"]),
        ("geen adres", []),
    ],
)
def test_addresses_end_where_they_end(line: str, found: list[str]) -> None:
    assert list(addresses_in(line)) == found


def test_collecting_gives_places_and_skips_the_editors_line() -> None:
    files = {
        "voorbeelden/b.yml": b"# yaml-language-server: $schema=https://x.nl/s.json\nurl: https://a.nl/\n",
        "docs/kennis/a.md": b"[x](https://a.nl/) https://a.nl/\n",
    }

    assert collect(files) == {"https://a.nl/": (Plek("docs/kennis/a.md", 1), Plek("voorbeelden/b.yml", 2))}


def test_every_source_of_the_real_catalogue_is_collected(project: Path, real_files: dict[str, bytes]) -> None:
    catalogue = check(real_files, DAY).catalogue
    assert catalogue
    wanted = {bron.url for item in (*catalogue.items, *catalogue.kennis) for bron in item.data.bronnen if bron.url}

    assert wanted <= content_addresses(project).keys()


def test_replacing_leaves_longer_addresses_alone() -> None:
    content = b"url: https://a.nl/x\nook: https://a.nl/xy\n[z](https://a.nl/x)\n"

    assert replaced(content, "https://a.nl/x", "https://b.nl/") == b"url: https://b.nl/\nook: https://a.nl/xy\n[z](https://b.nl/)\n"


def html(text: str, **more: object) -> Antwoord:
    return Antwoord(200, AT, kop={"content-type": "text/html"}, inhoud=text.encode(), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "answer", "verdict"),
    [
        (AT, html("<title>Welkom</title><p>tekst"), Oordeel.GOED),
        (AT, html("<title>Lang artikel</title><h1>" + "Wat niet gevonden werd en toch terugkwam. " * 3 + "</h1>"), Oordeel.GOED),
        (AT, html("<title>Pagina niet gevonden – Site</title>"), Oordeel.WEG),
        (AT, html("<title>Site</title><h1>404</h1>"), Oordeel.WEG),
        (AT, html("<title>Page not found</title>"), Oordeel.WEG),
        (AT, Antwoord(200, "https://site.nl/", omleidingen=1, inhoud=b"<p>home"), Oordeel.WEG),
        (AT, Antwoord(404, AT), Oordeel.WEG),
        (AT, Antwoord(410, AT), Oordeel.WEG),
        (AT, Antwoord(403, AT), Oordeel.GEBLOKKEERD),
        (AT, Antwoord(429, AT), Oordeel.GEBLOKKEERD),
        (AT, Antwoord(999, AT), Oordeel.GEBLOKKEERD),
        (AT, Antwoord(503, AT, inhoud=b"<div class=cf-challenge>"), Oordeel.GEBLOKKEERD),
        (AT, html("<title>Just a moment</title>captcha"), Oordeel.GEBLOKKEERD),
        (AT, Antwoord(503, AT), Oordeel.HAPERT),
        (AT, Antwoord(500, AT), Oordeel.HAPERT),
        (AT, Antwoord(302, AT), Oordeel.HAPERT),
        (AT, Antwoord(storing="geen antwoord"), Oordeel.HAPERT),
        (AT, Antwoord(storing="naam", onbekende_naam=True), Oordeel.WEG),
        (AT + "#deel", html("<h2 id=deel>x</h2>"), Oordeel.GOED),
        (AT + "#deel", html("<a name=deel>x</a>"), Oordeel.GOED),
        (AT + "#deel%20twee", html("<h2 id='deel twee'>x</h2>"), Oordeel.GOED),
        (AT + "#weg", html("<h2 id=deel>x</h2>"), Oordeel.ANKER_WEG),
        (AT + "#:~:text=x", html("<p>x"), Oordeel.GOED),
        (AT + "#page=3", Antwoord(200, AT, kop={"content-type": "application/pdf"}), Oordeel.GOED),
        (AT, html("<p>x", omleidingen=0), Oordeel.GOED),
        (AT, Antwoord(200, "https://www.site.nl/nieuw", omleidingen=1), Oordeel.VERHUISD),
        (AT, Antwoord(200, "https://www.site.nl/nieuw", omleidingen=1, blijvend=False), Oordeel.GOED),
        (AT, Antwoord(200, AT + "/", omleidingen=1), Oordeel.GOED),
        (AT, html(""), Oordeel.GOED),
    ],
)  # fmt: skip
def test_an_answer_is_judged(address: str, answer: Antwoord, verdict: Oordeel) -> None:
    assert judge(address, answer).oordeel is verdict


def test_a_moved_address_keeps_its_fragment() -> None:
    assert judge(AT + "#deel", Antwoord(200, "https://nieuw.nl/a", omleidingen=1)).nieuw_adres == "https://nieuw.nl/a#deel"


GONE = Bevinding(Oordeel.WEG, "de pagina bestaat niet meer (404)")
WORKS = Bevinding(Oordeel.GOED)


def standing(*visits: tuple[int, Bevinding]) -> Stand:
    """The standing after visits on days after DAY."""
    stand = None
    for days, found in visits:
        stand = after_visit(stand, AT, found, DAY + datetime.timedelta(days=days))
    assert stand
    return stand


@pytest.mark.parametrize(
    ("visits", "lost"),
    [
        ([(0, GONE)], False),
        ([(0, GONE), (0, GONE), (0, GONE), (14, GONE)], False),
        ([(0, GONE), (20, GONE)], False),
        ([(0, GONE), (5, GONE), (13, GONE)], False),
        ([(0, GONE), (5, GONE), (14, GONE)], True),
        ([(day, GONE) for day in range(30)], True),
        ([(0, GONE), (5, GONE), (14, WORKS)], False),
        ([(0, GONE), (5, WORKS), (14, GONE), (20, GONE)], False),
    ],
)
def test_a_source_is_lost_after_three_failures_over_two_weeks(visits: list[tuple[int, Bevinding]], lost: bool) -> None:
    assert standing(*visits).is_verloren is lost


def test_standing_tells_since_when() -> None:
    stand = standing((0, WORKS), (3, GONE), (9, GONE))

    assert (stand.sinds, stand.mislukt[0]) == (DAY + datetime.timedelta(days=3), DAY + datetime.timedelta(days=3))


def test_what_works_is_left_in_peace_for_four_weeks() -> None:
    works, gone = standing((0, WORKS)), standing((0, GONE))

    assert [is_due(works, DAY + datetime.timedelta(days=days)) for days in (0, 27, 28)] == [False, False, True]
    assert [is_due(gone, DAY + datetime.timedelta(days=days)) for days in (0, 1)] == [False, True]
    assert is_due(None, DAY)


def test_memory_is_the_same_after_writing_and_reading(tmp_path: Path) -> None:
    stands = {
        stand.adres: stand
        for stand in (standing((0, GONE), (5, GONE)), Stand("https://é.nl/", Oordeel.VERHUISD, DAY, DAY, "x", "https://y.nl"))
    }
    memory.write_standings(tmp_path, stands)

    assert memory.read_standings(tmp_path) == stands


def test_a_journal_cut_off_in_the_middle_of_a_line_loses_only_that_line(tmp_path: Path) -> None:
    memory.note(tmp_path, standing((0, GONE)))
    with (tmp_path / memory.JOURNAL).open("a") as journal:
        journal.write('{"adres": "https://b.nl/", "oor')

    assert memory.read_standings(tmp_path) == {AT: standing((0, GONE))}


@pytest.mark.parametrize(
    "line", ["geen json", "{}", "[]", '{"adres": "x", "oordeel": "goud", "bezocht": "2026-01-01", "sinds": "2026-01-01"}', '"x"']
)
def test_a_damaged_memory_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / memory.FILE).parent.mkdir(parents=True)
    (tmp_path / memory.FILE).write_text(memory.to_line(standing((0, GONE))) + line + "\n")

    with pytest.raises(memory.DamagedMemoryError, match=r"^voorbeelden/_links/toestand\.jsonl:2:1: Deze regel is beschadigd"):
        memory.read_standings(tmp_path)


def test_a_lost_source_says_so_on_the_page(small_project: Path, renderer: Renderer) -> None:
    """With the kept copy where there is one; a source that failed once is left in peace."""
    first, second = (replace(standing((0, GONE), (5, GONE), (14, GONE)), adres=f"https://{name}.nl/") for name in "ab")
    once = replace(standing((0, GONE)), adres="https://c.nl/")
    kept = replace(first, archief="https://web.archive.org/web/2020/a")
    memory.write_standings(small_project, {stand.adres: stand for stand in (kept, second, once)})
    catalogue = check_project(small_project).catalogue
    assert catalogue
    bronnen = [Bron(sleutel=name, titel=name.upper(), uitgever="X", soort="rapport", url=f"https://{name}.nl/") for name in "abc"]
    noten = Noten(bronnen, {}, catalogue.verloren)
    for name in "abc":
        noten.cite_key(name)

    html = renderer.render("bronnen", noten=noten.listed())

    told = [line for line in html.splitlines() if line.startswith("<li")]
    assert ["niet meer bereikbaar" in line for line in told] == [True, True, False]
    assert ["Gearchiveerd exemplaar" in line for line in told] == [True, False, False]


def test_a_damaged_memory_is_a_problem_of_the_content(small_project: Path) -> None:
    (small_project / memory.FILE).parent.mkdir()
    (small_project / memory.FILE).write_text("kapot\n")

    checked = check_project(small_project)

    assert checked.catalogue is None
    assert [str(problem) for problem in checked.problems] == [
        "voorbeelden/_links/toestand.jsonl:1:1: Deze regel is beschadigd. Haal hem weg; dan wordt het adres opnieuw bezocht."
    ]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ('{"archived_snapshots": {"closest": {"status": "200", "available": true, "url": "http://web.archive.org/web/2020/x"}}}', "https://web.archive.org/web/2020/x"),
        ('{"archived_snapshots": {}}', ""),
        ('{"archived_snapshots": {"closest": {"status": "404", "available": true, "url": "http://x"}}}', ""),
        ("<html>", ""),
        ("[]", ""),
    ],
)  # fmt: skip
def test_the_archives_answer_is_read(text: str, address: str) -> None:
    assert archive.parse_answer(text) == address


def test_the_report_tells_what_a_human_must_do() -> None:
    lost = standing((0, GONE), (5, GONE), (14, GONE))
    moved = Stand("https://b.nl/", Oordeel.VERHUISD, DAY, DAY, "de site stuurt voorgoed door", "https://c.nl/")
    fine = Stand("https://d.nl/", Oordeel.GOED, DAY, DAY)
    places = {stand.adres: (Plek("voorbeelden/x.yml", 7),) for stand in (lost, moved, fine)}

    assert report({stand.adres: stand for stand in (lost, moved, fine)}, places) == (
        "## Niet meer te bereiken (1)\n\n"
        "- <https://site.nl/artikel>\n"
        "  - de pagina bestaat niet meer (404) (sinds 21 november 2026)\n"
        "  - geen bewaard exemplaar gevonden\n"
        "  - staat in `voorbeelden/x.yml:7`\n"
        "\n"
        "## Verhuisd (1)\n\n"
        "- <https://b.nl/>\n"
        "  - de site stuurt voorgoed door (sinds 21 november 2026)\n"
        "  - nieuw adres: <https://c.nl/>; `praktijkwijzer links --fix` neemt het over\n"
        "  - staat in `voorbeelden/x.yml:7`\n"
    )
