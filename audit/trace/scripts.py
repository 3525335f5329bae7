"""The Python accesses of a run, followed by the same engine over the tree's Python files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.origins import Origins
from audit.flow.code import Code
from audit.link.python_names import PythonNames
from audit.link.python_program import PythonProgram
from audit.rulebook import VocabularyIndex, load_vocabulary
from audit.trace.engine import engine_of, ignored_by

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.rulebook import Rules
    from audit.trace.engine import Engine


def script_engine(program: Program, rules: Rules) -> tuple[Engine, PythonProgram]:
    """An engine over the Python files, and what reads them, which wants to be closed."""
    python = PythonProgram(program.snapshot, program.reader, ())
    python.unread = program.unread
    ignored = ignored_by(rules)
    names, code = PythonNames(python), Code(python, ignored)  # type: ignore[arg-type]
    names.reads = code.reads
    origins = Origins(code, names, VocabularyIndex(load_vocabulary(), "python"))
    return engine_of(origins, ignored), python
