"""Names that stand for functions and classes of the tree, as far as the heads of two files say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.link.program import Program


def is_declared(program: Program, file: str, name: str) -> bool:
    """Is a name of a file that of a function or class which stands there, or in the file that it is imported from?"""
    facts = program.facts(file)
    if facts is None:
        return False
    if _declares(program, file, name):
        return True
    for one in facts.outline().imports:
        if one.local == name:
            source = program.resolve(file, one.module)
            return source is not None and _declares(program, source, one.name)
    return False


def _declares(program: Program, file: str, name: str) -> bool:
    facts = program.facts(file)
    units = facts.outline().units if facts is not None else ()
    return any(name in unit.name.split(",") for unit in units if unit.kind in ("function", "class"))
