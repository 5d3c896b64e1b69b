"""Makes the letters of the site smaller: `python tools/letters.py`, by hand, with the test packages installed.

The files come from @fontsource 5 (Fraunces 600) and @fontsource-variable 5 (Source Sans 3, every weight in one file),
Latin, and hold more than a Dutch page writes: loose accents, fractions, figures above and below the line, thin and
black. What is left out here is shown in the letter of the system. Running it again changes nothing.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

LETTERS = Path(__file__).parents[1] / "overrides" / "assets" / "letters"
SIGNS = (
    "".join(map(chr, range(0x20, 0x7F)))
    + "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿŒœ"
    + "\u00a0\u00ad«»·–—‘’‚“”„•…€×°±§©½¼¾²³¹↑↓"
)
"""What people and places in the Netherlands are called, and how texts here are written."""
NOT_IN_HEADINGS = set("#$*<=>@[\\]^_`{|}~«»‚„×°±§©½¼¾³¹")
"""Signs with much detail that a heading does not write; in Fraunces they took a fifth of the file."""
WEIGHTS = (400, 400, 600)
"""The lightest, the one in the file and the heaviest that our style uses."""
FEATURES = ["kern", "liga", "rvrn"]
"""Space between letters, letters that join, and the shapes that Fraunces changes by its weight."""


def signs(path: Path) -> str:
    """What a file holds: `kop` only what headings write."""
    return "".join(sign for sign in SIGNS if path.stem != "kop" or sign not in NOT_IN_HEADINGS)


def slim(path: Path) -> None:
    """Keep only our signs in one file; what makes lines high or low stays as it was."""
    font = TTFont(path, recalcTimestamp=False)
    _take_shapes_of_the_weight(font)
    options = Options(layout_features=FEATURES, glyph_names=False, name_IDs=[0, 1, 2, 13, 14], notdef_outline=True)
    options.drop_tables += ["STAT", "BASE"]
    subsetter = Subsetter(options)
    subsetter.populate(text=signs(path))
    subsetter.subset(font)
    if "fvar" in font:
        _narrow(font)
    font.flavor = "woff2"
    font.save(path)


def _take_shapes_of_the_weight(font: TTFont) -> None:
    """In a file of one weight the shapes for that weight are the shapes; the others are never shown."""
    table = font["GSUB"].table
    if "fvar" in font or not any(one.FeatureTag == "rvrn" for one in table.FeatureList.FeatureRecord):
        return
    (feature,) = (one.Feature for one in table.FeatureList.FeatureRecord if one.FeatureTag == "rvrn")
    for number in feature.LookupListIndex:
        for part in table.LookupList.Lookup[number].SubTable:
            for codes in font["cmap"].tables:
                codes.cmap = {code: part.mapping.get(name, name) for code, name in codes.cmap.items()}
    table.FeatureList.FeatureRecord = [one for one in table.FeatureList.FeatureRecord if one.FeatureTag != "rvrn"]
    for script in table.ScriptList.ScriptRecord:
        for system in (script.Script.DefaultLangSys, *(one.LangSys for one in script.Script.LangSysRecord)):
            system.FeatureIndex = [*range(len(table.FeatureList.FeatureRecord))]


def _narrow(font: TTFont) -> None:
    """Only the weights that we use; the space between two letters is the one of plain text, in bold too."""
    if any(axis.minValue < WEIGHTS[0] or axis.maxValue > WEIGHTS[2] for axis in font["fvar"].axes):
        instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    # the widths follow from gvar as well, and the line below words may stay as thin as it is
    for name in ("HVAR", "MVAR"):
        if name in font:
            del font[name]
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for part in (getattr(one, "ExtSubTable", one) for one in lookup.SubTable):
            pairs = [one for of in part.PairSet for one in of.PairValueRecord] if part.Format == 1 else []
            pairs += [one for of in part.Class1Record for one in of.Class2Record] if part.Format == 2 else []
            for pair in pairs:
                pair.Value1.__dict__.pop("XAdvDevice", None)
            part.ValueFormat1 &= 0x000F
    font["GDEF"].table.VarStore = None
    font["GDEF"].table.Version = 0x00010000


if __name__ == "__main__":
    for woff2 in sorted(LETTERS.glob("*.woff2")):
        slim(woff2)
