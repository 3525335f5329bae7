"""What is told under a name and somebody asks for: members of that name, and what calls give that are given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code
from audit.flow.code import Spot
from audit.flow.graph import Op
from audit.flow.outside.matching import fits
from audit.flow.outside.standing import is_meant
from audit.flow.routes.named import Named, Names, heard_by, same_names
from audit.flow.routes.texts import HOLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from audit.flow.contexts import Path
    from audit.flow.routes.decorators import Decorators
    from audit.flow.routes.sources import Sources
    from audit.flow.routes.texts import PathTexts
    from audit.rulebook import LibraryRow

Asked = tuple[Spot, "Path", bool]
"""A node, the part of it that is what was told, and whether that is a guess."""
ANY_MEMBER = ".*"
"""In place of a method: reading any member, by the name under which something is told."""


class Recalled(Named):
    """Nodes that are what was told."""

    def __init__(self, sources: Sources, texts: PathTexts, decorators: Decorators) -> None:
        super().__init__(sources, texts, decorators)
        rows = [row for row in self._library.rows if row.topic]
        self._hearing = [row for row in rows if any(text.startswith("told") for text in row.flows)]
        self.types: Callable[[Spot], Iterable[str]] = lambda _: ()
        """The types of what is at a node, also of what a framework gives a handler."""

    def _asked(self, topic: str, names: Names) -> Iterator[Asked]:
        """The nodes that are what is told under a name: members of that name (`app.items` of what was decorated), and
        what calls give that ask for it (`app.get("items")`).
        """
        rows = [row for row in self._hearing if row.topic == topic]
        rows = [row for row in rows if any(target.root == "result" for _, target in heard_by(row))]
        texts = names[0] if rows and names and not any(HOLE in text for text in names[0]) else ()
        for text in texts:
            for file in self._code.files_holding(text):
                for row in rows:
                    found = (
                        self._read(file, text, row) if ANY_MEMBER in row.method else self._given_back(file, text, row)
                    )
                    yield from found

    def _read(self, file: str, name: str, row: LibraryRow) -> Iterator[Asked]:
        """The members of a name that are read in a file; a guess where nothing is known of what they are read of."""
        for spot in self._code.members(file, name):
            graph = self._code.graph(spot.file, spot.unit)
            holders = [replace(spot, node=node) for node, op, _ in graph.back[spot.node] if op is Op.LOAD]
            types = {kind for one in holders for kind in self.types(one)}
            plain = all(isinstance(graph.source[one.node], (code.This, code.Name)) for one in holders)
            unknown = plain and not types and not any(self._origins.of(one) for one in holders)
            if unknown or not types.isdisjoint(row.on):
                yield spot, (), unknown

    def _given_back(self, file: str, name: str, row: LibraryRow) -> Iterator[Asked]:
        """The calls in a file that ask for a name, with where in what they give it is."""
        paths = [target.path for _, target in heard_by(row) if target.root == "result"]
        parts = [tuple(step for step in path if step != "await") for path in paths]
        for unit in self._code.holding(file, name):
            for site in self._code.graph(file, unit).calls:
                spot = Spot(file, unit, site.result)
                called = site.method in row.method if row.method else not site.method
                meant = called and fits(row, site) and row in self._rows_of(spot, site)
                if meant and is_meant(self._origins, row, spot, site):
                    same = same_names(((name,),), self._names(spot, site, row))
                    yield from () if same is None else ((spot, part, not same) for part in parts)
