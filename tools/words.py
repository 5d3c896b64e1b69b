"""Makes macros/woordenschat/woorden.txt: the words that people use most, by which search knows a word that no page has from a mistake.

    pip install pyspellchecker==0.9.1
    python tools/words.py

The package counts the words of Dutch film subtitles, as spoken Dutch as there is on paper, and leaves out what is spelled wrong.
It is not needed to build the site.
"""

from __future__ import annotations

import re
from pathlib import Path

from spellchecker import SpellChecker

from macros.naming import fold

TARGET = Path(__file__).parents[1] / "macros" / "woordenschat" / "woorden.txt"
MOST = 20_000
"""Beyond these every word has been said a few hundred times in all films together."""
_WORD = re.compile(r"[a-z]{4,}")


def main() -> None:
    """Write the most used words, as search folds them, by the alphabet."""
    counted = SpellChecker(language="nl").word_frequency.dictionary
    most = sorted(counted, key=lambda word: (-counted[word], word))[:MOST]
    words = sorted({folded for word in most if _WORD.fullmatch(folded := fold(word))})
    TARGET.write_text("\n".join(words) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
