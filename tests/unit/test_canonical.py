"""The one way to write an entry: the same values come back, and writing twice changes nothing."""

from __future__ import annotations

import time
from typing import Any

import pytest

from macros.canonical import WIDTH, order, write
from macros.model.entry import KINDS, Praktijk, Werkwijze
from macros.prose import render
from macros.reading import parse_bytes

TRICKY = [
    "gewoon", "0363", "NO", "ja", "1.10", "12:30", "2024-03-26", "~", "null", "", "<<", "- streep", "-", "-5 graden",
    "? vraag", ": dubbel", "a: b", "a:b", "eindigt op:", "a # b", "a#b", "# kop", "[a]", "{a}", "*a", "&a", "!a", "|", ">-",
    "'t Trefpunt", '"Weg" ermee', 'zij zei "ja"', "50% meer", "%", "@naam", "`code`", "a\\b", "---", "...", "a, b", "é ö ü €",
    "=", "https://a.nl/x#y", "{{ 7*7 }}", "a" * 150, "a  b",
    "‘Weg’ ermee", "“Weg”",
]  # fmt: skip


def read(text: str) -> dict[str, Any]:
    document, problems = parse_bytes(text.encode(), "voorbeelden/a.yml")
    assert problems == []
    assert document
    return document.value


@pytest.mark.parametrize("text", [text for text in TRICKY if text not in ("", "~", "null")])
def test_any_text_comes_back_as_it_was(text: str) -> None:
    value = {"type": "praktijk", "titel": text, "themas": [text, "x"], "bronnen": [{"sleutel": text, "titel": "y"}]}

    assert read(write(value)) == value


@pytest.mark.parametrize("tail", ["", " en dan nog wat woorden" * 8])
@pytest.mark.parametrize("text", TRICKY)
def test_a_long_text_comes_back_as_it_was(text: str, tail: str) -> None:
    value = {"aanpak": f"begin {text} midden {text}.{tail}", "werkzame_elementen": [f"Een {text}.{tail}"]}

    assert read(write(value)) == value


PROSE = [
    "Een alinea.\n\nNog een.",
    "- een\n- twee\n\nslot",
    "- een lijst van één " + "lang woord " * 20 + "\n",
    "woorden " * 12 + "• geen lijst " + "x " * 40,
    "1. een\n2. twee",
    "Kop:\n- " + "lang woord " * 20 + "\n- kort",
    "woorden " * 12 + "- geen lijst, " + "woorden " * 12 + "1. ook niet " + "x " * 40 + "\n\ny",
    "woorden " * 11 + "# geen kop > geen citaat " + "woorden " * 12 + "\n\ny",
    "woorden " * 12 + "[een lange link met spaties](https://a.nl/" + "x" * 80 + ") en [@bron-a, p. 12].\n\ny",
]


@pytest.mark.parametrize("text", PROSE)
def test_wrapping_anew_means_the_same(text: str) -> None:
    """The rendered page is the same but for where its source lines break, and a second time changes nothing."""

    def rendered(markdown: str) -> str:
        return " ".join(str(render(markdown, lambda _: "")).split())  # type: ignore[arg-type, return-value]

    written = write({"type": "praktijk", "aanpak": text})
    back = read(written)["aanpak"]

    assert rendered(back) == rendered(text)
    assert write({"type": "praktijk", "aanpak": back}) == written
    assert [line for line in written.splitlines() if len(line) > WIDTH and "https://" not in line] == []


def test_the_form_of_a_small_entry() -> None:
    value = {
        "bronnen": [{"url": "https://a.nl/", "sleutel": "a", "titel": "Wat: hoe?"}],
        "type": "praktijk",
        "werkwijze": "buurtcirkel",
        "titel": "Buurtbot",
        "themas": ["eenzaamheid", "armoede-schulden"],
        "fase": "pilot",
        "plaats": {"plaats": "Veghel", "gemeenten": ["meierijstad"]},
        "aanpak": "Een.\n\nTwee.",
        "werkzame_elementen": ["Iets waardoor het werkt.", "Nog iets"],
        "onbekend_veld": "x",
    }

    assert write(value) == (
        "# yaml-language-server: $schema=_schema/praktijk.schema.json\n"
        "type: praktijk\n"
        "titel: Buurtbot\n"
        "plaats:\n"
        "  gemeenten: [meierijstad]\n"
        "  plaats: Veghel\n"
        "fase: pilot\n"
        "werkwijze: buurtcirkel\n"
        "themas: [eenzaamheid, armoede-schulden]\n"
        "aanpak: |\n"
        "  Een.\n"
        "\n"
        "  Twee.\n"
        "werkzame_elementen:\n"
        "  - Iets waardoor het werkt.\n"
        "  - Nog iets\n"
        "bronnen:\n"
        "  - sleutel: a\n"
        '    titel: "Wat: hoe?"\n'
        "    url: https://a.nl/\n"
        "onbekend_veld: x\n"
    )


def test_every_field_has_its_place() -> None:
    assert set(order(Praktijk)) == set(Praktijk.model_fields)
    assert order(Werkwijze) == tuple(Werkwijze.model_fields)
    assert order(Praktijk)[order(Praktijk).index("gestopt") + 1] == "werkwijze"


def test_every_real_entry_keeps_its_values(real_files: dict[str, bytes]) -> None:
    """Nothing is lost or changed but the line breaks within running text, and writing again changes nothing."""

    def flat(value: Any) -> Any:
        match value:
            case dict():
                return {key: flat(part) for key, part in value.items()}
            case list():
                return [flat(part) for part in value]
            case _:
                return " ".join(str(value).split())

    entries = {path: data for path, data in real_files.items() if path.startswith("voorbeelden/") and "/_" not in path}
    assert len(entries) > 150
    for path, data in entries.items():
        before = read(data.decode())
        written = write(before)
        assert flat(read(written)) == flat(before), path
        assert write(read(written)) == written, path
        assert before["type"] in KINDS


def test_a_bracket_that_is_never_closed_gets_no_space() -> None:
    text = "Kosten: 10[ euro " + "en nog veel meer woorden " * 8

    assert "10[ euro" in write({"type": "praktijk", "titel": "x", "aanpak": text})


def test_brackets_that_never_close_cost_no_more_than_other_signs() -> None:
    """Sixty thousand of them took five seconds, as each looked for its end in all that followed."""

    def spent(sign: str) -> float:
        value = {"aanpak": f"{sign} " * 30_000}
        start = time.process_time()
        write(value)
        return time.process_time() - start

    assert min(spent("[") for _ in range(2)) < 20 * min(spent("(") for _ in range(3))
