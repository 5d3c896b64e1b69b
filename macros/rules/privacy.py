"""Rules that keep private persons and their addresses, numbers and names off the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.model.leaves import Leaf
from macros.model.scalars import shorten
from macros.problem import Problem
from macros.rules.draft import TEKST, Draft, World
from macros.rules.identifiers import is_personal, personal_in

_WEB = re.compile(r"\]\([^)]*\)|https?://\S+")
_CAPITAL = "[A-ZÀ-ÖØ-ÞĆČĐĞİŁŚŞŠŹŻŽ]"
_SURNAME = rf"(?:{_CAPITAL}\. ?)*(?:(?:[Vv]an|[Dd]e[nr]?|[Tt]e[nr]|[Hh]et|['’]t|in) )*{_CAPITAL}[\w'’-]+"
_FORMS_OF_ADDRESS = ("mevr", "meneer", "mijnheer", "mw.", "dhr.", "heer", "fam.", "familie")
_ADDRESSED = re.compile(rf"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer|[Mm]evr\.|[Mm]w\.|[Dd]hr\.|[Dd]e heer|[Ff]am\.|[Dd]e familie) {_SURNAME}")
_POSTCODE = r"[1-9]\d{3} ?(?!S[ADS]\b)[A-Z]{2}(?= +[A-Z]|[,.)]|$)"
_HOUSE = re.compile(
    r"\b(?:[A-Z][\w.'’-]* )*[A-Z][\w'’-]*(?:straat|laan|plein|gracht|kade|singel|dreef|steeg|plantsoen|(?<!Onder)weg|dijk|hof|pad)"
    rf" \d{{1,4}}(?:[a-zA-Z]|-\d{{1,3}})?\b(?! [a-z]{{2,}})(?:,? {_POSTCODE})?|(?<![\d-]){_POSTCODE}"
)
_IN_HOUSE = re.compile(r"\d(?:(?<=[tnegdlkf] \d)| ?[A-Z]{2})")
_HINT_OF_HOUSE = re.compile(r"[tnegdlkf]\s+\d+[a-zA-Z]?\b(?! [a-z])|\d{4}\s*[A-Z]{2}\b")
_POST_BOX = re.compile(rf"\b(?:Postbus|Antwoordnummer) \d+(?:,? {_POSTCODE})?")

_FULL_NAME = re.compile(rf"(?:{_CAPITAL}\.(?: ?{_CAPITAL}\.)* ?|{_CAPITAL}[^\W\d]+ ){_SURNAME}(?=$|,| \(| -)")
_WORDS_OF_ROLES = re.compile(
    r"leid|manager|werk|advis|direct|bestuur|voorzitter|redact|secretar|beheer|coördinat|coordinat|hoofd|team|project|beleid|gemeente"
    r"|stichting|vereniging|welzijn|communicat|praktijk|programma|consulent|regisseur|maker|ambtenaar|wethouder|burgemeester|onderzoek"
    r"|docent|trekker|eigenaar|oprichter|nemer|vrijwillig|zorg|wijk|buurt|sociaal|sociale|raad|dienst|afdeling|huis|club|lid|leden",
    re.IGNORECASE,
)


def text_is_not_private(draft: Draft, world: World) -> Iterator[Problem]:
    """Geen e-mailadres, telefoonnummer, rekeningnummer of burgerservicenummer in de tekst."""
    for leaf in _texts(draft):
        for found, what, remedy in personal_in(leaf.value):
            if not draft.may_be_personal:
                return
            yield draft.document.problem(leaf.loc, f"Hier staat {what}: '{shorten(found)}'.", remedy, near=found)


def mailboxes_are_shared(draft: Draft, world: World) -> Iterator[Problem]:
    """Het mailadres bij contact is een algemeen postvak, en de website niet het profiel van een persoon."""
    for leaf in draft.of_kind("mail"):
        if is_personal(leaf.value):
            yield draft.document.problem(
                leaf.loc, f"'{leaf.value}' lijkt het adres van een persoon.", "Gebruik een algemeen postvak, zoals info@…"
            )
    website = draft.mapping("contact").get("website")
    if isinstance(website, str) and "linkedin.com/in/" in website.lower():
        message = "'contact.website' is het profiel van een persoon."
        yield draft.document.problem(("contact", "website"), message, "Geef de contactpagina van de organisatie.")


def people_have_no_name(draft: Draft, world: World) -> Iterator[Problem]:
    """Privépersonen staan er niet met naam: geen mevrouw of meneer met achternaam."""
    forms = [form for form in _FORMS_OF_ADDRESS if form in draft.lowered]
    for leaf in _texts(draft) if forms else ():
        if leaf.loc[0] == "bronnen":
            continue  # the title of a source stays as the source gives it
        lowered = leaf.value.lower()
        if not any(form in lowered for form in forms):
            continue
        for match in _ADDRESSED.finditer(leaf.value):
            message = f"Hier staat de naam van een persoon: '{shorten(match[0])}'."
            yield draft.document.problem(leaf.loc, message, "Schrijf de rol: 'een deelnemer', 'de coördinator'.", near=match[0])


def homes_have_no_address(draft: Draft, world: World) -> Iterator[Problem]:
    """Lange tekst noemt geen straat met huisnummer en geen postcode."""
    for leaf in draft.prose:
        text = _WEB.sub("", leaf.value) if "](" in leaf.value or "http" in leaf.value else leaf.value
        text = _POST_BOX.sub("", text) if "Postbus" in text or "Antwoordnummer" in text else text
        for match in _HOUSE.finditer(text) if _IN_HOUSE.search(text) else ():
            if not _HINT_OF_HOUSE.search(draft.document.text):
                return
            message = f"Hier staat een adres: '{shorten(match[0])}'."
            yield draft.document.problem(leaf.loc, message, "Noem de wijk of de naam van de plek.", near=match[0])


def roles_are_no_names(draft: Draft, world: World) -> Iterator[Problem]:
    """Wie akkoord gaf of controleerde, staat er met een functie en niet met een naam."""
    for key, field, example in (("akkoord", "rol", "teamleider"), ("gecontroleerd", "door", "redactie")):
        value = draft.mapping(key).get(field)
        if isinstance(value, str) and _is_name(value):
            message = f"'{key}.{field}' lijkt de naam van een persoon: '{shorten(value)}'."
            yield draft.document.problem((key, field), message, f"Schrijf de functie, zoals '{example}'.")


def _texts(draft: Draft) -> Iterator[Leaf]:
    yield from (leaf for leaf in draft.leaves if leaf.kind in ("tekst", "regel"))
    yield from (leaf for leaf in draft.prose if leaf.loc == TEKST)


def _is_name(value: str) -> bool:
    match = _FULL_NAME.match(value.strip())
    return bool(match) and not _WORDS_OF_ROLES.search(match[0] if match else "")
