"""The borders of the rules about text and fields: what is refused, and what looks like it but may stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checking import Checked
from macros.model.entry import Praktijk
from macros.reading import parse_bytes
from macros.rules.consistency import _shapes
from macros.rules.draft import Draft
from macros.rules.identifiers import is_personal
from macros.rules.writing import _is_web_address

PLAIN_FOLDER = Path(__file__).parents[1] / "data" / "valid"
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


SOURCE = "[@stadsblad-2021]"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Daar is mevrouw Jansen", ["mevrouw Jansen"]),
        ("Mevrouw De Vries en de heer A. van den Berg", ["Mevrouw De Vries", "de heer A. van den Berg"]),
        ("dhr. Yılmaz komt elke week", ["dhr. Yılmaz"]),
        ("De familie Bakker deed mee", ["De familie Bakker"]),
        ("Een mevrouw uit de buurt", []),
        ("De heer des huizes", []),
        ("Meneer en mevrouw koken samen", []),
        ("Minister Blokhuis kwam langs", []),
        ("Het Familiehuis Groningen", []),
    ],
)
def test_names_of_people(said: Check, text: str, names: list[str]) -> None:
    """A form of address with a surname behind it."""
    assert said("aanpak", f'"{text} {SOURCE}."') == [f"Hier staat de naam van een persoon: '{name}'." for name in names]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Zij wonen in de Dorpsstraat 12a", "Dorpsstraat 12a"),
        ("Het was op de Burgemeester Vosweg 5", "Burgemeester Vosweg 5"),
        ("Kerkplein 3, 9712 AB Groningen was het adres", "Kerkplein 3, 9712 AB"),
        ("Iemand op 9712AB, in de wijk", "9712AB"),
        ("Het buurthuis in de Dorpsstraat", None),
        ("Onderweg 12 mensen gesproken", None),
        ("In de Kerkstraat 30 mensen bezocht", None),
        ("Postbus 12345, 9700 AA Groningen", None),
        ("In 2018 EU-geld gekregen", None),
        ("Zie [de kaart](https://kaart.example/Dorpsstraat 12)", None),
    ],
)
def test_addresses_of_houses(said: Check, text: str, address: str | None) -> None:
    """A street with a number, or a postcode; a street alone may stay."""
    found = [message for message in said("aanpak", f'"{text} {SOURCE}."') if "adres:" in message]

    assert found == ([f"Hier staat een adres: '{address}'."] if address else [])


@pytest.mark.parametrize(
    ("role", "is_name"),
    [
        ("Anna de Vries", True),
        ("J. Jansen", True),
        ("A.B. van Dijk, teamleider", True),
        ("Mehmet Öztürk (directeur)", True),
        ("teamleider", False),
        ("Teamleider Sociaal Werk", False),
        ("Coördinator Buurtteam", False),
        ("Redactie Praktijkwijzer", False),
        ("Gemeente Zwolle", False),
        ("de directeur", False),
        ("Wethouder Zorg", False),
    ],
)
def test_roles_and_names(said: Check, role: str, is_name: bool) -> None:
    """Two capitals in a row are a name, unless one of the words is that of a role or organisation."""
    found = said("gecontroleerd", f'{{datum: 2026-11-01, door: "{role}"}}')

    assert found == ([f"'gecontroleerd.door' lijkt de naam van een persoon: '{role}'."] if is_name else [])


@pytest.mark.parametrize(
    ("number", "what"),
    [
        ("111222333", "een burgerservicenummer"),
        ("123 456 782", "een burgerservicenummer"),
        ("1112.22.333", "een burgerservicenummer"),
        ("123456789", None),
        ("000000000", None),
        ("NL91 ABNA 0417 1643 00", "een rekeningnummer"),
        ("NL91ABNA0417164300", "een rekeningnummer"),
        ("jan (at) buurt.example", "een e-mailadres"),
    ],
)
def test_personal_numbers(said: Check, number: str, what: str | None) -> None:
    """Nine digits count only when they pass the check of eleven."""
    assert said("bezoek", f'"Vraag naar {number}"') == ([f"Hier staat {what}: '{number}'."] if what else [])


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("TODO", "TODO"),  # the mark that the rule must find
        ("Bel xxx", "xxx"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
        ("Vul hier in wat je doet", "Vul hier in"),
        ("Nog invullen", "Nog invullen"),
        ("In [plaats] kun je kijken", "[plaats]"),
        ("…", "…"),
        ("...", "..."),
        ("Kom kijken??", "??"),
        ("Vul het formulier in", None),
        ("Zie [plaats](https://a.nl)", None),
        ("Je kunt komen kijken…", None),
        ("Maat XXL is er ook", None),
    ],
)
def test_what_is_left_to_fill_in(said: Check, text: str, left: str | None) -> None:
    """Words that people leave for later; not words that only look like them."""
    found = [message for message in said("bezoek", f'"{text}"') if "dat kan hier niet" not in message]

    assert found == ([f"Hier staat nog iets om in te vullen: '{left}'."] if left else [])


@pytest.mark.parametrize(
    ("address", "invented"),
    [
        ("https://www.example.org/a", True),
        ("https://example.com", True),
        ("https://www.voorbeeld.nl/contact", True),
        ("https://www.goedvoorbeeld.nl/", False),
        ("https://voorbeeld.nl.buurt.example/", False),
        ("https://buurt.example/voorbeeld.nlx", False),
    ],
)
def test_invented_addresses(said: Check, address: str, invented: bool) -> None:
    """Addresses that come from an explanation."""
    assert len(said("contact", f"{{website: {address}}}")) == (1 if invented else 0)


@pytest.mark.parametrize(
    ("summary", "empty"),
    [
        ("Het taalcafé van Groningen.", True),
        ("Taalcafé in Groningen.", True),
        ("In Groningen: taalcafé", True),
        ("Samen koffie drinken.", False),
    ],
)
def test_summary_that_repeats_the_title(said: Check, summary: str, empty: bool) -> None:
    """The same words in another order say nothing more."""
    assert said("samenvatting", f'"{summary}"') == (["De samenvatting zegt niets meer dan de titel."] if empty else [])


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Er kwamen dertig mensen", "dertig"),
        ("Er kwamen vijfentwintig mensen", "vijfentwintig"),
        ("Tweeëntwintig mensen kwamen", "Tweeëntwintig"),
        ("Het kostte drieduizend euro", "drieduizend"),
        ("Een half miljoen mensen", "miljoen"),
        ("Er kwamen twaalf mensen", None),
        ("Een twintiger kwam langs", None),
        ("Tientallen en honderden mensen", None),
        ("De veertiende keer", None),
    ],
)
def test_figures_in_words(said: Check, text: str, figure: str | None) -> None:
    """Above twelve, and only as advice: the rest of a right file gives none."""
    found = [message for message in said("aanpak", f'"Samen koffie drinken {SOURCE}. {text}."') if "noemt een getal" in message]

    assert found == ([f"Deze zin noemt een getal ({figure}) zonder bron: '{text}.'."] if figure else [])


@pytest.mark.parametrize(
    ("phase", "extra", "message"),
    [
        ("uitvoering", "start: 2022", "'start' (2022) ligt na de peildatum, maar 'fase' is 'uitvoering'."),
        ("voorbereiding", "start: 2022", None),
        ("onbekend", "start: 2022", None),
        ("uitvoering", "start: 2021", None),
        ("uitvoering", "start: 2021-06-30", None),
        ("pilot", "start: 2021-07", "'start' (2021-07) ligt na de peildatum, maar 'fase' is 'pilot'."),
        ("uitvoering", "einde: 2020", "'einde' (2020) ligt voor de peildatum, maar 'fase' is 'uitvoering'."),
        ("verspreid", "einde: 2020", None),
        ("uitvoering", "einde: 2021", "'einde' (2021) is voorbij, maar 'fase' is 'uitvoering'."),
        ("uitvoering", "einde: 2026", None),
        ("uitvoering", "einde: gisteren", "'einde' moet een datum zijn als jjjj-mm-dd, jjjj-mm of jjjj, niet 'gisteren'."),
    ],
)
def test_phase_and_dates(small_with: Callable[..., Checked], phase: str, extra: str, message: str | None) -> None:
    """Held against the date of the facts, so that a page does not go wrong by itself as time passes."""
    text = re.sub(r"(?ms)^fase: .*?^themas", f"fase: {phase}\n{extra}\nthemas", PLAIN)
    small = small_with({"voorbeelden/taalcafe-groningen.yml": text, "voorbeelden/_lijsten/fasen.yml": None})

    assert [problem.message for problem in small.problems if "_lijsten" not in problem.path] == ([message] if message else [])


@pytest.mark.parametrize(
    ("name", "other", "alike"),
    [
        ("Stichting Samen Verder", "Samen Verder", True),
        ("Stichting Samen Verder", "Stichting Samen Verders", True),
        ("Stichting Samen Verder", "STICHTING SAMEN-VERDER", True),
        ("Stichting Samen Verder", "Stichting Samen Vooruit", False),
        ("Provincie Zuidholland", "Provincie Zuidhollant", False),
        ("Gemeente Nieuwegein", "Gemeente Nieuwegeis", False),
        ("GGD Hollandsnoord", "GGD Hollandsnoort", False),
        ("Buurthuis 2026 West", "Buurthuis 2025 West", False),
        ("Welzijn", "Welzijm", False),
        ("Welzijnn", "Welzijnm", True),
    ],
)
def test_names_that_look_alike(name: str, other: str, alike: bool) -> None:
    """A letter more or less, an accent, a sign or a filler; but not what is told apart by a letter, short or numbered."""
    assert bool(_shapes(name) & _shapes(other)) is alike


@pytest.mark.parametrize(
    ("mail", "personal"),
    [
        ("jan.jansen@welzijn.nl", True),
        ("jan_de.wit@welzijn.nl", True),
        ("info@welzijn.nl", False),
        ("jansen@gmail.com", True),
        ("info@gmail.com", False),
        ("jansen@welzijn.nl", False),
        ("jan.jansen2@welzijn.nl", False),
        ("Jan.Jansen@welzijn.nl", True),
        ("team.west@welzijn.nl", False),
    ],
)
def test_mail_of_a_person(mail: str, personal: bool) -> None:
    """A first and last name, or a provider for private people, unless it begins with a role."""
    assert is_personal(mail) is personal


def test_headings_and_macros_of_a_page_need_no_source(small_files: dict[str, bytes], small_with: Callable[..., Checked]) -> None:
    """A figure in a heading or in the call of a macro is no claim; the same in a sentence is, and its line is told."""
    page = small_files["docs/kennis/wmo-2015.md"].decode()
    more = "\n## In 137 gemeenten\n\n{{ voorbeelden_bij_kennis(leeg='In 137 gemeenten is er niets.') }}\n"

    def told(text: str) -> list[str]:
        return [problem.message for problem in small_with({"docs/kennis/wmo-2015.md": text}).problems]

    assert told(page + more) == told(page)
    assert len(told(page + "\nHet werkt in 137 gemeenten.\n")) == len(told(page)) + 1


@pytest.mark.parametrize(("words", "told"), [(15, []), (16, ["De zinnen in de samenvatting zijn lang: gemiddeld 16 woorden."])])
def test_sixteen_words_are_a_long_sentence(said: Check, words: int, told: list[str]) -> None:
    """Fifteen on average is the most that is not remarked upon."""
    assert said("samenvatting", " ".join(["Wij", *["doen"] * (words - 2), "mee."])) == told


@pytest.mark.parametrize(
    ("text", "cut_off"),
    [
        ("type: praktijk\nbronnen:\n  - sleutel: a\n", True),
        ("type: praktijk\nbronnen:\n  - sleutel: a\npeildatum: 2026\n", False),
        ("bronnen:\n  - sleutel: a\ntype: praktijk\n", False),
        ("peildatum: 2026\nbronnen:\n  - sleutel: a\n", False),
    ],
)
def test_a_file_that_ends_in_its_sources_is_cut_off(text: str, cut_off: bool) -> None:
    """Unless the fields behind them stand somewhere."""
    assert draft_of(text).is_cut_off is cut_off


def test_one_source_may_lack_its_hyphen() -> None:
    """It counts as the first."""
    assert list(draft_of("type: praktijk\nbronnen:\n  sleutel: a\n").items("bronnen")) == [(("bronnen", 0), {"sleutel": "a"})]


def draft_of(text: str) -> Draft:
    document, _ = parse_bytes(text.encode(), "voorbeelden/x.yml")
    assert document is not None
    return Draft("x", Praktijk, document)


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Vraag het aan mevrouw Jansen.", "Hier staat de naam van een persoon: 'mevrouw Jansen'."),
        ("Bel 06 12345678.", "Hier staat een telefoonnummer: '06 12345678'."),
        ("Het was ??? jaar.", "Hier staat nog iets om in te vullen: '???'."),
        ("Zie [dit](https://www.voorbeeld.nl/x).", "'voorbeeld.nl' is een verzonnen adres uit een voorbeeld."),
        ("Zie [dit](https://[x).", "De link 'https://[x' gaat niet naar een webadres."),
    ],
)
def test_the_text_of_a_knowledge_page_is_read_too(small_with: Callable[..., Checked], sentence: str, message: str) -> None:
    path = "docs/kennis/wmo-2015.md"
    text = (PLAIN_FOLDER / path).read_text(encoding="utf-8")
    checked = small_with({path: f"{text}\n{sentence}\n"})

    assert [problem.message for problem in checked.problems] == [message]


@pytest.mark.parametrize(("target", "is_one"), [("https://a.nl", True), ("https://[a.nl", False), ("a.nl", False), ("https://a", False)])
def test_what_is_a_web_address(target: str, is_one: bool) -> None:
    assert _is_web_address(target) is is_one


def without_sources(more: str) -> str:
    """The plain entry with other sources, of which the first is cited."""
    return re.sub(r"(?ms)^bronnen:\n.*?^peildatum", f"bronnen:\n{more}peildatum", PLAIN)


def source(key: str, title: str = "Titel", publisher: str = "Uitgever", more: str = "") -> str:
    return f"  - sleutel: {key}\n    titel: {title}\n    uitgever: {publisher}\n    soort: webpagina\n{more}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            without_sources(source("Fout Een") + source("twee") + source("stadsblad-2021")),
            [
                "'bronnen[1].sleutel' mag alleen kleine letters, cijfers en streepjes hebben, niet 'Fout Een'.",
                "De bron 'twee' wordt nergens aangehaald.",
            ],
        ),
        (
            without_sources(source("stadsblad-2021") + source("dubbel") * 3),
            ["De sleutel 'dubbel' hoort bij meer dan één bron."],
        ),
        (
            PLAIN.replace("aanpak: onbekend", "aanpak: Zij aten en oefenden [stadsblad-2021]."),
            [
                "Deze zin noemt een cijfer (2021) zonder bron: 'Zij aten en oefenden [stadsblad-2021].'.",
                "'[stadsblad-2021]' is geen goede bronverwijzing.",
            ],
        ),
        (
            PLAIN.replace("aanpak: onbekend", "aanpak: Wij kookten @stadsblad-2021 en aten [@stadsblad-2021]."),
            ["'@stadsblad-2021' is geen goede bronverwijzing."],
        ),
        (
            PLAIN.replace("aanpak: onbekend", "aanpak: Mail naar de bieb, info@bieb.nl, en kom [@stadsblad-2021]."),
            ["Hier staat een e-mailadres: 'info@bieb.nl'."],
        ),
        (PLAIN.replace("aanpak: onbekend", "aanpak: Samen koffie drinken"), ["'aanpak' noemt geen bron."]),
        (PLAIN.replace("aanpak: onbekend", "aanpak: Samen koffie"), []),
        (PLAIN.replace("oude Groningers", "800 Groningers"), ["Het cijfer 800 in de samenvatting staat nergens met een bron."]),
        (
            PLAIN.replace("oude Groningers", "800 Groningers")
            + "kerncijfers:\n  - waarde: 800\n    eenheid: inwoners\n    omschrijving: Zij\n    jaar: 2020\n    bron: stadsblad-2021\n",
            [],
        ),
        (PLAIN.replace("start: 2018", "start: 2021-06"), []),
        (PLAIN.replace("titel: Het laatste kopje in het taalcafé", "titel: Het kopje van mevrouw Jansen"), []),
        (
            PLAIN.replace("aanpak: onbekend", "aanpak: Het nummer 100000009 stond er [@stadsblad-2021]."),
            ["Hier staat een burgerservicenummer: '100000009'."],
        ),
        (
            PLAIN.replace("themas: [eenzaamheid]", f"themas: [eenzaamheid]\nzoekwoorden: [{'a' * 61}, {'a' * 61}]"),
            [f"'zoekwoorden' noemt '{'a' * 60}' twee keer."],
        ),
        (
            PLAIN
            + "erkenningen:\n  - {databank: weet-niet, niveau: goed-beschreven, url: https://x.nl/y}\n"
            + "  - {databank: loket-gezond-leven, niveau: goed-beschreven, url: https://elders.nl/x}\n",
            [
                "'loket-gezond-leven' wordt wel gebruikt.",
                "'weet-niet' staat niet in de lijst 'databanken'.",
                "Het adres van een erkenning moet op loketgezondleven.nl of rivm.nl staan, niet op 'elders.nl'.",
            ],
        ),
    ],
)
def test_all_that_is_told_of_an_entry(small_with: Callable[..., Checked], text: str, told: list[str]) -> None:
    """Each fault once, the next one too, and nothing about what only looks like a fault."""
    found = [problem.message for problem in small_with({"voorbeelden/taalcafe-groningen.yml": text}).problems]

    assert found == told


@pytest.mark.parametrize(
    ("lijst", "successor", "message"),
    [
        ("verwijderd", "leefgoed", None),
        ("verwijderd", "leefgoet", "'leefgoet' staat niet in de lijst 'verwijderd'."),
        ("verwijderd", "ook-weg", None),
        ("themas", "leefgoed", "'leefgoed' staat niet in de lijst 'themas'."),
        ("themas", "eenzaamheid", None),
    ],
)
def test_what_came_in_the_place_of_something(
    small_files: dict[str, bytes], small_with: Callable[..., Checked], lijst: str, successor: str, message: str | None
) -> None:
    """A term of the same list; of an entry that was removed also an entry that is there."""
    path = f"voorbeelden/_lijsten/{lijst}.yml"
    day = "\n  datum: 2026-01-01\n  uitleg: Bestond dubbel." if lijst == "verwijderd" else "\n  ongebruikt: Weg."
    others = f"ook-weg:\n  label: Ook weg{day}\n" if lijst == "verwijderd" else ""
    text = small_files.get(path, b"").decode() + f"{others}oud-en-weg:\n  label: Oud{day}\n  opvolger: {successor}\n"

    assert [problem.message for problem in small_with({path: text}).problems] == ([message] if message else [])
