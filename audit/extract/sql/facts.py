"""What a piece of SQL reads, writes and asks for.

A hole is a place where the program puts something in: an integer for a piece of the text, a string for a
parameter (`"0"` for the first one, by position or number, else its name).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from audit.extract.sql.truths import Condition

Hole = int | str
Path = tuple[str, ...]


class Column(NamedTuple):
    """A column by its names in the database; `table` is empty where no table is known, `name` may be "*"."""

    table: str
    name: str


class Part(NamedTuple):
    """One thing that a value is made of: a hole (and the `inside` of it that is meant) or a column.

    `path` is where it stands in the value (`json_build_object('a', t.a)`), `decides` whether only its truth,
    size or order counts. `then` is what the value is wherever the column itself is true, of one that decides: "true",
    "false" (or NULL), "" where it may be either.
    """

    column: Column | None = None
    hole: Hole | None = None
    inside: Path = ()
    path: Path = ()
    decides: bool = False
    then: str = ""

    def read_by(self, other: Part) -> Part:
        """The same where `other` reads it as a column: its value, or only what that decides."""
        if not other.decides:
            return self
        return self._replace(decides=True, then="" if self.decides else other.then)


class Value(NamedTuple):
    """What an expression gives; `text` is the expression itself where it is a literal or holds no part."""

    parts: tuple[Part, ...] = ()
    text: str | None = None


class Output(NamedTuple):
    """A named column of a result; `name` "*" for all columns of the tables that its parts name."""

    name: str
    value: Value

    def is_given(self) -> bool:
        """Is a column itself given, and not only what it decides?"""
        return any(part.column is not None and not part.decides for part in self.value.parts)


class Write(NamedTuple):
    """A column gets a value. `how`: insert, conflict, update."""

    column: Column
    value: Value
    how: str


class Predicate(NamedTuple):
    """A simple condition on a column.

    `op` is "=", "<>", "in", "not in", "is null", "is not null", "true" (the column itself is the condition),
    "like", "compare" or "?" (the column has a part in something larger). `literal` is what it is compared
    with, as written; `null_as` what `COALESCE` puts in the place of NULL. `positive` is False below NOT.
    `arm` says that it stands in one arm of an OR or CASE, `clause` where: where, on, having, filter, write.
    """

    column: Column
    op: str
    literal: str | None = None
    holes: tuple[Hole, ...] = ()
    others: tuple[Column, ...] = ()
    null_as: str | None = None
    positive: bool = True
    arm: bool = False
    clause: str = "where"

    def truth(self) -> bool | None:
        """The truth that the column has in every row for which this holds; None when it can be either (or
        NULL).
        """
        wanted = _TRUTHS.get((self.literal or "").lower().strip("'")) if self.op != "true" else True
        if wanted is None or self.op not in ("=", "<>", "true", "is not"):
            return None
        return wanted == (self.positive == (self.op in ("=", "true")))


class Run(NamedTuple):
    """A stored function that a query runs, with the parts of its arguments: nothing says what it does with them."""

    name: str
    parts: tuple[Part, ...]


class Facts(NamedTuple):
    """One statement. `kind`: select, insert, update, delete, expression or other.

    `kept` is what holds for every row that it gives (or that a condition lets through), as a tree; None: nothing.
    `part`: it gives not all rows that its conditions let through (LIMIT, GROUP BY, …).
    `asked`: the holes in the conditions by which it finds its rows, also in what says nothing of one column alone.
    """

    kind: str
    table: str = ""
    outputs: tuple[Output, ...] = ()
    writes: tuple[Write, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    tables: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    kept: Condition | None = None
    runs: tuple[Run, ...] = ()
    part: bool = False
    asked: tuple[Hole, ...] = ()


_TRUTHS = {"true": True, "t": True, "false": False, "f": False, "1": True, "0": False}
