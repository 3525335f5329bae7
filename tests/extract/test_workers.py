"""A child that dies or stalls costs its answer and nothing else."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from audit.extract import workers
from audit.extract.workers import Crashed, Patience, Telling, Timeout, run


def test_the_answer_comes_back() -> None:
    assert run(lambda: b"answer", 10) == b"answer"


def test_an_answer_may_be_longer_than_a_pipe_holds() -> None:
    assert run(lambda: b"x" * 3_000_000, 10) == b"x" * 3_000_000


def test_a_killed_child_is_a_crash() -> None:
    def work() -> bytes:
        os.kill(os.getpid(), signal.SIGSEGV)
        return b"unreached"

    assert run(work, 10) == Crashed("SIGSEGV")


def test_half_an_answer_is_a_crash() -> None:
    def work() -> bytes:
        os._exit(3)

    assert run(work, 10) == Crashed("exit code 3")


@pytest.mark.parametrize("error", [ValueError, RecursionError, MemoryError, SystemExit, KeyboardInterrupt])
def test_an_exception_is_a_crash(error: type[BaseException], capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> bytes:
        raise error

    assert run(work, 10) == Crashed("exit code 1")
    assert capfd.readouterr().err == ""


def test_time_in_which_the_machine_stands_still_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, asked = [0.0], []

    def five_minutes(
        reading: list[int], _: object, __: object, seconds: float
    ) -> tuple[list[int], list[int], list[int]]:
        clock[0] += 300
        asked.append(seconds)
        return (reading if len(asked) == 4 else []), [], []

    monkeypatch.setattr(workers.select, "select", five_minutes)
    monkeypatch.setattr(workers.time, "monotonic", lambda: clock[0])
    assert Patience(10).ready(0)
    asked.clear()
    assert not Patience(2.5).ready(0)
    assert asked == [1.0, 1.0, 0.5]


def test_a_stalled_child_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    fork, children = os.fork, []

    def noted() -> int:
        children.append(fork())
        return children[-1]

    def work() -> bytes:
        while True:
            time.sleep(1)

    monkeypatch.setattr(os, "fork", noted)
    assert run(work, 0.05) == Timeout()
    (child,) = children
    with pytest.raises(ChildProcessError):
        os.waitpid(child, os.WNOHANG)


def test_the_parent_keeps_its_state() -> None:
    seen: list[int] = []

    def work() -> bytes:
        seen.append(1)
        return b""

    assert run(work, 10) == b""
    assert seen == []


def test_work_that_tells_something_before_it_is_done() -> None:
    def work() -> Iterator[bytes]:
        yield b"first"
        yield b"x" * 3_000_000

    beside = Telling(work)
    assert beside.first(10) == b"first"
    assert beside.result(10) == b"x" * 3_000_000


def test_an_empty_answer_comes_back_as_well() -> None:
    beside = Telling(lambda: iter((b"", b"")))
    assert beside.first(10) == b""
    assert beside.result(10) == b""


def test_nothing_is_told_by_a_child_that_dies_first() -> None:
    def work() -> Iterator[bytes]:
        os._exit(3)
        yield b"unreached"

    beside = Telling(work)
    assert beside.first(10) is None
    assert beside.result(10) == Crashed("exit code 3")


def test_a_child_that_dies_in_between_is_a_crash() -> None:
    def work() -> Iterator[bytes]:
        yield b"first"
        os._exit(3)

    beside = Telling(work)
    assert beside.first(10) == b"first"
    assert beside.result(10) == Crashed("exit code 3")


def test_a_child_that_stalls_tells_nothing() -> None:
    def work() -> Iterator[bytes]:
        time.sleep(60)
        yield b"late"

    beside = Telling(work)
    assert beside.first(0.05) is None
    assert beside.result(0.05) == Timeout()
