"""What verdicts rest on beyond the report: a few questions, answered by the engine in a run, by hand in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from audit.model import Evidence, Key

if TYPE_CHECKING:
    from collections.abc import Container

    from audit.model import Access, Condition, Path


class Row(Struct, frozen=True, order=True):
    """A key of an access: `queries` resolve it; `spared` says why none of its rows can be flagged."""

    key: Key
    queries: tuple[Evidence, ...] = ()
    spared: Evidence | None = None


class Source(Struct, frozen=True, order=True):
    """A query whose value of `column` is written into another column."""

    column: str
    at: Evidence


class Written(Struct, frozen=True, order=True):
    """A place that writes a column; `empty` where all that it can write is NULL."""

    at: Evidence
    empty: bool


class Reading(Struct, frozen=True, order=True):
    """A query that reads a column, and the routes that are answered while it runs."""

    column: str
    at: Evidence
    routes: tuple[str, ...]


class Facts(Protocol):
    """Columns are named as in the database: "table.column"."""

    def rows(self, access: Access, path: Path | None = None) -> tuple[Row, ...]:
        """What an access is keyed by; with a path only on the chains of callers that the path leads through."""

    def runs(self, access: Access, path: Path) -> bool:
        """Is anything known that runs the callers that a path leads through?"""

    def sources(self, column: str) -> tuple[Source, ...]:
        """The queries over catalogue rows whose values are copied into a column that keys an access."""

    def writers(self, column: str) -> tuple[Written, ...]:
        """Every place in production and tooling that writes a column."""

    def is_empty(self, column: str) -> bool:
        """Does nobody write anything but NULL? A column that nothing writes at all comes from elsewhere."""

    def shown(self, table: str, only: Container[str] | None) -> dict[str, tuple[Path, ...]]:
        """Where what is read from each column of a table ends up, or from some; nothing for a table nobody knows."""

    def readings(self, table: str, only: Container[str] | None) -> tuple[Reading, ...]:
        """Every query in production that reads a column of a table, or one of some."""

    def is_table(self, name: str) -> bool:
        """Is a table of this name declared?"""

    def variables(self, access: Access, path: Path) -> tuple[Condition, ...]:
        """The environment variables without which the code on a path does not run."""

    def ties(self, path: Path) -> tuple[Evidence, ...]:
        """Where the value of a path is kept under the id of a catalogue row, or assigned to one."""

    def near(self, path: Path) -> Evidence | None:
        """A query over catalogue rows in a function that a path leads through."""

    def setters(self) -> tuple[Evidence, ...]:
        """The places that set the flag and, in the same function, clear no column and no cache."""
