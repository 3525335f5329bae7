"""Handlers that decorators bring to their routes: the class's path, then the method's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Place
from audit.flow.routes.texts import HOLE, joined
from audit.link.names import Declared, External, Namespace
from audit.rulebook import places_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.routes.readers import Readers
    from audit.flow.routes.texts import PathTexts
    from audit.flow.routes.versions import Versioning
    from audit.rulebook import RouteRow

_DEEPEST = 4


class Decorated:
    """Routes by decorators. `global_prefix` says what stands before all of them, `versioning` how versions do."""

    def __init__(
        self,
        origins: Origins,
        texts: PathTexts,
        readers: Readers,
        global_prefix: Callable[[str], str],
        versioning: Callable[[str], Versioning | None],
    ) -> None:
        self._readers, self._versioning = readers, versioning
        self._origins, self._code, self._texts, self._global = origins, origins.code, texts, global_prefix

    def of(self, function: FunctionId) -> tuple[tuple[str, str, int, RouteRow], ...]:
        """Verb, path, offset of the decorator and row of each route of a method."""
        graph = self._code.graph(function.file, function.unit)
        one = graph.functions[function.number]
        if one.source is None or one.class_at < 0:
            return ()
        decorators = one.source.decorators
        outer = self._prefixes(function.file, graph.classes[one.class_at], self._versions(function.file, decorators))
        found: list[tuple[str, str, int, RouteRow]] = []
        for decorator, row, _ in self._rows(function.file, decorators, "procedure"):
            names = [name or one.name for name in self._paths(function.file, decorator, row)]
            found.extend((row.verb, name, decorator.at, row) for name in names)
        for decorator, row, name in self._rows(function.file, decorators, "method"):
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
            for text in self._at(file, decorator, row.version, row.named):
                found[text] = None
        return tuple(found)

    def _rows(
        self, file: str, decorators: tuple[lowered.Expr, ...], kind: str
    ) -> Iterator[tuple[lowered.Expr, RouteRow, str]]:
        index = self._origins.vocabulary.routes
        for decorator in decorators:
            meaning = self._external(file, decorator.callee if isinstance(decorator, lowered.Call) else decorator)
            for row in index.exported(meaning.module, meaning.path) if meaning is not None else ():
                if row.decorator and row.kind == kind and meaning is not None:
                    yield decorator, row, meaning.path.rsplit(".", 1)[-1]

    def _external(self, file: str, expression: lowered.Expr) -> External | None:
        if isinstance(expression, lowered.Name):
            meaning = self._origins.names.meaning(file, expression.name)
            return meaning if isinstance(meaning, External) else None
        if isinstance(expression, lowered.Member):
            outer = self._external(file, expression.object)
            return External(outer.module, expression.key) if outer is not None else None
        return None

    def _paths(self, file: str, decorator: lowered.Expr, row: RouteRow) -> tuple[str, ...]:
        return self._at(file, decorator, row.path) or ("",)

    def _at(
        self, file: str, decorator: lowered.Expr, places: str | None, none: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """The texts that stand at some places of a decorator; `none` are names that mean the empty one."""
        arguments = decorator.args if isinstance(decorator, lowered.Call) else ()
        found: list[str] = []
        for place in places_of(places) if places is not None else ():
            if place.number is not None and place.number < len(arguments):
                given = _member(arguments[place.number], place.path)
                for one in given.items if isinstance(given, lowered.Array) else (given,):
                    named = isinstance(one, lowered.Name) and one.name in none
                    found.extend(("",) if named else self._text(file, one) if one is not None else ())
        return tuple(dict.fromkeys(found))

    def _text(self, file: str, expression: lowered.Expr) -> tuple[str, ...]:
        """The texts of what is written in a decorator: those are no part of the graph."""
        if isinstance(expression, lowered.Literal):
            return (str(expression.value),) if expression.value is not None else ()
        if isinstance(expression, lowered.Array):
            return tuple(text for item in expression.items for text in self._text(file, item))
        if isinstance(expression, lowered.Template) and expression.tag is None:
            return self._template(file, expression)
        if isinstance(expression, lowered.Object):
            return ()
        path: tuple[str, ...] = ()
        while isinstance(expression, lowered.Member):
            path, expression = (expression.key, *path), expression.object
        return (
            self._constant(self._origins.names.meaning(file, expression.name), path)
            if isinstance(expression, lowered.Name)
            else (HOLE,)
        )

    def _template(self, file: str, it: lowered.Template) -> tuple[str, ...]:
        ways = [it.parts[0]]
        for value, text in zip(it.values, it.parts[1:], strict=False):
            ways = [f"{way}{one}{text}" for way in ways for one in self._text(file, value) or (HOLE,)]
        return tuple(ways)

    def _constant(self, meaning: object, path: tuple[str, ...]) -> tuple[str, ...]:
        if isinstance(meaning, Namespace) and path:
            return self._constant(self._origins.names.exported(meaning.file, path[0]), path[1:])
        if not isinstance(meaning, Declared):
            return (HOLE,)
        unit = self._code.unit_at(meaning.file, meaning.at)
        kept = (
            self._code.graph(meaning.file, unit).kept.get(Place("name", meaning.name, meaning.at), ())
            if unit >= 0
            else ()
        )
        return tuple(text for node in kept for text in self._texts.of(Spot(meaning.file, unit, node), (), path)) or (
            HOLE,
        )


def _member(expression: lowered.Expr, path: tuple[str, ...]) -> lowered.Expr | None:
    """A member of an object that is written in place."""
    for key in path:
        if not isinstance(expression, lowered.Object):
            return None
        named = [one.value for one in expression.properties if one.key == key]
        if not named:
            return None
        expression = named[0]
    return expression
