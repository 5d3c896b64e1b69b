"""Pictures of every type of page, to look at: `make screenshots`.

Builds the site, and writes PNG files at three widths, light and dark, and A4 as PDF, to `schermbeelden/`.
"""

from __future__ import annotations

import runpy
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from macros.building import build
from tests.conftest import PAGE_TYPES, PROJECT, serving

WIDTHS = (375, 768, 1440)
SCHEMES = ("light", "dark")
MARGINS = {"top": "18mm", "right": "18mm", "bottom": "18mm", "left": "18mm"}
TARGET = PROJECT / "schermbeelden"


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
                    for name, address in PAGE_TYPES.items():
                        page.goto(f"http://127.0.0.1:{port}/{address}", wait_until="networkidle")
                        page.screenshot(path=TARGET / f"{name.replace(' ', '-')}-{width}-{scheme}.png", full_page=True)
                    page.close()
            page = browser.new_page()
            for name, address in PAGE_TYPES.items():
                page.goto(f"http://127.0.0.1:{port}/{address}", wait_until="networkidle")
                page.pdf(
                    path=TARGET / f"{name.replace(' ', '-')}-a4.pdf",
                    format="A4",
                    margin=dict.fromkeys(("top", "right", "bottom", "left"), "18mm"),
                )
        browser.close()
    print(f"{len(list(TARGET.iterdir()))} bestanden in {TARGET.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
