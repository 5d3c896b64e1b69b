"""Pictures of numbers: what they draw, what they say in words, and when they are there at all."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

import pytest
import segno
from lxml import html as lxml_html
from markupsafe import Markup

from macros.catalogue import Catalogue, Item
from macros.charts import Looptijd, Staaf, bars, timeline
from macros.model.parts import Financiering
from macros.qr import qr_svg
from macros.render import Renderer
from macros.views.figures import grafieken
from macros.views.lists import begrippagina
from macros.views.money import tijdlijn

TODAY = datetime.date(2026, 7, 2)
HOSTILE = """<b>"&{{ 7*7 }}{% raise %}'</b>"""


def parsed(svg: Markup) -> lxml_html.HtmlElement:
    """The picture as a tree."""
    return lxml_html.fromstring(svg)


def texts(svg: Markup) -> list[str]:
    """The words in a picture, the lines of one text together."""
    return [" ".join(part for part in text.itertext()) for text in parsed(svg).iter("text")]


def spans(svg: Markup) -> list[tuple[str, str, str]]:
    """The bars: place, width and look."""
    return [(bar.get("x", ""), bar.get("width", ""), bar.get("fill") or bar.get("class", "")) for bar in parsed(svg).iter("rect")]


def year(number: int) -> datetime.date:
    """The first of January."""
    return datetime.date(number, 1, 1)


def test_short_labels_stand_beside_their_bars() -> None:
    """The longest bar takes the room there is, the others in proportion; nothing has no bar but its number."""
    svg = bars("kern", [Staaf("Pilot", 4), Staaf("Gestopt", 1), Staaf("Idee", 0)])

    assert spans(svg) == [("46%", "41%", "pw-staaf"), ("46%", "10.25%", "pw-staaf")]
    assert texts(svg) == ["Pilot", "4", "Gestopt", "1", "Idee", "0"]


def test_long_labels_stand_above_and_break() -> None:
    """No label is wider than the narrowest screen."""
    svg = bars("kern", [Staaf("Inclusie en tegengaan van discriminatie", 2), Staaf("Kort", 1)])

    assert spans(svg) == [("0%", "85%", "pw-staaf"), ("0%", "42.5%", "pw-staaf")]
    assert texts(svg) == ["Inclusie en tegengaan van discriminatie", "2", "Kort", "1"]
    assert [span.text for span in parsed(svg).iter("tspan")] == ["discriminatie"]


@pytest.mark.parametrize(
    "svg",
    [bars(HOSTILE, [Staaf(HOSTILE, 1)]), bars(HOSTILE, [Staaf("<b>", 1)]), timeline(HOSTILE, [Looptijd(HOSTILE, year(2025), None)], TODAY)],
    ids=["long", "short", "timeline"],
)
def test_text_is_escaped(svg: Markup) -> None:
    """In the words and in what the picture says for who doesn't see it."""
    root = parsed(svg)

    assert (root.get("role"), root.get("aria-label")) == ("img", HOSTILE)
    assert {element.tag for element in root.iter()} <= {"svg", "text", "tspan", "rect", "line", "lineargradient", "stop"}
    assert not [name for element in root.iter() for name in element.attrib if name == "style" or name.startswith("on")]


@pytest.mark.parametrize(
    ("looptijd", "expected"),
    [
        (Looptijd("Fonds", year(2025), datetime.date(2026, 12, 31)), [("0%", "100%", "pw-staaf")]),
        (Looptijd("Fonds", year(2024), datetime.date(2024, 12, 31), afgelopen=True), [("0%", "33.39%", "pw-staaf pw-staaf--voorbij")]),
        (Looptijd("Fonds", year(2025), None), [("0%", "100%", "url(#pw-uit)")]),
        (Looptijd("Fonds", year(2025), None, loopt=True), [("0%", "37.44%", "pw-staaf"), ("37.44%", "62.56%", "url(#pw-uit)")]),
        (Looptijd("Fonds", year(2027), None, loopt=True), [("33.3%", "66.7%", "url(#pw-uit)")]),
        (Looptijd("Fonds", None, datetime.date(2027, 12, 31)), [("0%", "100%", "url(#pw-in)")]),
    ],
    ids=["closed", "ended", "end unknown", "structural", "structural, not begun", "begin unknown"],
)
def test_periods(looptijd: Looptijd, expected: list[tuple[str, str, str]]) -> None:
    """What is known is solid, what is not known fades; structural money is solid until today."""
    assert spans(timeline("kern", [looptijd], TODAY)) == expected


@pytest.mark.parametrize(
    ("first", "years"),
    [(2025, ["2025", "2026"]), (2016, ["2016", "2018", "2020", "2022", "2024"]), (1990, ["1990", "2000", "2010", "2020"])],
)
def test_years_are_round_and_few(first: int, years: list[str]) -> None:
    """At most seven, and none that would stick out at the right."""
    svg = timeline("kern", [Looptijd("Fonds", year(first), datetime.date(2026, 12, 31))], TODAY)

    assert [text for text in texts(svg) if text.isdigit()] == years


@pytest.mark.parametrize(
    ("looptijd", "anchor"),
    [
        (Looptijd("Fonds", year(2026), datetime.date(2036, 12, 31)), "start"),
        (Looptijd("Fonds", year(2026), datetime.date(2026, 12, 31)), "middle"),
        (Looptijd("Fonds", year(2010), datetime.date(2011, 12, 31)), "end"),
    ],
    ids=["left", "middle", "right"],
)
def test_today_stays_inside(looptijd: Looptijd, anchor: str) -> None:
    """The word stands beside or on its line, never outside the picture."""
    (word,) = [text for text in parsed(timeline("kern", [looptijd], TODAY)).iter("text") if text.get("class") == "pw-nu"]

    assert (word.text, word.get("text-anchor")) == ("vandaag", anchor)


def test_figures_of_a_theme(small: Catalogue) -> None:
    """By phase in its own order, gaps included; by province with the most first, and what is national."""
    fasen, provincies = grafieken(copies(small), "werkvormen", "sociaal-verwijzen")

    assert (fasen.kop, fasen.naam) == ("Hoe ver zijn ze?", "Fase")
    assert [(row.label, row.aantal) for row in fasen.rijen if row.aantal] == [("Pilot", 2), ("In uitvoering", 2), ("Verspreid", 2)]
    assert [row.label for row in fasen.rijen] == [term.label for key, term in small.lijsten["fasen"].items() if key != "onbekend"]
    assert fasen.rijen[0].adres == ""
    assert [(row.label, row.aantal, row.adres) for row in provincies.rijen] == [
        ("Groningen", 2, "voorbeelden/?werkvorm=sociaal-verwijzen&provincie=groningen"),
        ("Noord-Holland", 2, "voorbeelden/?werkvorm=sociaal-verwijzen&provincie=noord-holland"),
        ("Landelijk", 2, ""),
    ]
    assert parsed(provincies.beeld).get("aria-label") == (
        "Staafdiagram van 6 voorbeelden per provincie. Bovenaan: Groningen (2). Daarna Noord-Holland (2) en Landelijk (2)."
    )


def test_figures_of_a_province_are_by_theme(small: Catalogue) -> None:
    """Where they are is known; what they are about isn't. Who adds up the bars is told why that doesn't fit."""
    _, themas = grafieken(copies(small), "provincies", "noord-brabant")

    assert themas.kop == "Waar gaan ze over?"
    assert sum(row.aantal for row in themas.rijen) > 6
    assert themas.noot == "Een voorbeeld telt mee bij elk thema dat het heeft."


@pytest.mark.parametrize(("lijst", "key"), [("themas", "welzijn-zorg"), ("gemeenten", "meierijstad")], ids=["few", "municipality"])
def test_no_figures(small: Catalogue, lijst: str, key: str) -> None:
    """Two entries are no picture, and a municipality has one province."""
    assert begrippagina(small, lijst, key, 1).grafieken == ()


def test_figures_stand_on_the_first_page_only(small: Catalogue) -> None:
    """Later pages of a long list go on with cards."""
    many = replace(small, items=tuple(Item(f"keuken-{number:02}", small.by_slug["leefgoed-keuken"].data) for number in range(50)))

    assert [len(begrippagina(many, "themas", "meedoen-werk", number).grafieken) for number in (1, 2)] == [2, 0]


def test_table_says_the_same_as_the_picture(small: Catalogue, renderer: Renderer) -> None:
    """Every label and number of the picture stands in the table behind it."""
    page = begrippagina(copies(small), "provincies", "noord-brabant", 1)
    tree = lxml_html.fromstring(renderer.render("lijstpagina", pagina=page, basis="../../"))

    for figure in tree.cssselect(".pw-grafiek"):
        rows = [tuple(cell.text_content() for cell in row.cssselect("th, td")) for row in figure.cssselect("tbody tr")]
        words = [text.text_content() for text in figure.cssselect("svg text")]
        assert [word.replace(" ", "") for word in words] == [word.replace(" ", "") for row in rows for word in row]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"van": "2021", "tot": "2023"}, "Fonds: 2021–2023 (voorbij)"),
        ({"van": "2019", "tot": "2019"}, "Fonds: 2019 (voorbij)"),
        ({"van": "2021-05", "tot": "2022"}, "Fonds: mei 2021 tot 2022 (voorbij)"),
        ({"van": "2016-11"}, "Fonds: vanaf november 2016, einde onbekend"),
        ({"van": "2016-11-05", "structureel": True}, "Fonds: vanaf 5 november 2016, structureel"),
        ({"tot": "2027"}, "Fonds: tot 2027, begin onbekend"),
        ({"tot": "2020-02-29"}, "Fonds: tot 29 februari 2020, begin onbekend (voorbij)"),
    ],
    ids=["ended", "one year", "a month", "end unknown", "structural", "begin unknown", "ended, begin unknown"],
)
def test_money_in_words(small: Catalogue, fields: dict[str, str | bool], words: str) -> None:
    """What a bar shows is also told: in the picture, and for who doesn't see it."""
    line = Financiering.model_construct(**{"geldbron": "fonds", "van": None, "tot": None, "structureel": None, **fields})
    shown = tijdlijn(small, small.items[0].data.model_copy(update={"financiering": (line,)}))

    assert shown is not None
    assert parsed(shown.beeld).get("aria-label") == f"Tijdlijn. {words}."
    assert texts(shown.beeld).count("vandaag") == 1
    assert words in texts(shown.beeld)
    assert (shown.vandaag, shown.rest) == ("21 november 2026", "")


def test_money_without_a_date(small: Catalogue) -> None:
    """No line with a date is no timeline; lines without one are counted in words."""
    data = small.by_slug["leefgoed"].data
    (dated,) = data.financiering
    bare = dated.model_copy(update={"van": None, "tot": None})

    assert tijdlijn(small, data.model_copy(update={"financiering": (bare,)})) is None
    assert tijdlijn(small, data.model_copy(update={"financiering": ()})) is None
    one, two = (tijdlijn(small, data.model_copy(update={"financiering": (dated, *[bare] * number)})) for number in (1, 2))
    assert one is not None
    assert two is not None
    assert one.rest == "Van 1 andere geldbron kennen we de periode niet."
    assert two.rest == "Van 2 andere geldbronnen kennen we de periode niet."


@pytest.mark.parametrize(
    "address", ["https://a.nl/", "https://praktijkwijzer.example/voorbeelden/" + "een-lange-naam-" * 6 + "/"], ids=["short", "long"]
)
def test_qr_code_draws_every_module(address: str) -> None:
    """The runs of the path, put back in a grid, are the code of the address; the same bytes each time."""
    svg = qr_svg(address)
    matrix = [list(row) for row in segno.make_qr(address, error="l", boost_error=False, mask=3).matrix_iter(border=4)]
    path = re.search(r'stroke="#000" d="([^"]+)"', svg)
    assert path is not None

    assert modules(path[1], len(matrix)) == matrix
    assert svg == qr_svg(address)
    assert svg.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert len(svg) < 4_000


def copies(small: Catalogue) -> Catalogue:
    """The small world twice: enough entries for figures."""
    again = tuple(Item(f"{item.slug}-weer", item.data) for item in small.items)
    return replace(small, items=(*small.items, *again))


def modules(path: str, size: int) -> list[list[int]]:
    """The grid that a path of horizontal strokes draws."""
    grid = [[0] * size for _ in range(size)]
    x = y = 0.0
    for command, arguments in re.findall(r"([Mmh])([^Mmh]*)", path):
        numbers = [float(number) for number in re.findall(r"-?[\d.]+", arguments)]
        if command == "h":
            for column in range(int(x), int(x + numbers[0])):
                grid[int(y)][column] = 1
            x += numbers[0]
        else:
            x, y = (numbers[0], numbers[1]) if command == "M" else (x + numbers[0], y + numbers[1])
    return grid
