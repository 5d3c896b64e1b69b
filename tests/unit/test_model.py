"""The kinds of single values, the lengths of fields, and the walk over raw texts."""

from __future__ import annotations

import typing
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from macros.catalogue import Catalogue
from macros.model import parts
from macros.model.entry import KINDS, Praktijk
from macros.model.knowledge import Kennis
from macros.model.leaves import Leaf, walk
from macros.model.messages import nearest, suggest
from macros.model.scalars import Datum, JaNee, Mailadres, Regel, Slug, Tekst, Verwijzing, VolledigeDatum, Waarde, Webadres, shorten
from macros.model.vocabulary import LISTS
from macros.yaml_values import ONE_OF

GOOD: dict[str, tuple[Any, list[str]]] = {
    "regel": (Regel, ["a", "a" * 300, "Café ’t Hof – “open”", "{{ 7*7 }}"]),
    "tekst": (Tekst, ["a", "a" * 6000, "een\n\n- twee"]),
    "datum": (Datum, ["2024", "2024-02", "2024-02-29", "1800", "2100-12-31"]),
    "volledige datum": (VolledigeDatum, ["2024-02-29"]),
    "webadres": (
        Webadres,
        ["https://a.nl", "http://a.nl/b?c=d&e=f#g", "https://xn--caf-dma.nl:8080/", "https://café.nl/één", "https://a.nl/" + "b" * 1900],
    ),
    "mailadres": (Mailadres, ["info@a.nl", "Info@A.NL", "wijk-team+west@buurt.a.nl"]),
    "slug": (Slug, ["a", "a-1", "2024"]),
    "getal": (Waarde, ["0", "70", "1.250", "1,6", "1.250.000,50", "50-60", "1.000-1.250"]),
}
BAD: dict[str, tuple[Any, list[str]]] = {
    "regel": (Regel, ["", "  ", "a" * 301, "een\ntwee"]),
    "tekst": (Tekst, ["", " \n ", "a" * 6001]),
    "datum": (
        Datum,
        ["", "24", "1799", "2101", "2024-00", "2024-13", "2024-2", "2023-02-29",
         "2024-04-31", "2024-04-00", "01-02-2024", "2024-", "２０２４"],
    ),
    "volledige datum": (VolledigeDatum, ["2024", "2024-02", "2024-02-30"]),
    "webadres": (
        Webadres,
        [
            "", "a.nl", "//a.nl", "ftp://a.nl", "javascript:alert(1)", "JAVASCRIPT://a.nl/%0aalert(1)", "data:text/html,a", "mailto:a@b.nl",
            "https://", "https://a", "https:///a.nl",
            "https://a.nl/b c", 'https://a.nl/"', "https://a.nl/'", "https://a.nl/<b>",
            "https://a.nl/{{x}}", "https://a.nl\\@b.nl",
            "https://u:p@a.nl", "https://[a.nl", "https://a.nl:99999", "https://a.nl:x", "https://a.nl/" + "b" * 2000,
        ],
    ),
    "mailadres": (Mailadres, ["", "a", "a@b", "a b@c.nl", "a@b.nl\nBcc: c@d.nl", "<script>@a.nl", "a@b.nl?subject=x", "javascript:a@b.nl"]),
    "slug": (Slug, ["", "A", "a_b", "-a", "a-", "a--b", "a b", "é", "../a"]),
    "getal": (Waarde, ["", "ruim 70", "70%", "1250,", "1.25", "12.50", "1,250.50", "1,6,7", "50–60", "50-", "-5", "€ 5", "1e3", "1 250"]),
}  # fmt: skip


def cases(table: dict[str, tuple[Any, list[str]]]) -> list[Any]:
    """One case a value, named after its kind."""
    return [pytest.param(kind, value, id=f"{name}: {value[:30]!a}") for name, (kind, values) in table.items() for value in values]


@pytest.mark.parametrize(("kind", "value"), cases(GOOD))
def test_good_values_stay_as_typed(kind: Any, value: str) -> None:
    """What is right is kept, sign for sign."""
    assert TypeAdapter(kind).validate_python(value) == value


@pytest.mark.parametrize(("kind", "value"), cases(BAD))
def test_bad_values_are_refused(kind: Any, value: str) -> None:
    """What is wrong is never repaired silently."""
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(value)


@pytest.mark.parametrize(("value", "expected"), [("ja", True), ("nee", False)])
def test_yes_and_no(value: str, expected: bool) -> None:
    """Only the Dutch words, in small letters."""
    assert TypeAdapter(JaNee).validate_python(value) is expected


@pytest.mark.parametrize("value", ["Ja", "yes", "true", "1", "", ["ja"], {"ja": "ja"}], ids=str)
def test_not_yes_or_no(value: Any) -> None:
    """Anything else is refused, of whatever kind."""
    with pytest.raises(ValidationError):
        TypeAdapter(JaNee).validate_python(value)


MODELS = [
    *dict.fromkeys(
        model for model in vars(parts).values() if isinstance(model, type) and issubclass(model, BaseModel) and model is not parts.Onderdeel
    ),
    *KINDS.values(),
    Kennis,
    *dict.fromkeys(LISTS.values()),
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_has_a_dutch_explanation(model: type[BaseModel]) -> None:
    """Contributors read it in their editor, in the form and in the field reference."""
    silent = [name for name, field in model.model_fields.items() if not (field.description or "").endswith((".", "?", "…"))]

    assert silent == []


def test_examples_are_right() -> None:
    """An example in an explanation is itself a good value."""
    wrong = []
    for model in MODELS:
        hints = typing.get_type_hints(model, include_extras=True)
        for name, field in model.model_fields.items():
            for example in field.examples or ():
                try:
                    TypeAdapter(hints[name]).validate_python(tuple(example) if isinstance(example, list) else example)
                except ValidationError as error:
                    wrong.append(f"{model.__name__}.{name}: {error}")

    assert wrong == []


LIMITS = [
    (Praktijk, "titel", 80),
    (Praktijk, "samenvatting", 280),
    (Praktijk, "bezoek", 300),
    (Praktijk, "aanpak", 6000),
    (Kennis, "titel", 110),
    (Kennis, "samenvatting", 280),
    (parts.Betrokkene, "naam", 120),
    (parts.Betrokkene, "rol", 300),
    (parts.Kerncijfer, "eenheid", 60),
    (parts.Kerncijfer, "omschrijving", 160),
    (LISTS["themas"], "label", 80),
    (LISTS["themas"], "uitleg", 600),
]


@pytest.mark.parametrize(("model", "name", "limit"), LIMITS, ids=lambda value: getattr(value, "__name__", value))
def test_length_of_fields(model: type[BaseModel], name: str, limit: int) -> None:
    """A limit of the field wins from that of its kind, in the check and in the JSON Schema."""
    assert _too_long(model, name, "a" * limit) == []
    assert _too_long(model, name, "a" * (limit + 1)) == [name]
    shown = model.model_json_schema()["properties"][name]
    assert [part["maxLength"] for part in (shown, *shown.get("anyOf", ())) if "maxLength" in part] == [limit]


def _too_long(model: type[BaseModel], name: str, value: str) -> list[Any]:
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return [found["loc"][0] for found in error.errors() if found["type"] == "string_too_long"]
    return []


def test_models_are_frozen() -> None:
    """The catalogue is immutable, so what is in it is too."""
    bron = parts.Bron(sleutel="a", titel="A", uitgever="B", soort="wet")
    with pytest.raises(ValidationError):
        bron.titel = "C"  # type: ignore[misc]


def test_walk_gives_every_text_with_its_kind() -> None:
    """In the order of the file; unknown keys are left out, and wrong shapes do no harm."""
    raw = {
        "titel": "Kop",
        "onzin": "weg",
        "aanpak": ["Toch een lijst", {"diep": "weg"}],
        "plaats": {"gemeenten": ["assen"], "wijk": "West", "onzin": "weg"},
        "bronnen": [{"sleutel": "a", "url": "https://a.nl"}, "los"],
        "kerncijfers": [{"waarde": "3", "bron": "a"}],
        "contact": {"email": "info@a.nl"},
        "themas": {"a": "b"},
    }

    assert list(walk(Praktijk, raw)) == [
        Leaf(("titel",), "Kop", "regel"),
        Leaf(("aanpak", 0), "Toch een lijst", "tekst"),
        Leaf(("plaats", "gemeenten", 0), "assen", Verwijzing("gemeenten")),
        Leaf(("plaats", "wijk"), "West", "regel"),
        Leaf(("bronnen", 0, "sleutel"), "a", None),
        Leaf(("bronnen", 0, "url"), "https://a.nl", "url"),
        Leaf(("bronnen", 1), "los", None),
        Leaf(("kerncijfers", 0, "waarde"), "3", None),
        Leaf(("kerncijfers", 0, "bron"), "a", Verwijzing("bron")),
        Leaf(("contact", "email"), "info@a.nl", "mail"),
    ]


def test_every_reference_names_a_list_or_page() -> None:
    """`Verwijzing` leads to an existing list, or to one of four other things."""
    named = {mark.naar for model in MODELS for mark in _marks(model)}

    assert named - LISTS.keys() == {"werkwijze", "voorbeeld", "kennis", "bron"}


def _marks(model: type[BaseModel]) -> Iterator[Verwijzing]:
    hints = list(typing.get_type_hints(model, include_extras=True).values())
    while hints:
        hint = hints.pop()
        hints += typing.get_args(hint) if typing.get_origin(hint) is not Annotated else []
        yield from (mark for mark in getattr(hint, "__metadata__", ()) if isinstance(mark, Verwijzing))


def test_small_world_fills_every_field(small: Catalogue) -> None:
    """What no valid file holds, no test would see."""
    filled = {name for page in (*small.items, *small.kennis) for name in _filled(page.data)}
    filled |= {name.replace("Werkwijze.", "Praktijk.") for name in filled}

    assert {name for model in (Praktijk, Kennis) for name in _names(model)} - filled == set()


def _filled(model: BaseModel) -> Iterator[str]:
    for name in model.model_fields_set:
        value = getattr(model, name)
        yield f"{type(model).__name__}.{name}"
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, BaseModel):
                yield from _filled(part)


def _names(model: type[BaseModel]) -> Iterator[str]:
    for name, hint in typing.get_type_hints(model).items():
        if name in model.model_fields:
            yield f"{model.__name__}.{name}"
            for part in (hint, *typing.get_args(hint)):
                if isinstance(part, type) and issubclass(part, BaseModel):
                    yield from _names(part)


@pytest.mark.parametrize(
    ("value", "choices", "remedy"),
    [
        ("oudern", ["ouderen", "jongeren"], "Bedoel je 'ouderen'?"),
        ("Ouderen", ["ouderen", "jongeren"], "Bedoel je 'ouderen'?"),
        ("x", ["ouderen", "jongeren"], "Kies uit: ouderen, jongeren."),
        ("x", [f"keuze-{number}" for number in range(13)], ""),
    ],
)
def test_suggest(value: str, choices: list[str], remedy: str) -> None:
    """The nearest, else all when they are few."""
    assert suggest(value, choices) == remedy


def test_nearest_is_silent_when_nothing_comes_near() -> None:
    """No wild guess."""
    assert (nearest("x", ["ouderen"]), nearest("ouder", ["ouderen"])) == ("", "Bedoel je 'ouderen'?")


def test_shorten() -> None:
    """One line, at most so long, never a space before the ellipsis."""
    assert shorten("een\n  twee", 8) == "een twee"
    assert shorten("een twee drie", 9) == "een twee…"
    assert len(shorten("a" * 1000)) == 60


def test_lists_of_groups_have_a_word_for_one() -> None:
    """A missing hyphen is told as "een tweede bron"; a list without such a word would be "onderdeel"."""
    hints = typing.get_type_hints(Praktijk)
    groups = {
        name
        for name, hint in hints.items()
        if any(isinstance(part, type) and issubclass(part, BaseModel) for part in typing.get_args(hint))
    }
    lists = {name for name in groups if typing.get_origin(hints[name]) is tuple}

    assert set(ONE_OF) == lists
