"""The steps of the workflows, run as they are: with real git, and with a `gh` that writes down what it is asked."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.inbox.contribution import MARK

PROJECT = Path(__file__).parents[2]
WORK = PROJECT / ".github" / "werk"
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
BOT = "41898282+github-actions[bot]@users.noreply.github.com"
GH = """#!/bin/sh
printf '%s\\n' "$*" >> "$GH_LOG"
for last; do case "$last" in body=@*) cat "${last#body=@}" >> "$GH_LOG" ;; esac; done
case "$*" in
  "issue comment"*) cat "$5" >> "$GH_LOG" ;;
  "pr list"*) [ -f "$GH_LOG.pr" ] && echo 31 ;;
  "pr create"*) touch "$GH_LOG.pr" ;;
  *"/pulls "*) printf '%s' "$GH_PULL" ;;
  *"comments --jq"*) printf '%s' "$GH_COMMENT" ;;
  *"artifacts?name"*) echo 99 ;;
  *"/zip") cat "$GH_ZIP" ;;
esac
exit 0
"""

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a script in a clone of a repository; gives what was asked of `gh`."""
    tools = tmp_path / "bin"
    tools.mkdir()
    (tools / "gh").write_text(GH)
    (tools / "gh").chmod(0o755)
    log = tmp_path / "gh.log"
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin")
    git(tmp_path, "clone", "-q", "origin", "kloon")
    (tmp_path / "kloon" / "voorbeelden").mkdir()
    (tmp_path / "kloon" / "voorbeelden" / "oud.yml").write_text("titel: oud\n")
    git(tmp_path / "kloon", "checkout", "-q", "-b", "main")
    commit(tmp_path / "kloon", "redactie@voorbeeld.nl", "main")

    def run(name: str, *arguments: str, **settings: str) -> str:
        log.write_text("")
        git(tmp_path / "kloon", "fetch", "-q", "origin")
        environment = {**ENVIRONMENT, "PATH": f"{tools}:{os.environ['PATH']}", "GH_LOG": str(log), "RUNNER_TEMP": str(tmp_path), **settings}
        done = subprocess.run(
            ["sh", str(WORK / name), *arguments], cwd=tmp_path / "kloon", env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return log.read_text()

    return run


ENVIRONMENT = {
    "MELDING": "12",
    "HOOFDTAK": "main",
    "GH_REPO": "praktijkwijzer/site",
    "GH_COMMENT": "",
    "GH_PULL": "",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=True).stdout


def commit(folder: Path, mail: str, branch: str) -> None:
    git(folder, "add", ".")
    git(folder, "-c", "user.name=x", "-c", f"user.email={mail}", "commit", "-qm", "wijziging")
    git(folder, "push", "-q", "origin", f"HEAD:{branch}")


def proposal(tmp_path: Path, slug: str = "samen-eten", titel: str = "", pad: str = "") -> Path:
    folder = tmp_path / "voorstel"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    texts = {
        "antwoord.md": "Dank je wel!\n",
        "voorbeeld.yml": "titel: $(id) {{ 1 }}\n",
        "pad.txt": pad or f"voorbeelden/{slug}.yml",
        "titel.txt": titel or f"voorbeelden: voeg {slug} toe",
        "verzoek.md": "Closes #12\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    return folder


def test_a_proposal_becomes_a_branch_a_request_and_an_answer(run: Run, tmp_path: Path) -> None:
    asked = run("voorstel.sh", str(proposal(tmp_path)))

    origin = tmp_path / "origin"
    assert git(origin, "show", "voorbeeld/melding-12:voorbeelden/samen-eten.yml") == "titel: $(id) {{ 1 }}\n"
    assert git(origin, "log", "-1", "--format=%s|%ae", "voorbeeld/melding-12").strip() == f"voorbeelden: voeg samen-eten toe|{BOT}"
    assert "pr create --base main --head voorbeeld/melding-12 --title voorbeelden: voeg samen-eten toe" in asked
    assert "workflow run controle.yml --ref voorbeeld/melding-12" in asked
    assert "workflow run voorvertoning.yml --ref voorbeeld/melding-12" in asked
    assert "issue comment 12" in asked
    assert asked.endswith("Dank je wel!\n\nHet voorstel: #31\n")


def test_a_changed_issue_renews_its_proposal(run: Run, tmp_path: Path) -> None:
    """Also when the title, and so the file, has another name; the answer is renewed too."""
    run("voorstel.sh", str(proposal(tmp_path)))
    asked = run("voorstel.sh", str(proposal(tmp_path, "samen-koken")), GH_COMMENT="77")

    files = git(tmp_path / "origin", "ls-tree", "--name-only", "voorbeeld/melding-12", "voorbeelden/").split()
    assert files == ["voorbeelden/oud.yml", "voorbeelden/samen-koken.yml"]
    assert "pr edit 31 --title voorbeelden: voeg samen-koken toe" in asked
    assert "pr create" not in asked
    assert "--method PATCH repos/praktijkwijzer/site/issues/comments/77" in asked


def test_work_of_a_person_is_kept(run: Run, tmp_path: Path) -> None:
    run("voorstel.sh", str(proposal(tmp_path)))
    clone = tmp_path / "kloon"
    (clone / "voorbeelden" / "samen-eten.yml").write_text("titel: beter\n")
    commit(clone, "redactie@voorbeeld.nl", "voorbeeld/melding-12")
    git(clone, "checkout", "-q", "main")

    asked = run("voorstel.sh", str(proposal(tmp_path)))
    assert git(tmp_path / "origin", "show", "voorbeeld/melding-12:voorbeelden/samen-eten.yml") == "titel: beter\n"
    assert "Iemand van de redactie heeft al aan het voorstel gewerkt." in asked
    assert "pr edit" not in asked


def test_without_a_file_there_is_only_an_answer(run: Run, tmp_path: Path) -> None:
    folder = proposal(tmp_path)
    (folder / "pad.txt").unlink()

    asked = run("voorstel.sh", str(folder))
    assert asked.endswith("<!-- praktijkwijzer: melding -->\n\nDank je wel!\n")
    assert "pr " not in asked
    assert git(tmp_path / "origin", "branch", "--list").split() == ["*", "main"]


@pytest.mark.parametrize(
    "changes",
    [
        {"pad": "voorbeelden/../.github/workflows/x.yml"},
        {"pad": "macros/cli.py"},
        {"pad": "voorbeelden/.yml"},
        {"pad": "voorbeelden/a b.yml"},
        {"pad": "voorbeelden/x.yml\nmacros/y.yml"},
        {"titel": "voorbeelden: $(id)"},
        {"titel": "a\nb"},
    ],
    ids=str,
)
def test_names_that_we_do_not_make_are_refused(run: Run, tmp_path: Path, changes: dict[str, str]) -> None:
    """Should Python ever be fooled, the script is not."""
    with pytest.raises(AssertionError, match="Onverwacht"):
        run("voorstel.sh", str(proposal(tmp_path, **changes)))


def test_the_report_comes_under_the_request_of_that_branch(run: Run, tmp_path: Path) -> None:
    """The name of a branch is the contributor's; it is only ever a value."""
    (tmp_path / "verslag.md").write_text("Het verslag\n")
    branch = "x;touch${IFS}gehackt;$(id)"
    origin = {"EIGENAAR": "iemand", "TAK": branch, "STAND": "a" * 40}

    asked = run("verslag-plaatsen.sh", str(tmp_path / "verslag.md"), GH_PULL="5", **origin)
    assert f"--raw-field head=iemand:{branch}" in asked
    assert "--method POST repos/praktijkwijzer/site/issues/5/comments" in asked
    assert asked.endswith("Het verslag\n")
    assert not (tmp_path / "kloon" / "gehackt").exists()

    assert "--method PATCH repos/praktijkwijzer/site/issues/comments/8" in run(
        "verslag-plaatsen.sh", str(tmp_path / "verslag.md"), GH_PULL="5", GH_COMMENT="8", **origin
    )
    assert "issues" not in run("verslag-plaatsen.sh", str(tmp_path / "verslag.md"), **origin)


def test_an_endless_artifact_does_not_fill_the_disk(run: Run, tmp_path: Path) -> None:
    """Ten million bytes at most, and then our own command says that this is nothing."""
    command = tmp_path / "kloon" / ".venv" / "bin" / "praktijkwijzer"
    command.parent.mkdir(parents=True)
    command.write_text('#!/bin/sh\nwc -c < "$2"; shift 2; echo "$*"\n')
    command.chmod(0o755)
    (tmp_path / "groot.zip").write_bytes(b"x" * 12_000_000)

    run("verslag-maken.sh", str(tmp_path / "uit.md"), UITVOERING="4", GELUKT="--gemaakt", GH_ZIP=str(tmp_path / "groot.zip"))
    size, told = (tmp_path / "uit.md").read_text().strip().split("\n")
    assert int(size) == 10_000_000
    assert told == "--uitvoer https://github.com/praktijkwijzer/site/actions/runs/4 --gemaakt"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_have_no_more_rights_than_they_say(path: Path) -> None:
    """No rights by default, actions by hash, no token left in the checkout, nothing of the outside within a command."""
    text = path.read_text(encoding="utf-8")
    workflow = yaml.safe_load(text)

    assert workflow["permissions"] == {}
    assert "pull_request_target" not in text
    assert "secrets." not in text
    for job in workflow["jobs"].values():
        assert "timeout-minutes" in job
        assert job["permissions"] != "write-all"
        for step in job["steps"]:
            assert "${{" not in step.get("run", "")
            assert re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", step.get("uses", f"a/b@{'0' * 40}"))


def test_what_runs_code_of_others_may_only_read() -> None:
    workflow = yaml.safe_load((PROJECT / ".github/workflows/voorvertoning.yml").read_text(encoding="utf-8"))

    assert [job["permissions"] for job in workflow["jobs"].values()] == [{"contents": "read"}]


def test_only_what_tries_a_change_takes_what_was_made_before() -> None:
    """Drawings and versions, never more; what readers get is made from nothing, at both forges."""
    taken = {}
    for path in WORKFLOWS:
        for name, job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].items():
            for step in job["steps"]:
                if step.get("uses", "").startswith("actions/cache"):
                    taken[path.stem, name] = step["with"]["path"].split()
    forge = yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    made = [".cache/beelden", ".cache/versies"]

    assert taken == {("controle", "tests"): made, ("voorvertoning", "maken"): made}
    assert [path.rstrip("/") for path in forge["test"]["cache"]["paths"]] == made
    assert ("cache" in forge["pages"], forge["voorvertoning"]["cache"]["policy"]) == (False, "pull")


def test_what_may_write_runs_the_main_branch_only() -> None:
    """Both workflows that answer people check out our own branch, and install nothing where they may write."""
    for name in ("verslag.yml", "voorbeeld-uit-melding.yml"):
        workflow = yaml.safe_load((PROJECT / ".github/workflows" / name).read_text(encoding="utf-8"))
        for job in workflow["jobs"].values():
            steps = job["steps"]
            places = [step["with"]["ref"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
            assert places == ["${{ github.event.repository.default_branch }}"]
            if "write" in job["permissions"].values():
                assert not any("make" in step.get("run", "").split() for step in steps)


def test_every_label_that_a_form_asks_for_is_made() -> None:
    """GitHub leaves out a label that doesn't exist, and then nothing happens."""
    forms = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in (PROJECT / ".github/ISSUE_TEMPLATE").glob("[0-9]*.yml")]
    (step,) = yaml.safe_load((PROJECT / ".github/workflows/labels.yml").read_text(encoding="utf-8"))["jobs"]["maken"]["steps"]

    assert {label for form in forms for label in form["labels"]} == set(re.findall(r'^maak "([^"]+)"', step["run"], re.MULTILINE))


def checked_links(folder: Path, outcome: str) -> None:
    kept = folder / "kloon" / "voorbeelden" / "_links"
    kept.mkdir(exist_ok=True)
    (kept / "toestand.jsonl").write_text(outcome)


def test_the_state_of_links_is_kept(run: Run, tmp_path: Path) -> None:
    """On the main branch; nothing happens when nothing changed."""
    checked_links(tmp_path, "een\n")
    assert run("bronnen-bewaren.sh") == ""
    assert git(tmp_path / "origin", "show", "main:voorbeelden/_links/toestand.jsonl") == "een\n"
    before = git(tmp_path / "origin", "rev-parse", "main")

    run("bronnen-bewaren.sh")
    assert git(tmp_path / "origin", "rev-parse", "main") == before


def test_the_state_of_links_waits_where_the_main_branch_is_protected(run: Run, tmp_path: Path) -> None:
    """As a request, one at a time; once the branch takes it, what waited is gone."""
    hook = tmp_path / "origin" / "hooks" / "update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text('#!/bin/sh\n[ "$1" != refs/heads/main ]\n')
    hook.chmod(0o755)
    checked_links(tmp_path, "een\n")

    asked = run("bronnen-bewaren.sh")
    assert "pr create --base main --head bronnen/toestand" in asked
    assert "workflow run controle.yml --ref bronnen/toestand" in asked
    assert git(tmp_path / "origin", "show", "bronnen/toestand:voorbeelden/_links/toestand.jsonl") == "een\n"

    checked_links(tmp_path, "twee\n")
    assert "pr create" not in run("bronnen-bewaren.sh")
    assert git(tmp_path / "origin", "show", "bronnen/toestand:voorbeelden/_links/toestand.jsonl") == "twee\n"

    hook.unlink()
    checked_links(tmp_path, "drie\n")
    run("bronnen-bewaren.sh")
    assert git(tmp_path / "origin", "show", "main:voorbeelden/_links/toestand.jsonl") == "drie\n"
    assert git(tmp_path / "origin", "branch", "--list", "bronnen/*") == ""


def test_who_sends_an_issue_hears_it_when_no_request_can_be_made(run: Run, tmp_path: Path) -> None:
    """A setting that is off is no mistake of the sender; the run fails, for the maintainer."""
    tool = tmp_path / "bin" / "gh"
    tool.write_text(GH.replace('"pr create"*) touch "$GH_LOG.pr" ;;', '"pr create"*) exit 1 ;;'))
    with pytest.raises(AssertionError):
        run("voorstel.sh", str(proposal(tmp_path)))

    assert "De redactie doet dat." in (tmp_path / "gh.log").read_text()


def test_both_sides_know_the_same_names() -> None:
    assert MARK in (WORK / "verslag-plaatsen.sh").read_text(encoding="utf-8")
    report = yaml.safe_load((PROJECT / ".github/workflows/verslag.yml").read_text(encoding="utf-8"))
    preview = yaml.safe_load((PROJECT / ".github/workflows/voorvertoning.yml").read_text(encoding="utf-8"))
    # YAML 1.1 reads the key `on` as true
    assert report[True]["workflow_run"]["workflows"] == [preview["name"]]
    assert json.dumps(preview).count('"wijzigingen"') == 1


@pytest.mark.parametrize(
    ("schema", "places"),
    [
        ("github-workflows", ".github/workflows/*.yml"),
        ("github-issue-forms", ".github/ISSUE_TEMPLATE/[0-9]*.yml"),
        ("github-issue-config", ".github/ISSUE_TEMPLATE/config.yml"),
        ("dependabot", ".github/dependabot.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
        ("citation-file-format", "CITATION.cff"),
    ],
)
def test_what_a_forge_reads_has_its_published_form(tmp_path: Path, schema: str, places: str) -> None:
    """By the schemas that come with check-jsonschema: GitHub shows a form with a fault to nobody, and says so to nobody."""
    paths = sorted(PROJECT.glob(places))
    wrong = tmp_path / "fout.yml"
    wrong.write_text("- geen velden\n")

    def checked(*files: Path) -> int:
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *files]
        return subprocess.run(command, capture_output=True, text=True, check=False).returncode

    assert paths
    assert (checked(*paths), checked(wrong)) == (0, 1)


def test_workflows_are_safe() -> None:
    """zizmor, at its strictest and without a network, finds nothing; the one exception says why it is one."""
    zizmor = Path(sys.executable).with_name("zizmor")
    done = subprocess.run(
        [zizmor, "--offline", "--no-progress", "--color=never", "--persona=pedantic", PROJECT / ".github"],
        capture_output=True,
        text=True,
        check=False,
    )
    lines = [line for path in WORKFLOWS for line in path.read_text().splitlines()]
    exceptions = [line.split("zizmor: ignore")[1] for line in lines if "zizmor: ignore" in line]

    assert (done.returncode, done.stdout) == (0, "No findings to report. Good job! (1 ignored)\n"), done.stdout + done.stderr
    assert [exception.partition("] ")[2] != "" for exception in exceptions] == [True]


def test_an_unsafe_workflow_is_noticed(tmp_path: Path) -> None:
    """The check can fail: somebody else's title is pasted into a shell."""
    unsafe = tmp_path / ".github" / "workflows" / "onveilig.yml"
    unsafe.parent.mkdir(parents=True)
    unsafe.write_text(
        "on: issues\npermissions: {}\njobs:\n  a:\n    runs-on: ubuntu-24.04\n"
        "    steps:\n      - run: echo ${{ github.event.issue.title }}\n"
    )
    done = subprocess.run([Path(sys.executable).with_name("zizmor"), "--offline", unsafe], capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert "template-injection" in done.stdout
