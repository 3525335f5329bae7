"""The trace of a run: every access in production, followed to its sinks.

What is stored in a column is followed on from every query that reads it: columns are seeds of their own, computed once,
however many accesses write them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.model import Access, Escape, Path
from audit.stages import each
from audit.trace.columns import Columns
from audit.trace.joining import joined
from audit.trace.languages import AllColumns
from audit.trace.reach import reach_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from audit.link.python_program import PythonProgram
    from audit.trace.direct import Ends, Followed
    from audit.trace.engine import Engine
    from audit.trace.scripts import Scripts


class Traced:
    """The accesses with paths, escapes and reach, and the engine that found them, which can be asked on.

    `scripts` is the engine over Python files, where some of the accesses stand in these; `told`: what was said of the
    paths by whoever found them, encoded.
    """

    def __init__(
        self, engine: Engine, columns: Columns, accesses: tuple[Access, ...], told: bytes | None = None
    ) -> None:
        self.engine, self._columns, self.accesses, self.told = engine, columns, accesses, told
        self._followed: Columns | AllColumns = columns
        self.scripts: Engine | None = None
        self.reading: PythonProgram | None = None

    def close(self) -> None:
        """Nothing more is to be asked of columns, nor of `scripts`, the engine over Python files, anything new."""
        self._followed.let_go()
        if self.reading is not None:
            self.reading.close()

    def columns(self, table: str, only: Container[str] | None = None) -> dict[str, tuple[Path, ...]]:
        """Where what is read from each column of a table ends up, or from some, whether or not an access writes it.

        Names are those of the database. Paths lead from the reads to sinks, other columns among them, and not on from
        there.
        """
        known = self.engine.queries.tables.named(table)
        names = [name for _, name in known.columns if only is None or name in only] if known is not None else []
        found = self._columns.paths([f"{table}.{name}" for name in names])
        return {name: found[f"{table}.{name}"] for name in names}

    def follow(self, ends: Ends, scripts: Scripts | None) -> None:
        """The ways of the accesses, those of Python files by an engine over these. Columns are common to both."""
        columns: Columns | AllColumns = self._columns
        if scripts is not None:
            self.scripts, self.reading = scripts.engine if scripts.accesses else None, scripts.reading
            others = scripts.ends()
            columns = AllColumns(self._columns, Columns(scripts.engine))
            scripts.engine.routes.start()
            columns.follow((*ends.columns, *others.columns))
            self._followed = columns
            self.accesses = _On(scripts.engine, columns, others).of(self.accesses)
        self.accesses = _On(self.engine, columns, ends).of(self.accesses)


class _On:
    """Puts together what was found of accesses and of columns."""

    def __init__(self, engine: Engine, columns: Columns | AllColumns, ends: Ends) -> None:
        self._ends = ends
        self._read = columns.paths(columns.known)
        self._lost = columns.escapes(columns.known)
        self._cut, self._routes_cut = ends.cut or columns.cut, engine.routes.cut

    def of(self, accesses: tuple[Access, ...]) -> tuple[Access, ...]:
        found = self._ends.followed
        return tuple(
            self._with(access, found[number]) if number in found else access
            for number, access in enumerate(each("writing down paths", accesses))
        )

    def _with(self, access: Access, found: Followed) -> Access:
        paths = (*found.paths, *joined(found.paths, self._read))
        behind = (lost for column in _stored_in(paths) for lost in self._lost.get(column, ()))
        escapes = tuple(sorted({*found.escapes, *behind, *self._budgets(access, found)}))
        reach = reach_of(paths, escapes, reachable=found.reachable)
        if reach == "contained":
            paths = (*paths, *found.controls)
            reach = reach_of(paths, escapes, reachable=True)
        return replace(access, paths=paths, escapes=escapes, reach=reach)

    def _budgets(self, access: Access, found: Followed) -> Iterator[Escape]:
        """One search follows many accesses: where it was cut, any of them may come further than its paths say."""
        notes = (
            (self._cut, "the search was cut; the paths may not be all"),
            (self._routes_cut or found.cut, "the search for routes was cut; the routes of paths may not be all"),
            (found.fields_cut, "the search for what is read was cut; the fields of paths may not be all"),
        )
        for cut, note in notes:
            if cut:
                yield Escape(access.file, access.line, access.column, "budget", note)


def _stored_in(paths: tuple[Path, ...]) -> set[str]:
    """The columns that a value itself comes to."""
    followed = [path for path in paths if path.flow != "implicit"]
    return {column for path in followed for column in (*path.stored_in, *path.sink.columns)}
