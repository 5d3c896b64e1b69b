"""What stands at an address that lost its page, and what is said of one that left no trace."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from macros.catalogue import Catalogue
from macros.checking import Checked
from macros.permanence import permanence, to_redirects, vanished

HERE = {"voorbeelden/", "voorbeelden/leefgoed/", "gemeenten/", "organisaties/", "themas/", "themas/eenzaamheid/", "kennis/", "kennis/nu/"}


@pytest.fixture
def renamed(small_with: Callable[..., Checked], small_files: dict[str, bytes]) -> Catalogue:
    """The small world in which an entry had another name and two others are gone."""
    text = small_files["voorbeelden/leefgoed.yml"].decode() + "vorige_adressen: [leefgoed-veghel, de-leest]\n"
    removed = (
        "buurtbot:\n  label: Buurtbot\n  uitleg: Dubbel met LeefGoed.\n  datum: 2027-01-04\n  opvolger: leefgoed\n"
        "maatje:\n  label: Een verwijderd voorbeeld\n  uitleg: Op verzoek.\n  datum: 2027-02-03\n  leeg: ja\n"
    )
    checked = small_with({"voorbeelden/leefgoed.yml": text, "voorbeelden/_lijsten/verwijderd.yml": removed})
    assert checked.catalogue is not None, checked.problems
    return checked.catalogue


def test_former_addresses_lead_on_and_removed_entries_say_why(renamed: Catalogue) -> None:
    """A rename, a merge with its successor, a removal on request."""
    found = permanence(renamed, HERE, [], ["leefgoed", "leefgoed-veghel", "buurtbot"], {})

    assert found.fouten == ()
    assert found.doorverwijzingen == {
        "voorbeelden/de-leest/": "voorbeelden/leefgoed/",
        "voorbeelden/leefgoed-veghel/": "voorbeelden/leefgoed/",
        "voorbeelden/recept-voor-welzijn/": "voorbeelden/welzijn-op-recept/",
    }
    buurtbot, maatje = found.stenen["voorbeelden/buurtbot/"], found.stenen["voorbeelden/maatje/"]
    assert (buurtbot.titel, buurtbot.datum, buurtbot.leeg) == ("Buurtbot", "4 januari 2027", False)
    assert buurtbot.opvolger == ("voorbeelden/leefgoed/", renamed.by_slug["leefgoed"].data.titel)
    assert (maatje.leeg, maatje.opvolger) == (True, None)
    known = {*renamed.by_slug, *renamed.vorige_adressen, *renamed.verwijderd}
    assert list(vanished(known, ["leefgoed", "de-leest", "buurtbot", "weg"])) == ["weg"]


def test_what_vanished_is_told_with_its_remedy(small: Catalogue) -> None:
    """An entry by its commands, another page by the file of redirects; pages that are made of entries lead to their list."""
    listed = ["gemeenten/oss/", "organisaties/x/", "voorbeelden/pagina/2/", "themas/eenzaamheid/pagina/3/", "kennis/weg/", "kennis/nu/"]
    found = permanence(small, HERE, listed, ["weg"], {})

    assert found.doorverwijzingen == {
        "gemeenten/oss/": "gemeenten/",
        "organisaties/x/": "organisaties/",
        "themas/eenzaamheid/pagina/3/": "themas/eenzaamheid/",
        "voorbeelden/pagina/2/": "voorbeelden/",
        "voorbeelden/recept-voor-welzijn/": "voorbeelden/welzijn-op-recept/",
    }
    assert found.fouten == (
        "Het adres 'kennis/weg/' was gepubliceerd en is weg. Zet de pagina terug, of zet in "
        "voorbeelden/_adressen/doorverwijzingen.txt de regel 'kennis/weg/ NIEUW-ADRES'.",
        "voorbeelden/weg.yml was gepubliceerd en is weg. Zet het terug, of gebruik 'praktijkwijzer hernoem weg NIEUWE-NAAM' of "
        "'praktijkwijzer verwijder weg --reden \"…\"', zodat het adres blijft werken.",
    )


def test_a_page_that_moved_leads_on(small: Catalogue) -> None:
    """When its new address exists; else that is told."""
    assert permanence(small, HERE, ["kennis/oud/"], [], {"kennis/oud/": "kennis/nu/"}).doorverwijzingen["kennis/oud/"] == "kennis/nu/"
    assert permanence(small, HERE, [], [], {"kennis/oud/": "kennis/x/"}).fouten == (
        "'kennis/oud/' leidt naar 'kennis/x/', en dat adres bestaat niet.",
    )


def test_redirects_for_hosts_that_read_them(renamed: Catalogue) -> None:
    """With the path under which the site stands."""
    found = permanence(renamed, HERE, [], [], {})

    assert to_redirects(replace(found), "/gids/").splitlines()[0] == "/gids/voorbeelden/de-leest/ /gids/voorbeelden/leefgoed/ 301"


@pytest.mark.parametrize(
    ("former", "removed", "message"),
    [
        ("[leefgoed-keuken]", "", "Het adres 'leefgoed-keuken' is al van voorbeelden/leefgoed-keuken.yml."),
        ("[buurtbot]", "buurtbot", "Het adres 'buurtbot' is al van _lijsten/verwijderd.yml."),
        ("[oud]", "leefgoed-keuken", "'leefgoed-keuken' staat in voorbeelden/ en is dus niet verwijderd."),
        ("[leefgoed]", "", "Het adres 'leefgoed' is al van voorbeelden/leefgoed.yml."),
    ],
)
def test_an_address_is_of_one_entry(
    small_with: Callable[..., Checked], small_files: dict[str, bytes], former: str, removed: str, message: str
) -> None:
    """Of now, of before, or removed; never two of them."""
    text = small_files["voorbeelden/leefgoed.yml"].decode() + f"vorige_adressen: {former}\n"
    changes = {"voorbeelden/leefgoed.yml": text}
    if removed:
        changes["voorbeelden/_lijsten/verwijderd.yml"] = f"{removed}:\n  label: X\n  uitleg: Weg.\n  datum: 2027-01-04\n"

    assert [problem.message for problem in small_with(changes).errors] == [message]
