"""The policy that pages and hosts send to browsers."""

from __future__ import annotations

import itertools

from macros.content_policy import POLICY, to_headers


def test_the_policy_lets_nothing_inline_run() -> None:
    """No `unsafe-inline`, no `unsafe-eval`, no host but our own."""
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert "http" not in POLICY


def test_only_embedded_pages_may_be_framed() -> None:
    """Every folder but that of embedded pages says that it stands in no frame of others; the policy is for all."""
    lines = to_headers(["voorbeelden", "insluiten", "data"]).splitlines()

    framed = {before for before, line in itertools.pairwise(lines) if line == "  X-Frame-Options: SAMEORIGIN"}
    assert framed == {"/", "/data/*", "/voorbeelden/*"}
    assert lines[lines.index("/*") + 1] == f"  Content-Security-Policy: {POLICY}"


def test_the_file_does_not_depend_on_the_order_of_folders() -> None:
    """The same site gives the same bytes."""
    assert to_headers(["b", "a"]) == to_headers(iter(["a", "b"]))
