"""The page of an entry: facts, sections, relations, and what is unknown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest
from lxml import html as lxml_html

from macros import addresses
from macros.catalogue import Catalogue
from macros.citations import Noten
from macros.glossary import Woordlinks
from macros.model.parts import Inzet
from macros.render import Renderer
from macros.views.cards import Tag
from macros.views.entry import VoorbeeldPagina, voorbeeldpagina
from macros.views.facts import Feit, inzet, kern
from macros.views.money import kosten, voorbij
from macros.views.relations import relaties


@pytest.fixture(scope="module")
def pagina(small: Catalogue) -> dict[str, VoorbeeldPagina]:
    """The page of each entry, by slug."""
    return {item.slug: voorbeeldpagina(small, item, Woordlinks(small.lijsten["begrippen"]).page("../../")) for item in small.items}


def words(facts: Iterable[Feit]) -> dict[str, list[str]]:
    """Facts as plain words, with the words that close them."""
    return {
        fact.naam: [*(value.label if isinstance(value, Tag) else value for value in fact.waarden), *([fact.slot] if fact.slot else [])]
        for fact in facts
    }


def test_first_screen_of_the_fullest_entry(pagina: dict[str, VoorbeeldPagina]) -> None:
    """For whom, where, who, how far and since when, what it takes, how sure."""
    assert words(pagina["leefgoed"].kern) == {
        "Voor wie": ["Alle inwoners", "Jongeren", "Mensen met geldzorgen"],
        "Waar": ["De Leest", "Veghel", "Meierijstad"],
        "Wie": ["Stichting LeefGoed", "en 1 andere"],
        "Fase": ["Geborgd", ", van september 2016 tot 2030"],
        "Wat het vraagt": ["25.000 tot 100.000 euro per jaar", "24 betaalde uren per week", "0,7 fte", "45 vrijwilligers"],
        "Steunt op": ["Ervaring uit de praktijk", "cijfers over bereik"],
    }


def test_first_screen_always_has_the_same_six_facts(pagina: dict[str, VoorbeeldPagina]) -> None:
    """The stylesheet gives each place its sign; what no source says is said to be unknown."""
    orders = {tuple(fact.naam for fact in page.kern) for page in pagina.values()}

    assert orders == {("Voor wie", "Waar", "Wie", "Fase", "Wat het vraagt", "Steunt op")}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"kosten": None, "inzet": None}, ["Subsidie van de gemeente;", "kosten onbekend"], id="only who pays"),
        pytest.param(
            {"kosten": None, "inzet": None, "financiering": ()}, ["Kosten onbekend, wel", "wat ervoor nodig is"], id="only conditions"
        ),
        pytest.param({"kosten": None, "inzet": None, "financiering": (), "randvoorwaarden": ()}, ["Nog onbekend"], id="nothing"),
        pytest.param({"kosten": None}, ["24 betaalde uren per week", "0,7 fte", "45 vrijwilligers"], id="only people"),
    ],
)
def test_what_it_takes(small: Catalogue, change: dict[str, object], expected: list[str]) -> None:
    """As much as the sources say, and an anchor that is on the page."""
    item = small.by_slug["leefgoed"]
    (fact,) = [fact for fact in kern(small, replace(item, data=item.data.model_copy(update=change))) if fact.naam == "Wat het vraagt"]

    assert words([fact])["Wat het vraagt"] == expected
    assert bool(fact.anker) == bool(fact.slot)


def test_effort_without_numbers(small: Catalogue) -> None:
    """The explanation is then what there is to say, once."""
    effort = Inzet(toelichting="Een vaste groep buren.", bron="x")
    item = small.by_slug["leefgoed"]
    data = item.data.model_copy(update={"inzet": effort, "kosten": None})

    assert list(inzet(effort)) == ["Een vaste groep buren."]
    assert [row.tekst for row in kosten(small, data, Noten(data.bronnen, {}))] == ["Een vaste groep buren."]


@pytest.mark.parametrize(
    ("start", "einde", "expected"),
    [
        ("2016", None, ", begon in 2016"),
        ("2016-09", None, ", begon in september 2016"),
        ("2016-09-05", None, ", begon op 5 september 2016"),
        (None, "2030", ", tot 2030"),
        (None, None, ""),
    ],
)
def test_since_when(small: Catalogue, start: str | None, einde: str | None, expected: str) -> None:
    """Never `sinds`: with the phase before it that would say since when it is stopped or spread."""
    item = small.by_slug["leefgoed"]
    changed = replace(item, data=item.data.model_copy(update={"start": start, "einde": einde}))

    assert next(fact.slot for fact in kern(small, changed) if fact.naam == "Fase") == expected


def test_other_facts(pagina: dict[str, VoorbeeldPagina]) -> None:
    """Every other fact, in reading order; what is not filled in is not there."""
    assert words(pagina["leefgoed"].feiten) == {
        "Ook over": ["Eenzaamheid en ontmoeting", "Armoede en schulden"],
        "Werkvorm": ["Inloop", "Leerwerkplek", "Netwerkoverleg"],
        "Bereikt via": ["wijkagenten", "scholen"],
        "Provincie": ["Noord-Brabant"],
        "Wie betaalt": ["Subsidie van de gemeente"],
        "Wet": ["Participatiewet", "Wet maatschappelijke ondersteuning 2015"],
        "Beleid": ["Gezond en Actief Leven Akkoord (GALA)", "Wonen, Ondersteuning en Zorg voor Ouderen (WOZO) (liep tot 9 juli 2025)"],
        "Samenwerking": ["Netwerk met een trekker"],
        "Inwoners zijn": ["mede-eigenaar", "vrijwilliger"],
        "Positieve Gezondheid": ["Zingeving", "Meedoen"],
    }
    assert list(words(pagina["leefgoed-keuken"].feiten)) == ["Werkvorm", "Provincie"]
    assert words(pagina["welzijn-op-recept"].kern)["Waar"] == ["Landelijk"]
    assert "Provincie" not in words(pagina["welzijn-op-recept"].feiten)


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
    assert [section.id for section in (*pagina[slug].verhaal, *pagina[slug].lessen)] == sections


def test_what_is_unknown(pagina: dict[str, VoorbeeldPagina]) -> None:
    """Shown as an invitation that leads to the field."""
    assert pagina["leefgoed"].onbekend == ()
    assert [words for words, _ in pagina["taalcafe-groningen"].onbekend] == [
        "hoe het precies werkt", "wat ervan terechtkwam", "wat het kost", "hoeveel mensen en uren het vraagt", "wie het betaalt",
        "hoeveel mensen het bereikt", "waar je terechtkunt met vragen",
    ]  # fmt: skip
    assert pagina["taalcafe-groningen"].onbekend[0][1] == "meedoen/formulier/?voorbeeld=taalcafe-groningen&veld=aanpak"


def test_unknown_leads_to_the_file_too_where_it_can_be_edited(pagina: dict[str, VoorbeeldPagina], renderer: Renderer) -> None:
    """Only when the place of the source is known."""
    page = pagina["taalcafe-groningen"]
    there = renderer.render("voorbeeld", pagina=replace(page, bestand="https://git.example/edit/x.yml"), basis="../../")

    assert '<a href="https://git.example/edit/x.yml">Vul het zelf aan in het bestand</a>' in there
    assert "in het bestand" not in renderer.render("voorbeeld", pagina=page, basis="../../")


@pytest.mark.parametrize(
    ("slug", "relations"),
    [
        (
            "welzijn-op-recept-den-helder",
            {
                "De werkwijze hierachter": ["welzijn-op-recept"],
                "Dezelfde werkwijze op andere plekken": ["welzijn-op-recept-eemsdelta"],
                "Ook interessant": ["taalcafe-groningen", "leefgoed"],
            },
        ),
        (
            "welzijn-op-recept",
            {
                "Praktijken met deze werkwijze": ["welzijn-op-recept-den-helder", "welzijn-op-recept-eemsdelta"],
                "Ook interessant": ["taalcafe-groningen", "leefgoed"],
            },
        ),
        (
            "leefgoed",
            {
                "Onderdelen": ["leefgoed-keuken", "leefgoed-werkplaats"],
                "Verwante voorbeelden": ["taalcafe-groningen"],
                "Ook interessant": ["welzijn-op-recept-eemsdelta"],
            },
        ),
        ("leefgoed-keuken", {"Onderdeel van": ["leefgoed"], "Andere onderdelen": ["leefgoed-werkplaats"]}),
    ],
)
def test_relations(small: Catalogue, slug: str, relations: dict[str, list[str]]) -> None:
    """Each related entry once, under the strongest reason."""
    found = {group.kop: [near.slug for near in group.naasten] for group in relaties(small, small.by_slug[slug])}

    assert found == relations


def test_what_the_tree_shows_is_not_listed_again(pagina: dict[str, VoorbeeldPagina]) -> None:
    """Method, sisters and parts stand in the tree; the rest stays."""
    twice = {
        slug: [near.slug for group in page.relaties for near in group.naasten if addresses.voorbeeld(near.slug) in page.familie.adressen]
        for slug, page in pagina.items()
        if page.familie
    }

    assert len(twice) >= 5
    assert set(map(tuple, twice.values())) == {()}
    assert [near.slug for group in pagina["leefgoed"].relaties for near in group.naasten][:1] == ["taalcafe-groningen"]


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
    stopped, fresh = (
        plain(renderer.render("voorbeeld", pagina=pagina[slug], basis="../../")) for slug in ("taalcafe-groningen", "leefgoed")
    )

    assert "Dit voorbeeld is gestopt." in stopped
    assert f"De feiten zijn van {pagina['taalcafe-groningen'].peildatum}, mogelijk verouderd." in stopped
    assert "gestopt" not in fresh.lower()
    assert f"De feiten zijn van {pagina['leefgoed'].peildatum}." in fresh
    assert "verouderd" not in fresh.lower()


def test_stale_while_running_is_marked(pagina: dict[str, VoorbeeldPagina], renderer: Renderer) -> None:
    """A phase that says it still goes on is what a reader must doubt; so it stands first."""
    page = replace(pagina["leefgoed"], verouderd=True)
    html = renderer.render("stand", pagina=page)

    assert plain(html) == f"Mogelijk verouderd. De feiten zijn van {page.peildatum}."
    assert "<strong" in html
    assert "<strong" not in renderer.render("stand", pagina=replace(page, loopt=False))


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        ([True, True], "Het geld dat we kennen, liep af"),
        ([True, False], "Een deel van het geld liep af"),
        ([False], ""),
        ([], ""),
    ],
)
def test_money_that_ran_out(pagina: dict[str, VoorbeeldPagina], ended: list[bool], expected: str) -> None:
    """Part or all of it, no more than the sources say."""
    (line,) = pagina["leefgoed"].geld

    assert voorbij([replace(line, afgelopen=past) for past in ended]) == expected


def plain(html: str) -> str:
    """The text of HTML on one line."""
    return " ".join(str(lxml_html.fromstring(html).text_content()).split())


def test_a_relative_says_where_it_is_unless_its_title_does(small: Catalogue) -> None:
    """Nothing is said twice in a short list."""
    places = {
        near.slug: near.bij
        for item in small.items
        for group in relaties(small, item)
        if group.kop != "Ook interessant"
        for near in group.naasten
    }

    assert places["taalcafe-groningen"] == ""
    assert places["welzijn-op-recept-den-helder"] == ""
    assert places["leefgoed"] == "Veghel (Meierijstad)"
    assert places["welzijn-op-recept"] == "Landelijk"
