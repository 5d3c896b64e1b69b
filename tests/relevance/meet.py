"""`make relevance`: how well three search engines answer the same questions, side by side.

The questions stand in `afstemmen.yml` and `oefenen*.yml` (search may be tuned on these), `keuring.yml` (never tuned on, but
looked at while tuning) and `controle.yml` (written before the tuning and kept from it). Of the last two only totals are shown.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from macros.building import build
from tests.browser.conftest import find_browser
from tests.relevance.machines import answers
from tests.relevance.maten import Maten, measure, ndcg, recall, reciprocal_rank
from tests.sharing import PROJECT, serving

HERE = Path(__file__).parent
TUNED = ("afstemmen", "oefenen", "oefenen2", "oefenen3")
HALVES = (*TUNED, "keuring", "controle")


def read_questions(half: str) -> dict[str, list[str]]:
    """Question → wanted slugs, best first; a file that isn't there has none."""
    path = HERE / f"{half}.yml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else []
    return {row["vraag"]: row["gewenst"] for row in rows}


def table(measured: Mapping[str, Mapping[str, Maten]], numbers: Mapping[str, int]) -> str:
    """The figures as text, a block for each half."""
    lines = []
    for half, engines in measured.items():
        lines += ["", f"{half} ({numbers[half]} vragen)", f"{'':10}{'MRR@10':>8}{'nDCG@10':>9}{'recall@10':>11}{'niets':>8}"]
        lines += [f"{name:10}{m.mrr:8.3f}{m.ndcg:9.3f}{m.recall:11.3f}{m.zonder:8.1%}" for name, m in engines.items()]
    return "\n".join(lines)


def details(wanted: Mapping[str, Sequence[str]], found: Mapping[str, Sequence[str]]) -> str:
    """Per question of the tuning half what went wrong, worst first."""

    def worth(question: str) -> float:
        return recall(wanted[question], found[question]) + reciprocal_rank(wanted[question], found[question])

    lines = []
    for question in sorted(wanted, key=worth):
        best, hits = wanted[question], found[question]
        marked = [f"{'*' if slug in best else ' '}{slug}" for slug in hits[:10]]
        missed = [f"{slug} ({hits.index(slug) + 1 if slug in hits else '-'})" for slug in best if slug not in hits[:10]]
        scores = f"rr {reciprocal_rank(best, hits):.2f} ndcg {ndcg(best, hits):.2f} recall {recall(best, hits):.2f}"
        lines += [f"\n{question}  [{scores}, {len(hits)} hits]", f"   {' | '.join(marked)}", f"   mist: {', '.join(missed)}"]
    return "\n".join(lines)


def main() -> None:
    """Build, ask, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="de cijfers als JSON")
    parser.add_argument("--site", type=Path, help="een site die er al is, in plaats van een nieuwe te maken")
    parser.add_argument("--alleen-wij", action="store_true", help="zonder de andere twee")
    parser.add_argument("--vragen", action="store_true", help="ook per vraag, waar op afgestemd mag worden")
    parser.add_argument("--delen", nargs="+", choices=HALVES, default=HALVES, help="welke vragen")
    chosen = parser.parse_args()
    wanted = {half: found for half in chosen.delen if (found := read_questions(half))}
    questions = list(dict.fromkeys(question for half in wanted.values() for question in half))
    with tempfile.TemporaryDirectory(prefix="relevantie-") as folder:
        site = chosen.site.resolve() if chosen.site else Path(folder) / "gids"
        if not chosen.site and build(PROJECT, site, say=lambda _: None):
            raise SystemExit(1)
        with serving(site) as port, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"])
            found = answers(browser, site, f"http://127.0.0.1:{port}/", questions, only_ours=chosen.alleen_wij)
            browser.close()
    measured = {half: {name: measure(asked, hits) for name, hits in found.items()} for half, asked in wanted.items()}
    if chosen.json:
        print(json.dumps({half: {name: asdict(m) for name, m in engines.items()} for half, engines in measured.items()}, indent=1))
        return
    if chosen.vragen:
        tuned = {question: best for half in TUNED for question, best in wanted.get(half, {}).items()}
        print(details(tuned, found["wij"]))
    print(table(measured, {half: len(asked) for half, asked in wanted.items()}))


if __name__ == "__main__":
    main()
