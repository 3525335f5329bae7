"""Classes of components: an element of one makes an object of it, and outside code calls methods of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code
from audit.flow.backward.values import ClassValue
from audit.flow.outside.rows import section_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.backward.values import Value
    from audit.flow.graph import CallSite, Graph

_HIGHEST = 8
"""Classes above each other."""


def is_jsx(graph: Graph, site: CallSite) -> bool:
    """Is a call an element: `<Item title={title} />`, or one of the page's own?"""
    return len(site.arguments) == 1 and isinstance(graph.source[site.arguments[0]], code.Jsx)


class Elements:
    """Which methods of its elements are called, as vocabulary says of the outside class that a class extends."""

    def __init__(self, origins: Origins) -> None:
        self._origins = origins
        self._known: dict[tuple[str, int], tuple[str, ...]] = {}

    def methods(self, file: str, class_at: int) -> tuple[str, ...]:
        """The names of the methods; none for a class that is no component."""
        key = (file, class_at)
        if key not in self._known:
            library = self._origins.vocabulary.library
            rows = (row for base in self.above(file, class_at) for row in section_rows(library, base))
            self._known[key] = next((row.element for row in rows if row.element), ())
        return self._known[key]

    def above(self, file: str, class_at: int, depth: int = 0) -> Iterator[Value]:
        """The outermost bases of a class that are known."""
        for base in self._origins.classes.bases(file, class_at) if depth < _HIGHEST else ():
            if isinstance(base, ClassValue):
                yield from self.above(base.file, base.at, depth + 1)
            else:
                yield base
