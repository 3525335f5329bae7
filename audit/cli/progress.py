"""A sign of life on standard error: only on a terminal, and only for what takes longer than a second."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

SILENT: Final = 1.0
"""Seconds before anything is shown."""
EVERY: Final = 0.5
"""Seconds between two signs."""


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Say what is being done, and for how long, until the block ends; the line is then removed.

    By a timer, not a thread: the engine forks, and a fork beside a running thread may hang.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    started, shown = time.monotonic(), False

    def tick(_signal: int, _frame: FrameType | None) -> None:
        nonlocal shown
        shown = True
        os.write(sys.stderr.fileno(), f"\r{doing} … {time.monotonic() - started:.0f} s".encode())

    before = signal.signal(signal.SIGALRM, tick)
    signal.setitimer(signal.ITIMER_REAL, SILENT, EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if shown:
            os.write(sys.stderr.fileno(), b"\r\x1b[K")
