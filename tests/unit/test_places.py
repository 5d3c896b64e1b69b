"""The map, and the same as a list."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator

import pytest
from lxml import html

from macros.catalogue import Catalogue
from macros.checking import check
from macros.drawings.netherlands import SMALLEST, Stip, benoemd, groepen, schaal, straal, vak
from macros.geodata import vormen
from macros.render import Renderer
from macros.views.places import Merk, landelijk, landkaart, streken


@pytest.fixture(scope="module")
def real(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    catalogue = check(real_files, today).catalogue
    assert catalogue is not None
    return catalogue


def marks(catalogue: Catalogue) -> Iterator[Merk]:
    for provincie in landkaart(catalogue).provincies:
        yield from provincie.merken


def test_every_municipality_with_entries_is_on_the_map_once(real: Catalogue) -> None:
    """By itself or in the group of a neighbour, with its own number of entries."""
    found = [member for merk in marks(real) for member in (merk, *merk.bij)]

    assert sorted(merk.id for merk in found) == sorted(real.used_terms("gemeenten"))
    assert all(merk.aantal == len(real.with_term("gemeenten", merk.id)) for merk in found)


def test_marks_are_a_finger_apart(real: Catalogue) -> None:
    """On the smallest map on which they can be chosen, two marks are 24 pixels from each other, and each is as large."""
    shown = list(marks(real))
    pixel = SMALLEST / 1306
    for one in shown:
        assert 2 * one.straal * pixel >= 23
        for other in shown:
            assert one is other or math.hypot(one.x - other.x, one.y - other.y) * pixel >= 23.9


def test_a_group_counts_an_entry_once(real: Catalogue) -> None:
    """An entry in two municipalities of one group is one entry."""
    for merk in marks(real):
        if merk.bij:
            slugs = {item.slug for member in (merk, *merk.bij) for item in real.with_term("gemeenten", member.id)}
            assert merk.samen == len(slugs)


def test_groups_stand_at_their_largest_mark() -> None:
    """The largest keeps its place; a mark within reach joins it, one beyond stays by itself."""
    large, close, far = Stip("groot", 100, 100, 9), Stip("dichtbij", 130, 100, 2), Stip("ver", 400, 100, 1)

    assert [groep.leden for groep in groepen([far, close, large])] == [(large, close), (far,)]


def test_more_entries_make_a_larger_mark() -> None:
    """By area, so that twenty doesn't look like four hundred."""
    sizes = [straal(number) for number in (1, 2, 5, 20, 100)]

    assert sizes == sorted(sizes)
    assert sizes[3] < 2 * sizes[0]


def test_names_don_t_touch() -> None:
    """Of two names that would touch, the first stays."""
    assert benoemd([("Alkmaar", 100, 100, 28), ("Heerhugowaard", 110, 104, 28), ("Zwolle", 900, 900, 28)], 1) == {"Alkmaar", "Zwolle"}


def test_the_map_of_a_province(real: Catalogue) -> None:
    """Only its own marks, in its own part of the drawing, drawn smaller by as much."""
    kaart = landkaart(real, "zeeland")
    chosen = next(provincie for provincie in kaart.provincies if provincie.gekozen)

    assert kaart.vak == " ".join(map(str, vak(vormen().groot["zeeland"])))
    assert kaart.schaal == schaal(vak(vormen().groot["zeeland"])) < 0.5
    assert {member.id for merk in chosen.merken for member in (merk, *merk.bij)} == {
        key
        for key in real.used_terms("gemeenten")
        if real.lijsten["gemeenten"][key].provincie == "zeeland"  # type: ignore[attr-defined]
    }


def test_the_list_leads_to_every_municipality_on_the_map(real: Catalogue) -> None:
    """Whoever cannot use the map misses no place: each is a link in its own province, once."""
    for streek in streken(real):
        linked = [plek.gemeente.id for plek in streek.plekken]
        linked += [tag.id for deel in streek.gedeeld for tag in deel.gemeenten if tag.adres]

        assert sorted(linked) == sorted(
            key
            for key in real.used_terms("gemeenten")
            if real.lijsten["gemeenten"][key].provincie == streek.provincie.id  # type: ignore[attr-defined]
        )


def test_the_list_says_what_it_leaves_out(real: Catalogue) -> None:
    """Entries named plus entries counted are all entries of a municipality that are nowhere else in the province."""
    for streek in streken(real):
        titles = sum(len(plek.titels) + plek.meer for plek in streek.plekken) + len(streek.gedeeld)

        assert titles == len(real.with_term("provincies", streek.provincie.id))


def test_national_entries_apart(small: Catalogue) -> None:
    """What has no place is not on the map but below it."""
    titles, number = landelijk(small)

    assert number == len(titles) == sum(item.data.plaats is None for item in small.items)


def test_the_teaser_is_light(real: Catalogue, renderer: Renderer) -> None:
    """It stands on the home page: at most 8 kB, one link."""
    shown = renderer.render("landkaartklein", basis="", kaart=landkaart(real, klein=True))

    assert len(shown.encode()) <= 8_000
    assert [link.get("href") for link in html.fromstring(shown).iter("a")] == ["kaart/"]


def test_the_page_is_light(real: Catalogue, renderer: Renderer) -> None:
    """Map and list together leave room for the head and foot of the page within 60 kB."""
    shown = renderer.render("landkaartpagina", basis="../", kaart=landkaart(real), streken=streken(real), landelijk=landelijk(real))

    assert len(shown.encode()) <= 55_000
