"""The decision report: a document for GitHub that people commit, read and decide by.

Its committed form holds no commit and no line, so that it goes out of date only when facts change.
"""

from reports.markdown.document import can_pin, to_decisions

__all__ = ["can_pin", "to_decisions"]
