"""The measures of search, against answers worked out by hand."""

from __future__ import annotations

import pytest

from tests.relevance.machines import entries
from tests.relevance.maten import measure, ndcg, recall, reciprocal_rank


@pytest.mark.parametrize(
    ("found", "wanted"), [(["a", "b"], 1.0), (["x", "b", "a"], 0.5), (["x"], 0.0), ([], 0.0), (["x"] * 10 + ["a"], 0.0)]
)
def test_reciprocal_rank(found: list[str], wanted: float) -> None:
    """One over the place of the first wanted entry, within ten."""
    assert reciprocal_rank(["a", "b"], found) == wanted


def test_ndcg_prefers_the_best_first() -> None:
    """Perfect order is 1; the other way round is less; nothing is 0."""
    assert ndcg(["a", "b"], ["a", "b"]) == pytest.approx(1)
    assert 0 < ndcg(["a", "b"], ["b", "a"]) < 1
    assert ndcg(["a", "b"], ["x"]) == 0


def test_recall_counts_at_most_ten() -> None:
    """Of twelve wanted, ten in the first ten is everything."""
    many = [str(number) for number in range(12)]

    assert recall(many, many) == 1
    assert recall(["a", "b"], ["x", "b"]) == 0.5


def test_means_over_questions() -> None:
    """Each question counts the same, also one without any answer."""
    measured = measure({"een": ["a"], "twee": ["b"]}, {"een": ["a"], "twee": []})

    assert (measured.mrr, measured.recall, measured.zonder) == (0.5, 0.5, 0.5)


def test_only_entries_are_judged() -> None:
    """Other pages that an engine finds are passed over, and a page found twice counts once."""
    assert entries(["voorbeelden/a/", "/themas/x/", "voorbeelden/", "/voorbeelden/b/", "voorbeelden/a/"]) == ["a", "b"]
