"""What must hold for a path to be live: variables that are set, and keys that anything writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Condition

if TYPE_CHECKING:
    from audit.judge.verdict.facts import Facts
    from audit.model import Access, Path


def conditions(facts: Facts, access: Access, path: Path) -> tuple[Condition, ...]:
    """The variables that must be set, and the key columns that nobody writes, where no other row keys the path."""
    return tuple(sorted({*facts.variables(access, path), *_dormant(facts, access, path)}))


def is_dormant(path: Path) -> bool:
    """Is there nothing to show on the path today?"""
    return any(one.kind == "dormant" for one in path.conditions)


def _dormant(facts: Facts, access: Access, path: Path) -> list[Condition]:
    rows = facts.rows(access, path)
    columns = [row.key.column for row in rows if row.key.column is not None]
    if not rows or len(columns) < len(rows) or not all(facts.is_empty(one) for one in columns):
        return []
    return [Condition("dormant", column) for column in columns]
