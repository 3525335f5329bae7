"""The columns that hold the flag, where the tree declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.link.questions.tables import column_at
from audit.model import FlagPresence, Place

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.rulebook import Rules


def flag_columns(program: Program, rules: Rules) -> dict[str, Place]:
    """The columns of the rules that are declared, and where: in a script's table first, else in SQL text."""
    found: dict[str, Place] = {}
    for column in rules.gate.columns:
        place = _declared(program, column)
        if place is not None:
            found[column] = place
    return found


def flag_presence(program: Program, rules: Rules, found: int) -> FlagPresence | None:
    """Is the flag declared (`found` columns of it are), else named by anything that could set or pass it?"""
    if not rules.gate.columns:
        return None
    if found:
        return "declared"
    files = (*program.files, *(file for file in program.snapshot.files() if file.endswith((".sql", ".py"))))
    names = [name.encode() for name in (*rules.gate.flags, *(one.rpartition(".")[2] for one in rules.gate.columns))]
    return "named" if any(program.snapshot.containing(names, files).values()) else "absent"


def _declared(program: Program, column: str) -> Place | None:
    """Scripts are asked first: SQL text is searched only where none of them declares the column."""
    path, _, name = column.rpartition(".")
    table = path.rpartition(".")[2]
    for among in (program.files, [file for file in program.snapshot.files() if file.endswith(".sql")]):
        named = program.snapshot.containing([name.encode()], among)[name.encode()]
        for file in program.snapshot.containing([table.encode()], named)[table.encode()]:
            at = program.ask(file, column_at, table, name)
            if at is not None:
                return Place(file, program.position(file, at).line)
    return None
