"""Look for input that breaks the program, led by which of its branches an input reaches: `make fuzz-gericht`.

    python -m tests.fuzzing.zoek DOEL [--minuten 30]

Atheris does the looking, in a process of its own, with our own content for a start and what YAML, Markdown and the model
are made of as its words. More than 20 seconds or 2 GB for one input is a finding too. What it found stands in `.fuzz/`;
the figures of every run are kept in `runs.json`.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from macros.model.entry import KINDS
from tests.conftest import PROJECT, SMALL

RUNS = Path(__file__).with_name("runs.json")
TARGETS = ("lezen", "model", "proza", "verwijzingen", "uitvoer")
_FIGURES = {
    "uitgevoerd": r"stat::number_of_executed_units: (\d+)",
    "vertakkingen": r"cov: (\d+)",
    "geheugen_mb": r"stat::peak_rss_mb: +(\d+)",
}
_LIMITS = ("-timeout=20", "-rss_limit_mb=2048", "-max_len=20000")
_WORDS = r"""
titel: |- >+ *a &a <<: !!python/object:os.system {} [] ' " # --- ... %YAML ? ~ 0x1f 12:30 NO 1e3 .inf 2026-02-30
[@bron] [@bron,\x20p.\x201] <script> <!-- javascript: data:text/html, ![x](y) [a](b) ** ``` &#106; &lt; {{ {% =1+1 @SUM -1 \x00 \xef\xbb\xbf
\xe2\x80\xae \xc2\xa0 \x0d\x0a \x09 \xe2\x80\xa8 \xf0\x9f\x92\xa9 111222333 NL91ABNA0417164300 06-12345678 http://[ https://a.nl/"
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Look, show what libFuzzer says, and keep the figures; 1 when something was found."""
    parser = argparse.ArgumentParser(description="Zoekt gericht naar invoer waar het programma niet tegen kan.")
    parser.add_argument("doel", choices=TARGETS)
    parser.add_argument("--minuten", type=float, default=30)
    options = parser.parse_args(arguments)
    folder = PROJECT / ".fuzz" / options.doel
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _seeds(options.doel):
        (folder / name).write_bytes(content)
    words = folder.with_suffix(".dict")
    words.write_text("".join(f'"{word}"\n' for word in _words()), encoding="utf-8")
    started = time.monotonic()
    limits = (*_LIMITS, f"-max_total_time={round(options.minuten * 60)}", f"-artifact_prefix={folder}-", f"-dict={words}")
    command = [
        sys.executable,
        "-m",
        "tests.fuzzing.targets",
        options.doel,
        f"{folder}-gevonden",
        *limits,
        "-print_final_stats=1",
        str(folder),
    ]
    with subprocess.Popen(command, cwd=PROJECT, stderr=subprocess.STDOUT, stdout=subprocess.PIPE, text=True, errors="replace") as running:
        assert running.stdout is not None
        said = "".join(_shown(running.stdout))
    _keep(options.doel, round((time.monotonic() - started) / 60, 1), said, found=running.returncode != 0)
    return int(running.returncode != 0)


def _seeds(target: str) -> Iterator[tuple[str, bytes]]:
    """What the looking starts from: entries that are right, wrong ones, or their prose."""
    if target == "verwijzingen":
        yield "leeg", b"\0" * 64
        return
    entries = [*(SMALL / "voorbeelden").glob("*.yml"), *(SMALL.parent / "invalid").glob("*.yml")]
    for path in sorted(entries):
        content = path.read_bytes()
        if target != "proza":
            yield path.parent.name + "-" + path.name, content
        elif blocks := re.findall(rb"^\w+: [>|]-?\n((?:  .*\n|\n)+)", content, re.MULTILINE):
            yield path.parent.name + "-" + path.name, b"\n".join(blocks)


def _words() -> list[str]:
    keys = {name + ":" for kind in KINDS.values() for name in kind.model_fields}
    return sorted(re.sub(r'\\(?!x[0-9a-f]{2})|"', lambda found: "\\" + found[0], word) for word in {*keys, *_WORDS.split()})


def _shown(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("INFO: Instrumenting"):
            print(line, end="", flush=True)
            yield line


def _keep(target: str, minutes: float, said: str, *, found: bool) -> None:
    runs = json.loads(RUNS.read_text(encoding="utf-8")) if RUNS.is_file() else []
    figures = {name: int((re.findall(pattern, said) or ["0"])[-1]) for name, pattern in _FIGURES.items()}
    day = datetime.datetime.now(datetime.UTC).date().isoformat()
    runs.append({"doel": target, "dag": day, "minuten": minutes, **figures, "gevonden": found})
    RUNS.write_text(json.dumps(runs, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
