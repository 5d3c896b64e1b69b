"""From versions to what readers are told about all entries together."""

from __future__ import annotations

import datetime
import io
import json
from dataclasses import replace

import atoma
import feedparser
import pytest

from macros.catalogue import Catalogue
from macros.exports.feeds import feed_files, feed_links, feeds
from macros.model.vocabulary import Verwijderd
from macros.render import Renderer
from macros.versions.changes import IN_THE_FEED, ON_THE_PAGE, Gebeurtenis, Wijziging, Wijzigingen, candidates, events, needed, tell
from macros.versions.states import Gepubliceerd, published, with_former
from macros.views.changes import wijzigingenpagina

BEGIN = datetime.datetime(2027, 1, 1, tzinfo=datetime.UTC)
SITE = "https://gids.example/"
HOSTILE = '<b>"&{{ 7*7 }}</b> \u2028 ]]>'


def state(title: str, text: str = "Een proef.", more: str = "") -> bytes:
    return f"titel: {title}\nsamenvatting: {text}\nthemas: [eenzaamheid]\n{more}".encode()


class Made:
    """A history as git writes it: `day` makes a commit of what changed."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.lines: list[str] = []

    def day(self, number: float, **changes: bytes | None) -> None:
        self.lines.append(f"@{len(self.lines):040x} {int(BEGIN.timestamp() + number * 86400)}")
        for name, content in sorted(changes.items()):
            blob = f"{len(self.files) + 1:040x}"
            self.files[blob] = content or b""
            mode, letter = ("100644", "M") if content else ("000000", "D")
            self.lines.append(f":100644 {mode} {'0' * 40} {blob} {letter}\tvoorbeelden/{name.replace('_', '-')}.yml")

    def published(self) -> Gepubliceerd:
        return published("\n".join(self.lines), BEGIN, BEGIN.date())

    def told(self, catalogue: Catalogue, former: dict[str, str] | None = None) -> list[Wijziging]:
        found = self.published()
        raw = candidates(catalogue, events(catalogue, with_former(found.versies, former or {}), found.vertrekken, found.begin))
        assert set(needed(raw)) <= self.files.keys()
        return [told for event in raw if (told := tell(catalogue, event, self.files))]


def short(told: list[Wijziging]) -> list[tuple[str, str, str]]:
    return [(one.soort, one.titel, one.wat) for one in told]


def test_added_changed_and_rewritten(small: Catalogue) -> None:
    """Newest first, in words; what stood there on the first day is marked; what only reads the same isn't told."""
    made = Made()
    made.day(-3, leefgoed=state("Concept"))
    made.day(-2, leefgoed=state("Leefgoed"))
    made.day(1, welzijn_op_recept=state("Welzijn"))
    made.day(2, leefgoed=state("Leefgoed", more="kosten: veel\n"))
    made.day(3, leefgoed=state("'Leefgoed'", more="kosten: veel\n"))
    told = made.told(small)

    assert short(told) == [
        ("gewijzigd", "Leefgoed", "Nieuw: kosten."),
        ("nieuw", "Welzijn", "Een proef."),
        ("nieuw", "Leefgoed", "Een proef."),
    ]
    assert [one.begin for one in told] == [False, False, True]
    assert [one.versie for one in told] == [
        "voorbeelden/leefgoed/versie/2027-01-03/",
        "voorbeelden/welzijn-op-recept/versie/2027-01-02/",
        "voorbeelden/leefgoed/versie/2027-01-01/",
    ]
    assert told[0].moment == BEGIN.timestamp() + 2 * 86400


def test_renamed_merged_removed_and_emptied(small: Catalogue) -> None:
    """A rename is one event; what went into another names it; a removal tells why; of what was emptied nothing is left."""
    stones = {
        "weg": Verwijderd(label="Weg", uitleg="Gestopt.", datum="2027-01-04"),
        "geheim": Verwijderd(label="Leeg", uitleg="Op verzoek.", datum="2027-01-04", leeg=True),
    }
    catalogue = replace(small, lijsten={**small.lijsten, "verwijderd": type(small.lijsten["themas"])("verwijderd", stones)})
    made = Made()
    made.day(0, oud=state("Oud"), dubbel=state("Dubbel"), weg=state("Weg"), geheim=state("Geheim"))
    made.day(1, oud=None, leefgoed=state("Oud", more="kosten: veel\n"))
    made.day(2, dubbel=None)
    made.day(3, weg=None, geheim=None)
    told = made.told(catalogue, {"oud": "leefgoed", "dubbel": "leefgoed"})

    title = small.by_slug["leefgoed"].data.titel
    assert short(told)[:3] == [
        ("verwijderd", "Weg", "Gestopt."),
        ("samengevoegd", "Dubbel", f"Staat nu bij '{title}'."),
        ("hernoemd", "Oud", "Heeft een nieuw adres; het oude blijft werken. Nieuw: kosten."),
    ]
    assert told[0].termen["themas"] == ("eenzaamheid",)
    assert not any("eheim" in f"{one}" for one in told)
    assert len({one.kenmerk for one in told}) == len(told)


def test_gone_and_back_is_a_change(small: Catalogue) -> None:
    """What is there today was not removed."""
    made = Made()
    made.day(0, leefgoed=state("Leefgoed"))
    made.day(1, leefgoed=None)
    made.day(2, leefgoed=state("Leefgoed", "Een andere proef."))

    assert [kind for kind, _, _ in short(made.told(small))] == ["gewijzigd", "nieuw"]


def test_a_long_history_stays_light(small: Catalogue) -> None:
    """However many changes: the page and the feeds hold the newest, and only what they may hold is read."""
    made = Made()
    for number in range(1000):
        made.day(number / 10, leefgoed=state("Leefgoed", f"Stand {number}."))
    found = made.published()
    raw = events(small, found.versies, found.vertrekken, found.begin)
    told = made.told(small)
    changes = Wijzigingen(tuple(told), found.begin)
    page = wijzigingenpagina(small, changes)

    assert (len(raw), len(candidates(small, raw))) == (1000, ON_THE_PAGE * 3)
    assert sum(len(day.regels) for day in page.dagen) == ON_THE_PAGE
    assert page.meer == ON_THE_PAGE
    assert next(len(feed.wijzigingen) for feed in feeds(small, changes)) == IN_THE_FEED


def test_an_unreadable_state_is_left_out(small: Catalogue) -> None:
    """A broken file of back then breaks nothing now."""
    made = Made()
    made.day(0, leefgoed=b"titel: [\n")

    assert made.told(small) == []


def wijziging(catalogue: Catalogue, title: str, what: str = "Een proef.", soort: str = "nieuw", slug: str = "leefgoed") -> Wijziging:
    version = f"voorbeelden/{slug}/versie/2027-01-04/"
    termen = {lijst: catalogue.terms(catalogue.by_slug["leefgoed"], lijst) for lijst in ("themas", "provincies")}
    return Wijziging(soort, title, what, f"voorbeelden/{slug}/", version, version, int(BEGIN.timestamp()), False, termen)


@pytest.fixture
def files(small: Catalogue) -> dict[str, str]:
    """All feeds of two events, one of them as nasty as can be."""
    nasty = wijziging(small, HOSTILE + "\x00\x0b\ufffe", HOSTILE)
    gone = replace(wijziging(small, "Weg", "", "verwijderd", "weg"), versie="")
    return dict(feed_files(small, Wijzigingen((nasty, gone)), SITE))


def test_two_readers_read_every_feed(files: dict[str, str]) -> None:
    """Feedparser and atoma, strictly: whole, with titles as they were written, dates of the version and absolute addresses."""
    assert set(files) >= {"feed.xml", "feed.json", "themas/eenzaamheid/feed.xml", "provincies/noord-brabant/feed.json"}
    for name in sorted(name for name in files if name.endswith(".xml")):
        parsed = feedparser.parse(io.BytesIO(files[name].encode()), sanitize_html=False)
        strict = atoma.parse_atom_bytes(files[name].encode())

        assert not parsed.bozo
        assert [entry.id for entry in parsed.entries] == [entry.id_ for entry in strict.entries]
        assert strict.entries[0].title.value == f"Nieuw: {HOSTILE}\ufffd\ufffd\ufffd"
        assert strict.entries[0].summary.value == HOSTILE
        assert strict.updated == strict.entries[0].updated == BEGIN
        assert strict.authors[0].name == parsed.feed.author == "Praktijkwijzer Sociaal Werk"
        assert "CC BY 4.0" in strict.rights.value
        assert [(link.rel, link.href) for link in strict.entries[0].links] == [
            ("alternate", f"{SITE}voorbeelden/leefgoed/"),
            ("related", f"{SITE}voorbeelden/leefgoed/versie/2027-01-04/"),
        ]
        assert parsed.entries[1].summary == "Dit voorbeeld is weggehaald."
        assert {"rel": "self", "href": SITE + name, "type": "application/atom+xml"} in parsed.feed.links


def test_json_feeds_say_the_same(files: dict[str, str]) -> None:
    """What JSON Feed 1.1 asks for, and the same items as in Atom."""
    for name in sorted(name for name in files if name.endswith(".json")):
        feed = json.loads(files[name])
        atom = atoma.parse_atom_bytes(files[name.replace(".json", ".xml")].encode())

        assert (feed["version"], feed["feed_url"]) == ("https://jsonfeed.org/version/1.1", SITE + name)
        assert [item["id"] for item in feed["items"]] == [entry.id_ for entry in atom.entries]
        assert all(item["content_text"] and item["date_published"] == "2027-01-01T00:00:00Z" for item in feed["items"])
        assert feed["items"][0]["_praktijkwijzer"]["versie"] == f"{SITE}voorbeelden/leefgoed/versie/2027-01-04/"


def test_without_history_there_are_no_feeds(small: Catalogue) -> None:
    """And no page says there are."""
    assert dict(feed_files(small, Wijzigingen(gemis="Geen git."), SITE)) == {}
    assert feed_links(small, Wijzigingen()) == {}


def test_pages_name_the_feed_beside_them(small: Catalogue) -> None:
    """The home page, the page of changes, and those of themes and provinces."""
    links = feed_links(small, Wijzigingen((wijziging(small, "Leefgoed"),)))

    assert {address: link.stam for address, link in links.items()} == {
        "": "feed",
        "wijzigingen/": "../feed",
        **{address: "feed" for address in links if address.startswith(("themas/", "provincies/"))},
    }
    assert "themas/eenzaamheid/" in links


def test_the_first_day_is_one_line(small: Catalogue) -> None:
    """A page that begins with all entries would tell nothing."""
    began = [replace(wijziging(small, f"Plek {number}"), begin=True) for number in range(3)]
    same_day = wijziging(small, "Later die dag")
    page = wijzigingenpagina(small, Wijzigingen((same_day, *began), 3))

    assert [(day.datum, [line.titel for line in day.regels], day.begin) for day in page.dagen] == [
        ("1 januari 2027", ["Later die dag"], "3 voorbeelden")
    ]


def test_an_event_is_told_once(small: Catalogue) -> None:
    """Places differ, so nothing is lost or doubled where two entries change at once."""
    made = Made()
    made.day(0, een=state("Een"), twee=state("Twee"))
    made.day(1, een=None, twee=None)
    found = made.published()
    raw: list[Gebeurtenis] = events(small, found.versies, found.vertrekken, found.begin)

    assert len({event.plaats for event in raw}) == len(raw) == 4


def test_the_heaviest_page_stays_light(small: Catalogue, renderer: Renderer) -> None:
    """Below 60 kB with the shell around it (4 kB), whatever the titles and lists of fields."""
    many = tuple(wijziging(small, f"{number} Een lange titel " * 4, "gewijzigd: " * 90) for number in range(300))
    shown = renderer.render("wijzigingen", pagina=wijzigingenpagina(small, Wijzigingen(many)), basis="../")

    assert str(shown).count("<li data-moment") == ON_THE_PAGE
    assert len(str(shown).encode()) < 56_000


@pytest.mark.parametrize(
    ("changes", "told"), [(Wijzigingen(gemis="De map is <ondiep>."), "De map is &lt;ondiep&gt;."), (Wijzigingen(), "nog niet gepubliceerd")]
)
def test_without_history_the_page_says_so(small: Catalogue, renderer: Renderer, changes: Wijzigingen, told: str) -> None:
    """Why there is nothing, and no address of a feed that isn't there."""
    shown = str(renderer.render("wijzigingen", pagina=wijzigingenpagina(small, changes), basis="../"))

    assert told in shown
    assert "feed.xml" not in shown
