"""What commands share: they need a project, and end in order when they are told to stop."""

from __future__ import annotations

import argparse
import signal

from macros.dutch_arguments import fail


def needs_project(options: argparse.Namespace) -> None:
    """End with an explanation when the folder is no project."""
    if not (options.project / "voorbeelden").is_dir():
        fail(f"In '{options.project}' staat geen map 'voorbeelden'. Start het commando in de map van het project.")


def stop_on_terminate() -> None:
    """Let `kill` do what Ctrl-C does: end the running step and clear the half-made site."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
