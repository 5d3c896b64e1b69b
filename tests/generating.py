"""Entries that nobody wrote: seeded, from the model itself, so that a new field is in them by itself.

`entries` gives whole entries that the check calls good; `tangles` gives values with every text that YAML may stumble over.
"""

from __future__ import annotations

import random
import textwrap
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from macros.canonical import order
from macros.model.entry import KINDS
from macros.model.scalars import Datum, JaNee, Mailadres, Regel, Slug, Tekst, Verwijzing, VolledigeDatum, Waarde, Webadres
from macros.model.vocabulary import Lijst

_TEXT = """
    buren koken samen eten wandelen praten tuin wijk dorp school muziek fiets koffie tafel huis straat park markt boek film feest
    vrijwilligers bewoners ouders kinderen jongeren helpen leren lezen bellen oefenen repareren vertellen luisteren zingen dansen
    elke week soms vaak graag rustig open klein groot nieuw oud warm gezellig veilig dichtbij buiten binnen 's avonds één café
"""
_WORDS = _TEXT.split()
_NAMES = ("Welzijn", "Buurthuis", "Stichting", "Bibliotheek", "Sportclub", "Zorggroep")
_AWKWARD = (
    "a: b", "a # b", "- streep", "'s avonds", '"tussen" quotes', "50% meer", "[haak] x", "{accolade}", "*ster", "&en", "!let op", "@naam",
    "| staand", "> pijl", "ja", "NO", "0363", "1.10", "12:30", "~x", "a\\b", "---", "...",
    "= is", "“Weg”", "‘t Hof’", "#kop", "? wat", ":-)",
    "a  b", "eindigt op:", "https://a.nl/x#y", "😀 lach", "ﬁ ½ İ", "x" * 130, "1. een", "[@bron, p. 3]", "tab\there", "null", "<<",
)  # fmt: skip
_DAY = "2024-03-26"


@dataclass(frozen=True)
class Style:
    """What the texts are like: which words, how many paragraphs to a story at most, and which names organisations have."""

    word: Callable[[random.Random], str] = lambda luck: luck.choice(_WORDS)
    paragraphs: int = 3
    names: Sequence[str] = ()


class _Writer:
    def __init__(self, seed: int, lijsten: Mapping[str, Lijst], pages: Mapping[str, Sequence[str]], style: Style) -> None:
        self.luck = random.Random(seed)
        self.lijsten = lijsten
        self.pages = pages
        self.style = style

    def entry(self, number: int) -> dict[str, Any]:
        kind = self.luck.choice(sorted(KINDS))
        sources = [f"bron-{number}-{index}" for index in range(self.luck.randint(1, 4))]
        value = self._group(KINDS[kind], sources)
        value["type"] = kind
        value["titel"] = f"{self._words(3).capitalize()} {number}"[:80]
        value["samenvatting"] = " ".join(f"{self._words(7).capitalize()}." for _ in range(self.luck.randint(1, 4)))
        value["peildatum"] = _DAY
        value["bronnen"] = [
            {
                **self._group(self._model(KINDS[kind], "bronnen"), sources),
                "sleutel": key,
                "datum": "2024",
                "url": f"https://{key}.example.nl/{key}",
            }
            for key in sources
        ]
        value["aanpak"] += " " + " ".join(f"Zie ook hier [@{key}]." for key in sources)
        return self._consistent(value)

    def _consistent(self, value: dict[str, Any]) -> dict[str, Any]:
        """What the rules ask of fields together."""
        for name in ("start", "einde", "gestopt", "werkwijze", "eigen_aanpassing", "erkenningen", "onderdeel_van"):
            value.pop(name, None)
        value["fase"] = self.luck.choice([key for key in self.lijsten["fasen"] if key != "gestopt"])
        if value["type"] == "praktijk" and self.luck.random() < 0.5:
            value |= {"werkwijze": self.luck.choice(self.pages["werkwijze"]), "eigen_aanpassing": self._story("bron", value["bronnen"])}
        value.pop("landelijk" if "plaats" in value else "plaats", None)
        if "plaats" not in value:
            value["landelijk"] = "ja"
        if value["herkomst"] == "ingezonden":
            value |= {"akkoord": {"datum": _DAY, "rol": "teamleider"}, "geleerd": self._story("bron", value["bronnen"])}
        if "contact" in value:
            value["contact"].setdefault("website", "https://www.buurt.nl/contact")
        for money in value.get("financiering", ()):
            money.pop("tot", None)
        return {name: part for name, part in value.items() if part not in ([], {})}

    def _story(self, _: str, sources: Sequence[Mapping[str, Any]]) -> str:
        return f"{self._words(9).capitalize()} [@{sources[0]['sleutel']}]."

    def _group(self, model: type[BaseModel], sources: Sequence[str]) -> dict[str, Any]:
        hints = typing.get_type_hints(model, include_extras=True)
        names = [name for name in order(model) if model.model_fields[name].is_required() or self.luck.random() < 0.6]
        made = {name: self._value(hints[name], name, model, sources) for name in names}
        # a group that may hold anything holds something
        return made or self._group(model, sources)

    def _model(self, model: type[BaseModel], name: str) -> type[BaseModel]:
        found: type[BaseModel] = get_args(typing.get_type_hints(model, include_extras=True)[name])[0]
        return found

    def _value(self, hint: Any, name: str, model: type[BaseModel], sources: Sequence[str]) -> Any:
        if get_origin(hint) is tuple:
            most = next((mark.max_length for mark in model.model_fields[name].metadata if hasattr(mark, "max_length")), 4)
            found = [self._value(get_args(hint)[0], name, model, sources) for _ in range(self.luck.randint(1, min(most, 5)))]
            return [item for index, item in enumerate(found) if item not in found[:index]]
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return self._group(hint, sources)
        if get_origin(hint) is typing.Literal:
            return self.luck.choice(get_args(hint))
        if get_origin(hint) is not Annotated:
            inner = [part for part in get_args(hint) if part is not type(None)]
            return self._value(inner[0], name, model, sources) if inner else self._words(2)
        marks = [mark for mark in hint.__metadata__ if isinstance(mark, Verwijzing)]
        return self._reference(marks[0].naar, sources) if marks else self._text(hint, name, sources)

    def _reference(self, naar: str, sources: Sequence[str]) -> str:
        if naar == "bron":
            return self.luck.choice(sources)
        known = self.pages.get(naar) or [key for key, term in self.lijsten[naar].items() if not term.geldig_tot]
        return self.luck.choice(known)

    def _text(self, hint: Any, name: str, sources: Sequence[str]) -> str:
        simple = {
            Datum: self.luck.choice(("2019", "2021-05", "2023-02-28")), VolledigeDatum: _DAY, JaNee: self.luck.choice(("ja", "nee")),
            Waarde: self.luck.choice(("70", "1.250", "1,6", "50-60")), Mailadres: "info@buurt.nl", Webadres: f"https://www.buurt.nl/{self.luck.random()}",
        }  # fmt: skip
        if hint in simple:
            return simple[hint]
        if hint == Slug:
            return f"eerder-{self.luck.randrange(10**9)}"
        if hint == Tekst:
            return "\n\n".join(self._paragraph(sources) for _ in range(self.luck.randint(1, self.style.paragraphs)))
        if name == "naam" and self.style.names:
            return self.luck.choice(self.style.names)
        if name == "naam":
            return f"{self.luck.choice(_NAMES)} {self._words(2).title()} {self.luck.randrange(1000)}"
        if hint == Regel:
            # the shortest that a line of a file may have to be is a unit
            return textwrap.shorten(self._words(self.luck.randint(2, 6)), 60, placeholder="")
        return "leefgoed.jpg"

    def _paragraph(self, sources: Sequence[str]) -> str:
        lines = [
            f"{self._words(self.luck.randint(5, 14)).capitalize()} [@{self.luck.choice(sources)}, p. 3]."
            for _ in range(self.luck.randint(1, 4))
        ]
        if self.luck.random() < 0.3:
            return "\n".join(f"- {line}" for line in lines)
        return " ".join(lines)

    def _words(self, count: int) -> str:
        return " ".join(self.style.word(self.luck) for _ in range(count))


def entries(
    count: int, lijsten: Mapping[str, Lijst], pages: Mapping[str, Sequence[str]], seed: int = 6, style: Style | None = None
) -> Iterator[dict[str, Any]]:
    """Good entries. `pages` are the ids to refer to: `voorbeeld`, `werkwijze` and `kennis`."""
    for number in range(count):
        yield _Writer(seed * 10_000 + number, lijsten, pages, style or Style()).entry(number)


def tangles(count: int, seed: int = 6) -> Iterator[dict[str, Any]]:
    """Values with the fields of an entry and texts as awkward as they come."""
    luck = random.Random(seed)

    def text() -> str:
        parts = [luck.choice((*_AWKWARD, *_WORDS)) for _ in range(luck.choice((1, 1, 2, 5, 20, 60)))]
        return luck.choice((" ", " ", "\n", "\n\n", "\n- ")).join(parts) + luck.choice(("", ".", " ", "  \n"))

    def value(depth: int, in_list: bool = False) -> Any:
        if depth > 2 or luck.random() < 0.6:
            return text()
        if luck.random() < 0.5:
            # a list in a list is a mistake that has only texts
            return [text() if in_list else value(depth + 1, True) for _ in range(luck.randint(0, 8))]
        if luck.random() < 0.3:
            return [luck.choice(_WORDS) for _ in range(luck.randint(0, 30))]
        return {name: value(depth + 1) for name in luck.sample(["titel", "url", "naam", "rol", "vast", "bron"], luck.randint(0, 4))}

    for _ in range(count):
        names = luck.sample([*order(KINDS["praktijk"]), "vreemd", "Ook Vreemd"], luck.randint(1, 25))
        yield {name: luck.choice(("praktijk", "werkwijze")) if name == "type" else value(0) for name in names}


# what the rules must find, work in progress and personal data among it: all made up
_FAULTS = (
    "todo", "jan.jansen@gmail.com", "06-12345678", "mevrouw De Vries", "Dorpsstraat 12", "[@x]", "[@ bron]", "@bron2020", "een <b>x</b>",
    "Er waren 25 mensen.", "[link](http://a)", "![x](y)", "# kop", "onbekend", "n.v.t.", "ja",
    "Ja", "2024-13", "2027-01-01", "zwolle", "Eenzaamheid",
    "eenzaamheid ouderen", "https://a@b.nl", "https://[x", "ftp://a.nl", "xxx", "voorbeeld.nl", "| a |", "123456782", "NL91ABNA0417164300",
    "\u00a0", "\u200b", "–", "“x”", " #", "'s", '"', "[", "]", "{", "}", ": ", "!x", "&x", "*x", "%", "\t", "x" * 90,
    "\n\n", "\n  ", "null", "~",
)  # fmt: skip


def mutants(count: int, texts: Sequence[str], seed: int = 6) -> Iterator[str]:
    """Files with one fault: something typed in, taken away, indented, doubled, cut off or renamed."""
    luck = random.Random(seed)
    for _ in range(count):
        text = luck.choice(texts)
        lines = text.split("\n")
        line, place = luck.randrange(len(lines)), luck.randrange(len(text))
        match luck.randrange(8):
            case 0 | 1:
                yield text[:place] + luck.choice(_FAULTS) + text[place:]
            case 2:
                yield "\n".join([*lines[:line], f"{lines[line].partition(':')[0]}: {luck.choice(_FAULTS)}", *lines[line + 1 :]])
            case 3:
                yield "\n".join(lines[:line] + lines[line + 1 :])
            case 4:
                yield "\n".join([*lines[:line], luck.choice((lines[line][1:], f"  {lines[line]}", f" {lines[line]}")), *lines[line + 1 :]])
            case 5:
                yield "\n".join(lines[: line + 1] + lines[line:])
            case 6:
                yield text[:place]
            case _:
                yield text[:place] + text[place + luck.randint(1, 6) :]
