"""Fingerprints of the sentences that our content rests on, so that a test can see copied text.

The sources are not in this project; hashes of their runs of nine words are. Made anew, where the
researched facts are at hand, with: python tests/own_words.py FOLDER_WITH_DOSSIER FOLDER_WITH_SEEDS
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

RUN = 9
SIZE = 5
FINGERPRINTS = Path(__file__).parent / "data" / "vingerafdrukken.bin"


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """All runs of nine words, in lower case and without signs."""
    words = re.findall(r"[^\W_]+", text.lower())
    yield from (tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def fingerprint(run: tuple[str, ...]) -> bytes:
    """Five bytes: among a hundred thousand runs a chance likeness is one in ten million."""
    return hashlib.blake2b(" ".join(run).encode(), digest_size=SIZE).digest()


def known() -> frozenset[bytes]:
    """The fingerprints that are kept in this project."""
    data = FINGERPRINTS.read_bytes()
    return frozenset(data[start : start + SIZE] for start in range(0, len(data), SIZE))


def main(dossier: Path, seeds: Path) -> None:
    """Write the fingerprints of all facts and documents."""
    import yaml

    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.glob("*.txt"))]
    for path in sorted(dossier.glob("*.yml")):
        loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for entries in loaded.values() if isinstance(loaded, dict) else [loaded]:
            for entry in entries if isinstance(entries, list) else []:
                texts += [fact["feit"] for fact in entry.get("feiten", [])]
    found = {fingerprint(run) for text in texts for run in runs(text)}
    FINGERPRINTS.write_bytes(b"".join(sorted(found)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
