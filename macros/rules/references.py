"""Rules about what an entry refers to: terms, municipalities, other entries, knowledge pages."""

from __future__ import annotations

import datetime
from collections.abc import Container, Iterator

from macros.dates import in_words, is_past, last_day
from macros.model.leaves import Leaf, references
from macros.model.messages import nearest, suggest
from macros.model.remedies import quoted_row
from macros.model.scalars import Verwijzing, shorten
from macros.model.vocabulary import Begrip, Lijst
from macros.problem import Problem
from macros.rules.draft import Draft, World

_NOT_CHOSEN = {"gemeenten", "provincies", "begrippen", "organisaties", "zoekwoorden", "verwijderd"}
"""Lists that are complete by nature, or that nobody chooses a term from."""

_PAGES = {"werkwijze", "voorbeeld", "kennis", "bron"}


def terms_exist(draft: Draft, world: World) -> Iterator[Problem]:
    """Elke term staat in zijn lijst; een gemeente bestaat nog."""
    for leaf in draft.leaves:
        if not isinstance(leaf.kind, Verwijzing) or leaf.kind.naar in _PAGES or not leaf.value:
            continue
        lijst = world.lijsten[leaf.kind.naar]
        term = lijst.get(leaf.value)
        if term is None:
            document = world.lijst_documenten.get(lijst.naam)
            if document is None or leaf.value in document.value:
                continue  # what is wrong with the list or its term is told there, once
            if together := _run_together(leaf, lijst):
                yield draft.document.problem(leaf.loc, *together)
                continue
            message = f"'{shorten(leaf.value)}' staat niet in de lijst '{lijst.naam}'."
            yield draft.document.problem(leaf.loc, message, _nearest_term(leaf.value, lijst))
        elif lijst.naam == "gemeenten" and term.geldig_tot and is_past(term.geldig_tot, world.today):
            yield draft.document.problem(leaf.loc, *_ceased(term, lijst))


def entries_exist(draft: Draft, world: World) -> Iterator[Problem]:
    """Een voorbeeld of kennispagina waarnaar verwezen wordt, bestaat; een werkwijze is er echt een."""
    for naar, known, folder in (
        ("voorbeeld", world.voorbeelden, "voorbeelden"),
        ("werkwijze", world.voorbeelden, "voorbeelden"),
        ("kennis", world.kennis, "docs/kennis"),
    ):
        for leaf in draft.references(naar):
            target = known.get(leaf.value)
            if leaf.value == draft.slug and known.get(draft.slug) is draft:
                yield draft.document.problem(leaf.loc, f"'{leaf.loc[0]}' verwijst naar zichzelf.", "Haal de verwijzing weg.")
            elif target is None and (together := _run_together(leaf, known)):
                yield draft.document.problem(leaf.loc, *together)
            elif target is None and leaf.value:
                message = f"'{shorten(leaf.value)}' bestaat niet in {folder}/."
                yield draft.document.problem(
                    leaf.loc, message, nearest(leaf.value, known) or "Controleer de bestandsnaam, zonder extensie."
                )
            elif naar == "werkwijze" and target and target.text("type") != "werkwijze":
                yield draft.document.problem(
                    leaf.loc, f"'{leaf.value}' is geen werkwijze maar een praktijk.", "Gebruik 'verwant' of 'onderdeel_van'."
                )


def parts_make_no_circle(draft: Draft, world: World) -> Iterator[Problem]:
    """Een deel is niet, langs een omweg, een deel van zichzelf."""
    trail, slug = [draft.slug], draft.text("onderdeel_van")
    while slug in world.voorbeelden and slug not in trail:
        trail.append(slug)
        slug = world.voorbeelden[slug].text("onderdeel_van")
    if slug == draft.slug and len(trail) > 1:
        circle = " → ".join([*trail, slug])
        yield draft.document.problem(
            ("onderdeel_van",), f"'onderdeel_van' loopt in een kring: {circle}.", "Haal een van de verwijzingen weg."
        )


def successors_exist(world: World) -> Iterator[Problem]:
    """Een opvolger in een lijst bestaat en is zelf niet vervallen."""
    for naam, lijst in world.lijsten.items():
        document = world.lijst_documenten.get(naam)
        for key, term in lijst.items():
            if not document or not term.opvolger or (naam == "verwijderd" and term.opvolger in world.voorbeelden):
                continue
            if term.opvolger not in lijst:
                yield document.problem(
                    (key, "opvolger"), f"'{term.opvolger}' staat niet in de lijst '{naam}'.", nearest(term.opvolger, lijst)
                )
            elif naam == "gemeenten" and lijst[term.opvolger].geldig_tot:
                yield document.problem((key, "opvolger"), f"'{term.opvolger}' is zelf opgeheven.", "Noem de gemeente van nu.")


def addresses_are_used_once(world: World) -> Iterator[Problem]:
    """Een adres is van één voorbeeld: van nu, van vroeger of verwijderd."""
    gone, document = world.lijsten["verwijderd"], world.lijst_documenten.get("verwijderd")
    for key in gone:
        if document and key in world.voorbeelden:
            yield document.key_problem((key,), f"'{key}' staat in voorbeelden/ en is dus niet verwijderd.", "Haal het hier weg.")
    seen: dict[str, str] = {}
    for draft in world.voorbeelden.values():
        former = draft.document.value.get("vorige_adressen")
        for index, slug in enumerate(former if isinstance(former, list) else []):
            if not isinstance(slug, str):
                continue  # the model tells
            other = seen.setdefault(slug, draft.document.path)
            taken = f"voorbeelden/{slug}.yml" if slug in world.voorbeelden else "_lijsten/verwijderd.yml" if slug in gone else other
            if taken != draft.document.path or slug in world.voorbeelden:
                message = f"Het adres '{slug}' is al van {taken}."
                yield draft.document.problem(("vorige_adressen", index), message, "Haal het hier of daar weg.")


def synonyms_are_unique(world: World) -> Iterator[Problem]:
    """Een woord wijst in een lijst maar één term aan."""
    for naam, lijst in world.lijsten.items():
        document = world.lijst_documenten.get(naam)
        seen: dict[str, str] = {term.label.casefold(): key for key, term in lijst.items() if not term.geldig_tot}
        for key, term in lijst.items():
            for index, synonym in enumerate(term.synoniemen):
                other = seen.setdefault(synonym.casefold(), key)
                if other != key and document:
                    yield document.problem(
                        (key, "synoniemen", index), f"'{synonym}' wijst ook '{other}' aan.", "Laat het bij één van de twee staan."
                    )


def terms_are_used(world: World) -> Iterator[Problem]:
    """Een term die nergens gebruikt wordt, heeft een reden bij 'ongebruikt'; een gebruikte term heeft die niet."""
    used: dict[str, set[str]] = {}
    for draft in world.drafts:
        for naar, key in references(draft.model, draft.document.value):
            used.setdefault(naar, set()).add(key)
    for naam, document in world.lijst_documenten.items():
        if naam in _NOT_CHOSEN:
            continue
        for key, term in world.lijsten[naam].items():
            if key not in used.get(naam, set()) and not term.ongebruikt:
                message = f"Geen enkel voorbeeld gebruikt '{key}'."
                remedy = "Haal de term weg, voeg een voorbeeld toe, of zeg waarom bij 'ongebruikt'."
                yield document.problem((key,), message, remedy, level="let op")
            elif key in used.get(naam, set()) and term.ongebruikt:
                message = f"'{key}' wordt wel gebruikt."
                yield document.problem((key, "ongebruikt"), message, "Haal 'ongebruikt' weg.", level="let op")


def _nearest_term(value: str, lijst: Lijst) -> str:
    if key := lijst.named(value):
        return f"Schrijf '{key}'."
    if any(getattr(term, "provincie", "") == value for term in lijst.values()):
        return "Dat is een provincie. Noem de gemeenten waar het gebeurt; de provincie volgt vanzelf."
    return suggest(value, lijst) or f"Kijk in voorbeelden/_lijsten/{lijst.naam}.yml."


def _run_together(leaf: Leaf, known: Container[str]) -> tuple[str, str] | None:
    """What is wrong and what to do when several ids of a list stand there as one."""
    ids = leaf.value.replace(";", " ").split()
    if not isinstance(leaf.loc[-1], int) or len(ids) < 2 or not all(part in known for part in ids):
        return None
    message = f"Tussen {quoted_row(ids)} ontbreekt een komma."
    return message, f"Schrijf [{', '.join(ids)}], of elk op een eigen regel met '- ' ervoor."


def _ceased(term: Begrip, lijst: Lijst) -> tuple[str, str]:
    first = last_day(term.geldig_tot or "") + datetime.timedelta(days=1)
    if not term.opvolger or term.opvolger not in lijst:
        return f"De gemeente {term.label} bestaat niet meer sinds {in_words(first.isoformat())}.", "Noem de gemeente van nu."
    message = f"De gemeente {term.label} hoort sinds {in_words(first.isoformat())} bij {lijst.label(term.opvolger)}."
    return message, f"Schrijf '{term.opvolger}', en zet {term.label} bij 'plaats'."
