"""What the form in the browser knows. From the start, `/meedoen/formulier/kennis.json`:

- `lijsten`: the vocabularies that a field can refer to, `gemeenten` in rows to keep it small;
- `kennispaginas`: the knowledge pages that an entry can refer to, in the order of their files;

all of it packed to keep it small (macros/exports/form_packing.py).

The names of other entries, `voorbeelden`, come when they are needed: see macros/exports/form_names.py.

Once there is something to check, `/meedoen/formulier/regels.json`:

- `soorten`: the model of each `type`; `modellen`: per model its fields in the order of the file;
- `oudeAdressen`: addresses that entries had before or that are removed, each with the file that holds it;
- `tabellen`: the constants of the Python modules that `overrides/scripts/toets*.js` and `yaml-*.js` follow.

To open a file, `/meedoen/formulier/lezen.json`: `leestabellen`, the constants that only its reader follows, and `synoniemen`,
other words of lists in which the form does not search.

Everything comes from the model, the lists and the modules themselves, so what is added there is here too.
"""

from __future__ import annotations

import json
import typing
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

from pydantic import BaseModel

from macros import addresses, canonical, characters, prose, readability, yaml_faults, yaml_values
from macros.catalogue import Catalogue
from macros.exports.browser_patterns import constants
from macros.exports.form_names import entry_files
from macros.exports.form_packing import other_words, packed
from macros.model import remedies, scalars
from macros.model.entry import KINDS, Praktijk
from macros.model.scalars import Verwijzing
from macros.model.vocabulary import Begrip, Lijst
from macros.naming import slugify
from macros.rules import citations, fields, identifiers, privacy, references, unfinished, writing

_TABLES = {
    canonical: "INDICATOR INSIDE ITEM NOTHING SHORT WIDTH WORD",
    characters: "BULLET FIELD INLINE_LIST OPENS_BLOCK SPACE SPACE_THAT_COUNTS SUSPECT TIGHT UNREADABLE",
    prose: "ABBREVIATION BLOCK_START CITATION IN_WRITTEN LINK_TARGET NAMES_WITH_DIGITS ONE SENTENCE_END SLOPPY_CITATION WRITTEN",
    readability: "WORD",
    yaml_faults: "EXPLANATIONS FIELD_LINE MANY_BRACKETS NO_COLON OPEN_QUOTE",
    yaml_values: "EMPTY LIST_LINE LOST MAX_DEPTH ONE_OF SMART_QUOTED",
    remedies: "BETWEEN",
    scalars: "DATE EMAIL ONBEKEND SLUG UNKNOWN VALUE WRITTEN_DATE",
    citations: "STORIES",
    fields: "BEGUN INDENTED_FIELD RUNNING",
    identifiers: "HINTS IBAN MAIL NINE_DIGITS PERSONAL_DOMAINS PHONE ROLES WEB",
    privacy: "ADDRESSED FORMS_OF_ADDRESS FULL_NAME HINT_OF_HOUSE HOUSE POST_BOX WEB WORDS_OF_ROLES",
    references: "PAGES",
    unfinished: "EXAMPLE_HOST HINTS LEFT_OPEN WORD",
    writing: "AUTOLINK CITATION_IN_LINK HTML LINK NOT_IN_LINE NOT_IN_PROSE",
}
"""Which constants of which module the scripts use; what is named here and is not there fails the build."""
_TO_READ = (characters, yaml_faults, yaml_values)
"""The modules that only the reader of YAML follows."""
_KINDS = {
    "_check_line": "regel",
    "_check_date": "datum",
    "_check_full_date": "dag",
    "_check_url": "url",
    "_check_email": "mail",
    "_check_slug": "slug",
    "_check_value": "waarde",
    "_parse_yes_no": "janee",
}
"""What the browser calls the check of a text, by the validator that does it here."""

Data = dict[str, Any]


def knowledge_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Path and content of the three files, and of those with the names of entries."""
    known = form_knowledge(catalogue)
    yield from entry_files(known["voorbeelden"])
    rules = {name: known[name] for name in ("soorten", "modellen", "oudeAdressen", "tabellen")}
    reader = {"leestabellen": known["leestabellen"], "synoniemen": other_words(known)}
    files: dict[str, Any] = {
        addresses.FORMULIERKENNIS: packed(known),
        addresses.FORMULIERREGELS: rules,
        addresses.FORMULIERLEZEN: reader,
    }
    for path, part in files.items():
        yield path, json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def form_knowledge(catalogue: Catalogue) -> Data:
    """All of it as plain values."""
    models = {model.__name__: model for kind in KINDS.values() for model in _models(kind)}
    described = {name: _described(model) for name, model in models.items()}
    used = {field["naar"] for model in described.values() for field in model if "naar" in field}
    tables = {module: constants(module, names) for module, names in _TABLES.items()}
    return {
        "soorten": {kind: model.__name__ for kind, model in KINDS.items()},
        "modellen": described,
        "lijsten": {naam: _terms(lijst) for naam, lijst in catalogue.lijsten.items() if naam in used - {"gemeenten"}},
        "gemeenten": _municipalities(catalogue.lijsten["gemeenten"]),
        "voorbeelden": _entries(catalogue),
        "kennispaginas": [[page.slug, page.data.titel] for page in sorted(catalogue.kennis, key=lambda page: f"{page.slug}.md")],
        "oudeAdressen": _old_addresses(catalogue),
        "tabellen": {module.__name__.rpartition(".")[2]: found for module, found in tables.items() if module not in _TO_READ},
        "leestabellen": {module.__name__.rpartition(".")[2]: tables[module] for module in _TO_READ},
    }


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    yield model
    for hint in typing.get_type_hints(model, include_extras=True).values():
        _, text = _inner(hint)
        if isinstance(text, type) and issubclass(text, BaseModel):
            yield from _models(text)


def _inner(hint: Any) -> tuple[bool, Any]:
    """Whether a field holds a list, and the type of its single values."""
    if typing.get_origin(hint) is Annotated or not typing.get_args(hint) or typing.get_origin(hint) is typing.Literal:
        return False, hint
    many, text = _inner(next(part for part in typing.get_args(hint) if part is not type(None)))
    return many or typing.get_origin(hint) is tuple, text


def _described(model: type[BaseModel]) -> list[Data]:
    hints = typing.get_type_hints(model, include_extras=True)
    schema = model.model_json_schema()
    return [_field(name, model, hints[name], schema["properties"][name]) for name in canonical.order(model)]


def _field(name: str, model: type[BaseModel], hint: Any, schema: Mapping[str, Any]) -> Data:
    info = model.model_fields[name]
    many, text = _inner(hint)
    whole = _unwrapped(schema)
    single = _unwrapped(whole["items"]) if many else whole
    found: Data = {
        "naam": name,
        "voorbeeld": (info.examples or [None])[0],
        "verplicht": info.is_required(),
        "lijst": many,
        "minst": whole.get("minItems"),
        "meest": whole.get("maxItems"),
        "tekens": single.get("maxLength") or next((mark.max_length for mark in _marks(text) if getattr(mark, "max_length", None)), None),
        "minteken": single.get("minLength"),
        "patroon": single.get("pattern") if single.get("pattern") and not _checks(text) else None,
        "keuzes": list(typing.get_args(text)) if typing.get_origin(text) is typing.Literal else None,
    }
    if isinstance(text, type) and issubclass(text, BaseModel):
        found["delen"] = text.__name__
    found["soort"] = _kind(text, found)
    if marks := [mark.naar for mark in _marks(text) if isinstance(mark, Verwijzing)]:
        found["naar"] = marks[0]
    return {key: value for key, value in found.items() if value not in (None, False)}


def _unwrapped(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without the alternative `null` of a field that may be left out."""
    kinds = [part for part in schema.get("anyOf", ()) if part != {"type": "null"}]
    return kinds[0] if len(kinds) == 1 else schema


def _marks(text: Any) -> tuple[Any, ...]:
    return getattr(text, "__metadata__", ())


def _checks(text: Any) -> list[str]:
    """The names of the validators of a text; a new one must get its name here and its half in the browser."""
    found = (getattr(mark, "func", None) for mark in _marks(text))
    return [_KINDS[check.__name__] for check in found if check]


def _kind(text: Any, found: Data) -> str:
    if "delen" in found:
        return "groep"
    if checks := _checks(text):
        return checks[0]
    return "keuze" if found["keuzes"] else "tekst" if text == scalars.Tekst else "woord"


def _terms(lijst: Lijst) -> Data:
    return {key: _told(term) for key, term in lijst.items()}


def _told(term: Begrip) -> Data:
    values = term.model_dump(exclude={"bron", "ongebruikt", "geldig_van", "kort", "groep", "afkorting"})
    return {key: value for key, value in values.items() if value not in (None, "", ())}


def _municipalities(lijst: Lijst) -> list[list[Any]]:
    """Rows of label, province, id when the label does not give it, last day, successor, other names; empty ends are left out."""
    rows = []
    for key, term in lijst.items():
        own = key if slugify(term.label) != key else ""
        row = [term.label, getattr(term, "provincie", ""), own, term.geldig_tot or "", term.opvolger or "", *term.synoniemen]
        while not row[-1]:
            row.pop()
        rows.append(row)
    return rows


def _entries(catalogue: Catalogue) -> list[list[str]]:
    """Rows of slug, title, `w` for a method, and the entry that it is a part of."""
    rows = []
    for item in sorted(catalogue.items, key=lambda item: f"{item.slug}.yml"):
        part_of = (item.data.onderdeel_van or "") if isinstance(item.data, Praktijk) else ""
        row = [item.slug, item.data.titel, "" if item.is_praktijk else "w", part_of]
        while not row[-1]:
            row.pop()
        rows.append(row)
    return rows


def _old_addresses(catalogue: Catalogue) -> list[list[str]]:
    """Rows of a slug and its file; a removed page comes last, as the check names that one first."""
    held = [[slug, f"voorbeelden/{item.slug}.yml"] for item in catalogue.items for slug in item.data.vorige_adressen]
    return [*held, *([slug, "_lijsten/verwijderd.yml"] for slug in catalogue.lijsten["verwijderd"])]
