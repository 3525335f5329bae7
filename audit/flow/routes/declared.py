"""Functions that are annotated as handlers: `const list: RequestHandler = (req, res) => …`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.extract.facts import code as lowered
from audit.flow.graph import Op
from audit.link.names import External

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.code import FunctionId
    from audit.rulebook import RouteRow


class DeclaredHandlers:
    """Rows by the annotation of what a function is given to."""

    def __init__(self, origins: Origins) -> None:
        self._origins, self._code = origins, origins.code

    def parameter(self, function: FunctionId, position: int) -> tuple[str, ...]:
        """The types of a parameter, as its own annotation or the function's says."""
        source = self._code.graph(function.file, function.unit).functions[function.number].source
        if source is None or position >= len(source.params) or source.params[position].type:
            return ()
        rows = self.rows(function)
        return tuple(dict.fromkeys(row.params[position] for row in rows if position < len(row.params)))

    def rows(self, function: FunctionId) -> tuple[RouteRow, ...]:
        """The rows whose handlers a function is annotated to be."""
        index = self._origins.vocabulary.routes
        found = [row for kind in self._kinds(function) for row in index.like(kind)]
        return tuple(dict.fromkeys(found))

    def _kinds(self, function: FunctionId) -> Iterator[str]:
        for written in self._written(function):
            parts = written.split("<", 1)[0].strip().split(".")
            meaning = self._origins.names.meaning(function.file, parts[0])
            if isinstance(meaning, External):
                yield f"{meaning.module}#{parts[-1] if len(parts) > 1 else meaning.path.rsplit('.', 1)[-1]}"

    def _written(self, function: FunctionId) -> Iterator[str]:
        """The annotations of the names and fields that the function is the value of."""
        graph = self._code.graph(function.file, function.unit)
        facts = self._code.program.facts(function.file)
        for edge in graph.out[graph.functions[function.number].node]:
            source = graph.source[edge.to] if edge.op is Op.COPY else None
            if isinstance(source, lowered.Field):
                yield source.type
            elif isinstance(source, lowered.Name) and facts is not None:
                for one in facts.occurrences(source.name):
                    if one.at == source.at and one.role == "declaration":
                        yield one.type
