"""Pictures of every type of page, to look at: `make screenshots`.

Builds the site, and writes PNG files at three widths, light and dark, and A4 as PDF, to `schermbeelden/`.
"""

from __future__ import annotations

import runpy
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from macros.building import build
from tests.conftest import PAGE_TYPES
from tests.sharing import PROJECT, serving

WIDTHS = (375, 768, 1440)
SCHEMES = ("light", "dark")
MARGINS = {"top": "18mm", "right": "18mm", "bottom": "18mm", "left": "18mm"}
TARGET = PROJECT / "schermbeelden"
PAGES = {**PAGE_TYPES, "search found": "zoeken/?q=eenzaam", "search nothing": "zoeken/?q=xqzvbwk"}

_WHOLE = """async () => {
  for (const image of document.images) image.loading = "eager";
  await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
}"""


def main() -> int:
    """Make all pictures; gives the exit code."""
    find_browser = runpy.run_path(str(Path(__file__).parent / "installeer.py"))["find_browser"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        if build(PROJECT, Path(folder) / "site"):
            return 1
        TARGET.mkdir(exist_ok=True)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox", "--disable-background-networking"])
        with serving(Path(folder) / "site") as port:
            for scheme in SCHEMES:
                for width in WIDTHS:
                    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
                    for name, address in PAGES.items():
                        visit(page, f"http://127.0.0.1:{port}/{address}")
                        page.screenshot(path=TARGET / f"{name.replace(' ', '-')}-{width}-{scheme}.png", full_page=True)
                    page.close()
            page = browser.new_page()
            for name, address in PAGES.items():
                visit(page, f"http://127.0.0.1:{port}/{address}")
                page.pdf(
                    path=TARGET / f"{name.replace(' ', '-')}-a4.pdf",
                    format="A4",
                    margin=dict.fromkeys(("top", "right", "bottom", "left"), "18mm"),
                )
        browser.close()
    print(f"{len(list(TARGET.iterdir()))} bestanden in {TARGET.name}/")
    return 0


def visit(page: Page, address: str) -> None:
    """Open a page and wait for all its pictures, also those far below the screen."""
    page.goto(address, wait_until="networkidle")
    page.evaluate(_WHOLE)


if __name__ == "__main__":
    sys.exit(main())
