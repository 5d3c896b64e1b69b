"""Every type of page in a real browser: accessible, fitting, private, and readable without script."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from macros.content_policy import POLICY
from tests.browser.accessibility import OF_COLOURS_AND_LETTERS, faults
from tests.conftest import PAGE_TYPES
from tests.sharing import Site, hosting

EMULATIONS = [("light", 1280), ("dark", 1280), ("light", 375)]


@pytest.mark.parametrize(("scheme", "width"), EMULATIONS, ids=[f"{scheme}-{width}" for scheme, width in EMULATIONS])
@pytest.mark.parametrize("address", PAGE_TYPES.values(), ids=PAGE_TYPES)
def test_axe_finds_nothing(browser: Browser, site: Site, address: str, scheme: str, width: int) -> None:
    """No type of page breaks a rule of WCAG 2.2 AA that a program can see, in either mode and at either width.

    In the dark only colours are other. There our own letters don't come either: the browser's own are smaller, and then a
    link may be too low to touch.
    """
    page = browser.new_page(base_url=site.address, color_scheme=scheme, viewport={"width": width, "height": 900})
    if scheme == "dark":
        page.route("**/*.woff2", lambda route: route.abort())
    page.goto(f"{address}?q=eenzaam" if address == "zoeken/" else address)
    if address == "zoeken/":
        expect(page.locator("[data-resultaten] > *").first).to_be_visible()

    found = faults(page, only=OF_COLOURS_AND_LETTERS if scheme == "dark" else ())

    assert found == []
    page.close()


@pytest.mark.parametrize("width", [320, 375, 768, 1440])
def test_nothing_sticks_out_sideways(browser: Browser, site: Site, width: int) -> None:
    """No type of page scrolls sideways, down to 320 px (400% zoom on a desktop)."""
    page = browser.new_page(base_url=site.address, viewport={"width": width, "height": 800})
    wide = {}
    for name, address in PAGE_TYPES.items():
        page.goto(address)
        excess = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if excess > 0:
            wide[name] = excess

    assert wide == {}
    page.close()


def test_no_request_leaves_the_site_and_nothing_is_kept(browser: Browser, site: Site) -> None:
    """Visiting all types of pages and searching asks no other host for anything, sets no cookie and stores nothing."""
    context = browser.new_context(base_url=site.address)
    page = context.new_page()
    elsewhere: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((site.address, "data:", "blob:")):
            elsewhere.append(request.url)

    context.on("request", note)
    for address in PAGE_TYPES.values():
        page.goto(address)
    page.goto("zoeken/?q=eenzaam")
    expect(page.get_by_role("status").filter(has_text="voor ‘eenzaam’")).to_be_visible()
    stored = page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length + (document.cookie ? 1 : 0)")

    assert elsewhere == []
    assert context.cookies() == []
    assert stored == 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_policy_stops_nothing_of_ours(browser: Browser, site: Site, scheme: Literal["light", "dark"]) -> None:
    """No type of page, with its search in use, does what its own Content Security Policy forbids; from a host that sends the headers
    of `_headers`, so that each rule is there as a header and as an element."""
    with hosting(site.folder, "/gids/") as address:
        page = browser.new_page(base_url=address, color_scheme=scheme)
        said: list[tuple[str, str]] = []
        page.on("console", lambda message: said.append((page.url, message.text)))
        page.on("pageerror", lambda error: said.append((page.url, str(error))))
        page.expose_function("gemeld", lambda url, what: said.append((url, what)))
        page.add_init_script(
            "addEventListener('securitypolicyviolation', (e) => gemeld(location.href, e.effectiveDirective + e.blockedURI))"
        )

        for path in PAGE_TYPES.values():
            answer = page.goto(path)
            assert answer is not None
            told = answer.headers
            assert told["content-security-policy"] == POLICY, path
            assert told["x-content-type-options"] == "nosniff", path
            assert ("x-frame-options" in told) is not path.startswith(("insluiten/", "404")), path
            assert page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") == POLICY, path
        page.goto("voorbeelden/?q=eenzaam&weergave=kaart")
        expect(page.get_by_role("link", name=re.compile("Amsterdam: [1-9]"))).to_be_visible()
        page.goto("zoeken/?q=eenzaam")
        expect(page.locator("[data-resultaten] > *").first).to_be_visible()

        assert said == []
        page.close()


@pytest.mark.parametrize(
    "attack",
    [
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s)",
        "document.body.innerHTML += '<img src=x onerror=\"window.ran = 1\">'",
        "document.body.insertAdjacentHTML('beforeend', '<b>x</b>'); window.ran = 1",
        "eval('window.ran = 1')",
        "const a = document.createElement('a'); a.href = 'javascript:window.ran = 1'; document.body.append(a); a.click()",
        "document.write('<p>x'); window.ran = 1",
        "const s = document.createElement('script'); s.src = 'data:text/javascript,window.ran=1'; document.head.append(s)",
    ],
    ids=["inline script", "handler", "html", "eval", "javascript link", "write", "data script"],
)
def test_the_policy_stops_what_is_not_ours(browser: Browser, site: Site, attack: str) -> None:
    """What hostile text would try, if it ever became a script's input, is refused by the browser itself."""
    # a page of its own: the browser's complaints are what this test is after
    page = browser.new_page(base_url=site.address)
    page.goto("voorbeelden/leefgoed-veghel/")
    # as a file of the site, for the test's own way in is above the policy
    page.route(
        "**/aanval.js",
        lambda route: route.fulfill(body=f"try {{ {attack} }} catch (e) {{}} window.tried = 1", content_type="text/javascript"),
    )
    page.evaluate("import('/aanval.js')")
    page.wait_for_function("window.tried")

    assert page.evaluate("window.ran ?? 0") == 0
    page.close()


def test_a_script_that_was_changed_on_its_way_does_not_run(browser: Browser, site: Site) -> None:
    """Nor is a changed stylesheet used: the page knows their checksums, and stays readable."""
    page = browser.new_page(base_url=site.address)
    page.route("**/voorbeeld.js", lambda route: route.fulfill(body="window.ran = 1", content_type="text/javascript"))
    page.route("**/stijl.*.css", lambda route: route.fulfill(body="body { display: none }", content_type="text/css"))
    page.goto("voorbeelden/leefgoed-veghel/")

    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("window.ran ?? 0") == 0
    page.close()


def test_the_policy_asks_no_other_host(browser: Browser, site: Site) -> None:
    """A picture, frame, message or letter of another host is refused."""
    page = browser.new_page(base_url=site.address)
    page.goto("voorbeelden/leefgoed-veghel/")
    page.evaluate(
        """() => {
            window.refused = [];
            document.addEventListener("securitypolicyviolation", (event) => window.refused.push(event.effectiveDirective));
            const add = (name, values) => document.body.append(Object.assign(document.createElement(name), values));
            add("img", { src: "https://elders.example/pixel.gif" });
            add("iframe", { src: "https://elders.example/" });
            fetch("https://elders.example/tel").catch(() => 0);
            new FontFace("x", "url(https://elders.example/x.woff2)").load().catch(() => 0);
        }"""
    )

    page.wait_for_function("['img-src', 'frame-src', 'connect-src', 'font-src'].every((kind) => window.refused.includes(kind))")
    page.close()


def test_without_script_everything_can_be_read(browser: Browser, site: Site) -> None:
    """With JavaScript off, an entry is complete, and the search page leads to the lists."""
    page = browser.new_context(base_url=site.address, java_script_enabled=False).new_page()
    page.goto("voorbeelden/leefgoed-veghel/")
    for heading in ("Aanleiding", "Aanpak", "Resultaten", "Wat er geleerd is", "Bronnen"):
        expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()

    page.get_by_label("Zoek een voorbeeld").fill("eenzaam")
    page.get_by_role("button", name="Zoek").click()
    expect(page.get_by_text("Zoeken werkt met JavaScript")).to_be_visible()
    page.get_by_role("link", name="hele lijst").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Alle voorbeelden")
    page.get_by_role("link", name="Volgende pagina").click()

    expect(page.get_by_text("Pagina 2 van").first).to_be_visible()
    page.context.close()


def test_a_reference_leads_to_its_source_and_back(page: Page) -> None:
    """The number in the text leads to the source list, the arrow there leads back."""
    page.goto("voorbeelden/leefgoed-veghel/")
    page.locator("sup a").first.click()
    expect(page).to_have_url(re.compile("#b1$"))
    expect(page.locator("#b1")).to_be_in_viewport()

    page.locator("#b1").get_by_role("link", name="terug").click()

    expect(page).to_have_url(re.compile("#n1$"))
    expect(page.locator("#n1")).to_be_in_viewport()


def test_an_entry_answers_within_the_first_screen(page: Page) -> None:
    """What, where, who, for whom and how far stand on a desktop's first screen."""
    page.goto("voorbeelden/leefgoed-veghel/")

    for name in ("Voor wie", "Waar", "Wie", "Fase", "Wat het vraagt", "Steunt op"):
        expect(page.locator("dt", has_text=re.compile(f"^{name}$"))).to_be_in_viewport()
    expect(page.get_by_text(re.compile(r"De feiten zijn van .*20\d\d"))).to_be_in_viewport()
    expect(page.get_by_role("heading", name="Aanleiding")).to_be_in_viewport()


def test_from_entry_to_theme_organisation_and_municipality(page: Page) -> None:
    """An entry leads to its theme, its organisation and its municipality, each with explanation and entries."""
    for name, address in (("Wonen en samenleven in de wijk", "themas"), ("ONS welzijn", "organisaties"), ("Meierijstad", "gemeenten")):
        page.goto("voorbeelden/leefgoed-veghel/")
        page.get_by_role("link", name=name, exact=True).first.click()
        expect(page).to_have_url(re.compile(f"/{address}/"))
        expect(page.locator(".pw-kaart").get_by_role("link", name=re.compile("^LeefGoed Veghel"))).to_be_visible()


def test_printing_leaves_navigation_out_and_writes_addresses(page: Page) -> None:
    """On paper there is no menu, and a source shows its full address."""
    page.goto("voorbeelden/leefgoed-veghel/")
    page.emulate_media(media="print")

    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    assert "https://" in page.locator(".pw-bronnen a[href^=http]").first.evaluate("link => getComputedStyle(link, '::after').content")
