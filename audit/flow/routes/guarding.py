"""What decorators have a framework ask before a handler (`@UseGuards(OpenGuard)`), and where the parts of a request are
that they give to its parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.code import Spot
from audit.flow.routes.earlier import Earlier
from audit.link.names import Declared

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId
    from audit.flow.contexts import Path
    from audit.flow.routes.decorators import Decorators


class Guarding:
    """Answers by method."""

    def __init__(self, origins: Origins, written: Decorators) -> None:
        self._origins, self._code, self._written = origins, origins.code, written

    def of(self, function: FunctionId) -> tuple[Earlier, ...]:
        """The methods that are asked before a handler: those that its class names, then its own."""
        graph = self._code.graph(function.file, function.unit)
        one = graph.functions[function.number]
        if one.source is None or one.class_at < 0:
            return ()
        decorators = (*graph.classes[one.class_at].decorators, *one.source.decorators)
        return tuple(self._asked(function.file, decorators))

    def _asked(self, file: str, decorators: tuple[lowered.Expr, ...]) -> Iterator[Earlier]:
        for decorator, row, _ in self._written.rows(file, decorators, self._origins.vocabulary.routes):
            if row.kind == "guards" and isinstance(decorator, lowered.Call):
                for given in decorator.args:
                    yield from (Earlier(spot, row.onward) for spot in self._methods(file, given, row.named))

    def _methods(self, file: str, given: lowered.Expr, named: tuple[str, ...]) -> Iterator[Spot]:
        """The methods of some names of a class, or of an object that is made of one."""
        name = given.callee if isinstance(given, lowered.Call) and given.new else given
        meaning = self._origins.names.meaning(file, name.name) if isinstance(name, lowered.Name) else None
        unit = self._code.unit_at(meaning.file, meaning.at) if isinstance(meaning, Declared) else -1
        if not isinstance(meaning, Declared) or unit < 0:
            return
        graph = self._code.graph(meaning.file, unit)
        for one in graph.functions:
            owner = graph.classes.get(one.class_at)
            if owner is not None and owner.name == meaning.name and one.name in named:
                yield Spot(meaning.file, unit, one.node)

    def parts(self, function: FunctionId) -> dict[int, Path]:
        """The parts of a request that decorators give to parameters: `@Param('id') id`."""
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        found: dict[int, Path] = {}
        for position, parameter in enumerate(source.params if source is not None else ()):
            rows = self._written.rows(function.file, parameter.decorators, self._origins.vocabulary.routes)
            for decorator, row, _ in rows:
                if row.kind == "parameter" and row.requested is not None:
                    names = self._written.at(function.file, decorator, "arg0")
                    found[position] = tuple(filter(None, (row.requested, *names[:1])))
        return found
