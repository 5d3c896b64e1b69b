"""What pydantic found wrong → problems in Dutch, at the right line, with a remedy."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from macros.document import Document, Loc, name_of
from macros.model.entry import KINDS
from macros.model.leaves import model_at, step_at
from macros.model.remedies import as_fields, as_list, as_text, quoted_row
from macros.model.scalars import shorten
from macros.problem import Problem

Model = TypeVar("Model", bound=BaseModel)


def validate(model: type[Model], document: Document, *, within: Loc = ()) -> tuple[Model | None, list[Problem]]:
    """The document as a model, or all that stands in the way.

    `within` is where the document's value stands in its file, when that is not the top.
    """
    try:
        return model.model_validate(document.value), []
    except ValidationError as error:
        errors = _without_echoes(error.errors(include_url=False), document)
    cut_off = set() if within else _cut_off(model, document, errors)
    problems = [_problem(model, document, details, within) for details in errors if details["loc"][0] not in cut_off]
    if cut_off:
        problems.append(_breaks_off(document, [name for name in model.model_fields if name in cut_off]))
    return None, problems


def _without_echoes(errors: list[Any], document: Document) -> list[Any]:
    """Without what follows from another mistake: a list of only wrong items, a key copied with its mistake."""
    inside = {details["loc"][: len(details["loc"]) - depth] for details in errors for depth in range(1, len(details["loc"]))}
    wrong_keys = [details["input"] for details in errors if details["loc"][0] == "bronnen" and details["loc"][-1] == "sleutel"]
    return [
        details
        for details in errors
        if not (details["type"] == "too_short" and details["loc"] in inside)
        and not (details["loc"][-1] == "bron" and isinstance(details["input"], str) and details["input"] in wrong_keys)
    ]


def _cut_off(model: type[BaseModel], document: Document, errors: list[Any]) -> set[str]:
    """The required fields that are all missing because the file ends too early; none when that is not the reason."""
    missing = {str(details["loc"][0]) for details in errors if details["type"] == "missing" and len(details["loc"]) == 1}
    order = list(model.model_fields)
    present = [order.index(key) for key in document.value if key in order]
    behind = bool(present) and all(order.index(name) > present[-1] for name in missing)
    return missing if behind and len(missing) > 1 else set()


def _breaks_off(document: Document, names: list[str]) -> Problem:
    last = max(place.end_line for loc, place in document.values.items() if loc and loc[0] in document.value)
    message = f"Hierna ontbreken de verplichte velden {quoted_row(names)}."
    return Problem(document.path, last, 1, "", message, "Vul ze aan; kijk in een bestaand voorbeeld hoe dat gaat.")


def suggest(value: str, choices: Iterable[str]) -> str:
    """The remedy for a value that is not one of the choices: the nearest, or a few to choose from."""
    known = list(choices)
    return nearest(value, known) or (f"Kies uit: {', '.join(known)}." if len(known) <= 12 else "")


def nearest(value: str, choices: Iterable[str]) -> str:
    """The remedy that names the choice most like a value; nothing when none comes near."""
    found = difflib.get_close_matches(value.lower(), list(choices), n=1, cutoff=0.65)
    return f"Bedoel je '{found[0]}'?" if found else ""


def _problem(model: type[BaseModel], document: Document, details: Any, within: Loc) -> Problem:
    loc: Loc = (*within, *details["loc"])
    kind, context = details["type"], details.get("ctx", {})
    name = name_of(loc)
    if kind == "missing":
        parent = name_of(loc[:-1])
        where = f"'{parent}' mist" if parent else "Het veld"
        message = f"{where} '{loc[-1]}'." if parent else f"Het verplichte veld '{name}' ontbreekt."
        return document.problem(loc[:-1], message, f"Voeg '{loc[-1]}: …' toe.")
    if kind == "extra_forbidden":
        return document.key_problem(
            loc, f"Het veld '{name}' bestaat niet{_elsewhere(model, details['loc'])}.", _known_field(model, details["loc"])
        )
    if kind == "praktijkwijzer":
        subject = f"'{name}'" if name else "Dit voorbeeld"
        return document.problem(loc, f"{subject} {context['bericht']}.", context["remedie"])
    found = details.get("input")
    if kind in ("tuple_type", "list_type"):
        message, remedy = "moet een lijst zijn", as_list(model, details["loc"], found)
    elif kind in ("model_type", "model_attributes_type", "dict_type"):
        message, remedy = f"moet uit velden bestaan, niet uit {_shape(found)}", as_fields(model, details["loc"], found)
    elif kind == "string_type":
        message, remedy = f"moet één tekst zijn, niet {_shape(found)}", as_text(model, details["loc"], found)
    else:
        message, remedy = _sentence(kind, context, found)
    return document.problem(loc, f"'{name}' {message}.", remedy)


def _elsewhere(model: type[BaseModel], loc: Loc) -> str:
    owners = [kind for kind, other in KINDS.items() if len(loc) == 1 and other is not model and loc[0] in other.model_fields]
    return f" bij een {model.__name__.lower()}, alleen bij een {owners[0]}" if owners and model in KINDS.values() else ""


def _known_field(model: type[BaseModel], loc: Loc) -> str:
    field = str(loc[-1])
    if len(loc) > 1 and field in model.model_fields:
        return f"Hoort '{field}' bovenaan? Spring de regel minder in."
    holders = [
        name for name in model.model_fields if len(loc) == 1 and (part := step_at(model, (name,)).model) and field in part.model_fields
    ]
    below = f"Hoort het onder '{holders[0]}'? Zet het daaronder, twee spaties ingesprongen." if len(holders) == 1 else ""
    return suggest(field, model_at(model, loc[:-1]).model_fields) or below or "Controleer de spelling, of haal het veld weg."


def _sentence(kind: str, context: dict[str, Any], found: Any) -> tuple[str, str]:
    limit = context.get("max_length", context.get("min_length"))
    match kind:
        case "string_too_long":
            size = len(found) if isinstance(found, str) else context.get("actual_length", 0)
            return f"mag hoogstens {limit} tekens hebben, niet {size}", "Maak de tekst korter."
        case "string_too_short":
            return "is leeg", "Vul het in, of haal de regel weg."
        case "too_long":
            return f"mag hoogstens {limit} onderdelen hebben, niet {context.get('actual_length')}", "Kies de belangrijkste."
        case "too_short":
            return f"moet minstens {limit} onderdeel hebben", "Vul er een in."
        case "literal_error":
            choices = _choices(context.get("expected", ""))
            shown = f"'{shorten(found)}'" if isinstance(found, str) else _shape(found)
            return f"moet {' of '.join(choices)} zijn, niet {shown}", nearest(str(found), choices) or f"Schrijf {' of '.join(choices)}."
        case "string_pattern_mismatch":
            return f"heeft niet de goede vorm: '{shorten(str(found))}'", "Kijk naar het voorbeeld in de uitleg van dit veld."
    return f"klopt niet: '{shorten(str(found))}'", "Vergelijk met een bestaand voorbeeld."


def _shape(found: Any) -> str:
    return "een lijst" if isinstance(found, list | tuple) else "een groep velden" if isinstance(found, dict) else "een losse tekst"


def _choices(expected: str) -> list[str]:
    return [part.strip("' ") for part in expected.replace(" or ", ", ").split(",")]
