"""Hostile text in every field at once, past all the rules: the browser runs none of it."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog

from macros.catalogue import Catalogue
from macros.glossary import Woordlinks
from macros.model.entry import Praktijk
from macros.model.leaves import walk
from macros.render import Renderer
from macros.views.entry import voorbeeldpagina
from tests.conftest import SMALL
from tests.sharing import serving

ATTACKS = (
    "<script>window.geraakt=1</script>",
    "<img src=x onerror=window.geraakt=1>",
    '"><svg onload=window.geraakt=1>',
    "' autofocus onfocus=window.geraakt=1 x='",
    "[klik](javascript:window.geraakt=1)",
    "<javascript:window.geraakt=1>",
    "![x](x)",
    "{{ 7*7 }}{% raise %}",
    "[@x<script>window.geraakt=1</script>]",
)


def test_no_field_can_run_a_script(browser: Browser, small: Catalogue, renderer: Renderer, tmp_path: Path) -> None:
    """Whatever stands in titles, lines and prose, no script runs, no dialog opens and no element appears."""
    from macros.reading import parse_bytes

    document, _ = parse_bytes((SMALL / "voorbeelden" / "leefgoed.yml").read_bytes(), "leefgoed.yml")
    assert document is not None
    folder = tmp_path / "vijandig"
    folder.mkdir()
    for number, attack in enumerate(ATTACKS):
        raw = copy.deepcopy(document.value)
        for leaf in walk(Praktijk, document.value):
            if leaf.kind in ("tekst", "regel"):
                put(raw, leaf.loc, f"{leaf.value[:4].rstrip()} {attack}")
        data = Praktijk.model_validate(raw)
        item = replace(small.by_slug["leefgoed"], data=data)
        catalogue = replace(small, items=tuple(item if other.slug == "leefgoed" else other for other in small.items))
        pagina = voorbeeldpagina(catalogue, item, Woordlinks(catalogue.lijsten["begrippen"]).page("../"))
        html = renderer.render("voorbeeld", pagina=pagina, basis="../")
        (folder / f"{number}.html").write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{html}", encoding="utf-8")

    dialogs: list[str] = []

    def refuse(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    with serving(folder) as port:
        page = browser.new_page()
        page.on("dialog", refuse)
        for number, attack in enumerate(ATTACKS):
            page.goto(f"http://127.0.0.1:{port}/{number}.html")
            for link in page.locator("a[href^='javascript']").all():
                link.click()
            assert page.evaluate("window.geraakt") is None, attack
            assert (
                page.locator("script, svg:not(.pw-grafiek__beeld), iframe, [onerror], [onload], [onfocus], a[href^='javascript' i]").count()
                == 0
            ), attack
            assert "49" not in page.locator("h1").inner_text(), attack
        page.close()
    assert dialogs == []


def put(raw: Any, loc: tuple[str | int, ...], value: str) -> None:
    """Replace the value at a place in nested lists and mappings."""
    for step in loc[:-1]:
        raw = raw[step]
    raw[loc[-1]] = value
