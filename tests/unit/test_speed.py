"""A bar that doesn't depend on the machine: two ways to read the same bytes, side by side in one run."""

from __future__ import annotations

import datetime
import re
import time
from collections.abc import Callable

import yaml

from macros.checking import check

ENTRIES = 200
TODAY = datetime.date(2026, 11, 21)


ENTRY = re.compile(r"voorbeelden/[^/]+\.yml")


def many(real_files: dict[str, bytes]) -> dict[str, bytes]:
    """Entries made from the real ones, each with a name, title, summary and web addresses of its own."""
    originals = [(path, data.decode()) for path, data in real_files.items() if ENTRY.fullmatch(path)]
    files = {}
    for number in range(ENTRIES):
        path, text = originals[number % len(originals)]
        name = "".join(chr(ord("a") + int(digit)) for digit in f"{number:04}")
        text = re.sub(r"^titel: .*$", f"titel: Voorbeeld {name}", text, count=1, flags=re.MULTILINE)
        text = re.sub(
            r"^samenvatting: .*(?:\n  .*)*$", f"samenvatting: In {name} doen mensen dit samen.", text, count=1, flags=re.MULTILINE
        )
        text = re.sub(r"(https?://)", rf"\1{name}.", text)
        files[path.replace(".yml", f"-{name}.yml")] = text.encode()
    return files


def cpu(action: Callable[[], object], times: int) -> float:
    """The least processor time of several runs."""
    spent = []
    for _ in range(times):
        start = time.process_time()
        action()
        spent.append(time.process_time() - start)
    return min(spent)


def test_checking_costs_less_than_parsing_alone(real_files: dict[str, bytes]) -> None:
    """Reading, validating and all rules together cost six tenths at most of what PyYAML's plain parser does on the same bytes.

    Lists, knowledge pages and the real entries, to which the others refer, are counted on both sides.
    """
    files = {**real_files, **many(real_files)}
    texts = [data.split(b"---\n")[1] if path.endswith(".md") else data for path, data in files.items()]
    checked = []

    ours = cpu(lambda: checked.append(check(files, TODAY)), 2)
    plain = cpu(lambda: [yaml.load(text, Loader=yaml.SafeLoader) for text in texts], 1)
    assert checked[0].errors == ()
    assert ours / plain < 0.6
