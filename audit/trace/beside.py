"""Results of accesses are followed in a process of their own, while this one judges gates and follows columns.

The two ask about the same code and share no fact: what is read from a column is a value of its own. A child that dies,
or a system without fork, costs time and no result: then the accesses are followed here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from audit.extract.workers import LONGEST, Telling, started
from audit.link.aside import answer_of, take_over
from audit.link.told import mark_of
from audit.stages import doing
from audit.trace.columns import Columns
from audit.trace.direct import FOLLOWED, Direct, Ends
from audit.trace.engine import engine_for
from audit.trace.trace import Traced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.link.program import Program
    from audit.model import Access, Path
    from audit.rulebook import Rules
    from audit.trace.engine import Engine
    from audit.trace.path.needing import Needing
    from audit.trace.scripts import Scripts


class _Followed(msgspec.Struct, frozen=True, array_like=True):
    """What became of the accesses, and what was said of their paths."""

    ends: Ends
    told: msgspec.Raw


class Following:
    """The accesses of production and of the client, followed from now on. `engine` answers what else is asked.

    The process that finds paths in production tells what `along` says of them: it has nothing else to do by then.
    """

    def __init__(
        self,
        program: Program,
        rules: Rules,
        accesses: tuple[Access, ...],
        along: Callable[[Engine, Rules, Iterable[Path], Needing | None], object] | None = None,
        needs: Callable[[Engine], Needing] | None = None,
    ) -> None:
        self.engine, self._along = engine_for(program, rules), along
        self._needs = needs(self.engine) if needs is not None else None
        self._said: msgspec.Raw | None = None
        self._program, self._rules, self._accesses = program, rules, accesses
        self._other = started(Telling, self._tell) if program.reader.beside else None
        self._scripts = self._followed_scripts()

    def result(self, accesses: tuple[Access, ...] | None = None) -> Traced:
        """The accesses with paths, escapes and reach, those outside of both as they are; to be asked once.

        `accesses` are the same ones as far as they are known by now.
        """
        doing(f"following {len(self._accesses):,} accesses")
        given, columns = self._accesses if accesses is None else accesses, Columns(self.engine)
        ends = self._told(columns) or self._alone(columns)
        columns.follow(ends.columns)
        self._program.reader.let_trees_go()
        traced = Traced(self.engine, columns, given, self._said)
        traced.follow(ends, self._scripts or self._reading_scripts(columns.known))
        return traced

    def _reading_scripts(self, columns: Iterable[str]) -> Scripts | None:
        """Python files without an access, where they may read one of these columns."""
        if not any(path.endswith(".py") for path in self._program.snapshot.files()):
            return None
        from audit.trace.scripts import Scripts, are_named

        return Scripts(self._program, self._rules, ()) if are_named(columns, self._program, self._rules) else None

    def _followed_scripts(self) -> Scripts | None:
        """The accesses of Python files, where there are any."""
        if not any(access.language == "python" and access.scope in FOLLOWED for access in self._accesses):
            return None
        from audit.trace.scripts import Scripts

        return Scripts(self._program, self._rules, self._accesses)

    def _told(self, columns: Columns) -> Ends | None:
        """What the other process found; what was read there is known here from now on. None where it is not there."""
        first = self._other.first(LONGEST) if self._other is not None else None
        self.engine.routes.start()
        columns.follow(msgspec.msgpack.decode(first, type=tuple[str, ...]) if first else ())
        columns.paths(columns.known)  # there is nothing else to do by now
        answer = self._other.result(LONGEST) if self._other is not None else None
        if not isinstance(answer, bytes):
            return None
        found = msgspec.msgpack.decode(take_over(self._program, answer), type=_Followed)
        self._said = found.told if self._along is not None else None
        return found.ends

    def _alone(self, columns: Columns) -> Ends:
        """The search in this process."""
        direct = Direct(self.engine, self._accesses, needs=self._needs)
        written, ends = direct.columns(), direct.ends()
        self.engine.routes.start()
        columns.follow(written)
        return ends

    def _tell(self) -> Iterator[bytes]:
        """What the other process does: the columns that are written to are told as soon as they are known."""
        before = mark_of(self._program)
        self._program.reader.part()
        direct = Direct(self.engine, self._accesses, needs=self._needs)
        yield msgspec.msgpack.encode(direct.columns())
        ends = direct.ends()
        said = msgspec.Raw(msgspec.msgpack.encode(self._told_of(ends)))
        yield answer_of(self._program, before, _Followed(ends, said))

    def _told_of(self, ends: Ends) -> object:
        """What can be said of the paths in production."""
        if self._along is None:
            return None
        found = [one for number, one in ends.followed.items() if self._accesses[number].scope == "production"]
        paths = (path for one in found for path in (*one.paths, *one.controls))
        return self._along(self.engine, self._rules, paths, self._needs)
