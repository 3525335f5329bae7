"""Conditions, rows, names and constants of the program as SQL text."""

from __future__ import annotations

from audit.extract.facts import code as lowered
from audit.extract.sql import Piece

_SIGNS = {"=": " = ", "<>": " <> ", "in": " IN ", "not in": " NOT IN ", "compare": " > "}


def compared(means: str, function: str, count: int) -> list[Piece]:
    """The text of an operator; integers are the positions of its operands.

    `function`: the name that an aggregate is called by.
    """
    if means in ("and", "or"):
        return _between(f" {means} ", count)
    if means == "not":
        return ["(NOT ", 0, ")"] if count else []
    if means in ("is null", "is not null"):
        return ["(", 0, f" {means})"] if count else []
    if means in ("exists", "not exists"):
        return [f"{means.upper()} ", "(", 0, ")"] if count else []
    if means == "aggregate":
        return [f"{function or 'count'}(", *([0] if count else ["*"]), ")"]
    if count < 2:
        return list(range(count))
    return ["(", 0, _SIGNS.get(means, " > "), *(_between(", ", count, 1) if count > 2 else [1]), ")"]


def _between(separator: str, count: int, first: int = 0) -> list[Piece]:
    pieces: list[Piece] = ["("]
    for position in range(first, count):
        pieces.extend([separator] if position > first else [])
        pieces.append(position)
    return [*pieces, ")"] if count > first else []


def rows_text(before: str, names: list[str], holes: list[int]) -> list[Piece]:
    """Rows of an INSERT, or assignments of an UPDATE, whichever the text before asks for."""
    pieces: list[Piece] = []
    last = before.rstrip().lower()
    if last.endswith((" set", "\nset", "\tset")) or last == "set":
        for position, (name, hole) in enumerate(zip(names, holes, strict=True)):
            pieces.extend([", " if position else " ", f"{quoted(name) if name != '*' else '?'} = ", hole])
        return pieces
    if "insert" not in last:
        return [" ", holes[0], " "]
    listed = f"({', '.join(map(quoted, names))})" if names != ["*"] else ""
    pieces = [f" {listed} VALUES ("] if listed else [" "]
    for position, hole in enumerate(holes):
        pieces.extend([", " if position else "", hole])
    return [*pieces, ") "] if listed else pieces


def quoted(name: str) -> str:
    """A name as it stands in SQL."""
    return '"' + name.replace('"', '""') + '"'


def literal_text(literal: lowered.Literal) -> str | None:
    """A constant of the program as SQL."""
    value = literal.value
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return str(value)
    return "'" + value.replace("'", "''") + "'" if not literal.kind else None
