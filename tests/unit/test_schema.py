"""The JSON Schemas are current, and an editor accepts what the check accepts."""

from __future__ import annotations

import datetime
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.catalogue import Catalogue
from macros.checking import check
from macros.model.entry import KINDS
from macros.model.vocabulary import LISTS
from macros.schema import schemas


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as editors read it (the core schema): dates stay text, only true and false are booleans."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)\Z"), ["~", "n", "N", ""])
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|True|TRUE|false|False|FALSE)\Z"), list("tTfF"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"[-+]?[0-9]+\Z"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?\Z"), list("-+.0123456789")
)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node)))


def as_an_editor(text: bytes | str) -> Any:
    """The values that an editor validates."""
    return yaml.load(text, Loader=EditorLoader)


@pytest.fixture(scope="module")
def made(real_files: dict[str, bytes], today: datetime.date) -> dict[str, bytes]:
    """The schemas that the model and the lists give now."""
    checked = check({path: data for path, data in real_files.items() if "/_lijsten/" in path}, today)
    assert checked.catalogue is not None
    return schemas(checked.catalogue.lijsten)


def test_schemas_are_current(project: Path, made: dict[str, bytes]) -> None:
    """The committed files are the ones that the command makes."""
    folder = project / "voorbeelden" / "_schema"
    committed = {path.name: path.read_bytes() for path in folder.iterdir()}
    stale = sorted(name for name in made.keys() | committed.keys() if made.get(name) != committed.get(name))

    assert stale == [], "Run `praktijkwijzer schema` and commit voorbeelden/_schema."


def test_schemas_are_valid_and_complete(made: dict[str, bytes]) -> None:
    """One a kind of entry, one for knowledge pages, one a list; each a right schema."""
    assert sorted(made) == sorted(
        [*(f"{kind}.schema.json" for kind in KINDS), "kennis.schema.json", *(f"lijst-{naam}.schema.json" for naam in LISTS)]
    )
    for content in made.values():
        Draft202012Validator.check_schema(json.loads(content))


def errors(schema: bytes, value: Any) -> list[str]:
    """What an editor would underline."""
    found = Draft202012Validator(json.loads(schema)).iter_errors(value)
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message[:100]}" for error in found]


def test_real_entries_and_lists_validate(made: dict[str, bytes], real_files: dict[str, bytes]) -> None:
    """What the check accepts is not underlined in an editor, where numbers are numbers."""
    wrong = {}
    for path, data in real_files.items():
        if path.startswith("docs/"):
            name, value = "kennis", as_an_editor(data.decode().split("---\n")[1])
        else:
            value = as_an_editor(data)
            name = f"lijst-{Path(path).stem}" if "/_lijsten/" in path else value["type"]
        if found := errors(made[f"{name}.schema.json"], value):
            wrong[path] = found

    assert wrong == {}


def test_small_entries_validate(small: Catalogue, small_files: dict[str, bytes]) -> None:
    """Every field that there is, since the small world fills them all."""
    made = schemas(small.lijsten)
    values = {path: as_an_editor(data) for path, data in small_files.items() if re.fullmatch(r"voorbeelden/[^/]+\.yml", path)}

    assert {path: found for path, value in values.items() if (found := errors(made[f"{value['type']}.schema.json"], value))} == {}


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("titel: Taalcafé in Groningen\n", "", ""),
        ("titel: Taalcafé in Groningen\n", "titel: Taalcafé in Groningen\nonzin: ja\n", ""),
        ("titel: Taalcafé", "titel: " + "a" * 80, "titel"),
        ("[eenzaamheid]", "[eenzaamheit]", "themas.0"),
        ("[eenzaamheid]", "[]", "themas"),
        ("[groningen]", "[beemster]", "plaats.gemeenten.0"),
        ("peildatum: 2021-06-30", "peildatum: 30-06-2021", "peildatum"),
        ("https://www.stadsblad", "www.stadsblad", "bronnen.0.url"),
        ("herkomst: redactie", "herkomst: redaktie", "herkomst"),
        ("start: 2018", "start: 12", "start"),
    ],
)
def test_editor_underlines_mistakes(small: Catalogue, small_files: dict[str, bytes], old: str, new: str, place: str) -> None:
    """The commonest mistakes are seen while typing."""
    text = small_files["voorbeelden/taalcafe-groningen.yml"].decode()
    assert text.count(old) == 1
    found = errors(schemas(small.lijsten)["praktijk.schema.json"], as_an_editor(text.replace(old, new)))

    assert [error.split(": ")[0] for error in found] == [place]


def test_terms_are_explained(small: Catalogue) -> None:
    """An editor shows label and explanation of each term; ceased municipalities are not offered."""
    schema = json.loads(schemas(small.lijsten)["praktijk.schema.json"])

    themes = schema["properties"]["themas"]["items"]
    assert themes["enum"] == list(small.lijsten["themas"])
    assert themes["markdownEnumDescriptions"][0] == "**Eenzaamheid en ontmoeting** Mensen missen contact, of ontmoeten elkaar juist."
    assert "beemster" not in schema["$defs"]["Plaats"]["properties"]["gemeenten"]["items"]["enum"]


def test_nothing_english_reaches_contributors(made: dict[str, bytes]) -> None:
    """Neither generated titles nor our docstrings, nor `null` as a choice."""
    for content in made.values():
        nodes = [json.loads(content)]
        while nodes:
            node = nodes.pop()
            nodes += node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
            if isinstance(node, dict) and ("type" in node or "anyOf" in node):
                assert not isinstance(node.get("title"), str)
                assert node.get("type") != "null"
                assert "properties" not in node or not isinstance(node.get("description"), str)


def test_each_value_has_its_message_in_dutch(made: dict[str, bytes]) -> None:
    """Whatever can be wrong says what to write: every keyword that yaml-language-server has words for stands beside ours."""
    judged = {"required", "contains", "pattern", "propertyNames", "enum", "const"}
    english = {"additionalProperties", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems"}
    for name, content in made.items():
        nodes = [json.loads(content)]
        while nodes:
            node = nodes.pop()
            if isinstance(node, list):
                nodes += node
            elif isinstance(node, dict):
                # names of fields are no keywords
                nodes += [part for key, part in node.items() if key != "properties"] + list(node.get("properties", {}).values())
                asks = judged & node.keys() or node.get("type") in ("string", "array", "integer", "number") or "properties" in node
                if asks and ("propertyNames" not in node or "properties" in node):
                    assert node.get("errorMessage"), (name, node)
                assert not any(isinstance(node.get(key), (int, bool)) for key in english), (name, node)
                assert len(node.get("required", [])) <= 1, (name, node)


def test_a_field_that_is_missing_or_unknown_is_named(made: dict[str, bytes]) -> None:
    """One part for each required field, the names as a list, and all required ones on offer at once."""
    schema = json.loads(made["praktijk.schema.json"])
    party = schema["$defs"]["Betrokkene"]

    assert party["allOf"] == [
        {"required": ["naam"], "errorMessage": "Het veld 'naam' ontbreekt nog."},
        {"required": ["rol"], "errorMessage": "Het veld 'rol' ontbreekt nog."},
    ]
    assert party["propertyNames"]["enum"] == ["naam", "rol", "website"]
    assert party["propertyNames"]["errorMessage"].startswith("Dit veld bestaat hier niet.")
    assert party["defaultSnippets"] == [{"label": "alle verplichte velden", "body": {"naam": "$1", "rol": "$2"}}]
    assert schema["properties"]["titel"]["allOf"][0]["errorMessage"] == "Vul dit in, met hoogstens 80 tekens."
    assert [part["errorMessage"] for part in schema["properties"]["themas"]["allOf"]] == ["Noem er ten minste 1.", "Noem er hoogstens 3."]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("fase", "Schrijf een woord uit de lijst; met Ctrl+spatie kun je kiezen."),
        ("herkomst", "Schrijf redactie of ingezonden."),
        ("landelijk", "Schrijf ja of nee."),
        ("type", "Schrijf praktijk."),
        ("titel", "Hier hoort tekst."),
        ("peildatum.anyOf.0", "Schrijf een datum als 2024-03-26, 2024-03 of 2024."),
        ("themas", "Dit is een lijst. Schrijf [een, twee], of zet elk punt op een eigen regel met een streepje ervoor."),
    ],
)
def test_messages_say_what_to_write(made: dict[str, bytes], path: str, message: str) -> None:
    """As yaml-language-server shows them."""
    node = json.loads(made["praktijk.schema.json"])["properties"]
    for step in path.split("."):
        node = node[int(step) if step.isdigit() else step]

    assert node["errorMessage"] == message


def test_an_example_explains_and_is_not_filled_in(made: dict[str, bytes]) -> None:
    """An editor would type the example of `examples` as if it were the answer."""
    fields = json.loads(made["praktijk.schema.json"])["properties"]

    assert all(b'"examples"' not in content for content in made.values())
    assert fields["titel"]["markdownDescription"] == "Zeg wat het is, en waar.\n\nBijvoorbeeld: `Scootmobielclub Maashorst`"
    assert fields["themas"]["markdownDescription"].endswith("Bijvoorbeeld: `[eenzaamheid]`")
    assert fields["start"]["description"].endswith("Bijvoorbeeld: `2019-09`")
