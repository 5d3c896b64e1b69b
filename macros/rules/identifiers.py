"""Addresses and numbers that lead to one person or account: e-mail, telephone, bank account, burgerservicenummer."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HOST = r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_MAIL = re.compile(rf"[A-Za-z0-9._%+-]+@{_HOST}|[A-Za-z0-9._-]+ ?[\[(] ?(?:at|apenstaart) ?[\])] ?{_HOST}")
# ten digits, or more for the numbers that start with 0800 or 0900, with spaces or hyphens wherever people put them
_PHONE = re.compile(
    r"(?<![\d./-])(?:(?:\+|00)31[ -]?(?:\(0\))?(?:[ -]?\d){9}|0[89]00[ -]?\d{4}(?:[ -]?\d{3})?|\(?0(?:[ )-]{0,2}\d){9})(?![\d-])"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d){10}\b")
_NINE_DIGITS = re.compile(r"(?<![\d.,/-])(?:\d{9}|\d{3} \d{3} \d{3}|\d{4}\.\d{2}\.\d{3})(?![.,/-]?\d)")
# what every mail address and every number has, begun with what is rare, so that a search leaps from one to the next
_IN_MAIL = re.compile(r"@(?<=[A-Za-z0-9._%+-]@)[A-Za-z0-9-]")
_IN_MASKED_MAIL = re.compile(r"[\[(] ?(?:at|apenstaart) ?[\])]")
_IN_NUMBER = re.compile(r"\d[ .()-]{0,2}(?:\d[ .()-]{0,2}){6}\d")
_WEB = re.compile(r"\]\([^)]*\)|https?://\S+")

_PERSONAL_DOMAINS = (
    "gmail.", "hotmail.", "outlook.", "live.", "ziggo.", "kpnmail.", "icloud.",
    "yahoo.", "planet.", "xs4all.", "home.nl", "msn.",
)  # fmt: skip
_ROLES = (
    "info", "contact", "welzijn", "secretariaat", "bestuur", "redactie", "vrijwillig", "aanmeld", "algemeen",
    "communicatie", "project", "team", "bureau", "administratie", "post", "mail", "hallo", "help", "vragen", "wijk",
    "buurt", "stichting",
)  # fmt: skip


_HINTS = (
    re.compile(r"@(?<=[A-Za-z0-9_]@)[A-Za-z0-9]"),
    _IN_MASKED_MAIL,
    re.compile(r"(?:\d[ .()-]{0,2}){9}"),
)


def may_hold_personal(text: str) -> bool:
    """A quick look whether `personal_in` could find anything in one of the parts of a text."""
    line = " ".join(_WEB.sub(" ", text).split())
    return any(hint.search(line) for hint in _HINTS)


def personal_in(text: str) -> Iterator[tuple[str, str, str]]:
    """Each address or number in a text, with what it is and what a contributor does about it."""
    # most texts have neither, and can do without slow searches
    if _IN_MAIL.search(text) or _IN_MASKED_MAIL.search(text):
        for match in _MAIL.finditer(text):
            yield match[0], "een e-mailadres", "Zet een algemeen postvak bij 'contact', of haal het weg."
    if "](" in text or "http" in text:
        text = _WEB.sub(" ", text)
    if not _IN_NUMBER.search(text):
        return
    for pattern, what, remedy in (
        (_IBAN, "een rekeningnummer", "Haal het weg."),
        (_PHONE, "een telefoonnummer", "Haal het weg; verwijs naar de website."),
        (_NINE_DIGITS, "een burgerservicenummer", "Haal het weg: dat nummer is van één persoon."),
    ):
        found = [match[0].strip() for match in pattern.finditer(text)]
        for number in found:
            if pattern is not _NINE_DIGITS or _passes_eleven(number):
                yield number, what, remedy
                text = text.replace(number, " ")


def without_personal(text: str) -> str:
    """The text without what `personal_in` finds."""
    for found, *_ in personal_in(text):
        text = text.replace(found, " ")
    return text


def is_personal(mail: str) -> bool:
    """Whether a mail address looks like that of one person: a first and last name, or a provider for private people."""
    local, _, domain = mail.lower().partition("@")
    function = any(local.startswith(role) for role in _ROLES)
    personal = re.fullmatch(r"[a-z]+[._][a-z]+(?:[._][a-z]+)*", local) or domain.startswith(_PERSONAL_DOMAINS)
    return bool(personal) and not function


def _passes_eleven(number: str) -> bool:
    """The check that every burgerservicenummer passes: 9a + 8b + … + 2h - i is a multiple of eleven."""
    digits = [int(sign) for sign in number if sign.isdigit()]
    return any(digits) and sum(digit * weight for digit, weight in zip(digits, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0
