"""The command line: what a person types, what they see, and the exit code."""

import gc

__all__ = ["main"]


def main() -> None:
    """Run the command line; who interrupts it while it is being loaded sees no traceback either."""
    # A run makes a great many tuples that live to its end, and hardly a cycle: looking for cycles at Python's own pace
    # was a tenth of its time, and finds next to nothing.
    gc.set_threshold(2_000_000, 30, 30)
    try:
        from audit.cli.app import main as run
    except KeyboardInterrupt:
        raise SystemExit(130) from None
    run()
