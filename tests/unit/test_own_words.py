"""Everything on the site is told in our own words."""

from __future__ import annotations

from macros.model.entry import KINDS
from macros.model.leaves import walk
from macros.prose import to_plain
from macros.reading import parse_bytes
from tests.own_words import fingerprint, known, runs

FIRST_FACT = "d82eca246d"
"""The first nine words of the first fact, as a fingerprint so as not to copy it here."""

# Runs that can't be told otherwise: rows of names. Each with its reason.
NAMES = {
    "gouden-sociale-gemeenten": "the names of the municipalities that took part",
    "positieve-gezondheid": "the official names of the six dimensions",
}


def test_no_run_of_nine_words_is_copied(real_files: dict[str, bytes]) -> None:
    """No text of an entry or knowledge page shares nine words in a row with the facts or documents behind it."""
    sources = known()
    copied = {}
    for path, data in real_files.items():
        name = path.rpartition("/")[2].partition(".")[0]
        if path.startswith("voorbeelden/_") or name in NAMES:
            continue
        if found := [" ".join(run) for text in texts(path, data) for run in runs(text) if fingerprint(run) in sources]:
            copied[path] = found

    assert copied == {}


def test_a_copied_sentence_would_be_seen() -> None:
    """The fingerprints really hold the facts: a well-known sentence is recognised, a made-up one is not."""
    sources = known()

    assert len(sources) > 15_000
    assert bytes.fromhex(FIRST_FACT) in sources
    assert fingerprint(("zo", "staat", "het", "in", "geen", "enkel", "document", "dat", "wij")) not in sources


def texts(path: str, data: bytes) -> list[str]:
    """The texts of a file that we wrote: no titles, names or publishers of others."""
    if path.endswith(".md"):
        return [to_plain(data.decode().partition("\n---\n")[2])]
    document, _ = parse_bytes(data, path)
    assert document is not None
    leaves = [leaf for leaf in walk(KINDS[document.value["type"]], document.value) if leaf.kind in ("tekst", "regel")]
    return [
        to_plain(leaf.value) for leaf in leaves if leaf.kind in ("tekst", "regel") and leaf.loc[0] != "bronnen" and leaf.loc[-1] != "naam"
    ]
