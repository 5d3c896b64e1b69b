"""A contribution travels as data, and what is told of it is made by our own code, whatever the data holds."""

from __future__ import annotations

import base64
import datetime
import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import cmarkgfm
import pytest

from macros.cli import main
from macros.inbox.contribution import MARK, UntrustedError, comment, from_json, to_json
from macros.inbox.running import CHANGES

TODAY = datetime.date(2026, 11, 22)
RUN = "https://github.com/praktijkwijzer/site/actions/runs/1"
ENTRY = "voorbeelden/leefgoed.yml"
EVIL = "@octocat [klik](https://evil.example) ![](https://evil.example/x.png) <script>alert(1)</script> ``` </details> --> #1 ~~~ ````"


@pytest.fixture
def folder(tmp_path: Path, small_files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small world as a project under version control."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    project = tmp_path / "project"
    for path, data in small_files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_bytes(data)
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b.nl", "commit", "-qm", "begin"]):
        subprocess.run(["git", "-C", str(project), *command], check=True)
    return project


def told(base: dict[str, bytes], changed: dict[str, bytes | None], *, built: bool = True) -> str:
    return comment(base, changed, TODAY, run=RUN, built=built)


def zipped(files: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def test_only_what_differs_is_handed_over() -> None:
    changed = to_json(
        {"voorbeelden/a.yml": b"1", "voorbeelden/b.yml": b"2", "docs/c.md": b"3"}, {"voorbeelden/a.yml": b"1", "docs/c.md": b"\xff"}
    )

    assert from_json(changed) == {"docs/c.md": b"\xff", "voorbeelden/b.yml": None}


def test_from_one_job_to_the_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The two commands that the workflows call, with a zip between them."""
    entry, data = folder / ENTRY, folder / CHANGES
    kept = entry.read_bytes()
    entry.write_bytes(re.sub(rb"(?m)^titel: .*$", b"titel: Een heel andere titel", kept))
    assert main(["--project", str(folder), "bijdrage", "HEAD", "--uit", str(data)]) == 0
    entry.write_bytes(kept)  # the second job has the main branch only
    (folder / "x.zip").write_bytes(zipped({CHANGES: data.read_bytes()}))

    assert main(["--project", str(folder), "verslag", str(folder / "x.zip"), "--uitvoer", RUN, "--gemaakt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{MARK}\n\nDank je wel voor je bijdrage! De inhoud klopt met de regels.")
    assert "+ Een heel andere titel\n" in out
    assert f"[deze pagina]({RUN}#artifacts)" in out


def test_a_base_that_git_does_not_know(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--project", str(folder), "bijdrage", "weg", "--uit", str(folder / CHANGES)])
    assert "Git kent 'weg' niet." in capsys.readouterr().err


def test_what_is_wrong_is_told_kindly_with_its_place(small_files: dict[str, bytes]) -> None:
    out = told(small_files, {ENTRY: small_files[ENTRY].replace(b"fase:", b"faze:")}, built=False)

    assert "Dank je wel voor je bijdrage!" in out
    assert "nog anders voor zij erbij kan:" in out
    assert re.search(rf"- `{ENTRY}:\d+` `Het veld 'faze' bestaat niet\. Bedoel je 'fase'\?`|- `{ENTRY}:\d+` `'faze'", out), out
    assert "Er is nog geen voorvertoning." in out


def test_a_site_that_can_not_be_made_is_no_fault_of_the_content(small_files: dict[str, bytes]) -> None:
    out = told(small_files, {}, built=False)

    assert "maar de site kon er niet mee gemaakt worden" in out
    assert "Voor lezers verandert er niets." in out


def test_what_was_wrong_already_is_not_blamed_on_the_contributor(small_files: dict[str, bytes]) -> None:
    base = {**small_files, "voorbeelden/kapot.yml": b"titel: ["}

    assert "kapot" not in told(base, {ENTRY: small_files[ENTRY] + b"\n"})


def test_an_entry_that_goes(small_files: dict[str, bytes]) -> None:
    assert "### Weg: " in told(small_files, {ENTRY: None})


@pytest.mark.parametrize("path", [ENTRY, "voorbeelden/nieuw.yml", "voorbeelden/_lijsten/themas.yml", "docs/kennis/nieuw.md", "docs/x.md"])
@pytest.mark.parametrize(
    "data",
    [
        EVIL.encode(),
        f"titel: '{EVIL}'\nsamenvatting: |\n  {EVIL}\n{'`' * 9}: x\n".encode(),
        f"---\ntitel: {EVIL}\n---\n{EVIL}\n".encode(),
        b"\xff\xfe\x00\x00" * 100,
        b"a: &a [*a, *a]\n",
        b"[" * 60_000,
        b"titel: " + b"`" * 50_000,
    ],
    ids=["evil", "evil-fields", "evil-page", "no-text", "anchors", "deep", "ticks"],
)
def test_hostile_content_stays_text(small_files: dict[str, bytes], path: str, data: bytes) -> None:
    """Rendered as GitHub does it: outside of code stands nothing of the contributor, and no link but ours."""
    out = told(small_files, {path: data})
    html = cmarkgfm.github_flavored_markdown_to_html(out)
    outside = re.sub(r"<(code|pre)[^>]*>.*?</\1>", "", html, flags=re.DOTALL)

    assert len(out) <= 65_536
    assert set(re.findall(r'href="([^"]*)"', outside)) <= {RUN, f"{RUN}#artifacts"}
    assert not re.search(r"<script|<img|octocat|evil|alert", outside)
    assert outside.count("<!--") == 1, "only our own mark"


def test_a_report_that_is_too_long_is_left_out_whole(small_files: dict[str, bytes]) -> None:
    many: dict[str, bytes | None] = {f"voorbeelden/v{number}.yml": f"titel: {'x' * 3000}\n".encode() for number in range(60)}
    out = told(small_files, many)

    assert len(out) < 65_536
    assert out.endswith("Er verandert te veel om hier te tonen. Bekijk de bestanden zelf.\n")


def test_endless_content_is_told_of_in_time(small_files: dict[str, bytes]) -> None:
    """Thousands of lines that look alike; comparing every pair of them would take minutes."""
    old, new = (b"titel: x\naanpak: |\n" + b"".join(b"  zin nummer %d is %s.\n" % (i, end) for i in range(2000)) for end in (b"aa", b"ab"))
    same = b"titel: x\naanpak: |\n" + b"  a.\n" * 12_000

    assert told({**small_files, ENTRY: old}, {ENTRY: new, "voorbeelden/a.yml": same})
    assert told({**small_files, ENTRY: same}, {ENTRY: same.replace(b"a.\n", b"b.\n", 6_000)})


@pytest.mark.parametrize(
    "path",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "voorbeelden/../x.yml",
        "voorbeelden/a/b.yml",
        ".github/workflows/x.yml",
        "macros/cli.py",
        "docs/a\nb.md",
        "",
    ],
)
def test_paths_that_are_no_content_are_left_out(path: str) -> None:
    assert from_json(json.dumps({path: base64.b64encode(b"x").decode()}).encode()) == {}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"[" * 100_000,
        b"\xff",
        b'{"docs/a.md": 1}',
        b'{"docs/a.md": ["x"]}',
        b'{"docs/a.md": "geen base64!"}',
        '{"docs/a.md": "é"}'.encode(),
        b" " * (8 * 1024 * 1024 + 1),
        json.dumps({f"docs/{number}.md": None for number in range(501)}).encode(),
        b'{"docs/a.md": ' + b"9" * 10_000 + b"}",
    ],
    ids=range(13),
)
def test_data_of_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(UntrustedError):
        from_json(data)


def test_a_file_is_cut_where_it_is_too_large_anyway() -> None:
    (content,) = from_json(json.dumps({"docs/a.md": base64.b64encode(b"x" * 1_000_000).decode()}).encode()).values()

    assert len(content or b"") < 70_000


HURT = zipped({CHANGES: b"{}"})
ZIPS = {
    "empty": b"",
    "no zip": b"<html>",
    "other names": zipped({f"../../{CHANGES}": b"{}", "/etc/passwd": b"x", "voorbeelden/a.yml": b"x"}),
    "bomb": zipped({CHANGES: b" " * 50_000_000}),
    "cut off": HURT[:-30],
    "bytes changed": HURT[:40] + b"\xff\xff\xff" + HURT[43:],
    "encrypted": HURT.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01").replace(
        b"PK\x03\x04\x14\x00\x00", b"PK\x03\x04\x14\x00\x01"
    ),
    "unknown method": HURT.replace(b"\x08\x00", b"\x63\x00"),
}


@pytest.mark.parametrize("name", ZIPS)
def test_a_hostile_artifact_gives_a_plain_message_and_no_file(folder: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (folder / "x.zip").write_bytes(ZIPS[name])
    before = sorted(folder.parent.rglob("*"))

    assert main(["--project", str(folder), "verslag", str(folder / "x.zip"), "--uitvoer", RUN]) == 0
    assert capsys.readouterr().out.startswith(f"{MARK}\n\nHiervan is geen verslag gemaakt. De gegevens van deze wijziging ")
    assert sorted(folder.parent.rglob("*")) == before
