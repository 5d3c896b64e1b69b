"""The family of an entry: method, practices, parts, as a tree around the page itself."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import lxml.html
import pytest

from macros.catalogue import Catalogue, Item
from macros.render import Renderer
from macros.views.family import Familie, Tak, familie


def outline(tak: Tak) -> object:
    """A branch as text: `*` marks the page itself; with branches a pair."""
    label = tak.label if tak.adres else f"*{tak.label}"
    branches = [*(outline(branch) for branch in tak.takken), *([f"+{tak.meer}"] if tak.meer else [])]
    return (label, branches) if branches else label


def tree(catalogue: Catalogue, slug: str) -> object:
    found = familie(catalogue, catalogue.by_slug[slug])
    return found and outline(found.stam)


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("welzijn-op-recept", ("*Welzijn op Recept", ["Den Helder", "Eemsdelta en Groningen"])),
        ("welzijn-op-recept-den-helder", ("Welzijn op Recept", ["*Den Helder", "Eemsdelta en Groningen"])),
        ("taalcafe-groningen", None),
    ],
)
def test_a_method_and_its_practices(small: Catalogue, slug: str, expected: object) -> None:
    """The same tree on every page of the family; without family none."""
    assert tree(small, slug) == expected


def test_a_whole_and_its_parts(small: Catalogue) -> None:
    """The same, one step lower."""
    assert tree(small, "leefgoed") == ("*LeefGoed", ["De keuken van LeefGoed", "De werkplaats van LeefGoed"])
    assert tree(small, "leefgoed-keuken") == ("LeefGoed", ["*De keuken van LeefGoed", "De werkplaats van LeefGoed"])


def grown(small: Catalogue, number: int, **update: object) -> Catalogue:
    """The small world with a method that so many practices follow, the first of them with changes."""
    model = small.by_slug["welzijn-op-recept-den-helder"]
    places = [
        Item(
            f"plek-{count:02}", model.data.model_copy(update={"titel": f"Welzijn op Recept P{count:02}", **(update if count == 1 else {})})
        )
        for count in range(1, number + 1)
    ]
    others = [item for item in small.items if item.slug not in ("welzijn-op-recept-den-helder", "welzijn-op-recept-eemsdelta")]
    return replace(small, items=(*others, *places))


@pytest.mark.parametrize(("number", "shown", "rest"), [(0, 0, 0), (1, 1, 0), (12, 12, 0), (30, 12, 18)])
def test_none_one_twelve_thirty(small: Catalogue, number: int, shown: int, rest: int) -> None:
    """At most twelve branches; the others are counted, and a method without practices has no tree."""
    catalogue = grown(small, number)
    found = familie(catalogue, catalogue.by_slug["welzijn-op-recept"])

    assert (len(found.stam.takken), found.stam.meer) == (shown, rest) if found else number == 0


def test_the_page_itself_is_always_shown(small: Catalogue) -> None:
    """Also when it is the thirtieth of its method."""
    catalogue = grown(small, 30)
    found = familie(catalogue, catalogue.by_slug["plek-30"])

    assert found is not None
    assert [tak.label for tak in found.stam.takken if not tak.adres] == ["P30"]
    assert (len(found.stam.takken), found.stam.meer) == (12, 18)


def test_method_practice_part(small: Catalogue) -> None:
    """Three steps: from the method all the way down, from the part all the way up."""
    catalogue = grown(small, 2)
    part = Item(
        "deel", catalogue.by_slug["plek-01"].data.model_copy(update={"titel": "Het deel", "werkwijze": None, "onderdeel_van": "plek-01"})
    )
    catalogue = replace(catalogue, items=(*catalogue.items, part))

    assert tree(catalogue, "welzijn-op-recept") == ("*Welzijn op Recept", [("P01", ["Het deel"]), "P02"])
    assert tree(catalogue, "plek-01") == ("Welzijn op Recept", [("*P01", ["Het deel"]), "P02"])
    assert tree(catalogue, "deel") == ("Welzijn op Recept", [("P01", ["*Het deel"]), "P02"])


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Welzijn op Recept Den Helder", "Den Helder"),
        ("Welzijn op Recept in Den Helder", "Den Helder"),
        ("Welzijn op Recept, Utrecht", "Welzijn op Recept, Utrecht"),
        ("Welzijn op Recept voor jongeren", "Welzijn op Recept voor jongeren"),
        ("Beter Samen", "Beter Samen"),
        ("Welzijn op Recept", "Welzijn op Recept"),
    ],
)
def test_short_names(small: Catalogue, title: str, label: str) -> None:
    """Only a place or name is left over; anything else keeps its title."""
    catalogue = grown(small, 1, titel=title)
    found = familie(catalogue, catalogue.by_slug["welzijn-op-recept"])

    assert found is not None
    assert found.stam.takken[0].label == label


def test_tree_is_a_nested_list(small: Catalogue, renderer: Renderer) -> None:
    """Readable without style: a list in a list, links to the others, the page itself marked and no link; hostile text stays text."""
    tak = Tak("<b>&{{ 1 }}", "voorbeelden/x/", False, (Tak("Hier", "", False, ()), Tak("Daar", "voorbeelden/y/", True, (), 0)), 3)
    html = renderer.render("familie", pagina=SimpleNamespace(familie=Familie("Uitleg.", tak, frozenset())), basis="../../")
    root = lxml.html.fromstring(html)

    assert [item.text_content().split() for item in root.cssselect(".pw-boom > li > ul > li")] == [
        ["Hier"],
        ["Daar", "gestopt"],
        ["en", "3", "andere"],
    ]
    assert root.cssselect(".pw-boom > li > a")[0].text == "<b>&{{ 1 }}"
    assert [mark.text for mark in root.cssselect("[aria-current=page]")] == ["Hier"]
    assert [link.get("href") for link in root.cssselect("a")] == ["../../voorbeelden/x/", "../../voorbeelden/y/"]
    assert renderer.render("familie", pagina=SimpleNamespace(familie=None), basis="") == ""
