"""The contribution form as the build makes it: from the model and the lists, nothing left out."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from random import Random

import pytest
from mkdocs.config import load_config

from macros.addresses import FORMULIERKENNIS, formuliervoorbeelden
from macros.catalogue import Catalogue
from macros.checking import Checked, check
from macros.exports import site_files
from macros.exports.form_knowledge import knowledge_files
from macros.exports.form_names import entry_files
from macros.forge import Forge, forge
from macros.model.entry import KINDS, Praktijk, Werkwijze
from macros.model.parts import veld
from macros.model.scalars import Regel
from macros.naming import slugify
from macros.render import Renderer
from macros.views.form import Stap, Veld, stappen
from tests.sharing import PROJECT


@pytest.fixture(scope="module")
def steps(real_files: dict[str, bytes], today: object) -> tuple[Stap, ...]:
    """The steps of the real form."""
    catalogue = check(real_files, today).catalogue  # type: ignore[arg-type]
    assert catalogue
    return stappen(catalogue)


def every(fields: tuple[Veld, ...], base: str = "") -> Iterator[tuple[str, Veld]]:
    """All fields, also those in a group, by their path."""
    for field in fields:
        yield f"{base}{field.naam}", field
        yield from every(field.velden, f"{base}{field.naam}.")


def test_every_field_of_the_model_stands_in_one_step(steps: tuple[Stap, ...]) -> None:
    """Of both kinds, groups included."""
    asked = [name for step in steps for name, _ in every(step.velden)]
    model = {name for kind in KINDS.values() for name in kind.model_fields}

    assert {name for name in asked if "." not in name} == model
    assert len(asked) == len(set(asked))
    assert {"bronnen.geraadpleegd", "inzet.uren_per_week", "overdraagbaarheid.vast"} <= set(asked)


def test_a_new_field_appears_by_itself(small: Catalogue) -> None:
    """A required one in the last required step, another at the very end."""

    class Nieuw(Praktijk):
        motto: Regel = veld("Het motto.", "Samen sterker")
        kleur: Regel | None = veld("De kleur.", default=None)

    made = stappen(small, {"praktijk": Nieuw, "werkwijze": Werkwijze})
    needed = [step for step in made if step.verplicht]

    assert [(field.naam, field.label, field.voorbeeld, field.als) for field in needed[-1].velden][-1] == (
        "motto",
        "Motto",
        "Samen sterker",
        "type=praktijk",
    )
    assert "kleur" in [field.naam for field in made[-1].velden]


def test_every_field_is_explained_and_shown(steps: tuple[Stap, ...]) -> None:
    """Help with each; a good example with whatever is typed."""
    fields = [(name, field) for step in steps for name, field in every(step.velden)]
    typed = [
        (name, field)
        for name, field in fields
        if field.soort not in ("groep", "groepen", "keuze", "keuzes", "rol", "bron", "vink", "janee")
    ]

    assert [name for name, field in fields if not field.uitleg] == []
    assert [name for name, field in typed if not field.voorbeeld and not field.zo] == []


def test_what_is_required_takes_twenty_minutes(steps: tuple[Stap, ...]) -> None:
    """Short steps first; all that may be skipped comes after."""
    assert sum(step.minuten for step in steps if step.verplicht) == 20
    assert [step.verplicht for step in steps] == sorted((step.verplicht for step in steps), reverse=True)
    assert [field.naam for step in steps if not step.verplicht for field in step.velden if field.verplicht] == []


@pytest.mark.parametrize(
    ("name", "soort"),
    [
        ("titel", "regel"),
        ("themas", "keuzes"),
        ("fase", "keuze"),
        ("landelijk", "vink"),
        ("bronnen.soort", "rol"),
        ("bronnen.taal", "rol"),
        ("kosten.bron", "bron"),
        ("aanleiding", "tekst"),
        ("randvoorwaarden", "teksten"),
        ("zoekwoorden", "regels"),
        ("start", "datum"),
        ("akkoord.datum", "dag"),
        ("inzet.fte", "getal"),
        ("financiering.structureel", "janee"),
        ("contact.email", "mail"),
        ("materialen.url", "url"),
        ("herkomst", "keuze"),
    ],
)
def test_what_a_field_holds_decides_how_it_is_asked(steps: tuple[Stap, ...], name: str, soort: str) -> None:
    """From the annotations of the model alone."""
    fields = dict(pair for step in steps for pair in every(step.velden))

    assert fields[name].soort == soort


def test_text_of_the_catalogue_is_escaped(small: Catalogue, renderer: Renderer) -> None:
    """An example or explanation is text, whatever it holds."""
    step = Stap("wat", "Wat?", "<b>", 1, (Veld("titel", "regel", "<i>", "<u>", True, voorbeeld="<script>"),), True)
    html = renderer.render("formulier", stappen=[step], forge=Forge(), redactie="", stijl="x.css", basis="../../")

    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize(
    ("repo", "path", "expected"),
    [
        (
            "https://github.com/a/b/",
            "edit/main/docs/",
            Forge(
                "https://github.com/a/b/new/main/voorbeelden",
                "https://github.com/a/b/edit/main/voorbeelden/",
                True,
                "https://github.com/a/b/issues/new/choose",
            ),
        ),
        (
            "https://gitlab.com/a/b",
            "-/edit/main/docs/",
            Forge(
                "https://gitlab.com/a/b/-/new/main/voorbeelden",
                "https://gitlab.com/a/b/-/edit/main/voorbeelden/",
                False,
                "https://gitlab.com/a/b/-/issues/new",
            ),
        ),
        ("https://git.example.org/a/b", "src/main/docs/", Forge("", "https://git.example.org/a/b/src/main/voorbeelden/")),
        ("", "edit/main/docs/", Forge()),
        ("https://github.com/a/b", None, Forge()),
    ],
)
def test_where_a_file_is_made(repo: str, path: str | None, expected: Forge) -> None:
    """From the addresses that MkDocs has for its edit links."""
    assert forge(repo, path) == expected


@pytest.mark.parametrize(
    ("mail", "melding", "expected"),
    [
        ("r@x.nl", "", 'Mail naar <a href="mailto:r@x.nl">r@x.nl</a>.'),
        (
            "r@x.nl",
            "https://x.nl/n",
            'Mail naar <a href="mailto:r@x.nl">r@x.nl</a>, of open een <a href="https://x.nl/n">melding bij het project</a>.',
        ),
        ("", "https://x.nl/n", 'Open een <a href="https://x.nl/n">melding bij het project</a>.'),
        ("", "", "Op deze site staat nog geen mailadres; vraag het degene die haar beheert."),
    ],
)
def test_how_to_reach_the_editors(renderer: Renderer, mail: str, melding: str, expected: str) -> None:
    """With an address wherever there is one."""
    assert str(renderer.render("redactie", mail=mail, melding=melding, basis="../")).strip() == expected


def test_the_settings_of_the_site_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that stands twice in YAML silently loses its first value; so the mail address of the editors once got lost."""
    monkeypatch.setenv("PRAKTIJKWIJZER_REDACTIE", "redactie@praktijk.nl")
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    top = [line.partition(":")[0] for line in text.splitlines() if line[:1].isalpha()]

    assert len(top) == len(set(top))
    assert load_config(str(PROJECT / "mkdocs.yml"), plugins=[])["extra"]["redactie"] == "redactie@praktijk.nl"


@pytest.mark.parametrize("kind", KINDS)
def test_the_empty_file_waits_only_for_its_required_fields(
    small_files: dict[str, bytes], small_with: Callable[..., Checked], kind: str
) -> None:
    """It is read without a fault, and the check names what is still empty and nothing else."""
    files = dict(site_files(small_with({}).catalogue, ""))  # type: ignore[arg-type]
    found = small_with({"voorbeelden/leeg.yml": files[f"meedoen/formulier/{kind}.yml"]}).problems
    needed = {name for name, field in KINDS[kind].model_fields.items() if field.is_required()} - {"type"}

    assert {problem.key.partition("[")[0].partition(".")[0] for problem in found} >= needed
    assert {problem.message.rpartition(" ")[2] for problem in found} == {"leeg."}


def test_what_the_form_loads_does_not_grow_with_the_catalogue(small: Catalogue, real_files: dict[str, bytes]) -> None:
    """At a thousand entries the lists are what they are, and to see whether a title is taken costs a few kB at most."""
    titles = [found[1] for data in real_files.values() if (found := re.search("^titel: (\\w.*)$", data.decode(), re.MULTILINE))]
    words, chance = " ".join(titles).split(), Random(1)
    # every entry begins as a real one does, and goes on in its own words
    fresh = [" ".join([titles[number % len(titles)].split()[0], *chance.sample(words, 6)]) for number in range(1000)]
    rows = sorted([slugify(title), title] for title in fresh)

    known = dict(knowledge_files(small))
    sizes = {path: len(gzip.compress(text.encode(), 6)) for path, text in entry_files(rows)}
    whole = sizes.pop(formuliervoorbeelden())

    assert not [item.slug for item in small.items if f"\n{item.slug}\t" in known[FORMULIERKENNIS]]
    assert len(sizes) == 36
    assert max(sizes.values()) <= 6_000, max(sizes, key=sizes.__getitem__)
    # only for who refers to another entry
    assert whole <= 50_000


def test_every_entry_can_be_fetched_as_it_was_written(small: Catalogue, small_files: dict[str, bytes]) -> None:
    """Byte for byte."""
    files = dict(site_files(small, ""))

    for item in small.items:
        assert str(files[f"voorbeelden/{item.slug}/voorbeeld.yml"]).encode() == small_files[f"voorbeelden/{item.slug}.yml"]
