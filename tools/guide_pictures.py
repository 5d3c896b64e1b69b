"""Makes the picture of the form in the guide: `python tools/guide_pictures.py`, by hand, after `make build`.

Somebody fills in the form in a real browser, as tests/browser/test_form.py does; the fourth step but one is shown, with
the page that comes of it. Run it again when the form looks different.
"""

from __future__ import annotations

import io
import runpy
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser.test_form import FORM, fill_in_by_keyboard, step
from tests.sharing import PROJECT, serving

PICTURES = PROJECT / "docs" / "meedoen" / "beeld"


def main() -> None:
    """Write the picture in light and in dark."""
    find_browser = runpy.run_path(str(PROJECT / "tests" / "browser" / "installeer.py"))["find_browser"]
    with serving(PROJECT / "site") as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for name, scheme in (("formulier", "light"), ("formulier-donker", "dark")):
            page = browser.new_page(viewport={"width": 1280, "height": 800}, color_scheme=scheme)
            page.goto(f"http://127.0.0.1:{port}/{FORM}")
            fill_in_by_keyboard(page)
            step(page, "Het verhaal")
            page.locator(".pw-stappen").evaluate("nav => scrollTo(0, nav.getBoundingClientRect().top + scrollY - 12)")
            page.wait_for_timeout(800)
            Image.open(io.BytesIO(page.screenshot())).save(PICTURES / f"{name}.webp", quality=70, method=6)
        browser.close()


if __name__ == "__main__":
    main()
