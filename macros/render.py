"""Our own templates: autoescape on, undefined names are errors, output fit to stand inside Markdown.

The theme's environment escapes nothing and prints nothing for a misspelled name; components never
pass through it. Each page is one function of Python: what a component includes is part of it when it is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from macros.content_policy import POLICY, REFERRER

_INCLUDE = re.compile(r'\{% include "([a-z-]+\.html)" %\}')


class Renderer:
    """Renders components (`<name>.html`) from one loader."""

    def __init__(self, loader: BaseLoader) -> None:
        """`loader` finds the component templates."""
        # a build is over before anyone changes a component
        self._environment = Environment(
            loader=_Whole(loader), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, auto_reload=False
        )
        # Jinja looks in a dictionary behind a lock for what never changes here
        self._template = cache(self._environment.get_template)
        # for components that are whole pages
        self._environment.globals["beleid"] = Markup(POLICY)
        self._environment.globals["verwijzer"] = REFERRER
        # a card stands in some fifteen lists
        self._environment.globals["eenmaal"] = lru_cache(2**15)(self.render)

    def render(self, component: str, **values: Any) -> Markup:
        """The HTML of a component, without indentation or empty lines.

        Markdown would read an indented line after an empty one as code, so neither is left.
        """
        html = self._template(f"{component}.html").render(values)
        return Markup("\n".join([line for part in html.split("\n") if (line := part.strip())]))


class _Whole(BaseLoader):
    """Gives a template with all that it includes in place of the includes, each in a scope of its own.

    An include costs a copy of all that is known there, and a page has a hundred.
    """

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        return self._whole(environment, template, ()), None, None

    def _whole(self, environment: Environment, name: str, above: tuple[str, ...]) -> str:
        source = self._loader.get_source(environment, name)[0].removesuffix("\n")

        def included(found: re.Match[str]) -> str:
            # what includes itself, in the end, stays a call
            if found[1] in (name, *above):
                return found[0]
            return f"{{% with %}}{self._whole(environment, found[1], (name, *above))}{{% endwith %}}"

        return _INCLUDE.sub(included, source)
