"""Entries worth a look from another: for a reason that is true, varied, and found at the same cost in a large catalogue."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from macros.catalogue import Catalogue
from macros.checking import check
from macros.related import REDENEN, Kenmerken, Verwanten
from macros.views.relations import relaties

HERE = Kenmerken(
    slug="hier",
    soort="praktijk",
    fase="uitvoering",
    themas=("eenzaamheid",),
    doelgroepen=("ouderen",),
    werkvormen=("inloop",),
    gemeenten=("assen",),
    provincies=("drenthe",),
    organisaties=("stichting-a", "stichting-b", "stichting-c"),
    geldbronnen=("fonds",),
    betaald_uit=("wmo-2015",),
    werkwijze="samen-eten",
    netwerkvorm="convenant",
)
ELSEWHERE = Kenmerken("daar", "praktijk", "uitvoering", ("schulden",), ("jongeren",), ("maatje",))


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: Any) -> Catalogue:
    """The catalogue of this project."""
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    return catalogue


@pytest.mark.parametrize(
    ("changes", "reden"),
    [
        ({"werkwijze": "samen-eten", "gemeenten": ("emmen",)}, "Zelfde werkwijze in een andere gemeente"),
        ({"organisaties": ("stichting-a",)}, "Van dezelfde organisatie"),
        ({"organisaties": ("stichting-x", "stichting-c", "stichting-b")}, "Met dezelfde partners"),
        ({"themas": ("eenzaamheid",), "doelgroepen": ("ouderen",), "geldbronnen": ("subsidie",)}, "Zelfde doelgroep, andere financiering"),
        ({"themas": ("eenzaamheid",), "doelgroepen": ("ouderen",)}, "Zelfde thema en doelgroep, andere werkvorm"),
        ({"werkvormen": ("inloop",), "provincies": ("drenthe",), "gemeenten": ("emmen",)}, "Zelfde werkvorm, in dezelfde provincie"),
        ({"werkvormen": ("inloop",), "gemeenten": ("assen",), "doelgroepen": ("ouderen",)}, "In dezelfde gemeente"),
        ({"werkvormen": ("inloop",)}, "Zelfde werkvorm, andere doelgroep"),
        (
            {"soort": "werkwijze", "themas": ("eenzaamheid",), "doelgroepen": ("ouderen",), "werkvormen": ("inloop",)},
            "Een werkwijze voor dezelfde vraag",
        ),
        ({"themas": ("eenzaamheid",), "onderzocht": True}, "Zelfde thema, met onderzoek"),
        ({"themas": ("eenzaamheid",), "fase": "gestopt"}, "Zelfde thema, maar gestopt"),
        ({"doelgroepen": ("ouderen",), "betaald_uit": ("wmo-2015",)}, "Betaald uit dezelfde wet"),
        ({"doelgroepen": ("ouderen",), "netwerkvorm": "convenant"}, "Zelfde vorm van samenwerken"),
        ({"themas": ("schulden", "eenzaamheid"), "doelgroepen": ("jongeren", "ouderen")}, "Zelfde thema en doelgroep"),
        ({"themas": ("eenzaamheid",)}, "Zelfde thema"),
        ({"doelgroepen": ("ouderen",)}, "Zelfde doelgroep"),
        ({"doelgroepen": ("ouderen", "jongeren"), "werkvormen": ("maatje", "inloop")}, "Zelfde doelgroep"),
        ({}, None),
        ({"provincies": ("drenthe",), "gemeenten": ("assen",)}, None),
    ],
)
def test_reason(changes: dict[str, Any], reden: str | None) -> None:
    """The strongest reason that holds; the same town alone is none."""
    found = Verwanten([HERE, replace(ELSEWHERE, **changes)]).voor("hier", ())

    assert found == ((("daar", reden),) if reden else ())


def test_every_reason_has_its_case() -> None:
    """Texts differ, so that no reason hides behind another."""
    assert len({reden.tekst for reden in REDENEN}) == len(REDENEN)


def test_who_is_everywhere_is_near_nobody() -> None:
    """An entry in ten provinces is no neighbour for standing in one of them."""
    wide = replace(ELSEWHERE, werkvormen=("inloop",), doelgroepen=("ouderen",), provincies=("drenthe", "utrecht", "zeeland", "limburg"))

    assert Verwanten([HERE, wide]).voor("hier", ()) == (("daar", "Zelfde doelgroep"),)


def many(number: int) -> list[Kenmerken]:
    """Entries with every mix of a few terms, always the same ones."""
    chance = random.Random(7)

    def some(name: str, of: int) -> tuple[str, ...]:
        return tuple(f"{name}-{chance.randrange(of)}" for _ in range(chance.randint(1, 2)))

    return [
        Kenmerken(
            f"voorbeeld-{which:05}",
            chance.choice(("praktijk", "praktijk", "werkwijze")),
            chance.choice(("uitvoering", "geborgd", "gestopt")),
            some("thema", 16),
            some("doelgroep", 14),
            some("werkvorm", 30),
            some("gemeente", 300),
            some("provincie", 12),
            some("organisatie", 600),
            some("geldbron", 8),
            some("wet", 5),
            werkwijze=chance.choice((None, None, f"werkwijze-{chance.randrange(40)}")),
            onderzocht=chance.random() < 0.2,
        )
        for which in range(number)
    ]


def test_varied() -> None:
    """At most two for one reason, never two of one method, never the entry itself or one that was passed over."""
    items = many(400)
    by_slug = {item.slug: item for item in items}
    verwanten = Verwanten(items)
    for item in items:
        without = [other.slug for other in items[:50] if other is not item]
        found = verwanten.voor(item.slug, without)

        assert 4 <= len(found) <= 6
        assert not {slug for slug, _ in found} & {item.slug, *without}
        assert max(Counter(reden for _, reden in found).values()) <= 2
        methods = [by_slug[slug].werkwijze for slug, _ in found if by_slug[slug].werkwijze]
        assert len(set(methods)) == len(methods)


def test_order_of_files_has_no_influence() -> None:
    """The same entries give the same answer, in whatever order they were read."""
    items = many(300)
    shuffled = random.Random(1).sample(items, len(items))

    assert [Verwanten(items).voor(item.slug, ()) for item in items] == [Verwanten(shuffled).voor(item.slug, ()) for item in items]


def test_look_alikes_lead_to_each_other() -> None:
    """Of sixty entries that are the same in all respects, nobody is left out."""
    items = [replace(ELSEWHERE, slug=f"keuken-{number:02}") for number in range(60)]
    verwanten = Verwanten(items)

    assert {slug for item in items for slug, _ in verwanten.voor(item.slug, ())} == {item.slug for item in items}


def cost(items: list[Kenmerken], times: int = 400) -> float:
    """The least processor time to find what is worth a look from some entries."""
    verwanten = Verwanten(items)
    asked = items[:: len(items) // times][:times]
    spent = []
    for _ in range(3):
        start = time.process_time()
        for item in asked:
            verwanten.voor(item.slug, ())
        spent.append(time.process_time() - start)
    return min(spent)


def test_an_entry_costs_the_same_in_a_large_catalogue() -> None:
    """Ten times as many entries make the work for one of them at most three times as much; to weigh all pairs would make it ten times."""
    assert cost(many(10_000)) / cost(many(1_000)) < 3


def test_real_entries(real: Catalogue) -> None:
    """Every entry of this project leads to four up to eight others for varied reasons, none of them family that its page shows."""
    for item in real.items:
        groups = {group.kop: [near.slug for near in group.naasten] for group in relaties(real, item)}
        shown = [slug for slugs in groups.values() for slug in slugs]

        assert len(set(shown)) == len(shown)
        assert item.slug not in shown
        assert 4 <= len(groups["Ook interessant"]) <= 8, item.slug
        assert len({near.bij for group in relaties(real, item) if group.kop == "Ook interessant" for near in group.naasten}) >= 3, item.slug


def test_most_real_entries_are_led_to(real: Catalogue) -> None:
    """Together these cards lead to nearly the whole catalogue, not to the same few favourites."""
    led: Counter[str] = Counter()
    for item in real.items:
        led.update(near.slug for group in relaties(real, item) if group.kop == "Ook interessant" for near in group.naasten)

    assert len(led) >= 0.9 * len(real.items)
    assert max(led.values()) <= 25


REDEN_CHECKS: dict[str, Callable[[Any, Any], bool]] = {
    "Zelfde thema": lambda a, b: bool({*a.themas} & {*b.themas}),
    "Zelfde doelgroep, andere financiering": lambda a, b: (
        bool({*a.doelgroepen} & {*b.doelgroepen})
        and not {money.geldbron for money in a.financiering} & {money.geldbron for money in b.financiering}
    ),
    "In dezelfde gemeente": lambda a, b: bool({*a.plaats.gemeenten} & {*b.plaats.gemeenten}),
    "Zelfde thema en doelgroep, andere werkvorm": lambda a, b: bool({*a.themas} & {*b.themas}) and not {*a.werkvormen} & {*b.werkvormen},
    "Zelfde werkvorm, andere doelgroep": lambda a, b: bool({*a.werkvormen} & {*b.werkvormen}) and not {*a.doelgroepen} & {*b.doelgroepen},
}


def test_what_a_reason_says_is_true(real: Catalogue) -> None:
    """Checked against the entries themselves."""
    seen: Counter[str] = Counter()
    for item in real.items:
        for other, reden in real.ook_interessant(item, ()):
            if reden in REDEN_CHECKS:
                assert REDEN_CHECKS[reden](item.data, other.data), (item.slug, other.slug, reden)
                seen[reden] += 1

    assert seen.keys() == REDEN_CHECKS.keys()
