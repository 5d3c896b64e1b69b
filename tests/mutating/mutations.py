"""Fifty ways in which a person or a program spoils one thing in a good entry, and the line where that happens.

Each mutation takes the lines of an entry in the one way of writing (the first is line 1) and a source of chance; it
gives the spoilt bytes and the lines of which one must be named (give or take one), or None where it doesn't apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from random import Random

Lines = list[str]
Spoilt = tuple[bytes, set[int]]
Mutation = Callable[[Lines, Random], Spoilt | None]

MUTATIONS: dict[str, Mutation] = {}
TERM_LISTS = ("themas", "doelgroepen", "werkvormen", "onderbouwing")
SENTENCE_FIELDS = ("aanleiding", "aanpak", "resultaten", "geleerd", "context")


def mutation(function: Mutation) -> Mutation:
    MUTATIONS[function.__name__] = function
    return function


def encoded(lines: Lines, *places: int) -> Spoilt:
    """The file, and the indexes of the lines that matter as line numbers."""
    return "".join(f"{line}\n" for line in lines).encode(), {place + 1 for place in places}


def find(lines: Lines, chance: Random, pattern: str) -> int | None:
    """A line that matches, outside blocks of text."""
    outside = [index for index in structure(lines) if re.search(pattern, lines[index])]
    return chance.choice(outside) if outside else None


def structure(lines: Lines) -> Iterable[int]:
    """The lines that are no text of a block."""
    depth = -1
    for index, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if depth >= 0 and (not line.strip() or indent > depth):
            continue
        depth = indent + (2 if line.lstrip().startswith("- ") and ": " in line else 0) if re.search(r"(?:: |- )[|>]-?$", line) else -1
        yield index


def blocks(lines: Lines) -> list[int]:
    """The lines of text inside narrative blocks at the top."""
    found: list[int] = []
    inside = False
    for index, line in enumerate(lines):
        if line[:1].strip():
            inside = bool(re.match(rf"(?:{'|'.join(SENTENCE_FIELDS)}): \|", line))
        elif inside and line.strip():
            found.append(index)
    return found


def changed(lines: Lines, index: int | None, pattern: str, new: str) -> Spoilt | None:
    """The file with one line changed; None when there is none or it stays the same."""
    if index is None:
        return None
    line = re.sub(pattern, new, lines[index], count=1)
    return encoded([*lines[:index], line, *lines[index + 1 :]], index) if line != lines[index] else None


def rewrite(pattern: str, old: str, *new: str) -> Mutation:
    """A mutation that changes a line that matches in one of some ways."""

    def spoil(lines: Lines, chance: Random) -> Spoilt | None:
        return changed(lines, find(lines, chance, pattern), old, chance.choice(new))

    return spoil


ONE_LINERS: dict[str, tuple[str, ...]] = {
    "tab_indent": (r"^    \w+: ", r"^    ", "\t"),
    "quote_not_closed": (r'^\s*(?:- )?\w+: ".*"$', r'"$', ""),
    "quote_not_opened": (r'^(?:titel|samenvatting): ".*: .*"$', r': "', ": "),
    "curly_quotes": (r"^titel: \w", r"titel: (.*)$", r"titel: “\1”", r"titel: ‘\1’"),
    "type_misspelt": (r"^type: ", r": .*", ": practijk", ": Werkwijzen", ": project"),
    "type_is_list": (r"^titel: \w", r": (.*)$", r": [\1]"),
    "date_wrong": (
        r"^peildatum: ", r": .*", ": 2024-13-01", ": 31-12-2024", ": maart 2024", ": 2024-02-30", ": 24-3-1", ": vorig jaar"),
    "date_of_source_wrong": (r"^    datum: ", r": .*", ": 1-2-2020", ": 2020/03/01", ": zomer 2019", ": 2020-00", ": 20201"),
    "date_in_the_future": (r"^peildatum: ", r": .*", ": 2031-01-01", ": 2027"),
    "term_misspelt": (rf"^(?:{'|'.join(TERM_LISTS)}): \[", r"\[(\w+)", r"[\1x", r"[x\1", r"[\1-en-nog-wat"),
    "term_twice": (rf"^(?:{'|'.join(TERM_LISTS)}): \[", r"\[([^\],]+)", r"[\1, \1"),
    "term_missing_comma": (rf"^(?:{'|'.join(TERM_LISTS)}): \[[^,]+, ", r", ", " "),
    "list_as_text": (rf"^(?:{'|'.join(TERM_LISTS)}): \[[^,]+, ", r"\[(.*)\]", r"\1"),
    "list_not_closed": (rf"^(?:{'|'.join(TERM_LISTS)}): \[", r"\]$", ""),
    "municipality_unknown": (r"^  gemeenten: \[", r"\[([\w-]+)", r"[\1-zuid", r"[groot-\1", "[veghel", "[haaren"),
    "phase_unknown": (r"^fase: ", r": .*", ": loopt", ": klaar", ": Pilotfase"),
    "phase_stopped_without_reason": (r"^fase: (?!gestopt)", r": .*", ": gestopt"),
    "origin_unknown": (r"^herkomst: ", r": .*", ": internet", ": ja", ": organisatie"),
    "origin_sent_in_without_consent": (r"^herkomst: redactie", r": .*", ": ingezonden"),
    "url_wrong": (
        r"^    url: ", r": .*", ": www.voorbeeld.nl/x", ": https:/a.nl", ": htps://a.nl", ": https://", ": ftp://a.nl/b", ": zie boven"),
    "url_with_space": (r"^    url: ", r"(: https?://.{5})", r"\1 "),
    "colon_missing": (r"^(?:fase|titel|herkomst|peildatum): ", r": ", " "),
    "colon_without_space": (r"^(?:fase|titel|herkomst|peildatum|themas): ", r": ", ":"),
    "colon_in_value": (r"^titel: [^\"'&\[]+ \w+$", r" (\w+)$", r" \1: een vervolg"),
    "colon_becomes_equals": (r"^(?:fase|herkomst|peildatum): ", r": ", " = "),
    "dash_without_space": (r"^  - (?:sleutel|naam): ", r"- ", "-"),
    "dash_from_word": (r"^  - (?:sleutel|naam): ", r"- ", "– ", "• ", "— ", "* "),
    "dash_missing": (r"^  - (?:sleutel|naam): ", r"- ", "  "),
    "key_misspelt": (
        r"^(?:samenvatting|aanleiding|organisaties|doelgroepen|resultaten|peildatum|onderbouwing):",
        r"(\w)(\w)(\w+):", r"\2\1\3:", r"\1\2\3s:"),
    "key_misspelt_in_source": (r"^    (?:titel|uitgever|soort): ", r"(\w)(\w)(\w+):", r"\2\1\3:", r"\1\2\3en:"),
    "key_with_capital": (r"^(?:titel|samenvatting|fase|herkomst):", r"^t|^s|^f|^h", "T"),
    "value_empty": (r"^(?:titel|fase|peildatum|herkomst|themas|werkvormen): [^>|]+$", r": .*", ":", ': ""', ": ~"),
    "value_empty_in_source": (r"^    (?:titel|uitgever|soort): [^>|]+$", r": .*", ":"),
    "value_starts_with_sign": (r"^titel: \w", r": ", ": @", ": %", ": `", ": &", ": *", ": !", ": {", ": |", ": > "),
    "no_break_space": (r"^(?:fase|titel|themas|herkomst): ", r": ", ":\u00a0", ": \u00a0", ":\u2009"),
    "no_break_space_indent": (r"^    (?:titel|url|uitgever): ", r"^    ", "\u00a0   ", "  \u00a0\u00a0"),
    "invisible_sign": (r"^(?:titel|samenvatting|fase): ", r": ", ": \u200b", ": \u202e", ": \ufeff"),
    "control_sign": (r"^(?:titel|samenvatting|fase): ", r": ", ": \x07", ": \x0b", ": \x1b"),
    "title_too_long": (r"^titel: \w", r"$", " en nog veel meer" * 6),
    "html_in_title": (r"^titel: \w", r": (.*)$", r": <b>\1</b>"),
    "anchor": (r"^(?:fase|herkomst): ", r": ", ": &naam ", ": !!str "),
    "source_key_with_spaces": (r"^  - sleutel: ", r": .*", ": Mijn bron 2020", ": Movisie_2020"),
    "source_kind_unknown": (r"^    soort: ", r": .*", ": blog van iemand", ": internet", ": Webpaginas"),
    "place_is_text": (r"^  gemeenten: \[", r": .*", ": ja", ": 12"),
    "indent_less": (r"^    (?:titel|uitgever|soort|url|rol): ", r"^ ", ""),
    "indent_more": (r"^(?:fase|titel|herkomst|peildatum): ", r"^", " ", "  "),
    "indent_more_in_source": (r"^    (?:titel|uitgever|soort|url): ", r"^", " ", "  "),
}  # fmt: skip
for name, options in ONE_LINERS.items():
    MUTATIONS[name] = rewrite(*options)


@mutation
def key_twice(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, r"^(?:titel|fase|peildatum|herkomst|themas): ")
    after = find(lines, chance, r"^(?:fase|themas|herkomst|peildatum): ")
    if index is None or after is None:
        return None
    spoilt = [*lines[: after + 1], lines[index], *lines[after + 1 :]]
    return encoded(spoilt, max(place for place, line in enumerate(spoilt) if line == lines[index]))


@mutation
def key_unknown(lines: Lines, chance: Random) -> Spoilt | None:
    after = find(lines, chance, r"^(?:fase|themas|herkomst|peildatum): ")
    new = chance.choice(["opmerking: nog bellen", "notitie: x", "status: klaar", "auteur: redactie", "tags: [a, b]"])
    return None if after is None else encoded([*lines[: after + 1], new, *lines[after + 1 :]], after + 1)


@mutation
def field_missing(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, r"^(?:titel|fase|peildatum|herkomst|themas|doelgroepen|werkvormen): [^>|]+$")
    # a missing field is told at the group it belongs to: here the file, which starts with its first field
    return None if index is None else encoded([*lines[:index], *lines[index + 1 :]], 1)


@mutation
def field_missing_in_source(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, r"^    (?:uitgever|soort): [^>|]+$")
    if index is None:
        return None
    start = max(place for place in range(index) if lines[place].startswith("  - "))
    return encoded([*lines[:index], *lines[index + 1 :]], start)


@mutation
def field_in_the_text_before(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, rf"^(?:{'|'.join(SENTENCE_FIELDS[1:])}): \|")
    if index is None or not lines[index - 1].startswith("  "):
        return None
    return encoded([*lines[:index], f"  {lines[index]}", *lines[index + 1 :]], index)


@mutation
def text_not_indented(lines: Lines, chance: Random) -> Spoilt | None:
    places = [place for place in blocks(lines) if not re.match(r"\s*[-#]", lines[place])]
    if not places:
        return None
    index = chance.choice(places)
    return encoded([*lines[:index], lines[index].lstrip(), *lines[index + 1 :]], index)


@mutation
def source_missing(lines: Lines, chance: Random) -> Spoilt | None:
    """A whole source goes; each sentence that cites it misses it."""
    starts = [place for place, line in enumerate(lines) if line.startswith("  - sleutel: ")]
    if len(starts) < 2:
        return None
    start = chance.choice(starts)
    end = next(place for place in range(start + 1, len(lines)) if not lines[place].startswith("    "))
    key = lines[start].removeprefix("  - sleutel: ")
    spoilt = [*lines[:start], *lines[end:]]
    naming = [place for place, line in enumerate(spoilt) if re.search(rf"@{key}(?![\w-])|bron: {key}$", line)]
    return encoded(spoilt, *naming) if naming else None


@mutation
def source_never_cited(lines: Lines, chance: Random) -> Spoilt | None:
    start = find(lines, chance, r"^  - sleutel: ")
    new = ["  - sleutel: nooit-aangehaald", "    titel: Een stuk", "    uitgever: De uitgever", "    soort: webpagina"]
    return None if start is None else encoded([*lines[:start], *new, *lines[start:]], start)


@mutation
def source_key_twice(lines: Lines, chance: Random) -> Spoilt | None:
    starts = [place for place, line in enumerate(lines) if line.startswith("  - sleutel: ")]
    if len(starts) < 2:
        return None
    one, other = sorted(chance.sample(starts, 2))
    return encoded([*lines[:other], lines[one], *lines[other + 1 :]], one, other)


@mutation
def citation_without_source(lines: Lines, chance: Random) -> Spoilt | None:
    places = [place for place in blocks(lines) if re.search(r"\[@[\w-]+", lines[place])]
    return changed(lines, chance.choice(places), r"\[@([\w-]+)", r"[@\1-oud") if places else None


@mutation
def citation_badly_written(lines: Lines, chance: Random) -> Spoilt | None:
    places = [place for place in blocks(lines) if re.search(r"\[@[\w-]+\]", lines[place])]
    new = chance.choice([r"[\1]", r"(@\1)", r"@\1", r"[@ \1]", r"[@\1"])
    return changed(lines, chance.choice(places), r"\[@([\w-]+)\]", new) if places else None


def inserted(sentence: str) -> Mutation:
    """A mutation that adds a paragraph to a story."""

    def spoil(lines: Lines, chance: Random) -> Spoilt | None:
        openers = [place for place, line in enumerate(lines) if re.match(rf"(?:{'|'.join(SENTENCE_FIELDS)}): \|", line)]
        if not openers:
            return None
        index = chance.choice(openers)
        return encoded([*lines[: index + 1], f"  {sentence}", "", *lines[index + 1 :]], index + 1)

    return spoil


SENTENCES = {
    "figure_without_citation": "Er deden 137 mensen mee.",
    "written_figure_without_citation": "Er deden zeventien mensen mee.",
    "mailbox_of_a_person": "Mail naar jan.jansen@gmail.com.",
    "mobile_number": "Bel 06-12345678.",
    "html_in_text": "Dit is <b>belangrijk</b>.",
    "heading_in_text": "# Een kop",
    "picture_in_text": "![foto](https://www.voorbeeld.nl/a.jpg)",
    "unsafe_link": "[klik](javascript:alert)",
    "nothing_filled_in": "TODO: nog invullen.",  # the mark that the rule must find
}
for name, sentence in SENTENCES.items():
    MUTATIONS[name] = inserted(sentence)


@mutation
def citation_in_summary(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, r"^samenvatting: >-")
    if index is None:
        return None
    key = chance.choice([line.split(": ")[1] for line in lines if line.startswith("  - sleutel: ")])
    return encoded([*lines[: index + 1], f"  Zie ook [@{key}].", *lines[index + 2 :]], index + 1)


@mutation
def citation_in_plain_line(lines: Lines, chance: Random) -> Spoilt | None:
    key = chance.choice([line.split(": ")[1] for line in lines if line.startswith("  - sleutel: ")])
    return changed(lines, find(lines, chance, r"^ +(?:rol|toelichting|omschrijving|inbegrepen): [^>|\"']+[\w)]$"), r"$", f" [@{key}]")


@mutation
def relative_unknown(lines: Lines, chance: Random) -> Spoilt | None:
    return changed(lines, find(lines, chance, r"^(?:verwant|kennis): \["), r"\[([\w-]+)", chance.choice([r"[\1-2", "[bestaat-niet"]))


@mutation
def cut_off(lines: Lines, chance: Random) -> Spoilt | None:
    """The end is missing, from anywhere in a line."""
    last = next(place for place, line in enumerate(lines) if line.startswith("peildatum:"))
    whole = "".join(f"{line}\n" for line in lines[:last]).encode()
    data = whole[: chance.randrange(len(whole) // 10, len(whole))]
    return data, {data.count(b"\n") + 1, data.count(b"\n")}


@mutation
def other_encoding(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, r"^titel: ")
    assert index is not None
    spoilt = [*lines[:index], f"{lines[index]} é", *lines[index + 1 :]]
    first = next(place for place, line in enumerate(spoilt) if not line.isascii())
    return "".join(f"{line}\n" for line in spoilt).encode("cp1252", errors="replace"), {first + 1}


@mutation
def utf_16(lines: Lines, chance: Random) -> Spoilt | None:
    return "\n".join(lines).encode(chance.choice(["utf-16", "utf-16-le", "utf-16-be"])), {1}


@mutation
def two_documents(lines: Lines, chance: Random) -> Spoilt | None:
    index = find(lines, chance, r"^(?:fase|themas|onderbouwing|peildatum): ")
    return None if index is None else encoded([*lines[:index], "---", *lines[index:]], index)


@mutation
def lines_swapped_into_text(lines: Lines, chance: Random) -> Spoilt | None:
    """A conflict that git left behind."""
    index = find(lines, chance, r"^(?:fase|themas|herkomst|peildatum): ")
    if index is None:
        return None
    conflict = ["<<<<<<< HEAD", lines[index], "=======", lines[index], ">>>>>>> main"]
    return encoded([*lines[:index], *conflict, *lines[index + 1 :]], index)


def spoil(name: str, number: int, entries: dict[str, bytes]) -> dict[str, Spoilt]:
    """A number of entries, each with the same kind of fault: always the same entries, spoilt in the same way."""
    chance = Random(name)
    paths = sorted(entries)
    chance.shuffle(paths)
    found: dict[str, Spoilt] = {}
    for path in paths:
        done = MUTATIONS[name](entries[path].decode().splitlines(), chance)
        if done and done[0] != entries[path]:
            found[path] = done
        if len(found) == number:
            break
    return found


def company(paths: Iterable[str], files: dict[str, bytes]) -> dict[str, bytes]:
    """The files whose names stand in some entries, in those of these, and so on."""
    found: dict[str, bytes] = {}
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path in files and path not in found:
            found[path] = files[path]
            for word in set(re.findall(r"[\w-]+", files[path].decode())):
                waiting += [f"voorbeelden/{word}.yml", f"docs/kennis/{word}.md"]
    return found
