"""SQL text into facts: what it reads, writes and asks for. Pure, tolerant, for the dialects alike."""

from audit.extract.sql.facts import Column, Facts, Hole, Output, Part, Predicate, Value, Write
from audit.extract.sql.scope import Catalog
from audit.extract.sql.statements import read_condition, read_sql
from audit.extract.sql.tokens import Piece
from audit.extract.sql.truths import Asked, Condition, can_be

__all__ = [
    "Asked",
    "Catalog",
    "Column",
    "Condition",
    "Facts",
    "Hole",
    "Output",
    "Part",
    "Piece",
    "Predicate",
    "Value",
    "Write",
    "can_be",
    "read_condition",
    "read_sql",
]
