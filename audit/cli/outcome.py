"""Exit codes, the same for every command and format, and what each ending says on standard error."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from typing import Final

import typer

from audit.extract.python.process import end_ahead
from audit.model import Coverage, UserError

MADE: Final = 0
FAILED: Final = 1
"""A finding that fails, also when something was not read."""
MISTAKEN: Final = 2
"""The user's mistake, or the environment's."""
NOT_ALL_READ: Final = 3
"""Would have been `MADE`, but something that matters was not read."""
OUR_BUG: Final = 70
INTERRUPTED: Final = 130
Output = bytes | Iterator[bytes]
"""What a command writes: a text, or the pieces of a long one."""


def ended(command: Callable[[], int]) -> int:
    """Run the command; return its exit code, or that of the way it failed.

    A user's mistake is one sentence, a bug of ours a traceback, an interruption and a closed pipe are silent.
    """
    try:
        return command()
    except UserError as mistake:
        complain(str(mistake))
        return MISTAKEN
    except (KeyboardInterrupt, typer.Abort):  # an interrupted question is the latter
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - whatever it is, it is ours
        complain("this is a bug in ungated; please report it with the lines below")
        traceback.print_exc()
        return OUR_BUG


def leave(code: object) -> None:
    """End the process at once, where all is written: to take apart what a run has built takes a fifth of its time.

    Returns where that is not so (a closed pipe, a sentence instead of a code), for Python to end in its own way.
    """
    if code is not None and not isinstance(code, int):
        return
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except (OSError, ValueError):
        return
    end_ahead()
    os._exit(code or 0)


def code_for(coverage: Coverage) -> int:
    """`MADE`, or `NOT_ALL_READ` when a file or region that matters was not read.

    A file in a language that the tool does not read is said in the report and is no failure.
    """
    files = any(missed.in_scope and missed.reason != "language" for missed in coverage.unanalysed)
    regions = any(damaged.in_scope for damaged in coverage.damaged)
    return NOT_ALL_READ if files or regions else MADE


def complain(message: str) -> None:
    """Print the message on standard error, each of its lines made safe for a terminal."""
    from reports.safe import safe_terminal

    if sys.stderr is None:  # closed by whoever started us; print would turn to standard output
        return
    lines = [safe_terminal(line) for line in message.splitlines()]
    print("ungated: " + "\n  ".join(lines), file=sys.stderr)  # noqa: T201


def pieces_of(data: Output) -> Iterator[bytes]:
    """The pieces, of a text the one."""
    return iter((data,)) if isinstance(data, bytes) else data


def deliver(data: Output) -> None:
    """Write to standard output; a reader that has gone away is no failure, a full disk is a UserError."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.buffer.writelines(pieces_of(data))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        _give_up_output()
    except OSError as error:
        _give_up_output()
        remedy = "free some room or name a file with -o"
        raise UserError(f"cannot write the report: {error.strerror}", remedy) from error


def _give_up_output() -> None:
    # The interpreter flushes once more when it ends; give it somewhere to flush to.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
