"""The field reference: all of the model, true to the pages it speaks of."""

from __future__ import annotations

import datetime
import re

import pytest

from macros.addresses import to_root
from macros.catalogue import Catalogue
from macros.checking import check
from macros.exports.linked_data.vocabularies import SCHEMES
from macros.glossary import Woordlinks
from macros.model.entry import KINDS, Praktijk, Werkwijze
from macros.model.leaves import step_at
from macros.model.parts import veld
from macros.model.scalars import Regel
from macros.reading import parse_bytes
from macros.render import Renderer
from macros.views.entry import voorbeeldpagina
from macros.views.field_words import PLEK
from macros.views.fields import Veldgroep, Veldregel, every, veldgroepen
from macros.views.form import stappen


@pytest.fixture(scope="module")
def catalogue(real_files: dict[str, bytes], today: datetime.date) -> Catalogue:
    """The real catalogue."""
    made = check(real_files, today).catalogue
    assert made
    return made


@pytest.fixture(scope="module")
def groups(catalogue: Catalogue) -> tuple[Veldgroep, ...]:
    """The real reference."""
    return veldgroepen(catalogue, SCHEMES)


def one(groups: tuple[Veldgroep, ...], path: str) -> Veldregel:
    """The field at a path."""
    return next(field for field in every(groups) if field.pad == path)


def test_every_field_of_the_model_stands_there_once(groups: tuple[Veldgroep, ...]) -> None:
    """Of both kinds, those of groups included, grouped as the form does."""
    expected = set()
    for kind in KINDS.values():
        for name in kind.model_fields:
            inner = step_at(kind, (name,)).model
            expected |= {name, *(f"{name}.{part}" for part in (inner.model_fields if inner else ()))}
    paths = [field.pad for field in every(groups)]

    assert sorted(paths) == sorted(expected)


def test_groups_are_those_of_the_form(catalogue: Catalogue, groups: tuple[Veldgroep, ...]) -> None:
    """Same headings, same order."""
    form = [(step.kop, [field.naam for field in step.velden]) for step in stappen(catalogue)]

    assert [(group.kop, [field.naam for field in group.velden]) for group in groups] == form


def test_each_says_what_it_means_how_to_write_it_and_where_it_appears(groups: tuple[Veldgroep, ...]) -> None:
    """And each has an example that is YAML of that field."""
    for field in every(groups):
        assert field.uitleg, field.pad
        assert field.vorm, field.pad
        assert field.wanneer, field.pad
        if "." not in field.pad:
            assert field.plek, field.pad
            assert field.zo, field.pad
            document, problems = parse_bytes(field.zo.tekst.encode(), "voorbeelden/x.yml")
            assert (problems, list(document.value) if document else []) == ([], [field.naam])


def test_no_place_is_told_of_a_field_that_is_gone() -> None:
    """The words follow the model."""
    assert PLEK.keys() == {name for kind in KINDS.values() for name in kind.model_fields}


def test_the_pages_have_what_the_reference_points_at(catalogue: Catalogue, groups: tuple[Veldgroep, ...], renderer: Renderer) -> None:
    """Each link leads to the heading that is named, on the page of an entry that fills the field."""
    links = Woordlinks(catalogue.lijsten["begrippen"])
    pointed = [(field, field.zo.adres) for group in groups for field in group.velden if field.zo and "#" in field.zo.adres]
    wrong = []
    for field, address in pointed:
        page, _, anchor = address.partition("#")
        root = to_root(page)
        pagina = voorbeeldpagina(catalogue, catalogue.by_slug[page.split("/")[1]], links.page(root))
        html = str(renderer.render("voorbeeld", pagina=pagina, basis=root))
        if not (found := re.search(rf'<(\w+)[^>]* id="{anchor}"[^>]*>([^<]*)<', html)) or found[2] != field.plek:
            wrong.append((field.naam, address, found[2] if found else None))

    assert wrong == []
    assert len(pointed) > 30


@pytest.mark.parametrize(
    ("path", "when", "form"),
    [
        ("titel", "verplicht", "Eén regel tekst, hoogstens 80 tekens"),
        ("themas", "verplicht", "Een tot drie termen uit de lijst"),
        ("kerncijfers", "mag wegblijven", "Een lijst van groepen: elke groep begint met een streepje, hoogstens 12"),
        ("eigen_aanpassing", "alleen bij een praktijk; alleen samen met 'werkwijze'", None),
        ("gestopt", "verplicht bij 'fase: gestopt'", "Een groep velden"),
        ("herkomst", "verplicht", "redactie of ingezonden"),
        ("bronnen.auteurs", "mag wegblijven", "Een lijst van korte teksten"),
        ("vorige_adressen", "mag wegblijven", "Een lijst van korte teksten"),
    ],
)
def test_limits_are_those_of_the_model(groups: tuple[Veldgroep, ...], path: str, when: str, form: str | None) -> None:
    """Required, for which kind, how long and how many."""
    found = one(groups, path)

    assert found.wanneer == when
    assert form is None or found.vorm == form


def test_terms_lead_to_their_explanation(catalogue: Catalogue, groups: tuple[Veldgroep, ...]) -> None:
    """Each term of a short list has its own link; a long list is one link."""
    fase, gemeenten = one(groups, "fase").keuze, one(groups, "plaats.gemeenten").keuze
    assert fase
    assert gemeenten

    assert fase.termen == tuple((key, f"data/lijsten/#fasen.{key}") for key in catalogue.lijsten["fasen"])
    assert (gemeenten.termen, gemeenten.adres) == ((), "data/lijsten/#gemeenten")


def test_a_new_field_appears_by_itself(small: Catalogue) -> None:
    """With what the model says of it."""

    class Nieuw(Praktijk):
        motto: Regel = veld("Het motto.", "Samen sterker", max_length=40)

    found = one(veldgroepen(small, SCHEMES, {"praktijk": Nieuw, "werkwijze": Werkwijze}), "motto")

    assert (found.label, found.uitleg, found.wanneer) == ("Motto", "Het motto.", "alleen bij een praktijk; verplicht")
    assert found.vorm == "Eén regel tekst, hoogstens 40 tekens"
    assert found.zo
    assert found.zo.tekst == "motto: Samen sterker"


def test_indentation_and_empty_lines_survive_rendering(groups: tuple[Veldgroep, ...], renderer: Renderer) -> None:
    """YAML without its indentation would be another text."""
    html = str(renderer.render("velden", groepen=groups, basis="../../"))

    assert "organisaties:&#10;  - naam: " in html
