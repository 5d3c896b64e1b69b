"""The settings of MkDocs."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from mkdocs.config import load_config

from tests.conftest import PROJECT


def test_no_setting_is_lost() -> None:
    """YAML keeps the last of two keys with one name, and says nothing."""
    keys = Counter(re.findall(r"^([a-z_]+):", (PROJECT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE))

    assert [key for key, number in keys.items() if number > 1] == []


def test_every_variable_in_the_readme_arrives(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the README says that a variable sets, is set; those of `building` and `versions` are read there."""
    documented = set(re.findall(r"^\| `(PRAKTIJKWIJZER_[A-Z_]+)`", (PROJECT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    for name in documented:
        monkeypatch.setenv(name, f"https://{name.lower()}.example/")
    config = load_config(str(PROJECT / "mkdocs.yml"))
    set_there = {str(value) for value in (config.site_url, config.repo_url, config.edit_uri, *config.extra.values())}

    assert {name for name in documented if f"https://{name.lower()}.example/" not in set_there} == {"PRAKTIJKWIJZER_ALLE_VERSIES"}
