"""The contribution form as a contributor uses it: by keyboard, in steps, with a draft, and to amend an entry."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from macros.canonical import write
from macros.checking import check
from macros.reading import parse_bytes
from tests.browser.accessibility import faults
from tests.generating import entries
from tests.metering import Meter, compressing
from tests.sharing import Site

FORM = "meedoen/formulier/"
AMEND = f"{FORM}?voorbeeld=leefgoed-veghel"
PHONE: Any = {"width": 375, "height": 800}


def step(page: Page, name: str) -> None:
    """Go to a step by its name in the row of steps."""
    page.get_by_role("navigation", name="Stappen van het formulier").get_by_role("link", name=re.compile(f"^{re.escape(name)}")).click()


def file_of(page: Page) -> str:
    """The text of the file, as the last step shows it."""
    step(page, "Versturen")
    # the rules come with the first letter; until then there is no text
    expect(page.locator("[data-plek=tekst]")).not_to_be_empty()
    return page.locator("[data-plek=tekst]").text_content() or ""


def box(page: Page, name: str) -> Locator:
    """The box to type in with this label, in the step that is shown."""
    return page.get_by_role("textbox", name=name, exact=True)


def told(page: Page, field: str) -> Locator:
    """The message at a field."""
    return page.locator(f"#{field}-melding")


def canonical(data: bytes) -> str:
    """An entry in the one way of writing."""
    document, _ = parse_bytes(data, "x.yml")
    assert document is not None
    return write(document.value)


class Keys:
    """A contributor with nothing but a keyboard; counts what the hands do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.pressed, self.typed, self.stops = 0, 0, 0

    def to(self, name: str) -> Keys:
        """Tab on to the control with this id, or with these words on it."""
        self.stops += 1
        for _ in range(120):
            self.press("Tab")
            if name in self.page.evaluate(
                "[document.activeElement.id, document.activeElement.textContent.trim(), document.activeElement.value]"
            ):
                return self
        raise AssertionError(f"no way by keyboard to {name}")

    def type(self, field: str, text: str) -> Keys:
        """Fill in a field further on."""
        self.to(field).page.keyboard.insert_text(text)
        self.typed += len(text)
        return self

    def press(self, *keys: str) -> Keys:
        """Press keys where the focus is."""
        for key in keys:
            self.page.keyboard.press(key)
            self.pressed += 1
        return self

    @property
    def minutes(self) -> float:
        """What this takes a person, by the keystroke-level model of Card, Moran and Newell: half a second for each key
        (somebody who types without practice) and 1.35 seconds to look and decide at each field."""
        return (0.5 * (self.pressed + self.typed) + 1.35 * self.stops) / 60

    def choose(self, field: str, text: str) -> Keys:
        """Search in a list and take the first that is found."""
        self.type(field, text)
        return self.press("Enter")

    def onward(self, heading: str) -> Keys:
        """To the next step."""
        self.to("Volgende").press("Enter")
        expect(self.page.get_by_role("heading", name=heading, level=2)).to_be_focused()
        return self

    def tell(self, field: str, text: str) -> Keys:
        """A text further on, with the first source cited after its sentence."""
        return self.type(field, text).press("Shift+Tab", "Enter", "Enter")


def fill_in_by_keyboard(page: Page) -> Keys:
    """A whole entry, from the first field to the last step, with every required field."""
    expect(page.get_by_role("heading", name="Wat is het?")).to_be_visible()
    keys = Keys(page)
    keys.to("praktijk").press("Space").type("v-titel", "Soep in de Kerkbuurt")
    keys.type("v-samenvatting", "Buren koken elke week soep voor elkaar. Wie alleen woont, schuift aan en leert mensen kennen.")
    keys.onward("Wie doet het, en waar?")
    keys.type("v-organisaties-1-naam", "Stichting Soepbuurt").type("v-organisaties-1-rol", "welzijnsorganisatie, trekker")
    keys.choose("v-plaats-gemeenten-zoek", "zwol").to("idee").press("ArrowDown", "ArrowDown", "ArrowDown").type("v-start", "2024-03")
    keys.onward("Waar gaat het over?")
    keys.choose("v-themas-zoek", "eenzaam").choose("v-doelgroepen-zoek", "alle inw").choose("v-werkvormen-zoek", "eettafel")
    keys.onward("Waar staat het?")
    keys.type("v-bronnen-1-titel", "Jaarverslag over soep").type("v-bronnen-1-uitgever", "Stichting Soepbuurt")
    keys.to("v-bronnen-1-soort").press("j", "a").type("v-bronnen-1-datum", "2026-02").type(
        "v-bronnen-1-url", "https://www.soepbuurt-zwolle.nl/jaarverslag"
    )
    keys.type("v-peildatum", "2026-02").onward("Het verhaal")
    keys.tell("v-aanleiding", "Veel buren aten alleen.").tell("v-aanpak", "Elke dinsdag kookt een groepje buren.").tell(
        "v-resultaten", "In 2025 kwamen er 20 mensen per keer."
    )
    keys.onward("Hoe zeker is dit?")
    keys.to("praktijkervaring").press("Space").to("redactie").press("Space")
    keys.to("Naar versturen").press("Enter")
    return keys


def test_a_whole_entry_by_keyboard_alone(
    page: Page, real_files: dict[str, bytes], today: datetime.date, record_property: Callable[[str, object], None]
) -> None:
    """Every required field; the file is one that `check` has nothing to say about, written in the one way.

    The hands get six of the twenty minutes, so that the rest is for what to write; and few keys are for the form itself.
    """
    page.goto(FORM)
    keys = fill_in_by_keyboard(page)
    record_property("keys", keys.pressed)

    assert keys.pressed <= 200
    assert keys.minutes <= 6, (keys.pressed, keys.typed, keys.stops)
    expect(page.get_by_text("Je voorbeeld is klaar om te versturen.")).to_be_visible()
    text = page.locator("[data-plek=tekst]").text_content() or ""
    path = "voorbeelden/soep-in-de-kerkbuurt.yml"
    document, problems = parse_bytes(text.encode(), path)
    found = [problem for problem in check({**real_files, path: text.encode()}, today).problems if problem.path == path]
    assert document is not None
    assert (problems, found) == ([], [])
    assert text == write(document.value)
    assert document.value["aanleiding"] == "Veel buren aten alleen [@stichting-soepbuurt-2026]."


_OPEN_AND_SAVE = """async ([texts, touch]) => {
  const place = name => document.querySelector(`[data-plek=${name}]`);
  let saved;
  URL.createObjectURL = blob => { saved = blob; return "blob:x"; };
  HTMLAnchorElement.prototype.click = () => {};
  const out = [];
  for (const [number, text] of texts.entries()) {
    const files = new DataTransfer();
    files.items.add(new File([text], `${number}.yml`));
    place("bestand").files = files.files;
    place("bestand").dispatchEvent(new Event("change"));
    while (!place("stand").textContent.startsWith(`${number}.yml`)) await new Promise(requestAnimationFrame);
    const event = control => (control.matches("select, [type=radio], [type=checkbox]") ? "change" : "input");
    if (touch) for (const control of place("formulier").querySelectorAll("[data-deel=invoer], [type=radio]:checked")) {
      control.dispatchEvent(new Event(event(control), { bubbles: true }));
    }
    place("download").click();
    out.push(await saved.text());
  }
  return out;
}"""


def test_generated_entries_pass_through_every_control(page: Page, real_files: dict[str, bytes], today: datetime.date) -> None:
    """200 entries, opened as a file, each value typed anew in its control, saved: valid, canonical, and the same."""
    checked = check(real_files, today)
    assert checked.catalogue
    items = checked.catalogue.items
    pages = {
        "voorbeeld": [item.slug for item in items],
        "werkwijze": [item.slug for item in items if not item.is_praktijk],
        "kennis": [one.slug for one in checked.catalogue.kennis],
    }
    texts = [write(value) for value in entries(200, checked.lijsten, pages)]
    page.set_viewport_size(PHONE)
    page.goto(FORM)
    expect(page.get_by_role("heading", name="Wat is het?")).to_be_visible()

    saved = page.evaluate(_OPEN_AND_SAVE, [texts, True])

    assert [number for number, text in enumerate(texts) if saved[number] != text] == []
    made = {f"voorbeelden/gemaakt-{number}.yml": text.encode() for number, text in enumerate(saved)}
    assert [problem for problem in check({**real_files, **made}, today).problems if problem.path in made and problem.level == "fout"] == []


def test_every_entry_opened_and_saved_stays_the_same(page: Page, real_files: dict[str, bytes]) -> None:
    """Byte for byte what our way of writing makes of it, for all that is in the catalogue."""
    texts = [canonical(data) for path, data in sorted(real_files.items()) if re.fullmatch(r"voorbeelden/[^/]+\.yml", path)]
    page.set_viewport_size(PHONE)
    page.goto(FORM)
    expect(page.get_by_role("heading", name="Wat is het?")).to_be_visible()

    saved = page.evaluate(_OPEN_AND_SAVE, [texts, False])

    assert len(texts) > 150
    assert [texts[number].split("\n")[2] for number in range(len(texts)) if saved[number] != texts[number]] == []


def test_a_field_is_judged_when_the_visitor_leaves_it(page: Page) -> None:
    """Not before, with the words of `check`, tied to the control; the summary leads to the field."""
    page.goto(FORM)
    title = box(page, "Titel")
    expect(title).to_be_visible()
    assert page.locator(".pw-veld__melding:visible").count() == 0

    title.fill("Soep en brood " * 6)
    title.blur()
    expect(told(page, "v-titel")).to_have_text("'titel' mag hoogstens 80 tekens hebben, niet 83. Maak de tekst korter.")
    expect(title).to_have_attribute("aria-invalid", "true")
    assert "v-titel-melding" in (title.get_attribute("aria-describedby") or "")
    expect(told(page, "v-samenvatting")).to_be_hidden()

    title.fill("Soep in de Kerkbuurt")
    expect(told(page, "v-titel")).to_be_hidden()
    expect(title).not_to_have_attribute("aria-invalid", "true")
    page.get_by_role("button", name="Volgende").click()
    step(page, "Versturen")
    page.get_by_role("link", name="Het verplichte veld 'samenvatting' ontbreekt. Vul het nog in.").click()
    expect(box(page, "Samenvatting")).to_be_focused()
    expect(told(page, "v-samenvatting")).to_be_visible()


_MESSAGES = """() => [...document.querySelectorAll("[data-deel=melding]")].filter((one) => one.checkVisibility()).map((told) => {
  const tied = [...document.querySelectorAll(`[aria-describedby~="${told.id}"]`)];
  const own = tied.filter((el) => el.matches("input, select, textarea"));
  const named = tied.every((el) => el.matches("fieldset") ? el.querySelector("legend").textContent.trim() : el.labels?.length);
  return [told.id, tied.length === 1 && !!named && own.every((el) => el.ariaInvalid === "true"), own.length];
})"""
"""Of every message at a field: its id, whether the one control or named group that it is about has it as its description and says that
it is wrong, and whether that is a control."""


def test_every_message_is_tied_to_its_field(page: Page) -> None:
    """In all steps, of a form that was sent in empty but for a source with a wrong address: texts, choices, lists and groups alike."""
    page.goto(f"{FORM}#stap-bronnen")
    page.locator("[data-veld=bronnen] .pw-formrij").get_by_label("Webadres").fill("geen adres")
    links = page.get_by_role("navigation", name="Stappen van het formulier").get_by_role("link")
    # a step is judged when one leaves it
    for number in range(links.count()):
        links.nth(number).click()
    expect(page.get_by_role("link", name="Het verplichte veld 'samenvatting' ontbreekt. Vul het nog in.")).to_be_visible()
    found: list[tuple[str, bool, int]] = []
    for number in range(links.count()):
        links.nth(number).click()
        expect(links.nth(number)).to_have_attribute("aria-current", "step")
        found += page.evaluate(_MESSAGES)

    assert [told for told, tied, _ in found if not tied] == []
    assert {"v-type-melding", "v-titel-melding", "v-themas-melding", "v-bronnen-1-url-melding"} <= {told for told, _, _ in found}
    assert {bool(control) for _, _, control in found} == {True, False}


def test_sources_can_be_cited_renamed_and_put_in_order(page: Page) -> None:
    """The mark comes before the full stop; a new name of a source goes along to where it is cited."""
    page.goto(f"{FORM}#stap-bronnen")
    row = page.locator("[data-veld=bronnen] .pw-formrij")
    row.nth(0).get_by_label("Titel").fill("Jaarverslag")
    row.nth(0).get_by_label("Uitgever").fill("MOvactor")
    page.get_by_role("button", name="Nog een bron").click()
    expect(row.nth(1).get_by_label("Titel")).to_be_focused()
    row.nth(1).get_by_label("Titel").fill("Krant")
    row.nth(1).get_by_label("Uitgever").fill("MOvactor")
    step(page, "Het verhaal")
    story = page.locator("#v-aanpak")
    story.fill("Zij koken. Zij eten.")
    story.evaluate("area => area.setSelectionRange(10, 10)")
    page.locator("#v-aanpak-veld").get_by_role("button", name="Haal een bron aan").click()
    page.get_by_role("button", name="Haal aan: Krant").press("Enter")
    expect(story).to_have_value("Zij koken [@movactor-2]. Zij eten.")
    expect(story).to_be_focused()

    step(page, "Waar staat het?")
    row.nth(1).get_by_text("Meer over deze bron").click()
    row.nth(1).get_by_label("Korte naam").fill("krant-2024")
    row.nth(1).get_by_label("Korte naam").blur()
    row.nth(1).get_by_role("button", name="Omhoog").click()
    expect(row.nth(0).get_by_label("Titel")).to_have_value("Krant")
    document, _ = parse_bytes(file_of(page).encode(), "x.yml")
    assert document is not None
    assert document.value["aanpak"] == "Zij koken [@krant-2024]. Zij eten."
    assert [bron["sleutel"] for bron in document.value["bronnen"]] == ["krant-2024", "movactor"]


def test_three_choices_in_the_order_of_the_visitor(page: Page) -> None:
    """More than three can't be chosen, the first is the most important, and each can move or go."""
    page.goto(f"{FORM}#stap-onderwerp")
    themes = page.get_by_role("group", name="Thema's")
    for name in ("Eenzaamheid", "Mantelzorg", "Vrijwillige inzet"):
        themes.get_by_role("checkbox", name=re.compile(name)).check()
    expect(themes.get_by_role("checkbox", name=re.compile("Armoede"))).to_be_disabled()
    expect(themes.get_by_text("Je koos er 3. Haal er een weg om te wisselen.")).to_be_visible()

    themes.get_by_role("button", name="Eerder: Vrijwillige inzet").click()
    themes.get_by_role("button", name="Haal weg: Eenzaamheid en ontmoeting").click()
    assert "themas: [vrijwillige-inzet, mantelzorg]" in file_of(page)


def test_the_other_kind_keeps_what_was_typed(page: Page) -> None:
    """A field that only a practice has is out of sight and out of the file, and comes back."""
    page.goto(f"{AMEND}&veld=werkwijze")
    expect(page.get_by_role("heading", name="Overnemen", level=2)).to_be_visible()
    before = file_of(page)
    step(page, "Overnemen")
    page.get_by_role("group", name="Werkwijze").get_by_role("textbox").fill("recept")
    page.get_by_role("checkbox", name="Welzijn op Recept", exact=True).check()
    step(page, "Wat is het?")
    page.get_by_role("radio", name=re.compile("^Werkwijze")).check()
    assert "werkwijze: welzijn-op-recept" not in file_of(page)
    step(page, "Wat is het?")
    page.get_by_role("radio", name=re.compile("^Praktijk")).check()
    assert file_of(page).replace("werkwijze: welzijn-op-recept\n", "") == before


def test_a_draft_stays_until_it_is_wiped(page: Page) -> None:
    """In this browser alone; told, and wiped by one button."""
    page.goto(FORM)
    box(page, "Titel").fill("Soep in de Kerkbuurt")
    page.reload()
    expect(box(page, "Titel")).to_have_value("Soep in de Kerkbuurt")
    expect(page.get_by_text(re.compile("^Je concept van .* staat er weer"))).to_be_visible()
    kept = json.loads(page.evaluate("localStorage.getItem('pw-formulier')"))
    assert (set(kept), kept["waarde"]["titel"]) == ({"waarde", "dag"}, "Soep in de Kerkbuurt")

    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Wis en begin opnieuw").click()
    expect(box(page, "Titel")).to_have_value("")
    assert page.evaluate("Object.keys(localStorage)") == []


def test_what_is_unknown_is_filled_in_where_it_belongs(page: Page, real_files: dict[str, bytes]) -> None:
    """From the page of an entry to the right field, with the entry loaded; nothing else changes."""
    page.goto(f"{AMEND}&veld=financiering")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Vul aan: LeefGoed Veghel"))
    expect(page.get_by_role("combobox", name="Geldbron", exact=True)).to_be_focused()
    page.get_by_role("combobox", name="Geldbron", exact=True).select_option("gemeente-subsidie")
    page.locator("[data-veld=financiering]").get_by_label("Bron", exact=True).select_option(index=1)

    after = file_of(page)
    before = canonical(real_files["voorbeelden/leefgoed-veghel.yml"])
    fresh = set(after.split("\n")) - set(before.split("\n"))
    assert [line.strip().split(":")[0] for line in sorted(fresh)] == ["bron", "- geldbron", "financiering"]
    assert set(before.split("\n")) <= set(after.split("\n"))


def with_settings(page: Page, **settings: str) -> None:
    """As if the site had been built with a forge or an address of the editors."""

    def answer(route: Route) -> None:
        reply = route.fetch()
        body = reply.text()
        for name, value in settings.items():
            body = body.replace(f'data-{name.replace("_", "-")}=""', f'data-{name.replace("_", "-")}="{value}"')
        route.fulfill(response=reply, body=body)

    page.route(re.compile(f"{FORM}(\\?|$)"), answer)


def test_it_ends_as_a_proposal(page: Page) -> None:
    """A short entry goes along in the address, to GitHub or by mail; a long one or one for GitLab is copied."""
    with_settings(
        page,
        nieuw="https://github.com/a/b/new/main/voorbeelden",
        bewerk="https://github.com/a/b/edit/main/voorbeelden/",
        vult_in="ja",
        redactie="redactie@praktijk.nl",
    )
    page.goto(FORM)
    box(page, "Titel").fill("Soep & brood in Zwolle")
    text = file_of(page)
    address = urlsplit(page.get_by_role("link", name="Verstuur je voorstel").get_attribute("href") or "")
    assert (address.netloc, address.path) == ("github.com", "/a/b/new/main/voorbeelden")
    assert parse_qs(address.query) == {"filename": ["soep-brood-in-zwolle.yml"], "value": [text]}
    mail = urlsplit(page.get_by_role("link", name="Mail het aan de redactie").get_attribute("href") or "")
    assert (mail.path, text in parse_qs(mail.query)["body"][0]) == ("redactie@praktijk.nl", True)

    step(page, "Het verhaal")
    page.locator("#v-aanpak").fill("Zij koken elke dag. " * 280)
    step(page, "Versturen")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = page.get_by_role("link", name="Kopieer en open")
    assert link.get_attribute("href") == "https://github.com/a/b/new/main/voorbeelden?filename=soep-brood-in-zwolle.yml"
    page.context.route("https://github.com/**", lambda route: route.fulfill(body="ok"))
    with page.expect_popup():
        link.click()
    page.bring_to_front()
    expect(page.get_by_text("De tekst is gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-plek=tekst]").text_content()


def test_amending_ends_at_the_file_itself(page: Page) -> None:
    """The forge's own page to edit that file; without a forge the text and the file are there to send."""
    with_settings(page, bewerk="https://gitlab.com/a/b/-/edit/main/voorbeelden/", nieuw="https://gitlab.com/a/b/-/new/main/voorbeelden")
    page.goto(AMEND)
    step(page, "Versturen")
    expect(page.get_by_role("link", name="Kopieer en open")).to_have_attribute(
        "href", "https://gitlab.com/a/b/-/edit/main/voorbeelden/leefgoed-veghel.yml"
    )
    page.unroute_all()
    page.goto(FORM)
    box(page, "Titel").fill("Soep in Zwolle")
    step(page, "Versturen")
    expect(page.get_by_text(re.compile("Geef dat aan degene die deze site beheert"))).to_be_visible()
    with page.expect_download() as waiting:
        page.locator("#stap-verstuur").get_by_role("button", name="Bewaar als bestand").click()
    assert waiting.value.suggested_filename == "soep-in-zwolle.yml"
    assert "titel: Soep in Zwolle" in Path(waiting.value.path()).read_text(encoding="utf-8")


def test_the_page_to_be_grows_along(page: Page) -> None:
    """With the classes of the real page and numbered references; what a visitor types is never read as HTML."""
    attack = "<img src=x onerror=parent.geraakt=1> **vet** [klik](javascript:parent.geraakt=1) [@a-2020]"
    page.goto(FORM)
    box(page, "Titel").fill("<b>Soep</b>")
    step(page, "Het verhaal")
    page.locator("#v-aanpak").fill(f"{attack}\n\n- een [@a-2020]\n- twee")
    view = page.frame_locator("[data-plek=proef]")
    expect(view.get_by_role("heading", level=1)).to_have_text("<b>Soep</b>")
    story = view.locator(".pw-voorbeeld__verhaal")
    expect(story.locator("strong")).to_have_text("vet")
    expect(story.locator("sup")).to_have_text(["1", "1"])
    expect(story.locator("li").first).to_have_text("een1")
    assert story.locator("img, script, [onerror], [href]").count() == 0
    assert page.evaluate("window.geraakt") is None


def test_the_drawing_comes_with_the_theme(page: Page) -> None:
    """Of a new entry one for its kind and theme; of an entry that is amended its own."""
    page.goto(f"{FORM}#stap-onderwerp")
    drawing = page.frame_locator("[data-plek=proef]").locator("img")
    expect(page.get_by_role("heading", name="Waar gaat het over?", level=2)).to_be_visible()
    expect(drawing).to_have_count(0)
    page.locator("[data-veld=themas]").get_by_role("checkbox", name=re.compile("^Eenzaamheid")).check()
    expect(drawing).to_have_attribute("src", re.compile(r"/meedoen/formulier/omslag/praktijk-eenzaamheid\.svg$"))
    expect(drawing).to_have_js_property("naturalWidth", 640)

    page.goto(AMEND)
    expect(drawing).to_have_attribute("src", re.compile(r"/voorbeelden/leefgoed-veghel/omslag\.svg$"))
    expect(drawing).to_have_js_property("naturalWidth", 640)


def test_a_known_organisation_is_completed(page: Page) -> None:
    """Its name is offered while somebody types, and written as everywhere; its website comes along when there is none yet."""
    page.goto(f"{FORM}#stap-wie-waar")
    row = page.locator("[data-veld=organisaties] .pw-formrij").first
    name, website = row.get_by_label("Naam"), row.get_by_label("Website")
    name.fill("m")
    expect(name).to_have_attribute("list", "organisatienamen")
    expect(page.locator("#organisatienamen option[value=MOvactor]")).to_have_count(1)
    name.fill("movactor")
    name.blur()
    expect(name).to_have_value("MOvactor")
    expect(website).to_have_value("http://www.movactor.nl")

    website.fill("http://www.movactor.nl/over")
    name.fill("Versa Welzijn")
    name.blur()
    expect(website).to_have_value("http://www.movactor.nl/over")
    name.fill("Stichting die niemand kent")
    name.blur()
    expect(name).to_have_value("Stichting die niemand kent")


def test_other_entries_come_when_they_are_needed(browser: Browser, site: Site) -> None:
    """Those with the first letter of the title to see whether it is taken; all for who refers to one. Without them one types on."""
    page = browser.new_page(base_url=site.address)
    asked: list[str] = []
    page.on(
        "request", lambda request: asked.append(request.url.partition("formulier/")[2]) if "formulier/voorbeelden" in request.url else None
    )
    page.goto(FORM)
    box(page, "Titel").fill("Buurtbemiddeling")
    box(page, "Titel").blur()
    expect(told(page, "v-titel")).to_have_text(re.compile("^Er is al een voorbeeld dat bijna zo heet"))
    assert asked == ["voorbeelden/b.json"]

    page.context.route("**/formulier/voorbeelden.json", lambda route: route.abort())
    step(page, "Verbanden")
    related = page.locator("[data-veld=verwant]")
    related.get_by_role("textbox").focus()
    expect(related.get_by_text("De lijst is nu niet op te halen: er is geen verbinding.")).to_be_visible()
    page.context.unroute_all()
    related.get_by_role("textbox").blur()
    related.get_by_role("textbox").fill("leefgoed")
    related.get_by_role("checkbox", name=re.compile("^LeefGoed Veghel")).check()
    expect(related.get_by_role("button", name=re.compile("^Haal weg: LeefGoed Veghel"))).to_be_visible()
    assert "verwant: [leefgoed-veghel]" in file_of(page)
    assert asked == ["voorbeelden/b.json", "voorbeelden.json", "voorbeelden.json"]
    page.context.close()


def test_a_name_that_is_taken_is_told(page: Page) -> None:
    """And the file gets another name, so that nobody writes over an entry."""
    page.goto(FORM)
    box(page, "Titel").fill("Buurtbemiddeling")
    box(page, "Titel").blur()
    expect(told(page, "v-titel")).to_have_text(re.compile("^Er is al een voorbeeld dat bijna zo heet: ‘Buurtbemiddeling: vrijwilligers"))
    expect(box(page, "Titel")).not_to_have_attribute("aria-invalid", "true")
    assert file_of(page)
    expect(page.locator("[data-plek=naam]")).to_have_text("(buurtbemiddeling-2.yml)")
    # in the summary with the name that the question has on the page
    expect(page.get_by_role("link", name="Soort: Het verplichte veld 'type' ontbreekt. Vul het nog in.")).to_be_visible()

    step(page, "Wat is het?")
    told(page, "v-titel").get_by_role("link", name="Vul dat dan aan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Vul aan: Buurtbemiddeling"))
    assert file_of(page)
    expect(page.locator("[data-plek=naam]")).to_have_text("(buurtbemiddeling.yml)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_steps_can_be_used_by_everyone(browser: Browser, site: Site, scheme: Any) -> None:
    """axe finds nothing in any step, filled in, on a phone, with faults shown; nothing is wider than the screen."""
    page = browser.new_page(base_url=site.address, viewport=PHONE, color_scheme=scheme)
    page.goto(f"{FORM}?voorbeeld=automaatje-assen&veld=kerncijfers")
    expect(page.get_by_role("heading", name="Cijfers en onderzoek", level=2)).to_be_visible()
    page.get_by_role("button", name="Nog een kerncijfer").click()
    page.locator("[data-veld=kerncijfers] .pw-formrij").last.get_by_label("Waarde").fill("veel")
    page.keyboard.press("Tab")
    expect(page.locator(".pw-veld--fout").first).to_be_visible()
    # all at once spares eleven runs; each step has its own ids
    page.evaluate("""() => {
      for (const part of document.querySelectorAll("[data-stapvak], .pw-veld details")) Object.assign(part, { hidden: false, open: true });
      // a few of many that are alike
      for (const list of document.querySelectorAll(".pw-keuzen, .pw-formrijen")) {
        [...list.children].slice(2, -1).forEach(part => part.querySelector(":checked") || part.remove());
      }
    }""")

    found = faults(page, ".pw-formulier")

    assert found == []
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    page.context.close()


def test_without_script_the_other_roads_are_told(browser: Browser, site: Site) -> None:
    """The empty file of each kind, and the list of questions."""
    context = browser.new_context(base_url=site.address, java_script_enabled=False)
    page = context.new_page()
    page.goto(FORM)
    expect(page.get_by_role("heading", name="Zo kan het ook")).to_be_visible()
    expect(page.get_by_role("button", name="Volgende")).to_be_hidden()
    page.get_by_role("link", name="een lijst met vragen").click()
    expect(page.get_by_role("heading", name="Liever gewoon vertellen?")).to_be_in_viewport()
    context.close()


def test_the_form_is_light(browser: Browser, site: Site) -> None:
    """Everything over the line, letters, style, preview and headers too: at most 92 kB to begin, and 120 kB for an entry from
    start to end, through every step.
    """
    with compressing(site.folder) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        meter = Meter(page)
        page.goto(f"{address}{FORM}")
        expect(page.get_by_role("heading", name="Wat is het?")).to_be_visible()
        page.evaluate("document.fonts.ready")
        first = meter.so_far()
        fill_in_by_keyboard(page)
        for name in ("Cijfers en onderzoek", "Geld en mensen", "Overnemen", "Verbanden", "Contact en meer", "Versturen"):
            step(page, name)
        expect(page.get_by_text("Alles is ingevuld en gecontroleerd.")).to_be_visible()
        expect(page.frame_locator("[data-plek=proef]").locator("img").first).to_have_js_property("complete", True)
        whole = meter.so_far()
        page.context.close()

    assert {"pagina", "kennis.json", "kop.woff2", "tekst.woff2"} <= first.keys()
    assert {"regels.json", "toets-kern.js", "s.json", "praktijk-eenzaamheid.svg"} <= whole.keys() - first.keys()
    # the reader of YAML is for files, and nobody opened one; nobody referred to another entry either
    assert not {"lezen.json", "toets.js", "voorbeelden.json"} & whole.keys()
    assert sum(first.values()) <= 92_000, first
    assert sum(whole.values()) <= 120_000, whole
