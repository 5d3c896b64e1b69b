"""The pages of the built site, parsed once for all tests that look at them."""

from __future__ import annotations

import re

import lxml.html
import pytest

from tests.sharing import Site

_FRAMED = re.compile(r"insluiten/[^/]+/[^/]+(/[^/]+/[^/]+)?\.html")


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, lxml.html.HtmlElement]:
    """Every page of the site, parsed: path → root element.

    Versions of entries are no pages of the catalogue (see test_versions), what others frame no pages to visit (see test_real_site).
    """
    paths = sorted(path for path in site.folder.rglob("*.html") if not {"versie", "versies"} & set(path.parts))
    found = {path.relative_to(site.folder).as_posix(): path for path in paths}
    return {name: lxml.html.fromstring(path.read_bytes()) for name, path in found.items() if not _FRAMED.match(name)}
