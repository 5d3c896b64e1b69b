"""What `serve` adds to a page: it reloads by itself, and says what is wrong with the content."""

from __future__ import annotations

import functools
import threading

from playwright.sync_api import Page, expect

from macros.serving import Handler, Server, State
from tests.sharing import Site


def test_a_fault_stands_on_the_page_until_it_is_mended(page: Page, site: Site) -> None:
    """As text, within reach of the keyboard and below a page that stays as it was; when there is something new, the page has it."""
    state = State()
    with Server(("127.0.0.1", 0), functools.partial(Handler, state, directory=str(site.folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/voorbeelden/leefgoed-veghel/")
        told = page.get_by_role("alert")
        expect(page.locator("h1")).to_be_visible()
        expect(told).to_have_count(0)

        state.tell("voorbeelden/x.yml:1:1: <b>'titel'</b> ontbreekt.\n\n1 fout")
        expect(told).to_have_text("voorbeelden/x.yml:1:1: <b>'titel'</b> ontbreekt. 1 fout")
        expect(page.locator("h1")).to_be_visible()
        told.focus()
        expect(told).to_be_focused()

        with page.expect_navigation():
            state.changed()
        expect(page.locator("h1")).to_be_visible()
        expect(told).to_have_count(0)
        server.shutdown()
