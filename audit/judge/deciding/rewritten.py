"""What code puts in the place of the flag of rows (`rows.forEach((row) => { row.flag = false; })`), in whichever
function: who reads the flag of such a row later may find that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.frames import frame_of
from audit.flow.graph import Op
from audit.flow.tables.altered import deletions
from audit.link.questions import holds
from audit.link.questions.spelling import gives_member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.frames import Call, End, Env
    from audit.flow.graph import Graph
    from audit.judge.deciding.decisions import Decisions


_OTHERS = (b"delete ", b".assign(")
"""What takes a member away, or puts another one there, without an assignment."""
_DEEP = 4
"""Assignments in assignments."""


class _Write(Struct, frozen=True):
    """A member of the flag's name gets a value: the object at `holder` has it then. None: the member is taken away."""

    holder: Spot
    value: Spot | None


class Rewritten:
    """Answers by rows."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions, self._engine = decisions, decisions.engine
        self._writes: tuple[_Write, ...] | None = None

    def at(self, read: Spot, rows: list[End], env: Env) -> list[tuple[Spot | None, Env]]:
        """The values that may be in the place of a flag which is read of some rows, each as it is seen; None for a flag
        that is gone.
        """
        queries = {self._asked(one) for one in rows if not self._is_made(one)}
        found: list[tuple[Spot | None, Env]] = []
        for write in self._every() if queries else ():
            here = self._is_here(write.holder, read)
            if here and self._decisions.is_later(write.value or write.holder, read):
                continue
            frames = env if here else self._anybody(write.holder)
            ends = self._engine.backwards.ends(write.holder, (), frames)
            if any(self._asked(one) in queries for one in ends):
                found.append((write.value, frames))
        return found

    def _anybody(self, spot: Spot) -> Env:
        """The frames of a function that any call has entered."""
        graph = self._engine.code.graph(spot.file, spot.unit)
        return self._engine.backwards.any_caller(spot, graph, graph.function[spot.node])

    def _asked(self, end: End) -> tuple[Spot, Call | None]:
        """Where rows come from, and the call of the function that asks for them."""
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        frame = frame_of(end.env, FunctionId(end.spot.file, end.spot.unit, graph.function[end.spot.node]))
        return end.spot, frame.call if frame is not None else None

    def _is_here(self, holder: Spot, read: Spot) -> bool:
        """Does a write stand in the function in which a flag is read?"""
        graph = self._engine.code.graph(read.file, read.unit)
        same = (holder.file, holder.unit) == (read.file, read.unit)
        return same and graph.function[holder.node] == graph.function[read.node]

    def _is_made(self, end: End) -> bool:
        """Is it an object that the code makes itself?"""
        source = self._engine.code.graph(end.spot.file, end.spot.unit).source[end.spot.node]
        return isinstance(source, (lowered.Object, lowered.Array, lowered.Literal))

    def _every(self) -> tuple[_Write, ...]:
        if self._writes is None:
            self._writes = tuple(self._find())
        return self._writes

    def _find(self) -> Iterator[_Write]:
        code, program = self._engine.code, self._engine.code.program
        for name in sorted(self._decisions.called):
            for file in program.holding(name, program.files):
                writes = program.ask(file, gives_member, b"", name.encode())
                others = any(program.ask(file, holds, one) for one in _OTHERS)
                for unit in code.holding(file, name) if (writes or others) and not code.ignored(file) else ():
                    yield from _put(Spot(file, unit, -1), code.graph(file, unit), name)
                    yield from _taken(Spot(file, unit, -1), code.graph(file, unit), name) if others else ()


def _put(at: Spot, graph: Graph, name: str) -> Iterator[_Write]:
    """`row.flag = false`."""
    for (node, key), values in graph.written.items():
        given = (_given(graph, one) for one in values) if key == name else ()
        yield from (_Write(replace(at, node=node), replace(at, node=one)) for one in given)


def _taken(at: Spot, graph: Graph, name: str) -> Iterator[_Write]:
    """`delete row.flag`, `Object.assign(row, { flag: false })`."""
    yield from (_Write(replace(at, node=node), None) for node, key in deletions(graph) if key == name)
    for site in graph.calls:
        for given in site.arguments[1:] if site.method == "assign" else ():
            put = (node for node, op, key in graph.back[given] if op is Op.STORE and key == name)
            yield from (_Write(replace(at, node=site.arguments[0]), replace(at, node=node)) for node in put)


def _given(graph: Graph, node: int) -> int:
    """What a member is set to, where a node is that member itself or the assignment."""
    for _ in range(_DEEP):
        before = [one for one, op, _ in graph.back[node] if op is Op.COPY]
        if not before or not isinstance(graph.source[node], (lowered.Member, lowered.Assign)):
            break
        node = before[0]
    return node
