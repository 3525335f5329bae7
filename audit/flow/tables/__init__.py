"""Tables of the program, and the columns that its queries read and write."""

from audit.flow.tables.model import ColumnRead, ColumnWrite, Reader, Table, Writer
from audit.flow.tables.queries import Queries
from audit.flow.tables.schema.declared import Tables

__all__ = ["ColumnRead", "ColumnWrite", "Queries", "Reader", "Table", "Tables", "Writer"]
