"""Names whose value is a string: what a computed member means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import DYNAMIC
from audit.find.names.declarations import declaration

if TYPE_CHECKING:
    from audit.link.program import Program


def constant(program: Program, file: str, step: str) -> str:
    """The member that a step of a path reads: "*KEY" and "*Keys.item" are looked up, "*" when nothing is
    found.
    """
    if not step.startswith(DYNAMIC) or step == DYNAMIC:
        return step
    root, *members = step.removeprefix(DYNAMIC).split(".")
    place = declaration(program, file, root)
    if place is None or len(members) > 1:
        return DYNAMIC
    facts = program.facts(place.file)
    for found in facts.occurrences(members[0] if members else place.name) if facts is not None else ():
        owned = found.target is not None and found.target.at == place.at and found.role == "key"
        if found.value and (owned if members else found.at == place.at):
            return found.value
    return DYNAMIC
