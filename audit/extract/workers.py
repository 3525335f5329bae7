"""Work that may kill or stall its process, done in a forked child: a dead child costs one result, never the
run.
"""

from __future__ import annotations

import faulthandler
import os
import select
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple, NoReturn, TypeVar

LONGEST: Final = 1800.0
"""Seconds: the longest wait for a long search beside, once its parent has nothing left to do."""
_STEP: Final = 1.0
"""Seconds that are waited at a time: that one step took much longer says that the machine stood still."""
_CHUNK: Final = 1 << 16
_LENGTH: Final = 8


class Crashed(NamedTuple):
    """The child died before it had answered; `how` names the signal or gives the exit code."""

    how: str


class Timeout(NamedTuple):
    """The child had not answered by the deadline and was ended."""


def run(work: Callable[[], bytes], seconds: float) -> bytes | Crashed | Timeout:
    """What `work()` returns when a forked child calls it, if the answer is there within `seconds`.

    An exception in the child is a crash, its traceback is not printed. Raises OSError when no child can be
    made.
    """
    return Beside(work).result(seconds)


class Patience:
    """Seconds that are waited. While the machine stands still none pass: nobody could have answered then."""

    def __init__(self, seconds: float) -> None:
        self._left = seconds

    def ready(self, reading: int) -> bool:
        """Wait until something can be read; False when there is no time left."""
        while True:
            asked, before = max(0.0, min(self._left, _STEP)), time.monotonic()
            if select.select([reading], [], [], asked)[0]:
                self._left -= min(asked, time.monotonic() - before)
                return True
            self._left -= asked
            if self._left <= 0:
                return False


class Beside:
    """Work that goes on in a forked child while its parent does something else."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Start it. Raises OSError when no child can be made."""
        self._start(lambda: (work(),))

    def _start(self, work: Callable[[], Iterable[bytes]]) -> None:
        self._reading, writing = os.pipe()
        self._child = os.fork()
        if self._child == 0:
            os.close(self._reading)
            _work(work, writing)
        os.close(writing)

    def result(self, seconds: float) -> bytes | Crashed | Timeout:
        """Wait for what the work returns, at most `seconds` from now. To be asked once."""
        answer: bytes | None = None
        try:
            answer = _read(self._reading, Patience(seconds))
        finally:
            os.close(self._reading)
            if answer is None:
                os.kill(self._child, signal.SIGKILL)
            status = os.waitpid(self._child, 0)[1]
        if answer is None:
            return Timeout()
        return answer if status == 0 else Crashed(_how(status))


class Telling(Beside):
    """Work beside that tells something while it goes on: an answer of a few bytes first, then a whole one."""

    def __init__(self, work: Callable[[], Iterator[bytes]]) -> None:
        """`work` gives the two answers. Raises OSError when no child can be made."""
        self._start(lambda: _with_length(work()))

    def first(self, seconds: float) -> bytes | None:
        """Wait for the first answer, at most `seconds` from now; None when it did not come. To be asked once, and
        before `result`, which gives the other one.
        """
        patience = Patience(seconds)
        length = self._exactly(_LENGTH, patience)
        return self._exactly(int.from_bytes(length), patience) if length is not None else None

    def _exactly(self, size: int, patience: Patience) -> bytes | None:
        found = _read(self._reading, patience, size)
        return found if found is not None and len(found) == size else None


_Kind = TypeVar("_Kind", bound=Beside)


def started(kind: type[_Kind], work: Callable[[], Any]) -> _Kind | None:
    """Work beside, of one kind; None where there is no fork, or no child can be made: then it is done here."""
    if not hasattr(os, "fork"):
        return None
    try:
        return kind(work)
    except OSError:
        return None


def _with_length(answers: Iterator[bytes]) -> Iterator[bytes]:
    first = next(answers)
    yield len(first).to_bytes(_LENGTH)
    yield first
    yield from answers


def _work(work: Callable[[], Iterable[bytes]], writing: int) -> NoReturn:
    """Runs in the child, which leaves without any of the parent's clean-up."""
    faulthandler.disable()
    code = 1
    try:
        for one in work():
            answer = memoryview(one)
            while answer:
                answer = answer[os.write(writing, answer) :]
        code = 0
    finally:
        os._exit(code)


def _read(reading: int, patience: Patience, most: int | None = None) -> bytes | None:
    """All that comes until the pipe is closed, or until it is `most` bytes; None when it is open for too long."""
    parts: list[bytes] = []
    while most != 0:
        if not patience.ready(reading):
            return None
        part = os.read(reading, _CHUNK if most is None else min(most, _CHUNK))
        if not part:
            break
        parts.append(part)
        most = None if most is None else most - len(part)
    return b"".join(parts)


def _how(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
