"""`/.well-known/security.txt` (RFC 9116): where somebody who finds a leak reports it."""

from __future__ import annotations

import datetime
import re

from macros.rules.identifiers import is_personal

EXPLAINED = "over/techniek/#een-lek-melden"
"""The page that says how to report, for who reads the file and for who has no other way."""

DAYS = 180
"""How long the file holds after the day on which the site was made. Who no longer makes the site, no longer watches over it."""

_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+")
_WEB = re.compile(r"https://\S+")


class ContactError(Exception):
    """The address in the settings can't stand in the file; the message is Dutch and says why."""


def security_files(site_url: str, contact: str, today: datetime.date) -> dict[str, str]:
    """Path and content: where the standard wants it, and at the root for hosts without folders with a dot. Raises ContactError."""
    text = security_txt(site_url, contact, today)
    return {".well-known/security.txt": text, "security.txt": text}


def security_txt(site_url: str, contact: str, today: datetime.date) -> str:
    """The file. `contact` is a shared mailbox or a web address; without one, the page that explains is the contact."""
    explained = f"{site_url}{EXPLAINED}"
    expires = today + datetime.timedelta(days=DAYS)
    lines = [
        f"Contact: {_address(contact) or explained}",
        f"Expires: {expires.isoformat()}T00:00:00Z",
        "Preferred-Languages: nl, en",
        f"Canonical: {site_url}.well-known/security.txt",
        f"Policy: {explained}",
    ]
    return "\n".join(lines) + "\n"


def _address(contact: str) -> str:
    contact = contact.strip()
    if not contact or (_WEB.fullmatch(contact) and contact.isascii()):
        return contact
    if not _MAIL.fullmatch(contact) or not contact.isascii():
        raise ContactError(f"'{contact}' bij PRAKTIJKWIJZER_BEVEILIGING is geen mailadres en geen adres dat met https:// begint.")
    if is_personal(contact):
        raise ContactError(f"'{contact}' bij PRAKTIJKWIJZER_BEVEILIGING lijkt het adres van een persoon. Gebruik een algemeen postvak.")
    return f"mailto:{contact}"
