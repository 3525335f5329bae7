"""A bar on standard error: only on a terminal, and only for what takes longer than a second."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import TYPE_CHECKING, Final

from audit.stages import Stage, now

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

SILENT: Final = 1.0
"""Seconds before anything is shown."""
EVERY: Final = 0.2
"""Seconds between two looks at what is being done."""


@contextmanager
def progress() -> Iterator[None]:
    """Show what is being done, how far it is and for how long, until the block ends; the bar is then removed.

    By a timer, not a thread: the engine forks, and a fork beside a running thread may hang.
    """
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    bar = _Bar()
    before = signal.signal(signal.SIGALRM, bar.tick)
    signal.setitimer(signal.ITIMER_REAL, SILENT, EVERY)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        bar.remove()


class _Bar:
    def __init__(self) -> None:
        self._started = time.monotonic()
        self._shown: tuple[Progress, TaskID] | None = None

    def tick(self, _signal: int, _frame: FrameType | None) -> None:
        """Draw it anew. What fails here, as an import in the middle of another one, is tried again the next time."""
        with suppress(Exception):
            if self._shown is None:
                self._shown = _drawn()
            bar, task = self._shown
            stage = now()
            said = f"{_said(stage)}, {time.monotonic() - self._started:.0f} s"
            bar.update(task, description=said, completed=stage.done, total=stage.of or None)
            bar.refresh()

    def remove(self) -> None:
        """Leave the terminal as it was."""
        if self._shown is not None:
            self._shown[0].stop()


def _drawn() -> "tuple[Progress, TaskID]":
    """The bar, begun; rich is imported by those alone who wait."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    bar = Progress(
        BarColumn(bar_width=30),
        TextColumn("{task.description}", markup=False),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
    )
    task = bar.add_task("", total=None)
    bar.start()
    return bar, task


def _said(stage: Stage) -> str:
    return f"{stage.doing}, {stage.done:,} of {stage.of:,}" if stage.of else stage.doing
