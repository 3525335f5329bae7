"""Every use of the audited subjects: names are searched, each hit is resolved, and what it hands on is
searched next.

The work list holds three kinds of things that have a meaning: an exported name of a module, a local name, a
member of a class. Nothing is taken twice, and everything is taken in an order that does not depend on the
file system, so the result is the same however files are listed.
"""

from __future__ import annotations

from audit.find.names import classes, exported_names, local_names
from audit.find.names.work import Bound, Exported, Field, Hit, Lost, Work

__all__ = ["Bound", "Closure", "Exported", "Field", "Hit", "Lost"]


class Closure(Work):
    """Grows from the exports of a client until nothing new turns up."""

    def run(self) -> None:
        """Follow everything until the work list is empty."""
        while (item := self.next()) is not None:
            if isinstance(item, Exported):
                exported_names.follow(self, item)
            elif isinstance(item, Bound):
                local_names.follow(self, item)
            else:
                classes.follow_member(self, item)
