"""Tables of the program, and the columns that its queries read and write."""

from audit.flow.tables.declared import Tables
from audit.flow.tables.model import ColumnRead, ColumnWrite, Reader, Table, Writer
from audit.flow.tables.queries import Queries

__all__ = ["ColumnRead", "ColumnWrite", "Queries", "Reader", "Table", "Tables", "Writer"]
