"""The family of an entry as a tree: a method, the practices that follow it, and the parts of a larger whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros import addresses
from macros.catalogue import Catalogue, Item
from macros.model.entry import Praktijk

_MOST = 12
"""How many branches one knot shows; the others are counted, so that a page doesn't grow with the catalogue."""


@dataclass(frozen=True)
class Tak:
    """One entry in the tree. The entry of the page itself has no address; `meer` is how many branches are not shown."""

    label: str
    adres: str
    gestopt: bool
    takken: tuple[Tak, ...]
    meer: int = 0


@dataclass(frozen=True)
class Familie:
    """The whole tree, in words what it shows, and the addresses that it leads to."""

    uitleg: str
    stam: Tak
    adressen: frozenset[str]


def familie(catalogue: Catalogue, item: Item) -> Familie | None:
    """The tree around an entry; None when it follows no method, has no parts and belongs to nothing."""
    line = _line(catalogue, item)
    root = line[0]
    children = _children(catalogue, root)
    if not children:
        return None
    number = len(children)
    if root.is_praktijk:
        words = f"Een voorbeeld en {'zijn onderdeel' if number == 1 else f'zijn {number} onderdelen'}."
    else:
        words = f"Een werkwijze en {'de plek die haar volgt' if number == 1 else f'{number} plekken die haar volgen'}."
    tree = _tak(catalogue, line, item, "")
    return Familie(words, tree, frozenset(_addresses(tree)))


def _addresses(tak: Tak) -> Iterator[str]:
    yield tak.adres
    for branch in tak.takken:
        yield from _addresses(branch)


def _line(catalogue: Catalogue, item: Item) -> list[Item]:
    """From the top of the tree down to the entry: method, whole, part."""
    line = [item]
    while isinstance(data := line[0].data, Praktijk) and (above := data.onderdeel_van or data.werkwijze):
        line.insert(0, catalogue.by_slug[above])
    return line


def _children(catalogue: Catalogue, item: Item) -> Sequence[Item]:
    return (*catalogue.praktijken_van(item.slug), *catalogue.onderdelen_van(item.slug))


def _tak(catalogue: Catalogue, line: Sequence[Item], item: Item, above: str) -> Tak:
    """The branch of the first of `line`; beside the way to the entry nothing unfolds."""
    here, *down = line
    children = _children(catalogue, here)
    shown = list(children[:_MOST])
    if down and down[0].slug not in [child.slug for child in shown]:
        shown[-1] = next(child for child in children if child.slug == down[0].slug)
    return Tak(
        _short(here.data.titel, above),
        "" if here.slug == item.slug else addresses.voorbeeld(here.slug),
        here.data.fase == "gestopt",
        tuple(
            _tak(catalogue, down, item, here.data.titel)
            if down and child.slug == down[0].slug
            else _leaf(child, here.data.titel, () if down else catalogue.onderdelen_van(child.slug))
            for child in shown
        ),
        len(children) - len(shown),
    )


def _leaf(item: Item, above: str, parts: Sequence[Item] = ()) -> Tak:
    """A branch beside the way to the entry; below a method it shows the parts of its practices too."""
    return Tak(
        _short(item.data.titel, above),
        addresses.voorbeeld(item.slug),
        item.data.fase == "gestopt",
        tuple(_leaf(part, item.data.titel) for part in parts[:_MOST]),
        max(len(parts) - _MOST, 0),
    )


def _short(title: str, above: str) -> str:
    """A title without the name that stands above it: `Welzijn op Recept Den Helder` → `Den Helder`; at the top without its explanation."""
    if not above:
        return _name(title)
    base = _name(above)
    rest = title.removeprefix(base).lstrip(" ,:").removeprefix("in ") if title.startswith(f"{base} ") else ""
    return rest if rest[:1].isupper() else title


def _name(title: str) -> str:
    """A title up to its explanation: `Housing First, eerst een huis` → `Housing First`."""
    return title.partition(":")[0].partition(",")[0]
