"""A process that reads Python files beside the work of its parent.

It is forked, which takes no time, and lets go of everything it inherits but its own pipes. What the two tell each other
lies in two files without a name; the pipes carry only where: neither side ever waits for the other to take what it has
to say.
"""

from __future__ import annotations

import os
import select
from collections import deque
from collections.abc import Iterable
from typing import Final

import msgspec

from audit.extract.python.process import Child, end, kill, start
from audit.extract.python.serving import FRAME, Answer, Item, read_all, write_all
from audit.extract.record import Record
from audit.extract.workers import Patience

SECONDS: Final = 30.0
"""The longest silence before the process is given up; a doubtful file has its own, shorter deadline."""

_encode = msgspec.msgpack.Encoder().encode
_answer: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


class PythonWorker:
    """One process, restarted when it dies. Nothing is started before `start` or the first `submit`.

    A process that is forked may go on with it in the place of its parent, which ends it.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._child: Child | None = None
        self._waiting: deque[Item] = deque()
        self._records: dict[str, Record] = {}
        self._heard = b""
        self._written = 0

    def start(self) -> None:
        """Start the process, so that it is ready when the first file comes."""
        if self._child is None:
            self._child = start()
            self._heard, self._written = b"", 0

    def submit(self, items: Iterable[Item]) -> None:
        """Hand over files; returns at once."""
        for item in items:
            self.start()
            self._waiting.append(item)
            self._ask(item)

    def collect(self) -> dict[str, Record]:
        """Wait for all that was submitted, and give it back by key; what ends the process is `crashed`."""
        while self._waiting:
            assert self._child is not None
            if not Patience(self._seconds).ready(self._child.hears):
                self._lose("timeout")
            elif not self._hear():
                self._lose("crashed")
        found, self._records = self._records, {}
        return found

    def stop(self) -> None:
        """Let the process end, without waiting until it has: nobody asks it any more."""
        if self._child is not None and self._child.owner == os.getpid():
            kill(self._child)

    def close(self) -> None:
        """End the process, if it was started by this one. Nothing is left running."""
        child, self._child = self._child, None
        self._waiting.clear()
        if child is not None and child.owner == os.getpid():
            end(child)

    def _ask(self, item: Item) -> None:
        child = self._child
        assert child is not None
        data = _encode(item)
        write_all(child.requests, data, self._written)
        frame = FRAME.pack(self._written, len(data))
        self._written += len(data)
        while True:
            try:
                os.write(child.asks, frame)  # shorter than PIPE_BUF: all of it or nothing
            except BlockingIOError:
                select.select([child.hears], [child.asks], [])
                if select.select([child.hears], [], [], 0)[0] and not self._hear():
                    return  # it died: `collect` will find out
            except BrokenPipeError:
                return
            else:
                return

    def _hear(self) -> bool:
        """Take the answers that are there; False when the process is gone."""
        child = self._child
        assert child is not None
        said = os.read(child.hears, 1 << 16)
        self._heard += said
        while len(self._heard) >= FRAME.size:
            at, size = FRAME.unpack_from(self._heard)
            self._heard = self._heard[FRAME.size :]
            answer = _answer.decode(read_all(child.answers, at, size))
            self._records[answer.key] = answer.record
            self._waiting.popleft()
        return bool(said)

    def _lose(self, reason: str) -> None:
        """The file that the process was at is lost, the others go to a new process."""
        assert self._child is not None
        end(self._child)
        self._child = None
        lost, *others = self._waiting
        self._records[lost.key] = Record(reason)
        self._waiting.clear()
        self.submit(others)
