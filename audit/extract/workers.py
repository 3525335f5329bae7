"""Work that may kill or stall its process, done in a forked child: a dead child costs one result, never the
run.
"""

from __future__ import annotations

import faulthandler
import os
import select
import signal
import time
from collections.abc import Callable
from typing import Final, NamedTuple, NoReturn

_CHUNK: Final = 1 << 16


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


class Beside:
    """Work that goes on in a forked child while its parent does something else."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Start it. Raises OSError when no child can be made."""
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
            answer = _read(self._reading, time.monotonic() + seconds)
        finally:
            os.close(self._reading)
            if answer is None:
                os.kill(self._child, signal.SIGKILL)
            status = os.waitpid(self._child, 0)[1]
        if answer is None:
            return Timeout()
        return answer if status == 0 else Crashed(_how(status))


def _work(work: Callable[[], bytes], writing: int) -> NoReturn:
    """Runs in the child, which leaves without any of the parent's clean-up."""
    faulthandler.disable()
    code = 1
    try:
        answer = memoryview(work())
        while answer:
            answer = answer[os.write(writing, answer) :]
        code = 0
    finally:
        os._exit(code)


def _read(reading: int, end: float) -> bytes | None:
    """All that comes until the pipe is closed, None when it is open past `end`."""
    parts: list[bytes] = []
    while True:
        ready, _, _ = select.select([reading], [], [], max(0.0, end - time.monotonic()))
        if not ready:
            return None
        part = os.read(reading, _CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)


def _how(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return signal.Signals(-code).name if code < 0 else f"exit code {code}"
