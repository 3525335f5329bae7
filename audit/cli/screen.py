"""What is known about the terminal that somebody may look at."""

import os
import shutil
import sys
from collections.abc import Mapping
from typing import Final

MAX_WIDTH: Final = 160
"""Wider lines are harder to read than wrapped ones."""
_PROGRAMS: Final = ("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper")


def is_terminal() -> bool:
    """Does standard output go to a terminal that can be drawn on?"""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int:
    """The columns to lay out for."""
    return min(shutil.get_terminal_size().columns, MAX_WIDTH)


def color() -> bool:
    """Is colour wanted?"""
    return not os.environ.get("NO_COLOR")


def follows_links(environment: Mapping[str, str] = os.environ) -> bool:
    """Does the terminal follow links (OSC 8)? Only those that say who they are."""
    named = environment.get("TERM_PROGRAM") in _PROGRAMS or "KITTY_WINDOW_ID" in environment
    vte = environment.get("VTE_VERSION", "0")
    return named or "WT_SESSION" in environment or (vte.isdigit() and int(vte) >= 5000)
