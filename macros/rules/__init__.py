"""The rules that content must keep, one function each; the docstring of a function is the rule.

An entry rule looks at one draft, a catalogue rule at everything; both yield problems, neither
changes or raises anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from macros.problem import Problem
from macros.rules import citations, consistency, fields, privacy, references, unfinished, writing
from macros.rules.draft import Draft, World

EntryRule = Callable[[Draft, World], Iterator[Problem]]
CatalogueRule = Callable[[World], Iterator[Problem]]

ENTRY_RULES: tuple[EntryRule, ...] = (
    consistency.file_names_are_addresses,
    fields.place_or_nationwide,
    fields.no_field_is_swallowed,
    fields.stopped_has_reason,
    fields.submitted_is_agreed,
    fields.adaptation_has_method,
    fields.contact_leads_somewhere,
    fields.facts_are_not_from_the_future,
    fields.periods_run_forward,
    fields.phase_fits_dates,
    fields.recognition_is_official,
    fields.lists_name_once,
    references.terms_exist,
    references.entries_exist,
    references.parts_make_no_circle,
    citations.citations_are_well_formed,
    citations.citations_resolve,
    citations.sources_are_cited,
    citations.figures_are_cited,
    citations.written_figures_are_cited,
    citations.stories_are_cited,
    citations.summary_says_no_more,
    writing.prose_is_small_markdown,
    writing.lines_are_plain,
    writing.text_has_no_html,
    writing.links_are_safe,
    writing.pages_show_no_pictures,
    writing.pages_call_known_macros,
    unfinished.unknown_stands_alone,
    unfinished.nothing_is_left_to_fill_in,
    unfinished.summary_adds_to_title,
    privacy.text_is_not_private,
    privacy.mailboxes_are_shared,
    privacy.people_have_no_name,
    privacy.homes_have_no_address,
    privacy.roles_are_no_names,
    writing.summary_reads_easily,
)

CATALOGUE_RULES: tuple[CatalogueRule, ...] = (
    consistency.titles_are_unique,
    consistency.one_address_one_title,
    consistency.one_spelling_per_organisation,
    references.successors_exist,
    references.addresses_are_used_once,
    references.synonyms_are_unique,
    references.terms_are_used,
    writing.macros_name_what_exists,
)


def entry_problems(draft: Draft, world: World) -> Iterator[Problem]:
    """All problems of one entry or knowledge page in its surroundings, in no particular order."""
    for rule in ENTRY_RULES:
        yield from rule(draft, world)


def catalogue_problems(world: World) -> Iterator[Problem]:
    """All problems that only show among all entries, in no particular order."""
    for rule in CATALOGUE_RULES:
        yield from rule(world)
