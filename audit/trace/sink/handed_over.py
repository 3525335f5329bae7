"""What an export of a route's file gives its framework, and the framework hands on in that file: to the parameter of
another export (`getServerSideProps`), or as what a call gives (`useLoaderData`), also in a hook of the tree that gives
on what that call gives, or what other code makes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from audit.flow.backward.values import Func, Module, Outside
from audit.flow.code import FunctionId, Spot
from audit.flow.graph import Op
from audit.flow.outside.matching import after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from audit.flow.backward.origins import Origins
    from audit.flow.contexts import Path
    from audit.flow.routes import Routes


class _Given(Struct, frozen=True):
    """What is returned at the part `steps` is at the part `path` of what is at a node."""

    steps: Path
    spot: Spot
    path: Path
    sure: bool = True


class HandedOver:
    """As rows with `hands` say, each export looked at once."""

    def __init__(self, origins: Origins, routes: Routes) -> None:
        self._origins, self._routes, self._code = origins, routes, origins.code
        self._known: dict[FunctionId, tuple[_Given, ...]] = {}
        self._hooks: dict[str, frozenset[FunctionId]] = {}

    def of(self, function: FunctionId, path: Path) -> Iterator[tuple[Spot, Path, bool]]:
        """The nodes that are given a part of what a function returns, with the path there, and whether that is sure."""
        if not self._routes.is_file(function.file):
            return
        if function not in self._known:
            rows = self._routes.handlers.rows(function)
            texts = dict.fromkeys(text for row in rows if row.hands for text in row.hands.split("|"))
            self._known[function] = tuple(one for text in texts for one in self._read(function.file, text))
        for one in self._known[function]:
            rest = after(path, one.steps)
            if rest is not None:
                yield one.spot, (*one.path, *rest), one.sure

    def _read(self, file: str, text: str) -> Iterator[_Given]:
        """One way that a row writes: `props -> default`, `-> useLoaderData`, `-> default.loaderData`."""
        source, _, target = (part.strip() for part in text.partition("->"))
        steps = tuple(source.split(".")) if source else ()
        name, *inner = target.split(".")
        for value in self._origins.member(Module(file), name):
            if isinstance(value, Func):
                graph = self._code.graph(value.id.file, value.id.unit)
                for node in graph.functions[value.id.number].parameters[:1]:
                    yield _Given(steps, Spot(value.id.file, value.id.unit, node), tuple(inner))
        for spot in self._called(file, name):
            yield _Given(steps, spot, tuple(inner))
        for hook in sorted(self._giving(name)):
            shape = self._code.graph(hook.file, hook.unit).functions[hook.number]
            for unit in self._code.holding(file, shape.name):
                for site in self._code.graph(file, unit).calls:
                    if Func(hook) in self._origins.callees(file, unit, site):
                        yield _Given(steps, Spot(file, unit, site.result), tuple(inner), sure=False)

    def _called(self, file: str, name: str) -> Iterator[Spot]:
        """What calls of a framework's function give in a file."""
        for unit in self._code.holding(file, name):
            for site in self._code.graph(file, unit).calls:
                for callee in self._origins.callees(file, unit, site):
                    if isinstance(callee, Outside) and callee.path.rpartition(".")[2] == name:
                        yield Spot(file, unit, site.result)

    def _giving(self, name: str) -> frozenset[FunctionId]:
        """The functions that files beside those of routes have for it: `useSuperLoaderData`."""
        if name not in self._hooks:
            files = (file for file in self._code.files_holding(name) if not self._routes.is_file(file))
            found = (self._given_on(spot) for file in files for spot in self._called(file, name))
            self._hooks[name] = frozenset(one for one in found if one is not None)
        return self._hooks[name]

    def _given_on(self, spot: Spot) -> FunctionId | None:
        """The function around a node that returns what is there, or what other code makes of it."""
        graph = self._code.graph(spot.file, spot.unit)
        number = graph.function[spot.node]
        waiting, seen = list(graph.returned.get(number, ())), set[int]()
        while waiting and number > 0 and graph.functions[number].name:
            node = waiting.pop()
            if node == spot.node:
                return FunctionId(spot.file, spot.unit, number)
            if node not in seen:
                seen.add(node)
                waiting.extend(source for source, op, _ in graph.back[node] if op is Op.COPY)
                waiting.extend(graph.calls[graph.results[node]].arguments if node in graph.results else ())
        return None
