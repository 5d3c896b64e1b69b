"""Where a leak is reported: what stands in `security.txt`, and what is refused there."""

from __future__ import annotations

import datetime
import re

import pytest

from macros.exports.security import EXPLAINED, ContactError, security_files, security_txt

SITE = "https://gids.example/"
TODAY = datetime.date(2026, 11, 21)


def fields(text: str) -> dict[str, str]:
    """As RFC 9116 writes them: one field a line, name and value apart by a colon."""
    lines = text.removesuffix("\n").split("\n")
    assert all(re.fullmatch(r"[A-Z][A-Za-z-]+: \S[\x20-\x7e]*", line) for line in lines)
    assert len({line.partition(":")[0] for line in lines}) == len(lines)
    return dict(line.split(": ", 1) for line in lines)


def test_the_file_has_what_the_standard_asks() -> None:
    """A contact that is a URI, one moment at which it ends, less than a year away, and where it stands."""
    told = fields(security_txt(SITE, "redactie@gids.example", TODAY))
    ends = datetime.datetime.fromisoformat(told["Expires"])

    assert told["Contact"] == "mailto:redactie@gids.example"
    assert told["Expires"] == "2027-05-20T00:00:00Z"
    assert ends.date() - TODAY < datetime.timedelta(days=365)
    assert told["Canonical"] == f"{SITE}.well-known/security.txt"
    assert told["Policy"] == SITE + EXPLAINED


def test_the_file_stands_where_it_is_looked_for() -> None:
    """The same text in both places, and a later day gives a later end."""
    files = security_files(SITE, "", TODAY)

    assert files.keys() == {".well-known/security.txt", "security.txt"}
    assert len({*files.values()}) == 1
    assert security_txt(SITE, "", TODAY + datetime.timedelta(days=1)) != files["security.txt"]


@pytest.mark.parametrize("contact", ["", " ", "https://gids.example/lek"])
def test_a_page_can_be_the_contact(contact: str) -> None:
    """Without an address of ours, the page that explains how."""
    assert fields(security_txt(SITE, contact, TODAY))["Contact"] == (contact.strip() or SITE + EXPLAINED)


@pytest.mark.parametrize(
    ("contact", "why"),
    [
        ("jan.jansen@gids.example", "een persoon"),
        ("jansen@gmail.com", "een persoon"),
        ("http://gids.example/", "https://"),
        ("06-12345678", "geen mailadres"),
        ("a@b.nl\nContact: mailto:x@y.nl", "geen mailadres"),
        ("rédactie@gids.example", "geen mailadres"),
        ("javascript:alert(1)", "geen mailadres"),
    ],
)
def test_what_is_no_shared_address_is_refused(contact: str, why: str) -> None:
    """No private person, and nothing that makes a line of its own."""
    with pytest.raises(ContactError, match=why) as refused:
        security_txt(SITE, contact, TODAY)

    assert "PRAKTIJKWIJZER_BEVEILIGING" in str(refused.value)
