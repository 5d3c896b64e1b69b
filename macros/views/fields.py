"""The field reference for contributors: every field of the model, in the groups of the form, with a real example.

Labels, limits and order are those of `form`; what a field means is what the model says.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape
from pydantic import BaseModel

from macros import addresses, canonical
from macros.catalogue import Catalogue, Item
from macros.model.entry import KINDS
from macros.model.leaves import model_at
from macros.views import field_words as words
from macros.views.form import Stap, Veld, stappen

_LONGEST = 700
"""An example that is longer than this, in characters, hides what it shows."""


@dataclass(frozen=True)
class Keuze:
    """What a field may name: the terms of a list, each with its explanation, or, when there are many, where they stand."""

    naam: str
    adres: str
    termen: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Zo:
    """How a real entry writes a field, and where a reader sees it; without a title the example is the model's own."""

    tekst: str
    titel: str = ""
    adres: str = ""

    @property
    def html(self) -> Markup:
        """The text with its line breaks as references: rendering drops the indentation of lines, and here it counts."""
        return Markup(str(escape(self.tekst)).replace("\n", "&#10;"))


@dataclass(frozen=True)
class Veldregel:
    """One field, or one field of a group. `pad` is its place in the file: `organisaties.naam`."""

    pad: str
    naam: str
    label: str
    uitleg: str
    wanneer: str
    vorm: str
    keuze: Keuze | None = None
    bijvoorbeeld: str = ""
    plek: str = ""
    zo: Zo | None = None
    velden: tuple[Veldregel, ...] = ()


@dataclass(frozen=True)
class Veldgroep:
    """The fields of one step of the form."""

    id: str
    kop: str
    velden: tuple[Veldregel, ...]


def veldgroepen(catalogue: Catalogue, titels: Mapping[str, str], kinds: dict[str, Any] = KINDS) -> tuple[Veldgroep, ...]:
    """Every field of every kind once, in the order of the form; `titels` are those of the lists on the page of lists."""
    return tuple(_group(catalogue, titels, step, kinds) for step in stappen(catalogue, kinds))


def _group(catalogue: Catalogue, titels: Mapping[str, str], step: Stap, kinds: dict[str, Any]) -> Veldgroep:
    found = []
    for veld in step.velden:
        model = next(model for model in kinds.values() if veld.naam in model.model_fields)
        found.append(_field(catalogue, titels, veld, model))
    return Veldgroep(f"stap-{step.id}", step.kop, tuple(found))


def _field(catalogue: Catalogue, titels: Mapping[str, str], veld: Veld, model: type[BaseModel]) -> Veldregel:
    place, anchor = words.PLEK.get(veld.naam, ("", ""))
    return Veldregel(
        veld.naam,
        veld.naam,
        veld.label,
        _meaning(veld, model),
        _when(veld),
        _form(veld),
        _choice(catalogue, titels, veld),
        plek=place,
        zo=_shown(catalogue, veld, model, anchor),
        velden=tuple(_part(catalogue, titels, part, model_at(model, (veld.naam,)), veld.naam) for part in veld.velden),
    )


def _part(catalogue: Catalogue, titels: Mapping[str, str], veld: Veld, model: type[BaseModel], above: str) -> Veldregel:
    own = veld.voorbeeld or _own_example(model, veld.naam) or ""
    return Veldregel(
        f"{above}.{veld.naam}",
        veld.naam,
        veld.label,
        _meaning(veld, model),
        "verplicht" if veld.verplicht else "mag wegblijven",
        _form(veld),
        _choice(catalogue, titels, veld),
        bijvoorbeeld="" if veld.soort in ("bron", "tekst", "teksten") else ", ".join(own) if isinstance(own, list) else own,
    )


def _meaning(veld: Veld, model: type[BaseModel]) -> str:
    """What the model says; the kinds explain themselves together."""
    if veld.naam == "type" and veld.keuzen:
        return " ".join(explained for _, _, explained in veld.keuzen)
    return model.model_fields[veld.naam].description or veld.uitleg


def _when(veld: Veld) -> str:
    kind = next((part.partition("=")[2] for part in veld.als.split(",") if part.startswith("type=")), "")
    known = words.VERPLICHT_ALS.get(veld.naam) or ("verplicht" if veld.verplicht else "mag wegblijven")
    return f"alleen bij een {kind}; {known}" if kind else known


def _form(veld: Veld) -> str:
    """How the value is written, with its limits."""
    if veld.lijst in words.ANDERE:
        return words.ANDERE[veld.lijst][0]
    if veld.lijst and veld.lijst != "bron":
        return f"{_number(veld)} uit de lijst"
    if veld.keuzen:
        return " of ".join(key for key, _, _ in veld.keuzen)
    form = words.SOORT.get(veld.soort, "Eén regel tekst")
    if veld.aantal:
        form += f", hoogstens {veld.aantal}"
    elif veld.tekens and veld.soort in ("regel", "tekst"):
        form += ", hoogstens " + f"{veld.tekens:,} tekens".replace(",", ".")
    return f"{form}. Weet je het niet, schrijf dan: onbekend" if veld.mag_onbekend and veld.verplicht else form


def _number(veld: Veld) -> str:
    if veld.soort != "keuzes":
        return "Eén term"
    if veld.aantal:
        return f"Een tot {'drie' if veld.aantal == 3 else veld.aantal} termen"
    return "Een of meer termen"


def _choice(catalogue: Catalogue, titels: Mapping[str, str], veld: Veld) -> Keuze | None:
    if veld.lijst in words.ANDERE:
        return Keuze("Kijk welke er zijn", words.ANDERE[veld.lijst][1])
    if veld.lijst not in titels:
        return None
    terms = () if veld.lang else tuple((key, addresses.lijstterm(veld.lijst, key)) for key in catalogue.lijsten[veld.lijst])
    return Keuze(titels[veld.lijst], f"data/lijsten/#{veld.lijst}", terms)


def _shown(catalogue: Catalogue, veld: Veld, model: type[BaseModel], anchor: str) -> Zo | None:
    """The field as the fullest entry that has it in few words; else as the model would write it."""
    depth = ("volledig", "verdiept", "basis")
    for item in sorted(catalogue.items, key=lambda item: (depth.index(item.volledigheid), item.slug)):
        if (value := _value(item, veld)) and len(text := _written(veld.naam, value)) <= _LONGEST:
            return Zo(text, item.data.titel, f"{addresses.voorbeeld(item.slug)}{f'#{anchor}' if anchor else ''}")
    own = _own_example(model, veld.naam) or _own_group(veld, model) or veld.voorbeeld or list(catalogue.lijsten.get(veld.lijst, ()))[:2]
    return Zo(_written(veld.naam, [own] if veld.soort == "groepen" else own)) if own else None


def _own_group(veld: Veld, model: type[BaseModel]) -> dict[str, Any]:
    """A group as the examples of its fields make it."""
    if not veld.velden:
        return {}
    inner = model_at(model, (veld.naam,))
    examples = {part.naam: part.voorbeeld or _own_example(inner, part.naam) for part in veld.velden}
    return {name: example for name, example in examples.items() if example}


def _value(item: Item, veld: Veld) -> Any:
    """What an entry says, as plain values; of many groups or points the first is enough. A story needs its source."""
    value = _plain(getattr(item.data, veld.naam, None) or None)
    if veld.soort in ("tekst", "teksten") and "[@" not in str(value):
        return None
    return value[:1] if veld.soort in ("groepen", "teksten") and value else value


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {name: _plain(part) for name, part in value if part not in (None, ())}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return {True: "ja", False: "nee"}[value] if isinstance(value, bool) else value


def _written(name: str, value: Any) -> str:
    return canonical.write({name: value}).partition("\n")[2].rstrip()


def _own_example(model: type[BaseModel], name: str) -> Any:
    return (model.model_fields[name].examples or [None])[0]


def every(groups: tuple[Veldgroep, ...]) -> Iterator[Veldregel]:
    """All fields, those of a group after it."""
    for group in groups:
        for field in group.velden:
            yield field
            yield from field.velden
