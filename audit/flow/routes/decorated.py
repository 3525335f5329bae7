"""Handlers that decorators bring to their routes: the class's path, then the method's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.code import FunctionId
from audit.flow.routes.texts import joined

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.extract.facts import code as lowered
    from audit.flow.backward.origins import Origins
    from audit.flow.routes.decorators import Decorators
    from audit.flow.routes.readers import Readers
    from audit.flow.routes.versions import Versioning
    from audit.rulebook import RouteRow

_DEEPEST = 4


class Decorated:
    """Routes by decorators. `global_prefix` says what stands before all of them, `versioning` how versions do."""

    def __init__(
        self,
        origins: Origins,
        written: Decorators,
        readers: Readers,
        global_prefix: Callable[[str], str],
        versioning: Callable[[str], Versioning | None],
    ) -> None:
        self._readers, self._versioning = readers, versioning
        self._origins, self._code, self._written, self._global = origins, origins.code, written, global_prefix

    def of(self, function: FunctionId) -> tuple[tuple[str, str, int, RouteRow], ...]:
        """Verb, path, offset of the decorator and row of each route of a method."""
        graph = self._code.graph(function.file, function.unit)
        one = graph.functions[function.number]
        if one.source is None or one.class_at < 0:
            return ()
        decorators = one.source.decorators
        found: list[tuple[str, str, int, RouteRow]] = []
        for decorator, row, _ in self._rows(function.file, decorators, "procedure"):
            names = [name or one.name for name in self._paths(function.file, decorator, row)]
            found.extend((row.verb, name, decorator.at, row) for name in names)
        methods = list(self._rows(function.file, decorators, "method"))
        versions = self._versions(function.file, decorators) if methods else ()
        outer = self._prefixes(function.file, graph.classes[one.class_at], versions) if methods else []
        for decorator, row, name in methods:
            paths = self._paths(function.file, decorator, row)
            verb = name.upper() if row.verb == "name" else row.verb
            found.extend((verb, joined(prefix, path), decorator.at, row) for prefix in outer for path in paths)
        return tuple(found)

    def is_task(self, function: FunctionId) -> bool:
        """Does a decorator have a framework run a method for what it does? Nobody sees what it gives back."""
        graph = self._code.graph(function.file, function.unit)
        one = graph.functions[function.number]
        decorators = one.source.decorators if one.source is not None and one.class_at >= 0 else ()
        return any(True for _ in self._rows(function.file, decorators, "task"))

    def parameters(self, function: FunctionId) -> dict[int, str]:
        """The types that decorators give to parameters: `@Res() response`."""
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        found = {}
        for position, parameter in enumerate(source.params if source is not None else ()):
            for _, row, _ in self._rows(function.file, parameter.decorators, "parameter"):
                for kind in row.params[:1]:
                    found[position] = kind
        return found

    def _prefixes(self, file: str, one: lowered.Class, own: tuple[str, ...], depth: int = 0) -> list[str]:
        """The paths of a controller, with the versions of a method or its own; a class without the decorator has those
        of its subclasses.
        """
        outer = self._global(file)
        versions = self._versions(file, one.decorators, "class")
        numbered = (versioning := self._versioning(file)) and versioning.written(own or versions)
        found = [
            joined(outer, joined(version, path))
            for decorator, row, _ in self._rows(file, one.decorators, "class")
            for version in numbered or ("",)
            for path in self._paths(file, decorator, row)
        ]
        for graph, spot in self._readers.subclasses_of(file, one.name) if not found and depth < _DEEPEST else ():
            found.extend(self._prefixes(spot.file, graph.classes[graph.class_nodes[spot.node]], own, depth + 1))
        return found or [outer]

    def _versions(self, file: str, decorators: tuple[lowered.Expr, ...], kind: str = "version") -> tuple[str, ...]:
        """The versions that decorators give; "" is none at all, () where nothing is said."""
        found: dict[str, None] = {}
        for decorator, row, _ in self._rows(file, decorators, kind):
            for text in self._written.at(file, decorator, row.version, row.named):
                found[text] = None
        return tuple(found)

    def _rows(
        self, file: str, decorators: tuple[lowered.Expr, ...], kind: str
    ) -> Iterator[tuple[lowered.Expr, RouteRow, str]]:
        found = self._written.rows(file, decorators, self._origins.vocabulary.routes)
        return (one for one in found if one[1].kind == kind)

    def _paths(self, file: str, decorator: lowered.Expr, row: RouteRow) -> tuple[str, ...]:
        return self._written.at(file, decorator, row.path) or ("",)
