"""Three search engines over the same built site, each asked in a real browser: ours, plain Pagefind, Material's lunr."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import lxml.html
import material
from material.plugins.search.plugin import Parser
from playwright.sync_api import Browser

MATERIAL = Path(material.__file__).parent / "templates" / "assets" / "javascripts"

_OURS = """async ([root, questions]) => {
  const { zoekAlles } = await import(root);
  const found = {};
  for (const question of questions) found[question] = (await zoekAlles(question)).voorbeelden.map((hit) => hit.id);
  return found;
}"""

_PAGEFIND = """async ([root, questions]) => {
  const pagefind = await import(root + "pagefind/pagefind.js");
  await pagefind.init();
  const found = {};
  for (const question of questions) {
    const { results } = await pagefind.search(question);
    const pages = await Promise.all(results.slice(0, 60).map((hit) => hit.data()));
    found[question] = pages.map((data) => new URL(data.url, location).pathname.slice(new URL(root).pathname.length));
  }
  return found;
}"""

_LUNR = """async ([root, questions]) => {
  const index = await (await fetch(root + "search_index.json")).json();
  const worker = new Worker(root + "workers/search.js");
  const ask = (message) => new Promise((done) => { worker.onmessage = ({ data }) => done(data); worker.postMessage(message); });
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  const found = {};
  for (const question of questions) {
    const { data } = await ask({ type: 2, data: question });
    found[question] = data.items.map((item) => item[0].location.split("#")[0]);
  }
  worker.terminate();
  return found;
}"""


def answers(
    browser: Browser, folder: Path, address: str, questions: Sequence[str], only_ours: bool = False
) -> dict[str, Mapping[str, list[str]]]:
    """Engine → question → slugs of entries, best first. `folder` is a built site that is served at `address`.

    The other engines' files are put in `folder`, below `_meting/`.
    """
    # the other engines start workers, which the policy of our pages forbids
    page = browser.new_page(bypass_csp=not only_ours)
    page.goto(f"{address}zoeken/")
    module = page.eval_on_selector("script[type=module][src]", "script => new URL('zoekkern.js', script.src).href")
    known = {path.stem: _address(path) for path in (folder / "pagefind" / "fragment").iterdir()}
    ours = page.evaluate(_OURS, [module, list(questions)])
    found = {"wij": {question: [known[name] for name in names] for question, names in ours.items()}}
    if not only_ours:
        root = folder / "_meting"
        prepare_pagefind(folder, root / "los")
        prepare_lunr(folder, root / "lunr")
        found["Pagefind"] = page.evaluate(_PAGEFIND, [f"{address}_meting/los/", list(questions)])
        found["lunr"] = page.evaluate(_LUNR, [f"{address}_meting/lunr/", list(questions)])
    page.close()
    return {name: {question: entries(hits) for question, hits in asked.items()} for name, asked in found.items()}


def _address(path: Path) -> str:
    """The address of a page of which this is what our index keeps."""
    return str(json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))["url"])


def entries(addresses: Sequence[str]) -> list[str]:
    """The slugs of the entries among addresses, in their order, each once."""
    parts = [address.strip("/").split("/") for address in addresses]
    return list(dict.fromkeys(part[1] for part in parts if len(part) == 2 and part[0] == "voorbeelden"))


def pages_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Address and HTML of every page of a site but those that only list or search."""
    for path in sorted(folder.rglob("index.html")):
        address = path.parent.relative_to(folder).as_posix()
        if not address.startswith(("_meting", "zoeken", "voorbeelden/pagina")):
            yield f"{address}/".removeprefix("./"), path.read_text(encoding="utf-8")


def prepare_pagefind(folder: Path, target: Path) -> None:
    """Plain Pagefind: its own command on the same pages, as it comes, told only where the text of a page stands."""
    shutil.rmtree(target, ignore_errors=True)
    for address, html in pages_of(folder):
        path = target / address / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--site", str(target), "--root-selector", "main", "--quiet"]
    subprocess.run(command, check=True, capture_output=True)


def prepare_lunr(folder: Path, target: Path) -> None:
    """Material's search in Dutch: its own parser of pages and its own worker, with stop words and stemmer of lunr.nl."""
    shutil.rmtree(target, ignore_errors=True)
    (target / "workers").mkdir(parents=True)
    (worker,) = (MATERIAL / "workers").glob("search.*.min.js")
    shutil.copy(worker, target / "workers" / "search.js")
    shutil.copytree(MATERIAL / "lunr", target / "lunr")
    docs = []
    for address, html in pages_of(folder):
        (main,) = lxml.html.document_fromstring(html).xpath("//main")
        parser = Parser()
        parser.feed(lxml.html.tostring(main, encoding="unicode"))
        parser.close()
        for section in parser.data:
            if not section.is_excluded():
                location = f"{address}#{section.id}" if section.id and section.el.tag != "h1" else address
                docs.append({"location": location, "title": "".join(section.title).strip(), "text": "".join(section.text).strip()})
    (target / "search_index.json").write_text(json.dumps(lunr_index(docs)), encoding="utf-8")


def lunr_index(docs: Iterable[Mapping[str, str]]) -> Mapping[str, object]:
    """The index that Material's search fetches: its settings, and the text of everything."""
    fields = {"title": {"boost": 1e3}, "text": {"boost": 1.0}, "tags": {"boost": 1e6}}
    config = {"lang": ["nl"], "separator": r"[\s\-]+", "pipeline": ["stemmer", "stopWordFilter", "trimmer"], "fields": fields}
    return {"config": config, "docs": list(docs)}
