"""The external addresses in the content, and where each of them stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

# An address ends at a space, a quote or a bracket that doesn't belong to it.
_ADDRESS = re.compile(r"https?://[^\s\"'<>\]`|]+")
_PLACEHOLDER = re.compile(r"https?://(?:[^/]*\.)?(?:example|invalid|test|localhost)(?:\.[a-z]+)?(?:[:/]|$)")


@dataclass(frozen=True, order=True)
class Plek:
    """A line in a file; counted from 1."""

    bestand: str
    regel: int

    def __str__(self) -> str:
        return f"{self.bestand}:{self.regel}"


def collect(files: Mapping[str, bytes]) -> dict[str, tuple[Plek, ...]]:
    """Every external address in these files with the places where it stands, both sorted.

    `files` is path → UTF-8; the schema line of an editor and comments are not content.
    """
    found: dict[str, list[Plek]] = {}
    for path in sorted(files):
        for number, line in enumerate(files[path].decode("utf-8", "replace").splitlines(), start=1):
            if line.startswith("#") and path.endswith(".yml"):
                continue
            for address in addresses_in(line):
                found.setdefault(address, []).append(Plek(path, number))
    return {address: tuple(dict.fromkeys(found[address])) for address in sorted(found)}


def addresses_in(line: str) -> Iterator[str]:
    """The external addresses in a line of YAML or Markdown, without the punctuation behind them."""
    for match in _ADDRESS.finditer(line):
        address = match[0].rstrip(".,;:!?")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,;:!?")
        if not _PLACEHOLDER.match(address):
            yield address


def replaced(content: bytes, old: str, new: str) -> bytes:
    """The file with an address changed where it stands whole, never where it begins a longer one."""
    whole = re.compile(re.escape(old) + r"(?=$|[\s\"'<>\]`|).,;:!?])")
    return "".join(
        whole.sub(lambda _: new, line) if old in addresses_in(line) else line for line in content.decode("utf-8").splitlines(keepends=True)
    ).encode()
