"""An old file of an entry as readable HTML, without the model: whatever fields it has, it can be read.

What is known makes it nicer (a label for an id, a date in words); what is not known is shown as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros import prose
from macros.citations import in_its_language
from macros.dates import in_words
from macros.prose import Citation

Labels = Mapping[str, Mapping[str, str]]
"""Per list the label of each id, as the lists were when the version was published."""
Kept = dict[Any, Markup]
"""What was written of a field, by all that it depends on beside the labels."""

_LISTS = {
    "fase": "fasen", "positieve_gezondheid": "positieve-gezondheid", "rol_inwoners": "rollen-inwoners", "netwerkvorm": "netwerkvormen",
    "soort": "bronsoorten", "geldbron": "financieringsbronnen", "wet": "wetten", "databank": "databanken", "niveau": "erkenningen",
    "jaarband": "kostenbanden", "nuance": "nuances",
}  # fmt: skip
"""The list of an id, for fields that have another name than their list."""

_NAMES = {
    "themas": "Thema's", "geleerd": "Wat er geleerd is", "eigen_aanpassing": "Anders dan de werkwijze", "context": "De plek",
    "werkzame_elementen": "Wat volgens de bronnen helpt", "randvoorwaarden": "Wat ervoor nodig is", "type": "Soort",
    "onderbouwing": "Hoe zeker is dit?", "organisaties": "Wie doen mee", "financiering": "Wie betaalt", "inzet": "Mensen en uren",
    "peildatum": "De feiten zijn van", "doelgroepen": "Voor wie", "plaats": "Waar", "bezoek": "Komen kijken",
    "rol_inwoners": "Inwoners zijn", "vorige_adressen": "Eerder op",
}  # fmt: skip
_CHANGED = {
    "peildatum": "Datum van de feiten", "doelgroepen": "Doelgroepen", "plaats": "Plaats", "onderbouwing": "Onderbouwing",
    "verwant": "Verwante voorbeelden", "rol_inwoners": "Rol van inwoners", "kennis": "Kennispagina's",
    "financiering": "Financiering", "organisaties": "Organisaties",
}  # fmt: skip
"""Other words where a field is one of a row of fields that changed, and doesn't stand before what it holds."""
_REFERENCES = {"verwant", "werkwijze", "onderdeel_van", "kennis"}
_APART = {"titel", "samenvatting", "bronnen", "zoekwoorden"}
_STORY = {"aanleiding", "aanpak", "eigen_aanpassing", "context", "resultaten", "geleerd"}
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_DATED = {"start", "einde", "datum", "van", "tot", "jaar", "peildatum", "geraadpleegd", "geraadpleegd_op"}


@dataclass(frozen=True)
class Deel:
    """One field of an old file: its name in words and what it held."""

    kop: str
    html: Markup


@dataclass(frozen=True)
class Oud:
    """An old state of an entry, fit to be read."""

    titel: str
    samenvatting: str
    feiten: tuple[Deel, ...]
    verhaal: tuple[Deel, ...]
    bronnen: tuple[Markup, ...]


def read_old(value: Mapping[str, Any], labels: Labels, kept: Kept | None = None) -> Oud:
    """The values of an old file as a page shows them: short facts, then the story, then the sources in the order of the file.

    `kept` is what was written before with the same labels: most fields are the same in every version of an entry.
    """
    sources = [source for source in _list(value.get("bronnen")) if isinstance(source, dict)]
    numbers = {str(source.get("sleutel")): number for number, source in enumerate(sources, 1)}
    writer = _Writer(labels, numbers, {} if kept is None else kept)
    parts = [(key, held) for key, held in value.items() if key not in _APART]
    return Oud(
        str(value.get("titel", "")),
        str(value.get("samenvatting", "")),
        tuple(Deel(name_of(key), writer.html(key, held)) for key, held in parts if _is_fact(key, held)),
        tuple(Deel(name_of(key), writer.html(key, held)) for key, held in parts if not _is_fact(key, held)),
        tuple(writer.source(source) for source in sources),
    )


def name_of(key: str) -> str:
    """A field in words: `eigen_aanpassing` → Anders dan de werkwijze; an unknown one as it is written."""
    return _NAMES.get(key, key.replace("_", " ").capitalize())


def changed_name_of(key: str) -> str:
    """A field in words among those that changed: `peildatum` → Datum van de feiten."""
    return _CHANGED.get(key) or name_of(key)


def _is_fact(key: str, held: Any) -> bool:
    if key in _STORY or isinstance(held, dict):
        return key == "plaats"
    return isinstance(held, str) or all(isinstance(item, str) and len(item) < 80 for item in held)


class _Writer:
    """Writes values as HTML, with the labels and source numbers of one file."""

    def __init__(self, labels: Labels, numbers: Mapping[str, int], kept: Kept) -> None:
        self._labels = labels
        self._numbers = numbers
        self._kept = kept
        self._numbered = tuple(numbers.items())

    def html(self, key: str, held: Any) -> Markup:
        """A whole field."""
        return self._once(key, held, lambda: self._field(key, held))

    def source(self, source: Mapping[str, Any]) -> Markup:
        """A line of the list of sources: what identifies it first."""
        return self._once("", source, lambda: self._source(source))

    def _once(self, key: str, held: Any, make: Callable[[], Markup]) -> Markup:
        name = (self._numbered, key, repr(held))
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def _field(self, key: str, held: Any) -> Markup:
        match held:
            case str() if key in _STORY:
                return prose.render(held, self._cite)
            case str():
                return self._short(key, held)
            case list() if held and all(isinstance(item, str) and len(item) < 80 for item in held):
                return Markup(", ").join(self._short(key, item) for item in held)
            case list():
                return _items(self._item(key, item) for item in held)
            case dict():
                return _items(Markup("{}: {}").format(_part_name(part), self._item(part, inside)) for part, inside in held.items())
        return Markup.escape(str(held))

    def _source(self, source: Mapping[str, Any]) -> Markup:
        title, language = str(source.get("titel", "")), str(source.get("taal", ""))
        titled = in_its_language(title, language if _LANGUAGE.fullmatch(language) else "")
        told = [", ".join(map(str, _list(source.get("auteurs")))), titled, str(source.get("uitgever", ""))]
        dated = self._short("datum", str(source["datum"])) if "datum" in source else Markup("zonder datum")
        line = Markup(". ").join([*filter(None, told), dated])
        return Markup(" ").join([line + ".", *(self._short("url", str(source[key])) for key in ("url", "archief") if source.get(key))])

    def _item(self, key: str, held: Any) -> Markup:
        match held:
            case str():
                return self._short(key, held)
            case list():
                return Markup(", ").join(self._item(key, item) for item in held)
            case dict():
                return self._group(held)
        return Markup.escape(str(held))

    def _group(self, held: Mapping[str, Any]) -> Markup:
        """The fields of a group in a row: the first speaks for itself, a source is only its number."""
        written = Markup()
        for part, inside in held.items():
            value = self._item(part, inside)
            if not written or part == "bron":
                written += value
            else:
                written = Markup(written.removesuffix(".")) + Markup("; {}: {}").format(_part_name(part).lower(), value)
        return written

    def _short(self, key: str, text: str) -> Markup:
        if key in _DATED and _DATE.fullmatch(text):
            return Markup.escape(in_words(text))
        if text.startswith(("https://", "http://")) and not re.search(r"\s", text):
            return Markup('<a href="{0}">{0}</a>').format(text)
        if (label := self._labels.get(_LISTS.get(key, key), {}).get(text)) is not None:
            return Markup.escape(label)
        if key in _REFERENCES:
            # what that page is called is not in this file
            return Markup.escape(text.replace("-", " ").capitalize())
        if key == "bron" and text in self._numbers:
            return self._cite([Citation(text)])
        return prose.render_inline(text, self._cite)

    def _cite(self, citations: Sequence[Citation]) -> Markup:
        return Markup("<sup>{}</sup>").format(Markup(" ").join(self._link(citation) for citation in citations))

    def _link(self, citation: Citation) -> Markup:
        number = self._numbers.get(citation.sleutel)
        if number is None:
            return Markup.escape(citation.sleutel)
        place = f", {citation.plek}" if citation.plek else ""
        return Markup('<a href="#b{0}">{0}{1}</a>').format(number, place)


def _part_name(key: str) -> str:
    """A field within another: `plaats` within Waar is the place itself."""
    return key.replace("_", " ").capitalize()


def _items(lines: Iterable[Markup]) -> Markup:
    return Markup("<ul>{}</ul>").format(Markup().join(Markup("<li>{}</li>").format(line) for line in lines))


def _list(held: Any) -> list[Any]:
    return held if isinstance(held, list) else []


def labels_of(lists: Mapping[str, bytes], parse: Callable[[bytes], Mapping[str, Any]]) -> Labels:
    """The labels of lists as they were; a list that can't be read any more gives none."""
    return {
        name: {key: str(term["label"]) for key, term in parse(content).items() if isinstance(term, dict) and "label" in term}
        for name, content in lists.items()
    }
