"""The borders of the rules about text and fields: what is refused, and what looks like it but may stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checking import Checked

PLAIN = (Path(__file__).parents[1] / "data" / "valid" / "voorbeelden" / "taalcafe-groningen.yml").read_text(encoding="utf-8")
Check = Callable[[str, str], list[str]]


@pytest.fixture
def said(small_with: Callable[..., Checked]) -> Check:
    """What the check says when one field of a right entry (new or not) has another value, or more lines follow."""

    def messages(field: str, value: str) -> list[str]:
        text, replaced = re.subn(rf"^{field}: .*$", lambda _: f"{field}: {value}", PLAIN, count=1, flags=re.MULTILINE)
        text = text if replaced else f"{PLAIN}{field}: {value}\n"
        return [problem.message for problem in small_with({"voorbeelden/taalcafe-groningen.yml": text}).problems]

    return messages


@pytest.mark.parametrize(
    "number",
    ["06 12345678", "06-12345678", "0612345678", "06 12 34 56 78", "+31 6 12345678", "+31612345678", "0031 6 12345678", "+31 (0)6 12345678",
     "050 123 45 67", "(050) 123 45 67", "050-1234567", "0592 123456", "0592-12 34 56", "0800 1234567", "0900-1234567"],
)  # fmt: skip
def test_telephone_numbers_are_refused(said: Check, number: str) -> None:
    """However they are written."""
    assert said("bezoek", f'"Bel {number} voor een afspraak."') == [f"Hier staat een telefoonnummer: '{number}'."]


@pytest.mark.parametrize(
    "text",
    ["Open van 09.00 tot 17.00 uur", "Tussen 2018-2021 en 2022", "Postbus 12345, 9700 AA Groningen", "ISBN 978-90-123-4567-8",
     "Er waren 1.250.000 bezoekers", "Op 21-11-2026", "KvK 01234567", "Kamerstuk 29538, nr. 339"],
)  # fmt: skip
def test_other_numbers_may_stay(said: Check, text: str) -> None:
    """Times, years, postcodes, registrations and amounts are no telephone numbers."""
    assert said("bezoek", f'"{text}"') == []


@pytest.mark.parametrize("address", ["jan@x.nl", "Jan.Jansen@zorg-groep.nl", "info@buurt.example", "a+b@c.co.uk"])
def test_mail_addresses_in_text_are_refused(said: Check, address: str) -> None:
    """A function mailbox too: that belongs in `contact`."""
    assert said("bezoek", f'"Mail naar {address}."') == [f"Hier staat een e-mailadres: '{address}'."]


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("info@buurt.example", False),
        ("welzijn.west@buurt.example", False),
        ("wijkteam@buurt.example", False),
        ("taalcafe@buurt.example", False),
        ("info@gmail.com", False),
        ("jan.jansen@buurt.example", True),
        ("j.jansen@buurt.example", True),
        ("jan_jansen@buurt.example", True),
        ("taalcafe@gmail.com", True),
        ("fam.jansen@ziggo.nl", True),
    ],
)
def test_whose_mailbox(said: Check, address: str, personal: bool) -> None:
    """A function, or a person."""
    assert said("contact", f"{{email: {address}}}") == ([f"'{address}' lijkt het adres van een persoon."] if personal else [])


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("https://a.nl", True),
        ("http://a.nl/b", True),
        ("<https://a.nl/b>", True),
        ("https://localhost/", False),
        ("//a.nl", False),
        ("/over/", False),
        ("#bron-1", False),
        ("mailto:x", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ("", False),
    ],
)
def test_links_in_text(said: Check, target: str, safe: bool) -> None:
    """Only to web addresses."""
    assert len(said("aanpak", f'"Zie [de site]({target}) [@stadsblad-2021]."')) == (0 if safe else 1)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("onbekend", []),
        ("Onbekend", ["'aanpak' is 'Onbekend'."]),
        ("onbekend.", ["'aanpak' is 'onbekend.'."]),
        ("nvt", ["'aanpak' is 'nvt'."]),
        ('"?"', ["'aanpak' is '?'."]),
        ('"-"', ["'aanpak' is '-'."]),
        ('"…"', ["'aanpak' is '…'."]),
        ("nog invullen", ["'aanpak' is 'nog invullen'."]),
        ('"Dat is onbekend [@stadsblad-2021]."', []),
    ],
)
def test_unknown(said: Check, text: str, messages: list[str]) -> None:
    """One word for what is unknown, so that the page can ask for it."""
    assert said("aanpak", text) == messages


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Een #hashtag midden in een zin", None),
        ("C# is een taal", None),
        ("Een | streepje", None),
        ("Nadruk *zo* en **zo** mag", None),
        ("kleiner dan < groter dan >", None),
        ("3 <5 en x<y", "HTML"),
        ("~~~", "codeblok"),
        ("![](x)", "afbeelding"),
    ],
)
def test_small_markdown(said: Check, text: str, what: str | None) -> None:
    """Signs that only look like markup may stay."""
    found = [message for message in said("aanpak", f"|\n  {text} [@stadsblad-2021].") if "gaat niet naar een webadres" not in message]

    assert len(found) == (1 if what else 0)
    assert what is None or what in found[0]


@pytest.mark.parametrize(
    ("field", "value", "count"),
    [
        ("peildatum", "2026-11-21", 0),
        ("peildatum", "2026-11-22", 1),
        ("peildatum", "2026-11", 0),
        ("peildatum", "2026-12", 1),
        ("peildatum", "2026", 0),
        ("peildatum", "2027", 1),
        ("einde", "2018", 0),
        ("einde", "2017-12", 1),
        ("gecontroleerd", "{datum: 2026-11-21, door: redactie}", 0),
        ("gecontroleerd", "{datum: 2026-11-22, door: redactie}", 1),
        ("akkoord", "{datum: 2026-11-22, rol: teamleider}", 1),
        ("wijzigingen", "[{datum: 2026-11-22, tekst: Iets.}]", 1),
    ],
)
def test_borders_of_dates(said: Check, field: str, value: str, count: int) -> None:
    """Today is not the future; a year or month that goes on isn't either."""
    assert len(said(field, value)) == count


@pytest.mark.parametrize(
    ("url", "official"),
    [
        ("https://www.movisie.nl/x", True),
        ("https://movisie.nl", True),
        ("https://MOVISIE.nl/x", True),
        ("https://nepmovisie.nl/x", False),
        ("https://movisie.nl.nep.example/x", False),
        ("https://nep.example/movisie.nl", False),
        ("https://nep.example?movisie.nl", False),
        ("https://nep.example#@movisie.nl", False),
        ("https://movisie.nl:443/x", True),
        ("https://www.rivm.nl/x", False),
    ],
)
def test_recognition_only_on_the_databanks_own_domain(said: Check, url: str, official: bool) -> None:
    """Recognition is a claim that only the databank can make."""
    value = f'[{{databank: movisie, niveau: goed-beschreven, url: "{url}"}}]'

    assert len(said("erkenningen", value)) == (0 if official else 1)


@pytest.mark.parametrize(
    ("macro", "right"),
    [
        ('{{ voorbeelden(thema="eenzaamheid", maximaal=3) }}', True),
        ("{{voorbeelden_bij_kennis()}}", True),
        ('{{ voorbeelden_bij_kennis(leeg="Geen voorbeeld: het is een wet, geen aanpak.") }}', True),
        ("{{ aantal('voorbeelden') }}", True),
        ("{{ config }}", False),
        ("{{ now() }}", False),
        ("{{ macros_info() }}", False),
        ("Een alinea.{onmouseover=weg()}", False),
        ("Een alinea.\n{: style=weg }", False),
        ("{{ aantal(config) }}", False),
        ('{{ aantal("a" ~ "b") }}', False),
        ('{{ aantal("a").upper() }}', False),
        ('{{ aantal("a") | safe }}', False),
        ('{{ aantal(aantal("a")) }}', False),
        ("{% for x in y %}", False),
        ("{# opmerking #}", False),
        ("{{ ''.__class__ }}", False),
        ("{{", False),
    ],
)
def test_macros_on_knowledge_pages(small_with: Callable[..., Checked], small_files: dict[str, bytes], macro: str, right: bool) -> None:
    """Literal values only: a knowledge page is a template, so nothing else may be in it."""
    page = small_files["docs/kennis/wmo-2015.md"].decode().replace("{{ voorbeelden_bij_kennis() }}", macro)
    found = small_with({"docs/kennis/wmo-2015.md": page}).problems

    assert [problem.message.startswith("Hier staat sjablooncode") for problem in found] == ([] if right else [True])
