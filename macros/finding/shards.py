"""Many lines in small files by their first letters, so that the browser loads only what a few letters need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_DEEPEST = 5


def shards(lines: Iterable[tuple[str, str]], limit: int, keep: int | None = None) -> Mapping[str, Sequence[str]]:
    """Prefix → lines, from pairs of a key and a line, best first.

    A group heavier than `limit` characters is split by one more letter, and of what can't be split any
    further only the first `keep` lines stay. A key shorter than its file's name goes with the shorter name.
    """
    first: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, line in lines:
        first[key[:1]].append((key, line))
    found: dict[str, Sequence[str]] = {}
    for prefix, group in first.items():
        _split(prefix, group, limit, keep, found)
    return dict(sorted(found.items()))


def written(words: Iterable[str]) -> str:
    """Words in alphabetical order in few bytes, each as what it adds to the one before: maa, man, mand → `AmaaCnDd`.

    The capital says how much stays: A nothing, B one letter. `bestanden.js` reads it.
    """
    before, text = "", ""
    for word in sorted(words):
        same = next((place for place, (one, other) in enumerate(zip(before, word, strict=False)) if one != other), len(before))
        text += chr(ord("A") + same) + word[same:]
        before = word
    return text


def _split(prefix: str, group: list[tuple[str, str]], limit: int, keep: int | None, found: dict[str, Sequence[str]]) -> None:
    if sum(len(line) for _, line in group) <= limit or len(prefix) >= _DEEPEST:
        found[prefix] = tuple(dict.fromkeys(line for _, line in group))[:keep]
        return
    deeper: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for key, line in group:
        deeper[key[: len(prefix) + 1]].append((key, line))
    # what is as short as the prefix itself, and the best of the rest for who has typed no further yet
    best = [line for key, line in group if key == prefix]
    if keep is not None:
        best += [line for _, line in group]
    if best:
        found[prefix] = tuple(dict.fromkeys(best))[: keep or len(best)]
    for longer, part in deeper.items():
        if longer != prefix:
            _split(longer, part, limit, keep, found)
