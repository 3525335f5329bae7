"""What has the flag's name and is no flag of a row: what a client sends, a setting, a column of another table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.flow.code import FunctionId
from audit.flow.frames import matches
from audit.judge.deciding.narrowed import Narrowed
from audit.judge.key.ends import Ends
from audit.judge.key.rows import row_of
from audit.link.questions.spelling import gives_member

if TYPE_CHECKING:
    from audit.extract.sql import Column
    from audit.flow.code import Spot
    from audit.flow.frames import End, Env, Path
    from audit.flow.graph import CallSite
    from audit.trace import Engine


class Foreign:
    """Questions about ends whose last step has the flag's name."""

    def __init__(self, engine: Engine, columns: frozenset[Column]) -> None:
        self._engine, self._columns = engine, columns
        self._tables = frozenset(one.table for one in columns)
        self._ends, self._narrowed = Ends(engine), Narrowed(engine)
        self._given: dict[tuple[str, str], bool] = {}

    def is_at(self, end: End) -> bool:
        """Is it known that no row's flag stands at an end?"""
        return (
            self._is_of_another_table(end)
            or self.is_unselected(end)
            or self.is_sent(end)
            or self._ends.is_environment(end)
        )

    def is_unselected(self, end: End) -> bool:
        """Is it a member of a row of which its query gives others, but not this one?"""
        row = row_of(self._engine, end) if self._columns else None
        return (row is None and self._narrowed.is_left_out(end)) or (
            row is not None
            and not row.columns
            and any(same_path(one.path[:-1], end.path[:-1]) for one in row.reads if one.path and end.path)
        )

    def is_setting(self, end: End) -> bool:
        """Is it a variable of the environment?"""
        return self._ends.is_environment(end)

    def _is_of_another_table(self, end: End) -> bool:
        row = row_of(self._engine, end) if self._columns else None
        if row is None:
            return False
        if row.columns:
            return not any(one.column in self._columns for one in row.columns)
        return not any(one.column.table in self._tables for one in row.reads)

    def is_sent(self, end: End) -> bool:
        """Does a client send it: a part of a request (`req.query`), or what that is read into (`request.json()`)?

        What code of the tree puts into a request (`req.item = row`) no client does.
        """
        spot = end.spot
        graph = self._engine.code.graph(spot.file, spot.unit)
        if spot.node in graph.results:
            call = spot.file, spot.unit, graph.results[spot.node]
            site = graph.calls[call[2]]
            rows = self._engine.backwards.library.keeps_result(*call)
            return not site.arguments and not rows and self._is_of_request(spot, site, end.env)
        if spot.node not in graph.of_parameter or len(end.path) < 2:
            return False
        function = FunctionId(spot.file, spot.unit, graph.of_parameter[spot.node][0])
        return self._engine.routes.is_entry(function) and not self._is_given(end.path[:-1])

    def _is_of_request(self, spot: Spot, site: CallSite, env: Env) -> bool:
        """Is a method called on a request itself, or on a part of it?"""
        if site.receiver < 0 or self._engine.backwards.targets(spot.file, spot.unit, site, env):
            return False
        ends = self._engine.backwards.ends(replace(spot, node=site.receiver), (), env)
        return bool(ends) and all(map(self.is_request, ends))

    def is_request(self, end: End) -> bool:
        """Is it what a client sends: a request or a part of it, into which no code of the tree puts anything?"""
        graph = self._engine.code.graph(end.spot.file, end.spot.unit)
        if end.spot.node not in graph.of_parameter or self._is_given(end.path):
            return False
        number = graph.of_parameter[end.spot.node][0]
        return self._engine.routes.is_entry(FunctionId(end.spot.file, end.spot.unit, number))

    def _is_given(self, path: Path) -> bool:
        """Does code of the tree, but for tests, put something there, into whatever object?"""
        return any(self._is_set(path[number - 1] if number else "", one) for number, one in enumerate(path))

    def _is_set(self, holder: str, member: str) -> bool:
        if (holder, member) not in self._given:
            program, code, names = self._engine.code.program, self._engine.code, (holder.encode(), member.encode())
            files = (one for one in program.holding(member, program.files) if not code.ignored(one))
            self._given[holder, member] = any(program.ask(one, gives_member, *names) for one in files)
        return self._given[holder, member]


def same_path(one: Path, other: Path) -> bool:
    """Are two parts the same, elements whose position is not known being any?"""
    return len(one) == len(other) and all(
        a == b or (a[:1] == b[:1] == "[" and matches(a, b)) for a, b in zip(one, other, strict=True)
    )
