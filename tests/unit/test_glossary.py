"""Words of the glossary are linked where a page first uses them, and nowhere else."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from macros.glossary import Woordlinks
from macros.model.vocabulary import Glossariumterm

BEGRIPPEN = {
    "wijkteam": Glossariumterm(label="Wijkteam", vormen=("wijkteam", "wijkteams")),
    "wmo": Glossariumterm(label="Wmo", vormen=("Wmo",)),
    "sociale-basis": Glossariumterm(label="Sociale basis", vormen=("sociale basis",)),
    "praktijk": Glossariumterm(label="Praktijk"),
}


def linked(*texts: str) -> list[str]:
    page = Woordlinks(BEGRIPPEN).page("../")
    return [str(page.link(Markup(text))) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>Het wijkteam.</p>", '<p>Het <a href="../begrippen/#wijkteam">wijkteam</a>.</p>'),
        ("Wijkteams helpen.", '<a href="../begrippen/#wijkteam">Wijkteams</a> helpen.'),
        ("de Wmo, de Wmo", 'de <a href="../begrippen/#wmo">Wmo</a>, de Wmo'),
        ("een wijkteam en wijkteams", 'een <a href="../begrippen/#wijkteam">wijkteam</a> en wijkteams'),
        ("Sociale basis", '<a href="../begrippen/#sociale-basis">Sociale basis</a>'),
    ],
)
def test_the_first_use_is_linked(text: str, expected: str) -> None:
    """Any form counts, with or without a capital, once a page."""
    assert linked(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "wmo in kleine letters",
        "Wmo-consulent en een wijkteamlid",
        "de praktijk",
        '<a href="x">het wijkteam</a>',
        "<h2>Wijkteams</h2>",
        "<code>wijkteam</code>",
        "<li><article><h3><a href=x>Kaart</a></h3><p>Het wijkteam.</p></article></li>",
        '<p title="wijkteam">x</p>',
        "",
    ],
)
def test_other_text_stays_as_it_is(text: str) -> None:
    """Other words, parts of words, links, headings, code and attributes are left alone."""
    assert linked(text) == [text]


def test_a_page_links_a_word_once_over_all_its_parts() -> None:
    """What one section linked, the next doesn't."""
    assert linked("Het wijkteam.", "Een wijkteam.") == ['Het <a href="../begrippen/#wijkteam">wijkteam</a>.', "Een wijkteam."]


def test_no_glossary_no_links() -> None:
    """Without words nothing is linked."""
    assert Woordlinks({}).page("").link(Markup("wijkteam")) == "wijkteam"
