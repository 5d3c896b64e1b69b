"""What is near a municipality, by which names it is found, and the file in which the map's search field finds both."""

from __future__ import annotations

import datetime
import json

import pytest

from macros.catalogue import Catalogue
from macros.checking import check
from macros.exports.municipalities import municipality_files
from macros.geodata import gemeentepunten
from macros.views.cards import Tag
from macros.views.nearby import Buur, Naam, andere_namen, in_de_buurt, naaste


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    return catalogue


def test_near(small: Catalogue) -> None:
    """Other municipalities with entries, nearest first, with the distance in words; never itself."""
    found = in_de_buurt(small, "groningen", 2)

    assert found[0] == Buur(Tag("Eemsdelta", "gemeenten/eemsdelta/", "eemsdelta"), "26 km verderop", "1 voorbeeld")
    assert "groningen" not in [buur.gemeente.id for buur in in_de_buurt(small, "groningen", 99)]


def test_a_municipality_without_a_point_has_no_neighbours(small: Catalogue) -> None:
    """A name that the table doesn't know gives no error."""
    assert in_de_buurt(small, "atlantis") == ()


def test_every_municipality_can_be_found(real: Catalogue) -> None:
    """All of now, once; with entries their number, without also where they lie and who is near, nearest first."""
    rows = json.loads(dict(municipality_files(real))["kaart/gemeenten.json"])["gemeenten"]

    assert [row[0] for row in rows] == [key for key, term in real.lijsten["gemeenten"].items() if not term.opvolger]
    assert {row[0] for row in rows} == set(gemeentepunten())
    assert {row[0]: row[2] for row in rows if row[2]} == {
        key: len(real.with_term("gemeenten", key)) for key in real.used_terms("gemeenten")
    }
    for row in (row for row in rows if not row[2]):
        assert row[3] in real.lijsten["provincies"]
        assert [tuple(buur) for buur in row[6]] == list(naaste(real, row[0]))
        assert [km for _, km in row[6]] == sorted(km for _, km in row[6])


def test_every_earlier_municipality_leads_to_one_of_now(real: Catalogue) -> None:
    """Through as many mergers as there were."""
    found = {naam.id: naam for naam in andere_namen(real)}

    for key, term in real.lijsten["gemeenten"].items():
        if term.opvolger:
            assert found[key].soort == "vroeger"
            assert not real.lijsten["gemeenten"][found[key].gemeente].opvolger
    assert found["uden"] == Naam("uden", "Uden", "maashorst", "vroeger")
    assert found["den-bosch"] == Naam("den-bosch", "Den Bosch", "s-hertogenbosch", "ook")
    assert found["drachten"] == Naam("drachten", "Drachten", "smallingerland", "plaats")


def test_a_name_that_may_mean_another_municipality_is_no_other_name(real: Catalogue) -> None:
    """Hengelo in Gelderland is the main place of Bronckhorst; who types it means the municipality Hengelo."""
    names = {naam.naam for naam in andere_namen(real)}

    assert names.isdisjoint(term.label for term in real.lijsten["gemeenten"].values() if not term.opvolger)
    assert names.isdisjoint({"Hengelo", "Bergen", "Alphen", "The Hague"})


def test_the_file_is_small(real: Catalogue) -> None:
    """It is fetched when somebody goes to the field, on a phone too."""
    assert len(dict(municipality_files(real))["kaart/gemeenten.json"].encode()) <= 50_000
