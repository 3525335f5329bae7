"""What must hold for a path to be live: variables that are set, and keys that anything writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Condition

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.judge.verdict.facts import Facts, Row
    from audit.model import Access, Path


def conditions(facts: Facts, access: Access, path: Path) -> tuple[Condition, ...]:
    """The variables that must be set, and the key columns that nobody writes, where no other row keys the path."""
    return tuple(sorted({*facts.variables(access, path), *_dormant(facts, access, path)}))


def is_dormant(path: Path) -> bool:
    """Is there nothing to show on the path today?"""
    return any(one.kind == "dormant" for one in path.conditions)


def _dormant(facts: Facts, access: Access, path: Path) -> list[Condition]:
    return [Condition("dormant", column) for column in unwritten(facts.rows(access, path), facts.is_empty)]


def unwritten(rows: tuple[Row, ...], is_empty: Callable[[str], bool]) -> list[str]:
    """The key columns that nobody writes, where there is no other key than these."""
    columns = [row.key.column for row in rows if row.key.column is not None]
    if not rows or len(columns) < len(rows) or not all(is_empty(one) for one in columns):
        return []
    return columns
