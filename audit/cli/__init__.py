"""The command line: what a person types, what they see, and the exit code."""

import gc
import os
import signal
import sys

from audit.extract.python.process import start_ahead
from audit.store import nothing_kept

__all__ = ["main"]

_READ_TREES = ("report", "check")


def main() -> None:
    """Run the command line; who interrupts it while it is being loaded sees no traceback either."""
    # A run makes a great many tuples that live to its end, and hardly a cycle: looking for cycles at Python's own pace
    # was a tenth of its time, and finds next to nothing.
    gc.set_threshold(2_000_000, 30, 30)
    if hasattr(signal, "SIGCHLD"):  # who ignores its children hands that down, and nobody could wait for ours
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    try:
        if _reads_all(sys.argv[1:]):
            start_ahead()  # before the command line is loaded, which takes as long as libcst does
        from audit.cli.app import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()


def _reads_all(arguments: list[str]) -> bool:
    """Will this run read a tree anew, as nothing is kept that it could take over?"""
    reads = bool(arguments) and arguments[0] in _READ_TREES
    return reads and ("--no-cache" in arguments or nothing_kept(os.environ, sys.platform))
