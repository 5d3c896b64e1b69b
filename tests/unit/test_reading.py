"""YAML as typed: nothing guessed, every place known, and no input that raises."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
import yaml

from macros import reading
from macros.document import Document, name_of
from macros.problem import Problem
from macros.reading import MAX_BYTES, decode, parse_bytes, parse_text
from macros.yaml_faults import EXPLANATIONS
from macros.yaml_plain import plain_values
from macros.yaml_values import Builder

INVALID = Path(__file__).parents[1] / "data" / "invalid"


def parsed(text: str) -> Document:
    """The document in a text that must be right."""
    document, problems = parse_text(text, "a.yml")
    assert problems == []
    assert document is not None
    return document


@pytest.mark.parametrize(
    "typed",
    [
        "NO",
        "on",
        "yes",
        "ja",
        "12:30",
        "0363",
        "0518",
        "1.10",
        "1_000",
        "0x1A",
        "1e3",
        ".inf",
        "2024-03-26",
        "2024-03-26 10:00:00",
        "true",
        "=",
        "0o17",
    ],
)
def test_text_stays_as_typed(typed: str) -> None:
    """YAML 1.1 would make another value of each of these, or of its neighbours."""
    assert parsed(f"waarde: {typed}\nlijst: [{typed}]\n").value == {"waarde": typed, "lijst": [typed]}


@pytest.mark.parametrize("typed", ['""', "''", '"~"', '"null"'], ids=["double", "single", "tilde", "null"])
def test_quoted_text_is_never_reported_as_empty(typed: str) -> None:
    """What stands between quotes is meant; whether it may be empty is for the model to say."""
    assert parsed(f"waarde: {typed}\n").value == {"waarde": typed[1:-1]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: >-\n  een\n  twee\n", "een twee", id="folded"),
        pytest.param("a: |\n  een\n  twee\n", "een\ntwee\n", id="literal"),
        pytest.param("a: 'het is ''s avonds'\n", "het is 's avonds", id="single quotes"),
        pytest.param('a: "één\\ttab"\n', "één\ttab", id="escape"),
        pytest.param("# opmerking\na: een\n# nog een\n", "een", id="comment"),
        pytest.param("a: een#twee\n", "een#twee", id="hash inside a word"),
        pytest.param("a: <<\n", "<<", id="merge sign as a value"),
        pytest.param("a: “een” en „twee”, dat kan\n", "“een” en „twee”, dat kan", id="smart quotes inside a text"),
    ],
)
def test_forms_of_text(text: str, value: str) -> None:
    """Every way to write a text that contributors use."""
    assert parsed(text).value == {"a": value}


def test_byte_order_mark_and_windows_line_ends() -> None:
    """Files from Windows read the same, with the same line numbers."""
    document, problems = parse_bytes("\ufeffa: een\r\nb:\r\n  - twee\r\n".encode(), "a.yml")

    assert problems == []
    assert document is not None
    assert document.value == {"a": "een", "b": ["twee"]}
    assert document.values["b", 0].line == 3


def test_places() -> None:
    """Line and column of every value, and the last line of a long one."""
    document = parsed("a: een\nb:\n  - c: >-\n      twee\n      drie\n    d: vier\n")

    places = {name_of(loc): (place.line, place.column, place.end_line) for loc, place in document.values.items()}
    assert places == {
        "": (1, 1, 1),
        "a": (1, 4, 1),
        "b": (3, 3, 3),
        "b[1]": (3, 5, 3),
        "b[1].c": (3, 8, 5),
        "b[1].d": (6, 8, 6),
    }
    assert (document.keys["b", 0, "d"].line, document.keys["b", 0, "d"].column) == (6, 5)


@pytest.mark.parametrize(
    ("loc", "near", "line", "column"),
    [
        pytest.param(("b", 0, "c"), "drie", 5, 7, id="found in the value"),
        pytest.param(("b", 0, "c"), "vijf", 3, 8, id="not found: start of the value"),
        pytest.param(("b", 0, "c"), "vier", 3, 8, id="only found after the value"),
        pytest.param(("b", 0, "x"), "", 3, 5, id="missing key: the mapping around it"),
        pytest.param(("z",), "", 1, 1, id="nothing there: the top"),
    ],
)
def test_where_a_problem_points(loc: tuple[str | int, ...], near: str, line: int, column: int) -> None:
    """A problem points at the nearest thing that exists."""
    document = parsed("a: een\nb:\n  - c: >-\n      twee\n      drie\n    d: vier\n")

    assert document.problem(loc, "Fout.", near=near) == Problem("a.yml", line, column, name_of(loc), "Fout.")


def test_front_matter_counts_from_its_own_line() -> None:
    """The first line of a text may be another line of its file, in problems too."""
    document, _ = parse_text("a: een\n", "a.md", first_line=2)
    _, problems = parse_text("a: een\nb\n", "a.md", first_line=2)

    assert document is not None
    assert document.values["a",].line == 2
    assert [problem.line for problem in problems] == [3]


@pytest.mark.parametrize(("extra", "fits"), [(0, True), (1, False)], ids=["64 KiB", "one byte more"])
def test_size(extra: int, fits: bool) -> None:
    """Exactly 64 KiB may."""
    data = b"a: b #" + b"x" * (MAX_BYTES - 6 + extra)

    assert (parse_bytes(data, "a.yml")[0] is not None) is fits


def test_a_list_may_be_longer() -> None:
    """The words that people use don't fit in what is plenty for an entry; the fault says what does fit."""
    path = "voorbeelden/_lijsten/zoekwoorden.yml"

    assert parse_bytes(b"a: b #" + b"x" * MAX_BYTES, path)[0] is not None
    assert "128 KiB" in parse_bytes(b"a: b #" + b"x" * 2 * MAX_BYTES, path)[1][0].message


@pytest.mark.parametrize(("levels", "fits"), [(11, True), (12, False), (60_000, False)], ids=["deep", "too deep", "absurd"])
def test_depth(levels: int, fits: bool) -> None:
    """Nesting ends long before Python's stack does."""
    document, problems = parse_text("a: " + "[" * levels + "b" + "]" * levels, "a.yml")

    assert (document is not None) is fits
    assert len(problems) == (0 if fits else 1)


@pytest.mark.parametrize("before", ["", 'b: "c\n\nd: e" f\n'], ids=["only brackets", "an open quote before them"])
def test_brackets_cost_no_more_than_other_text(before: str) -> None:
    """A file full of brackets is no way to keep the machine busy."""

    def cost(text: str) -> float:
        start = time.process_time()
        parse_text(text, "a.yml")
        return time.process_time() - start

    assert cost(before + "a: " + "[" * 60_000) < 50 * cost(before + "a: b\n" + "- c\n" * 15_000)


def test_every_explanation_is_seen() -> None:
    """Each Dutch explanation of a YAML error stands in the expected output of some wrong file."""
    said = "".join(path.read_text(encoding="utf-8") for path in INVALID.glob("*.txt"))

    assert [message for _, _, message, _ in EXPLANATIONS if message.partition("{teken}")[0] not in said] == []


def test_no_error_is_left_unexplained() -> None:
    """The last resort "Dit is geen geldige YAML" is not needed for any wrong file that we know of."""
    said = [path.stem for path in INVALID.glob("*.txt") if "geen geldige YAML" in path.read_text(encoding="utf-8")]

    assert said == []


def test_a_file_cut_off_anywhere_never_raises(small_files: dict[str, bytes]) -> None:
    """Every beginning of a full entry gives a document or a problem."""
    whole = small_files["voorbeelden/leefgoed.yml"]
    outcomes = [parse_bytes(whole[:size], "a.yml") for size in range(len(whole))]

    assert [size for size, (document, problems) in enumerate(outcomes) if document is None and not problems] == []


def test_damaged_files_never_raise(small_files: dict[str, bytes]) -> None:
    """A thousand files with a few signs replaced give a document or a problem, and places inside the file."""
    chance = random.Random(2026)
    whole = small_files["voorbeelden/leefgoed.yml"]
    signs = b"\t\n\r :-?&*!|>'\"%@`[]{},#\\~<=\x00\xff\xc3\xa9"
    for _ in range(1000):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 5)):
            data[chance.randrange(len(data))] = chance.choice(signs)
        document, problems = parse_bytes(bytes(data), "a.yml")
        lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 2

        assert document is not None or problems
        text, _ = decode(bytes(data), "a.yml")
        assert plain_values(text, yaml.CSafeLoader) in (None, slowly(text))
        assert all(1 <= problem.line <= lines and problem.column >= 1 for problem in problems)


def slowly(text: str) -> object:
    """What the reader of places makes of a text; None when it has something to say of it, or can't read it."""
    builder = Builder("a.yml", 1, text)
    try:
        value = builder.build(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return None
    return None if builder.problems or builder.fatal else value


def test_right_files_are_read_at_once(small_files: dict[str, bytes]) -> None:
    """Their values are those that the reader of places gives, and it isn't asked for them."""
    texts = [data.decode() for path, data in small_files.items() if path.endswith(".yml")]
    values = [plain_values(text, yaml.CSafeLoader) for text in texts]

    assert None not in values
    assert values == [slowly(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("a: b # c\n", True, id="text after a sign"),
        pytest.param("a: &x b\n", True, id="anchor"),
        pytest.param("a: &x [b]\n", True, id="anchor of a list"),
        pytest.param("a: &x\n  b: c\n", True, id="anchor of fields"),
        pytest.param("&x a: b\n", True, id="anchor of a key"),
        pytest.param("&x\na: b\n", True, id="anchor of all"),
        pytest.param("a: &x b\nc: *x\n", True, id="alias"),
        pytest.param("a: !x b\n", True, id="tag"),
        pytest.param("a: ! b\n", True, id="empty tag"),
        pytest.param("a: !x [b]\n", True, id="tag of a list"),
        pytest.param("a: !x\n  b: c\n", True, id="tag of fields"),
        pytest.param("!x a: b\n", True, id="tag of a key"),
        pytest.param("!x\na: b\n", True, id="tag of all"),
        pytest.param("? [a]\n: b\n", True, id="list as a key"),
        pytest.param("a: b\na: c\n", True, id="key twice"),
        pytest.param("<<: b\n", True, id="merge key"),
        pytest.param("a:\n", True, id="empty"),
        pytest.param("a:\n  - b\n  -\n", True, id="empty item"),
        pytest.param("a: ~\n", True, id="tilde"),
        pytest.param("a: “b”\n", True, id="curly quotes"),
        pytest.param("a: „b” c\n", False, id="curly quote at the start"),
        pytest.param("a: >\n  b\n\n  c\n", True, id="folded paragraphs"),
        pytest.param("a: >\n  - b\n  - c\n", True, id="folded list"),
        pytest.param("a: >\n  b\n  2) c\n", True, id="folded list below a text"),
        pytest.param("a: >\n  b - c\n", False, id="folded text with a dash"),
        pytest.param("a: b\n---\na: c\n", True, id="two documents"),
        pytest.param("- a\n", False, id="list"),
        pytest.param("a\n", False, id="text"),
        pytest.param("", False, id="nothing"),
        pytest.param("a: [b\n", True, id="open bracket"),
        pytest.param("a: " + "[" * 12 + "b" + "]" * 12 + "\n", True, id="twelve lists"),
        pytest.param("a: " + "{b: " * 12 + "c" + "}" * 12 + "\n", True, id="twelve groups"),
    ],
)
def test_what_may_be_wrong_is_read_twice(text: str, wrong: bool) -> None:
    """The first reading gives nothing; the second tells what is wrong, or that nothing is."""
    assert plain_values(text, yaml.CSafeLoader) is None
    assert (slowly(text) is None) == (wrong or not text)


@pytest.mark.parametrize(
    "text",
    [
        "# een\na: b\n# twee\n",
        "a: >\n  b\n  c\n",
        "a: 'b# c'\n",
        'a: ""\nb: "~"\n',
        "'<': b\n",
        "a: |\n  - b\n\n  - c\n",
        "a: " + "[" * 11 + "b" + "]" * 11 + "\n",
    ],
)
def test_what_is_right_is_read_once(text: str) -> None:
    """Nothing that an entry may hold makes it slow, but for a sign that rarely stands in one."""
    assert plain_values(text, yaml.CSafeLoader) == slowly(text) is not None


def test_slow_parser_reads_the_same(small_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the C parser the small world has the same values and places, and the wrong files still problems."""
    with_c = {path: parse_bytes(data, path)[0] for path, data in small_files.items() if path.endswith(".yml")}
    monkeypatch.setattr(reading, "_Loader", yaml.SafeLoader)
    without_c = {path: parse_bytes(data, path)[0] for path, data in small_files.items() if path.endswith(".yml")}

    assert [
        path for path, document in with_c.items() if document is None or document.value != getattr(without_c[path], "value", None)
    ] == []
    for case in INVALID.glob("*.yml"):
        document, problems = parse_bytes(case.read_bytes(), "a.yml")
        assert document is not None or problems, case.name


@pytest.mark.parametrize(
    ("typed", "meant", "column"),
    [
        pytest.param("a:\u00a0een\n", "a: een\n", 3, id="behind a colon"),
        pytest.param("a:\n\u00a0\u00a0b: een\n", "a:\n  b: een\n", 1, id="indentation"),
        pytest.param("a: een\u00a0\n", "a: een\n", 7, id="at the end"),
        pytest.param("a: [een,\u2009twee]\n", "a: [een, twee]\n", 9, id="in a list"),
        pytest.param("a:\n  -\u00a0een\n", "a:\n  - een\n", 4, id="behind a hyphen"),
        pytest.param("a:\n  – een\n  - twee\n", "a:\n  - een\n  - twee\n", 3, id="dash"),
        pytest.param("a:\n  •\u00a0een\n", "a:\n  - een\n", 3, id="bullet and space"),
        pytest.param("a:\n- een\n– twee\n", "a:\n- een\n- twee\n", 1, id="dash without indentation"),
        pytest.param("a:\n  – b: |\n      – tekst\n    c: een\n", "a:\n  - b: |\n      – tekst\n    c: een\n", 3, id="dash before a text"),
        pytest.param("a:\n  -een\n  - twee\n", "a:\n  - een\n  - twee\n", 3, id="hyphen without space"),
        pytest.param("a: een\n– b: twee\n", "a: een\nb: twee\n", 1, id="dash before a field"),
    ],
)
def test_signs_from_a_word_processor_are_told_and_read(typed: str, meant: str, column: int) -> None:
    """One problem at the sign itself, and the rest of the file as it was meant."""
    document, problems = parse_text(typed, "a.yml")

    assert document is not None
    assert document.value == parsed(meant).value
    assert [problem.column for problem in problems] == [column]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a: tien\u00a0euro\n", id="hard space inside a text"),
        pytest.param("a: |\n  Let op: tien\u00a0euro\n", id="hard space behind a colon further on"),
        pytest.param("a: |\n  – een\n  • twee\n  * drie\n  -vier\n", id="signs inside a text"),
        pytest.param("a: >-\n  een\n\n  – twee\n", id="sign after a blank line"),
        pytest.param("a: een zin\n  – met een gedachte – erin\n", id="sign in a text that runs on"),
        pytest.param("a:\n  - |\n    – een\n  - twee\n", id="sign inside an item"),
        pytest.param("a: – een\n", id="sign behind a field"),
    ],
)
def test_signs_in_texts_may_stay(text: str) -> None:
    """Typography is no mistake."""
    assert "Word" not in str(parse_text(text, "a.yml")[1])
    assert "streepje" not in str(parse_text(text, "a.yml")[1])


def test_second_item_is_read_as_one() -> None:
    """What follows a missing hyphen is an item of its own, with its own places."""
    document, problems = parse_text("bronnen:\n  - a: 1\n    b: 2\n    a: 3\n    c: 4\n  - a: 5\n", "a.yml")

    assert document is not None
    assert document.value == {"bronnen": [{"a": "1", "b": "2"}, {"a": "3", "c": "4"}, {"a": "5"}]}
    assert [problem.line for problem in problems] == [4]
    assert (document.values["bronnen", 1, "c"].line, document.keys["bronnen", 2, "a"].line) == (5, 6)


def test_what_is_no_text_is_named_whole() -> None:
    """Where it goes wrong, what to do, and no text at all: of what can't be read nothing else is said."""
    remedy = "Sla het bestand op als UTF-8 (in Kladblok: Opslaan als, Codering: UTF-8)."
    other = "Het bestand is geen UTF-8."

    assert decode(b"titel: x\nplaats: \xe9\n", "x.yml") == ("", [Problem("x.yml", 2, 9, "", other, remedy)])
    assert decode("titel: x".encode("utf-16-le"), "x.yml") == ("", [Problem("x.yml", 1, 1, "", other, remedy)])
    assert decode(b"abc\0", "x.yml") == ("abc\0", [])
    assert decode(b"a" * 65_537, "x.yml") == (
        "",
        [Problem("x.yml", 1, 1, "", "Het bestand is groter dan 64 KiB.", "Maak de teksten korter.")],
    )
    assert decode(b"a" * 65_536, "x.yml") == ("a" * 65_536, [])
    assert decode("\ufeffa\r\nb\rc".encode(), "x.yml") == ("a\nb\nc", [])


MESSAGES = {
    "alias": (
        "a: *b\n",
        ["1:4: Hier staat een verwijzing (*): die gebruiken we niet. Schrijf de tekst voluit, of zet hem tussen aanhalingstekens."],
    ),
    "anchor": (
        "a: &b c\n",
        ["1:4: Hier staat een anker (&): dat gebruiken we niet. Haal het weg, of zet de tekst tussen aanhalingstekens."],
    ),
    "merge key": (
        "<<: {a: b}\n",
        ["1:1: Hier staat '<<': samenvoegen gebruiken we niet. Schrijf de velden voluit."],
    ),
    "too deep": (
        "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        ["1:16: Hier zitten te veel niveaus in elkaar. Vergelijk het inspringen met een bestaand voorbeeld."],
    ),
    "only a comment": (
        "# niets\n",
        ["1:1: Het bestand is leeg. Begin met een kopie van een bestaand voorbeeld."],
    ),
    "list after a fold": (
        "a: >\n  - een\n  - twee\n",
        ["1:4: 'a' heeft een lijst, maar na '>' worden alle regels aan elkaar geplakt. Schrijf '|' in plaats van '>-'."],
    ),
    "blank line after a fold": (
        "a: >-\n  een\n\n  twee\n",
        ["1:4: 'a' heeft een witregel, maar na '>' vallen alinea's weg. Schrijf '|' in plaats van '>-'."],
    ),
    "list at the top": (
        "- a\n",
        ["1:1: Het bestand moet uit velden bestaan ('titel: …'). Begin met een kopie van een bestaand voorbeeld."],
    ),
    "tag": (
        "a: !!int 3\n",
        ["1:4: Hier staat een uitroepteken-label (!): dat gebruiken we niet. Haal het weg, of zet de tekst tussen aanhalingstekens."],
    ),
    "key twice": (
        "a: b\na: c\n",
        ["2:1: 'a' staat er twee keer; ook op regel 1. Haal een van de twee weg."],
    ),
    "text after a hash": (
        "a: b # c\n",
        ["1:4: Alles na '#' valt hier weg. Zet de hele waarde tussen aanhalingstekens (\"…\"), of haal het deel na # weg."],
    ),
    "empty field": (
        "a:\nb: c\n",
        ["1:3: 'a' is leeg. Vul het in, of haal de regel weg."],
    ),
    "smart quotes": (
        "a: “b”\n",
        ["1:4: 'a' staat tussen gekrulde aanhalingstekens. Gebruik rechte: \"…\"."],
    ),
    "second item without hyphen": (
        "iets:\n  naam: x\n  naam: y\n  naam: z\n",
        [
            "3:3: 'iets.naam' staat er twee keer; ook op regel 2. Haal een van de twee weg.",
            "4:3: 'iets.naam' staat er twee keer; ook op regel 2. Haal een van de twee weg.",
        ],
    ),
    "colon in a value": (
        "titel: x\n  y: z\n",
        [
            "2:4: Hier staat een dubbele punt die YAML als nieuw veld leest. "
            "Zet de hele waarde tussen aanhalingstekens, of controleer het inspringen."
        ],
    ),
    "text without indent": (
        "aanpak: |-\nzonder inspringen\nfase: x\n",
        [
            "2:1: Achter deze veldnaam ontbreekt een dubbele punt. "
            "Schrijf 'veld: waarde', met een spatie na de dubbele punt. Is het gewone tekst? Spring die twee spaties in."
        ],
    ),
    "first item without hyphen": (
        "bronnen:\n  sleutel: a\n  titel: b\n  - sleutel: c\n",
        ["4:3: Hier staat een lijststreepje dat hier niet past. Zet het recht onder de andere streepjes van de lijst, of haal het weg."],
    ),
    "open quote": (
        "a: 'b\nc: d\n",
        [
            "1:4: Een aanhalingsteken wordt niet gesloten. Zet aan het eind hetzelfde aanhalingsteken als aan het begin. "
            "Begint de tekst met 's of 't? Zet er dan dubbele aanhalingstekens (\"…\") omheen."
        ],
    ),
    "two documents": (
        "a: b\n---\nc: d\n",
        ["2:1: Er staat meer dan één document in dit bestand ('---'). Maak er twee bestanden van."],
    ),
    "out of line": (
        "a:\n  - b\n c: d\n",
        ["3:2: Het inspringen klopt hier niet. Zet velden die bij elkaar horen even ver naar rechts; lange tekst twee spaties verder."],
    ),
    "backslash": (
        'a: "\\x"\n',
        [
            "1:7: Een backslash (\\) tussen dubbele aanhalingstekens betekent iets bijzonders. "
            "Gebruik enkele aanhalingstekens, of schrijf twee backslashes."
        ],
    ),
    "control character": (
        "\x01: b\n",
        ["1:1: Hier staat een onzichtbaar stuurteken. Haal het weg: verwijder het teken en typ de tekst opnieuw."],
    ),
}
"""Kind of mistake → the text with it, and all that is said: line, column, what is wrong and what to do."""


@pytest.mark.parametrize("kind", MESSAGES)
def test_every_mistake_has_its_words(kind: str) -> None:
    """Down to the last sign, for a contributor has nothing else to go by."""
    text, told = MESSAGES[kind]

    assert [str(problem).removeprefix("x.yml:") for problem in parse_text(text, "x.yml")[1]] == told
