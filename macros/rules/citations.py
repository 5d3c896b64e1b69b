"""Rules about sources: every claim with a figure has one, every citation resolves, every source is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from macros.document import name_of
from macros.model.leaves import Leaf
from macros.model.messages import nearest
from macros.model.scalars import ONBEKEND, SLUG, shorten
from macros.naming import slugify
from macros.problem import Problem
from macros.prose import citations_in, figures_in, figures_without_citation, malformed_citations, written_figures_without_citation
from macros.rules.draft import TEKST, Draft, World
from macros.rules.identifiers import without_personal

_STORIES = ("aanleiding", "aanpak", "resultaten", "geleerd", "eigen_aanpassing", "reden")
# an address in the file has it too, but a citation without its bracket has no letter before it
_LOOSE = re.compile(r"@(?<![\w@.\[]@)")
_MACRO_CALL = re.compile(r"\{\{.*?\}\}")


def citations_are_well_formed(draft: Draft, world: World) -> Iterator[Problem]:
    """Een bronverwijzing heeft de vorm [@sleutel] of [@sleutel, p. 12]."""
    mistaken = {slugify(key) for key in _keys(draft) if not SLUG.fullmatch(key)}
    whole = draft.document.text
    # an escape may stand for any sign
    loose = _LOOSE.search(whole) or ("\\" in whole and whole.count("@") > whole.count("[@"))
    named = [key for key in _keys(draft) if (loose and f"@{key}" in whole) or f"[{key}]" in whole]
    for leaf in draft.prose:
        for piece, found in malformed_citations(leaf.value, named):
            if slugify(piece.strip("[]@ ").partition(",")[0]) in mistaken:
                continue  # the key itself is wrong, and told at its source
            near = found if found in whole else piece[:20]
            message = f"'{shorten(piece)}' is geen goede bronverwijzing."
            yield draft.document.problem(leaf.loc, message, "Schrijf [@sleutel] of [@sleutel, p. 12].", near=near)


def citations_resolve(draft: Draft, world: World) -> Iterator[Problem]:
    """Elke aangehaalde sleutel staat bij de bronnen."""
    known = _keys(draft)
    if len(known) < sum(1 for _ in draft.items("bronnen")) or not known or draft.is_cut_off:
        return  # a source without its key, or no sources at all, is told where it stands
    known += [slugify(key) for key in known]
    for leaf in draft.prose:
        for citation in citations_in(leaf.value):
            if citation.sleutel not in known:
                remedy = nearest(citation.sleutel, known) or "Voeg de bron toe aan 'bronnen'."
                yield draft.document.problem(
                    leaf.loc, f"De bron '{citation.sleutel}' staat niet bij 'bronnen'.", remedy, near=f"@{citation.sleutel}"
                )
    for leaf in draft.references("bron"):
        if leaf.value not in known:
            remedy = nearest(leaf.value, known) or "Voeg de bron toe aan 'bronnen'."
            yield draft.document.problem(leaf.loc, f"De bron '{shorten(leaf.value)}' staat niet bij 'bronnen'.", remedy)


def sources_are_cited(draft: Draft, world: World) -> Iterator[Problem]:
    """Elke bron wordt minstens een keer aangehaald, en een sleutel hoort bij één bron."""
    cited = {citation.sleutel for leaf in draft.prose for citation in citations_in(leaf.value)}
    cited |= {leaf.value for leaf in draft.references("bron")}
    count = Counter(_keys(draft))
    for loc, item in draft.items("bronnen"):
        key = item.get("sleutel")
        if not isinstance(key, str) or not SLUG.fullmatch(key):
            continue
        if count[key] > 1:
            count[key] = -1
            yield draft.document.problem(
                (*loc, "sleutel"), f"De sleutel '{key}' hoort bij meer dan één bron.", "Geef elke bron een eigen sleutel."
            )
        elif key not in cited and count[key] > 0:
            yield draft.document.problem(
                (*loc, "sleutel"), f"De bron '{key}' wordt nergens aangehaald.", f"Zet [@{key}] bij wat eruit komt, of haal de bron weg."
            )


def figures_are_cited(draft: Draft, world: World) -> Iterator[Problem]:
    """Elke zin met een cijfer heeft een bronverwijzing."""
    for leaf in draft.prose:
        text = _running_text(leaf)
        bare = without_personal(text)
        for sentence, figure in figures_without_citation(bare if bare is text or draft.may_be_personal else text):
            words = " ".join(sentence.split()[:3])
            yield draft.document.problem(
                leaf.loc,
                f"Deze zin noemt een cijfer ({figure}) zonder bron: '{shorten(sentence)}'.",
                "Zet [@sleutel] voor de punt.",
                near=words,
            )


def written_figures_are_cited(draft: Draft, world: World) -> Iterator[Problem]:
    """Een getal in letters, groter dan twaalf, heeft ook een bronverwijzing in dezelfde zin. Dit is een advies."""
    for leaf in draft.prose:
        for sentence, figure in written_figures_without_citation(_running_text(leaf)):
            message = f"Deze zin noemt een getal ({figure}) zonder bron: '{shorten(sentence)}'."
            yield draft.document.problem(leaf.loc, message, "Zet [@sleutel] voor de punt.", near=figure, level="advies")


def stories_are_cited(draft: Draft, world: World) -> Iterator[Problem]:
    """Een verhaalveld noemt minstens één bron, of is 'onbekend'."""
    for leaf in draft.of_kind("tekst"):
        bare = leaf.value.strip()
        if leaf.loc[-1] not in _STORIES or not bare or bare == ONBEKEND or "@" in bare:
            continue
        if len(bare.split()) > 2 and not any(figures_without_citation(without_personal(bare))):
            yield draft.document.problem(
                leaf.loc,
                f"'{name_of(leaf.loc)}' noemt geen bron.",
                "Zet [@sleutel] achter wat uit een bron komt. Weet je het niet? Schrijf 'onbekend'.",
            )


def summary_says_no_more(draft: Draft, world: World) -> Iterator[Problem]:
    """De samenvatting heeft geen bronverwijzingen, en een cijfer erin staat ook met bron in de tekst."""
    summary = draft.text("samenvatting")
    if "[@" in summary:
        yield draft.document.problem(
            ("samenvatting",),
            "De samenvatting heeft geen bronverwijzingen.",
            "Zet de bron bij dezelfde zin in de tekst eronder.",
            near="[@",
        )
    figures = figures_in(summary)
    if not figures:
        return
    proven = {figure for leaf in draft.prose for figure in figures_in(leaf.value)}
    proven |= {str(item.get("waarde")) for _, item in draft.items("kerncijfers")}
    for figure in figures:
        if figure not in proven:
            yield draft.document.problem(
                ("samenvatting",),
                f"Het cijfer {figure} in de samenvatting staat nergens met een bron.",
                "Noem het ook in de tekst of bij 'kerncijfers', met bron.",
                near=figure,
            )


def _keys(draft: Draft) -> list[str]:
    return [key for _, item in draft.items("bronnen") if isinstance(key := item.get("sleutel"), str)]


def _running_text(leaf: Leaf) -> str:
    """Without the headings and macro calls that a knowledge page may have."""
    text = _MACRO_CALL.sub("", leaf.value) if leaf.loc == TEKST else leaf.value
    return "\n".join("" if line.startswith("#") else line for line in text.split("\n")) if "#" in text else text
