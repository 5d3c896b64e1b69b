"""Rules across the whole catalogue: one title for an address, one spelling for an organisation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.document import Loc
from macros.model.scalars import SLUG, shorten
from macros.naming import fold, slugify
from macros.problem import Problem
from macros.rules.draft import Draft, World

_FILLER = re.compile(r"\b(?:stichting|vereniging|cooperatie|de|het|st)\b")


def file_names_are_addresses(draft: Draft, world: World) -> Iterator[Problem]:
    """De bestandsnaam is het adres: kleine letters, cijfers en streepjes."""
    if not SLUG.fullmatch(draft.slug):
        yield draft.document.problem(
            (), f"De bestandsnaam '{draft.slug}' kan geen adres zijn.", f"Noem het bestand '{slugify(draft.slug)}'."
        )


def titles_are_unique(world: World) -> Iterator[Problem]:
    """Geen twee voorbeelden hebben dezelfde titel, en geen twee samenvattingen beginnen gelijk."""
    for key, what in (("titel", "De titel is dezelfde als"), ("samenvatting", "De samenvatting begint met dezelfde woorden als")):
        seen: dict[str, Draft] = {}
        for draft in world.voorbeelden.values():
            words = draft.text(key).casefold().split()
            text = " ".join(words if key == "titel" else words[:6])
            first = seen.setdefault(text, draft)
            if text and first is not draft:
                yield draft.document.problem((key,), f"{what} in {first.document.path}.", "Zeg wat dit voorbeeld eigen maakt.")


def one_address_one_title(world: World) -> Iterator[Problem]:
    """Hetzelfde webadres heeft overal dezelfde titel en uitgever."""
    seen: dict[str, tuple[Draft, str, str]] = {}
    for draft in world.drafts:
        for loc, item in draft.items("bronnen"):
            url, title, publisher = (item.get(key) for key in ("url", "titel", "uitgever"))
            if not isinstance(url, str) or not isinstance(title, str) or not isinstance(publisher, str):
                continue
            first, other_title, other_publisher = seen.setdefault(url, (draft, title, publisher))
            if title != other_title:
                yield _differs(draft, (*loc, "titel"), "titel", other_title, first)
            elif publisher != other_publisher:
                yield _differs(draft, (*loc, "uitgever"), "uitgever", other_publisher, first)


def one_spelling_per_organisation(world: World) -> Iterator[Problem]:
    """Een organisatie heeft overal dezelfde schrijfwijze; wat bijna gelijk is wordt gemeld."""
    merged = {synonym for term in world.lijsten["organisaties"].values() for synonym in term.synoniemen}
    first_use: dict[str, tuple[Draft, Loc]] = {}
    for draft in world.voorbeelden.values():
        for loc, item in draft.items("organisaties"):
            name = item.get("naam")
            if isinstance(name, str) and name not in merged:
                first_use.setdefault(name, (draft, (*loc, "naam")))
    by_shape: dict[str, str] = {}
    for name, (draft, loc) in first_use.items():
        shapes = _shapes(name)
        twin = next((by_shape[shape] for shape in shapes if shape in by_shape and by_shape[shape] != name), None)
        for shape in shapes:
            by_shape.setdefault(shape, name)
        if twin:
            other = first_use[twin][0].document.path
            yield draft.document.problem(
                loc,
                f"'{shorten(name)}' lijkt op '{shorten(twin)}' in {other}.",
                "Gebruik één schrijfwijze, of zet ze als synoniemen in _lijsten/organisaties.yml.",
                level="let op",
            )


def _differs(draft: Draft, loc: Loc, what: str, other: str, first: Draft) -> Problem:
    return draft.document.problem(
        loc,
        f"Deze bron heeft in {first.document.path} een andere {what}: '{shorten(other)}'.",
        f"Geef hetzelfde adres overal dezelfde {what}.",
    )


def _shapes(name: str) -> set[str]:
    """The name without case, accents, signs and filler, and all its forms with one letter less."""
    plain = re.sub(r"[^a-z0-9]", "", _FILLER.sub("", fold(name)))
    # municipalities are told apart by a letter (Ede, Epe), and short or numbered names too
    if len(plain) < 8 or any(sign.isdigit() for sign in plain) or name.startswith(("Gemeente ", "GGD ", "Provincie ")):
        return {plain}
    return {plain, *(plain[:index] + plain[index + 1 :] for index in range(len(plain)))}
