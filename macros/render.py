"""Our own templates: autoescape on, undefined names are errors, output fit to stand inside Markdown.

The theme's environment escapes nothing and prints nothing for a misspelled name; components never
pass through it.
"""

from __future__ import annotations

import re
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from macros.content_policy import POLICY, REFERRER

_SPACE_BETWEEN_LINES = re.compile(r"\s*\n\s*")


class Renderer:
    """Renders components (`<name>.html`) from one loader."""

    def __init__(self, loader: BaseLoader) -> None:
        """`loader` finds the component templates."""
        # a build is over before anyone changes a component
        self._environment = Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
        )
        # for components that are whole pages
        self._environment.globals["beleid"] = Markup(POLICY)
        self._environment.globals["verwijzer"] = REFERRER

    def render(self, component: str, **values: Any) -> Markup:
        """The HTML of a component, without indentation or empty lines.

        Markdown would read an indented line after an empty one as code, so neither is left.
        """
        html = self._environment.get_template(f"{component}.html").render(values)
        return Markup(_SPACE_BETWEEN_LINES.sub("\n", html).strip())
