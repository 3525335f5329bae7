"""What an export of a route's file gives its framework, and the framework hands on in that file: to the parameter of
another export (`getServerSideProps`), or as what a call gives (`useLoaderData`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.flow.backward.values import Func, Module, Outside
from audit.flow.code import FunctionId, Spot
from audit.flow.outside.matching import after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Path
    from audit.flow.routes import Routes


class HandedOver:
    """As rows with `hands` say, each export looked at once."""

    def __init__(self, origins: Origins, routes: Routes) -> None:
        self._origins, self._routes, self._code = origins, routes, origins.code
        self._known: dict[FunctionId, tuple[tuple[Path, Spot, Path], ...]] = {}

    def of(self, function: FunctionId, path: Path) -> Iterator[tuple[Spot, Path]]:
        """The nodes that are given what a function returns at a path, each with the path there."""
        if not self._routes.is_file(function.file):
            return
        if function not in self._known:
            rows = self._routes.handlers.rows(function)
            texts = dict.fromkeys(text for row in rows if row.hands for text in row.hands.split("|"))
            self._known[function] = tuple(one for text in texts for one in self._read(function.file, text))
        for steps, spot, outer in self._known[function]:
            rest = after(path, steps)
            if rest is not None:
                yield spot, (*outer, *rest)

    def _read(self, file: str, text: str) -> Iterator[tuple[Path, Spot, Path]]:
        """One way that a row writes: `props -> default`, `-> useLoaderData`, `-> default.loaderData`."""
        source, _, target = (part.strip() for part in text.partition("->"))
        steps = tuple(source.split(".")) if source else ()
        name, *inner = target.split(".")
        for value in self._origins.member(Module(file), name):
            if isinstance(value, Func):
                graph = self._code.graph(value.id.file, value.id.unit)
                for node in graph.functions[value.id.number].parameters[:1]:
                    yield steps, Spot(value.id.file, value.id.unit, node), tuple(inner)
        for unit in self._code.holding(file, name):
            for site in self._code.graph(file, unit).calls:
                for callee in self._origins.callees(file, unit, site):
                    if isinstance(callee, Outside) and callee.path.rpartition(".")[2] == name:
                        yield steps, Spot(file, unit, site.result), tuple(inner)
