"""Much of everything: a theme with sixty entries, titles as long as is allowed, a word of fifty letters, twelve partners."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, expect

from macros import building
from macros.building import build
from macros.exports.pictures import pictures
from tests.conftest import make_small_project
from tests.sharing import Site, serving

ENTRIES = 60
ON_A_PAGE = 48
HEAVIEST = 60_000
THEME = "themas/eenzaamheid/"
NUMBERS = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")

TITLE = "Samen eten, wandelen en de taal oefenen in het buurthuis van "
SUMMARY = (
    "koken buurtbewoners elke week samen en praten zij over wat er in de wijk gebeurt. Vrijwilligers halen op wie niet zelf kan komen. "
    "Een sociaal werker kent iedereen en helpt verder als er zorgen zijn over geld, gezondheid, werk of het huis."
)

WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappijbuurt"
PARTNERS = [f"Stichting {WORD.lower()}-noord", *(f"Vereniging Nummer {name}" for name in NUMBERS), "Gemeente Meierijstad"]
CROWDED = ("voorbeelden/leefgoed-keuken/", "voorbeelden/leefgoed/", "voorbeelden/", "organisaties/", "themas/meedoen-werk/", "overzicht/")


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The small world with as many more entries as make sixty in one theme, methods among them; built and served."""
    project = make_small_project(tmp_path_factory.mktemp("lang") / "project")
    folder = project / "voorbeelden"
    already = sum(re.search(r"^themas: .*\beenzaamheid\b", path.read_text(), re.M) is not None for path in folder.glob("*.yml"))
    for number in range(ENTRIES - already):
        name = "-".join(NUMBERS[int(digit)] for digit in f"{number:02}")
        base = "welzijn-op-recept" if number % 6 == 0 else "taalcafe-groningen"
        (folder / f"lang-{name}.yml").write_text(_entry((folder / f"{base}.yml").read_text(), name))
    crowded = folder / "leefgoed-keuken.yml"
    crowded.write_text(_crowded(crowded.read_text()))
    with pytest.MonkeyPatch.context() as patch:
        # its pictures are no part of what is looked at, and most of the work: a thumbnail of each will do
        patch.setattr(building, "pictures", lambda *of: (replace(picture, width=40) for picture in pictures(*of)))
        said: list[str] = []
        assert build(project, say=said.append) == 0, said
    with serving(project / "site") as port:
        yield Site(project / "site", f"http://127.0.0.1:{port}/")


def _entry(text: str, name: str) -> str:
    """Another entry of the same kind, with a long title and summary, in three themes, and with sources of its own."""
    changes = {
        "titel": f"{TITLE}{name}",
        "samenvatting": f"In {name} {SUMMARY}",
        "themas": "[eenzaamheid, armoede-schulden, welzijn-zorg]",
    }
    for key, value in changes.items():
        text = re.sub(rf"^{key}:.*(?:\n[ ]+.*)*", f"{key}: {value}", text, count=1, flags=re.M)
    text = re.sub(r"^vorige_adressen:.*\n", "", text, flags=re.M)
    return text.replace("https://", f"https://{name}.")


def _crowded(text: str) -> str:
    """The same entry with a title that hardly breaks and with twelve partners."""
    partners = "".join(f"\n  - naam: {name}\n    rol: helpt bij het koken en het ophalen van wie slecht ter been is" for name in PARTNERS)
    text = re.sub(r"^organisaties:(?:\n[ -].*)+", f"organisaties:{partners}", text, count=1, flags=re.M)
    return re.sub(r"^titel:.*", f"titel: {WORD} ontmoet elkaar", text, count=1, flags=re.M)


def test_no_page_is_heavier_than_it_may_be(long_site: Site) -> None:
    """Sixty long entries make two pages, each at most 60 kB of HTML."""
    pages = sorted((long_site.folder / THEME).rglob("index.html"))

    assert len(pages) == 2
    assert {str(path): path.stat().st_size for path in pages if path.stat().st_size > HEAVIEST} == {}


def test_paging_shows_every_entry_once(browser: Browser, long_site: Site) -> None:
    """The next page shows the rest, says where the reader is, and leads back; the count above is of both."""
    page = browser.new_page(base_url=long_site.address)
    page.goto(THEME)
    expect(page.locator(".pw-lijstkop__soort")).to_contain_text(f"{ENTRIES} voorbeelden")
    first = page.locator(".pw-kaart h3").all_inner_texts()
    paging = page.get_by_role("navigation", name="Bladeren")
    expect(paging).to_contain_text("Pagina 1 van 2")

    paging.get_by_role("link", name="Volgende pagina").click()

    expect(paging).to_contain_text("Pagina 2 van 2")
    second = page.locator(".pw-kaart h3").all_inner_texts()
    assert (len(first), len(second)) == (ON_A_PAGE, ENTRIES - ON_A_PAGE)
    assert len({*first, *second}) == ENTRIES
    paging.get_by_role("link", name="Vorige pagina").click()
    expect(paging).to_contain_text("Pagina 1 van 2")
    page.close()


def test_headings_are_an_outline(browser: Browser, long_site: Site) -> None:
    """One first heading, no level skipped, and methods before practices on the page that has both."""
    page = browser.new_page(base_url=long_site.address)
    for address in (THEME, f"{THEME}pagina/2/"):
        page.goto(address)
        levels = page.locator("main").locator("h1, h2, h3, h4").evaluate_all("found => found.map((one) => Number(one.tagName[1]))")

        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))
    page.goto(THEME)
    heads = page.locator("main h2").all_inner_texts()
    assert heads.index("Werkwijzen") < heads.index("Praktijken")
    page.close()


@pytest.mark.parametrize("width", [320, 375, 1440])
def test_nothing_is_wider_than_the_screen(browser: Browser, long_site: Site, width: int) -> None:
    """Long titles and words break instead of making the page scroll sideways or being cut off."""
    page = browser.new_page(base_url=long_site.address, viewport={"width": width, "height": 800})
    for address in (THEME, f"{THEME}pagina/2/", *CROWDED):
        page.goto(address)

        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    page.close()


def test_twelve_partners_are_all_named(browser: Browser, long_site: Site) -> None:
    """The first facts name one and count the others; the list below names each with what it does."""
    page = browser.new_page(base_url=long_site.address)
    page.goto(CROWDED[0])

    expect(page.locator(".pw-kern").get_by_role("link", name="en 11 anderen")).to_be_visible()
    for name in PARTNERS:
        expect(page.get_by_role("link", name=name, exact=True).last).to_be_visible()
    page.close()
