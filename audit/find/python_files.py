"""The Python files of a tree whose text names the service, on their way to the process that reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.link.python_program import PythonProgram
    from audit.rulebook import Rules

_PREFIXED = b"env_prefix"
"""Where it stands a variable need not be named anywhere: settings with a prefix put its name together."""


def python_of(program: Program, rules: Rules) -> PythonProgram | None:
    """The Python files, those that name a variable on their way to the reading process; None when there are none."""
    names = rules.variables
    files = tuple(path for path in program.snapshot.files() if path.endswith(".py"))
    searched = [_PREFIXED, *(word.encode() for name in names for word in (name, name.lower()))]
    if not files or not names or not any(program.snapshot.containing(searched, files).values()):
        return None
    from audit.link.python_program import PythonProgram

    python = PythonProgram(program.snapshot, program.reader, names)
    python.prefetch()
    return python
