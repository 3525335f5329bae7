"""The Python accesses of a run, followed by the same engine over the tree's Python files.

What reads Python takes long to be ready, and is asked for one file after another: a process of its own waits for it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from audit.extract.workers import LONGEST, Beside, started
from audit.flow.backward.origins import Origins
from audit.flow.code import Code
from audit.link.aside import answer_of, take_over
from audit.link.python_names import PythonNames
from audit.link.python_program import PythonProgram
from audit.link.told import mark_of
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.trace.direct import Direct, Ends
from audit.trace.engine import engine_of, ignored_by

if TYPE_CHECKING:
    from collections.abc import Iterable

    from audit.link.program import Program
    from audit.model import Access
    from audit.rulebook import Rules
    from audit.trace.engine import Engine


_PATIENCE = 5
"""Whoever judges gates and finds the paths of other accesses goes first."""


class Scripts:
    """Python accesses, followed from now on. `reading` reads the files that `engine` asks for, and wants to be closed;
    `engine` can then be asked nothing new.
    """

    def __init__(self, program: Program, rules: Rules, accesses: tuple[Access, ...]) -> None:
        self._program, self.accesses = program, accesses
        self.engine, self.reading = _engine(program, rules)
        self._other = started(Beside, self._tell) if program.reader.beside and accesses else None

    def ends(self) -> Ends:
        """What became of them; to be asked once."""
        answer = self._other.result(LONGEST) if self._other is not None else None
        if isinstance(answer, bytes):
            return msgspec.msgpack.decode(take_over(self._program, answer), type=Ends)
        return self._found()

    def _found(self) -> Ends:
        return Direct(self.engine, self.accesses, python=True).ends()

    def _tell(self) -> bytes:
        os.nice(_PATIENCE)
        before = mark_of(self._program)
        self._program.reader.part()
        return answer_of(self._program, before, self._found(), facts=True)


def are_named(columns: Iterable[str], program: Program, rules: Rules) -> bool:
    """Does a Python file name one of these columns and its table? Others read none of them."""
    ignored = ignored_by(rules)
    files = [path for path in program.snapshot.files() if path.endswith(".py") and not ignored(path)]
    pairs = [(table.encode(), name.encode()) for table, _, name in (one.rpartition(".") for one in columns) if table]
    held = program.snapshot.containing(sorted({text for pair in pairs for text in pair}), files) if files else {}
    return any(not set(held[table]).isdisjoint(held[name]) for table, name in pairs) if files else False


def _engine(program: Program, rules: Rules) -> tuple[Engine, PythonProgram]:
    python = PythonProgram(program.snapshot, program.reader, ())
    python.unread = program.unread
    ignored = ignored_by(rules)
    names, code = PythonNames(python), Code(python, ignored)  # type: ignore[arg-type]
    names.reads = code.reads
    origins = Origins(code, names, VocabularyIndex(load_vocabulary(), "python"))
    return engine_of(origins, ignored), python
