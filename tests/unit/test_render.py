"""Our own templates escape everything and print nothing for nothing."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup

from macros.render import Renderer

HOSTILE = """<b>"&{{ 7*7 }}{% raise %}'</b>"""


def render(template: str, **values: object) -> Markup:
    """A component with this text."""
    return Renderer(DictLoader({"deel.html": template})).render("deel", **values)


def test_text_is_escaped() -> None:
    """In an element and in an attribute; braces in a value are never evaluated."""
    html = render('<p title="{{ tekst }}">{{ tekst }}</p>', tekst=HOSTILE)

    escaped = "&lt;b&gt;&#34;&amp;{{ 7*7 }}{% raise %}&#39;&lt;/b&gt;"
    assert html == f'<p title="{escaped}">{escaped}</p>'


def test_markup_stays() -> None:
    """What another component made is not escaped again."""
    assert render("{{ deel }}", deel=Markup("<b>x</b>")) == "<b>x</b>"


@pytest.mark.parametrize("template", ["{{ titl }}", "{{ pagina.titl }}", "{% if titl %}x{% endif %}", "{% for a in titl %}x{% endfor %}"])
def test_misspelled_name_is_an_error(template: str) -> None:
    """The theme's environment would print nothing."""
    with pytest.raises(UndefinedError):
        render(template, titel="x", pagina={"titel": "x"})


def test_no_line_that_markdown_reads_as_code() -> None:
    """No empty lines and no indentation."""
    assert render("\n  <ul>\n\n    <li>{{ tekst }}</li>\n\n\n  </ul>\n", tekst="een\n\n    twee") == "<ul>\n<li>een\ntwee</li>\n</ul>"
