"""What the flag is called in the code: its names in the rules, its column, and what queries rename that to."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.extract.sql import Column
from audit.flow.pieces import everything
from audit.judge.deciding.foreign import Foreign, same_path
from audit.judge.deciding.written import is_given
from audit.link.questions import starts
from audit.link.questions.spelling import other_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from audit.flow.code import FunctionId
    from audit.flow.frames import End
    from audit.link.program import Program
    from audit.rulebook import Rules
    from audit.trace import Engine


class FlagNames:
    """Questions about names, and about what stands at the end of a way back."""

    def __init__(self, engine: Engine, rules: Rules) -> None:
        self.engine = engine
        self.columns = frozenset(Column(*one.rsplit(".", 1)) for one in rules.gate.columns)
        self.foreign = Foreign(engine, self.columns)
        self.called = frozenset((*rules.gate.flags, *(one.name for one in self.columns)))
        self.aliases = self.called | frozenset(_aliases(engine.code.program, [one.name for one in self.columns]))
        """The same with what queries call the flag's column, in any file."""
        self._pattern = re.compile(b"|".join(re.escape(one.encode()) for one in sorted(self.aliases)) or rb"(?!)")

    def names(self, function: FunctionId) -> bool:
        """Does the flag's name stand in a function?"""
        if not self.stands_in(function.file, function.unit):
            return False
        source = self.engine.code.graph(function.file, function.unit).functions[function.number].source
        return source is not None and self.mentions(everything(source))

    def stands_in(self, file: str, unit: int) -> bool:
        """Does the flag's name stand in the text of a statement? Where it does not, no part of its code has it."""
        facts = self.engine.code.program.facts(file)
        if facts is None or unit < 0:
            return True
        one, found = facts.outline().units[unit], self.engine.code.program.ask(file, starts, self._pattern)
        return bisect_left(found, one.start) < bisect_left(found, one.end)

    def is_flag(self, end: End) -> bool:
        """Is the flag at an end: a part of its name, or its column in the result of a query?"""
        if end.path and end.path[-1] in self.called:
            return not self.foreign.is_at(end)
        return self.is_column(end)

    def is_column(self, end: End) -> bool:
        """Is the column of the flag at an end, in the result of a query?"""
        graph = self.engine.code.graph(end.spot.file, end.spot.unit)
        number = graph.results.get(end.spot.node)
        if number is None or not end.path:
            return False
        reads = self.engine.queries.reads(end.spot.file, end.spot.unit, number)
        return any(one.column in self.columns and same_path(one.path, end.path) for one in reads)

    def made_of(self, end: End) -> str:
        """What a query makes of the flag at an end: "true" where it is true when the flag is, "false" where it is not
        then, "" where it may be either, where the same statement has just put a constant there, and where the query
        gives it on some ways only.
        """
        graph = self.engine.code.graph(end.spot.file, end.spot.unit)
        number = graph.results.get(end.spot.node)
        reads = self.engine.queries.reads(end.spot.file, end.spot.unit, number) if number is not None else ()
        own = [one for one in reads if same_path(one.path, end.path) and one.column in self.columns]
        if any(not one.sure or (one.fresh and not is_given(self.engine, end, one.column)) for one in own):
            return ""
        made = {one.then for one in own if one.implicit}
        return "true" if not made else made.pop() if len(made) == 1 else ""

    def mentions(self, nodes: Iterable[lowered.Node]) -> bool:
        """Does a name of the flag stand in a piece of code?"""
        return any(
            (isinstance(one, (lowered.Member, lowered.Property)) and one.key in self.aliases)
            or (isinstance(one, lowered.Name) and one.name in self.aliases)
            or any(name in text for text in _texts(one) for name in self.aliases)
            for one in nodes
        )


def _texts(one: lowered.Node) -> tuple[str, ...]:
    """What is written in a text: it may be SQL, or the name of a column."""
    if isinstance(one, lowered.Literal):
        return (one.value,) if isinstance(one.value, str) else ()
    return one.parts if isinstance(one, lowered.Template) else ()


def _aliases(program: Program, columns: Iterable[str]) -> Iterator[str]:
    """The names that stand for a column: itself, the key of a projection, what a statement renames it to."""
    for column in columns:
        name = column.encode()
        for file in program.holding(column, program.files):
            yield from program.ask(file, other_names, name)
        yield column
