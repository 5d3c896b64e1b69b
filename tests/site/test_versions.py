"""Every state that was ever published is readable at its address, whatever happened to the repository since."""

from __future__ import annotations

import datetime
import hashlib
import random
import shutil
import subprocess
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html
import pytest
from jinja2 import FileSystemLoader

from macros import history
from macros.catalogue import Catalogue
from macros.dates import in_words
from macros.exports.feeds import feed_files
from macros.links import check_site, read_site
from macros.render import Renderer
from macros.versions import pages
from macros.versions.past import Verleden, read_changes, read_past, write_versions
from macros.versions.states import published
from macros.versions.verifying import Archief, Oordeel, from_web, local
from tests.sharing import serving

BEGIN = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
TODAY = datetime.date(2028, 1, 1)
SITE = "https://gids.example/"


@dataclass
class Made:
    """A history that is made up as it goes, with what must come of it."""

    stream: list[bytes] = field(default_factory=list)
    state: dict[str, bytes] = field(default_factory=dict)
    expected: list[tuple[str, str, bytes]] = field(default_factory=list)
    """Address, and what was readable there."""
    days: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    number: int = 0
    last: int = 0

    def commit(self, changes: dict[str, bytes | None], moment: datetime.datetime, *, parent: int = 0, merge: int = 0) -> int:
        """Add a commit to main; `parent` goes back to an earlier one, as a forced push does."""
        self.number += 1
        lines = [b"commit refs/heads/main", b"mark :%d" % self.number]
        lines += [b"committer a <a@b.nl> %d +0000" % moment.timestamp(), b"data 1", b"x"]
        before = parent or self.last
        lines += [b"from :%d" % before] if before else []
        lines += [b"merge :%d" % merge] if merge else []
        for slug, content in changes.items():
            name = b"voorbeelden/%s.yml" % slug.encode()
            lines += [b"D " + name] if content is None else [b"M 100644 inline " + name, b"data %d" % len(content), content]
        self.stream += lines
        self.last = self.number
        return self.number

    def publish(self, changes: dict[str, bytes | None], moment: datetime.datetime, **how: int) -> int:
        """A commit that readers see, with what they must find later."""
        made = self.commit(changes, moment, **how)
        for slug, content in sorted(changes.items()):
            if content is None:
                del self.state[slug]
            elif moment >= BEGIN:
                self.note(slug, content, moment.date().isoformat())
                self.state[slug] = content
            else:
                self.state[slug] = content
        return made

    def note(self, slug: str, content: bytes, day: str) -> None:
        """Expect a version."""
        again = self.days[slug].count(day)
        self.days[slug].append(day)
        self.expected.append((f"voorbeelden/{slug}/versie/{day}{f'-{again + 1}' if again else ''}/", slug, content))


def entry(title: str, text: str) -> bytes:
    return (
        f"type: praktijk\ntitel: {title}\nsamenvatting: Een proef.\nthemas: [eenzaamheid]\n"
        f"aanpak: {text} [@a].\nbronnen:\n  - {{sleutel: a, titel: Bron, uitgever: U}}\n"
    ).encode()


def make_history() -> Made:
    """300 commits: drafts, changes, several a day, deletions, returns, renames, merges, and a typo that was forced away."""
    chance, made = random.Random(7), Made()
    moment = BEGIN - datetime.timedelta(days=20)
    slugs = [f"plek-{number}" for number in range(12)]
    for number in range(30):
        made.publish({chance.choice(slugs): entry("Plek", f"Concept {number}")}, moment)
        moment += datetime.timedelta(hours=12)
    for slug, content in sorted(made.state.items()):
        made.note(slug, content, "2027-01-01")
    moment = BEGIN
    while made.number < 290:
        number = made.number
        moment += datetime.timedelta(hours=chance.choice((1, 7, 30)))
        slug = chance.choice(slugs)
        text = entry("Plek", f"Stand {number}")
        match chance.randrange(10):
            case 0 if slug in made.state:
                made.publish({slug: None}, moment)
            case 1 if slug in made.state and f"{slug}-oud" not in made.state:
                # a rename: the same content under another name
                made.publish({slug: None, f"{slug}-oud": made.state[slug]}, moment)
            case 2:
                # a merge: only what it brings to main was ever published
                before = made.last
                side = made.commit({slug: entry("Plek", f"Zijtak {number}")}, moment)
                made.publish({slug: text}, moment, parent=before, merge=side)
            case _:
                made.publish({slug: text}, moment)
    before = made.last
    typo = made.publish({"plek-1": entry("Plek", "Een tipfout")}, moment)
    made.stream += [b"reset refs/heads/gepubliceerd-los", b"from :%d" % typo]
    made.publish({"plek-1": entry("Plek", "Geen tikfout")}, moment + datetime.timedelta(hours=1), parent=before)
    while made.number < 299:
        moment += datetime.timedelta(days=1)
        made.publish({"plek-2": entry("Plek", f"Slot {made.number}")}, moment)
    # the branch that keeps what was published: its last parents are the commits of main
    lines = [
        b"commit refs/heads/gepubliceerd",
        b"committer a <a@b.nl> 1800000000 +0000",
        b"data 15",
        b"gepubliceerd: x",
        b"from :%d" % typo,
    ]
    made.stream += [*lines, b"reset refs/heads/main", b"from :%d" % made.last, b""]
    made.number += 1
    return made


@pytest.fixture(scope="module")
def made() -> Made:
    return make_history()


@pytest.fixture(scope="module")
def origin(made: Made, project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made history as a repository."""
    folder = tmp_path_factory.mktemp("oorsprong")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "fast-import", "--quiet", "--force", told=b"\n".join(made.stream))
    git(folder, "branch", "-q", "-D", "gepubliceerd-los")
    return folder


def git(folder: Path, *arguments: str, told: bytes = b"") -> bytes:
    return subprocess.run(["git", "-C", str(folder), *arguments], input=told, capture_output=True, check=True).stdout


def clone(origin: Path, folder: Path, project: Path, *options: str) -> Path:
    """A copy such as a build has: the content, the templates and the settings."""
    subprocess.run(["git", "clone", "-q", *options, f"file://{origin}", str(folder)], check=True, capture_output=True)
    shutil.copytree(project / "overrides" / "components", folder / "overrides" / "components")
    (folder / "mkdocs.yml").write_text('extra:\n  gepubliceerd_vanaf: "2027-01-01"\n', encoding="utf-8")
    return folder


def written(folder: Path, site: Path) -> tuple[dict[str, bytes], int]:
    """All files of the versions, and how many versions were made anew."""
    renderer = Renderer(FileSystemLoader(folder / "overrides" / "components"))
    past = read_past(folder, {}, TODAY)
    assert past.gemis == ""
    number = write_versions(folder, site, past, renderer, SITE)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}, number


def test_every_published_state_is_readable_and_the_same_in_two_clones(made: Made, origin: Path, project: Path, tmp_path: Path) -> None:
    """300 commits: each state at its address, byte for byte what was published, with its hash; a second clone gives the same bytes."""
    assert int(git(origin, "rev-list", "--count", "--all")) == 300
    files, _ = written(clone(origin, tmp_path / "een", project), tmp_path / "site-een")
    again, _ = written(clone(origin, tmp_path / "twee", project), tmp_path / "site-twee")

    wanted = {f"{address}voorbeeld.yml": content for address, _, content in made.expected}
    assert {name: content for name, content in files.items() if name.endswith(".yml")} == wanted
    assert any(b"Een tipfout" in content for content in wanted.values())
    assert not any(b"Zijtak" in content for content in files.values())
    for address, _, content in made.expected:
        page = lxml.html.fromstring(files[f"{address}index.html"])
        text = content.decode().partition("aanpak: ")[2].partition(" [@")[0]
        assert text in page.cssselect("article")[0].text_content()
        assert page.cssselect("code")[0].text == hashlib.sha256(content).hexdigest()
    assert again == files


def test_an_unchanged_version_costs_nothing_and_the_cache_may_go(origin: Path, project: Path, tmp_path: Path) -> None:
    """A second build makes nothing anew; after one change only that entry; without the cache all, with the same bytes."""
    folder = clone(origin, tmp_path / "kopie", project)
    first, number = written(folder, tmp_path / "een")
    started = time.perf_counter()
    second, none = written(folder, tmp_path / "twee")
    spent = time.perf_counter() - started
    (folder / "voorbeelden" / "plek-2.yml").write_bytes(entry("Plek", "Anders"))
    _, few = written(folder, tmp_path / "drie")
    git(folder, "checkout", "-q", "--", "voorbeelden")
    shutil.rmtree(folder / ".cache")
    fourth, all_again = written(folder, tmp_path / "vier")

    for kept in (folder / ".cache" / "versies").iterdir():
        # what is cut off or of another program is made again too
        kept.write_bytes(kept.read_bytes()[:-1] if kept.name < "8" else b"{}")
    fifth, made_again = written(folder, tmp_path / "vijf")

    assert (none, all_again, made_again) == (0, number, number)
    assert few == sum(1 for name in first if name.startswith("voorbeelden/plek-2/versie/") and name.endswith(".yml"))
    assert first == second == fourth == fifth
    # some 250 versions: reading git and writing files, no making
    assert spent < 5


def test_every_state_is_read_once(origin: Path, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many versions an entry has: reading is what takes the time, and twice the versions cost twice as much, not four times."""
    read: list[bytes] = []
    monkeypatch.setattr(pages, "values", lambda data, made=pages.values: read.append(data) or made(data))
    files, _ = written(clone(origin, tmp_path / "kopie", project), tmp_path / "site")

    states = {(name.split("/")[1], content) for name, content in files.items() if name.endswith(".yml")}
    assert 0 < len(read) <= len(states)


def test_a_long_history_is_read_in_a_moment() -> None:
    """Twice the commits and entries cost twice the work: no commit looks at all entries."""

    def seconds(number: int) -> float:
        first = [f":000000 100644 0 {place:040x} A\tvoorbeelden/plek-{place}.yml" for place in range(number)]
        later = [
            f"@{place:040x} {BEGIN.timestamp() + place:.0f}\n"
            f":100644 100644 0 {number + place:040x} M\tvoorbeelden/plek-{place % number}.yml"
            for place in range(1, 3 * number)
        ]
        log = "\n".join([f"@{0:040x} {BEGIN.timestamp():.0f}", *first, *later])
        started = time.process_time()
        assert sum(map(len, published(log, BEGIN, TODAY).versies.values())) == 4 * number - 1
        return time.process_time() - started

    few = min(seconds(1000) for _ in range(3))
    assert seconds(8000) < 24 * few


def test_two_builds_at_once_do_no_harm(origin: Path, project: Path, tmp_path: Path) -> None:
    """One clears away what the other keeps; both sites are whole."""
    folder = clone(origin, tmp_path / "kopie", project)
    renderer = Renderer(FileSystemLoader(folder / "overrides" / "components"))
    past = read_past(folder, {}, TODAY)
    sites = [(tmp_path / f"site-{number}", f"https://{number}.example/") for number in range(2)]
    with ThreadPoolExecutor(2) as pool:
        for _ in range(3):
            done = [pool.submit(write_versions, folder, site, past, renderer, address) for site, address in sites]
            assert all(one.result() >= 0 for one in done)

    names = [sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()) for site, _ in sites]
    assert names[0] == names[1]
    assert len(names[0]) > 400


def test_pages_are_small_whole_and_lead_somewhere(origin: Path, project: Path, tmp_path: Path) -> None:
    """A version is marked as such, names the page of today as canonical and has working links."""
    site = tmp_path / "site"
    folder = clone(origin, tmp_path / "kopie", project)
    written(folder, site)
    letters = [f"assets/letters/{name}.woff2" for name in ("kop", "tekst")]
    for name in ("index.html", "assets/versie.css", "assets/icoon.svg", "assets/woordmerk.svg", *letters):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(b"<html></html>" if name.endswith("html") else b"")
    for path in (folder / "voorbeelden").glob("*.yml"):
        (site / "voorbeelden" / path.stem / "index.html").write_bytes(b"<html></html>")
    pages = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}

    assert check_site(pages | {name: b"" for name in read_site(site) if not name.endswith(".html")}, SITE) == []
    for name, content in pages.items():
        if "/versie/" in name:
            slug = name.split("/")[1]
            canonical = lxml.html.fromstring(content).cssselect("link[rel=canonical]")[0].get("href")
            assert canonical == f"{SITE}voorbeelden/{slug}/"
            assert len(content) < 6_000


def test_a_shallow_copy_says_so(origin: Path, project: Path, tmp_path: Path) -> None:
    """Without the whole history dates would be wrong, so there are no versions, and the reason is told."""
    past = read_past(clone(origin, tmp_path / "ondiep", project, "--depth", "1"), {}, TODAY)

    assert past == Verleden(
        gemis="Deze kopie van het project is ondiep: de geschiedenis ontbreekt. Haal haar op met 'git fetch --unshallow'."
    )


def test_feeds_are_the_same_from_two_clones(made: Made, origin: Path, project: Path, tmp_path: Path, small: Catalogue) -> None:
    """Dates and texts come from the history alone; a shallow copy gives no feed and says why."""
    copies = {
        name: clone(origin, tmp_path / name, project, *how) for name, how in {"een": (), "twee": (), "ondiep": ("--depth", "1")}.items()
    }
    changes = {name: read_changes(folder, small, read_past(folder, {}, TODAY)) for name, folder in copies.items()}
    first, second, shallow = (dict(feed_files(small, found, SITE)) for found in changes.values())

    assert first == second
    assert (
        f"<updated>{datetime.datetime.fromtimestamp(changes['een'].alle[0].moment, datetime.UTC):%Y-%m-%dT%H:%M:%SZ}" in first["feed.xml"]
    )
    newest = [address for address, _, _ in made.expected][-1]
    assert newest in first["feed.xml"]
    assert "Zijtak" not in first["feed.xml"]
    assert shallow == {}
    assert "ondiep" in changes["ondiep"].gemis


def test_a_folder_without_git_says_so(project: Path, tmp_path: Path) -> None:
    """A download without its history is told too."""
    (tmp_path / "mkdocs.yml").write_text("extra:\n  gepubliceerd_vanaf: 2027-01-01\n")

    assert "git clone" in read_past(tmp_path, {}, TODAY).gemis


@pytest.mark.parametrize(("value", "expected"), [("", None), ("2027-01-04", (2027, 1, 4)), ("2027-01-04T06:00Z", (2027, 1, 4))])
def test_where_published_begins(tmp_path: Path, value: str, expected: tuple[int, int, int] | None) -> None:
    """Nothing, a day, or a moment."""
    from macros.versions.past import published_since

    (tmp_path / "mkdocs.yml").write_text(f'extra:\n  gepubliceerd_vanaf: "{value}"\n')
    found = published_since(tmp_path)

    assert (found and (found.year, found.month, found.day)) == expected


def test_a_wrong_date_is_told(tmp_path: Path) -> None:
    """With what to write instead."""
    (tmp_path / "mkdocs.yml").write_text("extra:\n  gepubliceerd_vanaf: 2027-13-04\n")

    assert "geen datum" in read_past(tmp_path, {}, TODAY).gemis


def test_a_blob_that_is_missing_is_told(origin: Path) -> None:
    """A damaged repository stops the build with a remedy."""
    with pytest.raises(history.HistoryError, match="git clone"):
        history.blobs(origin, ["0" * 40])


@pytest.fixture(scope="module")
def kept(origin: Path, project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Archief]:
    """A site with all versions, a copy of the project and what that knows."""
    folder = clone(origin, tmp_path_factory.mktemp("archief") / "kopie", project)
    site = folder / "site"
    written(folder, site)
    return folder, site, Archief(folder, read_past(folder, {}, TODAY), Renderer(FileSystemLoader(folder / "overrides" / "components")))


def test_verify_confirms_what_was_published(made: Made, kept: tuple[Path, Path, Archief]) -> None:
    """By address on a site, by address on this computer, by saved page and by file."""
    _, site, archive = kept
    address, _, content = next(found for found in made.expected if b"tipfout" in found[2])

    with serving(site) as port:
        assert archive.address(f"http://127.0.0.1:{port}/{address}", from_web).klopt
    assert archive.address(f"/{address}", local(site)).klopt
    assert archive.file((site / address / "index.html").read_bytes()).klopt
    assert archive.file(content) == Oordeel(
        True, f"Gepubliceerd op {in_words(address.split('/')[3][:10])} (2): /{address}\nSHA-256: {hashlib.sha256(content).hexdigest()}"
    )


def test_verify_sees_every_change(made: Made, kept: tuple[Path, Path, Archief], tmp_path: Path) -> None:
    """Another file, another text below the right hash, another file at the address, nothing there, and no version at all."""
    _, site, archive = kept
    address, _, content = made.expected[40]
    page = (site / address / "index.html").read_bytes()
    (tmp_path / address).mkdir(parents=True)
    (tmp_path / address / "voorbeeld.yml").write_bytes(content + b"#")

    assert not archive.file(content + b" ").klopt
    assert "wijkt af" in archive.file(page.replace(b"<article", b"<article").replace(b"Een proef.", b"Geen proef.")).waarom
    assert not archive.file(b"<!doctype html><title>x</title>").klopt
    assert "iets anders" in archive.address(address, local(tmp_path)).waarom
    assert "Er hoort te staan" in archive.address(address, local(tmp_path / "leeg")).waarom
    assert "geen versie 2027-09-09" in archive.address("/voorbeelden/plek-1/versie/2027-09-09/", local(site)).waarom
    assert "geen adres" in archive.address("/voorbeelden/plek-1/", local(site)).waarom
    with serving(tmp_path) as port:
        assert "antwoord 404" in archive.address(f"http://127.0.0.1:{port}/{made.expected[3][0]}", from_web).waarom
