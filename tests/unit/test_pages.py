"""Every generated page has its own address, and no contributor's text in its source."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import replace

import pytest

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.checking import check
from macros.page_macros import macro_names
from macros.pages import pages


@pytest.fixture(scope="module", params=["small", "real"])
def catalogue(request: pytest.FixtureRequest, small: Catalogue, real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The small world, and the real one."""
    checked = check(real_files, today).catalogue
    assert checked is not None
    return small if request.param == "small" else checked


def test_addresses_are_unique(catalogue: Catalogue) -> None:
    """Two pages with one address would overwrite each other, also where capitals make no difference."""
    count = Counter(page.adres.casefold() for page in pages(catalogue))

    assert [address for address, number in count.items() if number > 1] == []


def test_addresses_have_one_form(catalogue: Catalogue) -> None:
    """No leading slash, one at the end, small letters, digits and hyphens in between."""
    assert [page.adres for page in pages(catalogue) if not re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*/)+", page.adres)] == []


def test_source_is_one_macro_call(catalogue: Catalogue) -> None:
    """Only a known macro with ids and numbers: nothing that a contributor typed is a template."""
    for page in pages(catalogue):
        assert page.macro in macro_names()
        assert [value for value in page.waarden if not isinstance(value, int) and not re.fullmatch(r"[a-z0-9-]+", value)] == []


def test_every_page_has_a_title_and_description(catalogue: Catalogue) -> None:
    """Both are shown in search results."""
    assert [page.adres for page in pages(catalogue) if not page.titel.strip() or not 10 < len(page.omschrijving) <= 300] == []


def test_addresses_of_the_small_world(small: Catalogue) -> None:
    """All pages of the small world, in the order in which they are made."""
    assert [page.adres for page in pages(small)] == [
        *(f"voorbeelden/{item.slug}/" for item in small.items),
        "voorbeelden/",
        "themas/", "themas/eenzaamheid/", "themas/armoede-schulden/", "themas/meedoen-werk/", "themas/welzijn-zorg/",
        "doelgroepen/", "doelgroepen/ouderen/", "doelgroepen/jongeren/", "doelgroepen/geldzorgen/", "doelgroepen/alle-inwoners/",
        "werkvormen/", "werkvormen/inloop/", "werkvormen/leerwerkplek/", "werkvormen/sociaal-verwijzen/", "werkvormen/netwerkoverleg/",
        "wetten/", "wetten/wmo-2015/", "wetten/participatiewet/",
        "provincies/", "provincies/groningen/", "provincies/noord-holland/", "provincies/noord-brabant/",
        "gemeenten/", "gemeenten/den-helder/", "gemeenten/eemsdelta/", "gemeenten/groningen/", "gemeenten/meierijstad/",
        "kaart/", "wijzigingen/", "meedoen/formulier/", "organisaties/", "organisaties/bibliotheek-stad/",
        "organisaties/cooperatie-dorpszorg-t-noorden/",
        "organisaties/gemeente-meierijstad/",
        "organisaties/huisartsen-kop-van-noord-holland/", "organisaties/movactor/", "organisaties/stichting-leefgoed/",
    ]  # fmt: skip


def test_source_is_the_yaml_file(small: Catalogue) -> None:
    """Who wants to edit a page lands in the right file."""
    entry = next(page for page in pages(small) if page.adres == "voorbeelden/leefgoed/")

    assert (entry.bron, entry.macro, entry.waarden) == (
        "voorbeelden/leefgoed.yml",
        "voorbeeldpagina",
        ("leefgoed",),
    )


def test_long_lists_have_more_pages(small: Catalogue) -> None:
    """Forty-eight entries a page, with addresses that stay."""
    many = tuple(Item(f"keuken-{number:02}", small.by_slug["leefgoed-keuken"].data) for number in range(97))
    found = [page for page in pages(replace(small, items=many)) if page.adres.startswith("themas/meedoen-werk/")]

    assert [(page.adres, page.titel, page.waarden) for page in found] == [
        ("themas/meedoen-werk/", "Thema: Meedoen en werk", ("themas", "meedoen-werk", 1)),
        ("themas/meedoen-werk/pagina/2/", "Thema: Meedoen en werk, pagina 2", ("themas", "meedoen-werk", 2)),
        ("themas/meedoen-werk/pagina/3/", "Thema: Meedoen en werk, pagina 3", ("themas", "meedoen-werk", 3)),
    ]


@pytest.mark.parametrize(
    ("address", "root"), [("", ""), ("voorbeelden/", "../"), ("voorbeelden/x/", "../../"), ("themas/x/pagina/2/", "../../../../")]
)
def test_way_to_the_root(address: str, root: str) -> None:
    """Relative, so that the site works below any path."""
    assert addresses.to_root(address) == root


def test_addresses_that_are_promised() -> None:
    """A published address keeps working: change these only with a redirect."""
    assert [
        addresses.voorbeeld("x"), addresses.kennis("x"), addresses.term("themas", "x"), addresses.organisatie("x"),
        addresses.numbered("themas/x/", 1), addresses.numbered("themas/x/", 2),
    ] == ["voorbeelden/x/", "kennis/x/", "themas/x/", "organisaties/x/", "themas/x/", "themas/x/pagina/2/"]  # fmt: skip
