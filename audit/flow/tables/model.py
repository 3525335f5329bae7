"""Tables of the program, and what queries read, write and ask for."""

from __future__ import annotations

from msgspec import Struct

from audit.extract.sql import Column
from audit.flow.code import FunctionId, Spot
from audit.flow.contexts import Path
from audit.link.names import Declared


class Table(Struct, frozen=True, order=True):
    """A table, view or subquery. `columns` are pairs of the program's key and the name in the database.

    `alias` is what a query calls it; `open`: there may be other columns; `query` is the node of the query that a view
    or subquery stands for (its columns then come from there), None for a table of the database.
    """

    name: str
    columns: tuple[tuple[str, str], ...] = ()
    alias: str = ""
    open: bool = False
    query: Spot | None = None
    at: Spot | None = None

    def column(self, key: str) -> str | None:
        """The database's name for a key of the program; the key itself where there may be others than are known."""
        return next((name for one, name in self.columns if one == key), key if self.open else None)

    def every(self) -> tuple[tuple[str, str], ...]:
        """Its columns, and "*" for others that it may have."""
        return (*self.columns, ("*", "*")) if self.open else self.columns

    def key(self, name: str) -> str | None:
        """The program's key for a name of the database."""
        return next((key for key, one in self.columns if one == name), None)


class ColumnWrite(Struct, frozen=True, order=True):
    """A column gets what stands at `path` inside the value at `node` (an argument of the call that is asked
    about).

    `literal` instead of a node (-1) where the program or the SQL writes a constant or an expression without
    values; `columns` are columns that the database itself copies into it. `column.name` "*": any column, the
    name is computed. `implicit`: the value only decides what is written. `sure`: nothing was guessed. `at` is
    the offset of the step (`set`, `values`, `execute`).
    """

    column: Column
    node: int = -1
    path: Path = ()
    literal: str | None = None
    columns: tuple[Column, ...] = ()
    implicit: bool = False
    sure: bool = True
    at: int = -1
    how: str = "update"


class ColumnRead(Struct, frozen=True, order=True):
    """A column is at `path` in the result of a query.

    `fresh` where it is what the same statement has just inserted; `implicit` where only its truth, size or
    order is there, which is `then` where the column is true ("" where that is not known); `file` and `at` are
    where the step stands that names it (`select`, `execute`, `returning`).
    """

    column: Column
    path: Path
    implicit: bool = False
    fresh: bool = False
    sure: bool = True
    file: str = ""
    at: int = -1
    then: str = ""


class Passed(Struct, frozen=True, order=True):
    """What a statement does with a value that it is given and that no column gets: it gives it back at `back` in its
    result, or hands it to a stored function (None). The value stands at `path` inside of the argument at `node`.
    """

    node: int
    path: Path
    back: Path | None = None


class Through(Struct, frozen=True, order=True):
    """A call by which a function is given the table, or the column, that it asks for: at a position, or with its object
    (-1). A `guess` where nothing says which object that is.
    """

    function: FunctionId
    position: int
    file: str
    unit: int
    call: int
    guess: bool = False


class Reader(Struct, frozen=True, order=True):
    """A query of the program that reads a column: a call, and where in its result the column is.

    `through`: the calls by which it does, the outermost first, where it asks for what its function is given.
    """

    file: str
    unit: int
    call: int
    read: ColumnRead
    through: tuple[Through, ...] = ()


class Writer(Struct, frozen=True, order=True):
    """A call of the program that writes a column."""

    file: str
    unit: int
    call: int
    write: ColumnWrite


__all__ = ["Column", "ColumnRead", "ColumnWrite", "Declared", "Passed", "Reader", "Table", "Through", "Writer"]
