"""The columns that hold the flag, where the tree declares them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.link.questions.tables import column_at
from audit.model import Place

if TYPE_CHECKING:
    from audit.link.program import Program
    from audit.rulebook import Rules

"""Bytes from the name of a table within which its columns are declared."""


def flag_columns(program: Program, rules: Rules) -> dict[str, Place]:
    """The columns of the rules that are declared, and where: in a script's table first, else in SQL text."""
    found: dict[str, Place] = {}
    for column in rules.gate.columns:
        place = _declared(program, column)
        if place is not None:
            found[column] = place
    return found


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
