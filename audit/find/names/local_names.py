"""A local name: its occurrences, as far as the value can still be there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts.names import NEW
from audit.find.names import classes, typed, uses
from audit.find.names.work import TYPED, Bound, Exported, Work, site_of

if TYPE_CHECKING:
    from audit.extract.facts.names import Occurrence


def follow(work: Work, item: Bound) -> None:
    """Exports, uses, types and, for a class, its members."""
    facts = work.program.facts(item.file)
    if facts is None:
        return
    outline = facts.outline()
    for export in outline.exports:
        if not export.module and export.local == item.name and export.at == item.at:
            work.add(Exported(item.file, export.name, item.meaning))
    names = facts.occurrences(item.name)
    for found in names:
        if found.at == item.at and found.namespace is not None:
            work.add(Bound(item.file, *found.namespace, item.meaning.holding(item.name)))
        if found.bound == item.at:
            work.resolved.add((item.file, found.at))
            _occurrence(work, item, found, names)
    if NEW in item.meaning.steps:
        for head in outline.classes:
            if head.at == item.at:
                classes.follow(work, item.file, head, item.meaning)


def _occurrence(work: Work, item: Bound, found: Occurrence, names: tuple[Occurrence, ...]) -> None:
    if found.role == "type":
        typed.follow(work, item.file, item.meaning, found)
    elif found.role not in ("reference", "export") or found.use is None or found.type_only:
        return
    elif item.given == TYPED or _reaches(item, found, names):
        uses.use(work, site_of(item.file, found, item.came), item.meaning, found.use)


def _reaches(item: Bound, found: Occurrence, names: tuple[Occurrence, ...]) -> bool:
    """Can the value that came in at `item.given` still be there? Across functions it always can."""
    writes = [one for one in names if one.role == "write" and one.bound == item.at]
    start = next((one for one in names if one.at == max(item.given, item.at)), None)
    if not writes or start is None or start.function != found.function or found.shape == "parameter":
        return True
    came = start.scope[0] if start.role == "write" and start.scope[0] else start.at
    if found.at < came:
        return start.role != "write" or start.loop[0] <= found.at < start.loop[1]
    return not any(
        came < one.at and one.scope[0] <= found.at < one.scope[1] and one.function == found.function for one in writes
    )
