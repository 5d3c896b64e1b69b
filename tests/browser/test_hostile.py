"""Hostile text in every field, past all the rules and as far as the rules let it come: the browser runs none of it."""

from __future__ import annotations

import copy
import csv
import datetime
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import bibtexparser
import lxml.etree
import openpyxl
import rispy
from playwright.sync_api import Browser
from pydantic import ValidationError

from macros.building import build
from macros.catalogue import Catalogue
from macros.checking import check
from macros.glossary import Woordlinks
from macros.model.entry import Praktijk
from macros.model.leaves import walk
from macros.reading import parse_bytes
from macros.render import Renderer
from macros.views.entry import voorbeeldpagina
from tests.conftest import SMALL, make_small_project
from tests.hostile import TEXTS
from tests.sharing import hosting, serving


def test_no_field_can_run_a_script(browser: Browser, small: Catalogue, renderer: Renderer, tmp_path: Path) -> None:
    """Whatever stands in titles, lines and prose, past all the rules and without a policy: no script runs, no dialog opens and no
    element appears. Two hundred attacks, each in every field, a page for each way in."""
    folder = tmp_path / "vijandig"
    folder.mkdir()
    tried = 0
    for group, attacks in TEXTS.items():
        pages = [page for attack in attacks if (page := _page_with(attack, small, renderer))]
        tried += len(pages)
        (folder / f"{group}.html").write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{''.join(pages)}", encoding="utf-8")

    dialogs: list[str] = []
    with serving(folder) as port:
        page = browser.new_page()
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        for group in TEXTS:
            page.goto(f"http://127.0.0.1:{port}/{group}.html")
            page.evaluate("document.querySelectorAll('a[href^=javascript i], [tabindex]').forEach((one) => one.click())")
            assert page.evaluate("window.geraakt") is None, group
            assert page.locator(_NEVER).count() == 0, group
            assert [text for text in page.locator("h1").all_inner_texts() if "49" in text] == []
        page.close()
    assert dialogs == []
    assert tried > 180


_NEVER = (
    "script, svg:not(.pw-grafiek__beeld), iframe, object, embed, form, base, meta[http-equiv], link, style, template, video, math,"
    " [onerror], [onload], [onfocus], [onclick], [onmouseover], [style], [srcdoc], [autofocus], a[href^='javascript' i], "
    " a[href^='data' i], a[href^='//']"
)


def _page_with(attack: str, small: Catalogue, renderer: Renderer) -> str:
    """The page of an entry that has the attack in every field; empty when the model itself refuses it."""
    document, _ = parse_bytes((SMALL / "voorbeelden" / "leefgoed.yml").read_bytes(), "leefgoed.yml")
    assert document is not None
    raw = copy.deepcopy(document.value)
    for leaf in walk(Praktijk, document.value):
        if leaf.kind in ("tekst", "regel"):
            put(raw, leaf.loc, f"{leaf.value[:4].rstrip()} {attack}".replace("@bron", "@leefgoed-2024"))
    try:
        data = Praktijk.model_validate(raw)
    except ValidationError:
        return ""
    item = replace(small.by_slug["leefgoed"], data=data)
    catalogue = replace(small, items=tuple(item if other.slug == "leefgoed" else other for other in small.items))
    pagina = voorbeeldpagina(catalogue, item, Woordlinks(catalogue.lijsten["begrippen"]).page("../"))
    return str(renderer.render("voorbeeld", pagina=pagina, basis="../"))


def test_a_site_of_hostile_entries_is_harmless(
    browser: Browser, tmp_path: Path, small_files: dict[str, bytes], today: datetime.date
) -> None:
    """All that the check lets through, in a title, a name and the story, built into one site and visited with the host's headers.

    No script, no message, no request to another host; and the data hold no formula, no second record and no other element.
    """
    entries = {f"voorbeelden/{name}-{place}.yml": (place, attack) for name, place, attack in _places()}
    alone = {path: _entry(path, {place: [attack]}) for path, (place, attack) in entries.items()}
    refused = {problem.path for problem in check({**small_files, **alone}, today).errors}
    kept: dict[str, list[str]] = {"titel": [], "naam": [], "verhaal": []}
    for path, (place, attack) in entries.items():
        if path not in refused:
            kept[place].append(attack)
    assert all(len(attacks) > 90 for attacks in kept.values())
    project = make_small_project(tmp_path / "project")
    together = [f"voorbeelden/vijand-{chr(97 + number)}.yml" for number in range(_TOGETHER)]
    for number, path in enumerate(together):
        (project / path).write_bytes(_entry(path, {place: attacks[number::_TOGETHER] for place, attacks in kept.items()}))
    said_of_building: list[str] = []
    assert build(project, say=said_of_building.append) == 0, said_of_building

    said: list[str] = []
    with hosting(project / "site") as address:
        page = browser.new_page(base_url=address)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith((address, "data:")) else said.append(request.url))
        for path in [
            *(path.removesuffix(".yml") + "/" for path in together),
            "voorbeelden/",
            "organisaties/",
            "themas/eenzaamheid/",
            "kaart/",
        ]:
            page.goto(path, wait_until="domcontentloaded")
            assert page.evaluate("window.geraakt") is None, path
            assert page.locator("[onerror], [onload], [onfocus], a[href^='javascript' i], main script, main iframe").count() == 0, path
        page.close()
    assert said == []
    _data_are_harmless(project / "site")


_TOGETHER = 16
"""In how many entries all those texts come together: a page for each would take minutes."""


def _places() -> Iterator[tuple[str, str, str]]:
    """Every attack with a name, in each place where somebody would put it."""
    for group, attacks in TEXTS.items():
        for number, attack in enumerate(attacks):
            # no figures, for those need a source
            name = f"{group}{chr(97 + number // 26)}{chr(97 + number % 26)}"
            yield from ((name, place, attack) for place in ("titel", "naam", "verhaal"))


def _entry(path: str, attacks: dict[str, list[str]]) -> bytes:
    """An entry with attacks in its title, in names of organisations and in its story; JSON is YAML that quotes every text."""
    document, _ = parse_bytes((SMALL / "voorbeelden" / "leefgoed-werkplaats.yml").read_bytes(), "x.yml")
    assert document is not None
    name = Path(path).stem
    raw = {**document.value, "titel": f"Werkplaats {name}", "samenvatting": f"{name}: jongeren knappen oude fietsen op."}
    if titles := attacks.get("titel"):
        raw["titel"] = titles[0]
    raw["organisaties"] = [*raw["organisaties"], *({"naam": attack, "rol": "begeleiding"} for attack in attacks.get("naam", ()))]
    raw["aanpak"] = "\n\n".join([raw["aanpak"], *(f"{attack} en meer [@bron]." for attack in attacks.get("verhaal", ()))])
    raw["aanpak"] = raw["aanpak"].replace("@bron", "@werkplaats-2026")
    return json.dumps(raw, ensure_ascii=False).encode()


def _data_are_harmless(site: Path) -> None:
    """What spreadsheets, reference managers, feed readers and other sites take from it."""
    book = openpyxl.load_workbook(site / "data/v1/praktijkwijzer.xlsx")
    assert [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"] == []
    for path in (*site.glob("data/v1/csv/*.csv"), *site.glob("data/v1/excel/*.csv")):
        between = ";" if path.parent.name == "excel" else ","
        rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=between)
        assert [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+@＝＋－＠")] == [], path
    pages = sorted((site / "voorbeelden").glob("vijand-*/"))
    assert len(pages) == _TOGETHER
    for page in pages:
        assert len(rispy.loads((page / "voorbeeld.ris").read_text(encoding="utf-8"))) == 1, page
        library = bibtexparser.parse_string((page / "voorbeeld.bib").read_text(encoding="utf-8"))
        assert (len(library.entries), len(library.failed_blocks)) == (1, 0), page
        assert json.loads((page / "voorbeeld.jsonld").read_text(encoding="utf-8"))["@context"] == {"@vocab": "https://schema.org/"}
    for path in (*site.rglob("*.xml"), *site.rglob("*.svg")):
        root = lxml.etree.parse(path).getroot()
        assert root.xpath("//*[local-name()='script' or local-name()='foreignObject']|//@*[starts-with(name(), 'on')]") == [], path


def put(raw: Any, loc: tuple[str | int, ...], value: str) -> None:
    """Replace the value at a place in nested lists and mappings."""
    for step in loc[:-1]:
        raw = raw[step]
    raw[loc[-1]] = value
