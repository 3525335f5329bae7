"""Where a name or a field is read, in every file that can see it, and under which names files export it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.graph import Place
from audit.flow.routes.model import NEW
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.extract.facts.outline import Load
    from audit.flow.code import Code
    from audit.flow.graph import Graph
    from audit.flow.routes.model import Path
    from audit.link.names import Names


class Readers:
    """`ignored` says which files do not count (tests): nothing in them brings a handler to a route."""

    def __init__(self, code: Code, names: Names, ignored: Callable[[str], bool]) -> None:
        self._code, self._names, self._ignored = code, names, ignored
        self._anonymous: dict[str, dict[int, tuple[str, int]]] = {}

    def of(self, graph: Graph, spot: Spot, place: Place) -> list[tuple[Spot, Path]]:
        """The nodes that read a place, with what is still to be read from them to come to its value."""
        found: list[tuple[Spot, Path]] = [(replace(spot, node=node), ()) for node in graph.reads.get(place, ())]
        if place.kind == "field":
            return [*found, *self._of_class(graph, spot, place)]
        declared = self._declared(spot.file, place)
        return [*found, *self._references(declared)] if declared is not None else found

    def of_export(self, file: str, name: str, at: int) -> list[tuple[Spot, Path]]:
        """The readings of an export that has no name in its file."""
        return self._references(Declared(file, name, at))

    def exports(self, file: str, place: Place) -> list[tuple[str, str]]:
        """The files, and the names under which they export a name of the module."""
        declared = self._declared(file, place) if place.kind == "name" else None
        facts = self._code.program.facts(file)
        if declared is None or facts is None:
            return []
        found = [(file, one.name) for one in facts.outline().exports if one.local == declared.name and not one.module]
        for one, name in list(found):
            found.extend(self._passed_on(one, name, declared))
        return found

    def loading(self, file: str, name: str) -> list[tuple[Spot, Path]]:
        """The nodes that stand for a module which is loaded where it is used, with the export as what to read from it:
        `app.register(import("./items"))`.
        """
        found: list[tuple[Spot, Path]] = []
        for importer in self._code.program.importers(file, name):
            facts = self._code.program.facts(importer) if not self._ignored(importer) else None
            for load in facts.outline().loads if facts is not None else ():
                if load.how == "import" and self._code.program.resolve(importer, load.module) == file:
                    found.extend((spot, (name,)) for spot in self._loads(importer, load))
            found.extend(self._imported_inside(importer, file, name) if importer.endswith(".py") else ())
        return found

    def _imported_inside(self, importer: str, file: str, name: str) -> Iterator[tuple[Spot, Path]]:
        """The nodes that stand for a module of Python which a function imports (`from .items import router`)."""
        facts = self._code.program.facts(importer) if not self._ignored(importer) else None
        for one in facts.outline().imports if facts is not None else ():
            unit = self._code.unit_at(importer, one.at) if one.name in (name, "*") else -1
            if unit < 0 or self._code.program.resolve(importer, one.module) != file:
                continue
            graph = self._code.graph(importer, unit)
            for node, source in enumerate(graph.source):
                if graph.at[node] == one.at and isinstance(source, lowered.ImportCall) and graph.function[node] > 0:
                    yield Spot(importer, unit, node), (name,)

    def _loads(self, file: str, load: Load) -> Iterator[Spot]:
        unit = self._code.unit_at(file, load.start)
        graph = self._code.graph(file, unit) if unit >= 0 else None
        for node, source in enumerate(graph.source if graph is not None else ()):
            if isinstance(source, lowered.ImportCall) and load.start <= source.at < load.end:
                yield Spot(file, unit, node)

    def anonymous(self, file: str, graph: Graph, node: int) -> list[tuple[str, int]]:
        """The name and offset of the export that is made of the expression at a node."""
        if file not in self._anonymous:
            facts = self._code.program.facts(file)
            exports = facts.outline().exports if facts is not None else ()
            self._anonymous[file] = {one.at: (one.name, one.at) for one in exports if not one.local and not one.module}
        at = graph.at[node]
        return [self._anonymous[file][at]] if at in self._anonymous[file] else []

    def subclasses(self, graph: Graph, node: int) -> list[int]:
        """The nodes of the classes of this statement that extend the class at a node."""
        starts = {at for at, one in graph.classes.items() for base in one.bases if graph.named.get(base.at) == node}
        return [made for made, at in graph.class_nodes.items() if at in starts]

    def subclasses_of(self, file: str, name: str) -> list[tuple[Graph, Spot]]:
        """The classes of all files that extend a class of the module, each with its graph."""
        declared = self._names.meaning(file, name)
        found: list[tuple[Graph, Spot]] = []
        for spot, path in self._references(declared) if isinstance(declared, Declared) else ():
            graph = self._code.graph(spot.file, spot.unit)
            found.extend((graph, replace(spot, node=node)) for node in self.subclasses(graph, spot.node) if not path)
        return found

    def _passed_on(self, file: str, name: str, declared: Declared) -> list[tuple[str, str]]:
        """The files that import the name from `file` and export it."""
        found: list[tuple[str, str]] = []
        for importer in self._code.program.importers(file, name):
            facts = self._code.program.facts(importer) if not self._ignored(importer) else None
            names = [one.name for one in facts.outline().exports if one.name != "*"] if facts is not None else []
            found.extend((importer, own) for own in names if self._names.exported(importer, own) == declared)
        return found

    def _declared(self, file: str, place: Place) -> Declared | None:
        if place.at < 0:
            meaning = self._names.meaning(file, place.name)
            return meaning if isinstance(meaning, Declared) else None
        if place.owner == 0 and self._names.top(file, place.name) == place.at:
            return Declared(file, place.name, place.at)
        return None

    def _references(self, declared: Declared) -> list[tuple[Spot, Path]]:
        found: list[tuple[Spot, Path]] = []
        for one in self._names.references(declared):
            spot = self._code.named(one.file, one.at) if not self._ignored(one.file) else None
            if spot is not None:
                found.append((spot, one.path))
        return found

    def _of_class(self, graph: Graph, spot: Spot, place: Place) -> list[tuple[Spot, Path]]:
        """A field is a member of the class's instances; a static one of the class."""
        made = next((node for node, at in graph.class_nodes.items() if at == place.at), None)
        if made is None:
            return []
        members = graph.classes[place.at].members
        static = any(one.name == place.name and one.static for one in members)
        return [(replace(spot, node=made), (place.name,) if static else (NEW, place.name))]
