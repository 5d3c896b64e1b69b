"""The policies that pages and hosts send to browsers."""

from __future__ import annotations

import itertools
import re

from macros.content_policy import POLICY, REFERRER, to_apache, to_headers, to_nginx
from tools.host_headers import FILES, FOLDER

FOLDERS = ("voorbeelden", "insluiten", "data")
PATHS = {"/voorbeelden/x/": "SAMEORIGIN", "/data/y.json": "SAMEORIGIN", "/": "SAMEORIGIN", "/insluiten/voorbeelden/x.html": ""}
"""What each path says of standing in a frame of another site."""


def test_the_policy_lets_nothing_inline_run() -> None:
    """No `unsafe-inline`, no `unsafe-eval`, no host but our own; a script may make HTML by our own policy only."""
    assert "unsafe-inline" not in POLICY
    assert "'unsafe-eval'" not in POLICY
    assert "http" not in POLICY
    assert POLICY.endswith(";require-trusted-types-for 'script';trusted-types pw")


def test_other_sites_hear_nothing_of_a_visit() -> None:
    """Neither the page nor the site that a visitor came from."""
    assert REFERRER == "same-origin"
    assert f"  Referrer-Policy: {REFERRER}" in to_headers(FOLDERS).splitlines()


def test_only_embedded_pages_may_be_framed() -> None:
    """Every folder but that of embedded pages says that it stands in no frame of others; the policy is for all."""
    lines = to_headers(FOLDERS).splitlines()

    framed = {before for before, line in itertools.pairwise(lines) if line == "  X-Frame-Options: SAMEORIGIN"}
    assert framed == {"/", "/data/*", "/voorbeelden/*"}
    assert lines[lines.index("/*") + 1] == f"  Content-Security-Policy: {POLICY}"


def test_the_file_does_not_depend_on_the_order_of_folders() -> None:
    """The same site gives the same bytes."""
    assert to_headers(["b", "a"]) == to_headers(iter(["a", "b"]))


def test_all_hosts_are_told_the_same() -> None:
    """Netlify and Cloudflare, Apache, nginx: the same headers with the same values, also in the site's own folder on a host."""
    lines = to_headers(FOLDERS).splitlines()
    everywhere = lines[lines.index("/*") + 1 :]
    said = dict(line.strip().split(": ", 1) for line in itertools.takewhile(lambda line: line.startswith(" "), everywhere))
    apache = dict(re.findall(r'^Header always set ([\w-]+) "([^"]*)"$', to_apache(), re.MULTILINE))
    nginx = dict(re.findall(r'^add_header ([\w-]+) "([^"]*)" always;$', to_nginx(), re.MULTILINE))

    assert len(said) == 5
    assert apache == said
    assert nginx == said


def test_all_hosts_frame_the_same_pages() -> None:
    """What may stand in a frame, by the patterns in which each host is told; on Apache and nginx below any path."""
    apache = re.search(r'X-Frame-Options "(\w+)" "expr=%\{REQUEST_URI\} !~ m#(.*)#"$', to_apache(), re.MULTILINE)
    nginx = re.search(
        r'map \$uri \$pw_frame \{\n  default (\w+);\n  ~(\S+) "";\n\}\nadd_header X-Frame-Options \$pw_frame always;', to_nginx()
    )

    assert apache
    assert nginx
    for below, (usual, pattern) in itertools.product(("", "/gids"), (apache.groups(), nginx.groups())):
        assert {path: "" if re.search(pattern, below + path) else usual for path in PATHS} == PATHS


def test_the_files_for_hosts_are_as_the_policy_is() -> None:
    """`python -m tools.host_headers` writes them."""
    assert {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()} == {name: make() for name, make in FILES.items()}
