"""One question at a time: a subject, a group, an access, a line of code, a route or a column, with all its paths."""

from reports.explain.answer import explain
from reports.explain.lines import Line, as_text
from reports.explain.query import near

__all__ = ["Line", "as_text", "explain", "near"]
