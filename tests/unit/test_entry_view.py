"""The page of an entry: facts, sections, relations, and what is unknown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from macros.catalogue import Catalogue
from macros.glossary import Woordlinks
from macros.render import Renderer
from macros.views.cards import Tag
from macros.views.entry import VoorbeeldPagina, voorbeeldpagina


@pytest.fixture(scope="module")
def pagina(small: Catalogue) -> dict[str, VoorbeeldPagina]:
    """The page of each entry, by slug."""
    return {item.slug: voorbeeldpagina(small, item, Woordlinks(small.lijsten["begrippen"]).page("../../")) for item in small.items}


def facts(page: VoorbeeldPagina) -> dict[str, list[str]]:
    """The facts at a glance as plain words."""
    return {fact.naam: [value.label if isinstance(value, Tag) else value for value in fact.waarden] for fact in page.feiten}


def test_facts_of_the_fullest_entry(pagina: dict[str, VoorbeeldPagina]) -> None:
    """Every fact, in reading order."""
    assert facts(pagina["leefgoed"]) == {
        "Wie": ["Stichting LeefGoed", "en 1 andere"],
        "Waar": ["Veghel, De Leest", "Meierijstad"],
        "Provincie": ["Noord-Brabant"],
        "Thema": ["Meedoen en werk", "Eenzaamheid en ontmoeting", "Armoede en schulden"],
        "Voor wie": ["Alle inwoners", "Jongeren", "Mensen met geldzorgen"],
        "Bereikt via": ["wijkagenten", "scholen"],
        "Werkvorm": ["Inloop", "Leerwerkplek", "Netwerkoverleg"],
        "Wanneer": ["vanaf september 2016 tot 2030"],
        "Kosten per jaar": ["25.000 tot 100.000 euro per jaar"],
        "Wie betaalt": ["Subsidie van de gemeente"],
        "Wet": ["Participatiewet", "Wet maatschappelijke ondersteuning 2015"],
        "Beleid": ["Gezond en Actief Leven Akkoord (GALA)", "Wonen, Ondersteuning en Zorg voor Ouderen (WOZO) (liep tot 9 juli 2025)"],
        "Samenwerking": ["Netwerk met een trekker"],
        "Inwoners zijn": ["mede-eigenaar", "vrijwilliger"],
        "Positieve Gezondheid": ["Zingeving", "Meedoen"],
        "Steunt op": ["ervaring uit de praktijk", "cijfers over bereik"],
    }


def test_facts_of_a_small_entry(pagina: dict[str, VoorbeeldPagina]) -> None:
    """What is not filled in is not there."""
    assert list(facts(pagina["leefgoed-keuken"])) == ["Wie", "Waar", "Thema", "Voor wie", "Werkvorm", "Provincie", "Steunt op"]
    assert facts(pagina["welzijn-op-recept"])["Waar"] == ["Landelijk"]
    assert "Provincie" not in facts(pagina["welzijn-op-recept"])


@pytest.mark.parametrize(
    ("slug", "sections"),
    [
        (
            "leefgoed",
            ["aanleiding", "aanpak", "context", "resultaten", "geleerd", "werkzame-elementen", "randvoorwaarden", "vast", "aanpassen"],
        ),
        ("welzijn-op-recept-den-helder", ["aanpak", "eigen-aanpassing", "resultaten"]),
        ("taalcafe-groningen", ["aanleiding", "geleerd"]),
    ],
)
def test_sections(pagina: dict[str, VoorbeeldPagina], slug: str, sections: list[str]) -> None:
    """In reading order; what is unknown has no section."""
    assert [section.id for section in pagina[slug].secties] == sections


@pytest.mark.parametrize(
    ("slug", "unknown"),
    [
        ("leefgoed", ()),
        (
            "taalcafe-groningen",
            (
                "hoe het precies werkt", "wat ervan terechtkwam", "wat het kost", "hoeveel mensen en uren het vraagt", "wie het betaalt",
                "hoeveel mensen het bereikt", "waar je terechtkunt met vragen",
            ),
        ),
    ],
    ids=["nothing", "much"],
)  # fmt: skip
def test_what_is_unknown(pagina: dict[str, VoorbeeldPagina], slug: str, unknown: tuple[str, ...]) -> None:
    """Shown as an invitation."""
    assert pagina[slug].onbekend == unknown


@pytest.mark.parametrize(
    ("slug", "relations"),
    [
        (
            "welzijn-op-recept-den-helder",
            {
                "De werkwijze hierachter": ["welzijn-op-recept"],
                "Dezelfde werkwijze op andere plekken": ["welzijn-op-recept-eemsdelta"],
                "Zelfde thema": ["taalcafe-groningen"],
            },
        ),
        ("welzijn-op-recept", {"Praktijken met deze werkwijze": ["welzijn-op-recept-den-helder", "welzijn-op-recept-eemsdelta"]}),
        ("leefgoed", {"Onderdelen": ["leefgoed-keuken", "leefgoed-werkplaats"], "Verwante voorbeelden": ["taalcafe-groningen"]}),
        ("leefgoed-keuken", {"Onderdeel van": ["leefgoed"], "Andere onderdelen": ["leefgoed-werkplaats"]}),
    ],
)
def test_relations(pagina: dict[str, VoorbeeldPagina], slug: str, relations: dict[str, list[str]]) -> None:
    """Each related entry once, under the strongest reason."""
    found = {group.kop: [card.adres.split("/")[1] for card in group.kaarten] for group in pagina[slug].relaties}

    assert found == relations


def test_money_that_ended(pagina: dict[str, VoorbeeldPagina]) -> None:
    """Until 2023 lies behind us, until 2028 doesn't."""
    (ended,), (running,) = pagina["welzijn-op-recept-eemsdelta"].geld, pagina["leefgoed"].geld

    assert (ended.geldbron, ended.wet, ended.periode, ended.afgelopen) == ("Fonds", None, "vanaf 2021 tot 2023, tijdelijk", True)
    assert (running.periode, running.afgelopen) == ("vanaf 2020 tot 31 december 2028, structureel", False)


def test_costs_and_people(pagina: dict[str, VoorbeeldPagina]) -> None:
    """In words, with the year."""
    assert [(row.naam, row.tekst) for row in pagina["leefgoed"].kosten] == [
        ("Kosten per jaar", "25.000 tot 100.000 euro per jaar (2023). Huur en één betaalde kracht, zonder de uren van vrijwilligers."),
        ("Inzet", "24 betaalde uren per week, 0,7 fte, 45 vrijwilligers (2024). Een beheerder en een vaste groep vrijwilligers."),
    ]


def test_figures(pagina: dict[str, VoorbeeldPagina]) -> None:
    """A range gets a dash, a nuance stands before the number."""
    assert [(figure.nuance, figure.waarde, figure.eenheid, figure.jaar) for figure in pagina["leefgoed"].cijfers] == [
        ("ruim", "300", "bezoekers per week", "2023"),
        ("", "10–12", "organisaties", "januari 2024"),
    ]


def test_sources_are_numbered_as_the_page_shows_them(pagina: dict[str, VoorbeeldPagina], small: Catalogue) -> None:
    """Every source is in the list exactly once, with consecutive numbers."""
    for item in small.items:
        notes = pagina[item.slug].noten
        assert [note.nummer for note in notes] == list(range(1, len(item.data.bronnen) + 1))
        assert sorted(note.titel for note in notes) == sorted(bron.titel for bron in item.data.bronnen)


@pytest.mark.parametrize(
    "slug", ["leefgoed", "taalcafe-groningen", "welzijn-op-recept", "welzijn-op-recept-den-helder", "leefgoed-werkplaats"]
)
def test_page_is_sound_html(pagina: dict[str, VoorbeeldPagina], renderer: Renderer, slug: str) -> None:
    """Ids are unique, every link within the page has its target, headings go down one step at a time."""
    tree = lxml_html.document_fromstring(renderer.render("voorbeeld", pagina=pagina[slug], basis="../../"))
    ids = tree.xpath("//@id")

    assert sorted(ids) == sorted(set(ids))
    assert [link for link in tree.xpath("//a/@href") if link.startswith("#") and link[1:] not in ids] == []
    assert [name for names in tree.xpath("//@aria-labelledby") for name in names.split() if name not in ids] == []
    levels = [int(heading.tag[1]) for heading in tree.iter("h1", "h2", "h3", "h4")]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))


def test_stopped_and_stale(pagina: dict[str, VoorbeeldPagina], renderer: Renderer) -> None:
    """A reader knows first that it is over and old; a fresh page says neither."""
    stopped, fresh = (renderer.render("voorbeeld", pagina=pagina[slug], basis="../../") for slug in ("taalcafe-groningen", "leefgoed"))

    assert "Dit voorbeeld is gestopt" in stopped
    assert "Mogelijk verouderd" in stopped
    assert "gestopt" not in re.sub(r"<[^>]*>", "", fresh).lower()
    assert "Mogelijk verouderd" not in fresh
