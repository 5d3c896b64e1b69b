"""Every step of every workflow, run in its order as a runner would: real git and bash, our own commands, and stand-ins for `gh` and `make`.

What GitHub itself does (conditions, rights, tokens) is not here; tests/unit/test_workflows.py looks at what the files say of it.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.sharing import PROJECT

GH = r"""#!/bin/sh
printf '%s\n' "$*" >> "$FORGE/gh.log"
for last; do case "$last" in body=@*) cat "${last#body=@}" >> "$FORGE/gh.log" ;; esac; done
case "$*" in
  "api repos/"*"/issues/"[0-9]*[0-9]) cat "$FORGE/issue.json" ;;
  "issue comment"*) cat "$5" >> "$FORGE/gh.log" ;;
  "issue create"* | "issue edit"*) cat rapport.md >> "$FORGE/gh.log" ;;
  "issue list"*) cat "$FORGE/open-issue" 2> /dev/null ;;
  "pr create"*) touch "$FORGE/pr"; cat "${10}" >> "$FORGE/gh.log" ;;
  "pr list"*) [ -f "$FORGE/pr" ] && echo 31 ;;
  *"/pulls "*) echo 5 ;;
  *"artifacts?name"*) echo 99 ;;
  *"/zip") cat "$FORGE/wijzigingen.zip" ;;
esac
exit 0
"""
MAKE = """#!/bin/sh
printf 'make %s\\n' "$*" >> "$FORGE/gh.log"
[ "$*" != build ] || { mkdir -p site/.well-known; echo hier > site/index.html; echo lek > site/.well-known/security.txt; }
[ "$*" != toezicht ] || { echo "Er is een lek in pakket x."; exit 1; }
"""
# `links` would go to the web; tests/site/test_weblinks_run.py meets a server of its own
COMMAND = f"""#!/bin/sh
if [ "$1" = links ]; then
  mkdir -p voorbeelden/_links && echo '{{}}' > voorbeelden/_links/toestand.jsonl && cp "$FORGE/rapport.md" rapport.md
  exit 0
fi
PYTHONPATH={PROJECT} exec {sys.executable} -m macros.cli "$@"
"""
EXPRESSIONS = {
    "github.token": "geheim",
    "github.repository": "praktijkwijzer/site",
    "github.ref_name": "main",
    "github.sha": "b" * 40,
    "github.server_url": "https://github.com",
    "github.event.issue.number": "12",
    "github.event.repository.default_branch": "main",
    "github.event_name == 'pull_request' && 'HEAD^1' || ''": "HEAD^1",
    "github.event.workflow_run.id": "4",
    "github.event.workflow_run.conclusion == 'success' && '--gemaakt' || ''": "--gemaakt",
    "github.event.workflow_run.head_repository.owner.login": "iemand",
    "github.event.workflow_run.head_branch": "patch-1",
    "github.event.workflow_run.head_sha": "a" * 40,
    "steps.pages.outputs.base_url": "https://voorbeeld.nl",
    "vars.PRAKTIJKWIJZER_REDACTIE": "",
    "matrix.python": "3.13",
}
"""What the expressions in our workflows give; an expression that is not here fails the test."""
_BESIDE = ("actions/setup-python", "actions/configure-pages", "actions/deploy-pages", "actions/cache", "actions/cache/restore")
"""What they do, changes nothing in the folder of the work; a first run finds nothing kept."""


class Runner:
    """The jobs of a workflow one after the other, each in a fresh clone; what they hand over goes by the artifacts."""

    def __init__(self, folder: Path) -> None:
        """Begin with the small world on the main branch, with our own workflows and scripts."""
        self.folder, self.forge, self.temp = folder, folder / "forge", folder / "temp"
        self.tools = folder / "bin"
        for made in (self.forge, self.tools, self.temp):
            made.mkdir()
        for name, text in {"gh": GH, "make": MAKE}.items():
            (self.tools / name).write_text(text)
            (self.tools / name).chmod(0o755)
        (self.forge / "gh.log").write_text("")
        work = folder / "begin"
        shutil.copytree(PROJECT / "tests" / "data" / "valid", work)
        shutil.copytree(PROJECT / ".github", work / ".github")
        self.git(folder, "init", "-q", "--bare", "-b", "main", "origin")
        self.git(folder, "init", "-q", "-b", "main", "begin")
        self.commit(work, "begin")
        self.git(work, "push", "-q", str(folder / "origin"), "main")

    def git(self, folder: Path, *arguments: str) -> str:
        """Run git; gives what it said."""
        return subprocess.run(["git", *arguments], cwd=folder, env=self.environment, capture_output=True, text=True, check=True).stdout

    def commit(self, folder: Path, message: str) -> None:
        """All changes in a folder, as somebody."""
        self.git(folder, "add", ".")
        self.git(folder, "-c", "user.name=x", "-c", "user.email=x@voorbeeld.nl", "commit", "-qm", message)

    @property
    def environment(self) -> dict[str, str]:
        """Of every step, but for its own."""
        return {
            "PATH": f"{self.tools}:/usr/bin:/bin",
            "HOME": str(self.folder),
            "FORGE": str(self.forge),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_SHA": "b" * 40,
            "GIT_CONFIG_GLOBAL": str(self.folder / "gitconfig"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "SOURCE_DATE_EPOCH": "1795219200",
        }

    def run(self, name: str, *, pull: str = "") -> str:
        """Run a workflow, on the main branch or on a request as GitHub merges it; gives what was asked of `gh` and `make`."""
        workflow = yaml.safe_load((PROJECT / ".github" / "workflows" / f"{name}.yml").read_text(encoding="utf-8"))
        (self.forge / "gh.log").write_text("")
        for number, (_, job) in enumerate(workflow["jobs"].items()):
            workspace = self.folder / f"{name}-{number}"
            shutil.rmtree(workspace, ignore_errors=True)
            workspace.mkdir()
            for step in job["steps"]:
                self._step(step, job.get("env", {}), workspace, pull)
        return (self.forge / "gh.log").read_text()

    def _step(self, step: Mapping[str, Any], env: Mapping[str, str], workspace: Path, pull: str) -> None:
        if "run" in step:
            script = self.temp / "stap.sh"
            script.write_text(step["run"])
            own = {key: self._told(str(value)) for key, value in {**env, **step.get("env", {})}.items()}
            done = subprocess.run(
                ["bash", "-e", str(script)], cwd=workspace, env={**self.environment, **own}, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{step['run']}\n{done.stdout}{done.stderr}"
            return
        action, given = step["uses"].partition("@")[0], {key: self._told(str(value)) for key, value in step.get("with", {}).items()}
        if action == "actions/checkout":
            self._checkout(workspace, given.get("ref", ""), pull)
        elif action == "actions/upload-artifact":
            self._upload(workspace, given)
        elif action == "actions/download-artifact":
            shutil.copytree(self.folder / "artifacts" / given["name"], workspace / given.get("path", "."), dirs_exist_ok=True)
        else:
            assert action in _BESIDE, action

    def _checkout(self, workspace: Path, ref: str, pull: str) -> None:
        self.git(workspace, "clone", "-q", str(self.folder / "origin"), ".")
        if pull and not ref:
            self.git(workspace, "-c", "user.name=x", "-c", "user.email=x@x.nl", "merge", "-q", "--no-ff", "-m", "samen", f"origin/{pull}")
        command = workspace / ".venv" / "bin" / "praktijkwijzer"
        command.parent.mkdir(parents=True)
        command.write_text(COMMAND)
        command.chmod(0o755)
        (workspace / ".git" / "info" / "exclude").write_text(".venv\n")

    def _upload(self, workspace: Path, given: Mapping[str, str]) -> None:
        target = self.folder / "artifacts" / given["name"]
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        places = [workspace / line for line in given["path"].split("\n") if line]
        # as the action does: of several paths the folders below their common one stay, of one path nothing
        common = Path(os.path.commonpath(places)) if len(places) > 1 else places[0] if places[0].is_dir() else places[0].parent
        for place in places:
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.is_file():
                    goal = target / path.relative_to(common)
                    goal.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy(path, goal)

    def _told(self, text: str) -> str:
        told = re.sub(r"\$\{\{ (.*?) \}\}", lambda found: {**EXPRESSIONS, "runner.temp": str(self.temp)}[found[1]], text)
        assert "${{" not in told
        return told


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """A forge with the small world on it."""
    return Runner(tmp_path)


def issue(body: str) -> str:
    """An issue as GitHub's API gives it."""
    return json.dumps({"number": 12, "title": "Voorbeeld: $(id)", "body": body})


def form(answers: Mapping[str, str]) -> str:
    """The text that GitHub makes of the answers to our form; what isn't answered is said so."""
    fields = yaml.safe_load((PROJECT / ".github" / "ISSUE_TEMPLATE" / "1-nieuw-voorbeeld.yml").read_text(encoding="utf-8"))["body"]
    asked = [field for field in fields if field["type"] != "markdown"]
    assert set(answers) <= {field["id"] for field in asked}
    return "\n\n".join(f"### {field['attributes']['label']}\n\n{answers.get(field['id'], '_No response_')}" for field in asked)


GOOD = {
    "titel": "Samen soep in Assen",
    "samenvatting": "Buren koken soep voor elkaar en eten aan één lange tafel.",
    "type": "praktijk",
    "organisaties": "Welzijn Drentheland: trekker",
    "plaats": "Assen",
    "fase": "Uitvoering",
    "themas": "Eenzaamheid",
    "doelgroepen": "Ouderen",
    "werkvormen": "Inloop",
    "bronnen": "De buurt kookt; De Drentse Krant; 2 mei 2024; https://www.drentsekrant.nl/soep",
    "aanpak": "Vrijwilligers koken elke week voor de buurt [1].",
    "onderbouwing": "Praktijkervaring",
}


def test_a_new_practice_becomes_a_request(runner: Runner) -> None:
    """From the issue to a branch with a good entry, a request, and an answer to the sender."""
    (runner.forge / "issue.json").write_text(issue(form(GOOD)))
    asked = runner.run("voorbeeld-uit-melding")

    files = runner.git(runner.folder / "origin", "ls-tree", "-r", "--name-only", "voorbeeld/melding-12", "voorbeelden/").split()
    assert "voorbeelden/samen-soep-in-assen.yml" in files, asked
    assert "pr create --base main --head voorbeeld/melding-12 --title voorbeelden: voeg samen-soep-in-assen toe" in asked
    assert "Closes #12" in asked
    assert asked.endswith("Het voorstel: #31\n")

    # what the proposal starts by itself, on its branch
    assert "workflow run controle.yml --ref voorbeeld/melding-12" in asked
    runner.run("controle", pull="voorbeeld/melding-12")


def test_an_unfinished_issue_gets_an_answer(runner: Runner) -> None:
    """What is missing is told in the words of the form; nothing is proposed."""
    (runner.forge / "issue.json").write_text(issue(form({"titel": "Samen soep in Assen", "themas": "Eenzaamheid; rm -rf /"})))
    asked = runner.run("voorbeeld-uit-melding")

    assert "nodig voor ik er een pagina van kan voorstellen" in asked
    assert "pr create" not in asked
    assert runner.git(runner.folder / "origin", "branch", "--list").split() == ["*", "main"]


def test_a_contribution_gets_a_preview_and_a_report(runner: Runner) -> None:
    """Also from a fork: the second workflow has the main branch and one file with data, which it may publish on."""
    work = runner.folder / "begin"
    entry = work / "voorbeelden" / "leefgoed.yml"
    entry.write_text(entry.read_text().replace("\nfase: geborgd\n", "\nfase: onzin\n"))
    runner.git(work, "checkout", "-q", "-b", "patch-1")
    runner.commit(work, "iets anders")
    runner.git(work, "push", "-q", str(runner.folder / "origin"), "patch-1")

    assert "make build" in runner.run("voorvertoning", pull="patch-1")
    assert (runner.folder / "artifacts" / "site" / "index.html").is_file()
    with zipfile.ZipFile(runner.forge / "wijzigingen.zip", "w") as archive:
        archive.write(runner.folder / "artifacts" / "wijzigingen" / "wijzigingen.json", "wijzigingen.json")
    asked = runner.run("verslag")

    assert "--raw-field head=iemand:patch-1" in asked
    assert "--method POST repos/praktijkwijzer/site/issues/5/comments" in asked
    assert "1 ding moet nog anders" in asked
    assert "`'onzin' staat niet in de lijst 'fasen'." in asked
    assert "```diff\n- geborgd\n+ onzin\n```" in asked


@pytest.mark.parametrize(
    ("told", "open_issue", "expected"),
    [
        ("## Verdwenen\n", "", "issue create --title Bronnen die aandacht vragen --body-file rapport.md\n## Verdwenen\n"),
        ("## Verdwenen\n", "7", "issue edit 7 --body-file rapport.md\n## Verdwenen\n"),
        ("", "7", "issue close 7 --comment Alle bronnen zijn weer in orde.\n"),
        ("", "", ""),
    ],
    ids=["new", "again", "over", "fine"],
)
def test_links_are_visited_every_week(runner: Runner, told: str, open_issue: str, expected: str) -> None:
    """What was found is kept on the main branch, and one issue says what a person must do."""
    (runner.forge / "rapport.md").write_text(told)
    (runner.forge / "open-issue").write_text(open_issue)
    asked = runner.run("bronnen")

    assert runner.git(runner.folder / "origin", "show", "main:voorbeelden/_links/toestand.jsonl") == "{}\n"
    assert asked.partition(".number // empty\n")[2] == expected


def test_the_site_is_published_whole(runner: Runner) -> None:
    """Hidden folders too, and what was published stays within reach of git."""
    asked = runner.run("publiceren")
    runner.run("publiceren")

    listed = subprocess.run(
        ["tar", "tf", runner.folder / "artifacts" / "github-pages" / "artifact.tar"], capture_output=True, text=True, check=True
    )
    assert "./.well-known/security.txt" in listed.stdout.split()
    assert [line for line in asked.split("\n") if line.startswith("make")] == ["make test", "make build"]
    origin = runner.folder / "origin"
    assert runner.git(origin, "rev-list", "--count", "--merges", "gepubliceerd").strip() == "1"
    assert runner.git(origin, "diff", "main", "gepubliceerd") == ""


def test_labels_are_made_and_packages_watched(runner: Runner) -> None:
    """The two workflows that nobody's contribution starts."""
    assert runner.run("labels").count("label create") == 4
    asked = runner.run("toezicht")
    assert "issue create --title Pakketten die aandacht vragen --body-file rapport.md\n```text\nEr is een lek in pakket x.\n```" in asked


def test_every_workflow_is_run_here() -> None:
    """A new one must get its run above."""
    names = {path.stem for path in (PROJECT / ".github" / "workflows").glob("*.yml")}
    text = Path(__file__).read_text(encoding="utf-8")

    assert {name for name in names if f'runner.run("{name}"' not in text} == set()
