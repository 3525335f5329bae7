"""What was read of a text, for the next one that is the same: trees of a walk through commits share most of theirs."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from audit.extract.sql.facts import Facts
    from audit.extract.sql.scope import Catalog
    from audit.extract.sql.tokens import Piece

    Reading = Callable[[tuple[Piece, ...], Catalog], Facts]

_MOST = 5000
"""How many texts are remembered; the one that was not asked for longest goes first."""


class _Read(NamedTuple):
    """What a text says as long as these tables have these columns."""

    tables: dict[str, frozenset[str] | None]
    facts: Facts


_texts: OrderedDict[tuple[Reading, tuple[Piece, ...]], _Read] = OrderedDict()


def forget() -> None:
    """Remember no text."""
    _texts.clear()


def remembered(reading: Reading, pieces: tuple[Piece, ...], catalog: Catalog) -> Facts:
    """What a text says. It is read again where a table that was asked for has other columns now."""
    key = (reading, pieces)
    known = _texts.get(key)
    if known is not None and all(catalog(table) == columns for table, columns in known.tables.items()):
        _texts.move_to_end(key)
        return known.facts
    tables: dict[str, frozenset[str] | None] = {}

    def noted(table: str) -> frozenset[str] | None:
        tables[table] = catalog(table)
        return tables[table]

    facts = reading(pieces, noted)
    _texts[key] = _Read(tables, facts)
    if len(_texts) > _MOST:
        _texts.popitem(last=False)
    return facts
