"""The process that reads Python files: what it gives back, what it costs when it dies, and that it ends."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from msgspec import msgpack

from audit.extract.facts.code import Stmt
from audit.extract.facts.names import Occurrence
from audit.extract.facts.outline import Outline
from audit.extract.python import process, records
from audit.extract.python.serving import Item
from audit.extract.python.worker import PythonWorker


@pytest.fixture
def worker():
    made = PythonWorker()
    yield made
    made.close()


def test_a_record_holds_outline_bodies_and_the_names_asked_for(worker):
    worker.start()
    worker.submit([Item("a", b"x = f()\n", ("x", "nothing"))])
    made = worker.collect()["a"]
    assert made.reason == ""
    assert [one.name for one in msgpack.decode(made.outline, type=Outline).units] == ["x"]
    assert [one.role for one in msgpack.decode(made.names["x"], type=tuple[Occurrence, ...])] == ["declaration"]
    assert msgpack.decode(made.names["nothing"], type=tuple[Occurrence, ...]) == ()
    assert len(msgpack.decode(made.bodies[0], type=tuple[Stmt, ...])) == 1


def test_the_process_reads_what_is_read_here(worker):
    """It imports libcst in a way of its own."""
    files = sorted((Path(__file__).parents[1] / "servers").rglob("*.py"))
    items = [Item(str(path), path.read_bytes(), ("self", "app")) for path in files]
    worker.submit(items)
    made = worker.collect()
    assert len(items) > 10
    for item in items:
        assert made[item.key] == records.record(item.source, item.names), item.key


@pytest.mark.parametrize("source", [b"x = t'a' t'b'\ny = x\n", b"x = b'a' 'b'\ny = x\n", b"x = f'{y}' b'b'\ny = x\n"])
def test_what_libcst_refuses_is_refused_there_too(worker, source):
    """Nodes are not judged there, but for the ones that the parser lets through."""
    worker.submit([Item("a", source, ("y",))])
    made = worker.collect()["a"]
    assert msgpack.decode(made.outline, type=Outline).damaged
    assert made == records.record(source, ("y",))


def test_bodies_can_be_left_out(worker):
    worker.submit([Item("a", b"x = 1\n", bodies=False)])
    assert worker.collect()["a"].bodies == {}


def test_more_than_a_pipe_holds(worker):
    worker.submit(Item(str(i), b"x = 1\n" * 9, bodies=False) for i in range(4_200))
    assert len(worker.collect()) == 4_200


def test_a_worker_that_dies_costs_one_file(worker):
    worker.submit([Item(name, b"x = 1\n") for name in "abc"])
    os.kill(worker._child.pid, signal.SIGKILL)
    assert sorted(one.reason for one in worker.collect().values()) in (["", "", ""], ["", "", "crashed"])
    worker.submit([Item("d", b"x = 1\n")])
    assert worker.collect()["d"].reason == ""


def test_a_worker_that_is_silent_is_given_up():
    worker = PythonWorker(seconds=0.3)
    worker.start()
    os.kill(worker._child.pid, signal.SIGSTOP)
    worker.submit([Item("a", b"x = 1\n")])
    assert worker.collect()["a"].reason == "timeout"
    worker.close()


def test_a_doubtful_file_is_read_in_a_child_with_a_deadline(monkeypatch):
    doubtful = f"x = {'(' * 80}1{')' * 80}\n".encode()
    assert records.record(doubtful, ()).reason == ""
    monkeypatch.setattr(records, "read", lambda *_: os.kill(os.getpid(), signal.SIGSEGV))
    assert records.record(doubtful, ()).reason == "crashed"
    monkeypatch.setattr(records, "SECONDS", 0.1)
    monkeypatch.setattr(records, "read", lambda *_: time.sleep(30))
    assert records.record(doubtful, ()).reason == "timeout"


def test_the_process_ends_when_nobody_asks_any_more(worker):
    worker.submit([Item("a", b"x = 1\n")])
    worker.collect()
    child = worker._child
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, child.asks)  # closes the pipe and keeps the number
    os.close(nothing)
    assert os.waitpid(child.pid, 0)[1] == 0
    worker._child = None


def test_nothing_of_the_parent_is_held(worker):
    """A reader of a pipe that the parent writes to sees its end although the worker lives."""
    reading, writing = os.pipe()
    worker.start()
    worker.submit([Item("a", b"x = 1\n")])
    worker.collect()
    os.close(writing)
    assert os.read(reading, 1) == b""
    os.close(reading)


def test_nothing_is_started_that_nobody_asked_for():
    worker = PythonWorker()
    assert worker.collect() == {}
    assert worker._child is None
    worker.close()


@pytest.fixture
def two_cores(monkeypatch):
    """A machine on which a process ahead is worth its while; none is left on it."""
    monkeypatch.setattr(process, "_cores", lambda: 2)
    yield
    process.end_ahead()


@pytest.mark.usefixtures("two_cores")
def test_a_process_that_was_started_ahead_is_the_one_that_reads(worker):
    process.start_ahead()
    (ahead,) = process._AHEAD
    worker.submit([Item("a", b"x = 1\n")])
    assert worker._child == ahead
    assert worker.collect()["a"].reason == ""
    second = PythonWorker()
    second.start()
    assert second._child.pid != ahead.pid
    second.close()


@pytest.mark.usefixtures("two_cores")
def test_a_process_ahead_that_nobody_asked_for_is_ended(worker):
    process.start_ahead()
    (ahead,) = process._AHEAD
    process.end_ahead()
    with pytest.raises(ProcessLookupError):
        os.kill(ahead.pid, 0)
    worker.submit([Item("a", b"x = 1\n")])
    assert worker.collect()["a"].reason == ""


@pytest.mark.usefixtures("two_cores")
def test_a_process_ahead_that_is_gone_is_ended_as_well():
    process.start_ahead()
    (ahead,) = process._AHEAD
    os.kill(ahead.pid, signal.SIGKILL)
    os.waitpid(ahead.pid, 0)
    process.end_ahead()
    assert process._AHEAD == []


@pytest.mark.usefixtures("two_cores")
def test_a_process_ahead_serves_who_started_it_and_no_child_of_its(worker):
    """Two that ask one process would read each other's answers."""
    process.start_ahead()
    (ahead,) = process._AHEAD
    process._AHEAD[0] = ahead._replace(owner=os.getppid())
    worker.start()
    assert worker._child.pid != ahead.pid
    process.end(ahead)


@pytest.mark.usefixtures("two_cores")
def test_one_core_is_left_to_the_run(monkeypatch):
    monkeypatch.setattr(process, "_cores", lambda: 1)
    process.start_ahead()
    assert process._AHEAD == []
