"""argparse in Dutch, and the way a command says that it was used wrongly."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn


class DutchParser(argparse.ArgumentParser):
    """argparse speaks English; its few sentences are translated here."""

    _WORDS = (
        ("unrecognized arguments:", "onbekend:"),
        ("the following arguments are required:", "dit ontbreekt:"),
        ("expected one argument", "hier hoort een waarde achter"),
        ("expected at least one argument", "hier hoort een waarde achter"),
        ("invalid choice:", "dit bestaat niet:"),
        ("(choose from", "(kies uit"),
        ("invalid int value:", "dit is geen getal:"),
        ("ignored explicit argument", "hier hoort geen waarde achter:"),
        ("argument ", "bij "),
    )

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, with the way to the help."""
        for english, dutch in self._WORDS:
            message = message.replace(english, dutch)
        fail(f"{message}\nHulp: {self.prog} --help")

    def format_help(self) -> str:
        """The help, in Dutch throughout."""
        text = super().format_help()
        for english, dutch in (
            ("usage:", "gebruik:"),
            ("positional arguments:", "onderdelen:"),
            ("options:", "opties:"),
            ("show this help message and exit", "toon deze hulp"),
        ):
            text = text.replace(english, dutch)
        return text


def fail(message: str) -> NoReturn:
    """Say why a command was used wrongly and end with exit code 2."""
    print(message, file=sys.stderr)
    raise SystemExit(2)
