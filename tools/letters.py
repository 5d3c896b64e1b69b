"""Makes the letters of the site smaller: `python tools/letters.py`, by hand, with the test packages installed.

The files come from @fontsource 5 (Fraunces 600, Source Sans 3 400 and 600, Latin) and hold more than a Dutch
page writes: loose accents, fractions, figures above and below the line. What is left out here is shown in the
letter of the system. Running it again changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

LETTERS = Path(__file__).parents[1] / "overrides" / "assets" / "letters"
SIGNS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœ"
    + "\u00a0\u00ad«»·–—‘’‚“”„•…€×°±§©½¼¾²³¹↑↓"
)
"""What people and places in the Netherlands are called, and how texts here are written."""
FEATURES = ["kern", "liga", "rvrn"]
"""Space between letters, letters that join, and the shapes that Fraunces changes by its weight."""


def slim(path: Path) -> None:
    """Keep only our signs in one file; what makes lines high or low stays as it was."""
    font = TTFont(path, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, glyph_names=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
    options.drop_tables += ["STAT", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(text=SIGNS)
    subsetter.subset(font)
    font.flavor = "woff2"
    font.save(path)


if __name__ == "__main__":
    for woff2 in sorted(LETTERS.glob("*.woff2")):
        slim(woff2)
