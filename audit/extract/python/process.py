"""The process that reads Python files: how it begins and ends, and what it holds of who began it.

It may begin before anybody knows whether there is Python to read: libcst takes a fifteenth of a second to import, while
its parent, which has the command line and the rules to read, leaves a core idle. So this imports next to nothing.
"""

from __future__ import annotations

import faulthandler
import os
import signal
from contextlib import suppress
from itertools import pairwise
from typing import Final, NamedTuple


class Child(NamedTuple):
    """A running process, the ends of its pipes, and the files of requests and answers; `owner` started it."""

    pid: int
    asks: int
    hears: int
    requests: int
    answers: int
    owner: int


_AHEAD: Final[list[Child]] = []
"""What was started and nobody has asked for yet: one, or none."""


def start_ahead() -> None:
    """Start one for whoever asks first, where a second core has nothing to do yet."""
    if hasattr(os, "fork") and _cores() > 1:
        with suppress(OSError):
            _AHEAD.append(_started())


def start() -> Child:
    """One that is ready, or will be soon. Raises OSError when none can be made."""
    while _AHEAD:
        child = _AHEAD.pop()
        if child.owner == os.getpid():
            return child
    return _started()


def end_ahead() -> None:
    """End what nobody has asked for."""
    while _AHEAD:
        child = _AHEAD.pop()
        if child.owner == os.getpid():
            end(child)


def kill(child: Child) -> None:
    """Let a process end, with its children."""
    with suppress(ProcessLookupError, PermissionError):  # it has ended; macOS says so by the latter
        os.killpg(child.pid, signal.SIGKILL)


def end(child: Child) -> None:
    """Let a process end, and wait until it has."""
    for handle in (child.asks, child.hears, child.requests, child.answers):
        os.close(handle)
    kill(child)
    with suppress(ChildProcessError):  # who started it waits for it
        os.waitpid(child.pid, 0)


def _started() -> Child:
    theirs, asks = os.pipe()
    hears, ours = os.pipe()
    requests, answers = _nameless(), _nameless()
    pid = os.fork()
    if pid == 0:
        try:
            _let_go({theirs, ours, requests, answers})
            from audit.extract.python.serving import serve

            serve(theirs, ours, requests, answers)
        finally:
            os._exit(1)
    os.close(theirs)
    os.close(ours)
    with suppress(OSError):  # the process may have done so, or be gone
        os.setpgid(pid, pid)
    os.set_blocking(asks, False)
    return Child(pid, asks, hears, requests, answers, os.getpid())


def _let_go(keep: set[int]) -> None:
    """Hold nothing of the parent's: neither its terminal nor the pipes that others wait on."""
    os.setpgid(0, 0)  # an interrupt is the parent's affair; and children of this process end with it
    faulthandler.disable()
    nothing = os.open(os.devnull, os.O_RDWR)
    for handle in (0, 1, 2):
        if handle not in keep:
            os.dup2(nothing, handle)
    edges = [2, *sorted(one for one in keep if one > 2), os.sysconf("SC_OPEN_MAX")]
    for below, above in pairwise(edges):
        os.closerange(below + 1, above)


def _nameless() -> int:
    """A file that lives as long as somebody holds it."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("ungated")
    import tempfile

    with tempfile.TemporaryFile() as made:
        return os.dup(made.fileno())


def _cores() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
